// array: the methods of arrays, and the module's functions.
#include <string.h>

#include "base/alloc.h"
#include "base/racy.h"
#include "modules/arguments.h"
#include "modules/array.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- changing -----------------------------------------------------------------------------------------------------------------

static SkValue append(SkValue self, SkValue v) { return sk_array_append(sk_as_array(self), v) ? SK_NONE : SK_EMPTY; }
static SkValue extend(SkValue self, SkValue v) { return sk_array_extend(sk_as_array(self), v) ? SK_NONE : SK_EMPTY; }
static SkValue frombytes(SkValue self, SkValue v) { return sk_array_append_bytes(sk_as_array(self), v) ? SK_NONE : SK_EMPTY; }
static SkValue clear(SkValue self) { return sk_array_splice(sk_as_array(self), 0, INT64_MAX, NULL, 0) ? SK_NONE : SK_EMPTY; }

static SkValue fromlist(SkValue self, SkValue v) {
    if (!sk_is_list(v)) return sk_raise(sk_exc_TypeError, "arg must be list");
    return sk_array_extend_list(sk_as_array(self), v) ? SK_NONE : SK_EMPTY;
}

static SkValue fromunicode(SkValue self, SkValue v) {
    if (!sk_is_str(v)) return sk_raise(sk_exc_TypeError, "fromunicode() argument must be str, not %T", v);
    if (sk_as_array(self)->code->kind != SK_ARRAY_CHAR)
        return sk_raise(sk_exc_ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    return sk_array_append_str(sk_as_array(self), v) ? SK_NONE : SK_EMPTY;
}

static SkValue insert(SkValue self, const SkValue *args, size_t nargs) {
    SkArray *a = sk_as_array(self);
    int64_t i;
    uint8_t bytes[8];
    if (!sk_check_nargs("insert", nargs, 2, 2) || !sk_ssize_argument(args[0], 0, &i)) return SK_EMPTY;
    if (!sk_array_pack(a->code, args[1], bytes)) return SK_EMPTY;
    if (i < 0) i += (int64_t)sk_array_len(a);
    return sk_array_splice(a, i < 0 ? 0 : i, i < 0 ? 0 : i, bytes, 1) ? SK_NONE : SK_EMPTY;
}

static SkValue pop(SkValue self, const SkValue *args, size_t nargs) {
    SkArray *a = sk_as_array(self);
    int64_t i = -1;
    uint8_t bytes[8];
    if (!sk_check_nargs("pop", nargs, 0, 1) || (nargs && !sk_ssize_argument(args[0], -1, &i))) return SK_EMPTY;
    int taken = sk_array_take(a, i, bytes);
    if (taken < 0) return SK_EMPTY;
    if (taken) return sk_array_unpack(a->code, (char *)bytes);
    return sk_raise(sk_exc_IndexError, sk_array_len(a) ? "pop index out of range" : "pop from empty array");
}

// The first place from start on (before stop) with an item equal to v; -1: none, -2: exception.
static int64_t find(SkArray *a, SkValue v, int64_t start, int64_t stop) {
    for (int64_t i = start; i < stop; i++) {
        SK_AUTO SkValue item = sk_array_item(a, i);
        if (sk_is_empty(item)) return sk_error_occurred() ? -2 : -1;
        SK_AUTO SkValue equal = sk_compare(item, v, SK_EQ);
        int truth = sk_is_empty(equal) ? -1 : sk_truth(equal);
        if (truth) return truth < 0 ? -2 : i;
    }
    return -1;
}

static SkValue remove_item(SkValue self, SkValue v) {
    SkArray *a = sk_as_array(self);
    uint8_t bytes[8];
    int64_t i = find(a, v, 0, INT64_MAX);
    if (i == -1) return sk_raise(sk_exc_ValueError, "array.remove(x): x not in array");
    return i < 0 || sk_array_take(a, i, bytes) < 0 ? SK_EMPTY : SK_NONE;
}

static SkValue index_of(SkValue self, const SkValue *args, size_t nargs) {
    SkArray *a = sk_as_array(self);
    int64_t n = (int64_t)sk_array_len(a), start = 0, stop = INT64_MAX;
    if (!sk_check_nargs("index", nargs, 1, 3)) return SK_EMPTY;
    if (nargs > 1 && !sk_slice_bound(args[1], n, &start)) return SK_EMPTY;
    if (nargs > 2 && !sk_slice_bound(args[2], n, &stop)) return SK_EMPTY;
    int64_t i = find(a, args[0], start, stop);
    if (i == -1) return sk_raise(sk_exc_ValueError, "array.index(x): x not in array");
    return i < 0 ? SK_EMPTY : sk_int_from_int64(i);
}

static SkValue count(SkValue self, SkValue v) {
    int64_t n = 0;
    for (int64_t i = 0; (i = find(sk_as_array(self), v, i, INT64_MAX)) != -1; i++) {
        if (i < 0) return SK_EMPTY;
        n++;
    }
    return sk_int_from_int64(n);
}

static SkValue reverse(SkValue self) {
    SkArray *a = sk_as_array(self);
    size_t size = a->code->size;
    char bytes[8];
    sk_lock(&a->header);
    size_t n = sk_array_len(a);
    for (size_t i = 0; i < n / 2; i++) {
        char *p = a->data + i * size, *q = a->data + (n - 1 - i) * size;
        sk_racy_copy(bytes, p, size);
        sk_racy_copy(p, q, size);
        sk_racy_copy(q, bytes, size);
    }
    sk_unlock(&a->header);
    return SK_NONE;
}

static SkValue byteswap(SkValue self) {
    SkArray *a = sk_as_array(self);
    sk_lock(&a->header);
    sk_array_swap_bytes(a->data, sk_array_len(a), a->code->size);
    sk_unlock(&a->header);
    return SK_NONE;
}

// ---- asking --------------------------------------------------------------------------------------------------------------------

static SkValue tolist(SkValue self) { return sk_array_to_list(sk_as_array(self)); }
static SkValue tobytes(SkValue self) { return sk_array_to_bytes(sk_as_array(self)); }
static SkValue tounicode(SkValue self) {
    if (sk_as_array(self)->code->kind != SK_ARRAY_CHAR)
        return sk_raise(sk_exc_ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')");
    return sk_array_to_str(sk_as_array(self));
}

static SkValue buffer_info(SkValue self) {
    SkArray *a = sk_as_array(self);
    sk_lock(&a->header);
    uintptr_t address = (uintptr_t)a->data;
    size_t n = sk_array_len(a);
    sk_unlock(&a->header);
    SkValue parts[2] = {sk_int_from_uint64(address), sk_int_from_int64((int64_t)n)};
    return sk_is_empty(parts[0]) ? SK_EMPTY : sk_tuple_steal(parts, 2);
}

static SkValue array_sizeof(SkValue self) {
    SkArray *a = sk_as_array(self);
    sk_lock(&a->header);
    size_t n = a->capacity;
    sk_unlock(&a->header);
    return sk_int_from_int64((int64_t)(sk_type_of(self)->head.basic_size + n * a->code->size));
}

static SkValue copy(SkValue self) {
    SkArray *a = sk_as_array(self);
    for (;;) {
        size_t n = sk_array_len(a);
        SkArray *made = sk_array_new(&sk_array_type, a->code, n);
        if (!made) return SK_EMPTY;
        sk_lock(&a->header);
        bool same = sk_array_len(a) == n;
        if (same && n) sk_racy_copy(made->data, a->data, n * a->code->size);
        sk_unlock(&a->header);
        if (same) return sk_counted(made);
        sk_release(sk_counted(made));
    }
}
static SkValue deepcopy(SkValue self, SkValue memo SK_UNUSED) { return copy(self); }

// ---- files ---------------------------------------------------------------------------------------------------------------------

static SkValue fromfile(SkValue self, const SkValue *args, size_t nargs) {
    SkArray *a = sk_as_array(self);
    int64_t n, bytes;
    if (!sk_check_nargs("fromfile", nargs, 2, 2) || !sk_ssize_argument(args[1], 0, &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "negative count");
    if (__builtin_mul_overflow(n, (int64_t)a->code->size, &bytes)) return sk_raise_memory();
    SK_AUTO SkValue wanted = sk_int_from_int64(bytes);
    SK_AUTO SkValue data = sk_is_empty(wanted) ? SK_EMPTY : sk_call_method_s(args[0], "read", &wanted, 1);
    if (sk_is_empty(data)) return SK_EMPTY;
    if (!sk_is_bytes(data)) return sk_raise(sk_exc_TypeError, "read() didn't return bytes");
    bool enough = (int64_t)sk_as_bytes(data)->length == bytes;
    if (!sk_array_append_bytes(a, data)) return SK_EMPTY;
    return enough ? SK_NONE : sk_raise(sk_exc_EOFError, "read() didn't return enough bytes");
}

static SkValue tofile(SkValue self, SkValue file) {
    SkArray *a = sk_as_array(self);
    enum { BLOCK = 64 * 1024 };
    for (size_t at = 0;; at += BLOCK) {
        char block[4096];
        SK_AUTO SkValue part = SK_EMPTY;
        sk_lock(&a->header);
        size_t all = sk_array_len(a) * a->code->size, n = at >= all ? 0 : all - at < BLOCK ? all - at : BLOCK;
        char *copy = n <= sizeof block ? block : sk_malloc(n);
        if (copy && n) sk_racy_copy(copy, a->data + at, n);
        sk_unlock(&a->header);
        if (!n) return SK_NONE;
        part = copy ? sk_bytes_from(copy, n) : sk_raise_memory();
        if (copy != block) sk_free(copy);
        SK_AUTO SkValue done = sk_is_empty(part) ? SK_EMPTY : sk_call_method_s(file, "write", &part, 1);
        if (sk_is_empty(done)) return SK_EMPTY;
    }
}

// ---- pickling ------------------------------------------------------------------------------------------------------------------

static SkValue reduce_parts(SkValue self, bool as_list) {
    SkArray *a = sk_as_array(self);
    SkValue type = sk_type_value(sk_type_of(self));
    SK_AUTO SkValue found = sk_getattr_opt_s(self, "__dict__");
    if (sk_is_empty(found) && sk_error_occurred()) return SK_EMPTY;
    SkValue state = sk_is_empty(found) ? SK_NONE : found;
    SK_AUTO SkValue code = sk_str_from_code_point((uint8_t)a->code->code);
    if (sk_is_empty(code)) return SK_EMPTY;
    SK_AUTO SkValue content = as_list ? sk_array_to_list(a) : sk_array_to_bytes(a);
    if (sk_is_empty(content)) return SK_EMPTY;
    if (as_list) {
        SK_AUTO SkValue args = sk_tuple_pack(2, code, content);
        return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(3, type, args, state);
    }
    SK_AUTO SkValue module = sk_import("array");
    SK_AUTO SkValue make = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, "_array_reconstructor");
    if (sk_is_empty(make)) return SK_EMPTY;
    SK_AUTO SkValue args = sk_tuple_pack(4, type, code, sk_from_small_int(a->code->format), content);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(3, make, args, state);
}

static SkValue reduce_ex(SkValue self, SkValue protocol) {
    int64_t n;
    if (!sk_is_int(protocol)) return sk_raise(sk_exc_TypeError, "__reduce_ex__ argument should be an integer");
    if (!sk_as_int64(protocol, &n)) return SK_EMPTY;
    return reduce_parts(self, n < 3);
}

const SkMethodDef sk_array_methods[] = {
    {"append", SK_ONEARG, .onearg = append, "(v, /)", "Append new value v to the end of the array."},
    {"buffer_info", SK_NOARGS, .noargs = buffer_info, "()", "(address, length): where the items lie at this moment, and how many they are."},
    {"byteswap", SK_NOARGS, .noargs = byteswap, "()", "Swap the bytes of all items."},
    {"clear", SK_NOARGS, .noargs = clear, "()", "Remove all items from the array."},
    {"count", SK_ONEARG, .onearg = count, "(v, /)", "Return number of occurrences of v in the array."},
    {"extend", SK_ONEARG, .onearg = extend, "(bb, /)", "Append items to the end of the array."},
    {"frombytes", SK_ONEARG, .onearg = frombytes, "(buffer, /)", "Append the items that bytes stand for, as tobytes() gives them."},
    {"fromfile", SK_FAST, .fast = fromfile, "(f, n, /)", "Read n items from the binary file f and append them."},
    {"fromlist", SK_ONEARG, .onearg = fromlist, "(list, /)", "Append items to array from list."},
    {"fromunicode", SK_ONEARG, .onearg = fromunicode, "(ustr, /)", "Append the characters of a string (typecodes u and w)."},
    {"index", SK_FAST, .fast = index_of, "(v, start=0, stop=sys.maxsize, /)", "Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present."},
    {"insert", SK_FAST, .fast = insert, "(i, v, /)", "Insert a new item v into the array before position i."},
    {"pop", SK_FAST, .fast = pop, "(i=-1, /)", "Return the i-th element and delete it from the array."},
    {"remove", SK_ONEARG, .onearg = remove_item, "(v, /)", "Remove the first occurrence of v in the array."},
    {"reverse", SK_NOARGS, .noargs = reverse, "()", "Reverse the order of the items in the array."},
    {"tobytes", SK_NOARGS, .noargs = tobytes, "()", "The items as bytes."},
    {"tofile", SK_ONEARG, .onearg = tofile, "(f, /)", "Write all items to the binary file f."},
    {"tolist", SK_NOARGS, .noargs = tolist, "()", "Convert array to an ordinary list with the same items."},
    {"tounicode", SK_NOARGS, .noargs = tounicode, "()", "The characters as a string (typecodes u and w)."},
    {"__copy__", SK_NOARGS, .noargs = copy, "()", "Return a copy of the array."},
    {"__deepcopy__", SK_ONEARG, .onearg = deepcopy, "(unused, /)", "Return a copy of the array."},
    {"__reduce_ex__", SK_ONEARG, .onearg = reduce_ex, "(value, /)", "Return state information for pickling."},
    {"__sizeof__", SK_NOARGS, .noargs = array_sizeof, "()", "Size of the array in memory, in bytes."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, "(object, /)", "See PEP 585"},
    {0},
};

const SkMethodDef sk_array_functions[] = {
    {"_array_reconstructor", SK_FAST, .fast = sk_array_reconstruct, "(arraytype, typecode, mformat_code, items, /)", "For pickle: an array from the bytes of its items."},
    {0},
};
