// Type objects: slots, methods, and the table from which built-in types are made.
//
// A built-in type is a static SkType with its slots filled in, made ready by sk_type_ready, which inherits
// slots, fills the type's dict from methods/getset/members and gives every filled slot its special-method
// wrapper (`list.__len__` from .len), declared once in objects/slots.def. A class made by Python code has
// slots that look the special method up.
#ifndef SKEIN_OBJECTS_TYPE_H
#define SKEIN_OBJECTS_TYPE_H

#include "gc/object.h"

typedef struct SkType SkType;
typedef struct SkShape SkShape;
typedef struct SkDict SkDict;
typedef struct SkSig SkSig;
typedef struct SkBuffer SkBuffer;

enum SkTypeIndex {
    SK_T_INVALID,
#define X(index, name) SK_T_##index,
#include "objects/types.def"
#undef X
    SK_T_FIRST_FREE,
};

#define X(index, name) extern SkType sk_##name##_type;
#include "objects/types.def"
#undef X

// ---- conventions of native functions ---------------------------------------------------------------------------
//
// Every native function returns a word (may carry the borrow mark: return sk_dup(x) for what stays alive
// elsewhere), or SK_EMPTY with an exception set. Arguments are words kept alive by the caller.

typedef SkValue (*SkNoArgsFn)(SkValue self);
typedef SkValue (*SkOneArgFn)(SkValue self, SkValue arg);
typedef SkValue (*SkFastFn)(SkValue self, const SkValue *args, size_t nargs);
// Keyword values follow the positional ones in args; kwnames is a tuple of their names, or SK_EMPTY.
typedef SkValue (*SkKwFn)(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);
// args has one entry for each parameter of the signature, in its order, SK_EMPTY where not given; a
// `*name` parameter is a tuple, a `**name` parameter a dict (both always given).
typedef SkValue (*SkSigFn)(SkValue self, const SkValue *args);

enum SkMethodKind {
    SK_NOARGS,  // SkNoArgsFn
    SK_ONEARG,  // SkOneArgFn
    SK_FAST,    // SkFastFn: positional only, the function checks the number
    SK_KW,      // SkKwFn
    SK_SIG,     // SkSigFn: bound by the signature in .sig, with CPython's error messages
    SK_METHOD_KIND_MASK = 15,
    SK_CLASS_METHOD = 16,   // self is the class
    SK_STATIC_METHOD = 32,  // self is SK_EMPTY (SK_NONE in modules' functions: the module)
    SK_COEXIST = 64,        // replaces the wrapper that a slot gave the same name
};

typedef struct {
    const char *name;  // NULL ends a table
    int kind;          // SkMethodKind with flags
    union {
        SkNoArgsFn noargs;
        SkOneArgFn onearg;
        SkFastFn fast;
        SkKwFn kw;
        SkSigFn sig_fn;
    };
    // `__text_signature__` without the `$self` or `$module`: "(sep=None, maxsplit=-1)", "(object, /)",
    // "(*args, key=None)". Required for SK_SIG, wanted for all. A default is any text without a comma outside brackets.
    const char *sig;
    const char *doc;
} SkMethodDef;

typedef struct {
    const char *name;
    SkValue (*get)(SkValue self, void *closure);
    bool (*set)(SkValue self, SkValue value, void *closure);  // value SK_EMPTY: delete. NULL: read-only
    const char *doc;
    void *closure;
} SkGetSetDef;

typedef enum { SK_MEMBER_OBJECT, SK_MEMBER_OBJECT_EX, SK_MEMBER_INT, SK_MEMBER_SSIZE, SK_MEMBER_BOOL, SK_MEMBER_DOUBLE } SkMemberKind;

typedef struct {
    const char *name;
    SkMemberKind kind;  // OBJECT: an SkSlot, None when empty; OBJECT_EX: AttributeError when empty
    uint32_t offset;
    bool readonly;
    const char *doc;
} SkMemberDef;

// ---- slots -----------------------------------------------------------------------------------------------------

typedef SkValue (*SkUnaryFn)(SkValue self);
// Called for both sides: one operand (or both) is of this type; SK_NOT_IMPLEMENTED if it cannot do it.
typedef SkValue (*SkBinaryFn)(SkValue a, SkValue b);
typedef SkValue (*SkTernaryFn)(SkValue a, SkValue b, SkValue c);
typedef enum { SK_LT, SK_LE, SK_EQ, SK_NE, SK_GT, SK_GE } SkCompareOp;
typedef SkValue (*SkCompareFn)(SkValue a, SkValue b, SkCompareOp op);

// Slots are read by any thread while `C.__len__ = f` writes them: each is atomic, and code that calls one loads it once:
//     int64_t (*len)(SkValue) = t->container.len;
//     if (len) return len(v);
// A plain use is a sequentially consistent load, which costs nothing more than a plain one on x86-64.
#define SK_SLOT(type) _Atomic(type)

typedef int64_t (*SkLenFn)(SkValue self);  // -1 with an exception
typedef int (*SkBoolFn)(SkValue self);     // 1, 0, or -1 with an exception
typedef SkValue (*SkCountFn)(SkValue self, int64_t count);
typedef SkValue (*SkItemFn)(SkValue self, int64_t index);
typedef bool (*SkSetItemFn)(SkValue self, int64_t index, SkValue value);
typedef int (*SkContainsFn)(SkValue self, SkValue item);  // 1, 0, or -1 with an exception
typedef bool (*SkSetFn)(SkValue self, SkValue key, SkValue value);  // value SK_EMPTY: delete
typedef bool (*SkBufferFn)(SkValue self, SkBuffer *view, int flags);
typedef void (*SkReleaseBufferFn)(SkValue self, SkBuffer *view);
typedef SkValue (*SkNewFn)(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames);
typedef bool (*SkInitFn)(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);
typedef int64_t (*SkHashFn)(SkValue self);

typedef struct {
    SK_SLOT(SkBinaryFn) add, subtract, multiply, remainder, divmod, lshift, rshift, and_, xor_, or_, floor_divide,
        true_divide, matrix_multiply;
    SK_SLOT(SkBinaryFn) inplace_add, inplace_subtract, inplace_multiply, inplace_remainder, inplace_lshift,
        inplace_rshift, inplace_and, inplace_xor, inplace_or, inplace_floor_divide, inplace_true_divide,
        inplace_matrix_multiply;
    SK_SLOT(SkTernaryFn) power, inplace_power;  // third operand SK_NONE unless pow(a, b, c)
    SK_SLOT(SkUnaryFn) negative, positive, absolute, invert, int_, float_, index;
    SK_SLOT(SkBoolFn) bool_;
} SkNumberSlots;

typedef struct {
    SK_SLOT(SkLenFn) len;
    SK_SLOT(SkBinaryFn) concat, inplace_concat;     // sequence +
    SK_SLOT(SkCountFn) repeat, inplace_repeat;      // sequence *
    // By position: index already adjusted by the length if negative and .len exists. For types without getitem.
    SK_SLOT(SkItemFn) item;
    SK_SLOT(SkSetItemFn) set_item;
    SK_SLOT(SkContainsFn) contains;
    SK_SLOT(SkBinaryFn) get_key;  // by any key
    SK_SLOT(SkSetFn) set_key;
} SkContainerSlots;

typedef struct {
    SK_SLOT(SkUnaryFn) await_, aiter, anext;
} SkAsyncSlots;

typedef struct {
    // Fills *view; false with an exception. flags: objects/buffer.h.
    SK_SLOT(SkBufferFn) get;
    SK_SLOT(SkReleaseBufferFn) release;  // may be NULL
} SkBufferSlots;

enum SkTypeFlags {
    SK_TF_BASE = 1,          // may be subclassed
    SK_TF_HEAP = 2,          // made at run time
    SK_TF_ABSTRACT = 4,      // has abstract methods
    SK_TF_IMMUTABLE = 8,     // attributes cannot be set from Python
    SK_TF_NO_NEW = 16,       // cannot be instantiated from Python
    SK_TF_HAS_DICT = 32,     // instances have attributes of their own (shape_offset)
    SK_TF_WEAKREF = 64,      // instances can be weakly referenced
    SK_TF_MAPPING = 128,     // for match statements
    SK_TF_SEQUENCE = 256,
    SK_TF_READY = 512,
    SK_TF_METHOD_DESCR = 1024,   // its instances behave as methods when found on a type: no bound object is needed
    SK_TF_MATCH_SELF = 2048,     // `case str(x)` binds the subject itself
    SK_TF_HAS_FINALIZER = 4096,  // __del__ in the class or a base
    SK_TF_INT_SUBCLASS = 1 << 16, SK_TF_STR_SUBCLASS = 1 << 17, SK_TF_LIST_SUBCLASS = 1 << 18,
    SK_TF_TUPLE_SUBCLASS = 1 << 19, SK_TF_DICT_SUBCLASS = 1 << 20, SK_TF_TYPE_SUBCLASS = 1 << 21,
    SK_TF_EXC_SUBCLASS = 1 << 22, SK_TF_BYTES_SUBCLASS = 1 << 23, SK_TF_FLOAT_SUBCLASS = 1 << 24,
    SK_TF_SET_SUBCLASS = 1 << 25, SK_TF_FROZENSET_SUBCLASS = 1 << 26,
    SK_TF_INHERITED = (0x7ff << 16) | SK_TF_WEAKREF | SK_TF_HAS_FINALIZER | SK_TF_MATCH_SELF | SK_TF_MAPPING | SK_TF_SEQUENCE,
};

struct SkType {
    SkTypeHead head;
    // name, qualname and module of a built-in type: "list", "collections.deque". Of a class: utf8 of __name__.
    _Atomic(const char *) name;
    const char *doc;
    _Atomic uint32_t flags;     // SkTypeFlags; after publication changed only under the type's lock
    uint32_t item_size;         // bytes of a variable part's element, 0 if none
    _Atomic(SkType *) base;     // the base that decides the layout

    // Slots. A NULL slot is inherited by sk_type_ready. Written under the type's lock after publication: a reader that
    // sees the old function behaves as before the change.
    SK_SLOT(SkNewFn) new_;
    SK_SLOT(SkInitFn) init;
    SK_SLOT(SkKwFn) call;
    SK_SLOT(SkUnaryFn) repr, str, iter;
    SK_SLOT(SkUnaryFn) iternext;  // the next item (word), or SK_EMPTY: with no exception set, the end
    SK_SLOT(SkHashFn) hash;       // the result, or -1 with an exception (a hash is never -1)
    SK_SLOT(SkCompareFn) compare;
    SK_SLOT(SkBinaryFn) getattr;
    SK_SLOT(SkSetFn) setattr;     // value SK_EMPTY: delete
    SK_SLOT(SkTernaryFn) descr_get;  // (self, obj, type); obj SK_EMPTY or SK_NONE: none
    SK_SLOT(SkSetFn) descr_set;      // (self, obj, value)
    SkNumberSlots number;
    SkContainerSlots container;
    SkAsyncSlots async_;
    SkBufferSlots buffer;

    const SkMethodDef *methods;
    const SkGetSetDef *getset;
    const SkMemberDef *members;

    // ---- set by sk_type_ready and class creation ----
    SkSlot dict;        // SkDict of the type's own attributes: SHARED from birth
    SkSlot bases;       // tuple
    SkSlot mro;         // tuple
    SkSlot name_obj, qualname, module;  // str
    struct SkTypeList *subclasses;  // under the lock of types (objects/type.c); entries leave when they die
    SkSlot metadata;    // further attributes kept by classes (annotations and such live in dict)
    int32_t shape_offset;    // byte offset of the SkInstance part, 0 if none; negative where the object has a
                             // variable part: then it lies before the header (objects/shape.h)
    int32_t *slot_offsets;   // byte offsets of the __slots__ entries, negative likewise; nslots of them
    uint32_t prefix_size;    // bytes before the header
    uint32_t nslots;         // __slots__ entries of this class and its bases; instances do not count on their type
    uint32_t inline_slots;   // attributes that fit behind the SkInstance part itself
    _Atomic(SkShape *) root_shape;
    _Atomic(SkShape *) dict_shape;  // the shape of instances that went over to a dict
    _Atomic uint32_t version;   // changes whenever an attribute lookup on the type may answer differently; 0: none assigned
    _Atomic uint32_t modified;  // how often; past a limit the type is not cached any more
    void *native;               // for the type's own C code
};

// Static initialiser of a type's head. trace/clear/finalize/destroy as in gc/object.h.
#define SK_TYPE_HEAD(index_, size_, trace_, clear_, destroy_) SK_TYPE_HEAD_PARTS(index_, size_, trace_, NULL, clear_, destroy_)

// The same for a type whose references are visited in parts.
#define SK_TYPE_HEAD_PARTS(index_, size_, trace_, trace_some_, clear_, destroy_)                                \
    .head = {.header = {.tl = ((uint32_t)SK_T_TYPE << SK_TYPE_SHIFT) | SK_SHARED,                               \
                        .owner = SK_OWNER_IMMORTAL},                                             \
             .index = (index_), .basic_size = (size_), .trace = (trace_), .trace_some = (trace_some_), .clear = (clear_), .destroy = (destroy_)}

// Makes a static type ready. index 0 in its head: a free index is taken (types of modules). base NULL: object.
bool sk_type_ready(SkType *type) SK_MUST_USE;

// ---- asking -----------------------------------------------------------------------------------------------------

SK_INLINE SkType *sk_type_by_index(uint32_t i) { return (SkType *)sk_type_table[i]; }
SK_INLINE SkType *sk_ptr_type(const SkObject *o) { return sk_type_by_index(sk_type_index(o)); }
SkType *sk_immediate_type(SkValue v);
// The type of any value except SK_EMPTY.
SK_INLINE SkType *sk_type_of(SkValue v) { return sk_is_ptr(v) ? sk_ptr_type(sk_ptr(v)) : sk_immediate_type(v); }
SK_INLINE bool sk_has_index(SkValue v, uint32_t index) { return sk_is_ptr(v) && sk_type_index(sk_ptr(v)) == index; }
SK_INLINE SkValue sk_type_value(SkType *t) { return sk_counted(t); }  // no count taken: sk_dup or sk_retain it

bool sk_is_subtype(SkType *a, SkType *b);
// isinstance by type only (no __instancecheck__).
SK_INLINE bool sk_is_instance_of(SkValue v, SkType *t) {
    SkType *of = sk_type_of(v);
    return of == t || sk_is_subtype(of, t);
}

// Exact types and subclasses.
#define SK_TYPE_CHECKS(name, NAME)                                                                              \
    SK_INLINE bool sk_is_exact_##name(SkValue v) { return sk_has_index(v, SK_T_##NAME); }                       \
    SK_INLINE bool sk_is_##name(SkValue v) {                                                                    \
        return sk_is_ptr(v) && (sk_ptr_type(sk_ptr(v))->flags & SK_TF_##NAME##_SUBCLASS);                       \
    }
SK_TYPE_CHECKS(str, STR)
SK_TYPE_CHECKS(bytes, BYTES)
SK_TYPE_CHECKS(list, LIST)
SK_TYPE_CHECKS(tuple, TUPLE)
SK_TYPE_CHECKS(dict, DICT)
SK_TYPE_CHECKS(set, SET)
SK_TYPE_CHECKS(frozenset, FROZENSET)
SK_TYPE_CHECKS(type, TYPE)
SK_INLINE bool sk_is_exact_float(SkValue v) { return sk_is_immediate_float(v) || sk_has_index(v, SK_T_FLOAT); }
SK_INLINE bool sk_is_float(SkValue v) {
    return sk_is_immediate_float(v) || (sk_is_ptr(v) && (sk_ptr_type(sk_ptr(v))->flags & SK_TF_FLOAT_SUBCLASS));
}
// Exactly int (not bool).
SK_INLINE bool sk_is_exact_int(SkValue v) { return sk_is_small_int(v) || sk_has_index(v, SK_T_INT); }
// int, bool, and subclasses.
SK_INLINE bool sk_is_int(SkValue v) {
    return sk_is_small_int(v) || sk_is_bool(v) || (sk_is_ptr(v) && (sk_ptr_type(sk_ptr(v))->flags & SK_TF_INT_SUBCLASS));
}
SK_INLINE bool sk_is_exception(SkValue v) {
    return sk_is_ptr(v) && (sk_ptr_type(sk_ptr(v))->flags & SK_TF_EXC_SUBCLASS);
}

SK_INLINE SkType *sk_as_type(SkValue v) { return (SkType *)sk_ptr(v); }

// ---- attributes of types -------------------------------------------------------------------------------------------

// Looks name (interned str) up along the MRO, without descriptors. A word, or SK_EMPTY with no exception.
SkValue sk_type_lookup(SkType *type, SkValue name);
// The same for the special method with a static name (objects/names.h): bound to self as `type(self).name`
// would be, or SK_EMPTY, with or without an exception. Counted.
SkValue sk_lookup_special(SkValue self, SkValue name);
// Sets or deletes (SK_EMPTY) an attribute in the type's own dict, updating slots and caches.
bool sk_type_set_attr(SkType *type, SkValue name, SkValue value) SK_MUST_USE;
// After a change to the type's dict that did not go through sk_type_set_attr.
void sk_type_modified(SkType *type);
// Calls metatype(name, bases, dict): what `class` statements end in. Counted.
SkValue sk_type_new_class(SkValue name, SkValue bases, SkValue dict) SK_MUST_USE;

// Allocates an instance: a container if the type traces; fields zeroed; the instance part set up.
// nitems: elements of the variable part. The object, with one count, or NULL with MemoryError set.
SkObject *sk_type_alloc(SkType *type, size_t nitems) SK_MUST_USE;
// For destroy functions of types that can be subclassed: releases __slots__, the instance part and the
// dict, then frees the memory (basic_size + nitems * item_size).
void sk_instance_free(SkObject *o, size_t nitems);
// For their trace functions: visits the same.
void sk_instance_trace(SkObject *o, SkVisit visit, void *arg);
// For their clear functions.
void sk_instance_clear(SkObject *o);

#endif
