// typing.Union (PEP 604), which `int | str` makes.
#include "objects/union.h"

#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/typing_internal.h"

static SkUnion *as_union(SkValue v) { return (SkUnion *)sk_ptr(v); }
static SkValue args_of(SkValue v) { return sk_slot_peek(&as_union(v)->args); }

static void union_trace(SkObject *o, SkVisit visit, void *arg) {
    SkUnion *u = (SkUnion *)o;
    sk_slot_visit(&u->args, visit, arg);
    sk_slot_visit(&u->hashable, visit, arg);
    sk_slot_visit(&u->unhashable, visit, arg);
    sk_slot_visit(&u->parameters, visit, arg);
}

static void union_destroy(SkObject *o) {
    SkUnion *u = (SkUnion *)o;
    sk_slot_destroy(o, &u->args);
    sk_slot_destroy(o, &u->hashable);
    sk_slot_destroy(o, &u->unhashable);
    sk_slot_destroy(o, &u->parameters);
    sk_object_free(o, sizeof *u);
}

// ---- building -------------------------------------------------------------------------------------------------------------

typedef struct {
    SkValue args, hashable, unhashable;  // list, set, list
} Builder;

static bool builder_init(Builder *b) {
    b->args = sk_list_new(0);
    b->hashable = sk_is_empty(b->args) ? SK_EMPTY : sk_set_new(SK_EMPTY);
    b->unhashable = sk_is_empty(b->hashable) ? SK_EMPTY : sk_list_new(0);
    return !sk_is_empty(b->unhashable);
}

static void builder_release(Builder *b) {
    sk_release(b->args);
    sk_release(b->hashable);
    sk_release(b->unhashable);
}

static bool add(Builder *b, SkValue v) {
    if (sk_is_none(v)) v = sk_type_value(&sk_none_type);
    if (sk_is_union(v)) {
        for (size_t i = 0; i < sk_tuple_len(args_of(v)); i++)
            if (!add(b, sk_tuple_peek(args_of(v), i))) return false;
        return true;
    }
    if (sk_hash(v) == -1) {
        if (!sk_error_clear_if(sk_exc_TypeError)) return false;
        int there = sk_contains(b->unhashable, v);
        if (there) return there > 0;
        return sk_list_append(b->unhashable, v) && sk_list_append(b->args, v);
    }
    int there = sk_set_contains(b->hashable, v);
    if (there) return there > 0;
    return sk_set_add(b->hashable, v) && sk_list_append(b->args, v);
}

static bool is_unionable(SkValue v) {
    return sk_is_none(v) || sk_is_type(v) || sk_is_generic_alias(v) || sk_is_union(v) || sk_has_index(v, SK_T_TYPE_ALIAS);
}

// As Union[...] takes its arguments: typing checks what is no type for sure, and turns str into forward references.
static bool add_checked(Builder *b, SkValue v) {
    if (is_unionable(v)) return add(b, v);
    SK_AUTO SkValue typing = sk_hooks.import("typing");
    if (sk_is_empty(typing)) return false;
    SK_AUTO SkValue message = sk_str_from("Union[arg, ...]: each arg must be a type.");
    if (sk_is_empty(message)) return false;
    SkValue args[2] = {v, message};
    SK_AUTO SkValue checked = sk_call_method_s(typing, "_type_check", args, 2);
    return !sk_is_empty(checked) && add(b, checked);
}

static SkValue finish(Builder *b) {
    size_t n = sk_list_len(b->args);
    if (n == 0) return sk_raise(sk_exc_TypeError, "Cannot take a Union of no types.");
    if (n == 1) return sk_list_get(b->args, 0);
    SK_AUTO SkValue args = sk_list_to_tuple(b->args);
    SK_AUTO SkValue hashable = sk_is_empty(args) ? SK_EMPTY : sk_frozenset_new(b->hashable);
    SK_AUTO SkValue unhashable = sk_is_empty(hashable) ? SK_EMPTY : sk_list_to_tuple(b->unhashable);
    if (sk_is_empty(unhashable)) return SK_EMPTY;
    SkUnion *u = (SkUnion *)sk_container_new(&sk_union_type.head, sizeof *u);
    if (!u) return sk_raise_memory();
    sk_slot_init(&u->args, sk_move(&args));
    sk_slot_init(&u->hashable, sk_move(&hashable));
    sk_slot_init(&u->unhashable, sk_move(&unhashable));
    return sk_counted(u);
}

static bool is_plain_type(SkValue v) { return sk_has_index(v, SK_T_TYPE); }

// Two different classes without a metaclass: both are hashable, and differ. Most such unions are only asked by isinstance.
static SkValue union_of_plain(SkValue a, SkValue b) {
    SK_AUTO SkValue args = sk_tuple_pack(2, a, b);
    SkUnion *u = sk_is_empty(args) ? NULL : (SkUnion *)sk_container_new(&sk_union_type.head, sizeof *u);
    if (!u) return sk_error_occurred() ? SK_EMPTY : sk_raise_memory();
    sk_slot_init(&u->args, sk_move(&args));
    sk_slot_init(&u->unhashable, sk_empty_tuple());
    return sk_counted(u);
}

SkValue sk_union_or(SkValue a, SkValue b) {
    if (is_plain_type(a) && is_plain_type(b) && !sk_is(a, b)) return union_of_plain(a, b);
    if (!is_unionable(a) || !is_unionable(b)) return SK_NOT_IMPLEMENTED;
    Builder builder;
    SkValue u = builder_init(&builder) && add(&builder, a) && add(&builder, b) ? finish(&builder) : SK_EMPTY;
    builder_release(&builder);
    return u;
}

SkValue sk_union_from(SkValue args) {
    SK_AUTO SkValue tuple = sk_is_tuple(args) ? sk_retain(args) : sk_tuple_pack(1, args);
    if (sk_is_empty(tuple)) return SK_EMPTY;
    Builder builder;
    bool ok = builder_init(&builder);
    for (size_t i = 0; ok && i < sk_tuple_len(tuple); i++) ok = add_checked(&builder, sk_tuple_peek(tuple, i));
    SkValue u = ok ? finish(&builder) : SK_EMPTY;
    builder_release(&builder);
    return u;
}

// ---- as an object --------------------------------------------------------------------------------------------------------------

static SkValue union_repr(SkValue self) {
    SkStrBuilder b;
    sk_sb_init(&b);
    bool ok = true;
    for (size_t i = 0; ok && i < sk_tuple_len(args_of(self)); i++) {
        if (i) sk_sb_ascii(&b, " | ", 3);
        ok = sk_type_arg_repr(&b, sk_tuple_peek(args_of(self), i));
    }
    if (ok) return sk_sb_finish(&b);
    sk_sb_discard(&b);
    return SK_EMPTY;
}

// The frozenset of the members that can be hashed: counted.
static SkValue hashable_of(SkUnion *u) {
    SkValue known = sk_slot_peek(&u->hashable);
    return sk_is_empty(known) ? sk_frozenset_new(sk_slot_peek(&u->args)) : sk_retain(known);
}

static int64_t union_hash(SkValue self) {
    SkValue unhashable = sk_slot_peek(&as_union(self)->unhashable);
    size_t n = sk_tuple_len(unhashable);
    if (n == 0) {
        SK_AUTO SkValue hashable = hashable_of(as_union(self));
        return sk_is_empty(hashable) ? -1 : sk_hash(hashable);
    }
    // They may have become hashable; the message of the first that has not says why.
    for (size_t i = 0; i < n; i++)
        if (sk_hash(sk_tuple_peek(unhashable, i)) == -1) return -1;
    sk_raise(sk_exc_TypeError, "union contains %zu unhashable element%s", n, n > 1 ? "s" : "");
    return -1;
}

static SkValue union_compare(SkValue a, SkValue b, SkCompareOp op) {
    if (!sk_is_union(a) || !sk_is_union(b) || (op != SK_EQ && op != SK_NE)) return SK_NOT_IMPLEMENTED;
    SkUnion *x = as_union(a), *y = as_union(b);
    SK_AUTO SkValue mine = hashable_of(x);
    SK_AUTO SkValue theirs = sk_is_empty(mine) ? SK_EMPTY : hashable_of(y);
    if (sk_is_empty(theirs)) return SK_EMPTY;
    int same = sk_compare_bool(mine, theirs, SK_EQ);
    SkValue p = sk_slot_peek(&x->unhashable), q = sk_slot_peek(&y->unhashable);
    if (same > 0) same = sk_tuple_len(p) == sk_tuple_len(q);
    for (size_t i = 0; same > 0 && i < sk_tuple_len(p); i++) same = sk_contains(q, sk_tuple_peek(p, i));
    return same < 0 ? SK_EMPTY : sk_bool(same == (op == SK_EQ));
}

static SkValue parameters_of(SkValue self) {
    SkUnion *u = as_union(self);
    SkValue known = sk_slot_get(&u->header, &u->parameters);
    if (!sk_is_empty(known)) return known;
    SkValue found = sk_generic_parameters(args_of(self));
    if (!sk_is_empty(found)) sk_slot_set(&u->header, &u->parameters, sk_retain(found));
    return found;
}

static SkValue union_subscript(SkValue self, SkValue item) {
    SK_AUTO SkValue parameters = parameters_of(self);
    if (sk_is_empty(parameters)) return SK_EMPTY;
    SK_AUTO SkValue args = sk_generic_substitute(self, args_of(self), parameters, item);
    return sk_is_empty(args) ? SK_EMPTY : sk_union_from(args);
}

// A parameterized generic among the members raises when its turn comes.
static SkValue check_each(SkValue self, SkValue v, int (*check)(SkValue, SkValue)) {
    SkValue args = args_of(self);
    for (size_t i = 0; i < sk_tuple_len(args); i++) {
        int yes = check(v, sk_tuple_peek(args, i));
        if (yes) return yes < 0 ? SK_EMPTY : SK_TRUE;
    }
    return SK_FALSE;
}

static SkValue union_instancecheck(SkValue self, SkValue v) { return check_each(self, v, sk_is_instance); }

static SkValue union_subclasscheck(SkValue self, SkValue v) {
    if (!sk_is_type(v)) return sk_raise(sk_exc_TypeError, "issubclass() arg 1 must be a class");
    return check_each(self, v, sk_is_subclass);
}

static SkValue union_class_getitem(SkValue cls, SkValue args) {
    (void)cls;
    return sk_union_from(args);
}

static SkValue union_mro_entries(SkValue self, SkValue bases) {
    (void)bases;
    return sk_raise(sk_exc_TypeError, "Cannot subclass %R", self);
}

static SkValue union_origin(SkValue self, void *closure) {
    (void)self, (void)closure;
    return sk_type_value(&sk_union_type);
}

static SkValue union_name(SkValue self, void *closure) {
    (void)self, (void)closure;
    return sk_intern_s("Union");
}

static SkValue union_parameters(SkValue self, void *closure) {
    (void)closure;
    return parameters_of(self);
}

static const SkGetSetDef union_getset[] = {
    {"__name__", union_name, NULL, "Name of the type.", NULL},
    {"__qualname__", union_name, NULL, "Qualified name of the type.", NULL},
    {"__origin__", union_origin, NULL, "Always typing.Union.", NULL},
    {"__parameters__", union_parameters, NULL, "The type variables in the union.", NULL},
    {0},
};

static const SkMemberDef union_members[] = {
    {"__args__", SK_MEMBER_OBJECT, offsetof(SkUnion, args), true, NULL},
    {0},
};

static const SkMethodDef union_methods[] = {
    {.name = "__instancecheck__", .kind = SK_ONEARG, .onearg = union_instancecheck, .sig = "(instance, /)", .doc = "isinstance(x, int | str)."},
    {.name = "__subclasscheck__", .kind = SK_ONEARG, .onearg = union_subclasscheck, .sig = "(subclass, /)", .doc = "issubclass(x, int | str)."},
    {.name = "__mro_entries__", .kind = SK_ONEARG, .onearg = union_mro_entries, .sig = "(bases, /)", .doc = "Raises TypeError."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = union_class_getitem, .sig = "(object, /)",
     .doc = "Union[int, str]."},
    {0},
};

SkType sk_union_type = {
    SK_TYPE_HEAD(SK_T_UNION, sizeof(SkUnion), union_trace, NULL, union_destroy),
    .name = "typing.Union",
    .doc = "A type that is any of several.",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW | SK_TF_WEAKREF,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .number = {.or_ = sk_union_or},
    .container = {.get_key = union_subscript},
    .methods = union_methods,
    .members = union_members,
    .getset = union_getset,
};
