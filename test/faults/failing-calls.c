/* Preloaded into a process that writes: calls on files below $FAULTS_UNDER fail by chance, as disks do. Writes are cut short or end in
   ENOSPC after a part, a failed flush loses what was not flushed and says so once, files cannot be made, names cannot be changed.
   Each injection is one line in $FAULTS_LOG; $FAULTS_SEED decides which. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 4096
static struct { int ours, full; off_t flushed; } files[FILES];
static unsigned long long state;
static int ready, told = -1;
static const char *under;

static double chance(void) {
  if (!ready) {
    ready = 1;
    under = getenv("FAULTS_UNDER");
    state = 88172645463325252ULL + 7919ULL * strtoull(getenv("FAULTS_SEED") ? getenv("FAULTS_SEED") : "1", 0, 10);
    told = syscall(SYS_open, getenv("FAULTS_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
  state ^= state << 13; state ^= state >> 7; state ^= state << 17;
  return (state >> 11) / 9007199254740992.0;
}

static int fails(const char *what, int code) {
  syscall(SYS_write, told, what, strlen(what));
  errno = code;
  return -1;
}

static int is_ours(const char *path) {
  if (!ready) chance();
  return under && strncmp(path, under, strlen(under)) == 0;
}

static ssize_t written(int file, const void *bytes, size_t length, off_t at) {
  return at < 0 ? syscall(SYS_write, file, bytes, length) : syscall(SYS_pwrite64, file, bytes, length, at);
}

static ssize_t faulty_write(int file, const void *bytes, size_t length, off_t at) {
  if (file < 0 || file >= FILES || !files[file].ours || length == 0) return written(file, bytes, length, at);
  if (files[file].full) { files[file].full = 0; return fails("ENOSPC\n", ENOSPC); }
  double draw = chance();
  if (draw < 0.05) return fails("EIO\n", EIO);
  if (draw >= 0.40 || length < 2) return written(file, bytes, length, at);
  files[file].full = draw < 0.10;
  fails("short\n", 0);
  return written(file, bytes, 1 + (size_t)(chance() * (length - 1)), at);
}

ssize_t write(int file, const void *bytes, size_t length) { return faulty_write(file, bytes, length, -1); }
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return faulty_write(file, bytes, length, at); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) { return faulty_write(file, bytes, length, at); }

static int flushed(int file, long call) {
  if (file < 0 || file >= FILES || !files[file].ours) return syscall(call, file);
  if (chance() < 0.05) {
    struct stat status;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && ftruncate(file, files[file].flushed) != 0) abort();
    return fails("flush\n", EIO);
  }
  int result = syscall(call, file);
  struct stat status;
  if (result == 0 && fstat(file, &status) == 0) files[file].flushed = status.st_size;
  return result;
}

int fsync(int file) { return flushed(file, SYS_fsync); }
int fdatasync(int file) { return flushed(file, SYS_fdatasync); }

static int opened(const char *path, int flags, mode_t mode) {
  int ours = is_ours(path);
  if (ours && (flags & O_CREAT) && chance() < 0.30) return fails("open\n", EMFILE);
  int file = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (file >= 0 && file < FILES) { files[file].ours = ours; files[file].full = 0; files[file].flushed = 0; }
  return file;
}

int open(const char *path, int flags, ...) {
  va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest);
  return opened(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest);
  return opened(path, flags | O_LARGEFILE, mode);
}

int close(int file) {
  if (file >= 0 && file < FILES) files[file].ours = 0;
  return syscall(SYS_close, file);
}

int rename(const char *from, const char *to) {
  if (is_ours(from) && chance() < 0.30) return fails("rename\n", EIO);
  return syscall(SYS_rename, from, to);
}
