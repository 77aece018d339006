// The compiler's entry: errors, memory, names, and the order of the passes.
#include "core/front/compile.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "core/front/compile_internal.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/tuple.h"

_Atomic(SkSyntaxWarningHook) sk_syntax_warning_hook;

// ---- errors ------------------------------------------------------------------------------------------------------------

static void raise_at(SkType *type, SkValue message, SkValue filename, int line, int offset, int end_line, int end_offset,
                     SkValue text) {
    bool placed = line > 0 || sk_is_str(text);  // line 0: of an empty source
    bool undecodable = line == 0 && offset < 0 && !placed;
    SK_AUTO SkValue place =
        undecodable ? sk_tuple_pack(4, filename, sk_from_small_int(0), sk_from_small_int(-1), SK_NONE) :
        sk_tuple_pack(6, filename, placed ? sk_from_small_int(line) : SK_NONE,
                      placed ? sk_from_small_int(offset) : SK_NONE, sk_is_empty(text) ? SK_NONE : text,
                      placed ? sk_from_small_int(end_line) : SK_NONE, placed ? sk_from_small_int(end_offset) : SK_NONE);
    if (sk_is_empty(place)) return;
    SK_AUTO SkValue exc = sk_call2(sk_type_value(type), message, place);
    if (!sk_is_empty(exc)) sk_raise_object(exc);
}

void sk_raise_syntax_error(const SkSyntaxError *err, SkValue filename) {
    SkType *type = sk_exc_SyntaxError;
    switch (err->cls) {
    case SK_SYNTAX_MEMORY: sk_raise_memory(); return;
    case SK_SYNTAX_RECURSION:
        sk_raise(sk_exc_RecursionError, "%s", err->message ? err->message : "maximum recursion depth exceeded during compilation");
        return;
    case SK_SYNTAX_INDENTATION: type = sk_exc_IndentationError; break;
    case SK_SYNTAX_TAB: type = sk_exc_TabError; break;
    default: break;
    }
    SK_AUTO SkValue message = err->message ? sk_str_from_wtf8(err->message, strlen(err->message)) : sk_str_from("invalid syntax");
    if (sk_is_empty(message)) return;
    SK_AUTO SkValue text = err->text ? sk_str_from_wtf8(err->text, err->text_len) : SK_NONE;
    if (sk_is_empty(text)) return;
    raise_at(type, message, filename, err->lineno, err->offset, err->end_lineno, err->end_offset, text);
}

// The line of the source, with its newline; None when it is not at hand.
static SkValue source_line(SkCompiler *c, int line) {
    const char *p = c->source, *end = p + c->source_len;
    if (!p || line < 1) return SK_NONE;
    while (--line > 0) {
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p) return SK_NONE;
        p++;
    }
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    stop = stop ? stop + 1 : end;
    return sk_str_from_wtf8(p, (size_t)(stop - p));
}

// Errors behind the parser show the line of what is a file; the parser's own show any text.
static bool is_file(SkValue filename) {
    SK_AUTO_UTF8 SkUtf8 path = sk_str_fs(filename);
    bool found = path.text && access(path.text, R_OK) == 0;
    if (!path.text) sk_error_clear();
    return found;
}

static void error_v(SkCompiler *c, SkPos pos, const char *fmt, va_list ap) {
    if (c->failed) return;
    c->failed = true;
    SK_AUTO SkValue message = sk_str_format_v(fmt, ap);
    if (sk_is_empty(message)) return;
    SK_AUTO SkValue text = is_file(c->filename) ? source_line(c, pos.line) : SK_NONE;
    if (sk_is_empty(text)) return;
    raise_at(sk_exc_SyntaxError, message, c->filename, pos.line, pos.col + 1, pos.end_line, pos.end_col + 1, text);
}

void sk_cg_error_at(SkCompiler *c, SkPos pos, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    error_v(c, pos, fmt, ap);
    va_end(ap);
}

void sk_cg_error(SkCompiler *c, const void *node, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    error_v(c, sk_cg_pos_of(node), fmt, ap);
    va_end(ap);
}

void sk_cg_memory(SkCompiler *c) {
    if (c->failed) return;
    c->failed = true;
    sk_raise_memory();
}

void sk_cg_failed(SkCompiler *c) { c->failed = true; }

// The first warning brings in the module that shows it. NULL: there is none, or it cannot be had (not an error).
static SkSyntaxWarningHook warning_hook(void) {
    SkSyntaxWarningHook hook = sk_load_acquire(&sk_syntax_warning_hook);  // PAIR(warn-hook)
    if (hook) return hook;
    SK_AUTO SkValue module = sk_import("_warnings");
    if (sk_is_empty(module)) sk_error_clear();
    return sk_load_acquire(&sk_syntax_warning_hook);  // PAIR(warn-hook)
}

bool sk_cg_warn(SkCompiler *c, SkPos pos, const char *message) {
    if (c->failed) return false;
    SkSyntaxWarningHook hook = warning_hook();
    if (!hook || hook(sk_exc_SyntaxWarning, message, c->filename, pos.line)) return true;
    if (sk_error_clear_if(sk_exc_SyntaxWarning)) sk_cg_error_at(c, pos, "%s", message);
    c->failed = true;
    return false;
}

bool sk_cg_enter(SkCompiler *c) {
    if (c->failed) return false;
    if (sk_enter_recursion(" during compilation")) return true;
    c->failed = true;
    return false;
}

void sk_cg_leave(SkCompiler *c) {
    (void)c;
    sk_leave_recursion();
}

SkPos sk_cg_pos_of(const void *node) {
    if (!node) return SK_NO_POS;
    const SkAst *a = node;
    return (SkPos){a->lineno, a->col_offset, a->end_lineno, a->end_col_offset};
}

// ---- memory ------------------------------------------------------------------------------------------------------------

void *sk_cg_grow(SkCompiler *c, void *array, uint32_t *capacity, uint32_t need, size_t item) {
    if (need <= *capacity) return array;
    uint32_t bigger = *capacity ? *capacity * 2 : 8;
    if (bigger < need) bigger = need;
    void *grown = sk_arena_alloc(&c->arena, bigger * item);
    if (!grown) {
        sk_cg_memory(c);
        return array;
    }
    if (*capacity) memcpy(grown, array, *capacity * item);
    *capacity = bigger;
    return grown;
}

SkValue sk_cg_keep(SkCompiler *c, SkValue v) {
    if (sk_is_empty(v)) {
        c->failed = true;
        return v;
    }
    v = sk_own(v);
    if (!sk_is_ptr(v)) return v;
    if (c->npool == c->pool_capacity) {
        uint32_t bigger = c->pool_capacity ? c->pool_capacity * 2 : 64;
        SkValue *pool = sk_realloc(c->pool, bigger * sizeof *pool);
        if (!pool) {
            sk_release(v);
            sk_cg_memory(c);
            return SK_EMPTY;
        }
        c->pool = pool;
        c->pool_capacity = bigger;
    }
    c->pool[c->npool++] = v;
    return v;
}

// ---- names ------------------------------------------------------------------------------------------------------------

SkValue sk_cg_str(SkCompiler *c, const char *utf8) {
    SkValue v = sk_intern_s(utf8);
    if (sk_is_empty(v)) {
        c->failed = true;
        return sk_names.empty;
    }
    return v;
}

SkValue sk_cg_name(SkCompiler *c, const SkName *n) {
    void *known = sk_scope_map_get(&c->names, (uintptr_t)n);
    if (known) return sk_counted(known);
    SkValue v = sk_intern(sk_str_from_wtf8(n->utf8, n->len));
    if (sk_is_empty(v)) {
        c->failed = true;
        return sk_names.empty;
    }
    if (!sk_scope_map_put(&c->arena, &c->names, (uintptr_t)n, sk_ptr(v))) sk_cg_memory(c);
    return sk_counted(sk_ptr(v));
}

static bool is_type_param(const SkAstSeq *params, const SkName *n) {
    for (uint32_t i = 0; i < params->count; i++) {
        const SkAst *p = params->items[i];
        const SkName *name = p->kind == SK_AST_TypeVar     ? SK_AST(TypeVar, p)->name
                             : p->kind == SK_AST_ParamSpec ? SK_AST(ParamSpec, p)->name
                                                           : SK_AST(TypeVarTuple, p)->name;
        if (name->len == n->len && !memcmp(name->utf8, n->utf8, n->len)) return true;
    }
    return false;
}

SkValue sk_cg_mangled(SkCompiler *c, const SkName *n) {
    const SkName *class_name = c->class_name;
    if (!class_name || n->len < 3 || n->utf8[0] != '_' || n->utf8[1] != '_' ||
        (n->utf8[n->len - 1] == '_' && n->utf8[n->len - 2] == '_') || memchr(n->utf8, '.', n->len))
        return sk_cg_name(c, n);
    if (c->mangled_only && !is_type_param(c->mangled_only, n)) return sk_cg_name(c, n);
    const char *p = class_name->utf8;
    while (*p == '_') p++;
    if (!*p) return sk_cg_name(c, n);
    SkStrBuf b;
    sk_strbuf_init(&b);
    sk_strbuf_append_char(&b, '_');
    sk_strbuf_append_cstr(&b, p);
    sk_strbuf_append(&b, n->utf8, n->len);
    SkValue v = b.oom ? sk_raise_memory() : sk_cg_str(c, sk_strbuf_cstr(&b));
    sk_strbuf_free(&b);
    if (!sk_is_empty(v)) return v;
    c->failed = true;
    return sk_names.empty;
}

// ---- future statements ------------------------------------------------------------------------------------------------

static bool name_is(const SkName *n, const char *text) { return n && n->len == strlen(text) && !memcmp(n->utf8, text, n->len); }

static void future_feature(SkCompiler *c, const SkAst *s, const SkAst *a) {
    static const struct {
        const char *name;
        uint32_t flag;
    } features[] = {
        {"nested_scopes", 0}, {"generators", 0}, {"division", 0}, {"absolute_import", 0}, {"with_statement", 0},
        {"print_function", 0}, {"unicode_literals", 0}, {"barry_as_FLUFL", SK_CO_FUTURE_BARRY_AS_BDFL},
        {"generator_stop", 0}, {"annotations", SK_CO_FUTURE_ANNOTATIONS},
    };
    const SkName *name = SK_AST(Alias, a)->name;
    for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
        if (!name_is(name, features[i].name)) continue;
        c->future |= features[i].flag;
        return;
    }
    if (name_is(name, "braces")) sk_cg_error(c, a, "not a chance");
    else sk_cg_error(c, a, "future feature %s is not defined", name->utf8);
    (void)s;
}

// Reads the future statements at the top of a module; later ones are errors, found when code is made.
static void read_futures(SkCompiler *c, const SkAstSeq *body) {
    bool docstring = false;
    for (uint32_t i = 0; i < body->count && !c->failed; i++) {
        const SkAst *s = body->items[i];
        if (s->kind == SK_AST_ImportFrom && name_is(SK_AST(ImportFrom, s)->module, "__future__") &&
            SK_AST(ImportFrom, s)->level == 0) {
            const SkAstSeq *names = &SK_AST(ImportFrom, s)->names;
            for (uint32_t k = 0; k < names->count && !c->failed; k++) future_feature(c, s, names->items[k]);
            if (!sk_scope_map_put(&c->arena, &c->scopes, (uintptr_t)s + 1, (void *)s)) sk_cg_memory(c);
            continue;
        }
        const SkAst *value = s->kind == SK_AST_Expr ? SK_AST(Expr, s)->value : NULL;
        if (i == 0 && !docstring && value && value->kind == SK_AST_Constant && SK_AST(Constant, value)->value.kind == SK_CONST_STR) {
            docstring = true;
            continue;
        }
        return;
    }
}

// ---- entry ------------------------------------------------------------------------------------------------------------

static SkValue compile_tree(SkCompiler *c, SkAst *tree) {
    if (tree->kind == SK_AST_Module) read_futures(c, &SK_AST(Module, tree)->body);
    else if (tree->kind == SK_AST_Interactive) read_futures(c, &SK_AST(Interactive, tree)->body);
    if (c->failed || !sk_scope_build(c, tree)) return SK_EMPTY;
    SkUnit *u = sk_cg_unit_enter(c, sk_scope_find(c, tree, SK_SCOPE_MAIN), sk_cg_str(c, "<module>"), 1);
    if (!u) return SK_EMPTY;
    u->qualname = u->name;
    bool coroutine = c->options->top_level_await && u->scope->coroutine;
    if (coroutine) u->flags |= SK_CO_COROUTINE;
    int32_t generator = coroutine ? sk_cg_begin_generator(c) : -1;
    sk_cg_body_prologue(c);
    switch (tree->kind) {
    case SK_AST_Module:
        sk_cg_body(c, &SK_AST(Module, tree)->body, true);
        sk_cg_implicit_return(c);
        break;
    case SK_AST_Interactive:
        u->interactive = true;
        sk_cg_body(c, &SK_AST(Interactive, tree)->body, false);
        sk_cg_implicit_return(c);
        break;
    default: {
        int32_t r = sk_cg_expr(c, SK_AST(Expression, tree)->body);
        sk_cg_emit(c, SK_OPC_RETURN, sk_cg_ka(r), r, 0, 0);
        u->depth = 0;
        break;
    }
    }
    if (coroutine) sk_cg_finish_generator(c, generator);
    return sk_cg_unit_leave(c);
}

static SkCompiler *compiler_new(SkValue filename, SkCompileOptions *options, const char *source, size_t source_len) {
    SkCompiler *c = sk_calloc(1, sizeof *c);
    if (!c) {
        sk_raise_memory();
        return NULL;
    }
    sk_arena_init(&c->arena);
    c->filename = filename;
    c->source = source;
    c->source_len = source_len;
    c->options = options;
    c->future = options->future;
    return c;
}

static void compiler_free(SkCompiler *c) {
    for (uint32_t i = 0; i < c->npool; i++) sk_release(c->pool[i]);
    sk_free(c->pool);
    sk_arena_free(&c->arena);
    sk_free(c);
}

SkValue sk_compile(SkAst *tree, SkParseMode mode, SkValue filename, SkCompileOptions *options, const char *source,
                   size_t source_len) {
    (void)mode;
    SkCompiler *c = compiler_new(filename, options, source, source_len);
    if (!c) return SK_EMPTY;
    SkValue code = compile_tree(c, tree);
    if (c->failed) code = SK_EMPTY;
    else if (!sk_is_empty(code)) code = sk_retain(code);
    if (c->failed) {
        if (!sk_error_occurred()) sk_raise_memory();
    } else {
        options->future = c->future;
    }
    compiler_free(c);
    return code;
}

static bool issue_warnings(const SkSyntaxError *err, SkValue filename, const char *utf8, size_t len) {
    SkSyntaxWarningHook hook = err->warnings ? warning_hook() : NULL;
    if (!hook) return true;
    for (const SkSyntaxWarning *w = err->warnings; w; w = w->next) {
        SkType *category = w->category == SK_WARN_SYNTAX ? sk_exc_SyntaxWarning : sk_exc_DeprecationWarning;
        if (hook(category, w->message, filename, w->lineno)) continue;
        if (sk_error_clear_if(category)) {
            SkCompiler at = {.filename = filename, .source = utf8, .source_len = len};
            sk_cg_error_at(&at, (SkPos){w->lineno, w->col_offset, w->end_lineno, w->end_col_offset}, "%s", w->message);
        }
        return false;
    }
    return true;
}

SkValue sk_compile_source(const char *utf8, size_t len, SkValue filename, SkParseMode mode, SkCompileOptions *options) {
    SkArena arena;
    sk_arena_init(&arena);
    SkAst *tree = NULL;
    SkSyntaxError err;
    SkValue code = SK_EMPTY;
    SkParseFlags flags = (options->interactive ? SK_PARSE_ALLOW_INCOMPLETE : 0) | (options->future & SK_CO_FUTURE_BARRY_AS_BDFL ? SK_PARSE_FLUFL : 0);
    if (!sk_parse(utf8, len, mode, flags, &arena, &tree, &err)) {
        if (err.incomplete && options->interactive) err.message = "incomplete input", err.cls = SK_SYNTAX_ERROR;
        sk_raise_syntax_error(&err, filename);
    } else if (issue_warnings(&err, filename, utf8, len)) {
        code = sk_compile(tree, mode, filename, options, utf8, len);
    }
    sk_arena_free(&arena);
    return code;
}

bool sk_compile_scopes(const char *utf8, size_t len, SkValue filename, SkParseMode mode, SkCompileOptions *options,
                       bool (*use)(const struct SkScope *first, void *arg), void *arg) {
    SkArena arena;
    sk_arena_init(&arena);
    SkAst *tree = NULL;
    SkSyntaxError err;
    bool ok = sk_parse(utf8, len, mode, SK_PARSE_DEFAULT, &arena, &tree, &err);
    if (!ok) sk_raise_syntax_error(&err, filename);
    SkCompiler *c = ok ? compiler_new(filename, options, utf8, len) : NULL;
    if (c) {
        if (tree->kind == SK_AST_Module) read_futures(c, &SK_AST(Module, tree)->body);
        ok = !c->failed && sk_scope_build(c, tree);
        if (!ok && !sk_error_occurred()) sk_raise_memory();
        ok = ok && use(c->first_scope, arg);
        compiler_free(c);
    }
    sk_arena_free(&arena);
    return ok && c;
}
