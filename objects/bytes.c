// bytes: layout, making, and the type.
#include "objects/bytes.h"

#include "base/racy.h"
#include "base/siphash.h"
#include "objects/buffer.h"
#include "objects/bytes_internal.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/iter_internal.h"
#include "objects/list_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/special.h"
#include "objects/slice.h"
#include "objects/str_internal.h"
#include "objects/tuple.h"

static SkValue singles[257];  // the one-byte bytes, and the empty one; written at start-up

// ---- making ------------------------------------------------------------------------------------------------------------

SkBytes *sk_bytes_new(size_t len) {
    SkBytes *b = len <= SK_STR_MAX_LENGTH ? (SkBytes *)sk_object_new(&sk_bytes_type.head, sizeof(SkBytes) + len + 1) : NULL;
    if (!b) {
        sk_raise_memory();
        return NULL;
    }
    sk_store_relaxed(&b->hash, 0);
    b->length = len;
    b->data[len] = 0;
    return b;
}

bool sk_bytes_init(void) {
    for (int i = 0; i <= 256; i++) {
        SkBytes *b = sk_bytes_new(i < 256);
        if (!b) return false;
        if (i < 256) b->data[0] = (char)i;
        sk_make_immortal(&b->header);
        singles[i] = sk_counted(b);
    }
    return true;
}

SkValue sk_bytes_from(const void *data, size_t len) {
    if (len <= 1) return len ? singles[*(const uint8_t *)data] : singles[256];
    SkBytes *b = sk_bytes_new(len);
    if (!b) return SK_EMPTY;
    memcpy(b->data, data, len);
    return sk_counted(b);
}

SkValue sk_bytes_truncate(SkBytes *b, size_t len) {
    if (len == b->length) return sk_counted(b);
    if (len > 1 && (len >= b->length / 2 || b->length < 64)) { // a block freed as a smaller one than it is does no harm
        b->length = len;
        b->data[len] = 0;
        return sk_counted(b);
    }
    SkValue result = sk_bytes_from(b->data, len);
    sk_release(sk_counted(b));
    return result;
}

static void bytes_destroy(SkObject *o) {
    SkBytes *b = (SkBytes *)o;
    if (sk_type_index(o) == SK_T_BYTES) sk_object_free(o, sizeof(SkBytes) + b->length + 1);
    else sk_instance_free(o, b->length + 1);
}

static SkValue bytes_of_type(SkType *type, const void *data, size_t n) {
    SkBytes *b = (SkBytes *)sk_type_alloc(type, n + 1);
    if (!b) return SK_EMPTY;
    b->length = n;
    memcpy(b->data, data, n);
    return sk_counted(b);
}

static SkValue exact_word(SkValue v) {
    if (sk_is_exact_bytes(v)) return sk_dup(v);
    return sk_bytes_from(sk_as_bytes(v)->data, sk_as_bytes(v)->length);
}

bool sk_byte_value(SkValue v, const char *range_message, uint8_t *out) {
    int64_t i;
    if (sk_is_small_int(v)) i = sk_small_int(v);
    else if (!sk_index_as_int64(v, &i, NULL)) return false;
    if (i < 0 || i > 255) return sk_raise_false(sk_exc_ValueError, "%s", range_message);
    *out = (uint8_t)i;
    return true;
}

// Of a tuple, or of a list that nobody else has seen, whose items are all bytes. SK_EMPTY without an exception: the general way.
static SkValue from_small_ints(SkValue v) {
    const SkSlot *items;
    size_t n;
    if (sk_is_exact_tuple(v)) {
        items = sk_as_tuple(v)->items;
        n = sk_tuple_len(v);
    } else if (sk_is_exact_list(v) && sk_is_mine(sk_ptr(v)) && !sk_is_shared(sk_ptr(v)) && !sk_multithreaded) {
        items = sk_load_relaxed(&sk_as_list(v)->array)->items;
        n = sk_list_len(v);
    } else {
        return SK_EMPTY;
    }
    for (size_t i = 0; i < n; i++) {
        SkValue item = sk_slot_peek(&items[i]);
        if (!sk_is_small_int(item) || (uint64_t)sk_small_int(item) > 255) return SK_EMPTY;
    }
    if (n < 2) return sk_bytes_from(&(char){n ? (char)sk_small_int(sk_slot_peek(&items[0])) : 0}, n);
    SkBytes *b = sk_bytes_new(n);
    if (!b) return SK_EMPTY;
    for (size_t i = 0; i < n; i++) b->data[i] = (char)sk_small_int(sk_slot_peek(&items[i]));
    return sk_counted(b);
}

SkValue sk_bytes_from_items(SkValue v, const char *type_name, const char *range_message) {
    SkValue quick = from_small_ints(v);
    if (!sk_is_empty(quick) || sk_error_occurred()) return quick;
    SK_AUTO SkValue it = sk_iter(v);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "cannot convert '%.200T' object to %s", v, type_name);
        return SK_EMPTY;
    }
    SkStrBuf buffer;
    sk_strbuf_init(&buffer);
    SkValue result = SK_EMPTY;
    for (;;) {
        SK_AUTO SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) {
            if (sk_error_occurred()) break;
            result = buffer.oom ? sk_raise_memory() : sk_bytes_from(buffer.data, buffer.len);
            break;
        }
        uint8_t byte = 0;
        if (!sk_byte_value(item, range_message, &byte)) break;
        sk_strbuf_append_char(&buffer, (char)byte);
    }
    sk_strbuf_free(&buffer);
    return result;
}

static bool text_argument(const char *function, const char *argument, SkValue v, SkUtf8 *out) {
    if (sk_is_empty(v)) return true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument '%s' must be str, not %O", function, argument, v);
    *out = sk_str_utf8(v);
    if (out->text && strlen(out->text) != out->len) {
        sk_utf8_release(out);
        return sk_raise_false(sk_exc_ValueError, "embedded null character");
    }
    return out->text != NULL;
}

static SkValue from_buffer(SkValue v) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(v, &view, SK_BUF_FULL_RO)) return SK_EMPTY;
    SkBytes *b = sk_bytes_new((size_t)view.length);
    if (!b) return SK_EMPTY;
    sk_buffer_copy_out(&view, b->data, 'C');
    return sk_bytes_truncate(b, (size_t)view.length);
}

SkValue sk_bytes_from_arguments(SkValue source, SkValue encoding, SkValue errors, bool is_bytearray) {
    const char *name = is_bytearray ? "bytearray" : "bytes";
    if (sk_is_empty(source)) {
        if (!sk_is_empty(encoding) || !sk_is_empty(errors))
            return sk_raise(sk_exc_TypeError, sk_is_empty(encoding) ? "errors without a string argument" : "encoding without a string argument");
        return singles[256];
    }
    bool text = sk_is_str(source);
    SK_AUTO_UTF8 SkUtf8 e = {0};
    SK_AUTO_UTF8 SkUtf8 r = {0};
    if (!text_argument(name, "encoding", encoding, &e) || !text_argument(name, "errors", errors, &r)) return SK_EMPTY;
    if (text && !sk_is_empty(encoding)) return sk_str_encode(source, e.text, r.text);
    if (!sk_is_empty(encoding)) return sk_raise(sk_exc_TypeError, "encoding without a string argument");
    if (!sk_is_empty(errors))
        return sk_raise(sk_exc_TypeError, text ? "string argument without an encoding" : "errors without a string argument");
    if (!is_bytearray && !sk_is_exact_bytes(source)) {
        SK_AUTO SkValue made = SK_EMPTY;
        if (sk_call_special(source, SK_N(__bytes__), NULL, 0, &made)) {
            if (sk_is_empty(made)) return SK_EMPTY;
            if (!sk_is_bytes(made)) return sk_raise(sk_exc_TypeError, "__bytes__ returned non-bytes (type %.200T)", made);
            return sk_move(&made);
        }
        if (sk_error_occurred()) return SK_EMPTY;
    }
    if (text) return sk_raise(sk_exc_TypeError, "string argument without an encoding");
    if (sk_has_index_method(source)) {
        int64_t n;
        if (sk_index_as_length(source, &n)) {
            if (n < 0) return sk_raise(sk_exc_ValueError, "negative count");
            if (n <= 1) return n ? singles[0] : singles[256];
            SkBytes *b = sk_bytes_new((size_t)n);
            if (!b) return SK_EMPTY;
            memset(b->data, 0, (size_t)n);
            return sk_counted(b);
        }
        if (!sk_error_clear_if(sk_exc_TypeError)) return SK_EMPTY;
    }
    if (sk_is_exact_bytes(source)) return sk_retain(source);
    if (sk_has_buffer(source)) return from_buffer(source);
    return sk_bytes_from_items(source, name, is_bytearray ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)");
}

static SkValue bytes_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue a[3];
    if (!sk_bind("bytes", "(source=b'', encoding=<unrepresentable>, errors=<unrepresentable>)", &cache, args, nargs, kwnames, a))
        return SK_EMPTY;
    SkValue made = sk_bytes_from_arguments(a[0], a[1], a[2], false);
    if (type == &sk_bytes_type || sk_is_empty(made)) return made;
    SkValue result = bytes_of_type(type, sk_as_bytes(made)->data, sk_as_bytes(made)->length);
    sk_release(made);
    return result;
}

// ---- repr, hash, comparison -----------------------------------------------------------------------------------------

SkValue sk_bytes_repr_of(const char *data, size_t n, const char *before, const char *after, bool any_quote) {
    char quote = '\'';
    if (memchr(data, '\'', n) && !memchr(data, '"', n)) quote = '"';
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_cstr(&b, before);
    char open[2] = {'b', quote};
    sk_sb_ascii(&b, open, 2);
    for (size_t i = 0; i < n;) {
        size_t start = i;
        while (i < n && data[i] >= ' ' && data[i] < 0x7f && data[i] != '\\' && data[i] != quote &&
               (!any_quote || (data[i] != '\'' && data[i] != quote)))
            i++;
        sk_sb_ascii(&b, data + start, i - start);
        if (i == n) break;
        uint8_t c = (uint8_t)data[i++];
        char text[4] = {'\\', (char)c};
        size_t len = 2;
        if (c == '\t') text[1] = 't';
        else if (c == '\n') text[1] = 'n';
        else if (c == '\r') text[1] = 'r';
        else if (c != '\\' && c != '\'' && c != (uint8_t)quote) {
            text[1] = 'x';
            text[2] = "0123456789abcdef"[c >> 4];
            text[3] = "0123456789abcdef"[c & 15];
            len = 4;
        }
        sk_sb_ascii(&b, text, len);
    }
    sk_sb_char(&b, (uint8_t)quote);
    sk_sb_cstr(&b, after);
    return sk_sb_finish(&b);
}

static SkValue bytes_repr(SkValue self) {
    return sk_bytes_repr_of(sk_as_bytes(self)->data, sk_as_bytes(self)->length, "", "", false);
}

static int64_t bytes_hash(SkValue self) {
    SkBytes *b = sk_as_bytes(self);
    int64_t hash = sk_load_relaxed(&b->hash);
    if (hash) return hash;
    hash = sk_hash_bytes(b->data, b->length);
    sk_store_relaxed(&b->hash, hash);
    return hash;
}

static bool order_satisfies(int order, SkCompareOp op) {
    switch (op) {
    case SK_LT: return order < 0;
    case SK_LE: return order <= 0;
    case SK_EQ: return order == 0;
    case SK_NE: return order != 0;
    case SK_GT: return order > 0;
    default: return order >= 0;
    }
}

SkValue sk_bytes_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_has_buffer(a) || !sk_has_buffer(b)) return SK_NOT_IMPLEMENTED;
    SK_AUTO_BUFFER SkBuffer x = {0};
    SK_AUTO_BUFFER SkBuffer y = {0};
    if (!sk_buffer_get(a, &x, SK_BUF_SIMPLE) || !sk_buffer_get(b, &y, SK_BUF_SIMPLE)) {
        sk_error_clear();
        return SK_NOT_IMPLEMENTED;
    }
    if (x.length != y.length && (op == SK_EQ || op == SK_NE)) return sk_bool(op == SK_NE);
    size_t n = (size_t)(x.length < y.length ? x.length : y.length);
    int order = n ? memcmp(x.data, y.data, n) : 0;
    if (order == 0) order = x.length < y.length ? -1 : x.length > y.length;
    return sk_bool(order_satisfies(order, op));
}

static bool warn_comparison(SkValue a, SkValue b, SkCompareOp op) {
    if (op != SK_EQ && op != SK_NE) return true;
    if (sk_is_str(a) || sk_is_str(b)) return sk_warn(sk_exc_BytesWarning, 1, "Comparison between bytes and string");
    if (sk_is_int(a) || sk_is_int(b)) return sk_warn(sk_exc_BytesWarning, 1, "Comparison between bytes and int");
    return true;
}

static SkValue bytes_str(SkValue self) {
    if (sk_unlikely(sk_hooks.bytes_warning) && !sk_warn(sk_exc_BytesWarning, 1, "str() on a bytes instance")) return SK_EMPTY;
    return sk_repr(self);
}

static SkValue bytes_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_bytes(a) || !sk_is_bytes(b)) {
        if (sk_unlikely(sk_hooks.bytes_warning) && !warn_comparison(a, b, op)) return SK_EMPTY;
        return SK_NOT_IMPLEMENTED;
    }
    const SkBytes *x = sk_as_bytes(a), *y = sk_as_bytes(b);
    if (x == y) return sk_bool(order_satisfies(0, op));
    if (x->length != y->length && (op == SK_EQ || op == SK_NE)) return sk_bool(op == SK_NE);
    int order = memcmp(x->data, y->data, x->length < y->length ? x->length : y->length);
    if (order == 0) order = x->length < y->length ? -1 : x->length > y->length;
    return sk_bool(order_satisfies(order, op));
}

// ---- as a sequence -------------------------------------------------------------------------------------------------------

static int64_t bytes_len(SkValue self) { return (int64_t)sk_as_bytes(self)->length; }

static SkValue bytes_concat(SkValue a, SkValue b) {
    if (sk_is_exact_bytes(a) && sk_is_exact_bytes(b)) {
        if (sk_as_bytes(a)->length == 0) return sk_dup(b);
        if (sk_as_bytes(b)->length == 0) return sk_dup(a);
        const SkBytes *p = sk_as_bytes(a), *q = sk_as_bytes(b);
        SkBytes *sum = sk_bytes_new(p->length + q->length);
        if (!sum) return SK_EMPTY;
        memcpy(sum->data, p->data, p->length);
        memcpy(sum->data + p->length, q->data, q->length);
        return sk_counted(sum);
    }
    SK_AUTO_BUFFER SkBuffer x = {0};
    SK_AUTO_BUFFER SkBuffer y = {0};
    if (!sk_has_buffer(a) || !sk_has_buffer(b))
        return sk_raise(sk_exc_TypeError, "can't concat %.100T to %.100T", b, a);
    if (!sk_buffer_get(a, &x, SK_BUF_LIVE) || !sk_buffer_get(b, &y, SK_BUF_LIVE)) return SK_EMPTY;
    SkBytes *to = sk_bytes_new((size_t)(x.length + y.length));
    if (!to) return SK_EMPTY;
    if (x.length) sk_racy_copy(to->data, x.data, (size_t)x.length);
    if (y.length) sk_racy_copy(to->data + x.length, y.data, (size_t)y.length);
    return sk_counted(to);
}

SkValue sk_bytes_concat(SkValue a, SkValue b) { return sk_own(bytes_concat(a, b)); }

static SkValue bytes_repeat(SkValue self, int64_t count) {
    const SkBytes *b = sk_as_bytes(self);
    if (count <= 0 || b->length == 0) return sk_borrowed(sk_ptr(singles[256]));
    if (count == 1) return exact_word(self);
    size_t all;
    if (__builtin_mul_overflow(b->length, (size_t)count, &all) || all > SK_STR_MAX_LENGTH) return sk_raise_memory();
    SkBytes *to = sk_bytes_new(all);
    if (!to) return SK_EMPTY;
    memcpy(to->data, b->data, b->length);
    for (size_t done = b->length; done < all;) {
        size_t next = done < all - done ? done : all - done;
        memcpy(to->data + done, to->data, next);
        done += next;
    }
    return sk_counted(to);
}

static SkValue bytes_get_key(SkValue self, SkValue key) {
    const SkBytes *b = sk_as_bytes(self);
    int64_t i;
    if (sk_is_small_int(key)) {
        i = sk_small_int(key);
    } else if (sk_is_slice(key)) {
        int64_t start, stop, step;
        if (!sk_slice_unpack(key, &start, &stop, &step)) return SK_EMPTY;
        int64_t n = sk_slice_adjust((int64_t)b->length, &start, &stop, step);
        if (n <= 0) return sk_borrowed(sk_ptr(singles[256]));
        if (step == 1 && (size_t)n == b->length) return exact_word(self);
        if (step == 1) return sk_bytes_from(b->data + start, (size_t)n);
        SkBytes *to = sk_bytes_new((size_t)n);
        if (!to) return SK_EMPTY;
        for (int64_t k = 0; k < n; k++) to->data[k] = b->data[start + k * step];
        return sk_counted(to);
    } else if (sk_has_index_method(key)) {
        if (!sk_index_as_int64(key, &i, sk_exc_IndexError)) return SK_EMPTY;
    } else {
        return sk_raise(sk_exc_TypeError, "byte indices must be integers or slices, not %T", key);
    }
    if (i < 0) i += (int64_t)b->length;
    if (i < 0 || i >= (int64_t)b->length) return sk_raise(sk_exc_IndexError, "index out of range");
    return sk_from_small_int((uint8_t)b->data[i]);
}

static bool bytes_get_buffer(SkValue self, SkBuffer *view, int flags) {
    SkBytes *b = sk_as_bytes(self);
    return sk_buffer_fill(view, self, b->data, (int64_t)b->length, true, flags);
}

static SkValue bytes_bytes(SkValue self) { return exact_word(self); }

static SkValue bytes_getnewargs(SkValue self) {
    SK_AUTO SkValue exact = sk_own(exact_word(self));
    return sk_is_empty(exact) ? SK_EMPTY : sk_tuple_pack(1, exact);
}

static SkValue bytes_sizeof(SkValue self) { return sk_from_small_int((int64_t)(sizeof(SkBytes) + sk_as_bytes(self)->length + 1)); }

static SkValue fromhex(SkValue cls, SkValue text) {
    SK_AUTO SkValue bytes = sk_bytes_fromhex(sk_as_type(cls), text);
    if (sk_is_empty(bytes) || sk_as_type(cls) == &sk_bytes_type) return sk_move(&bytes);
    return sk_call1(cls, bytes);
}

static const SkMethodDef methods[] = {
    SK_BYTES_COMMON(SK_BYTES_ENTRY)
    {"fromhex", SK_ONEARG | SK_CLASS_METHOD, .onearg = fromhex, "(string, /)", "Bytes from text of two hexadecimal digits each."},
    {"maketrans", SK_FAST | SK_STATIC_METHOD, .fast = sk_bytes_maketrans, "(frm, to, /)", "A table for translate()."},
    {"__bytes__", SK_NOARGS, .noargs = bytes_bytes, "()", "The bytes themselves."},
    {"__getnewargs__", SK_NOARGS, .noargs = bytes_getnewargs, "()", "Arguments for __new__ when unpickling."},
    {"__sizeof__", SK_NOARGS, .noargs = bytes_sizeof, "()", "Size in memory, in bytes."},
    {0},
};

static SkValue bytes_iter(SkValue self) { return sk_index_iter_new(&sk_bytes_iter_type, self, 0); }

SkType sk_bytes_type = {
    SK_TYPE_HEAD(SK_T_BYTES, sizeof(SkBytes), NULL, NULL, bytes_destroy),
    .name = "bytes",
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> bytes\n"
           "bytes(int) -> that many zero bytes\nbytes() -> no bytes\n\nAn immutable sequence of bytes.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE | SK_TF_MATCH_SELF | SK_TF_BYTES_SUBCLASS,
    .item_size = 1,
    .base = &sk_object_type,
    .new_ = bytes_new,
    .repr = bytes_repr,
    .iter = bytes_iter,
    .hash = bytes_hash,
    .str = bytes_str,
    .compare = bytes_compare,
    .number = {.remainder = sk_bytes_mod_slot},
    .container = {.len = bytes_len,
                  .concat = bytes_concat,
                  .repeat = bytes_repeat,
                  .contains = sk_bytes_contains,
                  .get_key = bytes_get_key},
    .buffer = {.get = bytes_get_buffer},
    .methods = methods,
};

// ---- the iterator ------------------------------------------------------------------------------------------------------

static SkValue iter_next(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    for (;;) {
        SkValue of = sk_index_iter_peek(it);
        if (sk_is_empty(of)) return SK_EMPTY;
        int64_t i = sk_load_relaxed(&it->index);
        if (i < 0 || (uint64_t)i >= sk_as_bytes(of)->length) {
            sk_index_iter_finish(it);
            return SK_EMPTY;
        }
        if (sk_claim(&it->index, i, i + 1)) return sk_from_small_int((uint8_t)sk_as_bytes(of)->data[i]);
    }
}

static SkValue iter_length_hint(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    SkValue of = sk_index_iter_peek(it);
    int64_t left = sk_is_empty(of) ? 0 : (int64_t)sk_as_bytes(of)->length - sk_load_relaxed(&it->index);
    return sk_from_small_int(left < 0 ? 0 : left);
}

static SkValue iter_reduce(SkValue self) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i = sk_load_relaxed(&it->index);
    SK_AUTO SkValue of = sk_slot_get(&it->header, &it->of);
    return sk_iter_reduce("iter", of, sk_empty_tuple(), i);
}

static SkValue iter_setstate(SkValue self, SkValue state) {
    SkIndexIter *it = (SkIndexIter *)sk_ptr(self);
    int64_t i;
    if (!sk_as_int64(state, &i)) return SK_EMPTY;
    SkValue of = sk_index_iter_peek(it);
    if (!sk_is_empty(of)) {
        int64_t n = (int64_t)sk_as_bytes(of)->length;
        sk_store_relaxed(&it->index, i < 0 ? 0 : i > n ? n : i);
    }
    return SK_NONE;
}

static const SkMethodDef iter_methods[] = {
    {"__length_hint__", SK_NOARGS, .noargs = iter_length_hint, "()", "How many bytes are left."},
    {"__reduce__", SK_NOARGS, .noargs = iter_reduce, "()", "State for pickling."},
    {"__setstate__", SK_ONEARG, .onearg = iter_setstate, "(object, /)", "Sets the position."},
    {0},
};

SkType sk_bytes_iter_type = {
    SK_TYPE_HEAD(SK_T_BYTES_ITER, sizeof(SkIndexIter), sk_index_iter_trace, sk_index_iter_clear, sk_index_iter_destroy),
    .name = "bytes_iterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_object_type,
    .iter = sk_iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};
