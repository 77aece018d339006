// _string: the parser of str.format's templates, for string.Formatter.
#include "objects/error.h"
#include "objects/format_markup.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Both iterators: a template and a position in it. Shared by threads: each piece comes once, the position being
// advanced by compare-and-swap once the piece is parsed.
typedef struct {
    SkObject header;
    SkSlot str;             // never empty, never changes
    _Atomic uint64_t pos;
} PartIter;

static void part_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((PartIter *)o)->str, visit, arg); }

static void part_destroy(SkObject *o) {
    sk_slot_destroy(o, &((PartIter *)o)->str);
    sk_object_free(o, sizeof(PartIter));
}

static SkValue part_self(SkValue self) { return sk_dup(self); }

static SkValue part_new(SkType *type, SkValue str, size_t pos) {
    PartIter *it = (PartIter *)sk_container_new(&type->head, sizeof(PartIter));
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->str, sk_retain(str));
    sk_store_relaxed(&it->pos, pos);
    return sk_counted(it);
}

static SkValue span_text(SkValue str, SkSpan span) { return sk_str_slice(str, span.start, span.end); }

static SkValue markup_next(SkValue self) {
    PartIter *it = (PartIter *)sk_ptr(self);
    SkValue str = sk_slot_peek(&it->str);
    SkMarkup m;
    uint64_t from = sk_load_relaxed(&it->pos);
    size_t pos;
    do {
        pos = from;
        if (sk_markup_next(sk_as_str(str), &pos, sk_str_len(str), &m) <= 0) return SK_EMPTY;
    } while (!sk_cas_weak_relaxed(&it->pos, &from, pos));
    SkValue parts[4] = {
        span_text(str, m.literal),
        m.has_field ? span_text(str, m.name) : SK_NONE,
        m.has_field ? span_text(str, m.spec) : SK_NONE,
        m.has_field && m.conversion ? sk_str_from_code_point(m.conversion) : SK_NONE,
    };
    for (int i = 0; i < 4; i++) {
        if (!sk_is_empty(parts[i])) continue;
        for (int k = 0; k < 4; k++) sk_release(parts[k]);
        return SK_EMPTY;
    }
    return sk_tuple_steal(parts, 4);
}

static SkValue name_next(SkValue self) {
    PartIter *it = (PartIter *)sk_ptr(self);
    SkValue str = sk_slot_peek(&it->str);
    bool is_attribute;
    SkSpan part;
    int64_t index;
    uint64_t from = sk_load_relaxed(&it->pos);
    size_t pos;
    do {
        pos = from;
        if (sk_field_next(sk_as_str(str), &pos, sk_str_len(str), &is_attribute, &part, &index) <= 0) return SK_EMPTY;
    } while (!sk_cas_weak_relaxed(&it->pos, &from, pos));
    SkValue items[2] = {sk_bool(is_attribute), index >= 0 ? sk_from_small_int(index) : span_text(str, part)};
    return sk_is_empty(items[1]) ? SK_EMPTY : sk_tuple_steal(items, 2);
}

static SkType markup_iter_type = {
    SK_TYPE_HEAD(0, sizeof(PartIter), part_trace, NULL, part_destroy),
    .name = "formatteriterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = part_self,
    .iternext = markup_next,
};

static SkType name_iter_type = {
    SK_TYPE_HEAD(0, sizeof(PartIter), part_trace, NULL, part_destroy),
    .name = "fieldnameiterator",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .iter = part_self,
    .iternext = name_next,
};

static SkValue formatter_parser(SkValue module, SkValue str) {
    (void)module;
    if (!sk_is_str(str)) return sk_raise(sk_exc_TypeError, "expected str, got %T", str);
    return part_new(&markup_iter_type, str, 0);
}

static SkValue formatter_field_name_split(SkValue module, SkValue str) {
    (void)module;
    if (!sk_is_str(str)) return sk_raise(sk_exc_TypeError, "expected str, got %T", str);
    SkSpan first;
    int64_t index;
    if (!sk_field_first(sk_as_str(str), (SkSpan){0, sk_str_len(str)}, &first, &index)) return SK_EMPTY;
    SK_AUTO SkValue head = index >= 0 ? sk_from_small_int(index) : span_text(str, first);
    if (sk_is_empty(head)) return SK_EMPTY;
    SK_AUTO SkValue rest = part_new(&name_iter_type, str, first.end);
    return sk_is_empty(rest) ? SK_EMPTY : sk_tuple_pack(2, head, rest);
}

static const SkMethodDef functions[] = {
    {"formatter_field_name_split", SK_ONEARG, .onearg = formatter_field_name_split, "(object, /)",
     "Split a field's name into its first part and an iterator over (is_attribute, name)."},
    {"formatter_parser", SK_ONEARG, .onearg = formatter_parser, "(object, /)",
     "Iterate over a template as (literal, field name, format spec, conversion)."},
    {0},
};

static bool exec(SkValue module) {
    (void)module;
    return sk_type_ready(&markup_iter_type) && sk_type_ready(&name_iter_type);
}

const SkModuleDef sk_module__string = {.name = "_string", .doc = "String helper module", .functions = functions, .exec = exec};
