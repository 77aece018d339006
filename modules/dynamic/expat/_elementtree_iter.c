// Walks over a tree of elements, in the order of the document; and the stacks that walkers and builders keep.
//
// An iterator is advanced by one thread at a time, as a generator would be: `busy` is taken by compare-and-swap.
#include "base/alloc.h"
#include "modules/dynamic/expat/_elementtree.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str.h"

// ---- stacks --------------------------------------------------------------------------------------------------------------------

static size_t array_size(size_t n) { return sizeof(SkElementStackArray) + n * sizeof(SkSlot); }

static bool grow(SkObject *of, SkElementStack *s, size_t capacity) {
    SkElementStackArray *grown = sk_calloc(1, array_size(capacity)), *old = NULL;
    if (!grown) return sk_raise_memory(), false;
    grown->capacity = capacity;
    sk_lock(of);
    SkElementStackArray *now = sk_load_relaxed(&s->array);
    if (!now || now->capacity < capacity) {
        sk_write_begin_locked(of);
        for (size_t i = 0, n = sk_load_relaxed(&s->depth); i < n; i++) sk_store_relaxed(&grown->items[i].w, sk_load_relaxed(&now->items[i].w));
        sk_store_release(&s->array, grown);  // PAIR(element-stack): a tracer sees the items of the array it sees
        old = now;
        grown = NULL;
    }
    sk_unlock(of);
    sk_free(grown);
    if (old) sk_buffer_retire(of, old, array_size(old->capacity));
    return true;
}

bool sk_element_push(SkObject *of, SkElementStack *s, SkValue v) {
    for (;;) {
        sk_lock(of);
        SkElementStackArray *a = sk_load_relaxed(&s->array);
        size_t n = sk_load_relaxed(&s->depth), capacity = a ? a->capacity : 0;
        bool room = n < capacity;
        if (room) {
            sk_write_begin_locked(of);
            sk_slot_publish(&a->items[n], v);
            sk_store_relaxed(&s->depth, n + 1);
        }
        sk_unlock(of);
        if (room) return true;
        if (!grow(of, s, capacity ? capacity * 2 : 16)) {
            sk_release(v);
            return false;
        }
    }
}

SkValue sk_element_pop(SkObject *of, SkElementStack *s) {
    SkValue v = SK_EMPTY;
    sk_lock(of);
    size_t n = sk_load_relaxed(&s->depth);
    if (n) {
        sk_write_begin_locked(of);
        SkSlot *at = &sk_load_relaxed(&s->array)->items[n - 1];
        v = (SkValue){sk_load_relaxed(&at->w)};
        sk_store_relaxed(&at->w, 0);
        sk_flag_removed_locked(of, v);
        sk_store_relaxed(&s->depth, n - 1);
    }
    sk_unlock(of);
    return v;
}

SkValue sk_element_top(SkObject *of, SkElementStack *s) {
    SkValue v = SK_EMPTY;
    sk_lock(of);
    size_t n = sk_load_relaxed(&s->depth);
    if (n) {
        sk_write_begin_locked(of);
        v = sk_retain((SkValue){sk_load_relaxed(&sk_load_relaxed(&s->array)->items[n - 1].w)});
    }
    sk_unlock(of);
    return v;
}

void sk_element_stack_trace(SkElementStack *s, SkVisit visit, void *arg) {
    SkElementStackArray *a = sk_load_acquire(&s->array);  // PAIR(element-stack)
    for (size_t i = 0; a && i < a->capacity; i++) sk_slot_visit(&a->items[i], visit, arg);
}
void sk_element_stack_clear(SkObject *of, SkElementStack *s) {
    for (;;) {
        SkValue v = sk_element_pop(of, s);
        if (sk_is_empty(v)) break;
        sk_release(v);
    }
}
void sk_element_stack_destroy(SkObject *of, SkElementStack *s) {
    SkElementStackArray *a = sk_load_relaxed(&s->array);
    if (!a) return;
    for (size_t i = 0; i < a->capacity; i++) sk_slot_destroy(of, &a->items[i]);
    sk_buffer_retire(of, a, array_size(a->capacity));
}

// ---- iterators -----------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot root;            // until the first step
    SkSlot tag;             // empty: all
    SkElementStack path;    // element, number of the child that is next, element, ...
    bool text;
    _Atomic uint32_t busy;
} Iter;

static Iter *as_iter(SkValue v) { return (Iter *)sk_ptr(v); }

static void iter_trace(SkObject *o, SkVisit visit, void *arg) {
    Iter *it = (Iter *)o;
    sk_slot_visit(&it->root, visit, arg);
    sk_slot_visit(&it->tag, visit, arg);
    sk_element_stack_trace(&it->path, visit, arg);
}
static void iter_clear(SkObject *o) {
    sk_slot_set(o, &((Iter *)o)->root, SK_EMPTY);
    sk_element_stack_clear(o, &((Iter *)o)->path);
}
static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Iter *)o)->root);
    sk_slot_destroy(o, &((Iter *)o)->tag);
    sk_element_stack_destroy(o, &((Iter *)o)->path);
    sk_object_free(o, sizeof(Iter));
}

SkValue sk_element_iter_new(SkValue root, SkValue tag, bool text) {
    Iter *it = (Iter *)sk_container_new(&sk_element_iter_type.head, sizeof *it);
    if (!it) return sk_raise_memory();
    it->text = text;
    sk_slot_init(&it->root, sk_retain(root));
    if (!sk_is_empty(tag)) sk_slot_init(&it->tag, sk_retain(tag));
    return sk_counted(it);
}

// Goes into an element (counted, taken). It, or its text, if that is to be given out; SK_EMPTY: not, or an exception.
static SkValue enter(Iter *it, SkValue element) {
    SkObject *o = &it->header;
    SK_AUTO SkValue e = element;
    if (!sk_element_push(o, &it->path, sk_retain(e)) || !sk_element_push(o, &it->path, sk_from_small_int(0))) return SK_EMPTY;
    if (it->text) {
        SkValue text = sk_slot_get(sk_ptr(e), &sk_as_element(e)->text);
        return sk_is_empty(text) ? SK_NONE : text;
    }
    SkValue wanted = sk_slot_peek(&it->tag);
    if (sk_is_empty(wanted)) return sk_move(&e);
    SK_AUTO SkValue tag = sk_slot_get(sk_ptr(e), &sk_as_element(e)->tag);
    int same = sk_is_empty(tag) ? 0 : sk_element_tag_is(tag, wanted);
    return same < 0 ? SK_EMPTY : same ? sk_move(&e) : SK_NONE;
}

// The next thing to look at: SK_NONE for nothing, SK_EMPTY at the end or with an exception.
static SkValue step(Iter *it) {
    SkObject *o = &it->header;
    if (sk_load_relaxed(&it->root.w)) {
        SkValue root = sk_slot_swap(o, &it->root, SK_EMPTY);
        if (!sk_is_empty(root)) return enter(it, root);
    }
    SkValue at = sk_element_pop(o, &it->path);
    if (sk_is_empty(at)) return at;
    size_t i = (size_t)sk_small_int(at);
    SK_AUTO SkValue parent = sk_element_top(o, &it->path);
    SkValue children = sk_is_empty(parent) ? SK_EMPTY : sk_slot_load(sk_ptr(parent), &sk_as_element(parent)->children);
    SkValue child = sk_is_empty(children) ? SK_EMPTY : sk_list_get(children, i);
    sk_release(children);
    if (!sk_is_empty(child)) {
        if (sk_element_push(o, &it->path, sk_from_small_int((int64_t)i + 1))) return enter(it, child);
        sk_release(child);
        return SK_EMPTY;
    }
    SK_AUTO SkValue left = sk_element_pop(o, &it->path);
    if (!it->text || !sk_load_relaxed(&it->path.depth) || sk_is_empty(left)) return SK_NONE;
    SkValue tail = sk_slot_get(sk_ptr(left), &sk_as_element(left)->tail);
    return sk_is_empty(tail) ? SK_NONE : tail;
}

static SkValue iter_next(SkValue v) {
    Iter *it = as_iter(v);
    uint32_t no = 0;
    if (!sk_cas_acquire(&it->busy, &no, 1))  // PAIR(element-iter)
        return sk_raise(sk_exc_ValueError, "generator already executing");
    SkValue r;
    for (;;) {
        r = step(it);
        if (sk_is_empty(r)) break;
        if (sk_is_none(r)) continue;
        if (!it->text) break;
        int truth = sk_truth(r);
        if (truth > 0) break;
        sk_release(r);
        r = SK_EMPTY;
        if (truth < 0) break;
    }
    sk_store_release(&it->busy, 0);  // PAIR(element-iter): what this step did is seen by who takes the next
    return r;
}
static SkValue iter_self(SkValue v) { return sk_dup(v); }

SkType sk_element_iter_type = {
    SK_TYPE_HEAD(0, sizeof(Iter), iter_trace, iter_clear, iter_destroy),
    .name = "_elementtree._element_iterator",
    .flags = SK_TF_NO_NEW,
    .iter = iter_self,
    .iternext = iter_next,
};
