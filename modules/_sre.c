// _sre: compiled patterns and their methods. The programs come from re._compiler.
#include "modules/_sre.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/unicode.h"
#include "modules/arguments.h"
#include "modules/sys.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/iter.h"
#include "objects/list.h"
#include "objects/mappingproxy.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

static SkPattern *as_pattern(SkValue v) { return (SkPattern *)sk_ptr(v); }

static size_t size_of(size_t ncode) { return sizeof(SkPattern) + ncode * sizeof(uint32_t); }

static void pattern_trace(SkObject *o, SkVisit visit, void *arg) {
    SkPattern *p = (SkPattern *)o;
    sk_slot_visit(&p->pattern, visit, arg);
    sk_slot_visit(&p->groupindex, visit, arg);
    sk_slot_visit(&p->indexgroup, visit, arg);
}
static void pattern_destroy(SkObject *o) {
    SkPattern *p = (SkPattern *)o;
    sk_slot_destroy(o, &p->pattern);
    sk_slot_destroy(o, &p->groupindex);
    sk_slot_destroy(o, &p->indexgroup);
    sk_object_free(o, size_of(p->ncode));
}

static SkValue compile(SkValue module, const SkValue *a) {
    (void)module;
    int flags;
    int64_t groups;
    if (!sk_as_int(a[1], &flags) || !sk_as_int64(a[3], &groups)) return SK_EMPTY;
    if (!sk_is_list(a[2])) return sk_raise_bad_argument("compile", "argument 'code'", "list", a[2]);
    if (!sk_is_dict(a[4])) return sk_raise_bad_argument("compile", "argument 'groupindex'", "dict", a[4]);
    if (!sk_is_tuple(a[5])) return sk_raise_bad_argument("compile", "argument 'indexgroup'", "tuple", a[5]);
    if (groups < 0 || groups > INT32_MAX / 4) return sk_raise(sk_exc_RuntimeError, "invalid SRE code");
    SK_AUTO SkValue code = sk_list_to_tuple(a[2]);
    if (sk_is_empty(code)) return SK_EMPTY;
    size_t n = sk_tuple_len(code);
    if (n == 0) return sk_raise(sk_exc_RuntimeError, "invalid SRE code");
    SkPattern *p = (SkPattern *)sk_container_new(&sk_sre_pattern_type.head, size_of(n));
    if (!p) return sk_raise_memory();
    p->ncode = n;
    SK_AUTO SkValue v = sk_counted(p);
    for (size_t i = 0; i < n; i++) {
        uint64_t word;
        if (!sk_as_uint64(sk_tuple_peek(code, i), &word)) return SK_EMPTY;
        if (word > UINT32_MAX) return sk_raise(sk_exc_OverflowError, "regular expression code size limit exceeded");
        p->code[i] = (uint32_t)word;
    }
    p->flags = flags;
    p->groups = groups;
    p->is_bytes = !sk_is_str(a[0]);
    sk_slot_init(&p->pattern, sk_retain(a[0]));
    sk_slot_init(&p->groupindex, sk_retain(a[4]));
    sk_slot_init(&p->indexgroup, sk_retain(a[5]));
    return sk_move(&v);
}

// ---- running a pattern -------------------------------------------------------------------------------------------------------

typedef struct {
    SkSreSubject subject;
    SkSre sre;
    int64_t pos, endpos;
    int64_t few_marks[20];
} Run;

static bool run_open(Run *r, SkPattern *p, SkValue string, int64_t pos, int64_t endpos) {
    if (!sk_sre_subject_open(&r->subject, p, string)) return false;
    int64_t n = r->subject.length;
    r->pos = pos < 0 ? 0 : pos > n ? n : pos;
    r->endpos = endpos < 0 ? 0 : endpos > n ? n : endpos;
    r->sre = (SkSre){.code = p->code, .text = r->subject.data, .kind = r->subject.kind, .start = r->pos, .end = r->endpos,
                     .nmarks = 2 * (size_t)p->groups, .last_index = -1};
    r->sre.marks = r->few_marks;
    if (r->sre.nmarks <= SK_COUNT_OF(r->few_marks)) return true;
    r->sre.marks = sk_malloc(r->sre.nmarks * sizeof(int64_t));
    if (r->sre.marks) return true;
    sk_sre_subject_close(&r->subject);
    sk_raise_memory();
    return false;
}

static void run_close(Run *r) {
    if (r->sre.marks != r->few_marks) sk_free(r->sre.marks);
    sk_sre_free(&r->sre);
    sk_sre_subject_close(&r->subject);
}

// After a match, the next begins where it ended; an empty one there does not count if this one was empty.
static void run_advance(Run *r) {
    r->sre.must_advance = r->sre.ptr == r->sre.match_start;
    r->sre.start = r->sre.ptr;
}

typedef enum { MATCH, FULLMATCH, SEARCH } How;

static SkValue match_how(SkValue self, const SkValue *a, How how) {
    SkPattern *p = as_pattern(self);
    int64_t pos, endpos;
    if (!sk_ssize_argument(a[1], 0, &pos) || !sk_ssize_argument(a[2], INT64_MAX, &endpos)) return SK_EMPTY;
    Run r;
    if (!run_open(&r, p, a[0], pos, endpos)) return SK_EMPTY;
    r.sre.whole = how == FULLMATCH;
    int found = how == SEARCH ? sk_sre_search(&r.sre) : sk_sre_match(&r.sre);
    SkValue m = found < 0 ? SK_EMPTY : !found ? SK_NONE : sk_sre_match_new(p, a[0], &r.sre, r.pos, r.endpos);
    run_close(&r);
    return m;
}

static SkValue pattern_match(SkValue self, const SkValue *a) { return match_how(self, a, MATCH); }
static SkValue pattern_fullmatch(SkValue self, const SkValue *a) { return match_how(self, a, FULLMATCH); }
static SkValue pattern_search(SkValue self, const SkValue *a) { return match_how(self, a, SEARCH); }

static SkValue slice(Run *r, int64_t from, int64_t to) { return sk_sre_subject_slice(&r->subject, from, to); }

// Group i (from 1) of the match just found, '' if unset.
static SkValue run_group(Run *r, int64_t i) {
    int64_t from = r->sre.marks[2 * i - 2], to = r->sre.marks[2 * i - 1];
    return from >= 0 && to >= from ? slice(r, from, to) : slice(r, 0, 0);
}

static SkValue findall_item(Run *r, SkPattern *p) {
    if (p->groups == 0) return slice(r, r->sre.match_start, r->sre.ptr);
    if (p->groups == 1) return run_group(r, 1);
    SkTuple *t = sk_tuple_alloc((size_t)p->groups);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue out = sk_counted(t);
    for (int64_t i = 1; i <= p->groups; i++) {
        SkValue g = run_group(r, i);
        if (sk_is_empty(g)) return SK_EMPTY;
        sk_tuple_init(t, (size_t)i - 1, g);
    }
    return sk_move(&out);
}

static SkValue pattern_findall(SkValue self, const SkValue *a) {
    SkPattern *p = as_pattern(self);
    int64_t pos, endpos;
    if (!sk_ssize_argument(a[1], 0, &pos) || !sk_ssize_argument(a[2], INT64_MAX, &endpos)) return SK_EMPTY;
    SK_AUTO SkValue list = sk_list_new(0);
    Run r;
    if (sk_is_empty(list) || !run_open(&r, p, a[0], pos, endpos)) return SK_EMPTY;
    int found;
    while ((found = sk_sre_search(&r.sre)) > 0) {
        SkValue item = findall_item(&r, p);
        if (sk_is_empty(item) || !sk_list_append_steal(list, item)) {
            found = -1;
            break;
        }
        run_advance(&r);
    }
    run_close(&r);
    return found < 0 ? SK_EMPTY : sk_move(&list);
}

static SkValue pattern_split(SkValue self, const SkValue *a) {
    SkPattern *p = as_pattern(self);
    int64_t max, n = 0, last = 0;
    if (!sk_ssize_argument(a[1], 0, &max)) return SK_EMPTY;
    SK_AUTO SkValue list = sk_list_new(0);
    Run r;
    if (sk_is_empty(list) || !run_open(&r, p, a[0], 0, INT64_MAX)) return SK_EMPTY;
    int found = 0;
    while ((max == 0 || n < max) && (found = sk_sre_search(&r.sre)) > 0) {
        SkValue item = slice(&r, last, r.sre.match_start);
        bool ok = !sk_is_empty(item) && sk_list_append_steal(list, item);
        for (int64_t i = 1; ok && i <= p->groups; i++) {
            int64_t from = r.sre.marks[2 * i - 2], to = r.sre.marks[2 * i - 1];
            item = from >= 0 && to >= from ? slice(&r, from, to) : SK_NONE;
            ok = !sk_is_empty(item) && sk_list_append_steal(list, item);
        }
        if (!ok) {
            found = -1;
            break;
        }
        n++;
        last = r.sre.ptr;
        run_advance(&r);
    }
    if (found >= 0) {
        SkValue rest = slice(&r, last, r.subject.length);
        if (sk_is_empty(rest) || !sk_list_append_steal(list, rest)) found = -1;
    }
    run_close(&r);
    return found < 0 ? SK_EMPTY : sk_move(&list);
}

// What stands for one match: counted, SK_NONE for nothing.
static SkValue replacement(Run *r, SkPattern *p, SkValue string, SkValue filter, SkSreReplacement kind) {
    if (kind == SK_SRE_LITERAL_TEXT) return sk_retain(filter);
    SK_AUTO SkValue m = sk_sre_match_new(p, string, &r->sre, r->pos, r->endpos);
    if (sk_is_empty(m)) return SK_EMPTY;
    return kind == SK_SRE_TEMPLATE ? sk_sre_template_expand(filter, (SkMatch *)sk_ptr(m)) : sk_call1(filter, m);
}

// The new string, and how many replacements were made.
static SkValue substitute(SkPattern *p, SkValue repl, SkValue string, int64_t max, int64_t *count) {
    SkSreReplacement kind = SK_SRE_CALLABLE;
    SK_AUTO SkValue filter = sk_is_callable(repl) ? sk_retain(repl) : sk_sre_compile_template(p, repl, &kind);
    SK_AUTO SkValue list = sk_is_empty(filter) ? SK_EMPTY : sk_list_new(0);
    Run r;
    if (sk_is_empty(list) || !run_open(&r, p, string, 0, INT64_MAX)) return SK_EMPTY;
    int64_t n = 0, last = 0;
    int found = 0;
    while ((max == 0 || n < max) && (found = sk_sre_search(&r.sre)) > 0) {
        bool ok = true;
        if (last < r.sre.match_start) {
            SkValue item = slice(&r, last, r.sre.match_start);
            ok = !sk_is_empty(item) && sk_list_append_steal(list, item);
        }
        SkValue item = ok ? replacement(&r, p, string, filter, kind) : SK_EMPTY;
        if (sk_is_empty(item) || (!sk_is_none(item) && !sk_list_append_steal(list, item))) {
            found = -1;
            break;
        }
        n++;
        last = r.sre.ptr;
        run_advance(&r);
    }
    if (found >= 0 && (last < r.subject.length || sk_list_len(list) == 0)) {
        SkValue rest = slice(&r, last, r.subject.length);
        if (sk_is_empty(rest) || !sk_list_append_steal(list, rest)) found = -1;
    }
    bool is_bytes = r.subject.is_bytes;
    run_close(&r);
    *count = n;
    if (found < 0) return SK_EMPTY;
    if (n == 0) return sk_list_get(list, 0);
    return sk_sre_join(is_bytes, list);
}

static SkValue pattern_sub(SkValue self, const SkValue *a) {
    int64_t max, n;
    if (!sk_ssize_argument(a[2], 0, &max)) return SK_EMPTY;
    return substitute(as_pattern(self), a[0], a[1], max, &n);
}
static SkValue pattern_subn(SkValue self, const SkValue *a) {
    int64_t max, n;
    if (!sk_ssize_argument(a[2], 0, &max)) return SK_EMPTY;
    SK_AUTO SkValue s = substitute(as_pattern(self), a[0], a[1], max, &n);
    return sk_is_empty(s) ? SK_EMPTY : sk_tuple_pack(2, s, sk_from_small_int(n));
}

// ---- scanners ---------------------------------------------------------------------------------------------------------------

// One thread at a time has the state; finditer's iterator asks it for one match after the other.
typedef struct {
    SkObject header;
    SkSlot pattern, string;
    int64_t pos, endpos;
    _Atomic uint32_t busy;    // PAIR(scanner): who moves it from 0 to its slot has start, must_advance and done until it stores 0
    int64_t start;
    bool must_advance, done;
    bool iterating;           // finditer's
} Scanner;

static void scanner_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Scanner *)o)->pattern, visit, arg);
    sk_slot_visit(&((Scanner *)o)->string, visit, arg);
}
static void scanner_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Scanner *)o)->pattern);
    sk_slot_destroy(o, &((Scanner *)o)->string);
    sk_object_free(o, sizeof(Scanner));
}

static SkValue scanner_make(SkValue self, const SkValue *a, bool iterating) {
    int64_t pos, endpos;
    if (!sk_ssize_argument(a[1], 0, &pos) || !sk_ssize_argument(a[2], INT64_MAX, &endpos)) return SK_EMPTY;
    Run r;
    if (!run_open(&r, as_pattern(self), a[0], pos, endpos)) return SK_EMPTY;
    run_close(&r);
    Scanner *s = (Scanner *)sk_container_new(&sk_sre_scanner_type.head, sizeof *s);
    if (!s) return sk_raise_memory();
    sk_slot_init(&s->pattern, sk_retain(self));
    sk_slot_init(&s->string, sk_retain(a[0]));
    s->pos = s->start = r.pos;
    s->endpos = r.endpos;
    s->iterating = iterating;
    return sk_counted(s);
}

static SkValue pattern_scanner(SkValue self, const SkValue *a) { return scanner_make(self, a, false); }
static SkValue pattern_finditer(SkValue self, const SkValue *a) {
    SK_AUTO SkValue scanner = scanner_make(self, a, true);
    SK_AUTO SkValue search = sk_is_empty(scanner) ? SK_EMPTY : sk_getattr_s(scanner, "search");
    return sk_is_empty(search) ? SK_EMPTY : sk_call_iter_new(search, SK_NONE);
}

// The next match, SK_NONE at the end.
static SkValue scanner_step(SkValue v, How how) {
    Scanner *s = (Scanner *)sk_ptr(v);
    uint32_t idle = 0, me = sk_thread_self->slot;
    while (!sk_cas_acquire(&s->busy, &idle, me)) {  // PAIR(scanner)
        if (!s->iterating || idle == me) return sk_raise(sk_exc_ValueError, "regular expression scanner already executing");
        idle = 0;
        sk_cpu_relax();
        if (!sk_safepoint_poll()) return SK_EMPTY;
    }
    SkPattern *p = as_pattern(sk_slot_peek(&s->pattern));
    SkValue string = sk_slot_peek(&s->string), out = SK_NONE;
    Run r;
    if (!s->done) {
        out = SK_EMPTY;
        if (run_open(&r, p, string, s->pos, s->endpos)) {
            r.sre.start = s->start;
            r.sre.must_advance = s->must_advance;
            int found = how == SEARCH ? sk_sre_search(&r.sre) : sk_sre_match(&r.sre);
            if (found > 0) {
                out = sk_sre_match_new(p, string, &r.sre, r.pos, r.endpos);
                run_advance(&r);
                s->start = r.sre.start;
                s->must_advance = r.sre.must_advance;
            } else if (found == 0) {
                s->done = true;
                out = SK_NONE;
            }
            run_close(&r);
        }
    }
    sk_store_release(&s->busy, 0);  // PAIR(scanner)
    return out;
}

static SkValue scanner_match(SkValue v) { return scanner_step(v, MATCH); }
static SkValue scanner_search(SkValue v) { return scanner_step(v, SEARCH); }
static SkValue scanner_pattern(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &((Scanner *)sk_ptr(v))->pattern);
}

static const SkMethodDef scanner_methods[] = {
    {"match", SK_NOARGS, .noargs = scanner_match, .sig = "()", .doc = "Match where the last match ended."},
    {"search", SK_NOARGS, .noargs = scanner_search, .sig = "()", .doc = "Search from where the last match ended."},
    {0},
};
static const SkGetSetDef scanner_getset[] = {{"pattern", scanner_pattern, sk_readonly_member, NULL, NULL}, {0}};

SkType sk_sre_scanner_type = {
    SK_TYPE_HEAD(0, sizeof(Scanner), scanner_trace, NULL, scanner_destroy),
    .name = "_sre.SRE_Scanner",
    .flags = SK_TF_NO_NEW,
    .methods = scanner_methods,
    .getset = scanner_getset,
};

// ---- the pattern as an object -------------------------------------------------------------------------------------------------

static SkValue pattern_self(SkValue v) { return sk_dup(v); }
static SkValue pattern_self1(SkValue v, SkValue memo) {
    (void)memo;
    return sk_dup(v);
}

static SkValue pattern_repr(SkValue v) {
    static const struct {
        const char *name;
        int64_t bit;
    } names[] = {{"re.IGNORECASE", 2}, {"re.LOCALE", 4}, {"re.MULTILINE", 8}, {"re.DOTALL", 16},
                 {"re.VERBOSE", 64},   {"re.DEBUG", 128}, {"re.ASCII", 256}};
    SkPattern *p = as_pattern(v);
    SkValue text = sk_slot_peek(&p->pattern);
    int64_t flags = p->flags;
    if (sk_is_str(text) && (flags & (SK_SRE_FLAG_LOCALE | SK_SRE_FLAG_UNICODE | 256)) == SK_SRE_FLAG_UNICODE) flags &= ~(int64_t)SK_SRE_FLAG_UNICODE;
    SK_AUTO SkValue shown = sk_str_format("%.200R", text);
    if (sk_is_empty(shown)) return SK_EMPTY;
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_cstr(&b, "re.compile(");
    sk_sb_str(&b, shown);
    const char *between = ", ";
    for (size_t i = 0; i < SK_COUNT_OF(names); i++) {
        if (!(flags & names[i].bit)) continue;
        sk_sb_cstr(&b, between);
        sk_sb_cstr(&b, names[i].name);
        between = "|";
        flags &= ~names[i].bit;
    }
    if (flags) {
        char rest[32];
        snprintf(rest, sizeof rest, "%s0x%llx", between, (unsigned long long)flags);
        sk_sb_cstr(&b, rest);
    }
    sk_sb_char(&b, ')');
    return sk_sb_finish(&b);
}

static int64_t pattern_hash(SkValue v) {
    SkPattern *p = as_pattern(v);
    int64_t h = sk_load_relaxed(&p->hash);
    if (h) return h;
    h = sk_hash(sk_slot_peek(&p->pattern));
    if (h == -1) return -1;
    uint64_t x = (uint64_t)h;
    for (size_t i = 0; i < p->ncode; i++) x = (x ^ p->code[i]) * UINT64_C(0x100000001b3);
    h = (int64_t)(x ^ (uint64_t)p->flags ^ (uint64_t)p->groups << 32);
    if (h == -1 || h == 0) h = -2;
    sk_store_relaxed(&p->hash, h);
    return h;
}

static SkValue pattern_compare(SkValue a, SkValue b, SkCompareOp op) {
    if ((op != SK_EQ && op != SK_NE) || sk_type_of(a) != &sk_sre_pattern_type || sk_type_of(b) != &sk_sre_pattern_type) return SK_NOT_IMPLEMENTED;
    SkPattern *p = as_pattern(a), *q = as_pattern(b);
    bool same = p == q || (p->flags == q->flags && p->is_bytes == q->is_bytes && p->ncode == q->ncode &&
                           memcmp(p->code, q->code, p->ncode * sizeof *p->code) == 0);
    if (same && p != q) {
        int r = sk_compare_bool(sk_slot_peek(&p->pattern), sk_slot_peek(&q->pattern), SK_EQ);
        if (r < 0) return SK_EMPTY;
        same = r;
    }
    return sk_bool(same == (op == SK_EQ));
}

static SkValue get_pattern(SkValue v, void *c) {
    (void)c;
    return sk_slot_load(sk_ptr(v), &as_pattern(v)->pattern);
}
static SkValue get_flags(SkValue v, void *c) {
    (void)c;
    return sk_from_small_int(as_pattern(v)->flags);
}
static SkValue get_groups(SkValue v, void *c) {
    (void)c;
    return sk_from_small_int(as_pattern(v)->groups);
}
static SkValue get_groupindex(SkValue v, void *c) {
    (void)c;
    return sk_mappingproxy_new(sk_slot_peek(&as_pattern(v)->groupindex));
}

#define RANGE_SIG "(string, pos=0, endpos=sys.maxsize)"
static const SkMethodDef pattern_methods[] = {
    {"match", SK_SIG, .sig_fn = pattern_match, .sig = RANGE_SIG, .doc = "Match at the beginning of the string."},
    {"fullmatch", SK_SIG, .sig_fn = pattern_fullmatch, .sig = RANGE_SIG, .doc = "Match against all of the string."},
    {"search", SK_SIG, .sig_fn = pattern_search, .sig = RANGE_SIG, .doc = "Find the first place where the pattern matches."},
    {"findall", SK_SIG, .sig_fn = pattern_findall, .sig = RANGE_SIG, .doc = "A list of all matches that do not overlap."},
    {"finditer", SK_SIG, .sig_fn = pattern_finditer, .sig = RANGE_SIG, .doc = "An iterator over all matches that do not overlap."},
    {"scanner", SK_SIG, .sig_fn = pattern_scanner, .sig = RANGE_SIG},
    {"split", SK_SIG, .sig_fn = pattern_split, .sig = "(string, maxsplit=0)", .doc = "Split the string by the matches."},
    {"sub", SK_SIG, .sig_fn = pattern_sub, .sig = "(repl, string, count=0)", .doc = "The string with the matches replaced."},
    {"subn", SK_SIG, .sig_fn = pattern_subn, .sig = "(repl, string, count=0)", .doc = "The string with the matches replaced, and how many there were."},
    {"__copy__", SK_NOARGS, .noargs = pattern_self, .sig = "()"},
    {"__deepcopy__", SK_ONEARG, .onearg = pattern_self1, .sig = "(memo, /)"},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};
static const SkGetSetDef pattern_getset[] = {
    {"pattern", get_pattern, sk_readonly_member, "What it was compiled from.", NULL},
    {"flags", get_flags, sk_readonly_member, "The flags it was compiled with.", NULL},
    {"groups", get_groups, sk_readonly_member, "The number of groups.", NULL},
    {"groupindex", get_groupindex, NULL, "From names to numbers of groups.", NULL},
    {0},
};

SkType sk_sre_pattern_type = {
    SK_TYPE_HEAD(0, sizeof(SkPattern), pattern_trace, NULL, pattern_destroy),
    .name = "re.Pattern",
    .doc = "A compiled regular expression.",
    .flags = SK_TF_NO_NEW | SK_TF_WEAKREF,
    .repr = pattern_repr,
    .hash = pattern_hash,
    .compare = pattern_compare,
    .methods = pattern_methods,
    .getset = pattern_getset,
};

// ---- module ----------------------------------------------------------------------------------------------------------------------

static bool code_point(SkValue v, uint32_t *c) {
    int i;
    if (!sk_as_int(v, &i)) return false;
    *c = (uint32_t)i & 0x1fffff;
    if (*c > 0x10ffff) *c = 0x10ffff;
    return true;
}
static SkValue getcodesize(SkValue module) {
    (void)module;
    return sk_from_small_int(sizeof(uint32_t));
}
static SkValue ascii_iscased(SkValue module, SkValue v) {
    (void)module;
    uint32_t c;
    return code_point(v, &c) ? sk_bool((c | 32) - 'a' < 26) : SK_EMPTY;
}
static SkValue unicode_iscased(SkValue module, SkValue v) {
    (void)module;
    uint32_t c;
    return code_point(v, &c) ? sk_bool(sk_unicode_has_case_mapping(c)) : SK_EMPTY;
}
static SkValue ascii_tolower(SkValue module, SkValue v) {
    (void)module;
    uint32_t c;
    return code_point(v, &c) ? sk_from_small_int(sk_sre_lower_ascii(c)) : SK_EMPTY;
}
static SkValue unicode_tolower(SkValue module, SkValue v) {
    (void)module;
    uint32_t c;
    return code_point(v, &c) ? sk_from_small_int(sk_unicode_to_lower(c)) : SK_EMPTY;
}
static SkValue template(SkValue module, const SkValue *a) {
    (void)module;
    return sk_sre_template_new(a[0], a[1]);
}

static const SkMethodDef functions[] = {
    {"compile", SK_SIG, .sig_fn = compile, .sig = "(pattern, flags, code, groups, groupindex, indexgroup)"},
    {"getcodesize", SK_NOARGS, .noargs = getcodesize, .sig = "()"},
    {"ascii_iscased", SK_ONEARG, .onearg = ascii_iscased, .sig = "(character, /)"},
    {"unicode_iscased", SK_ONEARG, .onearg = unicode_iscased, .sig = "(character, /)"},
    {"ascii_tolower", SK_ONEARG, .onearg = ascii_tolower, .sig = "(character, /)"},
    {"unicode_tolower", SK_ONEARG, .onearg = unicode_tolower, .sig = "(character, /)"},
    {"template", SK_SIG, .sig_fn = template, .sig = "(pattern, template, /)", .doc = "A parsed replacement."},
    {0},
};

// The compiler in Python asks for its own number. The code it makes is the same from 3.11 to 3.14.
static int64_t magic(void) {
    switch (sk_config.lib_minor) {
    case 11: return 20220615;
    case 12: return 20221023;
    default: return 20230612;
    }
}

static bool exec(SkValue m) {
    return sk_type_ready(&sk_sre_pattern_type) && sk_type_ready(&sk_sre_match_type) && sk_type_ready(&sk_sre_scanner_type) &&
           sk_type_ready(&sk_sre_template_type) && sk_module_add_int(m, "MAGIC", magic()) &&
           sk_module_add_int(m, "CODESIZE", sizeof(uint32_t)) && sk_module_add_int(m, "MAXREPEAT", SK_SRE_MAXREPEAT) &&
           sk_module_add_int(m, "MAXGROUPS", INT32_MAX / 2);
}

const SkModuleDef sk_module__sre = {"_sre", "The matcher behind re.", functions, exec};
