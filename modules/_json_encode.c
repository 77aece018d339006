// _json.make_encoder: the writer of JSON texts. An encoder's fields never change, but for the marker dict it shares with its
// maker, which knows the containers that are being written.
#include "base/dtoa.h"
#include "base/numtext.h"
#include "modules/_json.h"
#include "modules/arguments.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

typedef enum { QUOTE_ASCII, QUOTE, QUOTE_BY_CALL } Quoting;

typedef struct {
    SkObject header;
    SkSlot markers, default_, encoder, indent, key_separator, item_separator;   // never empty until cleared
    bool sort_keys, skipkeys, allow_nan;
    Quoting quoting;
} Encoder;

// A call's state; the values are kept alive by it.
typedef struct {
    const Encoder *e;
    SkStrBuilder *out;
    SkValue markers;     // a dict, or SK_NONE
    SkValue default_, encoder, indent, key_separator, item_separator;
} Writer;

static bool write_value(Writer *w, SkValue v, int64_t level);

// ---- plain values ------------------------------------------------------------------------------------------------------------

static bool write_str(Writer *w, SkValue v) {
    if (w->e->quoting != QUOTE_BY_CALL) {
        sk_json_quote(w->out, v, w->e->quoting == QUOTE_ASCII);
        return true;
    }
    SK_AUTO SkValue text = sk_call1(w->encoder, v);
    if (sk_is_empty(text)) return false;
    if (!sk_is_str(text)) return sk_raise_false(sk_exc_TypeError, "encoder() must return a string, not %.80T", text);
    sk_sb_str(w->out, text);
    return true;
}

static bool write_int(Writer *w, SkValue v) {
    int64_t i;
    if (sk_int_fits_int64(v, &i)) {
        char text[SK_INT_DECIMAL_MAX];
        sk_sb_ascii(w->out, text, sk_int_to_decimal(i, text));
        return true;
    }
    SK_AUTO SkValue text = sk_int_to_str(v, 10, false);
    if (sk_is_empty(text)) return false;
    sk_sb_str(w->out, text);
    return true;
}

static bool write_float(Writer *w, SkValue v) {
    double d = sk_float_value(v);
    char text[SK_FLOAT_TEXT_MAX];
    if (d - d == 0) {
        sk_sb_ascii(w->out, text, sk_float_repr(d, text));
        return true;
    }
    if (!w->e->allow_nan) return sk_raise_false(sk_exc_ValueError, "Out of range float values are not JSON compliant: %R", v);
    sk_sb_cstr(w->out, d > 0 ? "Infinity" : d < 0 ? "-Infinity" : "NaN");
    return true;
}

static const char *word_of(SkValue v) { return sk_is_none(v) ? "null" : sk_is_true(v) ? "true" : sk_is_false(v) ? "false" : NULL; }

static void new_line(Writer *w, int64_t level) {
    sk_sb_char(w->out, '\n');
    for (int64_t i = 0; i < level; i++) sk_sb_str(w->out, w->indent);
}

// ---- containers ----------------------------------------------------------------------------------------------------------------

// Notes that v is being written: false if it is already. *key is to be given to unmark.
static bool mark(Writer *w, SkValue v, SkValue *key) {
    *key = SK_EMPTY;
    if (sk_is_none(w->markers)) return true;
    SK_AUTO SkValue id = sk_int_from_uint64(v.w & ~(uint64_t)SK_TAG_BORROWED);
    if (sk_is_empty(id)) return false;
    int there = sk_dict_contains(w->markers, id);
    if (there > 0) return sk_raise_false(sk_exc_ValueError, "Circular reference detected");
    if (there < 0 || !sk_dict_set(w->markers, id, v)) return false;
    *key = sk_move(&id);
    return true;
}
static bool unmark(Writer *w, SkValue key) {
    if (sk_is_empty(key)) return true;
    int done = sk_dict_delete(w->markers, key);
    if (done == 0) sk_raise_value(sk_exc_KeyError, key);
    sk_release(key);
    return done > 0;
}

// What stands between items, or before the first.
static void write_between(Writer *w, bool first, int64_t level) {
    if (!first) sk_sb_str(w->out, w->item_separator);
    if (!sk_is_none(w->indent)) new_line(w, level);
}

static bool write_items(Writer *w, SkValue v, int64_t level) {
    bool list = sk_is_list(v);
    sk_sb_char(w->out, '[');
    for (size_t i = 0; i < (list ? sk_list_len(v) : sk_tuple_len(v)); i++) {
        SK_AUTO SkValue item = list ? sk_list_get(v, i) : sk_retain(sk_tuple_peek(v, i));
        if (sk_is_empty(item)) break;
        write_between(w, i == 0, level + 1);
        if (!write_value(w, item, level + 1)) {
            sk_error_add_note("when serializing %T item %zu", v, i);
            return false;
        }
    }
    if (!sk_is_none(w->indent)) new_line(w, level);
    sk_sb_char(w->out, ']');
    return true;
}

static bool write_sequence(Writer *w, SkValue v, int64_t level) {
    SkValue key;
    if ((sk_is_list(v) ? sk_list_len(v) : sk_tuple_len(v)) == 0) {
        sk_sb_ascii(w->out, "[]", 2);
        return true;
    }
    if (!mark(w, v, &key)) return false;
    if (write_items(w, v, level)) return unmark(w, key);
    sk_release(key);
    return false;
}

// A key as a string literal: 1; 0: to be skipped; -1: exception. What stands before it is written first.
static int write_key(Writer *w, SkValue key, bool first, int64_t level) {
    bool is_str = sk_is_str(key), is_float = !is_str && sk_is_float(key);
    const char *word = is_str || is_float ? NULL : word_of(key);
    bool is_int = !is_str && !is_float && !word && sk_is_int(key);
    if (!is_str && !is_float && !word && !is_int) {
        if (w->e->skipkeys) return 0;
        sk_raise(sk_exc_TypeError, "keys must be str, int, float, bool or None, not %.100T", key);
        return -1;
    }
    write_between(w, first, level);
    if (is_str) return write_str(w, key) ? 1 : -1;
    // Other encoders may want to see the key as the string it becomes.
    SkStrBuilder b, *out = w->out;
    sk_sb_init(&b);
    w->out = &b;
    bool ok = true;
    if (word) sk_sb_cstr(&b, word);
    else ok = is_float ? write_float(w, key) : write_int(w, key);
    w->out = out;
    if (!ok) {
        sk_sb_discard(&b);
        return -1;
    }
    SK_AUTO SkValue text = sk_sb_finish(&b);
    return !sk_is_empty(text) && write_str(w, text) ? 1 : -1;
}

// false with an exception; *any: something has been written.
static bool write_member(Writer *w, SkValue of, SkValue key, SkValue value, int64_t level, bool *any) {
    int written = write_key(w, key, !*any, level + 1);
    if (written <= 0) return written == 0;
    *any = true;
    sk_sb_str(w->out, w->key_separator);
    if (write_value(w, value, level + 1)) return true;
    sk_error_add_note("when serializing %T item %R", of, key);
    return false;
}

static bool write_sorted(Writer *w, SkValue v, int64_t level, bool *any) {
    SK_AUTO SkValue view = sk_is_exact_dict(v) ? sk_dict_items_list(v) : sk_call_method_s(v, "items", NULL, 0);
    SK_AUTO SkValue items = sk_is_empty(view) ? SK_EMPTY : sk_to_list(view);
    if (sk_is_empty(items) || (w->e->sort_keys && !sk_list_sort(items))) return false;
    for (size_t i = 0; i < sk_list_len(items); i++) {
        SK_AUTO SkValue pair = sk_list_get(items, i);
        if (!sk_is_tuple(pair) || sk_tuple_len(pair) != 2) return sk_raise_false(sk_exc_ValueError, "items must return 2-tuples");
        if (!write_member(w, v, sk_tuple_peek(pair, 0), sk_tuple_peek(pair, 1), level, any)) return false;
    }
    return true;
}

static bool write_members(Writer *w, SkValue v, int64_t level) {
    bool any = false;
    sk_sb_char(w->out, '{');
    if (w->e->sort_keys || !sk_is_exact_dict(v)) {
        if (!write_sorted(w, v, level, &any)) return false;
    } else {
        size_t at = 0;
        SkValue key, value;
        while (sk_dict_next(v, &at, &key, &value)) {
            bool ok = write_member(w, v, key, value, level, &any);
            sk_release(key);
            sk_release(value);
            if (!ok) return false;
        }
    }
    if (any && !sk_is_none(w->indent)) new_line(w, level);
    sk_sb_char(w->out, '}');
    return true;
}

static bool write_dict(Writer *w, SkValue v, int64_t level) {
    SkValue key;
    if (sk_dict_len(v) == 0) {
        sk_sb_ascii(w->out, "{}", 2);
        return true;
    }
    if (!mark(w, v, &key)) return false;
    if (write_members(w, v, level)) return unmark(w, key);
    sk_release(key);
    return false;
}

static bool write_other(Writer *w, SkValue v, int64_t level) {
    SkValue key;
    if (!mark(w, v, &key)) return false;
    SK_AUTO SkValue made = sk_call1(w->default_, v);
    if (sk_is_empty(made)) {
        sk_release(key);
        return false;
    }
    if (write_value(w, made, level)) return unmark(w, key);
    sk_error_add_note("when serializing %T object", v);
    sk_release(key);
    return false;
}

static bool write_value(Writer *w, SkValue v, int64_t level) {
    const char *word = word_of(v);
    if (word) {
        sk_sb_cstr(w->out, word);
        return true;
    }
    if (sk_is_str(v)) return write_str(w, v);
    if (sk_is_int(v)) return write_int(w, v);
    if (sk_is_float(v)) return write_float(w, v);
    if (!sk_enter_recursion(" while encoding a JSON object")) return false;
    bool ok = sk_is_list(v) || sk_is_tuple(v) ? write_sequence(w, v, level) : sk_is_dict(v) ? write_dict(w, v, level) : write_other(w, v, level);
    sk_leave_recursion();
    return ok;
}

// ---- the object ------------------------------------------------------------------------------------------------------------------

static SkValue encoder_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    int64_t level;
    if (!sk_bind("_iterencode", "(obj, _current_indent_level)", &sig, args, nargs, kwnames, a) ||
        !sk_ssize_argument(a[1], 0, &level))
        return SK_EMPTY;
    Encoder *e = (Encoder *)sk_ptr(self);
    SK_AUTO SkValue markers = sk_slot_get(&e->header, &e->markers);
    SK_AUTO SkValue fallback = sk_slot_get(&e->header, &e->default_);
    SK_AUTO SkValue encoder = sk_slot_get(&e->header, &e->encoder);
    SK_AUTO SkValue indent = sk_slot_get(&e->header, &e->indent);
    SK_AUTO SkValue key_separator = sk_slot_get(&e->header, &e->key_separator);
    SK_AUTO SkValue item_separator = sk_slot_get(&e->header, &e->item_separator);
    SkStrBuilder b;
    sk_sb_init(&b);
    Writer w = {e, &b, markers, fallback, encoder, indent, key_separator, item_separator};
    if (!write_value(&w, a[0], level)) {
        sk_sb_discard(&b);
        return SK_EMPTY;
    }
    SkValue text = sk_sb_finish(&b);
    return sk_is_empty(text) ? SK_EMPTY : sk_tuple_steal(&text, 1);
}

static Quoting quoting_of(SkValue encoder) {
    if (!sk_has_index(encoder, SK_T_NATIVE)) return QUOTE_BY_CALL;
    const SkMethodDef *def = ((SkNative *)sk_ptr(encoder))->def;
    if (def->kind != SK_ONEARG) return QUOTE_BY_CALL;
    return def->onearg == sk_json_encode_basestring_ascii ? QUOTE_ASCII : def->onearg == sk_json_encode_basestring ? QUOTE : QUOTE_BY_CALL;
}

enum { MARKERS, DEFAULT, ENCODER, INDENT, KEY_SEPARATOR, ITEM_SEPARATOR, SORT_KEYS, SKIPKEYS, ALLOW_NAN, NPARAMS };

static SkValue encoder_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[NPARAMS];
    if (!sk_bind("make_encoder", "(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)", &sig,
                 args, nargs, kwnames, a))
        return SK_EMPTY;
    for (int i = KEY_SEPARATOR; i <= ITEM_SEPARATOR; i++)
        if (!sk_is_str(a[i])) return sk_raise(sk_exc_TypeError, "make_encoder() argument %d must be str, not %T", i + 1, a[i]);
    if (!sk_is_none(a[MARKERS]) && !sk_is_dict(a[MARKERS]))
        return sk_raise(sk_exc_TypeError, "make_encoder() argument 1 must be dict or None, not %.200T", a[MARKERS]);
    if (!sk_is_none(a[INDENT]) && !sk_is_str(a[INDENT]))
        return sk_raise(sk_exc_TypeError, "make_encoder() argument 4 must be str or None, not %.200T", a[INDENT]);
    bool sort_keys, skipkeys, allow_nan;
    if (!sk_truth_argument(a[SORT_KEYS], false, &sort_keys) || !sk_truth_argument(a[SKIPKEYS], false, &skipkeys) || !sk_truth_argument(a[ALLOW_NAN], false, &allow_nan)) return SK_EMPTY;
    Encoder *e = (Encoder *)sk_type_alloc(type, 0);
    if (!e) return SK_EMPTY;
    sk_slot_init(&e->markers, sk_retain(a[MARKERS]));
    sk_slot_init(&e->default_, sk_retain(a[DEFAULT]));
    sk_slot_init(&e->encoder, sk_retain(a[ENCODER]));
    sk_slot_init(&e->indent, sk_retain(a[INDENT]));
    sk_slot_init(&e->key_separator, sk_retain(a[KEY_SEPARATOR]));
    sk_slot_init(&e->item_separator, sk_retain(a[ITEM_SEPARATOR]));
    e->sort_keys = sort_keys;
    e->skipkeys = skipkeys;
    e->allow_nan = allow_nan;
    e->quoting = quoting_of(a[ENCODER]);
    return sk_counted(e);
}

#define SLOTS(X) \
    X(markers, "markers") X(default_, "default") X(encoder, "encoder") X(indent, "indent") X(key_separator, "key_separator") X(item_separator, "item_separator")

static void encoder_trace(SkObject *o, SkVisit visit, void *arg) {
#define X(field, name) sk_slot_visit(&((Encoder *)o)->field, visit, arg);
    SLOTS(X)
#undef X
    sk_instance_trace(o, visit, arg);
}
static void encoder_clear(SkObject *o) {
    // The separators are in no cycle, and a call that goes on needs them.
    sk_slot_set(o, &((Encoder *)o)->markers, SK_NONE);
    sk_slot_set(o, &((Encoder *)o)->default_, SK_NONE);
    sk_slot_set(o, &((Encoder *)o)->encoder, SK_NONE);
    sk_instance_clear(o);
}
static void encoder_destroy(SkObject *o) {
#define X(field, name) sk_slot_destroy(o, &((Encoder *)o)->field);
    SLOTS(X)
#undef X
    sk_instance_free(o, 0);
}

static const SkMemberDef encoder_members[] = {
#define X(field, name) {name, SK_MEMBER_OBJECT, offsetof(Encoder, field), true, name},
    SLOTS(X)
#undef X
    {"sort_keys", SK_MEMBER_BOOL, offsetof(Encoder, sort_keys), true, "sort_keys"},
    {"skipkeys", SK_MEMBER_BOOL, offsetof(Encoder, skipkeys), true, "skipkeys"},
    {0},
};

SkType sk_json_encoder_type = {
    SK_TYPE_HEAD(0, sizeof(Encoder), encoder_trace, encoder_clear, encoder_destroy),
    .name = "_json.Encoder",
    .doc = "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = encoder_new,
    .call = encoder_call,
    .members = encoder_members,
};
