// Checks that a code object's instructions are well-formed, before they are trusted: operands in range, jumps to
// instructions, and temporaries read only where they have been written.
#include <string.h>

#include "base/alloc.h"
#include "core/code.h"

enum { RAISES = 1, CACHE = 2, POLL = 4 };

static const struct {
    char a, b, c;
    uint8_t properties;
} formats[] = {
#define X(name, a, b, c, properties) {#a[0], #b[0], #c[0], properties},
#include "core/opcodes.def"
#undef X
};

// What may be in a temporary at a point.
enum { MAY_BE_DEAD = SK_TEMP_DEAD, MAY_BE_LIVE = SK_TEMP_LIVE };

typedef struct {
    const SkCodeParts *p;
    uint8_t *is_start;     // by word
    uint32_t *leader;      // by word: 1 + index of the state at this point, or 0
    uint32_t nleaders, ntemps;
    uint8_t *states;       // by leader: ntemps bytes; 0: not reached
    uint8_t *now;
    bool *pending;
    const uint32_t *wanted;   // sk_code_temporaries: words, and where their states go
    size_t nwanted;
    uint8_t *out;
    const char *why;
} Verifier;

static bool fail(Verifier *v, const char *why) {
    if (!v->why) v->why = why;
    return false;
}

static uint32_t words_of(SkInstr i) { return 1 + ((formats[SK_OP(i)].properties & CACHE) != 0); }

static bool wide(SkInstr i) {
    char b = formats[SK_OP(i)].b, c = formats[SK_OP(i)].c;
    return b == 'J' || (c == '_' && (b == 'K' || b == 'N' || b == 'I'));
}

static bool is_jump(SkInstr i) { return formats[SK_OP(i)].b == 'J' || formats[SK_OP(i)].c == 'J'; }

static int64_t jump_target(SkInstr i, uint32_t at) {
    int64_t offset = formats[SK_OP(i)].b == 'J' ? SK_BX(i) : SK_SC(i);
    return (int64_t)at + 1 + offset;
}

static bool ends_block(uint8_t op) {
    return op == SK_OPC_JUMP || op == SK_OPC_JUMP_BACK || op == SK_OPC_RETURN || op == SK_OPC_RETURN_NONE || op == SK_OPC_RAISE ||
           op == SK_OPC_RERAISE;
}

// Consecutive registers that an S operand stands for: how many, and what happens to them.
typedef struct {
    uint32_t first, count, optional;  // optional: so many of the last may be unset
    bool reads, kills, writes;
} Span;

static unsigned spans_of(SkInstr i, Span out[2]) {
    uint32_t a = SK_A(i), b = SK_B(i), c = SK_C(i);
    switch (SK_OP(i)) {
    case SK_OPC_GET_ITER: out[0] = (Span){a, 3, 0, .writes = true}; return 1;
    case SK_OPC_FOR_ITER: out[0] = (Span){b, 3, 0, .reads = true}; return 1;
    case SK_OPC_END_FOR: out[0] = (Span){a, 3, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_UNPACK: out[0] = (Span){a, c, 0, .writes = true}; return 1;
    case SK_OPC_UNPACK_STAR: out[0] = (Span){a, (c & 255) + (c >> 8) + 1, 0, .writes = true}; return 1;
    case SK_OPC_BUILD_TUPLE:
    case SK_OPC_BUILD_LIST:
    case SK_OPC_BUILD_SET:
    case SK_OPC_BUILD_SLICE:
    case SK_OPC_BUILD_STRING: out[0] = (Span){b, c, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_BUILD_MAP: out[0] = (Span){b, 2 * c, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_BUILD_INTERPOLATION: out[0] = (Span){b, 4, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_BUILD_TEMPLATE:
    case SK_OPC_IMPORT_NAME:
    case SK_OPC_INTRINSIC_2: out[0] = (Span){b, 2, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_LOAD_METHOD:
    case SK_OPC_PUSH_EXC:
    case SK_OPC_EXC_GROUP_MATCH:
    case SK_OPC_WITH_ENTER: out[0] = (Span){a, 2, 0, .writes = true}; return 1;
    case SK_OPC_POP_EXC: out[0] = (Span){a, 2, 2, .reads = true, .kills = true}; return 1;
    case SK_OPC_SUPER_ATTR: out[0] = (Span){b, 3, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_SUPER_METHOD:
        out[0] = (Span){b, 3, 0, .reads = true, .kills = true};
        out[1] = (Span){a, 2, 0, .writes = true};
        return 2;
    case SK_OPC_CALL:
    case SK_OPC_CALL_KW: out[0] = (Span){a, b + 1, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_CALL_METHOD:
    case SK_OPC_CALL_METHOD_KW: out[0] = (Span){a, b + 2, 0, .reads = true, .kills = true}; return 1;
    case SK_OPC_CALL_EX: out[0] = (Span){a, 3, 1, .reads = true, .kills = true}; return 1;
    case SK_OPC_MATCH_CLASS:
        out[0] = (Span){b, 1, 0, .reads = true};
        out[1] = (Span){b + 1, 2, 0, .reads = true, .kills = true};
        return 2;
    default: return 0;
    }
}

// Whether a register operand is there at all.
static bool operand_used(SkInstr i, char which) {
    uint8_t op = SK_OP(i);
    if (which == 'c' && SK_C(i) == SK_NO_REGISTER && (op == SK_OPC_FORMAT || op == SK_OPC_WITH_EXIT)) return false;
    if (op == SK_OPC_RAISE) return which == 'a' ? SK_C(i) >= 1 : SK_C(i) == 2;
    return true;
}

static bool check_operand(Verifier *v, SkInstr i, char kind, uint32_t value, char which) {
    const SkCodeParts *p = v->p;
    switch (kind) {
    case 'D':
    case 'R':
    case 'M':
        return !operand_used(i, which) || value < p->nregisters || fail(v, "register out of range");
    case 'K': return value < p->nconstants || fail(v, "constant out of range");
    case 'N': return value < p->nnames || fail(v, "name out of range");
    case 'U': return value < p->nfree || fail(v, "closure index out of range");
    default: return true;
    }
}

static bool check_words(Verifier *v) {
    const SkCodeParts *p = v->p;
    uint32_t last = 0;
    for (uint32_t at = 0; at < p->ncode;) {
        SkInstr i = p->code[at];
        if (SK_OP(i) >= SK_OPCODE_COUNT) return fail(v, "unknown instruction");
        v->is_start[at] = 1;
        last = at;
        uint32_t b = wide(i) ? (uint32_t)SK_BX(i) : SK_B(i);
        if (!check_operand(v, i, formats[SK_OP(i)].a, SK_A(i), 'a') || !check_operand(v, i, formats[SK_OP(i)].b, b, 'b') ||
            !check_operand(v, i, formats[SK_OP(i)].c, SK_C(i), 'c'))
            return false;
        Span spans[2];
        unsigned n = spans_of(i, spans);
        for (unsigned k = 0; k < n; k++)
            if (spans[k].count && (uint64_t)spans[k].first + spans[k].count > p->nregisters) return fail(v, "registers out of range");
        if (at + words_of(i) > p->ncode) return fail(v, "code ends within an instruction");
        if ((SK_OP(i) == SK_OPC_CALL_KW || SK_OP(i) == SK_OPC_CALL_METHOD_KW) && (uint32_t)p->code[at + 1] >= p->nconstants)
            return fail(v, "constant out of range");
        at += words_of(i);
    }
    if (!p->ncode || !ends_block(SK_OP(p->code[last]))) return fail(v, "code runs off its end");
    return true;
}

static void lead(Verifier *v, uint32_t at) {
    if (!v->leader[at]) v->leader[at] = ++v->nleaders;
}

static bool check_targets(Verifier *v) {
    const SkCodeParts *p = v->p;
    lead(v, 0);
    for (uint32_t at = 0; at < p->ncode; at += words_of(p->code[at])) {
        SkInstr i = p->code[at];
        if (!is_jump(i)) continue;
        int64_t to = jump_target(i, at);
        if (to < 0 || to >= p->ncode || !v->is_start[to]) return fail(v, "jump to nowhere");
        if ((SK_OP(i) == SK_OPC_JUMP_BACK) != (to <= at)) return fail(v, "jump in the wrong direction");
        lead(v, (uint32_t)to);
    }
    for (uint32_t h = 0; h < p->nhandlers; h++) {
        const SkHandler *r = &p->handlers[h];
        if (r->start >= r->end || r->end > p->ncode || r->handler >= p->ncode || !v->is_start[r->handler] || !v->is_start[r->start] ||
            r->live < p->nlocals || r->live > p->nregisters)
            return fail(v, "malformed handler");
        if (SK_OP(p->code[r->handler]) != SK_OPC_PUSH_EXC) return fail(v, "handler does not begin with PUSH_EXC");
        lead(v, r->handler);
    }
    return true;
}

// ---- temporaries ------------------------------------------------------------------------------------------------------------

static void flow_to(Verifier *v, uint32_t at, const uint8_t *state, uint32_t keep) {
    uint32_t l = v->leader[at] - 1;
    uint8_t *s = v->states + (size_t)l * v->ntemps;
    bool changed = !v->pending[l] && (v->ntemps == 0 || s[0] == 0);
    for (uint32_t t = 0; t < v->ntemps; t++) {
        uint8_t x = s[t] | (t < keep ? state[t] : MAY_BE_DEAD);
        changed |= x != s[t];
        s[t] = x;
    }
    if (changed) v->pending[l] = true;
}

static bool read_temp(Verifier *v, uint32_t r, bool optional) {
    if (r < v->p->nlocals) return true;
    return optional || !(v->now[r - v->p->nlocals] & MAY_BE_DEAD) || fail(v, "a temporary is read before it is written");
}

static void mark(Verifier *v, uint32_t r, uint8_t state) {
    if (r >= v->p->nlocals && r - v->p->nlocals < v->ntemps) v->now[r - v->p->nlocals] = state;
}

static bool step(Verifier *v, SkInstr i) {
    uint8_t op = SK_OP(i);
    uint32_t regs[3] = {SK_A(i), SK_B(i), SK_C(i)};
    char kinds[3] = {formats[op].a, formats[op].b, formats[op].c};
    Span spans[2];
    unsigned n = spans_of(i, spans);
    for (int k = 0; k < 3; k++) {
        bool reads = kinds[k] == 'R' || (kinds[k] == 'M' && op == SK_OPC_SEND);
        if (reads && operand_used(i, "abc"[k]) && op != SK_OPC_CHECK_LOCAL && !read_temp(v, regs[k], false)) return false;
    }
    for (unsigned k = 0; k < n; k++)
        for (uint32_t r = 0; spans[k].reads && r < spans[k].count; r++)
            if (!read_temp(v, spans[k].first + r, r + spans[k].optional >= spans[k].count)) return false;
    for (int k = 0; k < 3; k++)
        if ((SK_FLAGS(i) & (SK_KILL_A << k)) && (kinds[k] == 'R' || kinds[k] == 'M')) mark(v, regs[k], MAY_BE_DEAD);
    for (unsigned k = 0; k < n; k++)
        for (uint32_t r = 0; spans[k].kills && r < spans[k].count; r++) mark(v, spans[k].first + r, MAY_BE_DEAD);
    uint8_t kind = op == SK_OPC_GET_ITER ? SK_TEMP_ITERATION : op == SK_OPC_PUSH_EXC ? SK_TEMP_EXCEPTION : 0;
    if (op == SK_OPC_GET_AITER) kind = SK_TEMP_ITERATION;
    for (unsigned k = 0; k < n; k++)
        for (uint32_t r = 0; spans[k].writes && r < spans[k].count; r++) mark(v, spans[k].first + r, (uint8_t)(MAY_BE_LIVE | kind));
    for (int k = 0; k < 3; k++)
        if (kinds[k] == 'D') mark(v, regs[k], (uint8_t)(MAY_BE_LIVE | kind));
    if (op == SK_OPC_WITH_ENTER) mark(v, regs[0], MAY_BE_LIVE | SK_TEMP_EXIT);
    if (op == SK_OPC_CLEAR || op == SK_OPC_DELETE_LOCAL) mark(v, regs[0], MAY_BE_DEAD);
    if (op == SK_OPC_MAKE_CELL) mark(v, regs[0], MAY_BE_LIVE);
    return true;
}

static bool flow_block(Verifier *v, uint32_t at, const SkHandler *const *handlers) {
    const SkCodeParts *p = v->p;
    memcpy(v->now, v->states + (size_t)(v->leader[at] - 1) * v->ntemps, v->ntemps);
    for (;;) {
        for (size_t k = 0; k < v->nwanted; k++)
            if (v->wanted[k] == at) memcpy(v->out + k * v->ntemps, v->now, v->ntemps);
        SkInstr i = p->code[at];
        uint8_t op = SK_OP(i);
        const SkHandler *h = formats[op].properties & RAISES ? handlers[at] : NULL;
        if (h) flow_to(v, h->handler, v->now, h->live - p->nlocals);
        if (op == SK_OPC_FOR_ITER || op == SK_OPC_NEXT) {
            if (!read_temp(v, SK_B(i), false)) return false;
            // At the end nothing is written, and FOR_ITER clears its state.
            uint8_t saved[3] = {0};
            uint32_t first = SK_B(i) - p->nlocals;
            if (op == SK_OPC_FOR_ITER)
                for (uint32_t k = 0; k < 3; k++) saved[k] = v->now[first + k], v->now[first + k] = MAY_BE_DEAD;
            flow_to(v, (uint32_t)jump_target(i, at), v->now, v->ntemps);
            if (op == SK_OPC_FOR_ITER)
                for (uint32_t k = 0; k < 3; k++) v->now[first + k] = saved[k];
            if (!step(v, i)) return false;
        } else {
            if (!step(v, i)) return false;
            if (is_jump(i)) flow_to(v, (uint32_t)jump_target(i, at), v->now, v->ntemps);
        }
        if (h) flow_to(v, h->handler, v->now, h->live - p->nlocals);
        if (ends_block(op)) return true;
        at += words_of(i);
        if (v->leader[at]) {
            flow_to(v, at, v->now, v->ntemps);
            return true;
        }
    }
}

static bool check_temporaries(Verifier *v) {
    const SkCodeParts *p = v->p;
    v->ntemps = p->nregisters - p->nlocals;
    if ((uint64_t)v->nleaders * v->ntemps > (64u << 20)) return true;
    uint32_t *at = sk_malloc(v->nleaders * sizeof *at);
    const SkHandler **handlers = sk_calloc(p->ncode, sizeof *handlers);
    v->states = sk_calloc((size_t)v->nleaders * v->ntemps + 1, 1);
    v->now = sk_malloc(v->ntemps + 1);
    v->pending = sk_calloc(v->nleaders, sizeof *v->pending);
    bool ok = at && handlers && v->states && v->now && v->pending;
    if (!ok) {
        fail(v, "out of memory");
    } else {
        for (uint32_t i = 0; i < p->ncode; i++)
            if (v->leader[i]) at[v->leader[i] - 1] = i;
        // Inner ranges come first, so outer ones must not overwrite them.
        for (uint32_t h = p->nhandlers; h-- > 0;)
            for (uint32_t i = p->handlers[h].start; i < p->handlers[h].end; i++) handlers[i] = &p->handlers[h];
        memset(v->states, MAY_BE_DEAD, v->ntemps);
        v->pending[0] = true;
        for (bool again = true; again && ok;) {
            again = false;
            for (uint32_t l = 0; l < v->nleaders && ok; l++) {
                if (!v->pending[l]) continue;
                v->pending[l] = false;
                again = true;
                ok = flow_block(v, at[l], handlers);
            }
        }
    }
    sk_free(at);
    sk_free(handlers);
    sk_free(v->states);
    sk_free(v->now);
    sk_free(v->pending);
    return ok;
}

static bool verify(Verifier *v) {
    const SkCodeParts *p = v->p;
    if (p->nlocals > p->nregisters || p->nregisters > SK_MAX_REGISTERS || p->argcount + (uint64_t)p->kwonly > p->nlocals || p->posonly > p->argcount) {
        return fail(v, "inconsistent register counts");
    }
    v->is_start = sk_calloc(p->ncode + 1, 1);
    v->leader = sk_calloc(p->ncode + 1, sizeof *v->leader);
    bool ok = v->is_start && v->leader ? check_words(v) && check_targets(v) && check_temporaries(v) : fail(v, "out of memory");
    sk_free(v->is_start);
    sk_free(v->leader);
    return ok;
}

bool sk_code_verify(const SkCodeParts *p, const char **why) {
    Verifier v = {.p = p};
    bool ok = verify(&v);
    *why = v.why;
    return ok;
}

bool sk_code_temporaries(const SkCode *c, const uint32_t *words, size_t n, uint8_t *out) {
    memset(out, 0, n * (c->nregisters - c->nlocals));
    SkInstr *clean = sk_malloc((c->ncode + 1) * sizeof *clean);
    if (!clean) return false;
    sk_code_clean_words(c, clean);
    SkCodeParts parts = {.code = clean, .ncode = c->ncode, .nregisters = c->nregisters, .nlocals = c->nlocals, .argcount = c->argcount,
                         .posonly = c->posonly, .kwonly = c->kwonly, .nconstants = c->nconstants, .nnames = c->nnames, .handlers = c->handlers,
                         .nhandlers = c->nhandlers, .nfree = c->nfree};
    Verifier v = {.p = &parts, .wanted = words, .nwanted = n, .out = out};
    bool ok = verify(&v);
    sk_free(clean);
    return ok;
}
