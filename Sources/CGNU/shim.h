// What glibc has only with _GNU_SOURCE, which Swift's own module of glibc is built without.
#include <sys/resource.h>
#include <sys/types.h>

int memfd_create(const char *name, unsigned int flags);
int pipe2(int descriptors[2], int flags);
int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *old);
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);

#ifdef __GLIBC__
#include <malloc.h>
#endif

// Keeps freed memory for the next document instead of giving it back and asking for it again: a report's output alone is larger than
// what malloc takes from its own stock.
static inline void keep_freed_memory(int bytes) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TRIM_THRESHOLD, bytes);
#endif
}
