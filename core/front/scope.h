// Scopes and symbols: what every name of a program means, worked out before code is made.
//
// A scope belongs to each module, class, function, lambda, comprehension, generator expression, and to the hidden functions
// of annotations, type parameters and type aliases. Names are interned str; within a compilation two names are the same if
// their words are.
#ifndef SKEIN_CORE_FRONT_SCOPE_H
#define SKEIN_CORE_FRONT_SCOPE_H

#include "base/arena.h"
#include "core/front/ast.h"
#include "gc/value.h"

typedef struct SkCompiler SkCompiler;

// A hash map from non-zero words to pointers, in an arena.
typedef struct {
    uint64_t *keys;
    void **values;
    uint32_t capacity, count;
} SkMap;
void *sk_scope_map_get(const SkMap *m, uint64_t key);
bool sk_scope_map_put(SkArena *arena, SkMap *m, uint64_t key, void *value);  // false: out of memory

typedef enum {
    SK_SCOPE_MODULE,
    SK_SCOPE_CLASS,
    SK_SCOPE_FUNCTION,      // functions, lambdas, comprehensions
    SK_SCOPE_ANNOTATION,    // the hidden functions: __annotate__,
    SK_SCOPE_TYPE_PARAMS,   // <generic parameters of f>,
    SK_SCOPE_TYPE_ALIAS,    // the value of a type alias,
    SK_SCOPE_TYPE_VARIABLE, // bounds, constraints and defaults of type parameters
} SkScopeKind;

typedef enum { SK_COMP_NONE, SK_COMP_GENERATOR, SK_COMP_LIST, SK_COMP_SET, SK_COMP_DICT } SkComprehensionKind;

enum {
    SK_SYM_GLOBAL = 1,       // global statement
    SK_SYM_ASSIGNED = 2,     // bound in this scope
    SK_SYM_PARAM = 4,
    SK_SYM_NONLOCAL = 8,
    SK_SYM_USED = 16,
    SK_SYM_IMPORTED = 32,
    SK_SYM_ANNOTATED = 64,
    SK_SYM_ITERATION = 128,  // target of a comprehension's for
    SK_SYM_TYPE_PARAM = 256,
    SK_SYM_BOUND = SK_SYM_ASSIGNED | SK_SYM_PARAM | SK_SYM_IMPORTED | SK_SYM_TYPE_PARAM,
};

typedef enum { SK_BIND_UNKNOWN, SK_BIND_LOCAL, SK_BIND_CELL, SK_BIND_FREE, SK_BIND_GLOBAL, SK_BIND_GLOBAL_EXPLICIT } SkBinding;

typedef struct {
    SkValue name;
    uint32_t flags;    // SK_SYM_*
    SkBinding binding;
    int32_t reg;       // local's register, set by the code generator; -1
} SkSymbol;

typedef struct SkScope {
    SkScopeKind kind;
    SkComprehensionKind comprehension;
    struct SkScope *parent;
    struct SkScope *next;           // in the list of all scopes, outer ones first
    const SkAst *node;
    const SkName *class_name;       // of the class that mangles names here, or NULL
    const SkAstSeq *mangled_only;   // the type parameters that are mangled; NULL: all names
    SkValue name;
    SkMap map;                      // name to SkSymbol
    SkSymbol **symbols;             // in order of appearance
    uint32_t nsymbols, symbols_capacity;
    SkSymbol **params;              // in the order of registers
    uint32_t nparams, params_capacity;
    SkMap free_map;                 // names taken from outside, whether used here or further inside
    SkValue *frees;
    uint32_t nfrees, frees_capacity;
    bool nested;                    // within a function
    bool generator;                 // contains yield
    bool coroutine;                 // async def, or awaits in itself
    bool is_async_def;
    bool returns_value;
    SkAst *return_value;            // a `return x`, for the message about asynchronous generators
    bool varargs, varkw;
    bool inlined;                   // comprehension that runs in its parent's frame
    bool has_walrus;                // an assignment expression somewhere in this frame
    bool has_annotations;           // a simple annotated target in a class or module
    bool has_conditional_annotations;
    bool sees_class;                // an annotation scope directly in a class: class names come first
    bool needs_class_cell;          // class: `__class__` is used within
    bool needs_classdict;           // class: a scope within sees the class
    bool in_iterable;               // while visiting a comprehension's iterables
    bool in_target;                 // while visiting a comprehension's targets
    bool in_unevaluated;            // while visiting an annotation that is not evaluated
    bool is_method;                 // function directly in a class
    const char *what;               // "a TypeVar bound" and the like, for messages; or NULL
} SkScope;

// Keys under which scopes are found: the node and a tag, for nodes that have several.
enum { SK_SCOPE_MAIN, SK_SCOPE_OF_PARAMS, SK_SCOPE_OF_DEFAULT, SK_SCOPE_OF_ANNOTATIONS };

// Builds and resolves the scopes of a tree. False with an exception set.
bool sk_scope_build(SkCompiler *c, SkAst *tree);
SkScope *sk_scope_find(SkCompiler *c, const void *node, int tag);

SkSymbol *sk_scope_symbol(const SkScope *s, SkValue name);  // NULL: not mentioned in it
bool sk_scope_is_function_like(const SkScope *s);
// The scope whose code the scope's code is part of: itself unless inlined.
SkScope *sk_scope_frame(SkScope *s);

#endif
