// The library's dis with the runtime's own instructions. Its tables name CPython's, which no code object here consists of; what it
// would print of one is wrong. So the functions that look into code objects are replaced: get_instructions, disassemble (behind dis,
// distb and the like) and Bytecode's methods. dis.Instruction, whose fields grow from version to version, is the library's.
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "core/code.h"
#include "core/vm/import.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/iter_internal.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

enum { WORD = sizeof(SkInstr) };   // offsets are in bytes, as in tb_lasti

// The words that are jumped to: byte k says it of word k. Empty + exception.
static uint8_t *jump_targets(SkValue code) {
    const SkCode *c = sk_as_code(code);
    uint8_t *targets = sk_calloc(c->ncode + 1, 1);
    if (!targets) return sk_raise_memory(), NULL;
    for (uint32_t at = 0; at < c->ncode;) {
        SkInstrInfo i;
        SK_AUTO SkValue text = sk_code_instruction(code, at, &i);
        if (sk_is_empty(text)) {
            sk_free(targets);
            return NULL;
        }
        if (i.jump >= 0 && i.jump <= c->ncode) targets[i.jump] = 1;
        at = i.next;
    }
    for (uint32_t h = 0; h < c->nhandlers; h++) targets[c->handlers[h].handler] = 1;
    return targets;
}

static SkValue number_or_none(int n, int least) { return n < least ? SK_NONE : sk_from_small_int(n); }

// A field of dis.Instruction, counted.
static SkValue field(SkValue dis, const char *name, const SkInstrInfo *i, SkValue operands, uint32_t at, bool starts, bool target, SkPosition p) {
    int64_t offset = (int64_t)at * WORD;
    if (!strcmp(name, "opname")) return sk_intern_s(i->name);
    if (!strcmp(name, "opcode")) return sk_from_small_int(i->opcode);
    if (!strcmp(name, "argrepr")) return sk_retain(operands);
    if (!strcmp(name, "argval")) return i->jump >= 0 ? sk_from_small_int(i->jump * WORD) : sk_is_empty(i->argument) ? SK_NONE : sk_retain(i->argument);
    if (!strcmp(name, "offset") || !strcmp(name, "start_offset")) return sk_from_small_int(offset);
    if (!strcmp(name, "is_jump_target")) return sk_bool(target);
    if (!strcmp(name, "line_number")) return number_or_none(p.line, 1);
    if (!strcmp(name, "label")) return target ? sk_from_small_int(offset) : SK_NONE;
    if (!strcmp(name, "starts_line")) {
        SK_AUTO SkValue fields = sk_dict_get_s(dis, "Instruction");   // a number up to 3.12, then a flag beside line_number
        SK_AUTO SkValue line = sk_is_empty(fields) ? SK_EMPTY : sk_getattr_opt_s(fields, "line_number");
        sk_error_clear();
        return !sk_is_empty(line) ? sk_bool(starts) : starts ? number_or_none(p.line, 1) : SK_NONE;
    }
    if (!strcmp(name, "positions")) {
        SK_AUTO SkValue type = sk_dict_get_s(dis, "Positions");
        SkValue args[] = {number_or_none(p.line, 1), number_or_none(p.end_line, 1), number_or_none(p.col, 0), number_or_none(p.end_col, 0)};
        return sk_is_empty(type) ? SK_NONE : sk_call(type, args, 4, SK_EMPTY);
    }
    return SK_NONE;
}

static SkValue instruction(SkValue dis, SkValue type, SkValue fields, SkValue code, uint32_t at, int line_before, const uint8_t *targets, uint32_t *next) {
    SkInstrInfo i;
    SK_AUTO SkValue operands = sk_code_instruction(code, at, &i);
    if (sk_is_empty(operands)) return SK_EMPTY;
    *next = i.next;
    SkPosition p = sk_code_position(sk_as_code(code), at);
    SK_AUTO SkValue values = sk_list_new(0);
    for (size_t k = 0; !sk_is_empty(values) && k < sk_tuple_len(fields); k++) {
        SK_AUTO_UTF8 SkUtf8 name = sk_str_wtf8(sk_tuple_peek(fields, k));
        if (!name.text || !sk_list_append_steal(values, field(dis, name.text, &i, operands, at, p.line > 0 && p.line != line_before, targets[at], p)))
            return SK_EMPTY;
    }
    return sk_is_empty(values) ? SK_EMPTY : sk_call_method_s(type, "_make", &values, 1);
}

static SkValue code_of(SkValue dis, SkValue x) {
    if (sk_has_index(x, SK_T_CODE)) return sk_retain(x);
    SK_AUTO SkValue f = sk_dict_get_s(dis, "_get_code_object");
    SkValue code = sk_is_empty(f) ? sk_getattr_s(x, "__code__") : sk_call1(f, x);
    if (sk_is_empty(code) || sk_has_index(code, SK_T_CODE)) return code;
    sk_release(code);
    return sk_raise(sk_exc_TypeError, "don't know how to disassemble %T objects", x);
}

// Takes the code.
static SkValue instructions(SkValue dis, SkValue given) {
    SK_AUTO SkValue code = given;
    SK_AUTO SkValue list = sk_is_empty(code) ? SK_EMPTY : sk_list_new(0);
    SK_AUTO SkValue type = sk_is_empty(list) ? SK_EMPTY : sk_dict_get_s(dis, "Instruction");
    SK_AUTO SkValue fields = sk_is_empty(type) ? SK_EMPTY : sk_getattr_s(type, "_fields");
    if (!sk_is_tuple(fields)) return SK_EMPTY;
    uint8_t *targets = jump_targets(code);
    bool ok = targets != NULL;
    int line = -1;
    for (uint32_t at = 0, next = 0; ok && at < sk_as_code(code)->ncode; at = next) {
        ok = sk_list_append_steal(list, instruction(dis, type, fields, code, at, line, targets, &next));
        int here = sk_code_position(sk_as_code(code), at).line;
        if (here > 0) line = here;
    }
    sk_free(targets);
    return ok ? sk_iter(list) : SK_EMPTY;
}

static SkValue get_instructions(SkValue dis, const SkValue *a) { return instructions(dis, code_of(dis, a[0])); }

static bool put_listing(SkStrBuilder *b, SkValue code, int64_t lasti) {
    const SkCode *c = sk_as_code(code);
    uint8_t *targets = jump_targets(code);
    if (!targets) return false;
    char text[120];
    int line = -1;
    for (uint32_t at = 0; at < c->ncode;) {
        SkInstrInfo i;
        SK_AUTO SkValue operands = sk_code_instruction(code, at, &i);
        if (sk_is_empty(operands)) {
            sk_free(targets);
            return false;
        }
        int here = sk_code_position(c, at).line;
        bool starts = here > 0 && here != line;
        if (starts) {
            if (line >= 0) sk_sb_char(b, '\n');
            line = here;
            snprintf(text, sizeof text, "%3d", here);
        }
        sk_sb_cstr(b, starts ? text : "   ");
        bool more = sk_str_len(operands) > 0;
        snprintf(text, sizeof text, " %s %s %5lld %-*s", (int64_t)at * WORD == lasti ? "-->" : "   ", targets[at] ? ">>" : "  ",
                 (long long)at * WORD, more ? 22 : 0, i.name);
        sk_sb_cstr(b, text);
        sk_sb_str(b, operands);
        sk_sb_char(b, '\n');
        at = i.next;
    }
    sk_free(targets);
    if (c->nhandlers) sk_sb_cstr(b, "ExceptionTable:\n");
    for (uint32_t h = 0; h < c->nhandlers; h++) {
        snprintf(text, sizeof text, "  %u to %u -> %u\n", c->handlers[h].start * WORD, (c->handlers[h].end - 1) * WORD, c->handlers[h].handler * WORD);
        sk_sb_cstr(b, text);
    }
    return true;
}

static SkValue listing(SkValue code, int64_t lasti) {
    SkStrBuilder b;
    sk_sb_init(&b);
    if (put_listing(&b, code, lasti)) return sk_sb_finish(&b);
    SkValue text = sk_sb_finish(&b);
    sk_release(text);
    return SK_EMPTY;
}

static SkValue disassemble(SkValue dis, const SkValue *a) {
    int lasti = -1;
    if (!sk_is_empty(a[1]) && !sk_as_int(a[1], &lasti)) return SK_EMPTY;
    SK_AUTO SkValue code = code_of(dis, a[0]);
    SK_AUTO SkValue text = sk_is_empty(code) ? SK_EMPTY : listing(code, lasti);
    SK_AUTO SkValue file = sk_is_empty(a[2]) || sk_is_none(a[2]) ? sk_sys_get("stdout") : sk_retain(a[2]);
    if (sk_is_empty(text) || sk_is_empty(file)) return SK_EMPTY;
    SkValue r = sk_call_method(file, SK_N(write), &text, 1);
    sk_release(r);
    return sk_is_empty(r) ? r : SK_NONE;
}

static SkValue bytecode_iter(SkValue dis, SkValue self) {
    SK_AUTO SkValue code = sk_getattr_s(self, "codeobj");
    return sk_is_empty(code) ? code : instructions(dis, code_of(dis, code));
}
static SkValue bytecode_dis(SkValue dis, SkValue self) {
    SK_AUTO SkValue x = sk_getattr_s(self, "codeobj"), offset = sk_getattr_s(self, "current_offset");
    SK_AUTO SkValue code = sk_is_empty(x) || sk_is_empty(offset) ? SK_EMPTY : code_of(dis, x);
    int lasti = -1;
    if (sk_is_empty(code) || (!sk_is_none(offset) && !sk_as_int(offset, &lasti))) return SK_EMPTY;
    return listing(code, lasti);
}

bool sk_join_dis(SkValue dict) {
    static const SkMethodDef functions[] = {
        {"get_instructions", SK_SIG, {.sig_fn = get_instructions}, "(x, *, first_line=None, **options)", "The instructions of a code object or of what has one."},
        {"disassemble", SK_SIG, {.sig_fn = disassemble}, "(co, lasti=-1, *, file=None, **options)", "Print the instructions of a code object."}};
    static const SkMethodDef methods[] = {
        {"__iter__", SK_ONEARG, {.onearg = bytecode_iter}, "(bytecode, /)", "The instructions."},
        {"dis", SK_ONEARG, {.onearg = bytecode_dis}, "(bytecode, /)", "The instructions as text."}};
    SK_AUTO SkValue name = sk_intern_s("dis");
    for (size_t i = 0; i < SK_COUNT_OF(functions); i++) {
        SK_AUTO SkValue f = sk_native_new(&functions[i], dict, name);
        if (sk_is_empty(f) || !sk_dict_set_s(dict, functions[i].name, f)) return false;
    }
    SK_AUTO SkValue bytecode = sk_dict_get_s(dict, "Bytecode");
    SK_AUTO SkValue functools = sk_is_empty(bytecode) ? SK_EMPTY : sk_import("functools");
    if (sk_is_empty(functools)) return !sk_error_occurred();
    for (size_t i = 0; i < SK_COUNT_OF(methods); i++) {
        SK_AUTO SkValue f = sk_native_new(&methods[i], dict, name);
        SK_AUTO SkValue bound = sk_is_empty(f) ? SK_EMPTY : sk_call_method_s(functools, "partialmethod", &f, 1);
        if (sk_is_empty(bound) || !sk_setattr_s(bytecode, methods[i].name, bound)) return false;
    }
    return true;
}
