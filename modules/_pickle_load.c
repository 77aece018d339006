// Reading a pickle: a machine with a stack, marks on it, and a memo.
#include "base/alloc.h"
#include "base/utf8.h"
#include "modules/_pickle.h"

#include <stdio.h>
#include <string.h>

#include "core/vm/import.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list_internal.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/shape.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

#define BAD(...) sk_raise_false(sk_unpickling_error(), __VA_ARGS__)

// ---- the stack -------------------------------------------------------------------------------------------------------------------

// Takes the word; SK_EMPTY: an exception is set already.
static SK_NOINLINE bool push_more(SkUnpickler *u, SkValue v) {
    size_t capacity = u->stack_capacity * 2 + 64;
    SkValue *stack = sk_realloc(u->stack, capacity * sizeof *stack);
    if (!stack) {
        sk_release(v);
        return sk_is_none(sk_raise_memory());
    }
    u->stack = stack;
    u->stack_capacity = capacity;
    u->stack[u->depth++] = v;
    return true;
}

static inline bool push(SkUnpickler *u, SkValue v) {
    if (sk_is_empty(v)) return false;
    v = sk_own(v);
    if (sk_unlikely(u->depth == u->stack_capacity)) return push_more(u, v);
    u->stack[u->depth++] = v;
    return true;
}

static bool underflow(const SkUnpickler *u) { return BAD(u->nmarks ? "unexpected MARK found" : "unpickling stack underflow"); }
// n values above the last mark.
static bool need(const SkUnpickler *u, size_t n) { return u->depth - u->fence >= n || underflow(u); }

static SkValue pop(SkUnpickler *u) { return u->depth > u->fence ? u->stack[--u->depth] : (underflow(u), SK_EMPTY); }

static void cut(SkUnpickler *u, size_t depth) {
    while (u->depth > depth) sk_release(u->stack[--u->depth]);
}

static bool mark(SkUnpickler *u) {
    if (u->nmarks == u->marks_capacity) {
        size_t capacity = u->marks_capacity * 2 + 20;
        size_t *marks = sk_realloc(u->marks, capacity * sizeof *marks);
        if (!marks) return sk_is_none(sk_raise_memory());
        u->marks = marks;
        u->marks_capacity = capacity;
    }
    u->marks[u->nmarks++] = u->fence = u->depth;
    return true;
}

// Takes the last mark away: the depth where it was.
static bool unmark(SkUnpickler *u, size_t *at) {
    if (u->nmarks == 0) return BAD("could not find MARK");
    *at = u->marks[--u->nmarks];
    u->fence = u->nmarks ? u->marks[u->nmarks - 1] : 0;
    return true;
}

// The values from `from` on as a tuple or list; they leave the stack.
static SkValue take_tuple(SkUnpickler *u, size_t from) {
    SkTuple *t = u->depth > from ? sk_tuple_alloc(u->depth - from) : NULL;
    if (u->depth == from) return sk_retain(sk_empty_tuple());
    if (!t) return SK_EMPTY;
    for (size_t i = from; i < u->depth; i++) sk_tuple_init(t, i - from, u->stack[i]);
    u->depth = from;
    return sk_counted(t);
}

static SkValue take_list(SkUnpickler *u, size_t from) {
    size_t n = u->depth - from;
    u->depth = from;
    return sk_list_steal(u->stack + from, n);
}

// ---- the memo --------------------------------------------------------------------------------------------------------------------

SkValue sk_unpickle_memo_get(SkUnpickler *u, size_t i) {
    if (i < u->memo_size) return sk_is_empty(u->memo[i]) ? SK_EMPTY : sk_retain(u->memo[i]);
    if (sk_is_empty(u->sparse)) return SK_EMPTY;
    SK_AUTO SkValue key = sk_int_from_uint64(i);
    return sk_dict_get(u->sparse, key);
}

bool sk_unpickle_memo_set(SkUnpickler *u, size_t i, SkValue v) {
    if (i >= u->memo_size && i <= u->memo_size * 2 + 1024) {
        size_t size = i * 2 + 64;
        SkValue *memo = sk_realloc(u->memo, size * sizeof *memo);
        if (!memo) {
            sk_release(v);
            return sk_is_none(sk_raise_memory());
        }
        for (size_t k = u->memo_size; k < size; k++) memo[k] = SK_EMPTY;
        u->memo = memo;
        u->memo_size = size;
    }
    if (i < u->memo_size) {
        SkValue old = u->memo[i];
        u->memo[i] = v;
        if (sk_is_empty(old)) u->memo_count++;
        sk_release(old);
        return true;
    }
    SK_AUTO SkValue value = v;
    if (sk_is_empty(u->sparse)) u->sparse = sk_dict_new();
    SK_AUTO SkValue key = sk_is_empty(u->sparse) ? SK_EMPTY : sk_int_from_uint64(i);
    if (sk_is_empty(key) || !sk_dict_set(u->sparse, key, value)) return false;
    u->memo_count++;
    return true;
}

void sk_unpickle_memo_clear(SkUnpickler *u) {
    SkValue *memo = u->memo, sparse = u->sparse;
    size_t n = u->memo_size;
    u->memo = NULL;
    u->memo_size = u->memo_count = 0;
    u->sparse = SK_EMPTY;
    for (size_t i = 0; i < n; i++) sk_release(memo[i]);
    sk_free(memo);
    sk_release(sparse);
}

static bool memo_top(SkUnpickler *u, size_t i) {
    if (!need(u, 1)) return false;
    return sk_unpickle_memo_set(u, i, sk_retain(u->stack[u->depth - 1]));
}

static bool memo_push(SkUnpickler *u, size_t i) {
    SkValue v = sk_unpickle_memo_get(u, i);
    if (sk_is_empty(v) && !sk_error_occurred()) return BAD("Memo value not found at index %zu", i);
    return push(u, v);
}

// ---- reading arguments -------------------------------------------------------------------------------------------------------------

static inline bool number(SkUnpickler *u, int bytes, uint64_t *out) {
    const uint8_t *s = (const uint8_t *)sk_unpickle_read(u, (size_t)bytes);
    if (!s) return false;
    *out = 0;
    for (int i = 0; i < bytes; i++) *out |= (uint64_t)s[i] << (8 * i);
    return true;
}

// A length of that many bytes, and as much data.
static const char *counted_data(SkUnpickler *u, int bytes, const char *what, size_t *n) {
    uint64_t size;
    if (!number(u, bytes, &size)) return NULL;
    if (size > PTRDIFF_MAX) {
        sk_raise(sk_exc_OverflowError, "%s exceeds system's maximum size of %lld bytes", what, (long long)PTRDIFF_MAX);
        return NULL;
    }
    *n = (size_t)size;
    return sk_unpickle_read(u, *n);
}

static bool line_index(SkUnpickler *u, size_t *out) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    SK_AUTO SkValue v = s ? sk_int_from_text(s, n, 10) : SK_EMPTY;
    int64_t i;
    if (sk_is_empty(v) || !sk_as_int64(v, &i)) return false;
    if (i < 0) return sk_raise_false(sk_exc_ValueError, "negative PUT argument");
    *out = (size_t)i;
    return true;
}

static bool load_int_line(SkUnpickler *u) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    if (!s) return false;
    if (n == 2 && s[0] == '0' && (s[1] == '0' || s[1] == '1')) return push(u, sk_bool(s[1] == '1'));
    SkValue v = sk_int_from_text(s, n, 0);
    if (sk_is_empty(v) && sk_error_clear_if(sk_exc_ValueError)) return sk_raise_false(sk_exc_ValueError, "could not convert string to int");
    return push(u, v);
}

static bool load_long_line(SkUnpickler *u) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    if (!s) return false;
    if (n && s[n - 1] == 'L') n--;
    return push(u, sk_int_from_text(s, n, 0));
}

static bool load_long(SkUnpickler *u, int bytes) {
    uint64_t n;
    if (!number(u, bytes, &n)) return false;
    if (bytes == 4 && n > INT32_MAX) return BAD("LONG pickle has negative byte count");
    const char *s = sk_unpickle_read(u, n);
    return s && push(u, n ? sk_int_from_bytes((const uint8_t *)s, n, true, true) : sk_from_small_int(0));
}

static bool load_float_line(SkUnpickler *u) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    SK_AUTO SkValue text = s ? sk_bytes_from(s, n) : SK_EMPTY;
    return !sk_is_empty(text) && push(u, sk_float_from_text(text));
}

static bool load_binfloat(SkUnpickler *u) {
    uint64_t bits;
    double d;
    if (!number(u, 8, &bits)) return false;
    bits = __builtin_bswap64(bits);
    memcpy(&d, &bits, sizeof d);
    return push(u, sk_float_new(d));
}

static bool load_text(SkUnpickler *u, int bytes) {
    size_t n;
    const char *s = counted_data(u, bytes, bytes == 8 ? "BINUNICODE8" : "BINUNICODE", &n);
    if (!s) return false;
    return push(u, sk_ascii_prefix(s, n) == n ? sk_str_from_ascii(s, n) : sk_decode_utf8(s, n, "surrogatepass", NULL));
}

static bool load_unicode_line(SkUnpickler *u) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    return s && push(u, sk_decode_raw_unicode_escape(s, n, "strict", NULL));
}

static bool load_bytes(SkUnpickler *u, int bytes) {
    size_t n;
    const char *s = counted_data(u, bytes, bytes == 8 ? "BINBYTES8" : "BINBYTES", &n);
    return s && push(u, sk_bytes_from(s, n));
}

static bool load_bytearray(SkUnpickler *u) {
    size_t n;
    const char *s = counted_data(u, 8, "BYTEARRAY8", &n);
    return s && push(u, sk_bytearray_from(s, n));
}

// Python 2's str: text by the unpickler's encoding, or bytes.
static SkValue old_string(SkUnpickler *u, SkValue bytes) {
    SkValue encoding = sk_slot_peek(&u->encoding);
    if (sk_is_empty(bytes) || sk_str_equals_ascii(encoding, "bytes")) return sk_retain(bytes);
    SkValue args[2] = {encoding, sk_slot_peek(&u->errors)};
    return sk_call_method_s(bytes, "decode", args, 2);
}

static bool load_binstring(SkUnpickler *u, int bytes) {
    uint64_t n;
    if (!number(u, bytes, &n)) return false;
    if (n > INT32_MAX) return BAD("BINSTRING pickle has negative byte count");
    const char *s = sk_unpickle_read(u, n);
    SK_AUTO SkValue data = s ? sk_bytes_from(s, n) : SK_EMPTY;
    return !sk_is_empty(data) && push(u, old_string(u, data));
}

static bool load_string_line(SkUnpickler *u) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    if (!s) return false;
    if (n < 2 || (s[0] != '"' && s[0] != '\'') || s[n - 1] != s[0]) return BAD("the STRING opcode argument must be quoted");
    SK_AUTO SkValue data = sk_decode_escape(s + 1, n - 2, "strict");
    return !sk_is_empty(data) && push(u, old_string(u, data));
}

// ---- buffers ---------------------------------------------------------------------------------------------------------------------

static bool load_next_buffer(SkUnpickler *u) {
    SK_AUTO SkValue buffers = sk_slot_get(&u->header, &u->buffers);
    if (sk_is_empty(buffers)) return BAD("pickle stream refers to out-of-band data but no *buffers* argument was given");
    SkValue v = sk_next(buffers);
    if (sk_is_empty(v) && !sk_error_occurred()) return BAD("not enough out-of-band buffers");
    return push(u, v);
}

static bool load_readonly_buffer(SkUnpickler *u) {
    if (!need(u, 1)) return false;
    SkValue *top = &u->stack[u->depth - 1];
    SK_AUTO SkValue view = sk_own(sk_call1(sk_type_value(&sk_memoryview_type), *top));
    if (sk_is_empty(view)) return false;
    SK_AUTO SkValue readonly = sk_getattr_s(view, "readonly");
    if (sk_is_empty(readonly)) return false;
    if (sk_is_true(readonly)) return true;
    SkValue frozen = sk_own(sk_call_method_s(view, "toreadonly", NULL, 0));
    if (sk_is_empty(frozen)) return false;
    sk_release(*top);
    *top = frozen;
    return true;
}

// ---- containers ------------------------------------------------------------------------------------------------------------------

static bool load_tuple(SkUnpickler *u, size_t n) {
    if (!need(u, n)) return false;
    return push(u, take_tuple(u, u->depth - n));
}

static bool load_marked_tuple(SkUnpickler *u) {
    size_t at;
    return unmark(u, &at) && push(u, take_tuple(u, at));
}

static bool load_marked_list(SkUnpickler *u) {
    size_t at;
    return unmark(u, &at) && push(u, take_list(u, at));
}

static bool load_marked_dict(SkUnpickler *u) {
    size_t at;
    if (!unmark(u, &at)) return false;
    if ((u->depth - at) % 2) return BAD("odd number of items for DICT");
    SK_AUTO SkValue d = sk_dict_new();
    for (size_t i = at; !sk_is_empty(d) && i < u->depth; i += 2)
        if (!sk_dict_set(d, u->stack[i], u->stack[i + 1])) return false;
    cut(u, at);
    return push(u, sk_move(&d));
}

static bool load_frozenset(SkUnpickler *u) {
    size_t at;
    if (!unmark(u, &at)) return false;
    SK_AUTO SkValue items = take_tuple(u, at);
    return !sk_is_empty(items) && push(u, sk_frozenset_new(items));
}

// The items from `at` on go to the object below them.
static bool append_items(SkUnpickler *u, size_t at) {
    if (u->depth < at || at <= u->fence) return underflow(u);
    size_t n = u->depth - at;
    if (n == 0) return true;
    SkValue list = u->stack[at - 1];
    if (sk_is_exact_list(list)) {
        int64_t end = (int64_t)sk_list_len(list);
        if (!sk_list_replace(sk_as_list(list), end, end, &u->stack[at], n)) return false;
        u->depth = at;
        return true;
    }
    SK_AUTO SkValue extend = sk_getattr_opt_s(list, "extend");
    if (sk_is_empty(extend) && sk_error_occurred()) return false;
    if (!sk_is_empty(extend)) {
        SK_AUTO SkValue items = take_list(u, at);
        SK_AUTO SkValue done = sk_is_empty(items) ? items : sk_call1(extend, items);
        return !sk_is_empty(done);
    }
    SK_AUTO SkValue append = sk_getattr_s(list, "append");
    for (size_t i = at; i < u->depth; i++) {
        SK_AUTO SkValue done = sk_is_empty(append) ? append : sk_call1(append, u->stack[i]);
        if (sk_is_empty(done)) return false;
    }
    cut(u, at);
    return true;
}

static bool set_items(SkUnpickler *u, size_t at) {
    if (u->depth < at || at <= u->fence) return underflow(u);
    if ((u->depth - at) % 2) return BAD("odd number of items for SETITEMS");
    SkValue d = u->stack[at - 1];
    bool exact = sk_is_exact_dict(d);
    for (size_t i = at; i < u->depth; i += 2)
        if (!(exact ? sk_dict_set(d, u->stack[i], u->stack[i + 1]) : sk_setitem(d, u->stack[i], u->stack[i + 1]))) return false;
    cut(u, at);
    return true;
}

static bool add_items(SkUnpickler *u) {
    size_t at;
    if (!unmark(u, &at)) return false;
    if (u->depth < at || at <= u->fence) return underflow(u);
    if (u->depth == at) return true;
    SkValue set = u->stack[at - 1];
    bool exact = sk_is_exact_set(set);
    SK_AUTO SkValue add = exact ? SK_NONE : sk_getattr_s(set, "add");
    if (sk_is_empty(add)) return false;
    for (size_t i = at; i < u->depth; i++) {
        SK_AUTO SkValue done = exact ? sk_bool(sk_set_add(set, u->stack[i])) : sk_call1(add, u->stack[i]);
        if (sk_is_empty(done) || (exact && sk_is_false(done))) return false;
    }
    cut(u, at);
    return true;
}

// ---- objects ---------------------------------------------------------------------------------------------------------------------

// Python 2's names for what has moved: replaces *module and *name (counted).
static bool new_names(SkValue *module, SkValue *name) {
    SK_AUTO SkValue compat = sk_import("_compat_pickle");
    SK_AUTO SkValue names = sk_is_empty(compat) ? compat : sk_getattr_s(compat, "NAME_MAPPING");
    SK_AUTO SkValue imports = sk_is_empty(names) ? names : sk_getattr_s(compat, "IMPORT_MAPPING");
    SK_AUTO SkValue key = sk_is_empty(imports) ? imports : sk_tuple_pack(2, *module, *name);
    if (sk_is_empty(key) || !sk_is_dict(names) || !sk_is_dict(imports)) return !sk_is_empty(key);
    SK_AUTO SkValue both = sk_dict_get(names, key);
    if (!sk_is_empty(both) && sk_is_tuple(both) && sk_tuple_len(both) == 2) {
        sk_release(*module);
        sk_release(*name);
        *module = sk_retain(sk_tuple_peek(both, 0));
        *name = sk_retain(sk_tuple_peek(both, 1));
        return true;
    }
    SK_AUTO SkValue other = sk_error_occurred() ? SK_EMPTY : sk_dict_get(imports, *module);
    if (!sk_is_empty(other)) {
        sk_release(*module);
        *module = sk_move(&other);
    }
    return !sk_error_occurred();
}

SkValue sk_unpickle_find_class(SkUnpickler *u, SkValue module_name, SkValue global_name) {
    SK_AUTO SkValue module = sk_retain(module_name), name = sk_retain(global_name);
    if (u->protocol < 3 && u->fix_imports && !new_names(&module, &name)) return SK_EMPTY;
    if (sk_is_str(module) && !sk_str_len(module)) return sk_raise(sk_exc_ValueError, "Empty module name");
    SK_AUTO SkValue m = sk_import_module(module);
    if (sk_is_empty(m)) return m;
    if (u->protocol < 4) return sk_getattr(m, name);
    SkValue dot = sk_names.latin1['.'];
    SK_AUTO SkValue path = sk_call_method_s(name, "split", &dot, 1);
    if (sk_is_empty(path)) return path;
    SkValue found = sk_pickle_dotted(m, path);
    if (sk_is_empty(found) && sk_list_len(path) > 1 && sk_error_clear_if(sk_exc_AttributeError))
        sk_raise(sk_exc_AttributeError, "Can't resolve path %R on module %R", name, m);
    return found;
}

// self.find_class(module, name), which subclasses restrict.
static SkValue find_class(SkUnpickler *u, SkValue module, SkValue name) {
    if (sk_type_of(sk_counted(u)) == &sk_unpickler_type) return sk_unpickle_find_class(u, module, name);
    SkValue args[2] = {module, name};
    return sk_own(sk_call_method_s(sk_counted(u), "find_class", args, 2));
}

static bool load_global(SkUnpickler *u) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    SK_AUTO SkValue module = s ? sk_str_from_utf8(s, n) : SK_EMPTY;
    if (sk_is_empty(module) || !(s = sk_unpickle_line(u, &n))) return false;
    SK_AUTO SkValue name = sk_str_from_utf8(s, n);
    return !sk_is_empty(name) && push(u, find_class(u, module, name));
}

static bool load_stack_global(SkUnpickler *u) {
    SK_AUTO SkValue name = pop(u);
    SK_AUTO SkValue module = sk_is_empty(name) ? name : pop(u);
    if (sk_is_empty(module)) return false;
    if (!sk_is_str(name) || !sk_is_str(module)) return BAD("STACK_GLOBAL requires str");
    return push(u, find_class(u, module, name));
}

static bool load_extension(SkUnpickler *u, int bytes) {
    uint64_t code;
    if (!number(u, bytes, &code)) return false;
    if (bytes == 4) code = (uint64_t)(int64_t)(int32_t)code;
    if ((int64_t)code <= 0) return BAD("EXT specifies code <= 0");
    SK_AUTO SkValue copyreg = sk_import("copyreg");
    SK_AUTO SkValue cache = sk_is_empty(copyreg) ? copyreg : sk_getattr_s(copyreg, "_extension_cache");
    SK_AUTO SkValue inverted = sk_is_empty(cache) ? cache : sk_getattr_s(copyreg, "_inverted_registry");
    SK_AUTO SkValue key = sk_is_empty(inverted) ? inverted : sk_int_from_uint64(code);
    if (sk_is_empty(key)) return false;
    if (!sk_is_dict(cache) || !sk_is_dict(inverted)) return BAD("copyreg's tables are no dicts");
    SkValue known = sk_dict_get(cache, key);
    if (!sk_is_empty(known)) return push(u, known);
    SK_AUTO SkValue pair = sk_dict_get(inverted, key);
    if (sk_is_empty(pair)) return !sk_error_occurred() && sk_raise_false(sk_exc_ValueError, "unregistered extension code %llu", (unsigned long long)code);
    if (!sk_is_tuple(pair) || sk_tuple_len(pair) != 2 || !sk_is_str(sk_tuple_peek(pair, 0)) || !sk_is_str(sk_tuple_peek(pair, 1)))
        return sk_raise_false(sk_exc_ValueError, "_inverted_registry[%llu] isn't a 2-tuple of strings", (unsigned long long)code);
    SK_AUTO SkValue found = find_class(u, sk_tuple_peek(pair, 0), sk_tuple_peek(pair, 1));
    return !sk_is_empty(found) && sk_dict_set(cache, key, found) && push(u, sk_move(&found));
}

// What Python 2's classes of the old kind were made by.
static SkValue instantiate(SkValue cls, SkValue args) {
    if (sk_tuple_len(args) == 0 && sk_is_type(cls)) {
        SK_AUTO SkValue getinitargs = sk_getattr_opt_s(cls, "__getinitargs__");
        if (sk_error_occurred()) return SK_EMPTY;
        if (sk_is_empty(getinitargs)) return sk_call_method_s(cls, "__new__", &cls, 1);
    }
    return sk_call_tuple(cls, args, SK_EMPTY);
}

static bool load_obj(SkUnpickler *u) {
    size_t at;
    if (!unmark(u, &at)) return false;
    if (u->depth <= at) return underflow(u);
    SK_AUTO SkValue args = take_tuple(u, at + 1), cls = pop(u);
    return !sk_is_empty(args) && !sk_is_empty(cls) && push(u, instantiate(cls, args));
}

static bool load_inst(SkUnpickler *u) {
    size_t at, n;
    if (!unmark(u, &at)) return false;
    const char *s = sk_unpickle_line(u, &n);
    SK_AUTO SkValue module = s ? sk_str_from_utf8(s, n) : SK_EMPTY;
    if (sk_is_empty(module) || !(s = sk_unpickle_line(u, &n))) return false;
    SK_AUTO SkValue name = sk_str_from_utf8(s, n);
    SK_AUTO SkValue cls = sk_is_empty(name) ? name : find_class(u, module, name);
    SK_AUTO SkValue args = sk_is_empty(cls) ? cls : take_tuple(u, at);
    return !sk_is_empty(args) && push(u, instantiate(cls, args));
}

static bool load_newobj(SkUnpickler *u, bool with_kwargs) {
    const char *op = with_kwargs ? "NEWOBJ_EX" : "NEWOBJ";
    SK_AUTO SkValue kwargs = with_kwargs ? pop(u) : SK_NONE;
    SK_AUTO SkValue args = sk_is_empty(kwargs) ? kwargs : pop(u);
    SK_AUTO SkValue cls = sk_is_empty(args) ? args : pop(u);
    if (sk_is_empty(cls)) return false;
    if (!sk_is_type(cls)) return BAD("%s class argument must be a type, not %.200T", op, cls);
    if (!sk_is_tuple(args)) return BAD("%s args argument must be a tuple, not %.200T", op, args);
    if (with_kwargs && !sk_is_dict(kwargs)) return BAD("%s kwargs argument must be a dict, not %.200T", op, kwargs);
    SK_AUTO SkValue make = sk_getattr_s(cls, "__new__");
    SK_AUTO SkValue first = sk_is_empty(make) ? make : sk_tuple_pack(1, cls);
    SK_AUTO SkValue all = sk_is_empty(first) ? first : sk_binary(SK_OP_ADD, first, args);
    return !sk_is_empty(all) && push(u, sk_call_tuple(make, all, with_kwargs ? kwargs : SK_EMPTY));
}

static bool load_reduce(SkUnpickler *u) {
    SK_AUTO SkValue args = pop(u);
    SK_AUTO SkValue function = sk_is_empty(args) ? args : pop(u);
    if (sk_is_empty(function)) return false;
    if (!sk_is_tuple(args)) return sk_raise_false(sk_exc_TypeError, "argument after * must be an iterable, not %T", args);
    return push(u, sk_call_tuple(function, args, SK_EMPTY));
}

// inst.__dict__.update(state): attributes go to their slots directly where the instance has an ordinary `__dict__`.
static bool build_dict(SkValue inst, SkValue state) {
    SkType *t = sk_type_of(inst);
    SK_AUTO SkValue dict = SK_EMPTY;
    SkValue plain = t->shape_offset && sk_is_exact_dict(state) ? sk_type_lookup(t, SK_N(__dict__)) : SK_EMPTY;
    bool direct = !sk_is_empty(plain) && sk_has_index(plain, SK_T_GETSET);
    sk_release(plain);
    if (!direct) {
        dict = sk_getattr(inst, SK_N(__dict__));
        if (sk_is_empty(dict)) return false;
    }
    size_t pos = 0;
    SkValue k, v;
    while (sk_dict_next(state, &pos, &k, &v)) {
        SK_AUTO SkValue key = sk_is_exact_str(k) ? sk_intern(k) : k, value = v;
        if (sk_is_empty(key)) return false;
        if (direct && !sk_is_exact_str(key)) {
            direct = false;
            dict = sk_getattr(inst, SK_N(__dict__));
            if (sk_is_empty(dict)) return false;
        }
        if (!(direct ? sk_instance_store(sk_ptr(inst), t, key, value) > 0 : sk_setitem(dict, key, value))) return false;
    }
    return true;
}

static bool build_slots(SkValue inst, SkValue slots) {
    if (!sk_is_dict(slots)) return BAD("slot state is not a dictionary");
    size_t pos = 0;
    SkValue k, v;
    while (sk_dict_next(slots, &pos, &k, &v)) {
        SK_AUTO SkValue key = k, value = v;
        if (!sk_setattr(inst, key, value)) return false;
    }
    return true;
}

static bool load_build(SkUnpickler *u) {
    if (!need(u, 2)) return false;
    SK_AUTO SkValue state = pop(u);
    SK_AUTO SkValue inst = sk_retain(u->stack[u->depth - 1]);
    SK_AUTO SkValue setstate = sk_getattr_opt_s(inst, "__setstate__");
    if (sk_is_empty(setstate) && sk_error_occurred()) return false;
    if (!sk_is_empty(setstate)) {
        SK_AUTO SkValue done = sk_call1(setstate, state);
        return !sk_is_empty(done);
    }
    bool both = sk_is_tuple(state) && sk_tuple_len(state) == 2;
    SkValue dict = both ? sk_tuple_peek(state, 0) : state, slots = both ? sk_tuple_peek(state, 1) : SK_NONE;
    if (!sk_is_none(dict)) {
        if (!sk_is_dict(dict)) return BAD("state is not a dictionary");
        if (!build_dict(inst, dict)) return false;
    }
    return sk_is_none(slots) || build_slots(inst, slots);
}

static bool load_persistent(SkUnpickler *u, SkValue stolen) {
    SK_AUTO SkValue id = stolen;
    if (sk_is_empty(id)) return false;
    if (sk_is_empty(u->persistent))
        return BAD("A load persistent id instruction was encountered, but no persistent_load function was specified.");
    return push(u, sk_call1(u->persistent, id));
}

static bool load_persid_line(SkUnpickler *u) {
    size_t n;
    const char *s = sk_unpickle_line(u, &n);
    if (!s) return false;
    for (size_t i = 0; i < n; i++)
        if (s[i] & 0x80) return BAD("persistent IDs in protocol 0 must be ASCII strings");
    return load_persistent(u, sk_str_from_ascii(s, n));
}

// ---- the machine -----------------------------------------------------------------------------------------------------------------

static bool load_pop(SkUnpickler *u) {
    // A POP that meets a mark takes the mark away.
    if (u->nmarks && u->marks[u->nmarks - 1] == u->depth) {
        size_t at;
        return unmark(u, &at);
    }
    SkValue v = pop(u);
    sk_release(v);
    return !sk_is_empty(v);
}

static bool load_pop_mark(SkUnpickler *u) {
    size_t at;
    if (!unmark(u, &at)) return false;
    cut(u, at);
    return true;
}

static bool load_proto(SkUnpickler *u) {
    uint64_t n;
    if (!number(u, 1, &n)) return false;
    if (n > SK_PICKLE_HIGHEST) return sk_raise_false(sk_exc_ValueError, "unsupported pickle protocol: %d", (int)n);
    u->protocol = (int)n;
    return true;
}

static bool load_frame(SkUnpickler *u) {
    uint64_t n;
    return number(u, 8, &n) && sk_unpickle_frame(u, n);
}

static bool load_small(SkUnpickler *u, int bytes) {
    uint64_t n;
    return number(u, bytes, &n) && push(u, sk_from_small_int(bytes == 4 ? (int32_t)n : (int64_t)n));
}

static bool load_get(SkUnpickler *u, int bytes) {
    uint64_t i;
    size_t line;
    if (bytes) return number(u, bytes, &i) && memo_push(u, i);
    return line_index(u, &line) && memo_push(u, line);
}

static bool load_put(SkUnpickler *u, int bytes) {
    uint64_t i;
    size_t line;
    if (bytes) return number(u, bytes, &i) && memo_top(u, i);
    return line_index(u, &line) && memo_top(u, line);
}

static bool load_marked(SkUnpickler *u, bool (*into)(SkUnpickler *, size_t)) {
    size_t at;
    return unmark(u, &at) && into(u, at);
}

static bool unknown(int op) {
    if (op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\') return BAD("invalid load key, '%c'.", op);
    return BAD("invalid load key, '\\x%02x'.", op);
}

static bool step(SkUnpickler *u, int op) {
    switch (op) {
    case OP_NONE: return push(u, SK_NONE);
    case OP_NEWTRUE: return push(u, SK_TRUE);
    case OP_NEWFALSE: return push(u, SK_FALSE);
    case OP_BININT: return load_small(u, 4);
    case OP_BININT1: return load_small(u, 1);
    case OP_BININT2: return load_small(u, 2);
    case OP_INT: return load_int_line(u);
    case OP_LONG: return load_long_line(u);
    case OP_LONG1: return load_long(u, 1);
    case OP_LONG4: return load_long(u, 4);
    case OP_FLOAT: return load_float_line(u);
    case OP_BINFLOAT: return load_binfloat(u);
    case OP_SHORT_BINBYTES: return load_bytes(u, 1);
    case OP_BINBYTES: return load_bytes(u, 4);
    case OP_BINBYTES8: return load_bytes(u, 8);
    case OP_BYTEARRAY8: return load_bytearray(u);
    case OP_NEXT_BUFFER: return load_next_buffer(u);
    case OP_READONLY_BUFFER: return load_readonly_buffer(u);
    case OP_SHORT_BINSTRING: return load_binstring(u, 1);
    case OP_BINSTRING: return load_binstring(u, 4);
    case OP_STRING: return load_string_line(u);
    case OP_UNICODE: return load_unicode_line(u);
    case OP_SHORT_BINUNICODE: return load_text(u, 1);
    case OP_BINUNICODE: return load_text(u, 4);
    case OP_BINUNICODE8: return load_text(u, 8);
    case OP_EMPTY_TUPLE: return push(u, sk_retain(sk_empty_tuple()));
    case OP_TUPLE1: return load_tuple(u, 1);
    case OP_TUPLE2: return load_tuple(u, 2);
    case OP_TUPLE3: return load_tuple(u, 3);
    case OP_TUPLE: return load_marked_tuple(u);
    case OP_EMPTY_LIST: return push(u, sk_list_new(0));
    case OP_LIST: return load_marked_list(u);
    case OP_EMPTY_DICT: return push(u, sk_dict_new());
    case OP_DICT: return load_marked_dict(u);
    case OP_EMPTY_SET: return push(u, sk_set_new(SK_EMPTY));
    case OP_ADDITEMS: return add_items(u);
    case OP_FROZENSET: return load_frozenset(u);
    case OP_APPEND: return need(u, 2) && append_items(u, u->depth - 1);
    case OP_APPENDS: return load_marked(u, append_items);
    case OP_SETITEM: return need(u, 3) && set_items(u, u->depth - 2);
    case OP_SETITEMS: return load_marked(u, set_items);
    case OP_OBJ: return load_obj(u);
    case OP_INST: return load_inst(u);
    case OP_NEWOBJ: return load_newobj(u, false);
    case OP_NEWOBJ_EX: return load_newobj(u, true);
    case OP_GLOBAL: return load_global(u);
    case OP_STACK_GLOBAL: return load_stack_global(u);
    case OP_EXT1: return load_extension(u, 1);
    case OP_EXT2: return load_extension(u, 2);
    case OP_EXT4: return load_extension(u, 4);
    case OP_REDUCE: return load_reduce(u);
    case OP_BUILD: return load_build(u);
    case OP_PERSID: return load_persid_line(u);
    case OP_BINPERSID: return load_persistent(u, pop(u));
    case OP_DUP: return need(u, 1) && push(u, sk_retain(u->stack[u->depth - 1]));
    case OP_GET: return load_get(u, 0);
    case OP_BINGET: return load_get(u, 1);
    case OP_LONG_BINGET: return load_get(u, 4);
    case OP_PUT: return load_put(u, 0);
    case OP_BINPUT: return load_put(u, 1);
    case OP_LONG_BINPUT: return load_put(u, 4);
    case OP_MEMOIZE: return memo_top(u, u->memo_count);
    case OP_MARK: return mark(u);
    case OP_POP: return load_pop(u);
    case OP_POP_MARK: return load_pop_mark(u);
    case OP_PROTO: return load_proto(u);
    case OP_FRAME: return load_frame(u);
    default: return unknown(op);
    }
}

static bool run(SkUnpickler *u) {
    for (uint32_t count = 1;; count++) {
        if (count % 256 == 0 && !sk_safepoint_poll()) return false;
        const char *s = sk_unpickle_read(u, 1);
        if (!s) {
            if (sk_error_occurred() && sk_error_matches(sk_unpickling_error())) sk_raise(sk_exc_EOFError, "Ran out of input");
            return false;
        }
        int op = (uint8_t)*s;
        if (op == OP_STOP) return true;
        if (!step(u, op)) return false;
    }
}

SkValue sk_unpickle_load(SkUnpickler *u) {
    SkValue self = sk_counted(u);
    u->protocol = 0;
    u->nmarks = u->fence = 0;
    bool exact = sk_type_of(self) == &sk_unpickler_type;
    u->persistent = exact ? sk_slot_get(&u->header, &u->persistent_load) : sk_getattr_opt_s(self, "persistent_load");
    bool ok = !sk_error_occurred() && run(u);
    SK_AUTO SkValue result = ok ? pop(u) : SK_EMPTY;
    SkValue persistent = u->persistent;
    u->persistent = SK_EMPTY;
    if (ok) ok = sk_unpickle_finish_input(u) && !sk_is_empty(result);
    u->fence = u->nmarks = 0;
    cut(u, 0);
    sk_release(persistent);
    return ok ? sk_move(&result) : SK_EMPTY;
}
