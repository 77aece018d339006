/* The parser's inside, shared by parser*.c and fstring.c.
 *
 * Recursive descent with the semantics of a PEG: a function that does not match returns NULL and says nothing; the
 * caller decides whether to rewind. Optional continuations ("a" in "a +") rewind by themselves. `failed` means that an
 * error has been decided: everybody returns NULL at once.
 *
 * When the first pass ends without a match and without an error, a second one starts at the same top-level statement with
 * `diagnose` set. There the functions of parser_diagnose.c look, at the same places, for well-known mistakes. If they
 * find none, the error is "invalid syntax" at the furthest token of the first pass.
 * Results are memoised in the second pass, since diagnosing parses the same text several times. */
#ifndef SK_CORE_FRONT_PARSER_INTERNAL_H
#define SK_CORE_FRONT_PARSER_INTERNAL_H

#include "core/front/lexer.h"
#include "core/front/parser.h"

typedef enum SkMemoRule {
    SK_MEMO_EXPRESSION,
    SK_MEMO_DISJUNCTION,
    SK_MEMO_BITWISE_OR,
    SK_MEMO_NAMED,
    SK_MEMO_STAR_NAMED,
    SK_MEMO_PRIMARY,
    SK_MEMO_ATOM,
    SK_MEMO_STRINGS,
} SkMemoRule;

typedef struct SkMemo {
    uint32_t pos, end; /* pos: 1 + token index; 0: free */
    uint8_t rule;
    SkAst *node;
} SkMemo;

typedef struct SkParser {
    SkLexer lexer;
    SkArena *arena;
    SkSyntaxError *err;
    SkToken *tokens;
    uint32_t pos, fill, capacity;
    bool failed;
    bool diagnose; /* second pass: inside the statement that failed */
    bool invalid;  /* ... and well-known mistakes are looked for at this moment */
    bool second_pass;
    uint32_t statement_start; /* byte offset of the current top-level statement */
    uint32_t diagnose_from;
    int depth;
    SkAst **stack; /* items of sequences under construction */
    uint32_t top, stack_capacity;
    SkMemo *memo;
    uint32_t memo_mask, memo_used;
    bool memo_apart; /* results of now do not stand for those of later */
    const SkName *name_match, *name_case, *name_type, *name_wildcard, *name_print, *name_exec;
} SkParser;

typedef struct SkPos {
    int32_t lineno, col;
} SkPos;

/* Work per level of nesting, in units of about 150 bytes of C stack; the limit allows some 600 nested expressions. */
enum { SK_PARSE_MAX_DEPTH = 6000, SK_DEPTH_EXPRESSION = 10, SK_DEPTH_UNARY = 2, SK_DEPTH_BLOCK = 10 };

bool sk_parser_fetch(SkParser *p);

static inline const SkToken *token_at(SkParser *p, uint32_t ahead)
{
    while (p->pos + ahead >= p->fill)
        if (!sk_parser_fetch(p))
            return &p->tokens[p->fill - 1];
    return &p->tokens[p->pos + ahead];
}

static inline const SkToken *token(SkParser *p)
{
    return token_at(p, 0);
}

static inline SkTokenKind kind(SkParser *p)
{
    return (SkTokenKind)token_at(p, 0)->kind;
}

static inline SkTokenKind kind_at(SkParser *p, uint32_t ahead)
{
    return (SkTokenKind)token_at(p, ahead)->kind;
}

static inline bool accept(SkParser *p, SkTokenKind k)
{
    if (kind(p) != k)
        return false;
    p->pos++;
    return true;
}

static inline SkPos here(SkParser *p)
{
    const SkToken *t = token(p);
    return (SkPos){t->lineno, t->col};
}

static inline SkPos start_of(const SkAst *node)
{
    return (SkPos){node->lineno, node->col_offset};
}

static inline bool is_name(SkParser *p, const SkName *name)
{
    return kind(p) == SK_TOK_NAME && token(p)->name == name;
}

/* The last token consumed that is not white space; what ends there ends the node being built. */
const SkToken *sk_parser_last(SkParser *p);

SkAst *sk_parser_node(SkParser *p, SkAstKind kind, size_t size, SkPos start);
#define NEW(p, CName, start) ((SkAst##CName *)sk_parser_node(p, SK_AST_##CName, sizeof(SkAst##CName), start))

bool sk_parser_push(SkParser *p, SkAst *item);
/* Items pushed since `mark`. Check p->failed. */
SkAstSeq sk_parser_pop(SkParser *p, uint32_t mark);
SkAstSeq sk_parser_single(SkParser *p, SkAst *item);
SkNameSeq sk_parser_names(SkParser *p, SkAstSeq carriers);

bool sk_parser_too_deep(SkParser *p);
static inline bool enter(SkParser *p, int cost)
{
    p->depth += cost;
    return p->depth <= SK_PARSE_MAX_DEPTH || sk_parser_too_deep(p);
}

/* True: *node is the remembered result (perhaps NULL) and the position moved behind it. */
bool sk_memo_get(SkParser *p, SkMemoRule rule, SkAst **node);
SkAst *sk_memo_put(SkParser *p, SkMemoRule rule, uint32_t pos, SkAst *node);

/* ---- Errors: all set `failed` and return NULL. Columns are bytes from 0; end_col -1: none. ---- */
void *sk_fail_at(SkParser *p, SkSyntaxErrorClass cls, int lineno, int col, int end_lineno, int end_col, const char *format,
                 ...) __attribute__((format(printf, 7, 8)));
void *sk_fail_memory(SkParser *p);
#define FAIL_RANGE(p, from, to, ...)                                                                            \
    sk_fail_at(p, SK_SYNTAX_ERROR, (from)->lineno, (from)->col_offset, (to)->end_lineno, (to)->end_col_offset, \
               __VA_ARGS__)
#define FAIL_NODE(p, node, ...) FAIL_RANGE(p, node, node, __VA_ARGS__)
/* At a token (SkToken *). */
#define FAIL_TOKEN(p, t, ...) FAIL_TOKENS(p, t, t, __VA_ARGS__)
#define FAIL_TOKENS(p, from, to, ...) \
    sk_fail_at(p, SK_SYNTAX_ERROR, (from)->lineno, (from)->col, (to)->end_lineno, (to)->end_col, __VA_ARGS__)
/* From a token to where the lexer stands. */
#define FAIL_FROM(p, line, column, ...)                                                    \
    sk_fail_at(p, SK_SYNTAX_ERROR, line, column, sk_parser_reached(p).lineno, sk_parser_reached(p).col - 1, __VA_ARGS__)
/* Where the lexer stands: behind the furthest token; on its line, if that is a newline. */
SkPos sk_parser_reached(SkParser *p);
/* At the furthest token read. */
#define FAIL_LAST(p, cls, ...) sk_fail_last(p, cls, __VA_ARGS__)
void *sk_fail_last(SkParser *p, SkSyntaxErrorClass cls, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* "function call", "literal": what error messages call an expression. */
const char *sk_expr_description(const SkAst *expr);

/* ---- parser_expr.c ---- */
SkAst *sk_parse_expression(SkParser *p);
SkAst *sk_parse_disjunction(SkParser *p);
SkAst *sk_parse_bitwise_or(SkParser *p);
SkAst *sk_parse_primary(SkParser *p);
SkAst *sk_parse_star_expressions(SkParser *p);
SkAst *sk_parse_star_expression(SkParser *p);
SkAst *sk_parse_named(SkParser *p);
SkAst *sk_parse_star_named(SkParser *p);
SkAst *sk_parse_yield(SkParser *p);
SkAst *sk_parse_annotated_rhs(SkParser *p); /* yield or star_expressions */
SkAst *sk_parse_lambda(SkParser *p);

/* ---- parser_atom.c ---- */
SkAst *sk_parse_atom(SkParser *p);
SkAst *sk_parse_genexp(SkParser *p); /* from the '(' */
bool sk_parse_comprehensions(SkParser *p, SkAstSeq *out); /* one or more for clauses */
SkAst *sk_parse_slices(SkParser *p);
SkAst *sk_parse_name(SkParser *p); /* NAME as an expression */

/* ---- parser_args.c ---- */
typedef struct SkCallArgs {
    SkAstSeq args, keywords;
    SkAst *last; /* the last item */
    bool any;
} SkCallArgs;
/* Items of a call as far as they match, without a trailing comma. False only when failed. */
bool sk_parse_args(SkParser *p, SkCallArgs *out);
/* The part of a call behind '(' up to and with ')'. */
bool sk_parse_call_tail(SkParser *p, SkCallArgs *out);
/* '*' expression, as in calls and subscripts. */
SkAst *sk_parse_starred_argument(SkParser *p);
/* Parameters up to (not with) ')' of a def or ':' of a lambda. NULL: no match. */
SkAstArguments *sk_parse_parameters(SkParser *p, bool lambda);
/* [T: bound = default, *Ts, **P]; empty if there is no '['. False: no match. */
bool sk_parse_type_params(SkParser *p, SkAstSeq *out);

/* ---- parser_target.c ---- */
typedef enum SkTargetUse { SK_TARGET_STAR, SK_TARGET_DEL, SK_TARGET_FOR } SkTargetUse;
/* Makes an expression a target. False (without an error): it cannot be one. */
bool sk_to_target(SkParser *p, SkAst *expr, SkExprContext ctx);
bool sk_to_single_target(SkParser *p, SkAst *expr);
/* star_targets: for "for" and comprehensions, where "in" ends the target. */
SkAst *sk_parse_star_targets(SkParser *p);
SkAst *sk_parse_star_target(SkParser *p);
const SkAst *sk_invalid_target(const SkAst *expr, SkTargetUse use);
/* Reports what in `expr` cannot be a target, if anything. NULL. */
void *sk_fail_target(SkParser *p, const SkAst *expr, SkTargetUse use);

/* ---- fstring.c ---- */
SkAst *sk_parse_strings(SkParser *p);
bool sk_parse_spec_field(SkParser *p, bool template); /* a replacement field within a format spec, dropped */

/* ---- parser_stmt.c, parser_compound.c, parser_pattern.c ---- */
bool sk_parse_statement(SkParser *p); /* pushes its nodes; false: no match */
bool sk_parse_simple_stmts(SkParser *p);
SkAst *sk_parse_compound(SkParser *p, bool *is_compound);
bool sk_parse_block(SkParser *p, const char *what, int lineno, SkAstSeq *out);
SkAst *sk_parse_match(SkParser *p);

/* ---- parser_diagnose.c: called with p->invalid set; they rewind, and set `failed` when they found something. ---- */
void sk_diagnose_expression(SkParser *p);
void sk_diagnose_named(SkParser *p);
void sk_diagnose_assignment(SkParser *p);
void sk_diagnose_group(SkParser *p);
void sk_diagnose_comprehension(SkParser *p);
void sk_diagnose_arguments(SkParser *p);
void sk_diagnose_kwarg(SkParser *p);
void sk_diagnose_parameters(SkParser *p, bool lambda);
void sk_diagnose_dict(SkParser *p);
void sk_diagnose_starred(SkParser *p);
void sk_diagnose_for_target(SkParser *p);
void sk_diagnose_field(SkParser *p, char letter);
void sk_diagnose_import_alias(SkParser *p);
void sk_diagnose_with(SkParser *p);
SkAst *sk_parse_expression_quiet(SkParser *p); /* expression, looking for no mistakes */

/* ---- parser.c: warnings on constructs that parse but cannot be meant ---- */
void sk_warn_node(SkParser *p, const SkAst *at, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The text of a token in the source copy. */
static inline const char *token_text(SkParser *p, const SkToken *t)
{
    return p->lexer.source + t->start;
}

#endif
