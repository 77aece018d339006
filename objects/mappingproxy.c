#include "objects/mappingproxy.h"

#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

typedef struct {
    SkObject header;
    SkSlot mapping;  // never empty, never changes
} Proxy;

static SkValue mapping_of(SkValue v) { return sk_slot_peek(&((Proxy *)sk_ptr(v))->mapping); }
static bool is_proxy(SkValue v) { return sk_has_index(v, SK_T_MAPPINGPROXY); }

static void proxy_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Proxy *)o)->mapping, visit, arg); }

static void proxy_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Proxy *)o)->mapping);
    sk_object_free(o, sizeof(Proxy));
}

SkValue sk_mappingproxy_new(SkValue mapping) {
    Proxy *p = (Proxy *)sk_container_new(&sk_mappingproxy_type.head, sizeof *p);
    if (!p) return sk_raise_memory();
    sk_slot_init(&p->mapping, sk_retain(mapping));
    return sk_counted(p);
}

static SkValue proxy_call(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue mapping;
    (void)type;
    if (!sk_bind("mappingproxy", "(mapping)", &cache, args, nargs, kwnames, &mapping)) return SK_EMPTY;
    if (!sk_is_mapping(mapping) || sk_is_list(mapping) || sk_is_tuple(mapping))
        return sk_raise(sk_exc_TypeError, "mappingproxy() argument must be a mapping, not %T", mapping);
    return sk_mappingproxy_new(mapping);
}

static int64_t proxy_len(SkValue self) { return sk_len(mapping_of(self)); }
static SkValue proxy_subscript(SkValue self, SkValue key) { return sk_getitem(mapping_of(self), key); }

static int proxy_contains(SkValue self, SkValue key) {
    SkValue mapping = mapping_of(self);
    return sk_is_exact_dict(mapping) ? sk_dict_contains(mapping, key) : sk_contains(mapping, key);
}

static SkValue proxy_iter(SkValue self) { return sk_iter(mapping_of(self)); }
static SkValue proxy_str(SkValue self) { return sk_str(mapping_of(self)); }
static SkValue proxy_repr(SkValue self) { return sk_str_format("mappingproxy(%R)", mapping_of(self)); }
static int64_t proxy_hash(SkValue self) { return sk_hash(mapping_of(self)); }

static SkValue proxy_compare(SkValue self, SkValue other, SkCompareOp op) {
    return sk_compare(mapping_of(self), other, op);
}

static SkValue proxy_or(SkValue a, SkValue b) {
    return sk_binary(SK_OP_OR, is_proxy(a) ? mapping_of(a) : a, is_proxy(b) ? mapping_of(b) : b);
}

static SkValue proxy_inplace_or(SkValue self, SkValue other) {
    (void)other;
    return sk_raise(sk_exc_TypeError, "'|=' is not supported by %T; use '|' instead", self);
}

static SkValue proxy_get(SkValue self, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("get", nargs, 1, 2)) return SK_EMPTY;
    SkValue mapping = mapping_of(self);
    SkValue both[2] = {args[0], nargs > 1 ? args[1] : SK_NONE};
    if (!sk_is_exact_dict(mapping)) return sk_call_method_s(mapping, "get", both, 2);
    SkValue v = sk_dict_load(mapping, args[0]);
    return sk_is_empty(v) && !sk_error_occurred() ? sk_dup(both[1]) : v;
}

static SkValue proxy_keys(SkValue self) { return sk_call_method_s(mapping_of(self), "keys", NULL, 0); }
static SkValue proxy_values(SkValue self) { return sk_call_method_s(mapping_of(self), "values", NULL, 0); }
static SkValue proxy_items(SkValue self) { return sk_call_method_s(mapping_of(self), "items", NULL, 0); }
static SkValue proxy_copy(SkValue self) { return sk_call_method_s(mapping_of(self), "copy", NULL, 0); }
static SkValue proxy_reversed(SkValue self) { return sk_call_method_s(mapping_of(self), "__reversed__", NULL, 0); }

static const SkMethodDef proxy_methods[] = {
    {.name = "get", .kind = SK_FAST, .fast = proxy_get, .sig = "(key, default=None, /)",
     .doc = "Return the value of key, or default if there is none."},
    {.name = "keys", .kind = SK_NOARGS, .noargs = proxy_keys, .sig = "()", .doc = "The mapping's keys."},
    {.name = "values", .kind = SK_NOARGS, .noargs = proxy_values, .sig = "()", .doc = "The mapping's values."},
    {.name = "items", .kind = SK_NOARGS, .noargs = proxy_items, .sig = "()", .doc = "The mapping's (key, value) pairs."},
    {.name = "copy", .kind = SK_NOARGS, .noargs = proxy_copy, .sig = "()", .doc = "A shallow copy of the mapping."},
    {.name = "__reversed__", .kind = SK_NOARGS, .noargs = proxy_reversed, .sig = "()", .doc = "Iterate backwards."},
    {.name = "__class_getitem__", .kind = SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)",
     .doc = "MappingProxyType[str, int] as a type."},
    {0},
};

SkType sk_mappingproxy_type = {
    SK_TYPE_HEAD(SK_T_MAPPINGPROXY, sizeof(Proxy), proxy_trace, NULL, proxy_destroy),
    .name = "mappingproxy",
    .doc = "mappingproxy(mapping)\n--\n\nA read-only view of a mapping.",
    .flags = SK_TF_IMMUTABLE | SK_TF_MAPPING,
    .new_ = proxy_call,
    .repr = proxy_repr,
    .str = proxy_str,
    .iter = proxy_iter,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .number = {.or_ = proxy_or, .inplace_or = proxy_inplace_or},
    .container = {.len = proxy_len, .contains = proxy_contains, .get_key = proxy_subscript},
    .methods = proxy_methods,
};
