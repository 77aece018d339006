// Struct sequences: tuples whose items have names, with further named fields behind the last item. The object is a tuple
// whose length counts the items only; the memory holds all fields.
#include "objects/struct_seq.h"

#include <string.h>

#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// What the type's `native` points to; immortal.
typedef struct {
    const SkStructSeqDef *def;
    size_t nfields, nunnamed;
    SkGetSetDef getset[];  // one a named field, and the end
} Layout;

static const Layout *layout_of(const SkType *t) { return t->native; }
static const Layout *layout_of_value(SkValue v) { return layout_of(sk_type_of(v)); }
static bool is_unnamed(const char *field) { return *field == '\0'; }

static void seq_trace(SkObject *o, SkVisit visit, void *arg) {
    SkTuple *t = (SkTuple *)o;
    for (size_t i = 0, n = layout_of(sk_ptr_type(o))->nfields; i < n; i++) sk_slot_visit(&t->items[i], visit, arg);
}

static void seq_destroy(SkObject *o) {
    SkTuple *t = (SkTuple *)o;
    size_t n = layout_of(sk_ptr_type(o))->nfields;
    for (size_t i = 0; i < n; i++) sk_slot_destroy(o, &t->items[i]);
    sk_instance_free(o, n);
}

static void release_all(SkValue *values, size_t n) {
    for (size_t i = 0; i < n; i++) sk_release(values[i]);
}

SkValue sk_struct_seq_new(SkType *type, SkValue *values) {
    const Layout *l = layout_of(type);
    SkTuple *t = (SkTuple *)sk_type_alloc(type, l->nfields);
    if (!t) {
        release_all(values, l->nfields);
        return SK_EMPTY;
    }
    t->length = l->def->nsequence;
    for (size_t i = 0; i < l->nfields; i++) sk_tuple_init(t, i, sk_own(values[i]));
    return sk_counted(t);
}

// ---- from Python ----------------------------------------------------------------------------------------------------------

static const char *short_name(const SkType *t) {
    const char *dot = strrchr(t->name, '.');
    return dot ? dot + 1 : t->name;
}

static bool check_length(const SkType *type, size_t n) {
    const Layout *l = layout_of(type);
    size_t least = l->def->nsequence, most = l->nfields;
    if (n >= least && n <= most) return true;
    const char *how = least == most ? "a" : n < least ? "an at least" : "an at most";
    return sk_raise_false(sk_exc_TypeError, "%s() takes %s %zu-sequence (%zu-sequence given)", type->name, how,
                          n < least ? least : most, n);
}

// The fields behind the sequence's items, from the dict: values[n..], stolen into it.
static bool fill_from_dict(SkType *type, SkValue dict, SkValue *values, size_t n) {
    const Layout *l = layout_of(type);
    size_t used = 0;
    for (size_t i = n; i < l->nfields; i++) {
        values[i] = sk_is_empty(dict) || is_unnamed(l->def->fields[i]) ? SK_EMPTY : sk_dict_get_s(dict, l->def->fields[i]);
        if (!sk_is_empty(values[i]))
            used++;
        else if (sk_error_occurred())
            return release_all(values + n, i - n), false;
        else
            values[i] = SK_NONE;
    }
    if (sk_is_empty(dict) || used == sk_dict_len(dict)) return true;
    release_all(values + n, l->nfields - n);
    return sk_raise_false(sk_exc_TypeError, "%s() got duplicate or unexpected field name(s)", type->name);
}

// os.stat_result: the items without a name are the whole seconds of the fields behind the sequence, which stand for them when
// nobody gave them.
static void share_unnamed(const Layout *l, SkValue *values) {
    size_t field = l->def->nsequence;
    for (size_t i = 0; i < l->def->nsequence; i++) {
        if (!is_unnamed(l->def->fields[i])) continue;
        if (field < l->nfields && sk_is_none(values[field])) values[field] = sk_retain(values[i]);
        field++;
    }
}

static SkValue seq_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) cache;
    SkValue bound[2];
    if (!sk_bind(short_name(type), "(sequence, dict={})", &cache, args, nargs, kwnames, bound)) return SK_EMPTY;
    SkValue dict = bound[1];
    if (!sk_is_empty(dict) && !sk_is_dict(dict))
        return sk_raise(sk_exc_TypeError, "%s() takes a dict as second arg, if any", type->name);
    SK_AUTO SkValue items = sk_to_tuple(bound[0]);
    if (sk_is_empty(items)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "constructor requires a sequence");
        return SK_EMPTY;
    }
    size_t n = sk_tuple_len(items);
    if (!check_length(type, n)) return SK_EMPTY;
    SkValue *values = sk_malloc(layout_of(type)->nfields * sizeof *values);
    if (!values) return sk_raise_memory();
    SkValue v = SK_EMPTY;
    if (fill_from_dict(type, dict, values, n)) {
        for (size_t i = 0; i < n; i++) values[i] = sk_retain(sk_tuple_peek(items, i));
        share_unnamed(layout_of(type), values);
        v = sk_struct_seq_new(type, values);
    }
    sk_free(values);
    return v;
}

static size_t first_unnamed(const Layout *l) {
    size_t i = 0;
    while (l->def->fields[i] && !is_unnamed(l->def->fields[i])) i++;
    return i;
}

static SkValue seq_repr(SkValue self) {
    SkType *type = sk_type_of(self);
    const Layout *l = layout_of(type);
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_cstr(&b, type->name);
    sk_sb_char(&b, '(');
    for (size_t i = 0; i < l->def->nsequence; i++) {
        SK_AUTO SkValue r = sk_repr(sk_tuple_peek(self, i));
        if (sk_is_empty(r)) {
            sk_sb_discard(&b);
            return SK_EMPTY;
        }
        if (i) sk_sb_ascii(&b, ", ", 2);
        // A field without a name shows the next name: st_atime stands for the seconds of the tuple too.
        size_t named = i;
        while (l->def->fields[named + 1] && is_unnamed(l->def->fields[named])) named++;
        named += is_unnamed(l->def->fields[i]) ? i - first_unnamed(l) : 0;
        sk_sb_cstr(&b, l->def->fields[named]);
        sk_sb_char(&b, '=');
        sk_sb_str(&b, r);
    }
    sk_sb_char(&b, ')');
    return sk_sb_finish(&b);
}

static SkValue get_field(SkValue self, void *closure) { return sk_tuple_load(self, (size_t)(uintptr_t)closure); }

static SkValue seq_reduce(SkValue self) {
    const Layout *l = layout_of_value(self);
    SK_AUTO SkValue hidden = sk_dict_new();
    if (sk_is_empty(hidden)) return SK_EMPTY;
    for (size_t i = l->def->nsequence; i < l->nfields; i++)
        if (!is_unnamed(l->def->fields[i]) && !sk_dict_set_s(hidden, l->def->fields[i], sk_tuple_peek(self, i))) return SK_EMPTY;
    SK_AUTO SkValue items = sk_tuple_slice(self, 0, l->def->nsequence);
    SK_AUTO SkValue args = sk_is_empty(items) ? SK_EMPTY : sk_tuple_pack(2, items, hidden);
    return sk_is_empty(args) ? SK_EMPTY : sk_tuple_pack(2, sk_type_value(sk_type_of(self)), args);
}

static SkValue seq_replace(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkType *type = sk_type_of(self);
    const Layout *l = layout_of(type);
    if (nargs) return sk_raise(sk_exc_TypeError, "__replace__() takes no positional arguments (%zu given)", nargs);
    if (l->nunnamed)
        return sk_raise(sk_exc_TypeError, "__replace__() is not supported for %s because it has unnamed field(s)", type->name);
    SkValue *values = sk_malloc(l->nfields * sizeof *values);
    if (!values) return sk_raise_memory();
    for (size_t i = 0; i < l->nfields; i++) values[i] = sk_retain(sk_tuple_peek(self, i));
    SkValue unknown = SK_EMPTY;
    for (size_t k = 0; !sk_is_empty(kwnames) && k < sk_tuple_len(kwnames); k++) {
        size_t i = 0;
        while (i < l->nfields && !sk_str_equals_ascii(sk_tuple_peek(kwnames, k), l->def->fields[i])) i++;
        if (i == l->nfields) {
            unknown = sk_tuple_peek(kwnames, k);
            break;
        }
        sk_release(values[i]);
        values[i] = sk_retain(args[k]);
    }
    SkValue v = SK_EMPTY;
    if (sk_is_empty(unknown)) {
        v = sk_struct_seq_new(type, values);
    } else {
        release_all(values, l->nfields);
        sk_raise(sk_exc_TypeError, "Got unexpected field name(s): [%R]", unknown);
    }
    sk_free(values);
    return v;
}

static const SkMethodDef seq_methods[] = {
    {.name = "__reduce__", .kind = SK_NOARGS, .noargs = seq_reduce, .sig = "()", .doc = "State for pickling."},
    {.name = "__replace__", .kind = SK_KW, .kw = seq_replace, .sig = "(**changes)", .doc = "A copy with some fields changed."},
    {0},
};

// The base of no type: it gives the index that names this kind of type in types.def.
SkType sk_struct_sequence_base_type = {
    SK_TYPE_HEAD(SK_T_STRUCT_SEQUENCE_BASE, sizeof(SkTuple), NULL, NULL, NULL),
    .name = "structseq",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .base = &sk_tuple_type,
};

// ---- the types -------------------------------------------------------------------------------------------------------------------

static bool set_class_attributes(SkType *t, const Layout *l) {
    SkValue dict = sk_slot_peek(&t->dict);
    if (!sk_dict_set_s(dict, "n_sequence_fields", sk_from_small_int((int64_t)l->def->nsequence)) ||
        !sk_dict_set_s(dict, "n_fields", sk_from_small_int((int64_t)l->nfields)) ||
        !sk_dict_set_s(dict, "n_unnamed_fields", sk_from_small_int((int64_t)l->nunnamed)))
        return false;
    size_t named = 0;
    for (size_t i = 0; i < l->def->nsequence; i++) named += !is_unnamed(l->def->fields[i]);
    SkTuple *names = sk_tuple_alloc(named);
    if (!names) return false;
    for (size_t i = 0, k = 0; i < l->def->nsequence; i++)
        if (!is_unnamed(l->def->fields[i])) sk_tuple_init(names, k++, sk_intern_s(l->def->fields[i]));
    return sk_dict_set_steal(dict, SK_N(__match_args__), sk_counted(names));
}

SkType *sk_struct_seq_type(const SkStructSeqDef *def) {
    size_t nfields = 0, unnamed = 0;
    for (; def->fields[nfields]; nfields++) unnamed += is_unnamed(def->fields[nfields]);
    Layout *l = sk_calloc(1, sizeof *l + (nfields + 1) * sizeof(SkGetSetDef));
    SkType *t = l ? sk_calloc(1, sizeof *t) : NULL;
    if (!t) {
        sk_free(l);
        sk_raise_memory();
        return NULL;
    }
    l->def = def;
    l->nfields = nfields;
    l->nunnamed = unnamed;
    for (size_t i = 0, k = 0; i < nfields; i++)
        if (!is_unnamed(def->fields[i])) l->getset[k++] = (SkGetSetDef){def->fields[i], get_field, sk_readonly_member, NULL, (void *)(uintptr_t)i};
    SkType made = {
        SK_TYPE_HEAD(0, sizeof(SkTuple), seq_trace, NULL, seq_destroy),
        .name = def->name,
        .doc = def->doc,
        .flags = SK_TF_IMMUTABLE | SK_TF_TUPLE_SUBCLASS,
        .item_size = sizeof(SkSlot),
        .base = &sk_tuple_type,
        .new_ = seq_new,
        .repr = seq_repr,
        .methods = seq_methods,
        .getset = l->getset,
        .native = l,
    };
    memcpy((void *)t, &made, sizeof made);
    // Left as it is on failure: part of the type may be in the tables already.
    return sk_type_ready(t) && set_class_attributes(t, l) ? t : NULL;
}
