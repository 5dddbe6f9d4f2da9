// The width must be chosen before the header: it decides the suffix of every symbol.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
