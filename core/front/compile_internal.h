// What the parts of the compiler share.
//
// Errors are sticky: the first one raises its exception and sets `failed`; from then on nothing is emitted, and
// the caller of the whole looks at the flag. So the functions here return nothing that would have to be checked.
//
// Registers: a local is its number; the temporary i is SK_TEMP0 + i until the code is assembled. Temporaries are a stack of
// `depth`: an expression that needs one takes the next free, and the instruction that reads it last has its KILL flag.
#ifndef SKEIN_CORE_FRONT_COMPILE_INTERNAL_H
#define SKEIN_CORE_FRONT_COMPILE_INTERNAL_H

#include "base/arena.h"
#include "core/code.h"
#include "core/front/compile.h"
#include "core/front/scope.h"
#include "objects/protocol.h"

enum { SK_TEMP0 = 1 << 20, SK_NONE_REG = SK_NO_REGISTER };

typedef struct {
    int32_t line, col, end_line, end_col;
} SkPos;

typedef struct {
    uint8_t op, flags;
    bool far;          // a 16-bit jump that goes through a trampoline
    bool deleted;
    int32_t a, b, c;
    int32_t label;     // of a jump, else -1
    int32_t handler;   // innermost handler, -1
    int32_t cache;     // initial value of the cache word
    SkPos pos;
} SkIns;

typedef struct {
    int32_t label, live;  // live: temporaries kept
} SkTryRange;

typedef enum {
    SK_BLOCK_WHILE,
    SK_BLOCK_FOR,          // reg: first of the three registers of the iteration
    SK_BLOCK_ASYNC_FOR,    // reg: the iterator
    SK_BLOCK_TRY,          // body of a try with only except clauses
    SK_BLOCK_FINALLY_TRY,  // body of a try with a finally: stmts
    SK_BLOCK_FINALLY_END,  // finally body run because of an exception; reg: PUSH_EXC's
    SK_BLOCK_HANDLER,      // except body; reg: PUSH_EXC's
    SK_BLOCK_NAME,         // `except ... as name` body; node: the handler
    SK_BLOCK_WITH,         // reg: the exit function
    SK_BLOCK_ASYNC_WITH,
    SK_BLOCK_STAR_HANDLER, // except* body: leaving it is an error
    SK_BLOCK_VALUE,        // a finally body run on the way of a return; reg: the value returned
} SkBlockKind;

typedef struct SkBlock {
    SkBlockKind kind;
    struct SkBlock *outer;
    int32_t reg;
    int32_t handler;        // the handler in force outside the block
    int32_t top, exit;      // loops: labels
    const SkAst *node;
    const SkAstSeq *stmts;  // finally
    SkPos pos;
} SkBlock;

typedef struct SkUnit {
    struct SkUnit *outer;
    SkScope *scope;         // whose code this is
    SkScope *names;         // where names are looked up: scope, or a comprehension inlined in it
    SkValue name, qualname;
    uint32_t flags, argcount, posonly, kwonly, first_line;
    SkIns *ins;
    uint32_t nins, ins_capacity;
    int32_t *labels;        // instruction index, -1 while not placed
    uint8_t *label_used;
    uint32_t nlabels, labels_capacity;
    SkTryRange *handlers;
    uint32_t nhandlers, handlers_capacity;
    SkValue *constants;
    uint32_t nconstants, constants_capacity;
    uint32_t *constant_table;
    uint32_t constant_table_capacity;
    SkValue *names_list;
    uint32_t nnames, names_capacity;
    SkMap name_map;
    SkValue *locals;
    uint8_t *local_kinds;
    bool *hidden_busy;      // by local: a comprehension's variable, in use
    uint32_t nlocals, locals_capacity;
    SkMap free_index;       // name to index + 1
    SkValue *frees;
    uint32_t nfrees;
    int32_t depth, max_depth;
    int32_t handler;
    SkBlock *block;
    SkPos pos;
    bool dead;              // no path leads here
    SkValue *static_attributes;  // class: names assigned to self
    uint32_t nstatic, static_capacity;
    SkMap static_map;
    SkMap annotation_index; // deferred conditional annotations: AnnAssign to index + 1
    bool interactive;
} SkUnit;

struct SkCompiler {
    SkArena arena;
    SkValue filename;
    const char *source;
    size_t source_len;
    SkCompileOptions *options;
    uint32_t future;
    bool failed;
    bool interactive;
    SkUnit *unit;
    SkMap names;            // SkName to interned str word
    SkMap scopes;           // node + tag to SkScope
    SkScope *scope;         // while scopes are built: the current one
    SkScope *first_scope, *last_scope;
    const SkName *class_name;  // the class that mangles names
    const SkAstSeq *mangled_only;  // in the head of a generic class: the type parameters, which alone are mangled
    SkValue *pool;          // values held until the end
    uint32_t npool, pool_capacity;
    SkMap folded;           // node to pool index + 1, or 1 for "not constant"
    bool conditional;       // while scopes are built: within an if, loop, try ...
};

// ---- errors and memory (compile.c)
// Raises SyntaxError at a node (or position); fmt as sk_raise's.
void sk_cg_error(SkCompiler *c, const void *node, const char *fmt, ...);
void sk_cg_error_at(SkCompiler *c, SkPos pos, const char *fmt, ...);
void sk_cg_memory(SkCompiler *c);
void sk_cg_failed(SkCompiler *c);  // an exception has been set by something else
bool sk_cg_warn(SkCompiler *c, SkPos pos, const char *message);
bool sk_cg_enter(SkCompiler *c);   // recursion guard: false and failed
void sk_cg_leave(SkCompiler *c);
void *sk_cg_grow(SkCompiler *c, void *array, uint32_t *capacity, uint32_t need, size_t item);  // in the arena
SkValue sk_cg_keep(SkCompiler *c, SkValue v);  // takes a counted word (SK_EMPTY: failed); held until the end
SkPos sk_cg_pos_of(const void *node);

// ---- names
SkValue sk_cg_name(SkCompiler *c, const SkName *n);       // interned
SkValue sk_cg_mangled(SkCompiler *c, const SkName *n);    // as the current class mangles it
SkValue sk_cg_str(SkCompiler *c, const char *utf8);       // interned, for ever

// ---- constants (fold.c)
SkValue sk_cg_const_value(SkCompiler *c, const SkConst *k);
// The value of a constant expression, or SK_EMPTY. Kept by the compiler.
SkValue sk_cg_fold(SkCompiler *c, const SkAst *node);
// The text of a docstring without its common indentation.
SkValue sk_cg_docstring_value(SkCompiler *c, const SkAst *e);
// 1, 0, or -1 when the node's truth is not known.
int sk_cg_static_truth(SkCompiler *c, const SkAst *node);
bool sk_cg_const_equal(SkValue a, SkValue b);                // same type and value, to the sign of a zero
uint64_t sk_cg_const_hash(SkValue v);

// ---- emitting (codegen.c)
SkUnit *sk_cg_unit_enter(SkCompiler *c, SkScope *scope, SkValue name, uint32_t first_line);
// Assembles and leaves; the code object kept by the compiler, or SK_EMPTY.
SkValue sk_cg_unit_leave(SkCompiler *c);
SkIns *sk_cg_emit(SkCompiler *c, SkOpcode op, unsigned flags, int32_t a, int32_t b, int32_t cc);
void sk_cg_emit_jump(SkCompiler *c, SkOpcode op, unsigned flags, int32_t a, int32_t b, int32_t label);
int32_t sk_cg_label(SkCompiler *c);
void sk_cg_place(SkCompiler *c, int32_t label);
int32_t sk_cg_try_range(SkCompiler *c, int32_t label);       // a handler for the current depth
int32_t sk_cg_temp(SkCompiler *c);                           // the next temporary, taken
int32_t sk_cg_temps(SkCompiler *c, int32_t n);               // n consecutive; the first
int32_t sk_cg_top(SkCompiler *c);                            // the next temporary, not taken
uint32_t sk_cg_constant(SkCompiler *c, SkValue v);
uint32_t sk_cg_name_index(SkCompiler *c, SkValue name);
int32_t sk_cg_new_local(SkCompiler *c, SkValue name, uint8_t kind);
int32_t sk_cg_free_index(SkCompiler *c, SkValue name);       // -1
void sk_cg_load_const(SkCompiler *c, SkValue v, int32_t dest);
static inline bool sk_cg_is_temp(int32_t r) { return r >= SK_TEMP0; }
static inline unsigned sk_cg_ka(int32_t r) { return sk_cg_is_temp(r) ? SK_KILL_A : 0; }
static inline unsigned sk_cg_kb(int32_t r) { return sk_cg_is_temp(r) ? SK_KILL_B : 0; }
static inline unsigned sk_cg_kc(int32_t r) { return sk_cg_is_temp(r) ? SK_KILL_C : 0; }
void sk_cg_move_reg(SkCompiler *c, int32_t dest, int32_t from);  // with the kill of a temporary
void sk_cg_clear(SkCompiler *c, int32_t reg);
bool sk_cg_assemble(SkCompiler *c, SkUnit *u, SkCodeParts *parts);  // fills code, handlers, positions (in the arena)

// Sets the position for what is emitted; returns the one before.
static inline SkPos sk_cg_at(SkUnit *u, const void *node) {
    SkPos old = u->pos;
    u->pos = sk_cg_pos_of(node);
    return old;
}
#define SK_NO_POS ((SkPos){0, -1, 0, -1})

// ---- expressions (codegen_expr.c)
int32_t sk_cg_expr(SkCompiler *c, const SkAst *e);                  // some register: a local in place, or the next temporary (taken)
void sk_cg_expr_to(SkCompiler *c, const SkAst *e, int32_t dest);    // into a local, or a temporary that is free
int32_t sk_cg_expr_push(SkCompiler *c, const SkAst *e);             // into the next temporary (taken)
// As sk_cg_expr, but a local that `later` may rebind is copied.
int32_t sk_cg_operand(SkCompiler *c, const SkAst *e, const SkAst *later);
int32_t sk_cg_operand2(SkCompiler *c, const SkAst *e, const SkAst *later, const SkAst *later2);
bool sk_cg_may_rebind(SkCompiler *c, const SkAst *e);               // contains an assignment expression
void sk_cg_jump_if(SkCompiler *c, const SkAst *e, bool sense, int32_t label);
void sk_const_or_imm(SkCompiler *c, SkValue v, int32_t dest);
void sk_cg_await(SkCompiler *c, int32_t value, int32_t dest, int how);   // value: a temporary at the top (taken); releases it
void sk_cg_build_sequence(SkCompiler *c, SkOpcode op, const SkAstSeq *items, int32_t dest);
bool sk_cg_is_small(SkValue v, int32_t *out);                       // an int of 16 bits

// ---- names (codegen_name.c)
int32_t sk_cg_load_name(SkCompiler *c, SkValue name, int32_t dest); // dest -1: any register
void sk_cg_store_name(SkCompiler *c, SkValue name, int32_t value);  // kills a temporary
void sk_cg_delete_name(SkCompiler *c, SkValue name);
// The register where a name lives when it is a plain local of this frame, else -1.
int32_t sk_cg_local_register(SkCompiler *c, SkValue name);
void sk_cg_load_cell(SkCompiler *c, SkValue name, int32_t dest);    // the cell itself
void sk_cg_check_assignable(SkCompiler *c, const void *node, SkValue name, const char *verb);
void sk_cg_store_target(SkCompiler *c, const SkAst *target, int32_t value);  // kills a temporary at the top
void sk_cg_assign_expr(SkCompiler *c, const SkAst *target, const SkAst *value);

// ---- calls (codegen_call.c)
void sk_cg_call_expr(SkCompiler *c, const SkAst *e, int32_t dest);
SkPos sk_cg_attribute_pos(const SkAst *attribute);
bool sk_cg_super_attribute(SkCompiler *c, const SkAst *attribute, bool method, int32_t dest);
// Emits the call of the function at `f` (a taken temporary, the topmost) with arguments; `extra` more are already pushed
// behind it. Releases f and all above it.
void sk_cg_call_arguments(SkCompiler *c, int32_t f, bool method, int32_t extra, const SkAstSeq *args,
                       const SkAstSeq *keywords, int32_t dest);

// ---- functions and classes (codegen_func.c, codegen_class.c, codegen_type.c)
void sk_cg_function_def(SkCompiler *c, const SkAst *s);
void sk_cg_lambda(SkCompiler *c, const SkAst *e, int32_t dest);
void sk_cg_class_def(SkCompiler *c, const SkAst *s);
void sk_cg_make_function(SkCompiler *c, SkValue code, SkScope *inner, int32_t dest);  // with its closure
void sk_cg_push_decorators(SkCompiler *c, const SkAstSeq *decorators);
void sk_cg_apply_decorators(SkCompiler *c, const SkAstSeq *decorators, int32_t value);
uint32_t sk_cg_first_line(const SkAstSeq *decorators, const SkAst *s);
void sk_cg_type_alias(SkCompiler *c, const SkAst *s);
// Inside the scope of type parameters: makes them, leaves their tuple in the next temporary (taken).
int32_t sk_cg_type_params(SkCompiler *c, const SkAstSeq *params);
void sk_cg_body_prologue(SkCompiler *c);       // cells of a frame
void sk_cg_finish_generator(SkCompiler *c, int32_t handler);
int32_t sk_cg_begin_generator(SkCompiler *c);
void sk_cg_implicit_return(SkCompiler *c);

// ---- annotations (codegen_annot.c)
void sk_cg_function_annotations(SkCompiler *c, const SkAst *def, const SkAstArguments *args, const SkAst *returns, int32_t fn);
void sk_cg_annotated_assign(SkCompiler *c, const SkAst *s);
void sk_cg_number_annotations(SkCompiler *c, const SkAstSeq *body);  // before the body: which are conditional
void sk_cg_body_annotations(SkCompiler *c, const SkAstSeq *body);  // deferred: defines __annotate__
SkValue sk_cg_unparse(SkCompiler *c, const SkAst *e);  // text of an expression; kept

// ---- comprehensions (codegen_comp.c)
void sk_cg_comprehension(SkCompiler *c, const SkAst *e, int32_t dest);

// ---- statements (codegen_stmt.c)
void sk_cg_stmts(SkCompiler *c, const SkAstSeq *body);
void sk_cg_body(SkCompiler *c, const SkAstSeq *body, bool docstring);
const SkAst *sk_cg_docstring(const SkAstSeq *body);
// Emits what leaving the blocks up to (not including) `until` takes. keep: -1, or the temporary with the value
// that is being returned: a finally body that breaks out drops it.
void sk_cg_unwind(SkCompiler *c, SkBlock *until, int32_t keep);
void sk_cg_push_block(SkCompiler *c, SkBlock *b, SkBlockKind kind, int32_t reg);
void sk_cg_pop_block(SkCompiler *c);

// ---- try, with (codegen_try.c), loops (codegen_loop.c), match (codegen_match.c)
void sk_cg_try(SkCompiler *c, const SkAst *s);
void sk_cg_try_star(SkCompiler *c, const SkAst *s);
void sk_cg_with(SkCompiler *c, const SkAst *s);
void sk_cg_with_exit(SkCompiler *c, int32_t exit, bool async_);    // the normal way out
// In a handler whose PUSH_EXC is at p: a range whose exceptions first end the handling. Returns the handler index before.
typedef struct {
    int32_t label, saved, reg;
    bool used;
} SkCleanup;
SkCleanup sk_cg_cleanup_begin(SkCompiler *c, int32_t p);
void sk_cg_cleanup_end(SkCompiler *c, SkCleanup *k);
void sk_cg_for(SkCompiler *c, const SkAst *s);
void sk_cg_async_for(SkCompiler *c, const SkAst *s);
void sk_cg_while(SkCompiler *c, const SkAst *s);
void sk_cg_match(SkCompiler *c, const SkAst *s);

#endif
