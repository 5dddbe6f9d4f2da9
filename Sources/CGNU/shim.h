// What glibc has only with _GNU_SOURCE, which Swift's own module of glibc is built without.
#include <sys/resource.h>
#include <sys/types.h>

int memfd_create(const char *name, unsigned int flags);
int pipe2(int descriptors[2], int flags);
int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *old);
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
