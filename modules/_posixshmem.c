// _posixshmem: shared memory by name (shm_overview(7)).
#include <sys/mman.h>

#include "modules/posix.h"

static bool name_arg(const char *function, SkValue v, SkUtf8 *out) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument 'path' must be str, not %.50T", function, v);
    *out = sk_str_fs(v);
    if (out->text) return true;
    if (sk_error_clear_if(sk_exc_ValueError)) sk_raise(sk_exc_ValueError, "%s: embedded null character in path", function);
    return false;
}

static SkValue shm_open_(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_UTF8 SkUtf8 name = {0};
    int flags, mode, fd;
    bool stop;
    if (!name_arg("shm_open", a[0], &name) || !sk_as_int(a[1], &flags) || !sk_optional_int(a[2], 0777, &mode)) return SK_EMPTY;
    SK_RETRY(fd, stop, shm_open(name.text, flags, (mode_t)mode));
    return stop ? SK_EMPTY : fd < 0 ? sk_raise_errno(a[0]) : sk_from_small_int(fd);
}
static SkValue shm_unlink_(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_UTF8 SkUtf8 name = {0};
    int r;
    bool stop;
    if (!name_arg("shm_unlink", a[0], &name)) return SK_EMPTY;
    SK_RETRY(r, stop, shm_unlink(name.text));
    return stop ? SK_EMPTY : r < 0 ? sk_raise_errno(a[0]) : SK_NONE;
}

static const SkMethodDef functions[] = {
    {"shm_open", SK_SIG, .sig_fn = shm_open_, .sig = "(path, flags, mode=511)", .doc = "Opens shared memory: a descriptor."},
    {"shm_unlink", SK_SIG, .sig_fn = shm_unlink_, .sig = "(path)", .doc = "Removes the name of shared memory."},
    {0},
};
const SkModuleDef sk_module__posixshmem = {"_posixshmem", "Shared memory by name.", functions, NULL};
