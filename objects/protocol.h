// The object protocols: what Python's operators and built-in functions do to any value. Results are counted
// words or SK_EMPTY with an exception set, unless said otherwise; all of them may run Python code.
#ifndef SKEIN_OBJECTS_PROTOCOL_H
#define SKEIN_OBJECTS_PROTOCOL_H

#include "objects/type.h"

// ---- attributes (objects/attr.c); name: a str --------------------------------------------------------------------
SkValue sk_getattr(SkValue v, SkValue name) SK_MUST_USE;                 // v.name
// For code that reads an attribute through the type's own slot: SK_EMPTY, with the current exception completed.
SkValue sk_tell_attribute_error(SkValue v, SkValue name);
SkValue sk_getattr_s(SkValue v, const char *name) SK_MUST_USE;
// SK_EMPTY without an exception if there is no such attribute.
SkValue sk_getattr_opt(SkValue v, SkValue name) SK_MUST_USE;
SkValue sk_getattr_opt_s(SkValue v, const char *name) SK_MUST_USE;
bool sk_setattr(SkValue v, SkValue name, SkValue value) SK_MUST_USE;     // SK_EMPTY deletes
bool sk_setattr_s(SkValue v, const char *name, SkValue value) SK_MUST_USE;
int sk_hasattr(SkValue v, SkValue name);                                 // 1, 0, -1
// object.__getattribute__ / __setattr__: for slots of types.
SkValue sk_generic_getattr(SkValue v, SkValue name);
bool sk_generic_setattr(SkValue v, SkValue name, SkValue value);
// The instance's __dict__ (made on demand), or SK_EMPTY with AttributeError. Counted.
SkValue sk_instance_dict(SkValue v) SK_MUST_USE;
SkValue sk_get_dict_attr(SkValue self, void *);                          // for getset tables: `__dict__`
bool sk_set_dict_attr(SkValue self, SkValue value, void *);

// ---- calls (objects/call.c) ---------------------------------------------------------------------------------------
// args: words kept alive by the caller; keyword values follow the positional ones, kwnames: tuple or SK_EMPTY.
SkValue sk_call(SkValue f, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;
SkValue sk_call0(SkValue f) SK_MUST_USE;
SkValue sk_call1(SkValue f, SkValue a) SK_MUST_USE;
SkValue sk_call2(SkValue f, SkValue a, SkValue b) SK_MUST_USE;
SkValue sk_call3(SkValue f, SkValue a, SkValue b, SkValue c) SK_MUST_USE;
SkValue sk_call_tuple(SkValue f, SkValue args, SkValue kwargs /* dict or SK_EMPTY */) SK_MUST_USE;
// v.name(args...)
SkValue sk_call_method(SkValue v, SkValue name, const SkValue *args, size_t nargs) SK_MUST_USE;
SkValue sk_call_method_s(SkValue v, const char *name, const SkValue *args, size_t nargs) SK_MUST_USE;
bool sk_is_callable(SkValue v);
// An attribute of the builtins module. Counted.
SkValue sk_builtin(const char *name) SK_MUST_USE;
// import name; for a dotted name, the module itself. Counted.
SkValue sk_import(const char *name) SK_MUST_USE;

// ---- objects (objects/object.c) ------------------------------------------------------------------------------------
SkValue sk_repr(SkValue v) SK_MUST_USE;      // always a str
SkValue sk_str(SkValue v) SK_MUST_USE;       // always a str (SK_EMPTY v: "<NULL>")
SkValue sk_ascii(SkValue v) SK_MUST_USE;
SkValue sk_bytes_of(SkValue v) SK_MUST_USE;  // bytes(v)
SkValue sk_format(SkValue v, SkValue spec /* str or SK_EMPTY */) SK_MUST_USE;
int64_t sk_hash(SkValue v);                  // -1 with an exception
SkValue sk_compare(SkValue a, SkValue b, SkCompareOp op) SK_MUST_USE;
SkValue sk_compare_after(SkValue a, SkValue b, SkCompareOp op) SK_MUST_USE;   // the rest of it when a's own method answered NotImplemented
int sk_compare_bool(SkValue a, SkValue b, SkCompareOp op);   // 1, 0, -1; identical objects are equal
int sk_truth(SkValue v);                     // 1, 0, -1
int sk_is_instance(SkValue v, SkValue cls);  // 1, 0, -1: with __instancecheck__, tuples, unions
int sk_is_subclass(SkValue cls, SkValue of);
SkValue sk_dir(SkValue v) SK_MUST_USE;

// ---- numbers (objects/number.c) --------------------------------------------------------------------------------------
typedef enum {
    SK_OP_ADD, SK_OP_SUB, SK_OP_MUL, SK_OP_MATMUL, SK_OP_TRUEDIV, SK_OP_FLOORDIV, SK_OP_MOD, SK_OP_LSHIFT,
    SK_OP_RSHIFT, SK_OP_AND, SK_OP_XOR, SK_OP_OR, SK_OP_POW, SK_OP_DIVMOD,
} SkBinaryOp;
SkValue sk_binary(SkBinaryOp op, SkValue a, SkValue b) SK_MUST_USE;      // with sequence concat and repeat
SkValue sk_binary_after(SkBinaryOp op, SkValue a, SkValue b) SK_MUST_USE;   // the rest of it when a's own method answered NotImplemented
SkValue sk_inplace(SkBinaryOp op, SkValue a, SkValue b) SK_MUST_USE;
SkValue sk_power(SkValue a, SkValue b, SkValue mod) SK_MUST_USE;
SkValue sk_negative(SkValue v) SK_MUST_USE;
SkValue sk_positive(SkValue v) SK_MUST_USE;
SkValue sk_invert(SkValue v) SK_MUST_USE;
SkValue sk_absolute(SkValue v) SK_MUST_USE;
SkValue sk_index(SkValue v) SK_MUST_USE;     // __index__: an exact int
SkValue sk_to_int(SkValue v) SK_MUST_USE;    // int(v)
SkValue sk_to_float(SkValue v) SK_MUST_USE;  // float(v)
bool sk_has_index_method(SkValue v);
// __index__ as a C integer. If it does not fit: exc is raised ("cannot fit 'int' into an index-sized integer"; an
// OverflowError is an argument's, "Python int too large to convert to C ssize_t"), or, exc NULL, the value is clipped.
// False with an exception set.
bool sk_index_as_int64(SkValue v, int64_t *out, SkType *exc) SK_MUST_USE;
bool sk_index_as_length(SkValue v, int64_t *out) SK_MUST_USE;  // OverflowError with the words for indices
// __index__ in the range of C's int / int64, OverflowError otherwise ("Python int too large to convert to C int").
bool sk_as_int(SkValue v, int *out) SK_MUST_USE;
bool sk_as_int64(SkValue v, int64_t *out) SK_MUST_USE;
bool sk_as_uint64(SkValue v, uint64_t *out) SK_MUST_USE;      // negative: OverflowError
uint64_t sk_as_uint64_mask(SkValue v, bool *ok);              // modulo 2^64
bool sk_as_double(SkValue v, double *out) SK_MUST_USE;        // float(v) without str: __float__, then __index__

// ---- containers (objects/sequence.c) -----------------------------------------------------------------------------------
int64_t sk_len(SkValue v);                                               // -1 with an exception
int64_t sk_length_hint(SkValue v, int64_t otherwise);                    // -1 with an exception
SkValue sk_getitem(SkValue v, SkValue key) SK_MUST_USE;                  // v[key]
bool sk_setitem(SkValue v, SkValue key, SkValue value) SK_MUST_USE;      // SK_EMPTY: del v[key]
SkValue sk_getitem_i(SkValue v, int64_t i) SK_MUST_USE;                  // by position
bool sk_setitem_i(SkValue v, int64_t i, SkValue value) SK_MUST_USE;
int sk_contains(SkValue v, SkValue item);                                // item in v: 1, 0, -1
bool sk_is_sequence(SkValue v);
bool sk_is_mapping(SkValue v);
SkValue sk_to_list(SkValue iterable) SK_MUST_USE;                        // list(iterable), new
SkValue sk_to_tuple(SkValue iterable) SK_MUST_USE;                       // tuple(iterable); the same object if an exact tuple
SkValue sk_mapping_keys(SkValue v) SK_MUST_USE;                          // a list of keys()

// ---- iteration (objects/iter.c) ----------------------------------------------------------------------------------------
SkValue sk_iter(SkValue v) SK_MUST_USE;      // "'%T' object is not iterable"
// The next item (word), or SK_EMPTY: with no exception set, the end (a StopIteration has been swallowed).
SkValue sk_next(SkValue iterator) SK_MUST_USE;
bool sk_is_iterator(SkValue v);

#endif
