// _json.make_scanner: the parser of JSON texts, by recursive descent.
//
// A scanner's fields never change; the keys that objects share are remembered in a dict of the call.
#include "base/strtod.h"
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

typedef struct {
    SkObject header;
    bool strict;
    SkSlot object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;   // never empty until cleared
} Scanner;

// A call's state. The hooks are kept alive by the scanner, SK_EMPTY where the plain types do the work.
typedef struct {
    SkValue text;
    const SkStr *s;
    size_t length;
    bool strict;
    SkValue object_hook, pairs_hook, parse_float, parse_int, parse_constant;
    SkValue keys;    // dict from keys to themselves
} Scan;

static SkValue scan_value(Scan *p, size_t at, size_t *end);

SK_INLINE uint32_t at(const Scan *p, size_t i) { return i < p->length ? sk_str_at(p->s, i) : 0; }

static size_t skip_space(const Scan *p, size_t i) {
    for (; i < p->length; i++) {
        uint32_t c = sk_str_at(p->s, i);
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
    }
    return i;
}

static SkValue no_value(size_t at) { return sk_raise_stop_iteration(sk_int_from_int64((int64_t)at)); }

// ---- numbers and words -------------------------------------------------------------------------------------------------------

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static SkValue plain_float(const Scan *p, size_t start, size_t stop, SkValue text) {
    const char *rest;
    double d;
    if (p->s->kind == 1 && sk_strtod(p->s->data + start, p->s->data + stop, &rest, &d) && rest == p->s->data + stop)
        return sk_float_new(d);
    return sk_float_from_text(text);
}

static SkValue number(const Scan *p, size_t start, size_t stop, bool floating) {
    SkValue hook = floating ? p->parse_float : p->parse_int;
    if (sk_is_empty(hook) && !floating && stop - start <= 18) {
        size_t i = start;
        int64_t n = 0;
        if (at(p, i) == '-') i++;
        for (; i < stop; i++) n = n * 10 + (int64_t)(at(p, i) - '0');
        return sk_int_from_int64(at(p, start) == '-' ? -n : n);
    }
    SK_AUTO SkValue text = sk_str_slice(p->text, start, stop);
    if (sk_is_empty(text)) return SK_EMPTY;
    if (!sk_is_empty(hook)) return sk_call1(hook, text);
    return floating ? plain_float(p, start, stop, text) : sk_int_from_text(sk_as_str(text)->data, sk_str_len(text), 10);
}

static SkValue scan_number(const Scan *p, size_t start, size_t *end) {
    size_t i = start;
    bool floating = false;
    if (at(p, i) == '-') i++;
    if (!is_digit(at(p, i))) return no_value(start);
    if (at(p, i) == '0') i++;
    else
        while (is_digit(at(p, i))) i++;
    if (at(p, i) == '.' && is_digit(at(p, i + 1))) {
        floating = true;
        for (i++; is_digit(at(p, i));) i++;
    }
    if (at(p, i) == 'e' || at(p, i) == 'E') {
        size_t e = i + 1;
        if (at(p, e) == '+' || at(p, e) == '-') e++;
        if (is_digit(at(p, e))) {
            floating = true;
            while (is_digit(at(p, e))) e++;
            i = e;
        }
    }
    *end = i;
    return number(p, start, i, floating);
}

// The literal word at i.
static bool word(const Scan *p, size_t i, const char *text) {
    for (; *text; text++, i++)
        if (at(p, i) != (uint8_t)*text) return false;
    return true;
}

static SkValue constant(const Scan *p, const char *text, size_t start, size_t *end) {
    SK_AUTO SkValue name = sk_str_from(text);
    if (sk_is_empty(name)) return SK_EMPTY;
    *end = start + sk_str_len(name);
    return sk_call1(p->parse_constant, name);
}

// ---- objects and arrays --------------------------------------------------------------------------------------------------------

static SkValue scan_key(Scan *p, size_t start, size_t *end) {
    SK_AUTO SkValue key = sk_json_scan_string(p->text, start, p->strict, end);
    return sk_is_empty(key) ? SK_EMPTY : sk_dict_setdefault(p->keys, key, key, NULL);
}

// From behind the brace to the closing one: fills a dict, or a list of pairs.
static bool scan_members(Scan *p, size_t i, size_t *end, SkValue into, bool pairs) {
    i = skip_space(p, i);
    if (at(p, i) == '}') return *end = i + 1, true;
    for (;;) {
        if (at(p, i) != '"') return sk_json_error("Expecting property name enclosed in double quotes", p->text, i), false;
        SK_AUTO SkValue key = scan_key(p, i + 1, &i);
        if (sk_is_empty(key)) return false;
        i = skip_space(p, i);
        if (at(p, i) != ':') return sk_json_error("Expecting ':' delimiter", p->text, i), false;
        SK_AUTO SkValue value = scan_value(p, skip_space(p, i + 1), &i);
        if (sk_is_empty(value)) return false;
        if (pairs) {
            SkValue pair = sk_tuple_pack(2, key, value);
            if (sk_is_empty(pair) || !sk_list_append_steal(into, pair)) return false;
        } else if (!sk_dict_set_steal(into, key, sk_move(&value))) {
            return false;
        }
        i = skip_space(p, i);
        if (at(p, i) == '}') break;
        if (at(p, i) != ',') return sk_json_error("Expecting ',' delimiter", p->text, i), false;
        size_t comma = i;
        i = skip_space(p, i + 1);
        if (at(p, i) == '}') return sk_json_error("Illegal trailing comma before end of object", p->text, comma), false;
    }
    *end = i + 1;
    return true;
}

static SkValue scan_object(Scan *p, size_t start, size_t *end) {
    bool pairs = !sk_is_empty(p->pairs_hook);
    SK_AUTO SkValue made = pairs ? sk_list_new(0) : sk_dict_new();
    if (sk_is_empty(made) || !scan_members(p, start, end, made, pairs)) return SK_EMPTY;
    if (pairs) return sk_call1(p->pairs_hook, made);
    return sk_is_empty(p->object_hook) ? sk_move(&made) : sk_call1(p->object_hook, made);
}

static SkValue scan_array(Scan *p, size_t start, size_t *end) {
    SK_AUTO SkValue list = sk_list_new(0);
    size_t i = skip_space(p, start);
    if (sk_is_empty(list)) return SK_EMPTY;
    if (at(p, i) == ']') return *end = i + 1, sk_move(&list);
    for (;;) {
        SkValue value = scan_value(p, i, &i);
        if (sk_is_empty(value) || !sk_list_append_steal(list, value)) return SK_EMPTY;
        i = skip_space(p, i);
        if (at(p, i) == ']') break;
        if (at(p, i) != ',') return sk_json_error("Expecting ',' delimiter", p->text, i);
        size_t comma = i;
        i = skip_space(p, i + 1);
        if (at(p, i) == ']') return sk_json_error("Illegal trailing comma before end of array", p->text, comma);
    }
    *end = i + 1;
    return sk_move(&list);
}

static SkValue scan_nested(Scan *p, size_t start, size_t *end, bool object) {
    if (!sk_enter_recursion(object ? " while decoding a JSON object from a unicode string" : " while decoding a JSON array from a unicode string"))
        return SK_EMPTY;
    SkValue v = object ? scan_object(p, start, end) : scan_array(p, start, end);
    sk_leave_recursion();
    return v;
}

static SkValue scan_value(Scan *p, size_t start, size_t *end) {
    if (start >= p->length) return no_value(start);
    switch (sk_str_at(p->s, start)) {
    case '"': return sk_json_scan_string(p->text, start + 1, p->strict, end);
    case '{': return scan_nested(p, start + 1, end, true);
    case '[': return scan_nested(p, start + 1, end, false);
    case 'n':
        if (word(p, start, "null")) return *end = start + 4, SK_NONE;
        break;
    case 't':
        if (word(p, start, "true")) return *end = start + 4, SK_TRUE;
        break;
    case 'f':
        if (word(p, start, "false")) return *end = start + 5, SK_FALSE;
        break;
    case 'N':
        if (word(p, start, "NaN")) return constant(p, "NaN", start, end);
        break;
    case 'I':
        if (word(p, start, "Infinity")) return constant(p, "Infinity", start, end);
        break;
    case '-':
        if (word(p, start, "-Infinity")) return constant(p, "-Infinity", start, end);
        break;
    default: break;
    }
    return scan_number(p, start, end);
}

// ---- the object ------------------------------------------------------------------------------------------------------------------

// A hook, or SK_EMPTY where it is `plain`.
static SkValue hook(Scanner *s, SkSlot *slot, SkValue plain) {
    SkValue v = sk_slot_get(&s->header, slot);
    if (!sk_is(v, plain)) return v;
    sk_release(v);
    return SK_EMPTY;
}

static SkValue scanner_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    int64_t start;
    size_t end = 0;
    if (!sk_bind("scan_once", "(string, idx)", &sig, args, nargs, kwnames, a) || !sk_ssize_argument(a[1], 0, &start))
        return SK_EMPTY;
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "first argument must be a string, not %.80T", a[0]);
    if (start < 0) return sk_raise(sk_exc_ValueError, "idx cannot be negative");
    Scanner *s = (Scanner *)sk_ptr(self);
    SK_AUTO SkValue keys = sk_dict_new();
    SK_AUTO SkValue object_hook = hook(s, &s->object_hook, SK_NONE);
    SK_AUTO SkValue pairs_hook = hook(s, &s->object_pairs_hook, SK_NONE);
    SK_AUTO SkValue parse_float = hook(s, &s->parse_float, sk_type_value(&sk_float_type));
    SK_AUTO SkValue parse_int = hook(s, &s->parse_int, sk_type_value(&sk_int_type));
    SK_AUTO SkValue parse_constant = sk_slot_get(&s->header, &s->parse_constant);
    if (sk_is_empty(keys)) return SK_EMPTY;
    Scan p = {a[0], sk_as_str(a[0]), sk_str_len(a[0]), s->strict, object_hook, pairs_hook, parse_float, parse_int, parse_constant, keys};
    SkValue parts[2] = {sk_own(scan_value(&p, (size_t)start, &end))};
    if (sk_is_empty(parts[0])) return SK_EMPTY;
    parts[1] = sk_int_from_int64((int64_t)end);
    return sk_tuple_steal(parts, 2);
}

static bool take(Scanner *s, SkSlot *slot, SkValue context, const char *name) {
    (void)s;
    SkValue v = sk_getattr_s(context, name);
    if (sk_is_empty(v)) return false;
    sk_slot_init(slot, v);
    return true;
}

static SkValue scanner_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue context;
    if (!sk_bind("make_scanner", "(context)", &sig, args, nargs, kwnames, &context)) return SK_EMPTY;
    SK_AUTO SkValue strict = sk_getattr_s(context, "strict");
    int truth = sk_is_empty(strict) ? -1 : sk_truth(strict);
    if (truth < 0) return SK_EMPTY;
    Scanner *s = (Scanner *)sk_type_alloc(type, 0);
    if (!s) return SK_EMPTY;
    s->strict = truth;
    if (take(s, &s->object_hook, context, "object_hook") && take(s, &s->object_pairs_hook, context, "object_pairs_hook") &&
        take(s, &s->parse_float, context, "parse_float") && take(s, &s->parse_int, context, "parse_int") &&
        take(s, &s->parse_constant, context, "parse_constant"))
        return sk_counted(s);
    sk_release(sk_counted(s));
    return SK_EMPTY;
}

#define SLOTS(X) X(object_hook) X(object_pairs_hook) X(parse_float) X(parse_int) X(parse_constant)

static void scanner_trace(SkObject *o, SkVisit visit, void *arg) {
#define X(name) sk_slot_visit(&((Scanner *)o)->name, visit, arg);
    SLOTS(X)
#undef X
    sk_instance_trace(o, visit, arg);
}
static void scanner_clear(SkObject *o) {
#define X(name) sk_slot_set(o, &((Scanner *)o)->name, SK_NONE);
    SLOTS(X)
#undef X
    sk_instance_clear(o);
}
static void scanner_destroy(SkObject *o) {
#define X(name) sk_slot_destroy(o, &((Scanner *)o)->name);
    SLOTS(X)
#undef X
    sk_instance_free(o, 0);
}

static const SkMemberDef scanner_members[] = {
    {"strict", SK_MEMBER_BOOL, offsetof(Scanner, strict), true, "strict"},
#define X(name) {#name, SK_MEMBER_OBJECT, offsetof(Scanner, name), true, #name},
    SLOTS(X)
#undef X
    {0},
};

SkType sk_json_scanner_type = {
    SK_TYPE_HEAD(0, sizeof(Scanner), scanner_trace, scanner_clear, scanner_destroy),
    .name = "_json.Scanner",
    .doc = "JSON scanner object",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = scanner_new,
    .call = scanner_call,
    .members = scanner_members,
};
