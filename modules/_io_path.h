// A file name on its way to a system call: str, bytes or os.PathLike.
#ifndef SKEIN_MODULES_IO_PATH_H
#define SKEIN_MODULES_IO_PATH_H

#include "objects/str.h"

typedef struct {
    const char *text;  // NUL-terminated, in the file system's encoding
    size_t len;
    bool was_bytes;
    SkValue held;      // what keeps text alive
    SkUtf8 utf8;
} SkIoPath;

// False + TypeError, or ValueError ("embedded null byte"). `path` may be zeroed; release it in any case.
bool sk_io_path(SkValue v, SkIoPath *path) SK_MUST_USE;
void sk_io_path_release(SkIoPath *path);
#define SK_AUTO_IO_PATH SK_CLEANUP(sk_io_path_release)
// os.fspath(v): counted. TypeError "expected str, bytes or os.PathLike object, not %T".
SkValue sk_io_fspath(SkValue v) SK_MUST_USE;

#endif
