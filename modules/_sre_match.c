// Match objects, replacement templates, and slices of subjects.
#include "modules/_sre.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/mappingproxy.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- subjects ------------------------------------------------------------------------------------------------------------

static bool open_any(SkSreSubject *s, SkValue string) {
    *s = (SkSreSubject){.string = string};
    if (sk_is_str(string)) {
        SkStr *str = sk_as_str(string);
        s->data = str->data;
        s->length = (int64_t)str->length;
        s->kind = str->kind;
        return true;
    }
    s->is_bytes = true;
    s->kind = 1;
    if (sk_is_exact_bytes(string)) {
        s->data = sk_as_bytes(string)->data;
        s->length = (int64_t)sk_as_bytes(string)->length;
        return true;
    }
    if (!sk_buffer_get(string, &s->view, SK_BUF_LIVE)) {
        if (!sk_error_clear_if(sk_exc_TypeError)) return false;
        return sk_raise_false(sk_exc_TypeError, "expected string or bytes-like object, got '%.200T'", string);
    }
    s->has_view = true;
    s->data = s->view.data;
    s->length = s->view.length;
    return true;
}

bool sk_sre_subject_open(SkSreSubject *s, SkPattern *p, SkValue string) {
    if (!open_any(s, string)) return false;
    bool any = sk_is_none(sk_slot_peek(&p->pattern));
    if (any || s->is_bytes == p->is_bytes) return true;
    bool bytes = s->is_bytes;
    sk_sre_subject_close(s);
    return sk_raise_false(sk_exc_TypeError, bytes ? "cannot use a string pattern on a bytes-like object"
                                                  : "cannot use a bytes pattern on a string-like object");
}

void sk_sre_subject_close(SkSreSubject *s) {
    if (s->has_view) sk_buffer_release(&s->view);
    s->has_view = false;
}

SkValue sk_sre_subject_slice(SkSreSubject *s, int64_t from, int64_t to) {
    if (from < 0) from = 0;
    if (from > s->length) from = s->length;
    if (to > s->length) to = s->length;
    if (to < from) to = from;
    if (!s->is_bytes) {
        if (from == 0 && to == s->length && sk_is_exact_str(s->string)) return sk_retain(s->string);
        return sk_str_slice(s->string, (size_t)from, (size_t)to);
    }
    if (from == 0 && to == s->length && sk_is_exact_bytes(s->string)) return sk_retain(s->string);
    return sk_bytes_from((const char *)s->data + from, (size_t)(to - from));
}

SkValue sk_sre_slice(SkValue string, int64_t from, int64_t to) {
    SkSreSubject s;
    if (sk_is_exact_str(string)) return sk_str_slice(string, (size_t)from, (size_t)to);
    if (!open_any(&s, string)) return SK_EMPTY;
    SkValue v = sk_sre_subject_slice(&s, from, to);
    sk_sre_subject_close(&s);
    return v;
}

// ---- match objects ---------------------------------------------------------------------------------------------------------

static SkMatch *as_match(SkValue v) { return (SkMatch *)sk_ptr(v); }
static SkPattern *pattern_of(SkMatch *m) { return (SkPattern *)sk_ptr(sk_slot_peek(&m->pattern)); }
static SkValue string_of(SkMatch *m) { return sk_slot_peek(&m->string); }
static size_t size_of(size_t groups) { return sizeof(SkMatch) + groups * 2 * sizeof(int64_t); }

static void match_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkMatch *)o)->pattern, visit, arg);
    sk_slot_visit(&((SkMatch *)o)->string, visit, arg);
    sk_slot_visit(&((SkMatch *)o)->regs, visit, arg);
}
static void match_destroy(SkObject *o) {
    SkMatch *m = (SkMatch *)o;
    sk_slot_destroy(o, &m->pattern);
    sk_slot_destroy(o, &m->string);
    sk_slot_destroy(o, &m->regs);
    sk_object_free(o, size_of(m->groups));
}

SkValue sk_sre_match_new(SkPattern *p, SkValue string, const SkSre *s, int64_t pos, int64_t endpos) {
    size_t groups = (size_t)p->groups + 1;
    SkMatch *m = (SkMatch *)sk_container_new(&sk_sre_match_type.head, size_of(groups));
    if (!m) return sk_raise_memory();
    sk_slot_init(&m->pattern, sk_retain(sk_counted(p)));
    sk_slot_init(&m->string, sk_retain(string));
    m->groups = groups;
    m->pos = pos;
    m->endpos = endpos;
    m->last_index = s->last_index;
    m->mark[0] = s->match_start;
    m->mark[1] = s->ptr;
    for (size_t i = 0; i + 1 < groups; i++) {
        int64_t from = s->marks[2 * i], to = s->marks[2 * i + 1];
        bool set = from >= 0 && to >= from;
        m->mark[2 * i + 2] = set ? from : -1;
        m->mark[2 * i + 3] = set ? to : -1;
    }
    return sk_counted(m);
}

SkValue sk_sre_match_group(SkMatch *m, size_t i, SkValue otherwise) {
    if (m->mark[2 * i] < 0) return sk_retain(otherwise);
    return sk_sre_slice(string_of(m), m->mark[2 * i], m->mark[2 * i + 1]);
}

// The number of a group named by a number or a name: -1 with an exception.
static int64_t group_index(SkMatch *m, SkValue key) {
    int64_t i = -1;
    if (sk_has_index_method(key)) {
        if (!sk_index_as_int64(key, &i, NULL)) return -1;
    } else {
        SK_AUTO SkValue found = sk_dict_get(sk_slot_peek(&pattern_of(m)->groupindex), key);
        if (sk_is_empty(found)) {
            if (sk_error_occurred()) sk_error_clear();
        } else if (!sk_is_int(found) || !sk_as_int64(found, &i)) {
            sk_error_clear();
            i = -1;
        }
    }
    if (i >= 0 && (uint64_t)i < m->groups) return i;
    sk_raise(sk_exc_IndexError, "no such group");
    return -1;
}

static SkValue group_by_key(SkMatch *m, SkValue key, SkValue otherwise) {
    int64_t i = group_index(m, key);
    return i < 0 ? SK_EMPTY : sk_sre_match_group(m, (size_t)i, otherwise);
}

static SkValue match_group(SkValue v, const SkValue *args, size_t nargs) {
    SkMatch *m = as_match(v);
    if (nargs == 0) return sk_sre_match_group(m, 0, SK_NONE);
    if (nargs == 1) return group_by_key(m, args[0], SK_NONE);
    SkTuple *t = sk_tuple_alloc(nargs);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue out = sk_counted(t);
    for (size_t i = 0; i < nargs; i++) {
        SkValue g = group_by_key(m, args[i], SK_NONE);
        if (sk_is_empty(g)) return SK_EMPTY;
        sk_tuple_init(t, i, g);
    }
    return sk_move(&out);
}

static SkValue match_getitem(SkValue v, SkValue key) { return group_by_key(as_match(v), key, SK_NONE); }

static SkValue match_groups(SkValue v, const SkValue *args) {
    SkMatch *m = as_match(v);
    SkValue otherwise = sk_is_empty(args[0]) ? SK_NONE : args[0];
    SkValue few[8];
    if (m->groups - 1 <= SK_COUNT_OF(few)) {
        size_t n = 0;
        while (n + 1 < m->groups && !sk_is_empty(few[n] = sk_own(sk_sre_match_group(m, n + 1, otherwise)))) n++;
        if (n + 1 == m->groups) return sk_tuple_steal(few, n);
        while (n > 0) sk_release(few[--n]);
        return SK_EMPTY;
    }
    SkTuple *t = sk_tuple_alloc(m->groups - 1);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue out = sk_counted(t);
    for (size_t i = 1; i < m->groups; i++) {
        SkValue g = sk_sre_match_group(m, i, otherwise);
        if (sk_is_empty(g)) return SK_EMPTY;
        sk_tuple_init(t, i - 1, g);
    }
    return sk_move(&out);
}

static SkValue match_groupdict(SkValue v, const SkValue *args) {
    SkMatch *m = as_match(v);
    SkValue otherwise = sk_is_empty(args[0]) ? SK_NONE : args[0];
    SK_AUTO SkValue out = sk_dict_new();
    if (sk_is_empty(out)) return SK_EMPTY;
    size_t pos = 0;
    SkValue key, value;
    while (sk_dict_next(sk_slot_peek(&pattern_of(m)->groupindex), &pos, &key, &value)) {
        SkValue g = group_by_key(m, value, otherwise);
        bool ok = !sk_is_empty(g) && sk_dict_set_steal(out, key, g);
        sk_release(key);
        sk_release(value);
        if (!ok) return SK_EMPTY;
    }
    return sk_move(&out);
}

static SkValue span_of(SkMatch *m, size_t i) {
    return sk_tuple_pack(2, sk_from_small_int(m->mark[2 * i]), sk_from_small_int(m->mark[2 * i + 1]));
}

static int64_t optional_index(SkMatch *m, const SkValue *args) { return sk_is_empty(args[0]) ? 0 : group_index(m, args[0]); }

static SkValue match_start(SkValue v, const SkValue *args) {
    int64_t i = optional_index(as_match(v), args);
    return i < 0 ? SK_EMPTY : sk_from_small_int(as_match(v)->mark[2 * i]);
}
static SkValue match_end(SkValue v, const SkValue *args) {
    int64_t i = optional_index(as_match(v), args);
    return i < 0 ? SK_EMPTY : sk_from_small_int(as_match(v)->mark[2 * i + 1]);
}
static SkValue match_span(SkValue v, const SkValue *args) {
    int64_t i = optional_index(as_match(v), args);
    return i < 0 ? SK_EMPTY : span_of(as_match(v), (size_t)i);
}

static SkValue match_expand(SkValue v, const SkValue *args) {
    SkMatch *m = as_match(v);
    SkSreReplacement kind;
    SK_AUTO SkValue r = sk_sre_compile_template(pattern_of(m), args[0], &kind);
    if (sk_is_empty(r)) return SK_EMPTY;
    if (kind == SK_SRE_TEMPLATE) return sk_sre_template_expand(r, m);
    return kind == SK_SRE_CALLABLE ? sk_call1(r, v) : sk_move(&r);
}

static SkValue match_self(SkValue v) { return sk_dup(v); }
static SkValue match_self1(SkValue v, SkValue memo) {
    (void)memo;
    return sk_dup(v);
}

static SkValue match_repr(SkValue v) {
    SkMatch *m = as_match(v);
    SK_AUTO SkValue text = sk_sre_match_group(m, 0, SK_NONE);
    if (sk_is_empty(text)) return SK_EMPTY;
    return sk_str_format("<%s object; span=(%lld, %lld), match=%.50R>", sk_type_of(v)->name, (long long)m->mark[0], (long long)m->mark[1], text);
}

static SkValue get_string(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &as_match(v)->string);
}
static SkValue get_re(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &as_match(v)->pattern);
}
static SkValue get_pos(SkValue v, void *c) {
    (void)c;
    return sk_from_small_int(as_match(v)->pos);
}
static SkValue get_endpos(SkValue v, void *c) {
    (void)c;
    return sk_from_small_int(as_match(v)->endpos);
}
static SkValue get_lastindex(SkValue v, void *c) {
    (void)c;
    int64_t i = as_match(v)->last_index;
    return i >= 0 ? sk_from_small_int(i) : SK_NONE;
}
static SkValue get_lastgroup(SkValue v, void *c) {
    (void)c;
    SkMatch *m = as_match(v);
    SkValue names = sk_slot_peek(&pattern_of(m)->indexgroup);
    if (m->last_index < 0 || (uint64_t)m->last_index >= sk_tuple_len(names)) return SK_NONE;
    return sk_tuple_load(names, (size_t)m->last_index);
}
static SkValue get_regs(SkValue v, void *c) {
    (void)c;
    SkMatch *m = as_match(v);
    SkValue known = sk_slot_get(&m->header, &m->regs);
    if (!sk_is_empty(known)) return known;
    SkTuple *t = sk_tuple_alloc(m->groups);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue out = sk_counted(t);
    for (size_t i = 0; i < m->groups; i++) {
        SkValue span = span_of(m, i);
        if (sk_is_empty(span)) return SK_EMPTY;
        sk_tuple_init(t, i, span);
    }
    sk_slot_set(&m->header, &m->regs, sk_retain(out));
    return sk_move(&out);
}

static const SkMethodDef match_methods[] = {
    {"group", SK_FAST, .fast = match_group, .doc = "One or several groups of the match, by number or name."},
    {"start", SK_SIG, .sig_fn = match_start, .sig = "(group=0, /)", .doc = "Where a group begins, or -1."},
    {"end", SK_SIG, .sig_fn = match_end, .sig = "(group=0, /)", .doc = "Where a group ends, or -1."},
    {"span", SK_SIG, .sig_fn = match_span, .sig = "(group=0, /)", .doc = "The pair (start, end) of a group."},
    {"groups", SK_SIG, .sig_fn = match_groups, .sig = "(default=None)", .doc = "All groups as a tuple."},
    {"groupdict", SK_SIG, .sig_fn = match_groupdict, .sig = "(default=None)", .doc = "All named groups as a dict."},
    {"expand", SK_SIG, .sig_fn = match_expand, .sig = "(template)", .doc = "The template with its references to groups replaced."},
    {"__copy__", SK_NOARGS, .noargs = match_self, .sig = "()"},
    {"__deepcopy__", SK_ONEARG, .onearg = match_self1, .sig = "(memo, /)"},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkGetSetDef match_getset[] = {
    {"string", get_string, sk_readonly_member, "The string that was searched.", NULL},
    {"re", get_re, sk_readonly_member, "The pattern.", NULL},
    {"pos", get_pos, sk_readonly_member, "Where the search began.", NULL},
    {"endpos", get_endpos, sk_readonly_member, "Where the search ended.", NULL},
    {"lastindex", get_lastindex, NULL, "The number of the group closed last.", NULL},
    {"lastgroup", get_lastgroup, NULL, "The name of the group closed last.", NULL},
    {"regs", get_regs, NULL, NULL, NULL},
    {0},
};

SkType sk_sre_match_type = {
    SK_TYPE_HEAD(0, sizeof(SkMatch), match_trace, NULL, match_destroy),
    .name = "re.Match",
    .doc = "The result of a match.",
    .flags = SK_TF_NO_NEW,
    .repr = match_repr,
    .container = {.get_key = match_getitem},
    .methods = match_methods,
    .getset = match_getset,
};

// ---- templates ---------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot parts;   // tuple: literal, group number, literal, group number, ..., literal
} Template;

static void template_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Template *)o)->parts, visit, arg); }
static void template_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Template *)o)->parts);
    sk_object_free(o, sizeof(Template));
}
SkType sk_sre_template_type = {
    SK_TYPE_HEAD(0, sizeof(Template), template_trace, NULL, template_destroy),
    .name = "_sre.SRE_Template",
    .flags = SK_TF_NO_NEW,
};

SkValue sk_sre_template_new(SkValue pattern, SkValue list) {
    if (sk_type_of(pattern) != &sk_sre_pattern_type) return sk_raise_bad_argument("template", "argument 1", "re.Pattern", pattern);
    if (!sk_is_list(list)) return sk_raise_bad_argument("template", "argument 2", "list", list);
    SkPattern *p = (SkPattern *)sk_ptr(pattern);
    SK_AUTO SkValue parts = sk_to_tuple(list);
    if (sk_is_empty(parts)) return SK_EMPTY;
    for (size_t i = 1; i < sk_tuple_len(parts); i += 2) {
        int64_t g;
        if (!sk_as_int64(sk_tuple_peek(parts, i), &g)) return SK_EMPTY;
        if (g < 0 || g > p->groups) return sk_raise(sk_exc_TypeError, "invalid template");
    }
    Template *t = (Template *)sk_container_new(&sk_sre_template_type.head, sizeof *t);
    if (!t) return sk_raise_memory();
    sk_slot_init(&t->parts, sk_move(&parts));
    return sk_counted(t);
}

SkValue sk_sre_join(bool is_bytes, SkValue list) {
    if (!is_bytes) return sk_str_join(sk_names.empty, list);
    SK_AUTO SkValue empty = sk_bytes_from("", 0);
    return sk_is_empty(empty) ? SK_EMPTY : sk_call_method_s(empty, "join", &list, 1);
}

SkValue sk_sre_template_expand(SkValue template, SkMatch *m) {
    SkValue parts = sk_slot_peek(&((Template *)sk_ptr(template))->parts);
    SK_AUTO SkValue list = sk_list_new(sk_tuple_len(parts));
    if (sk_is_empty(list)) return SK_EMPTY;
    SkValue string = string_of(m);
    for (size_t i = 0; i < sk_tuple_len(parts); i++) {
        SkValue part = sk_tuple_peek(parts, i);
        if (i & 1) {
            int64_t g;
            if (!sk_as_int64(part, &g)) return SK_EMPTY;
            if (m->mark[2 * g] < 0) continue;
            SkValue text = sk_sre_slice(string, m->mark[2 * g], m->mark[2 * g + 1]);
            if (sk_is_empty(text) || !sk_list_append_steal(list, text)) return SK_EMPTY;
        } else if (!sk_is_none(part) && !sk_list_append(list, part)) {
            return SK_EMPTY;
        }
    }
    return sk_sre_join(!sk_is_str(string), list);
}

static bool has_backslash(SkValue template, bool *plain) {
    SkSreSubject s;
    if (!open_any(&s, template)) {
        sk_error_clear();
        *plain = false;
        return true;
    }
    *plain = true;
    for (int64_t i = 0; i < s.length && *plain; i++) {
        uint32_t c = s.kind == 1 ? ((const uint8_t *)s.data)[i] : s.kind == 2 ? ((const uint16_t *)s.data)[i] : ((const uint32_t *)s.data)[i];
        if (c == '\\') *plain = false;
    }
    sk_sre_subject_close(&s);
    return true;
}

SkValue sk_sre_compile_template(SkPattern *p, SkValue template, SkSreReplacement *kind) {
    bool plain;
    *kind = SK_SRE_LITERAL_TEXT;
    if (!has_backslash(template, &plain)) return SK_EMPTY;
    if (plain) return sk_retain(template);
    SK_AUTO SkValue re = sk_import("re");
    if (sk_is_empty(re)) return SK_EMPTY;
    SK_AUTO SkValue compile = sk_getattr_opt_s(re, "_compile_template");
    if (sk_is_empty(compile) && sk_error_occurred()) return SK_EMPTY;
    if (sk_is_empty(compile)) compile = sk_getattr_s(re, "_subx");   // the library before 3.12
    if (sk_is_empty(compile)) return SK_EMPTY;
    SkValue r = sk_call2(compile, sk_counted(p), template);
    if (sk_is_empty(r)) return r;
    if (sk_type_of(r) == &sk_sre_template_type) *kind = SK_SRE_TEMPLATE;
    else if (sk_is_callable(r)) *kind = SK_SRE_CALLABLE;
    return r;
}
