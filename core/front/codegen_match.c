// match statements.
//
// Names captured by a pattern are collected in temporaries and stored when the whole pattern (before its guard) has matched.
// A pattern that fails leaves through the label `fail`, having cleared nothing: each failing jump goes by way of a stub that
// clears the temporaries which that point has in use.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkValue name;
    int32_t reg;
} Capture;

typedef struct {
    int32_t label, depth;
} Stub;

typedef struct {
    Capture *captures;
    uint32_t ncaptures, capacity;
    Stub *stubs;
    uint32_t nstubs, stub_capacity;
    int32_t base;               // temporaries below belong to others
    bool allow_irrefutable;
} Match;

static void pattern(SkCompiler *c, const SkAst *p, int32_t subject, bool owned, Match *m);

// The label to which a failure at the current depth jumps.
static int32_t fail_label(SkCompiler *c, Match *m) {
    int32_t depth = c->unit->depth;
    for (uint32_t i = 0; i < m->nstubs; i++)
        if (m->stubs[i].depth == depth) return m->stubs[i].label;
    m->stubs = sk_cg_grow(c, m->stubs, &m->stub_capacity, m->nstubs + 1, sizeof *m->stubs);
    if (c->failed) return 0;
    m->stubs[m->nstubs] = (Stub){sk_cg_label(c), depth};
    return m->stubs[m->nstubs++].label;
}

// Ends a pattern: places the stubs, each clearing its temporaries, and continues at `fail`.
static void place_stubs(SkCompiler *c, Match *m, int32_t fail) {
    SkUnit *u = c->unit;
    // From the deepest: each clears its own and falls into the next.
    for (;;) {
        Stub *deepest = NULL;
        for (uint32_t i = 0; i < m->nstubs; i++)
            if (m->stubs[i].depth >= 0 && (!deepest || m->stubs[i].depth > deepest->depth)) deepest = &m->stubs[i];
        if (!deepest) break;
        int32_t next = m->base;
        for (uint32_t i = 0; i < m->nstubs; i++)
            if (&m->stubs[i] != deepest && m->stubs[i].depth > next) next = m->stubs[i].depth;
        sk_cg_place(c, deepest->label);
        for (int32_t t = deepest->depth; t-- > next;) sk_cg_clear(c, SK_TEMP0 + t);
        deepest->depth = -1;
    }
    (void)u;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, fail);
    m->nstubs = 0;
}

static void capture(SkCompiler *c, const SkAst *p, const SkName *n, int32_t subject, bool owned, Match *m) {
    SkUnit *u = c->unit;
    SkValue name = sk_cg_mangled(c, n);
    sk_cg_check_assignable(c, p, name, "assign to");
    for (uint32_t i = 0; i < m->ncaptures; i++) {
        if (m->captures[i].name.w != name.w) continue;
        sk_cg_error(c, p, "multiple assignments to name '%S' in pattern", name);
        return;
    }
    m->captures = sk_cg_grow(c, m->captures, &m->capacity, m->ncaptures + 1, sizeof *m->captures);
    if (c->failed) return;
    int32_t reg = subject;
    if (!owned) {
        reg = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_MOVE, 0, reg, subject, 0);
    }
    (void)u;
    m->captures[m->ncaptures++] = (Capture){name, reg};
}

static bool is_wildcard(const SkAst *p) { return p->kind == SK_AST_MatchAs && !SK_AST(MatchAs, p)->name && !SK_AST(MatchAs, p)->pattern; }
static bool is_star_wildcard(const SkAst *p) { return p->kind == SK_AST_MatchStar && !SK_AST(MatchStar, p)->name; }

// Captures may have settled in registers above those that a finished part used; they keep their places, and the depth keeps
// above them.
static void settle(SkCompiler *c, int32_t depth, Match *m) {
    SkUnit *u = c->unit;
    int32_t top = depth;
    for (uint32_t i = 0; i < m->ncaptures; i++)
        if (m->captures[i].reg - SK_TEMP0 + 1 > top) top = m->captures[i].reg - SK_TEMP0 + 1;
    // What lies between is dead or holds parts that are not wanted any more.
    for (int32_t t = depth; t < u->depth; t++) {
        bool used = false;
        for (uint32_t i = 0; i < m->ncaptures; i++) used |= m->captures[i].reg == SK_TEMP0 + t;
        if (!used) sk_cg_clear(c, SK_TEMP0 + t);
    }
    u->depth = top;
}

static void value_pattern(SkCompiler *c, const SkAst *p, int32_t subject, Match *m) {
    SkUnit *u = c->unit;
    const SkAst *value = SK_AST(MatchValue, p)->value;
    if (value->kind != SK_AST_Attribute && sk_is_empty(sk_cg_fold(c, value))) {
        sk_cg_error(c, p, "patterns may only match literals and attribute lookups");
        return;
    }
    int32_t depth = u->depth, r = sk_cg_expr(c, value);
    u->depth = depth;
    sk_cg_emit_jump(c, SK_OPC_JUMP_EQ, sk_cg_kb(r), subject, r, fail_label(c, m));
}

static void singleton_pattern(SkCompiler *c, const SkAst *p, int32_t subject, Match *m) {
    SkUnit *u = c->unit;
    SkValue v = sk_cg_const_value(c, &SK_AST(MatchSingleton, p)->value);
    if (sk_is_none(v)) {
        sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, 0, subject, 0, fail_label(c, m));
        return;
    }
    int32_t depth = u->depth, t = sk_cg_temp(c);
    sk_cg_load_const(c, v, t);
    u->depth = depth;
    sk_cg_emit_jump(c, SK_OPC_JUMP_IS, SK_KILL_B, subject, t, fail_label(c, m));
}

// Each item of consecutive temporaries against its pattern.
static void items(SkCompiler *c, const SkAst **patterns, uint32_t n, int32_t first, Match *m) {
    for (uint32_t i = 0; i < n && !c->failed; i++) {
        const SkAst *p = patterns[i];
        SkPos pos = sk_cg_at(c->unit, p);
        if (p->kind == SK_AST_MatchStar) {
            if (SK_AST(MatchStar, p)->name) capture(c, p, SK_AST(MatchStar, p)->name, first + (int32_t)i, true, m);
        } else if (!is_wildcard(p)) {
            pattern(c, p, first + (int32_t)i, true, m);
        }
        c->unit->pos = pos;
    }
}

static void sequence_pattern(SkCompiler *c, const SkAst *p, int32_t subject, Match *m) {
    const SkAstSeq *seq = &SK_AST(MatchSequence, p)->patterns;
    SkUnit *u = c->unit;
    uint32_t star = UINT32_MAX;
    bool only_wild = true, star_wild = false;
    for (uint32_t i = 0; i < seq->count; i++) {
        const SkAst *q = seq->items[i];
        if (q->kind == SK_AST_MatchStar) {
            if (star != UINT32_MAX) {
                sk_cg_error(c, p, "multiple starred names in sequence pattern");
                return;
            }
            star = i;
            star_wild = is_star_wildcard(q);
            only_wild = only_wild && star_wild;
        } else {
            only_wild = only_wild && is_wildcard(q);
        }
    }
    int32_t depth = u->depth, t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_MATCH_SEQUENCE, 0, t, subject, 0);
    u->depth = depth;
    sk_cg_emit_jump(c, SK_OPC_JUMP_IF, SK_KILL_A, t, 0, fail_label(c, m));
    bool starred = star != UINT32_MAX;
    uint32_t needed = starred ? seq->count - 1 : seq->count;
    if (!starred || needed > 0) {
        sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_GET_LEN, 0, t, subject, 0);
        u->depth = depth;
        sk_cg_emit_jump(c, starred ? SK_OPC_JUMP_GE_INT : SK_OPC_JUMP_EQ_INT, SK_KILL_A, t, (int32_t)needed, fail_label(c, m));
    }
    if (only_wild || c->failed) return;
    if (starred && (star >= 256 || seq->count - star - 1 >= 256)) {
        sk_cg_error(c, p, "too many expressions in star-unpacking sequence pattern");
        return;
    }
    if (star_wild) {
        // The items in question are fetched one by one, the rest is left alone.
        for (uint32_t i = 0; i < seq->count && !c->failed; i++) {
            const SkAst *q = seq->items[i];
            if (i == star || is_wildcard(q)) continue;
            int32_t item = sk_cg_temp(c), before = u->depth - 1;
            if (i < star) {
                sk_cg_emit(c, SK_OPC_GET_ITEM_INT, 0, item, subject, (int32_t)i);
            } else {
                sk_cg_emit(c, SK_OPC_GET_LEN, 0, item, subject, 0);
                sk_cg_emit(c, SK_OPC_SUBTRACT_INT, SK_KILL_B, item, item, (int32_t)(seq->count - i));
                sk_cg_emit(c, SK_OPC_GET_ITEM, SK_KILL_C, item, subject, item);
            }
            SkPos pos = sk_cg_at(u, q);
            pattern(c, q, item, true, m);
            u->pos = pos;
            settle(c, before, m);
        }
        return;
    }
    int32_t first = sk_cg_temps(c, (int32_t)seq->count);
    if (starred) sk_cg_emit(c, SK_OPC_UNPACK_STAR, 0, first, subject, (int32_t)(star | (seq->count - star - 1) << 8));
    else sk_cg_emit(c, SK_OPC_UNPACK, 0, first, subject, (int32_t)seq->count);
    items(c, (const SkAst **)seq->items, seq->count, first, m);
    settle(c, depth, m);
}

static void mapping_pattern(SkCompiler *c, const SkAst *p, int32_t subject, Match *m) {
    SkAstMatchMapping *mp = SK_AST(MatchMapping, p);
    SkUnit *u = c->unit;
    uint32_t n = mp->keys.count;
    int32_t depth = u->depth, t = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_MATCH_MAPPING, 0, t, subject, 0);
    u->depth = depth;
    sk_cg_emit_jump(c, SK_OPC_JUMP_IF, SK_KILL_A, t, 0, fail_label(c, m));
    if (!n && !mp->rest) return;
    if (n) {
        sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_GET_LEN, 0, t, subject, 0);
        u->depth = depth;
        sk_cg_emit_jump(c, SK_OPC_JUMP_GE_INT, SK_KILL_A, t, (int32_t)n, fail_label(c, m));
    }
    for (uint32_t i = 0; i < n && !c->failed; i++) {
        const SkAst *key = mp->keys.items[i];
        SkValue v = sk_cg_fold(c, key);
        if (sk_is_empty(v)) {
            if (key->kind != SK_AST_Attribute)
                sk_cg_error(c, p, "mapping pattern keys may only match literals and attribute lookups");
            continue;
        }
        for (uint32_t j = 0; j < i; j++) {
            SkValue w = sk_cg_fold(c, mp->keys.items[j]);
            if (sk_is_empty(w) || sk_compare_bool(v, w, SK_EQ) != 1) continue;
            SK_AUTO SkValue shown = sk_repr(v);
            sk_cg_error(c, p, "mapping pattern checks duplicate key (%S)", shown);
            return;
        }
    }
    if (c->failed) return;
    int32_t keys = sk_cg_top(c);
    for (uint32_t i = 0; i < n; i++) sk_cg_expr_push(c, mp->keys.items[i]);
    sk_cg_emit(c, SK_OPC_BUILD_TUPLE, 0, keys, keys, (int32_t)n);
    u->depth = keys + 1 - SK_TEMP0;
    if (u->max_depth < u->depth) u->max_depth = u->depth;
    int32_t values = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_MATCH_KEYS, 0, values, subject, keys);
    sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, SK_SENSE, values, 0, fail_label(c, m));
    int32_t rest = -1;
    if (mp->rest) {
        rest = sk_cg_temp(c);
        sk_cg_emit(c, SK_OPC_MATCH_REST, SK_KILL_C, rest, subject, keys);
    } else {
        sk_cg_clear(c, keys);
    }
    int32_t first = sk_cg_temps(c, (int32_t)n);
    sk_cg_emit(c, SK_OPC_UNPACK, SK_KILL_B, first, values, (int32_t)n);
    items(c, (const SkAst **)mp->patterns.items, mp->patterns.count, first, m);
    if (mp->rest) capture(c, p, mp->rest, rest, true, m);
    settle(c, depth, m);
}

static void class_pattern(SkCompiler *c, const SkAst *p, int32_t subject, Match *m) {
    SkAstMatchClass *k = SK_AST(MatchClass, p);
    SkUnit *u = c->unit;
    uint32_t positional = k->patterns.count, named = k->kwd_attrs.count;
    if (positional + named >= 0x7fff) {
        sk_cg_error(c, p, "too many sub-patterns in class pattern");
        return;
    }
    for (uint32_t i = 0; i < named; i++) {
        for (uint32_t j = i + 1; j < named; j++) {
            if (k->kwd_attrs.items[i] != k->kwd_attrs.items[j]) continue;
            sk_cg_error(c, k->kwd_patterns.items[j], "attribute name repeated in class pattern: %S", sk_cg_name(c, k->kwd_attrs.items[j]));
            return;
        }
    }
    int32_t depth = u->depth, base = sk_cg_temp(c);
    sk_cg_emit(c, SK_OPC_MOVE, 0, base, subject, 0);
    sk_cg_expr_push(c, k->cls);
    SkValue *names = sk_arena_alloc(&c->arena, (named + 1) * sizeof *names);
    if (!names) {
        sk_cg_memory(c);
        return;
    }
    for (uint32_t i = 0; i < named; i++) names[i] = sk_cg_name(c, k->kwd_attrs.items[i]);
    sk_cg_load_const(c, sk_cg_keep(c, sk_tuple_from(names, named)), sk_cg_temp(c));
    // The copy of the subject is what the instruction leaves in place; the attributes replace the class.
    sk_cg_emit(c, SK_OPC_MATCH_CLASS, 0, base + 1, base, (int32_t)positional);
    sk_cg_clear(c, base);
    u->depth = depth + 2;
    int32_t attributes = base + 1;
    sk_cg_emit_jump(c, SK_OPC_JUMP_IF_NONE, SK_SENSE, attributes, 0, fail_label(c, m));
    uint32_t n = positional + named;
    int32_t first = sk_cg_temps(c, (int32_t)n);
    sk_cg_emit(c, SK_OPC_UNPACK, SK_KILL_B, first, attributes, (int32_t)n);
    items(c, (const SkAst **)k->patterns.items, positional, first, m);
    items(c, (const SkAst **)k->kwd_patterns.items, named, first + (int32_t)positional, m);
    settle(c, depth, m);
}

// Alternatives: each binds the same names; what it captured is moved to registers agreed upon beforehand.
static void or_pattern(SkCompiler *c, const SkAst *p, int32_t subject, Match *m) {
    const SkAstSeq *seq = &SK_AST(MatchOr, p)->patterns;
    SkUnit *u = c->unit;
    int32_t depth = u->depth, end = sk_cg_label(c);
    Capture *agreed = NULL;
    uint32_t nagreed = 0;
    bool irrefutable_allowed = m->allow_irrefutable;
    for (uint32_t i = 0; i < seq->count && !c->failed; i++) {
        const SkAst *q = seq->items[i];
        Match alternative = {.base = depth, .allow_irrefutable = i + 1 == seq->count && irrefutable_allowed};
        SkPos pos = sk_cg_at(u, q);
        u->depth = depth;
        // Registers for the agreed names come first; the first alternative tells how many.
        if (agreed) sk_cg_temps(c, (int32_t)nagreed);
        int32_t place = depth;
        pattern(c, q, subject, false, &alternative);
        if (c->failed) return;
        if (!agreed) {
            nagreed = alternative.ncaptures;
            agreed = sk_arena_alloc(&c->arena, (nagreed + 1) * sizeof *agreed);
            if (!agreed) {
                sk_cg_memory(c);
                return;
            }
            // Out of the way of the places they go to.
            int32_t copies = sk_cg_temps(c, (int32_t)nagreed);
            if (copies < SK_TEMP0 + place + (int32_t)nagreed) copies = sk_cg_temps(c, (int32_t)nagreed);
            for (uint32_t k = 0; k < nagreed; k++)
                sk_cg_move_reg(c, copies + (int32_t)k, alternative.captures[k].reg);
            for (uint32_t k = 0; k < nagreed; k++) {
                agreed[k] = (Capture){alternative.captures[k].name, SK_TEMP0 + place + (int32_t)k};
                sk_cg_move_reg(c, agreed[k].reg, copies + (int32_t)k);
            }
        } else {
            bool same = alternative.ncaptures == nagreed;
            for (uint32_t k = 0; same && k < nagreed; k++) {
                bool found = false;
                for (uint32_t j = 0; j < nagreed; j++) {
                    if (alternative.captures[j].name.w != agreed[k].name.w) continue;
                    found = true;
                    sk_cg_move_reg(c, agreed[k].reg, alternative.captures[j].reg);
                }
                same = found;
            }
            if (!same) {
                sk_cg_error(c, p, "alternative patterns bind different names");
                return;
            }
        }
        u->depth = depth + (int32_t)nagreed;
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        int32_t next = sk_cg_label(c);
        place_stubs(c, &alternative, next);
        sk_cg_place(c, next);
        u->pos = pos;
    }
    u->depth = depth;
    sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, fail_label(c, m));
    u->depth = depth + (int32_t)nagreed;
    sk_cg_place(c, end);
    for (uint32_t k = 0; k < nagreed && !c->failed; k++) {
        for (uint32_t j = 0; j < m->ncaptures; j++) {
            if (m->captures[j].name.w != agreed[k].name.w) continue;
            sk_cg_error(c, p, "multiple assignments to name '%S' in pattern", agreed[k].name);
            return;
        }
        m->captures = sk_cg_grow(c, m->captures, &m->capacity, m->ncaptures + 1, sizeof *m->captures);
        if (!c->failed) m->captures[m->ncaptures++] = agreed[k];
    }
}

static void as_pattern(SkCompiler *c, const SkAst *p, int32_t subject, bool owned, Match *m) {
    SkAstMatchAs *a = SK_AST(MatchAs, p);
    if (!a->pattern) {
        if (!m->allow_irrefutable) {
            if (a->name) sk_cg_error(c, p, "name capture '%S' makes remaining patterns unreachable", sk_cg_name(c, a->name));
            else sk_cg_error(c, p, "wildcard makes remaining patterns unreachable");
            return;
        }
        if (a->name) capture(c, p, a->name, subject, owned, m);
        return;
    }
    bool allowed = m->allow_irrefutable;
    pattern(c, a->pattern, subject, false, m);
    m->allow_irrefutable = allowed;
    capture(c, p, a->name, subject, false, m);
}

// subject: a register that stays as it is, unless `owned` (then a capture may claim it).
static void pattern(SkCompiler *c, const SkAst *p, int32_t subject, bool owned, Match *m) {
    if (c->failed || !sk_cg_enter(c)) return;
    bool allowed = m->allow_irrefutable;
    SkPos pos = sk_cg_at(c->unit, p);
    switch (p->kind) {
    case SK_AST_MatchValue: value_pattern(c, p, subject, m); break;
    case SK_AST_MatchSingleton: singleton_pattern(c, p, subject, m); break;
    case SK_AST_MatchSequence: m->allow_irrefutable = true, sequence_pattern(c, p, subject, m); break;
    case SK_AST_MatchMapping: m->allow_irrefutable = true, mapping_pattern(c, p, subject, m); break;
    case SK_AST_MatchClass: m->allow_irrefutable = true, class_pattern(c, p, subject, m); break;
    case SK_AST_MatchAs: as_pattern(c, p, subject, owned, m); break;
    case SK_AST_MatchOr: or_pattern(c, p, subject, m); break;
    default: sk_cg_error(c, p, "unexpected pattern"); break;
    }
    m->allow_irrefutable = allowed;
    c->unit->pos = pos;
    sk_cg_leave(c);
}

void sk_cg_match(SkCompiler *c, const SkAst *s) {
    SkAstMatch *match = SK_AST(Match, s);
    SkUnit *u = c->unit;
    int32_t depth = u->depth, end = sk_cg_label(c);
    int32_t subject = sk_cg_expr_push(c, match->subject);
    for (uint32_t i = 0; i < match->cases.count && !c->failed; i++) {
        SkAstMatchCase *k = SK_AST(MatchCase, match->cases.items[i]);
        bool last = i + 1 == match->cases.count;
        int32_t next = sk_cg_label(c);
        Match m = {.base = depth + 1, .allow_irrefutable = k->guard != NULL || last};
        u->depth = depth + 1;
        u->pos = sk_cg_pos_of(k->pattern);
        if (!(last && is_wildcard(k->pattern))) pattern(c, k->pattern, subject, false, &m);
        for (uint32_t j = 0; j < m.ncaptures && !c->failed; j++) sk_cg_store_name(c, m.captures[j].name, m.captures[j].reg);
        u->depth = depth + 1;
        if (k->guard) sk_cg_jump_if(c, k->guard, false, next);
        sk_cg_clear(c, subject);
        u->depth = depth;
        u->pos = sk_cg_pos_of(s);
        sk_cg_stmts(c, &k->body);
        u->pos = SK_NO_POS;
        sk_cg_emit_jump(c, SK_OPC_JUMP, 0, 0, 0, end);
        u->depth = depth + 1;
        if (m.nstubs) place_stubs(c, &m, next);
        sk_cg_place(c, next);
    }
    sk_cg_clear(c, subject);
    u->depth = depth;
    sk_cg_place(c, end);
}
