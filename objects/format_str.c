// str.format and str.format_map.
#include "objects/error.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/format_markup.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str_internal.h"
#include "objects/tuple.h"

typedef struct {
    const SkValue *args;   // positional ones, then those of kwnames
    size_t nargs;
    SkValue kwnames;       // tuple or SK_EMPTY
    SkValue mapping;       // of format_map, or SK_EMPTY
    enum { UNDECIDED, AUTOMATIC, MANUAL } numbering;
    int64_t next;          // automatic number
} Arguments;

// The argument a field begins with: counted.
static SkValue first_argument(const SkStr *s, SkSpan first, int64_t index, Arguments *a) {
    bool empty = first.start == first.end;
    if (empty || index >= 0) {
        if (a->numbering == UNDECIDED) a->numbering = empty ? AUTOMATIC : MANUAL;
        if (a->numbering == MANUAL && empty)
            return sk_raise(sk_exc_ValueError, "cannot switch from manual field specification to automatic field numbering");
        if (a->numbering == AUTOMATIC && !empty)
            return sk_raise(sk_exc_ValueError, "cannot switch from automatic field numbering to manual field specification");
        if (empty) index = a->next++;
        if (!sk_is_empty(a->mapping)) return sk_raise(sk_exc_ValueError, "Format string contains positional fields");
        if ((uint64_t)index >= a->nargs)
            return sk_raise(sk_exc_IndexError, "Replacement index %lld out of range for positional args tuple", (long long)index);
        return sk_retain(a->args[index]);
    }
    SK_AUTO SkValue key = sk_str_slice(sk_counted(s), first.start, first.end);
    if (sk_is_empty(key)) return SK_EMPTY;
    if (!sk_is_empty(a->mapping)) return sk_own(sk_getitem(a->mapping, key));
    size_t n = sk_is_empty(a->kwnames) ? 0 : sk_tuple_len(a->kwnames);
    for (size_t i = 0; i < n; i++) {
        SkValue name = sk_tuple_peek(a->kwnames, i);
        if (sk_is_str(name) && sk_str_equal(name, key)) return sk_retain(a->args[a->nargs + i]);
    }
    return sk_raise_value(sk_exc_KeyError, key);
}

static SkValue field_object(const SkStr *s, SkSpan name, Arguments *a) {
    SkSpan part;
    int64_t index;
    if (!sk_field_first(s, name, &part, &index)) return SK_EMPTY;
    SK_AUTO SkValue v = first_argument(s, part, index, a);
    if (sk_is_empty(v)) return SK_EMPTY;
    size_t pos = part.end;
    bool is_attribute;
    int more;
    while ((more = sk_field_next(s, &pos, name.end, &is_attribute, &part, &index)) > 0) {
        SkValue next;
        if (index >= 0) {
            next = sk_is_sequence(v) ? sk_getitem_i(v, index) : sk_getitem(v, sk_int_from_int64(index));
        } else {
            SK_AUTO SkValue key = sk_str_slice(sk_counted(s), part.start, part.end);
            if (sk_is_empty(key)) return SK_EMPTY;
            next = is_attribute ? sk_getattr(v, key) : sk_getitem(v, key);
        }
        if (sk_is_empty(next)) return SK_EMPTY;
        sk_release(v);
        v = sk_own(next);
    }
    return more < 0 ? SK_EMPTY : sk_move(&v);
}

// v converted as !r, !s or !a say; consumes v.
static SkValue convert(SkValue v, uint32_t conversion) {
    SkValue result;
    switch (conversion) {
    case 0: return v;
    case 'r': result = sk_repr(v); break;
    case 's': result = sk_str(v); break;
    case 'a': result = sk_ascii(v); break;
    default:
        if (conversion > 32 && conversion < 127) result = sk_raise(sk_exc_ValueError, "Unknown conversion specifier %c", (int)conversion);
        else result = sk_raise(sk_exc_ValueError, "Unknown conversion specifier \\x%x", conversion);
    }
    sk_release(v);
    return result;
}

static bool expand(SkStrBuilder *b, const SkStr *s, size_t start, size_t end, Arguments *a, int depth);

static SkValue field_spec(const SkStr *s, const SkMarkup *m, Arguments *a, int depth) {
    if (!m->nested) return sk_str_slice(sk_counted(s), m->spec.start, m->spec.end);
    SkStrBuilder b;
    sk_sb_init(&b);
    if (!expand(&b, s, m->spec.start, m->spec.end, a, depth - 1)) {
        sk_sb_discard(&b);
        return SK_EMPTY;
    }
    return sk_sb_finish(&b);
}

static bool add_field(SkStrBuilder *b, const SkStr *s, const SkMarkup *m, Arguments *a, int depth) {
    SkValue object = field_object(s, m->name, a);
    if (sk_is_empty(object)) return false;
    SK_AUTO SkValue v = convert(object, m->conversion);
    if (sk_is_empty(v)) return false;
    bool plain = m->spec.start == m->spec.end;
    if (plain && sk_is_exact_str(v)) {
        sk_sb_str(b, v);
        return true;
    }
    SK_AUTO SkValue spec = plain ? SK_EMPTY : field_spec(s, m, a, depth);
    if (!plain && sk_is_empty(spec)) return false;
    SK_AUTO SkValue text = sk_own(sk_format(v, spec));
    if (sk_is_empty(text)) return false;
    sk_sb_str(b, text);
    return true;
}

static bool expand(SkStrBuilder *b, const SkStr *s, size_t start, size_t end, Arguments *a, int depth) {
    if (depth <= 0) return sk_raise_false(sk_exc_ValueError, "Max string recursion exceeded");
    SkMarkup m;
    int more;
    while ((more = sk_markup_next(s, &start, end, &m)) > 0) {
        sk_sb_slice(b, sk_counted(s), m.literal.start, m.literal.end);
        if (m.has_field && !add_field(b, s, &m, a, depth)) return false;
    }
    return more == 0;
}

static SkValue run(SkValue self, Arguments *a) {
    SkStrBuilder b;
    sk_sb_init(&b);
    const SkStr *s = sk_as_str(self);
    if (!expand(&b, s, 0, s->length, a, 2)) {
        sk_sb_discard(&b);
        return SK_EMPTY;
    }
    return sk_sb_finish(&b);
}

SkValue sk_str_format_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    Arguments a = {.args = args, .nargs = nargs, .kwnames = kwnames};
    return run(self, &a);
}

SkValue sk_str_format_map(SkValue self, SkValue mapping) {
    Arguments a = {.mapping = mapping};
    return run(self, &a);
}
