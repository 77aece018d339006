// From the list of instructions to words: needless checks and jumps go, registers and offsets become numbers.
#include <string.h>

#include "core/front/compile_internal.h"
#include "objects/error.h"

enum { OPERAND_CACHE = 2, MAX_FLOW_WORDS = 1 << 23 };

static const struct {
    char a, b, c;
    uint8_t properties;
} formats[] = {
#define RAISES 1
#define CACHE 2
#define POLL 4
#define X(name, a, b, c, properties) {#a[0], #b[0], #c[0], properties},
#include "core/opcodes.def"
#undef X
#undef RAISES
#undef CACHE
#undef POLL
};

static bool ends_block(uint8_t op) {
    return op == SK_OPC_JUMP || op == SK_OPC_JUMP_BACK || op == SK_OPC_RETURN || op == SK_OPC_RETURN_NONE ||
           op == SK_OPC_RAISE || op == SK_OPC_RERAISE;
}

static bool writes_only_when_falling_through(uint8_t op) { return op == SK_OPC_FOR_ITER || op == SK_OPC_NEXT; }

// ---- definite assignment ------------------------------------------------------------------------------------------------
// Every read of a local was given a CHECK_LOCAL; those that cannot fail go. Per block, the locals that are set on entry on
// all paths. An exception reaches its handler with the state before the instruction, as results are written last.

typedef struct {
    SkUnit *u;
    uint32_t nwords, nblocks;
    uint32_t *block_of;   // by instruction
    uint32_t *start;      // by block, nblocks + 1
    uint64_t *in;         // by block
    uint64_t *now;
    bool changed;
} Flow;

static bool is_set(const uint64_t *s, int32_t r) { return s[r >> 6] >> (r & 63) & 1; }
static void set(uint64_t *s, int32_t r, bool on) {
    uint64_t bit = UINT64_C(1) << (r & 63);
    if (on) s[r >> 6] |= bit;
    else s[r >> 6] &= ~bit;
}

static void meet(Flow *f, int32_t label) {
    int32_t at = f->u->labels[label];
    if (at < 0 || (uint32_t)at >= f->u->nins) return;
    uint64_t *in = f->in + (size_t)f->block_of[at] * f->nwords;
    for (uint32_t i = 0; i < f->nwords; i++) {
        uint64_t both = in[i] & f->now[i];
        if (both == in[i]) continue;
        in[i] = both;
        f->changed = true;
    }
}

static void apply(Flow *f, const SkIns *i) {
    int32_t nlocals = (int32_t)f->u->nlocals;
    char a = formats[i->op].a;
    if (a == 'D' && i->a < nlocals) set(f->now, i->a, true);
    if (formats[i->op].c == 'D' && i->c < nlocals) set(f->now, i->c, true);
    if (i->op == SK_OPC_CHECK_LOCAL) set(f->now, i->a, true);
    if ((i->op == SK_OPC_CLEAR || i->op == SK_OPC_DELETE_LOCAL) && i->a < nlocals) set(f->now, i->a, false);
}

static void flow_block(Flow *f, uint32_t b, bool remove) {
    SkUnit *u = f->u;
    memcpy(f->now, f->in + (size_t)b * f->nwords, f->nwords * sizeof *f->now);
    for (uint32_t k = f->start[b]; k < f->start[b + 1]; k++) {
        SkIns *i = &u->ins[k];
        if (remove && i->op == SK_OPC_CHECK_LOCAL && is_set(f->now, i->a)) {
            i->deleted = true;
            continue;
        }
        if (!remove && i->handler >= 0) meet(f, u->handlers[i->handler].label);
        if (i->label >= 0 && !remove && writes_only_when_falling_through(i->op)) meet(f, i->label);
        apply(f, i);
        if (i->label >= 0 && !remove && !writes_only_when_falling_through(i->op)) meet(f, i->label);
    }
    if (remove || f->start[b + 1] >= u->nins || ends_block(u->ins[f->start[b + 1] - 1].op)) return;
    uint64_t *in = f->in + (size_t)(b + 1) * f->nwords;
    for (uint32_t i = 0; i < f->nwords; i++) {
        uint64_t both = in[i] & f->now[i];
        if (both != in[i]) in[i] = both, f->changed = true;
    }
}

static void remove_checks(SkCompiler *c, SkUnit *u) {
    bool any = false;
    for (uint32_t i = 0; i < u->nins && !any; i++) any = u->ins[i].op == SK_OPC_CHECK_LOCAL;
    if (!any || !u->nlocals) return;
    Flow f = {.u = u, .nwords = (u->nlocals + 63) / 64};
    uint8_t *leader = sk_arena_zalloc(&c->arena, u->nins + 1);
    f.block_of = sk_arena_alloc(&c->arena, u->nins * sizeof *f.block_of);
    f.now = sk_arena_alloc(&c->arena, f.nwords * sizeof *f.now);
    if (!leader || !f.block_of || !f.now) {
        sk_cg_memory(c);
        return;
    }
    leader[0] = 1;
    for (uint32_t i = 0; i < u->nlabels; i++)
        if (u->label_used[i] && u->labels[i] >= 0) leader[u->labels[i]] = 1;
    for (uint32_t i = 0; i + 1 < u->nins; i++)
        if (u->ins[i].label >= 0 || ends_block(u->ins[i].op)) leader[i + 1] = 1;
    for (uint32_t i = 0; i < u->nins; i++) {
        f.nblocks += leader[i];
        f.block_of[i] = f.nblocks - 1;
    }
    if ((uint64_t)f.nblocks * f.nwords > MAX_FLOW_WORDS) return;
    f.start = sk_arena_alloc(&c->arena, (f.nblocks + 1) * sizeof *f.start);
    f.in = sk_arena_alloc(&c->arena, (size_t)f.nblocks * f.nwords * sizeof *f.in);
    if (!f.start || !f.in) {
        sk_cg_memory(c);
        return;
    }
    uint32_t b = 0;
    for (uint32_t i = 0; i < u->nins; i++)
        if (leader[i]) f.start[b++] = i;
    f.start[b] = u->nins;
    memset(f.in, 0xff, (size_t)f.nblocks * f.nwords * sizeof *f.in);
    memset(f.in, 0, f.nwords * sizeof *f.in);
    for (uint32_t i = 0; i < u->nlocals; i++)
        if (u->local_kinds[i] & SK_LOCAL_ARG) set(f.in, (int32_t)i, true);
    do {
        f.changed = false;
        for (b = 0; b < f.nblocks; b++) flow_block(&f, b, false);
    } while (f.changed);
    for (b = 0; b < f.nblocks; b++) flow_block(&f, b, true);
}

// ---- jumps ------------------------------------------------------------------------------------------------------------

static uint32_t next_kept(const SkUnit *u, uint32_t i) {
    while (i < u->nins && u->ins[i].deleted) i++;
    return i;
}

static bool same_line(const SkIns *a, const SkIns *b) { return a->pos.line == b->pos.line; }

// Who traces a program hears of each line that is run. So a statement without instructions of its own is a NOP, which goes
// if a neighbour that is always run with it tells the line; and an instruction that belongs to no line takes that of the one
// before it, if it can be reached from there alone.
static void settle_lines(SkCompiler *c, SkUnit *u) {
    uint8_t *target = sk_arena_zalloc(&c->arena, u->nins + 1);
    if (!target) {
        sk_cg_memory(c);
        return;
    }
    for (uint32_t i = 0; i < u->nlabels; i++)
        if (u->label_used[i] && u->labels[i] >= 0) target[u->labels[i]] = 1;
    for (uint32_t k = 1; k < u->nins; k++) {
        SkIns *i = &u->ins[k];
        if (i->pos.line <= 0 && !target[k] && !ends_block(u->ins[k - 1].op)) i->pos = u->ins[k - 1].pos;
    }
    const SkIns *before = NULL;   // the instruction from which alone this one is reached
    for (uint32_t k = 0; k < u->nins; k++) {
        SkIns *i = &u->ins[k];
        if (i->deleted) continue;
        if (target[k]) before = NULL;
        if (i->op == SK_OPC_NOP) {
            uint32_t next = next_kept(u, k + 1);
            if (i->pos.line <= 0 || (before && same_line(before, i)) || (next < u->nins && same_line(&u->ins[next], i))) {
                i->deleted = true;
                continue;
            }
        }
        before = i->label < 0 || i->op == SK_OPC_JUMP ? i : NULL;
    }
}

// Jumps to jumps go to the end of the chain; jumps to the next instruction go.
static void thread_jumps(SkUnit *u) {
    for (uint32_t k = 0; k < u->nins; k++) {
        SkIns *i = &u->ins[k];
        if (i->label < 0 || i->op == SK_OPC_JUMP_BACK || i->deleted) continue;
        for (int hops = 0; hops < 8; hops++) {
            uint32_t to = next_kept(u, (uint32_t)u->labels[i->label]);
            if (to >= u->nins || to == k) break;
            const SkIns *j = &u->ins[to];
            if (j->pos.line > 0 && !same_line(i, j)) break;
            if (j->op == SK_OPC_JUMP) {
                i->label = j->label;
            } else if (j->op == SK_OPC_JUMP_BACK && i->op == SK_OPC_JUMP) {
                SkPos pos = i->pos;
                *i = *j;
                i->pos = pos;
                break;
            } else {
                break;
            }
        }
    }
    for (uint32_t k = u->nins; k-- > 0;) {
        SkIns *i = &u->ins[k];
        if (i->op != SK_OPC_JUMP || i->deleted) continue;
        uint32_t next = next_kept(u, k + 1);
        if (next_kept(u, (uint32_t)u->labels[i->label]) != next) continue;
        bool told = i->pos.line <= 0 || (k && !u->ins[k - 1].deleted && same_line(&u->ins[k - 1], i)) || (next < u->nins && same_line(&u->ins[next], i));
        if (told) {
            i->deleted = true;
        } else {
            i->op = SK_OPC_NOP;
            i->label = -1;
            i->b = 0;
        }
    }
}

// ---- words ------------------------------------------------------------------------------------------------------------

static bool short_jump(const SkIns *i) { return i->label >= 0 && formats[i->op].c == 'J'; }

static uint32_t size_of(const SkIns *i) {
    if (i->deleted) return 0;
    uint32_t n = 1 + ((formats[i->op].properties & OPERAND_CACHE) != 0);
    if (i->far) n += formats[i->op].a == 'R' && i->op != SK_OPC_SEND ? 1 : 2;
    return n;
}

static uint32_t place(SkUnit *u, uint32_t *at) {
    uint32_t word = 0;
    for (uint32_t i = 0; i < u->nins; i++) {
        at[i] = word;
        word += size_of(&u->ins[i]);
    }
    at[u->nins] = word;
    return word;
}

static int32_t reg(const SkUnit *u, char kind, int32_t r) {
    if (kind != 'D' && kind != 'R' && kind != 'M' && kind != 'S') return r;
    return r >= SK_TEMP0 ? (int32_t)u->nlocals + r - SK_TEMP0 : r;
}

static uint32_t encode(SkUnit *u, const SkIns *i, uint32_t word, const uint32_t *at, SkInstr *out) {
    int32_t a = reg(u, formats[i->op].a, i->a), b = reg(u, formats[i->op].b, i->b), cc = reg(u, formats[i->op].c, i->c);
    if (i->label >= 0) {
        int32_t offset = (int32_t)at[u->labels[i->label]] - (int32_t)(word + 1);
        if (formats[i->op].b == 'J') {
            out[0] = sk_instr_bx(i->op, i->flags, (unsigned)a, offset);
            return 1;
        }
        if (!i->far) {
            out[0] = sk_instr(i->op, i->flags, (unsigned)a, (unsigned)b, (unsigned)offset);
            return 1;
        }
        if (size_of(i) == 2) {
            // The opposite test skips a long jump.
            out[0] = sk_instr(i->op, i->flags ^ SK_SENSE, (unsigned)a, (unsigned)b, 1);
            out[1] = sk_instr_bx(SK_OPC_JUMP, 0, 0, offset - 1);
            return 2;
        }
        out[0] = sk_instr(i->op, i->flags, (unsigned)a, (unsigned)b, 1);
        out[1] = sk_instr_bx(SK_OPC_JUMP, 0, 0, 1);
        out[2] = sk_instr_bx(SK_OPC_JUMP, 0, 0, offset - 2);
        return 3;
    }
    char kind = formats[i->op].b;
    bool wide = formats[i->op].c == '_' && (kind == 'K' || kind == 'N' || kind == 'I') && i->op != SK_OPC_SET_FUNCTION;
    out[0] = wide ? sk_instr_bx(i->op, i->flags, (unsigned)a, b)
                  : sk_instr(i->op, i->flags, (unsigned)a, (unsigned)b, (unsigned)cc);
    if (!(formats[i->op].properties & OPERAND_CACHE)) return 1;
    out[1] = (SkInstr)(uint32_t)i->cache;
    return 2;
}

static void fill_handlers(SkCompiler *c, SkUnit *u, const uint32_t *at, SkCodeParts *parts) {
    uint32_t capacity = 0, n = 0;
    SkHandler *list = NULL;
    int32_t open = -1;
    for (uint32_t k = 0; k < u->nins && !c->failed; k++) {
        const SkIns *i = &u->ins[k];
        if (i->deleted || !(formats[i->op].properties & 1)) continue;
        if (i->handler == open && open >= 0) {
            list[n - 1].end = at[k] + size_of(i);
            continue;
        }
        open = i->handler;
        if (open < 0) continue;
        list = sk_cg_grow(c, list, &capacity, n + 1, sizeof *list);
        if (c->failed) return;
        const SkTryRange *t = &u->handlers[open];
        list[n++] = (SkHandler){at[k], at[k] + size_of(i), at[u->labels[t->label]], u->nlocals + (uint32_t)t->live};
    }
    parts->handlers = list;
    parts->nhandlers = n;
}

static void fill_positions(SkCompiler *c, SkUnit *u, const uint32_t *at, SkCodeParts *parts) {
    uint32_t capacity = 0, n = 0;
    SkPosition *list = NULL;
    for (uint32_t k = 0; k < u->nins && !c->failed; k++) {
        const SkIns *i = &u->ins[k];
        if (i->deleted) continue;
        SkPosition p = {at[k], i->pos.line, i->pos.end_line, i->pos.col, i->pos.end_col};
        if (n && list[n - 1].line == p.line && list[n - 1].end_line == p.end_line && list[n - 1].col == p.col &&
            list[n - 1].end_col == p.end_col)
            continue;
        list = sk_cg_grow(c, list, &capacity, n + 1, sizeof *list);
        if (!c->failed) list[n++] = p;
    }
    parts->positions = list;
    parts->npositions = n;
}

bool sk_cg_assemble(SkCompiler *c, SkUnit *u, SkCodeParts *parts) {
    if (c->failed) return false;
    remove_checks(c, u);
    settle_lines(c, u);
    thread_jumps(u);
    uint32_t *at = sk_arena_alloc(&c->arena, (u->nins + 1) * sizeof *at);
    if (!at || c->failed) {
        sk_cg_memory(c);
        return false;
    }
    uint32_t words;
    for (bool again = true; again;) {
        again = false;
        words = place(u, at);
        if (words < INT16_MAX) break;
        for (uint32_t k = 0; k < u->nins; k++) {
            SkIns *i = &u->ins[k];
            if (i->deleted || i->far || !short_jump(i)) continue;
            // A margin, as trampolines in between may still move the target.
            if (at[u->labels[i->label]] - at[k] > INT16_MAX / 2) i->far = again = true;
        }
    }
    if (words > INT32_MAX / 2 || u->nlocals + (uint32_t)u->max_depth >= SK_MAX_REGISTERS) {
        sk_cg_error_at(c, (SkPos){(int32_t)u->first_line, 0, (int32_t)u->first_line, 0}, "code is too large");
        return false;
    }
    SkInstr *code = sk_arena_alloc(&c->arena, (words + 1) * sizeof *code);
    if (!code) {
        sk_cg_memory(c);
        return false;
    }
    for (uint32_t k = 0; k < u->nins; k++)
        if (!u->ins[k].deleted) encode(u, &u->ins[k], at[k], at, code + at[k]);
    fill_handlers(c, u, at, parts);
    fill_positions(c, u, at, parts);
    parts->code = code;
    parts->ncode = words;
    parts->nregisters = u->nlocals + (uint32_t)u->max_depth + 1;
    return !c->failed;
}
