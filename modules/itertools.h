// What the files of itertools share: the layout of iterators, and their common functions.
//
// An iterator is its references, all in an array of slots, and a few atomic words. Threads that share one see each item of
// its sources once: what is advanced is advanced by one atomic step or under the iterator's lock, while calls of
// Python code (sources, predicates, keys) happen outside it. Slots marked "fixed" are never changed after construction but
// by the collector, on garbage.
#ifndef SKEIN_MODULES_ITERTOOLS_H
#define SKEIN_MODULES_ITERTOOLS_H

#include "objects/error.h"
#include "objects/iter.h"
#include "objects/iter_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/type.h"

typedef struct {
    SkObject header;
    _Atomic int64_t n, m;  // each type's own
    int64_t k;             // fixed
    SkSlot s[4];
} SkIterTool;

SK_INLINE SkIterTool *sk_iter_tool(SkValue v) { return (SkIterTool *)sk_ptr(v); }
// A fixed slot's value, kept alive by the iterator.
SK_INLINE SkValue sk_tool_fixed(SkIterTool *t, int i) { return sk_slot_peek(&t->s[i]); }

void sk_tool_trace(SkObject *o, SkVisit visit, void *arg);
void sk_tool_clear(SkObject *o);
void sk_tool_destroy(SkObject *o);
SkValue sk_tool_iter(SkValue self);

// A new iterator whose slots take over the given words (counted or borrowed; SK_EMPTY: none). An empty word among the
// first `required` ones means an exception: the others are released.
SkIterTool *sk_tool_new(SkType *type, int required, SkValue a, SkValue b, SkValue c, SkValue d) SK_MUST_USE;
SK_INLINE SkValue sk_tool_value(SkIterTool *t) { return t ? sk_counted(t) : SK_EMPTY; }

// Raises "name() takes no keyword arguments" for the exact type; subclasses may take them in __init__.
bool sk_tool_no_kwargs(SkType *type, SkType *exact, const char *name, SkValue kwnames) SK_MUST_USE;

#define SK_TOOL_TYPE(name_, new__, next_, ...)                                                                          \
    SkType sk_itertools_##name_##_type = {                                                                              \
        SK_TYPE_HEAD(0, sizeof(SkIterTool), sk_tool_trace, sk_tool_clear, sk_tool_destroy),                             \
        .name = "itertools." #name_,                                                                                    \
        .flags = SK_TF_BASE | SK_TF_IMMUTABLE,                                                                          \
        .new_ = new__,                                                                                                  \
        .iter = sk_tool_iter,                                                                                           \
        .iternext = next_,                                                                                              \
        __VA_ARGS__}

#define SK_ITERTOOLS_TYPES(X)                                                                                           \
    X(accumulate) X(batched) X(chain) X(combinations) X(combinations_with_replacement) X(compress) X(count) X(cycle)    \
    X(dropwhile) X(filterfalse) X(groupby) X(_grouper) X(islice) X(pairwise) X(permutations) X(product) X(repeat)       \
    X(starmap) X(takewhile) X(_tee) X(_tee_dataobject) X(zip_longest)
#define X(name) extern SkType sk_itertools_##name##_type;
SK_ITERTOOLS_TYPES(X)
#undef X

SkValue sk_itertools_tee(SkValue module, const SkValue *args, size_t nargs);

#endif
