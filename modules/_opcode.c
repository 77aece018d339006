// _opcode: questions about opcodes that the table in opcode.py does not answer.
//
// The numbers are those of the library's opcode.py, which describes code that this runtime does not run. No effect on
// a stack can be given for it, so every opcode is as good as unknown.
#include "objects/error.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue stack_effect(SkValue m, const SkValue *a) {
    (void)m;
    int opcode;
    if (!sk_as_int(a[0], &opcode)) return SK_EMPTY;
    if (!sk_is_empty(a[2]) && !sk_is_none(a[2]) && !sk_is_bool(a[2]))
        return sk_raise(sk_exc_ValueError, "stack_effect: jump must be False, True or None");
    return sk_raise(sk_exc_ValueError, "invalid opcode or oparg");
}

static SkValue get_specialization_stats(SkValue m) {
    (void)m;
    return SK_NONE;
}

static SkValue has_nothing(SkValue m, const SkValue *a) {
    (void)m;
    int opcode;
    return sk_as_int(a[0], &opcode) ? SK_FALSE : SK_EMPTY;
}

static SkValue none(SkValue m, const SkValue *a) {
    (void)m;
    (void)a;
    return SK_NONE;
}

static SkValue pairs(const char *const (*table)[2], size_t n) {
    SkValue list = sk_list_new(n);
    for (size_t i = 0; i < n && !sk_is_empty(list); i++) {
        SkValue pair[] = {sk_str_from(table[i][0]), sk_str_from(table[i][1])};
        SkValue both = sk_is_empty(pair[0]) || sk_is_empty(pair[1]) ? SK_EMPTY : sk_tuple_steal(pair, 2);
        if (!sk_is_empty(both) && sk_list_append_steal(list, both)) continue;
        sk_release(list);
        return SK_EMPTY;
    }
    return list;
}
static SkValue words(const char *const *table, size_t n) {
    SkValue list = sk_list_new(n);
    for (size_t i = 0; i < n && !sk_is_empty(list); i++) {
        if (sk_list_append_steal(list, sk_str_from(table[i]))) continue;
        sk_release(list);
        return SK_EMPTY;
    }
    return list;
}

static SkValue get_nb_ops(SkValue m) {
    (void)m;
    // In the order of the number that BINARY_OP of the library's table takes.
    static const char *const ops[][2] = {
        {"NB_ADD", "+"}, {"NB_AND", "&"}, {"NB_FLOOR_DIVIDE", "//"}, {"NB_LSHIFT", "<<"}, {"NB_MATRIX_MULTIPLY", "@"},
        {"NB_MULTIPLY", "*"}, {"NB_REMAINDER", "%"}, {"NB_OR", "|"}, {"NB_POWER", "**"}, {"NB_RSHIFT", ">>"}, {"NB_SUBTRACT", "-"},
        {"NB_TRUE_DIVIDE", "/"}, {"NB_XOR", "^"}, {"NB_INPLACE_ADD", "+="}, {"NB_INPLACE_AND", "&="},
        {"NB_INPLACE_FLOOR_DIVIDE", "//="}, {"NB_INPLACE_LSHIFT", "<<="}, {"NB_INPLACE_MATRIX_MULTIPLY", "@="},
        {"NB_INPLACE_MULTIPLY", "*="}, {"NB_INPLACE_REMAINDER", "%="}, {"NB_INPLACE_OR", "|="}, {"NB_INPLACE_POWER", "**="},
        {"NB_INPLACE_RSHIFT", ">>="}, {"NB_INPLACE_SUBTRACT", "-="}, {"NB_INPLACE_TRUE_DIVIDE", "/="}, {"NB_INPLACE_XOR", "^="},
        {"NB_SUBSCR", "[]"}};
    return pairs(ops, SK_COUNT_OF(ops));
}
static SkValue get_intrinsic1_descs(SkValue m) {
    (void)m;
    static const char *const names[] = {
        "INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR", "INTRINSIC_STOPITERATION_ERROR", "INTRINSIC_ASYNC_GEN_WRAP",
        "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR", "INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE",
        "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS"};
    return words(names, SK_COUNT_OF(names));
}
static SkValue get_intrinsic2_descs(SkValue m) {
    (void)m;
    static const char *const names[] = {"INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND",
                                        "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS", "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", "INTRINSIC_SET_TYPEPARAM_DEFAULT"};
    return words(names, SK_COUNT_OF(names));
}
static SkValue get_special_method_names(SkValue m) {
    (void)m;
    static const char *const names[] = {"__enter__", "__exit__", "__aenter__", "__aexit__"};
    return words(names, SK_COUNT_OF(names));
}

#define HAS(what, text) {.name = "has_" what, .kind = SK_SIG, .sig_fn = has_nothing, .sig = "(opcode)", .doc = text}

static const SkMethodDef functions[] = {
    {.name = "stack_effect", .kind = SK_SIG, .sig_fn = stack_effect, .sig = "(opcode, oparg=None, /, *, jump=None)", .doc = "What an instruction adds to the stack."},
    {.name = "get_specialization_stats", .kind = SK_NOARGS, .noargs = get_specialization_stats, .sig = "()", .doc = "None: no statistics are kept."},
    HAS("arg", "Whether the opcode uses its argument."),
    HAS("const", "Whether the opcode accesses a constant."),
    HAS("name", "Whether the opcode accesses an attribute or a global by name."),
    HAS("jump", "Whether the opcode has a jump target."),
    HAS("free", "Whether the opcode accesses a free variable."),
    HAS("local", "Whether the opcode accesses a local variable."),
    HAS("exc", "Whether the opcode sets an exception handler."),
    {.name = "is_valid", .kind = SK_SIG, .sig_fn = has_nothing, .sig = "(opcode)", .doc = "Whether the opcode exists."},
    {.name = "get_nb_ops", .kind = SK_NOARGS, .noargs = get_nb_ops, .sig = "()", .doc = "The binary operators' names and symbols."},
    {.name = "get_intrinsic1_descs", .kind = SK_NOARGS, .noargs = get_intrinsic1_descs, .sig = "()", .doc = "The names of the unary intrinsics."},
    {.name = "get_intrinsic2_descs", .kind = SK_NOARGS, .noargs = get_intrinsic2_descs, .sig = "()", .doc = "The names of the binary intrinsics."},
    {.name = "get_special_method_names", .kind = SK_NOARGS, .noargs = get_special_method_names, .sig = "()", .doc = "The methods that LOAD_SPECIAL loads."},
    {.name = "get_executor", .kind = SK_SIG, .sig_fn = none, .sig = "(*, code, offset)", .doc = "None: no traces are compiled."},
    {0},
};

const SkModuleDef sk_module__opcode = {"_opcode", "What dis wants to know of opcodes.", functions, NULL};
