// The text of a code object's instructions.
#include <inttypes.h>
#include <stdio.h>

#include "core/code.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static const struct {
    const char *name;
    char a, b, c;
    uint8_t cached;
} formats[] = {
#define RAISES 0
#define POLL 0
#define CACHE 1
#define X(name, a, b, c, properties) {#name, #a[0], #b[0], #c[0], (properties) & 1},
#include "core/opcodes.def"
#undef X
#undef RAISES
#undef POLL
#undef CACHE
};

static void put_register(SkStrBuilder *b, const SkCode *c, uint32_t r, bool kill) {
    char text[32];
    if (r < c->nlocals) {
        sk_sb_str(b, sk_tuple_peek(sk_slot_peek(&c->varnames), r));
    } else {
        snprintf(text, sizeof text, "t%u", r - c->nlocals);
        sk_sb_cstr(b, text);
    }
    if (kill) sk_sb_char(b, '!');
}

static void put_constant(SkStrBuilder *b, const SkCode *c, uint32_t i) {
    if (i >= c->nconstants) return;
    SkValue v = sk_slot_peek(&c->constants[i]);
    if (sk_has_index(v, SK_T_CODE)) {
        sk_sb_cstr(b, "<code ");
        sk_sb_str(b, sk_slot_peek(&sk_as_code(v)->name));
        sk_sb_char(b, '>');
        return;
    }
    SK_AUTO SkValue text = sk_repr(v);
    if (!sk_is_empty(text)) sk_sb_str(b, text);
    else b->failed = true;
}

// unit: what a jump's target is counted in, words (1) or bytes.
static void put_operand(SkStrBuilder *b, const SkCode *c, SkInstr i, uint32_t at, char kind, int which, size_t unit) {
    bool wide = formats[SK_OP(i)].c == '_' && which == 1 && kind != 'R' && kind != 'S' && kind != 'D' && kind != 'U';
    int32_t value = which == 0 ? SK_A(i) : which == 2 ? SK_SC(i) : wide ? SK_BX(i) : SK_SB(i);
    char text[32];
    switch (kind) {
    case '_': return;
    case 'D':
    case 'R':
    case 'M':
    case 'S':
        if ((value & 0xffff) == SK_NO_REGISTER) sk_sb_cstr(b, " -");
        else sk_sb_char(b, ' '), put_register(b, c, (uint32_t)value & 0xffff, SK_FLAGS(i) & (SK_KILL_A << which));
        return;
    case 'K':
        sk_sb_char(b, ' ');
        put_constant(b, c, (uint32_t)value);
        return;
    case 'N':
        sk_sb_char(b, ' ');
        if ((uint32_t)(wide ? value : value & 0xffff) < c->nnames) sk_sb_str(b, c->names[wide ? value : value & 0xffff]);
        return;
    case 'J':
        snprintf(text, sizeof text, unit > 1 ? " to %" PRId64 : " ->%" PRId64, ((int64_t)at + 1 + value) * (int64_t)unit);
        break;
    case 'U':
        sk_sb_char(b, ' ');
        if ((uint32_t)value < c->nfree) sk_sb_str(b, sk_tuple_peek(sk_slot_peek(&c->freevars), (uint32_t)value));
        return;
    default: snprintf(text, sizeof text, " %d", value); break;
    }
    sk_sb_cstr(b, text);
}

// Appends the operands, each behind a space. Returns the word behind the instruction and its cache.
static uint32_t put_operands(SkStrBuilder *b, const SkCode *c, uint32_t at, size_t unit) {
    SkInstr i = sk_load_relaxed(&c->code[at]);
    if (SK_FLAGS(i) & SK_SENSE) sk_sb_char(b, '+');
    char kinds[3] = {formats[SK_OP(i)].a, formats[SK_OP(i)].b, formats[SK_OP(i)].c};
    for (int k = 0; k < 3; k++) put_operand(b, c, i, at, kinds[k], k, unit);
    if (!formats[SK_OP(i)].cached) return at + 1;
    if (SK_OP(i) == SK_OPC_CALL_KW || SK_OP(i) == SK_OPC_CALL_METHOD_KW) {
        sk_sb_char(b, ' ');
        put_constant(b, c, (uint32_t)sk_load_relaxed(&c->code[at + 1]));
    }
    return at + 2;
}

SkValue sk_code_instruction(SkValue code, uint32_t at, SkInstrInfo *out) {
    SkCode *c = sk_as_code(code);
    SkInstr i = sk_load_relaxed(&c->code[at]);
    *out = (SkInstrInfo){.name = "?", .opcode = SK_OP(i), .jump = -1, .next = at + 1};
    SkStrBuilder b;
    sk_sb_init(&b);
    if (SK_OP(i) < SK_OPCODE_COUNT) {
        out->name = formats[SK_OP(i)].name;
        char kinds[3] = {formats[SK_OP(i)].a, formats[SK_OP(i)].b, formats[SK_OP(i)].c};
        for (int k = 0; k < 3; k++) {
            bool wide = k == 1 && kinds[2] == '_';
            int32_t value = k == 2 ? SK_SC(i) : wide ? SK_BX(i) : SK_SB(i);
            uint32_t index = wide ? (uint32_t)value : (uint32_t)value & 0xffff;
            if (kinds[k] == 'J') out->jump = (int64_t)at + 1 + value;
            if (kinds[k] == 'K' && index < c->nconstants) out->argument = sk_slot_peek(&c->constants[index]);
            if (kinds[k] == 'N' && index < c->nnames) out->argument = c->names[index];
        }
        out->next = put_operands(&b, c, at, sizeof i);
    }
    SK_AUTO SkValue text = sk_sb_finish(&b);
    bool space = !sk_is_empty(text) && sk_str_len(text) && sk_str_at(sk_as_str(text), 0) == ' ';
    return space ? sk_str_slice(text, 1, sk_str_len(text)) : sk_move(&text);
}

SkValue sk_code_disassemble(SkValue code) {
    SkCode *c = sk_as_code(code);
    SkStrBuilder b;
    sk_sb_init(&b);
    char text[64];
    for (uint32_t at = 0; at < c->ncode;) {
        SkInstr i = sk_load_relaxed(&c->code[at]);
        if (SK_OP(i) >= SK_OPCODE_COUNT) {
            sk_sb_cstr(&b, "?\n");
            at++;
            continue;
        }
        snprintf(text, sizeof text, "%4u %s", at, formats[SK_OP(i)].name);
        sk_sb_cstr(&b, text);
        at = put_operands(&b, c, at, 1);
        sk_sb_char(&b, '\n');
    }
    for (uint32_t h = 0; h < c->nhandlers; h++) {
        snprintf(text, sizeof text, "%u-%u: handler %u, %u temporaries\n", c->handlers[h].start, c->handlers[h].end,
                 c->handlers[h].handler, c->handlers[h].live - c->nlocals);
        sk_sb_cstr(&b, text);
    }
    return sk_sb_finish(&b);
}
