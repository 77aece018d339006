// Code objects: what the compiler makes and the interpreter runs. Immutable but for inline caches.
#ifndef SKEIN_CORE_CODE_H
#define SKEIN_CORE_CODE_H

#include "objects/type.h"

typedef enum {
#define X(name, a, b, c, properties) SK_OPC_##name,
#include "core/opcodes.def"
#undef X
    SK_OPCODE_COUNT,
} SkOpcode;

// Flags of an instruction.
enum { SK_KILL_A = 1, SK_KILL_B = 2, SK_KILL_C = 4, SK_SENSE = 8 };

#define SK_NO_REGISTER 0xffff
#define SK_MAX_REGISTERS 0xff00
// UNPACK to at most so many registers writes all or none: they may be variables. To more: temporaries.
#define SK_UNPACK_DIRECT 8

typedef uint64_t SkInstr;
SK_INLINE SkInstr sk_instr(SkOpcode op, unsigned flags, unsigned a, unsigned b, unsigned c) {
    return (uint64_t)op | (uint64_t)(flags & 0xff) << 8 | (uint64_t)(a & 0xffff) << 16 | (uint64_t)(b & 0xffff) << 32 |
           (uint64_t)(c & 0xffff) << 48;
}
SK_INLINE SkInstr sk_instr_bx(SkOpcode op, unsigned flags, unsigned a, int32_t bx) {
    return (uint64_t)op | (uint64_t)(flags & 0xff) << 8 | (uint64_t)(a & 0xffff) << 16 | (uint64_t)(uint32_t)bx << 32;
}
#define SK_OP(i) ((uint8_t)(i))
#define SK_FLAGS(i) ((uint8_t)((i) >> 8))
#define SK_A(i) ((uint16_t)((i) >> 16))
#define SK_B(i) ((uint16_t)((i) >> 32))
#define SK_C(i) ((uint16_t)((i) >> 48))
#define SK_BX(i) ((int32_t)((i) >> 32))
#define SK_SB(i) ((int16_t)((i) >> 32))
#define SK_SC(i) ((int16_t)((i) >> 48))

// co_flags, CPython's values.
enum {
    SK_CO_OPTIMIZED = 1, SK_CO_NEWLOCALS = 2, SK_CO_VARARGS = 4, SK_CO_VARKEYWORDS = 8, SK_CO_NESTED = 16,
    SK_CO_GENERATOR = 32, SK_CO_COROUTINE = 128, SK_CO_ITERABLE_COROUTINE = 256, SK_CO_ASYNC_GENERATOR = 512,
    SK_CO_FUTURE_BARRY_AS_BDFL = 0x400000, SK_CO_FUTURE_GENERATOR_STOP = 0x800000, SK_CO_FUTURE_ANNOTATIONS = 0x1000000,
    SK_CO_HAS_DOCSTRING = 0x4000000, SK_CO_METHOD = 0x8000000,
};

typedef enum {
    SK_FN_DEFAULTS,      // tuple
    SK_FN_KWDEFAULTS,    // dict
    SK_FN_ANNOTATIONS,   // dict (eager) or tuple name, value, name, value ...
    SK_FN_ANNOTATE,      // function (deferred)
    SK_FN_CLOSURE,       // tuple of cells
    SK_FN_TYPE_PARAMS,   // tuple
} SkFunctionAttr;

typedef enum {
    SK_INTRINSIC_PRINT,            // 1: interactive: sys.displayhook(value)
    SK_INTRINSIC_STOPITER_ERROR,   // 1: the exception that a StopIteration leaving a generator becomes (RuntimeError); others unchanged
    SK_INTRINSIC_TYPEVAR,          // 1: TypeVar(name)
    SK_INTRINSIC_PARAMSPEC,        // 1
    SK_INTRINSIC_TYPEVARTUPLE,     // 1
    SK_INTRINSIC_SUBSCRIPT_GENERIC,// 1: Generic[*params]
    SK_INTRINSIC_TYPEALIAS,        // 1: (name, type_params or None, value function)
    SK_INTRINSIC_TYPEVAR_BOUND,    // 2: name, bound function
    SK_INTRINSIC_TYPEVAR_CONSTRAINTS,  // 2: name, constraints function
    SK_INTRINSIC_SET_TYPEPARAM_DEFAULT,// 2: type parameter, default function
    SK_INTRINSIC_SET_TYPE_PARAMS,  // 2: function or class, tuple: sets __type_params__, value is the first
    SK_INTRINSIC_CONDITIONAL_ANNOTATION, // reserved for PEP 649 in class and module bodies
} SkIntrinsic;

// A range of instructions [start, end) (word indexes) with its handler; inner ranges come first.
typedef struct {
    uint32_t start, end, handler;
    uint32_t live;   // registers kept: those from `live` on are cleared
} SkHandler;

// The source position of an instruction: entry i covers words [start[i], start[i+1]). line 0: none. col -1: none.
typedef struct {
    uint32_t start;
    int32_t line, end_line, col, end_col;   // columns in UTF-8 bytes, from 0
} SkPosition;

typedef struct {
    SkObject header;                // SHARED from birth
    _Atomic SkInstr *code;          // ncode words
    uint32_t ncode;
    uint32_t nregisters;            // locals + temporaries (+ the widest call area)
    uint32_t nlocals;               // parameters, then other locals (cells among them)
    uint32_t argcount;              // positional parameters, positional-only included
    uint32_t posonly, kwonly;
    uint32_t nparams;               // registers that a call fills: *args and **kwargs included
    uint32_t flags;                 // SK_CO_*
    uint32_t nfree;
    uint32_t first_line;
    uint32_t nconstants, nnames, nhandlers, npositions;
    SkSlot *constants;              // immutable; str, bytes, numbers, tuples, frozensets, code
    SkValue *names;                 // interned
    SkHandler *handlers;
    SkPosition *positions;
    SkSlot varnames;                // tuple of str: the nlocals names
    SkSlot cellvars, freevars;      // tuples of str; a cell variable is a local whose register holds a cell
    SkSlot filename, name, qualname;
    uint8_t *local_kinds;           // per local: SK_LOCAL_*
    _Atomic uint64_t extra;         // the interpreter's
} SkCode;

enum { SK_LOCAL_CELL = 1, SK_LOCAL_ARG = 2, SK_LOCAL_HIDDEN = 4 /* inlined comprehension's */ };

// What the compiler hands over; everything is copied or (values) retained. NULL + exception.
typedef struct {
    const SkInstr *code;
    uint32_t ncode, nregisters, nlocals, argcount, posonly, kwonly, flags, first_line;
    const SkValue *constants;
    uint32_t nconstants;
    const SkValue *names;      // interned str
    uint32_t nnames;
    const SkHandler *handlers;
    uint32_t nhandlers;
    const SkPosition *positions;
    uint32_t npositions;
    const SkValue *varnames;   // nlocals str
    const uint8_t *local_kinds;
    const SkValue *freevars;   // nfree str
    uint32_t nfree;
    SkValue filename, name, qualname;
    bool immortal_constants;   // code of modules: constants live for ever, so that sharing them costs no count
} SkCodeParts;
SkValue sk_code_new(const SkCodeParts *parts) SK_MUST_USE;
// Code objects made from now on know lines only (-X no_debug_ranges). Written at start-up.
extern bool sk_code_without_columns;
// Checks operands, jumps, kills and stack discipline. False: *why says what is wrong (for damaged cache files).
bool sk_code_verify(const SkCodeParts *parts, const char **why);
// What the temporaries are before each of n instructions: out[k * (nregisters - nlocals) + t] is a set of SkTempKind for temporary t before
// word words[k], 0 if that is never reached. False: out of memory, or the code is not valid.
enum SkTempKind { SK_TEMP_DEAD = 1, SK_TEMP_LIVE = 2, SK_TEMP_ITERATION = 4, SK_TEMP_EXCEPTION = 8, SK_TEMP_EXIT = 16 /* of a with */ };
bool sk_code_temporaries(const SkCode *c, const uint32_t *words, size_t n, uint8_t *out) SK_MUST_USE;
// The ncode words without what the interpreter keeps in the inline caches.
void sk_code_clean_words(const SkCode *c, SkInstr *out);
// One instruction as dis shows it.
typedef struct {
    const char *name;
    int opcode;
    int64_t jump;     // word index, or -1
    uint32_t next;    // the word behind it and its cache
    SkValue argument; // the constant or the name that it uses, borrowed from the code; or SK_EMPTY
} SkInstrInfo;
// The operands' text, counted; SK_EMPTY + exception. Requires: at < ncode, the beginning of an instruction.
SkValue sk_code_instruction(SkValue code, uint32_t at, SkInstrInfo *out) SK_MUST_USE;
// Text of the instructions, for tests and -X dis.
SkValue sk_code_disassemble(SkValue code) SK_MUST_USE;

SK_INLINE SkCode *sk_as_code(SkValue v) { return (SkCode *)sk_ptr(v); }
// The position of the instruction at word index pc; all -1/0 if none.
SkPosition sk_code_position(const SkCode *c, uint32_t pc);

#endif
