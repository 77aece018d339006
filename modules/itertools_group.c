// itertools: groupby and tee, whose iterators share a source.
#include "modules/itertools.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// ---- groupby --------------------------------------------------------------------------------------------------------------
// The item read last and not yet given out is `value`, its key `key`; `target` is the key of the current group.

typedef struct {
    SkObject header;
    SkSlot source, keyfunc;     // fixed; keyfunc empty: the item itself
    SkSlot target, key, value;
    _Atomic int64_t group;      // number of the current group: older ones have ended
} GroupBy;

typedef struct {
    SkObject header;
    SkSlot parent, target;  // fixed
    int64_t group;
} Grouper;

static void groupby_trace(SkObject *o, SkVisit visit, void *arg) {
    GroupBy *g = (GroupBy *)o;
    sk_instance_trace(o, visit, arg);
    SkSlot *slots[] = {&g->source, &g->keyfunc, &g->target, &g->key, &g->value};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
}

static void groupby_clear(SkObject *o) {
    GroupBy *g = (GroupBy *)o;
    sk_instance_clear(o);
    SkSlot *slots[] = {&g->source, &g->keyfunc, &g->target, &g->key, &g->value};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_set(o, slots[i], SK_EMPTY);
}

static void groupby_destroy(SkObject *o) {
    GroupBy *g = (GroupBy *)o;
    SkSlot *slots[] = {&g->source, &g->keyfunc, &g->target, &g->key, &g->value};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_instance_free(o, 0);
}

static SkValue groupby_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("groupby", "(iterable, key=None)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    SK_AUTO SkValue it = sk_iter(a[0]);
    if (sk_is_empty(it)) return SK_EMPTY;
    GroupBy *g = (GroupBy *)sk_type_alloc(type, 0);
    if (!g) return SK_EMPTY;
    sk_slot_init(&g->source, sk_move(&it));
    sk_slot_init(&g->keyfunc, sk_is_none(a[1]) ? SK_EMPTY : sk_retain(a[1]));
    return sk_counted(g);
}

// Reads the next item and its key. False: the end, or an exception.
static bool group_step(GroupBy *g) {
    SkValue source = sk_slot_peek(&g->source), keyfunc = sk_slot_peek(&g->keyfunc);
    SK_AUTO SkValue value = sk_is_empty(source) ? SK_EMPTY : sk_own(sk_next(source));
    if (sk_is_empty(value)) return false;
    SkValue key = sk_is_empty(keyfunc) ? sk_retain(value) : sk_own(sk_call1(keyfunc, value));
    if (sk_is_empty(key)) return false;
    sk_slot_set(&g->header, &g->value, sk_move(&value));
    sk_slot_set(&g->header, &g->key, key);
    return true;
}

// Whether the last item read has this key: 1, 0, -1.
static int has_key(GroupBy *g, SkValue target) {
    SK_AUTO SkValue key = sk_slot_get(&g->header, &g->key);
    return sk_is_empty(key) ? 0 : sk_compare_bool(target, key, SK_EQ);
}

static SkValue grouper_new(GroupBy *parent, SkValue target, int64_t group) {
    Grouper *p = (Grouper *)sk_container_new(&sk_itertools__grouper_type.head, sizeof(Grouper));
    if (!p) return sk_raise_memory();
    sk_slot_init(&p->parent, sk_retain(sk_counted(parent)));
    sk_slot_init(&p->target, sk_retain(target));
    p->group = group;
    return sk_counted(p);
}

static SkValue groupby_next(SkValue self) {
    GroupBy *g = (GroupBy *)sk_ptr(self);
    int64_t group = sk_add_relaxed(&g->group, 1) + 1;
    for (;;) {
        SK_AUTO SkValue key = sk_slot_get(&g->header, &g->key);
        if (!sk_is_empty(key)) {
            SK_AUTO SkValue target = sk_slot_get(&g->header, &g->target);
            if (sk_is_empty(target)) break;
            int same = sk_compare_bool(target, key, SK_EQ);
            if (same < 0) return SK_EMPTY;
            if (!same) break;
        }
        if (!group_step(g)) return SK_EMPTY;
    }
    SK_AUTO SkValue key = sk_slot_get(&g->header, &g->key);
    sk_slot_set(&g->header, &g->target, sk_retain(key));
    SK_AUTO SkValue items = grouper_new(g, key, group);
    return sk_is_empty(items) ? SK_EMPTY : sk_tuple_pack(2, key, items);
}

SkType sk_itertools_groupby_type = {
    SK_TYPE_HEAD(0, sizeof(GroupBy), groupby_trace, groupby_clear, groupby_destroy),
    .name = "itertools.groupby",
    .doc = "groupby(iterable, key=None)\n--\n\nPairs of a key and an iterator over the neighbouring items that have it.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = groupby_new,
    .iter = sk_tool_iter,
    .iternext = groupby_next,
};

static void grouper_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Grouper *)o)->parent, visit, arg);
    sk_slot_visit(&((Grouper *)o)->target, visit, arg);
}

static void grouper_clear(SkObject *o) {
    sk_slot_set(o, &((Grouper *)o)->parent, SK_EMPTY);
    sk_slot_set(o, &((Grouper *)o)->target, SK_EMPTY);
}

static void grouper_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Grouper *)o)->parent);
    sk_slot_destroy(o, &((Grouper *)o)->target);
    sk_object_free(o, sizeof(Grouper));
}

static SkValue grouper_make(SkType *type SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("_grouper", kwnames) || !sk_check_nargs("_grouper", nargs, 2, 2)) return SK_EMPTY;
    if (!sk_is_instance_of(args[0], &sk_itertools_groupby_type))
        return sk_raise(sk_exc_TypeError, "_grouper() argument 1 must be itertools.groupby, not %.50O", args[0]);
    GroupBy *g = (GroupBy *)sk_ptr(args[0]);
    return grouper_new(g, args[1], sk_add_relaxed(&g->group, 1) + 1);
}

static SkValue grouper_next(SkValue self) {
    Grouper *p = (Grouper *)sk_ptr(self);
    SkValue parent = sk_slot_peek(&p->parent);
    if (sk_is_empty(parent)) return SK_EMPTY;
    GroupBy *g = (GroupBy *)sk_ptr(parent);
    if (sk_load_relaxed(&g->group) != p->group) return SK_EMPTY;
    if (sk_is_empty(sk_slot_peek(&g->value)) && !group_step(g)) return SK_EMPTY;
    int same = has_key(g, sk_slot_peek(&p->target));
    if (same <= 0) return SK_EMPTY;
    return sk_slot_swap(&g->header, &g->value, SK_EMPTY);
}

SkType sk_itertools__grouper_type = {
    SK_TYPE_HEAD(0, sizeof(Grouper), grouper_trace, grouper_clear, grouper_destroy),
    .name = "itertools._grouper",
    .flags = SK_TF_IMMUTABLE,
    .new_ = grouper_make,
    .iter = sk_tool_iter,
    .iternext = grouper_next,
};

// ---- tee --------------------------------------------------------------------------------------------------------------------
// The items that some iterator has still to see are in a list of blocks. An iterator stands at an index in a block and so
// keeps that and all later blocks. Blocks are filled in order: a block's count grows to the full size, then a
// next block follows; both under the block's lock.

enum { TEE_BLOCK = 57 };

typedef struct {
    SkObject header;
    SkSlot source;             // fixed
    SkSlot next;               // the block that follows, or empty
    _Atomic int64_t count;     // items in it
    _Atomic uint32_t reader;   // the slot of a thread that is reading the source, or 0
    SkSlot items[TEE_BLOCK];
} TeeBlock;

typedef struct {
    SkObject header;
    SkSlot block;
    int64_t index;  // under the lock
} Tee;

static void block_trace(SkObject *o, SkVisit visit, void *arg) {
    TeeBlock *b = (TeeBlock *)o;
    sk_slot_visit(&b->source, visit, arg);
    sk_slot_visit(&b->next, visit, arg);
    for (int i = 0; i < TEE_BLOCK; i++) sk_slot_visit(&b->items[i], visit, arg);
}

static void block_clear(SkObject *o) {
    TeeBlock *b = (TeeBlock *)o;
    sk_slot_set(o, &b->source, SK_EMPTY);
    sk_slot_set(o, &b->next, SK_EMPTY);
    for (int i = 0; i < TEE_BLOCK; i++) sk_slot_set(o, &b->items[i], SK_EMPTY);
}

static void block_destroy(SkObject *o) {
    TeeBlock *b = (TeeBlock *)o;
    sk_slot_destroy(o, &b->source);
    for (int i = 0; i < TEE_BLOCK; i++) sk_slot_destroy(o, &b->items[i]);
    sk_slot_destroy(o, &b->next);
    sk_object_free(o, sizeof(TeeBlock));
}

// Steals source.
static SkValue block_new(SkValue source) {
    TeeBlock *b = (TeeBlock *)sk_container_new(&sk_itertools__tee_dataobject_type.head, sizeof(TeeBlock));
    if (!b) {
        sk_release(source);
        return sk_raise_memory();
    }
    sk_slot_init(&b->source, source);
    return sk_counted(b);
}

static SkValue block_make(SkType *type SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("_tee_dataobject", kwnames) || !sk_check_nargs("_tee_dataobject", nargs, 1, 1)) return SK_EMPTY;
    return block_new(sk_retain(args[0]));
}

SkType sk_itertools__tee_dataobject_type = {
    SK_TYPE_HEAD(0, sizeof(TeeBlock), block_trace, block_clear, block_destroy),
    .name = "itertools._tee_dataobject",
    .doc = "teedataobject(iterable, values, next, /)\n--\n\nItems shared by the iterators of a tee.",
    .flags = SK_TF_IMMUTABLE,
    .new_ = block_make,
};

// The block after b (counted), made if there is none yet.
static SkValue block_after(TeeBlock *b) {
    SK_AUTO SkValue next = sk_slot_get(&b->header, &b->next);
    if (!sk_is_empty(next)) return sk_move(&next);
    SK_AUTO SkValue fresh = block_new(sk_retain(sk_slot_peek(&b->source)));
    if (sk_is_empty(fresh)) return SK_EMPTY;
    sk_lock(&b->header);
    sk_write_begin_locked(&b->header);
    if (sk_is_empty(sk_slot_peek(&b->next))) sk_slot_publish(&b->next, sk_retain(fresh));
    next = sk_retain(sk_slot_peek(&b->next));
    sk_unlock(&b->header);
    return sk_move(&next);
}

// Appends an item (stolen) at the end of the blocks that begin with b.
static bool tee_append(TeeBlock *b, SkValue item) {
    SK_AUTO SkValue at = sk_retain(sk_counted(b));
    for (;;) {
        b = (TeeBlock *)sk_ptr(at);
        sk_lock(&b->header);
        sk_write_begin_locked(&b->header);
        int64_t n = sk_load_relaxed(&b->count);
        if (n < TEE_BLOCK) {
            sk_slot_publish(&b->items[n], item);
            sk_store_release(&b->count, n + 1);
        }
        sk_unlock(&b->header);
        if (n < TEE_BLOCK) return true;
        SkValue next = block_after(b);
        if (sk_is_empty(next)) {
            sk_release(item);
            return false;
        }
        sk_release(at);
        at = next;
    }
}

// The item at an index of a block (counted), read from the source if it is not there yet. SK_EMPTY: the end, or an exception.
static SkValue tee_item(TeeBlock *b, int64_t index) {
    while (sk_load_acquire(&b->count) <= index) {
        uint32_t me = sk_thread_self->slot, nobody = 0;
        if (sk_load_relaxed(&b->reader) == me) return sk_raise(sk_exc_RuntimeError, "cannot re-enter the tee iterator");
        bool marked = sk_cas_acquire(&b->reader, &nobody, me);
        SkValue source = sk_slot_peek(&b->source);
        // Native iterators may be shared; what a class does while another thread is in it is its own affair.
        if (!marked && !sk_is_empty(source) && (sk_type_of(source)->flags & SK_TF_HEAP))
            return sk_raise(sk_exc_RuntimeError, "cannot re-enter the tee iterator");
        SkValue item = sk_is_empty(source) ? SK_EMPTY : sk_own(sk_next(source));
        if (marked) sk_store_relaxed(&b->reader, 0);
        if (sk_is_empty(item)) {
            // Another thread may have put the last item there meanwhile.
            if (sk_error_occurred() || sk_load_acquire(&b->count) <= index) return SK_EMPTY;
            break;
        }
        if (!tee_append(b, item)) return SK_EMPTY;
    }
    return sk_slot_get(&b->header, &b->items[index]);
}

static void tee_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    sk_slot_visit(&((Tee *)o)->block, visit, arg);
}
static void tee_clear(SkObject *o) {
    sk_instance_clear(o);
    sk_slot_set(o, &((Tee *)o)->block, SK_EMPTY);
}
static void tee_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Tee *)o)->block);
    sk_instance_free(o, 0);
}

// Steals block.
static SkValue tee_make(SkValue block, int64_t index) {
    if (sk_is_empty(block)) return SK_EMPTY;
    Tee *t = (Tee *)sk_type_alloc(&sk_itertools__tee_type, 0);
    if (!t) {
        sk_release(block);
        return SK_EMPTY;
    }
    sk_slot_init(&t->block, block);
    t->index = index;
    return sk_counted(t);
}

// Where t stands: the block (counted; SK_EMPTY if cleared) and the index in it.
static SkValue tee_place(Tee *t, int64_t *index) {
    sk_lock(&t->header);
    sk_write_begin_locked(&t->header);
    SkValue block = sk_retain(sk_slot_peek(&t->block));
    *index = t->index;
    sk_unlock(&t->header);
    return block;
}

// Moves t from a place to another (block stolen): false, nothing done, if another thread moved it first.
static bool tee_move(Tee *t, SkValue from, int64_t from_index, SkValue block, int64_t index) {
    sk_lock(&t->header);
    sk_write_begin_locked(&t->header);
    SkValue there = sk_slot_peek(&t->block);
    bool same = sk_is(there, from) && t->index == from_index;
    if (same) {
        sk_flag_removed_locked(&t->header, there);
        sk_slot_publish(&t->block, block);
        t->index = index;
    }
    sk_unlock(&t->header);
    sk_release(same ? there : block);
    return same;
}

// While there is one thread: the next item if it is in the block, or at hand. SK_EMPTY: the general way.
static inline SkValue tee_at_hand(Tee *t) {
    if (sk_multithreaded) return SK_EMPTY;
    SkValue block = sk_slot_peek(&t->block);
    int64_t index = t->index;
    if (sk_is_empty(block) || index >= TEE_BLOCK) return SK_EMPTY;
    TeeBlock *b = (TeeBlock *)sk_ptr(block);
    if (index == sk_load_relaxed(&b->count)) {
        SkValue source = sk_slot_peek(&b->source);
        SkValue item = sk_is_empty(source) || sk_load_relaxed(&b->reader) ? SK_EMPTY : sk_own(sk_next_at_hand(source));
        if (sk_is_empty(item)) return SK_EMPTY;
        sk_slot_publish(&b->items[index], item);
        sk_store_relaxed(&b->count, index + 1);
    }
    t->index = index + 1;
    return sk_retain(sk_slot_peek(&b->items[index]));
}

static SkValue tee_next(SkValue self) {
    Tee *t = (Tee *)sk_ptr(self);
    SkValue at_hand = tee_at_hand(t);
    if (!sk_is_empty(at_hand)) return at_hand;
    for (;;) {
        int64_t index;
        SK_AUTO SkValue block = tee_place(t, &index);
        if (sk_is_empty(block)) return SK_EMPTY;
        TeeBlock *b = (TeeBlock *)sk_ptr(block);
        if (index == TEE_BLOCK) {
            SkValue next = block_after(b);
            if (sk_is_empty(next)) return SK_EMPTY;
            tee_move(t, block, index, next, 0);
            continue;
        }
        SK_AUTO SkValue item = tee_item(b, index);
        if (sk_is_empty(item)) return SK_EMPTY;
        if (tee_move(t, block, index, sk_retain(block), index + 1)) return sk_move(&item);
    }
}

static SkValue tee_copy(SkValue self) {
    int64_t index;
    SkValue block = tee_place((Tee *)sk_ptr(self), &index);
    return tee_make(block, index);
}

// A tee over an iterable, which may itself be a tee: then one at the same place.
static SkValue tee_over(SkValue iterable) {
    SK_AUTO SkValue it = sk_iter(iterable);
    if (sk_is_empty(it)) return SK_EMPTY;
    if (sk_type_of(it) == &sk_itertools__tee_type) return tee_copy(it);
    return tee_make(block_new(sk_move(&it)), 0);
}

static SkValue tee_new(SkType *type SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs("_tee", kwnames) || !sk_check_nargs("_tee", nargs, 1, 1)) return SK_EMPTY;
    return tee_over(args[0]);
}

static const SkMethodDef tee_methods[] = {
    {"__copy__", SK_NOARGS, .noargs = tee_copy, .sig = "()", .doc = "An independent iterator at the same place."},
    {0},
};

SkType sk_itertools__tee_type = {
    SK_TYPE_HEAD(0, sizeof(Tee), tee_trace, tee_clear, tee_destroy),
    .name = "itertools._tee",
    .doc = "_tee(iterable, /)\n--\n\nAn iterator that can be copied.",
    .flags = SK_TF_IMMUTABLE | SK_TF_WEAKREF,
    .new_ = tee_new,
    .iter = sk_tool_iter,
    .iternext = tee_next,
    .methods = tee_methods,
};

SkValue sk_itertools_tee(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    int64_t n = 2;
    if (!sk_check_nargs("tee", nargs, 1, 2)) return SK_EMPTY;
    if (nargs == 2 && !sk_index_as_int64(args[1], &n, sk_exc_OverflowError)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "n must be >= 0");
    SkTuple *t = sk_tuple_alloc((size_t)n);
    if (!t) return SK_EMPTY;
    SK_AUTO SkValue result = sk_counted(t);
    SkValue from = args[0];
    for (int64_t i = 0; i < n; i++) {
        SkValue one = tee_over(from);
        if (sk_is_empty(one)) return SK_EMPTY;
        sk_tuple_init(t, (size_t)i, one);
        from = one;
    }
    return sk_move(&result);
}
