// posix: arguments.
#include "modules/posix.h"

static const char *allowed(int allow) {
    switch (allow) {
        case SK_PATH_FD | SK_PATH_NONE: return "string, bytes, os.PathLike, integer or None";
        case SK_PATH_FD: return "string, bytes, os.PathLike or integer";
        case SK_PATH_NONE: return "string, bytes, os.PathLike or None";
        default: return "string, bytes or os.PathLike";
    }
}

bool sk_path(SkPath *p, const char *function, const char *argument, SkValue v, int allow) {
    *p = (SkPath){.fd = -1, .object = v};
    if (sk_is_empty(v) || (sk_is_none(v) && (allow & SK_PATH_NONE))) {
        p->text = ".";
        p->object = SK_EMPTY;
        return true;
    }
    if (!sk_is_str(v) && !sk_is_bytes(v)) {
        if ((allow & SK_PATH_FD) && sk_has_index_method(v)) {
            if (sk_is_bool(v) && !sk_warn(sk_exc_RuntimeWarning, 1, "bool is used as a file descriptor")) return false;
            return sk_as_int(v, &p->fd);
        }
        SkValue name = sk_intern_s("__fspath__");
        if (sk_is_empty(name)) return false;
        SK_AUTO SkValue f = sk_lookup_special(v, name);
        if (sk_is_empty(f)) {
            if (sk_error_occurred()) return false;
            return sk_raise_false(sk_exc_TypeError, "%s: %s should be %s, not %.200T", function, argument, allowed(allow), v);
        }
    }
    p->held.held = sk_io_fspath(v);
    SkValue text = p->held.held;
    if (sk_is_empty(text)) return false;
    p->object = text;  // errors name what __fspath__ gave
    p->was_bytes = sk_is_bytes(text);
    if (p->was_bytes) {
        p->held.text = sk_as_bytes(text)->data;
        p->held.len = sk_as_bytes(text)->length;
        if (strlen(p->held.text) != p->held.len)
            return sk_raise_false(sk_exc_ValueError, "%s: embedded null character in %s", function, argument);
    } else {
        p->held.utf8 = sk_str_fs(text);
        if (!p->held.utf8.text) {
            if (!sk_error_matches(sk_exc_UnicodeEncodeError) && sk_error_matches(sk_exc_ValueError)) {
                sk_error_clear();
                return sk_raise_false(sk_exc_ValueError, "%s: embedded null character in %s", function, argument);
            }
            return false;
        }
        p->held.text = p->held.utf8.text;
        p->held.len = p->held.utf8.len;
    }
    p->text = p->held.text;
    return true;
}

void sk_path_release(SkPath *p) { sk_io_path_release(&p->held); }

SkValue sk_path_error(const SkPath *p) { return sk_raise_errno(p->object); }
SkValue sk_path_error2(const SkPath *p, const SkPath *q) { return sk_raise_errno2(errno, p->object, q->object); }
SkValue sk_path_done(int r, const SkPath *p) { return r < 0 ? sk_path_error(p) : SK_NONE; }
SkValue sk_done(int r) { return r < 0 ? sk_raise_errno(SK_EMPTY) : SK_NONE; }
SkValue sk_path_name(bool bytes, const char *text, size_t n) { return bytes ? sk_bytes_from(text, n) : sk_str_from_fs(text, n); }

bool sk_dir_fd(SkValue v, int *fd) {
    *fd = AT_FDCWD;
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    if (!sk_has_index_method(v)) return sk_raise_false(sk_exc_TypeError, "argument should be integer or None, not %.200T", v);
    return sk_as_int(v, fd);
}

bool sk_file_descriptor(SkValue v, int *fd) {
    if (sk_is_int(v)) {
        if (sk_is_bool(v) && !sk_warn(sk_exc_RuntimeWarning, 1, "bool is used as a file descriptor")) return false;
        if (!sk_as_int(v, fd)) return false;
    } else {
        SK_AUTO SkValue fileno = sk_getattr_opt_s(v, "fileno");
        if (sk_is_empty(fileno)) {
            if (sk_error_occurred()) return false;
            return sk_raise_false(sk_exc_TypeError, "argument must be an int, or have a fileno() method.");
        }
        SK_AUTO SkValue n = sk_call0(fileno);
        if (sk_is_empty(n)) return false;
        if (!sk_is_int(n)) return sk_raise_false(sk_exc_TypeError, "fileno() returned a non-integer");
        if (!sk_as_int(n, fd)) return false;
    }
    return *fd >= 0 || sk_raise_false(sk_exc_ValueError, "file descriptor cannot be a negative integer (%i)", *fd);
}

bool sk_flag(SkValue v, bool otherwise, bool *out) {
    *out = otherwise;
    if (sk_is_empty(v)) return true;
    int t = sk_truth(v);
    *out = t > 0;
    return t >= 0;
}

bool sk_optional_int(SkValue v, int otherwise, int *out) {
    *out = otherwise;
    return sk_is_empty(v) || sk_as_int(v, out);
}

static bool id(const char *what, SkValue v, uint32_t *out) {
    if (!sk_has_index_method(v)) return sk_raise_false(sk_exc_TypeError, "%s should be integer, not %.200T", what, v);
    SK_AUTO SkValue i = sk_index(v);
    int64_t n;
    if (sk_is_empty(i)) return false;
    bool fits = sk_int_fits_int64(i, &n);
    if (fits && n == -1) {
        *out = UINT32_MAX;
        return true;
    }
    if (sk_int_sign(i) < 0) return sk_raise_false(sk_exc_OverflowError, "%s is less than minimum", what);
    if (!fits || n >= (int64_t)UINT32_MAX) return sk_raise_false(sk_exc_OverflowError, "%s is greater than maximum", what);
    *out = (uint32_t)n;
    return true;
}
bool sk_uid(SkValue v, uid_t *out) { return id("uid", v, out); }
bool sk_gid(SkValue v, gid_t *out) { return id("gid", v, out); }
SkValue sk_from_uid(uid_t u) { return u == (uid_t)-1 ? sk_from_small_int(-1) : sk_from_small_int((int64_t)u); }
