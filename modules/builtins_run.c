// Built-in functions about code and names: compile, eval, exec, __import__, globals, locals, vars, dir, breakpoint.
#include <string.h>

#include "base/arena.h"
#include "core/front/source.h"
#include "core/vm/import.h"
#include "modules/builtins.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

SkAstHooks sk_ast_hooks;

// Flags of compile() that are not SK_CO_FUTURE_*: the values are ast's and codeop's.
enum {
    DONT_IMPLY_DEDENT = 0x200,
    ONLY_AST = 0x400,
    TYPE_COMMENTS = 0x1000,
    TOP_LEVEL_AWAIT = 0x2000,
    ALLOW_INCOMPLETE = 0x4000,
    OPTIMIZED_AST = 0x8000,
    NESTED = 0x10,
    FUTURE_FIRST = 0x20000,   // CO_FUTURE_DIVISION, the first of eight features
    FUTURE_MASK = 0x1fe0000,
    KNOWN_FLAGS = DONT_IMPLY_DEDENT | ONLY_AST | TYPE_COMMENTS | TOP_LEVEL_AWAIT | ALLOW_INCOMPLETE | OPTIMIZED_AST | NESTED | FUTURE_MASK,
};

// ---- names in sight ----------------------------------------------------------------------------------------------------

static SkValue current_globals(void) {
    SkFrame *f = sk_frame_at(0);
    return f ? sk_retain(sk_counted(f->globals)) : sk_raise(sk_exc_SystemError, "globals and locals cannot be NULL");
}

static SkValue current_locals(void) {
    SkFrame *f = sk_frame_at(0);
    return f ? sk_frame_locals(f) : sk_raise(sk_exc_SystemError, "frame does not exist");
}

static SkValue b_globals(SkValue module) {
    (void)module;
    SkFrame *f = sk_frame_at(0);
    return f ? sk_retain(sk_counted(f->globals)) : SK_NONE;
}

static SkValue b_locals(SkValue module) {
    (void)module;
    return current_locals();
}

static SkValue b_vars(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("vars", nargs, 0, 1)) return SK_EMPTY;
    if (nargs == 0) return current_locals();
    SkValue d = sk_getattr_opt(args[0], SK_N(__dict__));
    if (sk_is_empty(d) && !sk_error_occurred()) sk_raise(sk_exc_TypeError, "vars() argument must have __dict__ attribute");
    return d;
}

static SkValue b_dir(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("dir", nargs, 0, 1)) return SK_EMPTY;
    if (nargs == 1) return sk_dir(args[0]);
    SK_AUTO SkValue locals = current_locals();
    SK_AUTO SkValue names = sk_is_empty(locals) ? SK_EMPTY : sk_mapping_keys(locals);
    if (sk_is_empty(names)) return names;
    if (!sk_is_list(names)) return sk_raise(sk_exc_TypeError, "dir(): expected keys() of locals to be a list, not '%.200T'", names);
    return sk_list_sort(names) ? sk_move(&names) : SK_EMPTY;
}

static SkValue b_import(SkValue module, const SkValue *args) {
    (void)module;
    int level = 0;
    if (!sk_is_empty(args[4]) && !sk_as_int(args[4], &level)) return SK_EMPTY;
    SkValue globals = sk_is_empty(args[1]) || sk_is_none(args[1]) ? SK_EMPTY : args[1];
    return sk_import_module_level(args[0], globals, args[3], level);
}

static SkValue b_breakpoint(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    SK_AUTO SkValue hook = sk_sys_get("breakpointhook");
    if (sk_is_empty(hook)) return sk_raise(sk_exc_RuntimeError, "lost sys.breakpointhook");
    if (!sk_audit("builtins.breakpoint", hook)) return SK_EMPTY;
    return sk_call(hook, args, nargs, kwnames);
}

// ---- source ------------------------------------------------------------------------------------------------------------

// A path as compile() takes it: str, bytes or an object with __fspath__. New str.
static SkValue path_text(SkValue v) {
    SK_AUTO SkValue path = SK_EMPTY;
    if (sk_is_str(v) || sk_is_bytes(v)) {
        path = sk_retain(v);
    } else {
        SK_AUTO SkValue method = sk_lookup_special(v, SK_N(__fspath__));
        if (sk_is_empty(method)) {
            if (sk_error_occurred()) return SK_EMPTY;
            return sk_raise(sk_exc_TypeError, "expected str, bytes or os.PathLike object, not %.200T", v);
        }
        path = sk_call0(method);
        if (sk_is_empty(path)) return path;
        if (!sk_is_str(path) && !sk_is_bytes(path))
            return sk_raise(sk_exc_TypeError, "expected %.200T.__fspath__() to return str or bytes, not %.200T", v, path);
    }
    if (sk_is_str(path)) return sk_move(&path);
    SkBuffer b;
    if (!sk_buffer_get(path, &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    SkValue text = sk_str_from_fs(b.data, (size_t)b.length);
    sk_buffer_release(&b);
    return text;
}

typedef struct {
    const char *text;
    size_t len;
    bool decoded;     // text is UTF-8; else bytes with their own idea of an encoding
    SkUtf8 utf8;
    SkBuffer buffer;
} Source;

static void source_release(Source *s) {
    if (s->decoded) sk_utf8_release(&s->utf8);
    else if (s->text) sk_buffer_release(&s->buffer);
}

static bool source_get(SkValue v, const char *function, const char *what, Source *out) {
    *out = (Source){0};
    if (sk_is_str(v)) {
        out->utf8 = sk_str_utf8(v);
        if (!out->utf8.text) return false;
        out->decoded = true;
        out->text = out->utf8.text;
        out->len = out->utf8.len;
    } else if (sk_has_buffer(v)) {
        if (!sk_buffer_get(v, &out->buffer, SK_BUF_SIMPLE)) return false;
        out->text = out->buffer.data ? out->buffer.data : "";
        out->len = (size_t)out->buffer.length;
    } else {
        return sk_raise_false(sk_exc_TypeError, "%s() arg 1 must be a %s object", function, what);
    }
    if (out->len && memchr(out->text, 0, out->len)) {
        source_release(out);
        return sk_raise_false(sk_exc_SyntaxError, "source code string cannot contain null bytes");
    }
    return true;
}

static SkValue compile_text(const Source *s, SkValue filename, SkParseMode mode, SkCompileOptions *options) {
    const char *text = s->text;
    size_t len = s->len;
    if (s->decoded) return sk_compile_source(text, len, filename, mode, options);
    return sk_compile_bytes(text, len, filename, mode, options);
}

// Future features in force in the calling code.
static uint32_t inherited_flags(void) {
    SkFrame *f = sk_frame_at(0);
    return f ? f->code->flags & FUTURE_MASK : 0;
}

static SkValue parse_tree(const Source *s, SkValue filename, SkParseMode mode, int flags) {
    SkArena arena;
    sk_arena_init(&arena);
    SkAst *tree;
    SkSyntaxError err = {0};
    SkSource source = {.utf8 = s->text, .len = s->len};
    SkValue out = SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 path = sk_str_wtf8(filename);
    bool ok = s->decoded || sk_source_decode(s->text, s->len, path.text, NULL, NULL, &arena, &source, &err);
    SkParseFlags how = (flags & ALLOW_INCOMPLETE ? SK_PARSE_ALLOW_INCOMPLETE : 0) | (flags & SK_CO_FUTURE_BARRY_AS_BDFL ? SK_PARSE_FLUFL : 0);
    if (ok && sk_parse(source.utf8, source.len, mode, how, &arena, &tree, &err))
        out = sk_ast_hooks.to_python(tree);
    else
        sk_raise_syntax_error(&err, filename);
    sk_arena_free(&arena);
    return out;
}

static SkValue compile_tree(SkValue v, SkValue filename, SkParseMode mode, SkCompileOptions *options, int flags) {
    if ((flags & ONLY_AST) && !(flags & (OPTIMIZED_AST & ~ONLY_AST))) return sk_retain(v);
    SkArena arena;
    sk_arena_init(&arena);
    SkAst *tree;
    SkValue out = SK_EMPTY;
    if (sk_ast_hooks.from_python(v, mode, &arena, &tree))
        out = flags & ONLY_AST ? sk_ast_hooks.to_python(tree) : sk_compile(tree, mode, filename, options, NULL, 0);
    sk_arena_free(&arena);
    return out;
}

static bool load_ast(void) {
    if (sk_ast_hooks.to_python) return true;
    SK_AUTO SkValue m = sk_import("_ast");
    if (sk_is_empty(m)) return false;
    return sk_ast_hooks.to_python || sk_raise_false(sk_exc_NotImplementedError, "no syntax trees");
}

static bool parse_mode(SkValue mode, int flags, SkParseMode *out) {
    if (!sk_is_str(mode)) return sk_raise_false(sk_exc_TypeError, "compile() argument 'mode' must be str, not %.50O", mode);
    if (sk_str_equals_ascii(mode, "exec")) return *out = SK_PARSE_EXEC, true;
    if (sk_str_equals_ascii(mode, "eval")) return *out = SK_PARSE_EVAL, true;
    if (sk_str_equals_ascii(mode, "single")) return *out = SK_PARSE_SINGLE, true;
    if (sk_str_equals_ascii(mode, "func_type")) {
        if (flags & ONLY_AST) return *out = SK_PARSE_FUNC_TYPE, true;
        return sk_raise_false(sk_exc_ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    }
    if (flags & ONLY_AST)
        return sk_raise_false(sk_exc_ValueError, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'");
    return sk_raise_false(sk_exc_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
}

// The event has the source as bytes, unless it is a tree.
static bool audit_compile(SkValue source, SkValue filename) {
    if (sk_likely(!sk_load_relaxed(&sk_audit_hook))) return true;
    SK_AUTO SkValue bytes = SK_EMPTY;
    if (sk_is_str(source)) {
        SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(source);
        bytes = u.text ? sk_bytes_from(u.text, u.len) : SK_EMPTY;
        if (sk_is_empty(bytes)) return false;
    }
    return sk_audit("compile", sk_is_empty(bytes) ? source : bytes, filename);
}

static SkValue b_compile(SkValue module, const SkValue *args) {
    (void)module;
    SK_AUTO SkValue filename = path_text(args[1]);
    if (sk_is_empty(filename)) return filename;
    {
        SK_AUTO_UTF8 SkUtf8 path = sk_str_wtf8(filename);
        if (!path.text) return SK_EMPTY;
        if (strlen(path.text) != path.len) return sk_raise(sk_exc_ValueError, "embedded null character");
    }
    if (!audit_compile(args[0], filename)) return SK_EMPTY;
    int flags = 0, optimize = -1, feature = -1, dont_inherit = 0;
    if (!sk_is_str(args[2])) return sk_raise(sk_exc_TypeError, "compile() argument 'mode' must be str, not %.50O", args[2]);
    if (!sk_is_empty(args[3]) && !sk_as_int(args[3], &flags)) return SK_EMPTY;
    if (!sk_is_empty(args[4]) && (dont_inherit = sk_truth(args[4])) < 0) return SK_EMPTY;
    if (!sk_is_empty(args[5]) && !sk_as_int(args[5], &optimize)) return SK_EMPTY;
    if (!sk_is_empty(args[6]) && !sk_as_int(args[6], &feature)) return SK_EMPTY;
    if (flags & ~KNOWN_FLAGS) return sk_raise(sk_exc_ValueError, "compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2) return sk_raise(sk_exc_ValueError, "compile(): invalid optimize value");
    SkParseMode mode = 0;
    if (!parse_mode(args[2], flags, &mode)) return SK_EMPTY;
    SkCompileOptions options = sk_default_compile_options();
    if (optimize >= 0) options.optimize = optimize;
    options.future = (uint32_t)(flags & FUTURE_MASK) | (dont_inherit ? 0 : inherited_flags());
    options.top_level_await = flags & TOP_LEVEL_AWAIT;
    options.interactive = flags & ALLOW_INCOMPLETE;
    if (!sk_is_str(args[0]) && !sk_has_buffer(args[0])) {
        if (sk_ast_hooks.is_tree && sk_ast_hooks.is_tree(args[0])) return compile_tree(args[0], filename, mode, &options, flags);
    }
    Source s;
    if (!source_get(args[0], "compile", "string, bytes or AST", &s)) return SK_EMPTY;
    SkValue out = SK_EMPTY;
    if (!(flags & ONLY_AST)) out = compile_text(&s, filename, mode, &options);
    else if (load_ast()) out = parse_tree(&s, filename, mode, flags);
    source_release(&s);
    return out;
}

// ---- eval and exec -----------------------------------------------------------------------------------------------------

static bool ensure_builtins(SkValue globals) {
    int has = sk_dict_contains(globals, SK_N(__builtins__));
    if (has) return has > 0;
    SkFrame *f = sk_frame_at(0);
    SK_AUTO SkValue builtins = f ? sk_builtins_shown(f->builtins) : sk_retain(sk_module_builtins_dict());
    return !sk_is_empty(builtins) && sk_dict_set(globals, SK_N(__builtins__), builtins);
}

// Fills in what is missing: counted words.
static bool default_scopes(SkValue *globals, SkValue *locals) {
    bool had_globals = !sk_is_none(*globals);
    *globals = had_globals ? sk_retain(*globals) : current_globals();
    if (sk_is_empty(*globals)) return *locals = SK_EMPTY, false;
    if (!sk_is_none(*locals)) *locals = sk_retain(*locals);
    else *locals = had_globals ? sk_retain(*globals) : current_locals();
    return !sk_is_empty(*locals) && ensure_builtins(*globals);
}

static SkValue run_with_closure(SkValue code, SkValue globals, SkValue locals, SkValue closure) {
    if (!sk_audit("exec", code)) return SK_EMPTY;
    SK_AUTO SkValue function = sk_function_new(code, globals);
    if (sk_is_empty(function)) return SK_EMPTY;
    SkFunction *fn = (SkFunction *)sk_ptr(function);
    if (!sk_is_empty(closure)) sk_slot_set(&fn->header, &fn->closure, sk_retain(closure));
    SkCode *c = sk_as_code(code);
    if (c->argcount + c->kwonly) return sk_function_call(function, NULL, 0, SK_EMPTY);   // which says what is missing
    if (c->flags & (SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR)) {
        SkValue g = sk_generator_new(fn, c, NULL);
        if (!sk_is_empty(g) && !(c->flags & SK_CO_OPTIMIZED)) ((SkGenerator *)sk_ptr(g))->frame.locals = sk_retain(locals);
        return g;
    }
    SkValue *regs = sk_vm_stack_end();
    SkFrame *f = sk_frame_push(c, sk_retain(function), (SkDict *)sk_ptr(globals), (SkDict *)sk_ptr(sk_slot_peek(&fn->builtins)), regs);
    if (!f) return sk_release(function), SK_EMPTY;
    for (uint32_t i = 0; i < c->nregisters; i++) regs[i] = SK_EMPTY;
    f->flags = SK_FRAME_CLASS;
    f->locals = sk_retain(locals);
    return sk_vm_run(f);
}

static SkValue run(SkValue code, SkValue globals, SkValue locals) {
    if (!sk_audit("exec", code)) return SK_EMPTY;
    uint32_t flags = sk_as_code(code)->flags;
    if (flags & (SK_CO_GENERATOR | SK_CO_COROUTINE | SK_CO_ASYNC_GENERATOR | SK_CO_OPTIMIZED))
        return run_with_closure(code, globals, locals, SK_EMPTY);
    return sk_run_code(code, globals, locals);
}

static SkValue run_source(SkValue source, const char *function, SkParseMode mode, SkValue globals, SkValue locals) {
    if (!audit_compile(source, SK_NONE)) return SK_EMPTY;
    Source s;
    if (!source_get(source, function, "string, bytes or code", &s)) return SK_EMPTY;
    SkCompileOptions options = sk_default_compile_options();
    options.future = inherited_flags();
    SK_AUTO SkValue filename = sk_str_from("<string>");
    Source text = s;
    while (mode == SK_PARSE_EVAL && text.len && (*text.text == ' ' || *text.text == '\t')) text.text++, text.len--;
    SK_AUTO SkValue code = sk_is_empty(filename) ? SK_EMPTY : compile_text(&text, filename, mode, &options);
    source_release(&s);
    return sk_is_empty(code) ? code : run(code, globals, locals);
}

static SkValue b_eval(SkValue module, const SkValue *args) {
    (void)module;
    SkValue globals = sk_is_empty(args[1]) ? SK_NONE : args[1], locals = sk_is_empty(args[2]) ? SK_NONE : args[2];
    if (!sk_is_none(locals) && !sk_is_mapping(locals)) return sk_raise(sk_exc_TypeError, "locals must be a mapping");
    if (!sk_is_none(globals) && !sk_is_dict(globals))
        return sk_raise(sk_exc_TypeError, sk_is_mapping(globals) ? "globals must be a real dict; try eval(code, {}, mapping)"
                                                                 : "globals must be a dict");
    SkValue r = SK_EMPTY;
    if (default_scopes(&globals, &locals)) {
        if (!sk_has_index(args[0], SK_T_CODE)) r = run_source(args[0], "eval", SK_PARSE_EVAL, globals, locals);
        else if (sk_as_code(args[0])->nfree) r = sk_raise(sk_exc_TypeError, "code object passed to eval() may not contain free variables");
        else r = run(args[0], globals, locals);
    }
    sk_release(globals);
    sk_release(locals);
    return r;
}

static bool check_closure(SkValue code, SkValue closure) {
    size_t n = sk_as_code(code)->nfree;
    if (n == 0)
        return sk_is_none(closure) || sk_raise_false(sk_exc_TypeError, "cannot use a closure with this code object");
    bool ok = sk_is_exact_tuple(closure) && sk_tuple_len(closure) == n;
    for (size_t i = 0; ok && i < n; i++) ok = sk_has_index(sk_tuple_peek(closure, i), SK_T_CELL);
    return ok || sk_raise_false(sk_exc_TypeError, "code object requires a closure of exactly length %zu", n);
}

static SkValue b_exec(SkValue module, const SkValue *args) {
    (void)module;
    SkValue globals = sk_is_empty(args[1]) ? SK_NONE : args[1], locals = sk_is_empty(args[2]) ? SK_NONE : args[2];
    SkValue closure = sk_is_empty(args[3]) ? SK_NONE : args[3];
    if (!sk_is_none(globals) && !sk_is_dict(globals))
        return sk_raise(sk_exc_TypeError, "exec() globals must be a dict, not %.100T", globals);
    if (!sk_is_none(locals) && !sk_is_mapping(locals))
        return sk_raise(sk_exc_TypeError, "locals must be a mapping or None, not %.100T", locals);
    SkValue r = SK_EMPTY;
    if (default_scopes(&globals, &locals)) {
        if (sk_has_index(args[0], SK_T_CODE)) {
            if (check_closure(args[0], closure))
                r = sk_is_none(closure) ? run(args[0], globals, locals) : run_with_closure(args[0], globals, locals, closure);
        } else if (!sk_is_none(closure)) {
            sk_raise(sk_exc_TypeError, "closure can only be used when source is a code object");
        } else {
            r = run_source(args[0], "exec", SK_PARSE_EXEC, globals, locals);
        }
    }
    sk_release(globals);
    sk_release(locals);
    if (sk_is_empty(r)) return r;
    sk_release(r);
    return SK_NONE;
}

const SkMethodDef sk_builtins_run_functions[] = {
    {.name = "__import__", .kind = SK_SIG, .sig_fn = b_import, .sig = "(name, globals=None, locals=None, fromlist=(), level=0)", .doc = "Import a module: what the import statement calls."},
    {.name = "breakpoint", .kind = SK_KW, .kw = b_breakpoint, .sig = "(*args, **kws)", .doc = "Call sys.breakpointhook with these arguments."},
    {.name = "compile", .kind = SK_SIG, .sig_fn = b_compile, .sig = "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", .doc = "Compile source into a code object that exec() or eval() can run."},
    {.name = "dir", .kind = SK_FAST, .fast = b_dir, .doc = "dir([object]) -> list of strings\n\nReturn the names in the current scope, or of an object's attributes."},
    {.name = "eval", .kind = SK_SIG, .sig_fn = b_eval, .sig = "(source, /, globals=None, locals=None)", .doc = "Evaluate an expression and return its value."},
    {.name = "exec", .kind = SK_SIG, .sig_fn = b_exec, .sig = "(source, /, globals=None, locals=None, *, closure=None)", .doc = "Run statements."},
    {.name = "globals", .kind = SK_NOARGS, .noargs = b_globals, .sig = "()", .doc = "Return the dict of the current module's variables."},
    {.name = "locals", .kind = SK_NOARGS, .noargs = b_locals, .sig = "()", .doc = "Return a dict of the current scope's variables."},
    {.name = "vars", .kind = SK_FAST, .fast = b_vars, .doc = "vars([object]) -> dictionary\n\nReturn the current scope's variables, or an object's __dict__."},
    {0},
};
