// The methods of bytearray that bytes does not have.
#include "objects/bytearray_methods.h"

#include "objects/buffer.h"
#include "objects/bytes_internal.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

#define NOT_A_BYTE "byte must be in range(0, 256)"

static SkValue none_if(bool good) { return good ? SK_NONE : SK_EMPTY; }

static SkValue append(SkValue self, SkValue item) {
    uint8_t byte = 0;
    if (!sk_byte_value(item, NOT_A_BYTE, &byte)) return SK_EMPTY;
    return none_if(sk_bytearray_splice(self, INT64_MAX, INT64_MAX, &byte, 1));
}

static SkValue clear(SkValue self) { return none_if(sk_bytearray_resize(self, 0)); }

static SkValue copy(SkValue self) {
    SK_AUTO SkValue all = sk_bytearray_snapshot(self);
    return sk_is_empty(all) ? SK_EMPTY : sk_bytearray_from(sk_as_bytes(all)->data, sk_as_bytes(all)->length);
}

static SkValue extend(SkValue self, SkValue items) {
    if (sk_has_buffer(items)) return none_if(sk_bytearray_add_buffer(self, items));
    if (sk_is_str(items)) return sk_raise(sk_exc_TypeError, "expected iterable of integers; got: 'str'");
    SK_AUTO SkValue it = sk_iter(items);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "can't extend bytearray with %.100T", items);
        return SK_EMPTY;
    }
    if (sk_length_hint(items, 0) < 0) return SK_EMPTY;
    SK_AUTO SkValue bytes = sk_bytes_from_items(it, "bytearray", NOT_A_BYTE);
    if (sk_is_empty(bytes)) return SK_EMPTY;
    return none_if(sk_bytearray_splice(self, INT64_MAX, INT64_MAX, sk_as_bytes(bytes)->data, sk_as_bytes(bytes)->length));
}

static SkValue insert(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("insert", nargs, 2, 2)) return SK_EMPTY;
    int64_t i;
    uint8_t byte = 0;
    if (!sk_index_as_int64(args[0], &i, sk_exc_OverflowError) || !sk_byte_value(args[1], NOT_A_BYTE, &byte)) return SK_EMPTY;
    if (i < 0) i += (int64_t)sk_bytearray_len(self);
    return none_if(sk_bytearray_splice(self, i, i, &byte, 1));
}

static SkValue pop(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("pop", nargs, 0, 1)) return SK_EMPTY;
    int64_t i = -1;
    if (nargs && !sk_index_as_int64(args[0], &i, sk_exc_OverflowError)) return SK_EMPTY;
    uint8_t byte = 0;
    int taken = sk_bytearray_take(self, i, &byte);
    if (taken == 1) return sk_from_small_int(byte);
    if (taken == -1) return SK_EMPTY;
    return sk_raise(sk_exc_IndexError, taken == 0 ? "pop index out of range" : "pop from empty bytearray");
}

static SkValue remove_value(SkValue self, SkValue value) {
    uint8_t byte = 0;
    if (!sk_byte_value(value, NOT_A_BYTE, &byte)) return SK_EMPTY;
    int removed = sk_bytearray_remove_byte(self, byte);
    if (removed == 0) return sk_raise(sk_exc_ValueError, "value not found in bytearray");
    return none_if(removed > 0);
}

static SkValue resize(SkValue self, SkValue size) {
    int64_t n;
    if (!sk_index_as_int64(size, &n, sk_exc_OverflowError)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "bytearray.resize(): new size must be >= 0, got %lld", (long long)n);
    if (n > INT64_MAX / 2) return sk_raise_memory();
    return none_if(sk_bytearray_resize(self, (size_t)n));
}

static SkValue reverse(SkValue self) {
    sk_bytearray_reverse(self);
    return SK_NONE;
}

static SkValue alloc_size(SkValue self) {
    SkByteArray *a = sk_as_bytearray(self);
    sk_lock(&a->header);
    size_t n = a->block ? a->capacity + 1 : 0;
    sk_unlock(&a->header);
    return sk_from_small_int((int64_t)n);
}

static SkValue size_of(SkValue self) {
    return sk_from_small_int((int64_t)sizeof(SkByteArray) + sk_small_int(alloc_size(self)));
}

static SkValue reduce_with(SkValue self, bool as_text) {
    SK_AUTO SkValue state = sk_call_method_s(self, "__getstate__", NULL, 0);
    SK_AUTO SkValue content = sk_is_empty(state) ? SK_EMPTY : sk_bytearray_snapshot(self);
    if (sk_is_empty(content)) return SK_EMPTY;
    SkBytes *b = sk_as_bytes(content);
    SK_AUTO SkValue args = SK_EMPTY;
    if (as_text && b->length) {
        SK_AUTO SkValue text = sk_str_from_latin1(b->data, b->length);
        SK_AUTO SkValue encoding = sk_intern_s("latin-1");
        if (sk_is_empty(text) || sk_is_empty(encoding)) return SK_EMPTY;
        args = sk_tuple_pack(2, text, encoding);
    } else {
        args = b->length ? sk_tuple_pack(1, content) : sk_tuple_pack(0);
    }
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(3, sk_type_value(sk_type_of(self)), args, state);
}

static SkValue reduce(SkValue self) { return reduce_with(self, true); }

static SkValue reduce_ex(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("__reduce_ex__", nargs, 0, 1)) return SK_EMPTY;
    int protocol = 0;
    if (nargs && !sk_as_int(args[0], &protocol)) return SK_EMPTY;
    return reduce_with(self, protocol < 3);
}

static SkValue fromhex(SkValue cls, SkValue text) {
    SK_AUTO SkValue bytes = sk_bytes_fromhex(sk_as_type(cls), text);
    if (sk_is_empty(bytes)) return SK_EMPTY;
    if (sk_as_type(cls) == &sk_bytearray_type) return sk_bytearray_from(sk_as_bytes(bytes)->data, sk_as_bytes(bytes)->length);
    return sk_call1(cls, bytes);
}

const SkMethodDef sk_bytearray_methods[] = {
    SK_BYTES_COMMON(SK_BYTES_ENTRY)
    {"append", SK_ONEARG, .onearg = append, "(item, /)", "Append one byte."},
    {"clear", SK_NOARGS, .noargs = clear, "()", "Remove all bytes."},
    {"copy", SK_NOARGS, .noargs = copy, "()", "A copy."},
    {"extend", SK_ONEARG, .onearg = extend, "(iterable_of_ints, /)", "Append all bytes of a buffer or an iterable."},
    {"insert", SK_FAST, .fast = insert, "(index, item, /)", "Insert a byte before the index."},
    {"pop", SK_FAST, .fast = pop, "(index=-1, /)", "Remove a byte and return it."},
    {"remove", SK_ONEARG, .onearg = remove_value, "(value, /)", "Remove the first byte of this value."},
    {"resize", SK_ONEARG, .onearg = resize, "(size, /)", "Shorten or lengthen; new bytes are zero."},
    {"reverse", SK_NOARGS, .noargs = reverse, "()", "Reverse in place."},
    {"fromhex", SK_ONEARG | SK_CLASS_METHOD, .onearg = fromhex, "(string, /)", "Bytes from text of two hexadecimal digits each."},
    {"maketrans", SK_FAST | SK_STATIC_METHOD, .fast = sk_bytes_maketrans, "(frm, to, /)", "A table for translate()."},
    {"__alloc__", SK_NOARGS, .noargs = alloc_size, "()", "Number of bytes allocated."},
    {"__reduce__", SK_NOARGS, .noargs = reduce, "()", "State for pickling."},
    {"__reduce_ex__", SK_FAST, .fast = reduce_ex, "(proto=0, /)", "State for pickling."},
    {"__sizeof__", SK_NOARGS, .noargs = size_of, "()", "Size in memory, in bytes."},
    {0},
};
