#include "modules/_io_path.h"

#include <string.h>

#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/protocol.h"

SkValue sk_io_fspath(SkValue v) {
    if (sk_is_str(v) || sk_is_bytes(v)) return sk_retain(v);
    SkValue name = sk_intern_s("__fspath__");
    if (sk_is_empty(name)) return SK_EMPTY;
    SK_AUTO SkValue f = sk_lookup_special(v, name);
    if (sk_is_empty(f)) {
        if (sk_error_occurred()) return SK_EMPTY;
        return sk_raise(sk_exc_TypeError, "expected str, bytes or os.PathLike object, not %.200T", v);
    }
    SkValue r = sk_own(sk_call0(f));
    if (sk_is_empty(r) || sk_is_str(r) || sk_is_bytes(r)) return r;
    sk_raise(sk_exc_TypeError, "expected %.200T.__fspath__() to return str or bytes, not %.200T", v, r);
    sk_release(r);
    return SK_EMPTY;
}

bool sk_io_path(SkValue v, SkIoPath *path) {
    *path = (SkIoPath){.held = sk_io_fspath(v)};
    if (sk_is_empty(path->held)) return false;
    path->was_bytes = sk_is_bytes(path->held);
    if (path->was_bytes) {
        path->text = sk_as_bytes(path->held)->data;
        path->len = sk_as_bytes(path->held)->length;
        return strlen(path->text) == path->len || sk_raise_false(sk_exc_ValueError, "embedded null byte");
    }
    path->utf8 = sk_str_fs(path->held);
    if (!path->utf8.text) return false;
    path->text = path->utf8.text;
    path->len = path->utf8.len;
    return true;
}

void sk_io_path_release(SkIoPath *path) {
    sk_utf8_release(&path->utf8);
    sk_release(path->held);
    *path = (SkIoPath){0};
}
