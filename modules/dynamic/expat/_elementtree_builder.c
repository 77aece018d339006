// xml.etree.ElementTree.TreeBuilder: makes a tree of what is started, said and ended.
#include "modules/dynamic/expat/_elementtree.h"
#include "modules/arguments.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkObject header;
    SkSlot root;
    SkSlot current;       // the element that is open
    SkSlot last;          // the element that text belongs to: into it, or, `behind` being it, behind it
    SkSlot behind;
    SkSlot data;          // text that has not been put anywhere yet: one piece, or a list of pieces
    SkElementStack open;  // the elements around `current`; None below the root
    SkSlot element_factory, comment_factory, pi_factory;   // empty: the usual ones
    SkSlot append, names[SK_EVENT_COUNT];                  // where events are told, and what they are called there; empty: not
    _Atomic bool insert_comments, insert_pis;
} Builder;

static Builder *as_builder(SkValue v) { return (Builder *)sk_ptr(v); }

enum { SLOTS = 9 + SK_EVENT_COUNT };
static void own_slots(Builder *b, SkSlot *out[SLOTS]) {
    SkSlot *all[] = {&b->root, &b->current, &b->last, &b->behind, &b->data, &b->element_factory, &b->comment_factory, &b->pi_factory, &b->append};
    for (int i = 0; i < 9; i++) out[i] = all[i];
    for (int i = 0; i < SK_EVENT_COUNT; i++) out[9 + i] = &b->names[i];
}
static void builder_trace(SkObject *o, SkVisit visit, void *arg) {
    SkSlot *slots[SLOTS];
    own_slots((Builder *)o, slots);
    for (int i = 0; i < SLOTS; i++) sk_slot_visit(slots[i], visit, arg);
    sk_element_stack_trace(&((Builder *)o)->open, visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void builder_clear(SkObject *o) {
    SkSlot *slots[SLOTS];
    own_slots((Builder *)o, slots);
    for (int i = 0; i < SLOTS; i++) sk_slot_set(o, slots[i], SK_EMPTY);
    sk_element_stack_clear(o, &((Builder *)o)->open);
    sk_instance_clear(o);
}
static void builder_destroy(SkObject *o) {
    SkSlot *slots[SLOTS];
    own_slots((Builder *)o, slots);
    for (int i = 0; i < SLOTS; i++) sk_slot_destroy(o, slots[i]);
    sk_element_stack_destroy(o, &((Builder *)o)->open);
    sk_instance_free(o, 0);
}

static SkValue builder_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

static SkValue factory_or_empty(SkValue v) { return sk_is_empty(v) || sk_is_none(v) ? SK_EMPTY : sk_retain(v); }

static bool builder_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[5];
    if (!sk_bind("TreeBuilder", "(element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False)", &sig,
                 args, nargs, kwnames, a))
        return false;
    Builder *b = as_builder(self);
    bool comments, pis;
    if (!sk_truth_argument(a[3], false, &comments) || !sk_truth_argument(a[4], false, &pis)) return false;
    sk_slot_set(&b->header, &b->element_factory, factory_or_empty(a[0]));
    sk_slot_set(&b->header, &b->comment_factory, factory_or_empty(a[1]));
    sk_slot_set(&b->header, &b->pi_factory, factory_or_empty(a[2]));
    sk_store_relaxed(&b->insert_comments, comments);
    sk_store_relaxed(&b->insert_pis, pis);
    return true;
}

// ---- events --------------------------------------------------------------------------------------------------------------------

void sk_tree_builder_events(SkValue builder, SkValue append, const SkValue names[SK_EVENT_COUNT]) {
    Builder *b = as_builder(builder);
    sk_slot_set(&b->header, &b->append, sk_retain(append));
    for (int i = 0; i < SK_EVENT_COUNT; i++) sk_slot_set(&b->header, &b->names[i], sk_is_empty(names[i]) ? SK_EMPTY : sk_retain(names[i]));
}
bool sk_tree_builder_tells(SkValue builder, SkTreeEvent event) {
    Builder *b = as_builder(builder);
    return sk_load_relaxed(&b->names[event].w) && sk_load_relaxed(&b->append.w);
}
bool sk_tree_builder_tell(SkValue builder, SkTreeEvent event, SkValue node) {
    Builder *b = as_builder(builder);
    if (!sk_tree_builder_tells(builder, event)) return true;
    SK_AUTO SkValue name = sk_slot_get(&b->header, &b->names[event]);
    SK_AUTO SkValue append = sk_slot_get(&b->header, &b->append);
    if (sk_is_empty(name) || sk_is_empty(append)) return true;
    SK_AUTO SkValue pair = sk_tuple_pack(2, name, node);
    SkValue r = sk_is_empty(pair) ? SK_EMPTY : sk_call1(append, pair);
    sk_release(r);
    return !sk_is_empty(r);
}

// ---- text ----------------------------------------------------------------------------------------------------------------------

static SkValue joined(SkValue pieces) {
    if (!sk_has_index(pieces, SK_T_LIST)) return sk_retain(pieces);
    return sk_str_join(sk_names.empty, pieces);
}

static bool add_text(SkValue element, SkValue text, bool behind) {
    if (sk_type_of(element) == &sk_element_type) {
        SkElement *e = sk_as_element(element);
        SkSlot *s = behind ? &e->tail : &e->text;
        SK_AUTO SkValue before = sk_slot_get(&e->header, s);
        if (sk_is_empty(before) || sk_is_none(before)) {
            sk_slot_set(&e->header, s, sk_retain(text));
            return true;
        }
        SkValue both = sk_is_str(before) && sk_is_str(text) ? sk_str_concat(before, text) : sk_binary(SK_OP_ADD, before, text);
        if (sk_is_empty(both)) return false;
        sk_slot_set(&e->header, s, both);
        return true;
    }
    const char *name = behind ? "tail" : "text";
    SK_AUTO SkValue before = sk_getattr_s(element, name);
    if (sk_is_empty(before)) return false;
    if (sk_is_none(before)) return sk_setattr_s(element, name, text);
    SK_AUTO SkValue both = sk_binary(SK_OP_ADD, before, text);
    return !sk_is_empty(both) && sk_setattr_s(element, name, both);
}

// Puts the text where it belongs.
static bool flush(Builder *b) {
    if (!sk_load_relaxed(&b->data.w)) return true;
    SK_AUTO SkValue pieces = sk_slot_swap(&b->header, &b->data, SK_EMPTY);
    if (sk_is_empty(pieces)) return true;
    SK_AUTO SkValue last = sk_slot_get(&b->header, &b->last);
    SK_AUTO SkValue behind = sk_slot_get(&b->header, &b->behind);
    SK_AUTO SkValue text = joined(pieces);
    if (sk_is_empty(text)) return false;
    if (!sk_is_empty(behind)) return add_text(behind, text, true);
    return sk_is_empty(last) || add_text(last, text, false);
}

bool sk_tree_builder_data(SkValue builder, SkValue text) {
    Builder *b = as_builder(builder);
    if (!sk_load_relaxed(&b->last.w)) return true;   // before the first element
    if (!sk_load_relaxed(&b->data.w)) {
        sk_slot_set(&b->header, &b->data, sk_retain(text));
        return true;
    }
    SkValue pieces = sk_slot_swap(&b->header, &b->data, SK_EMPTY);
    if (!sk_is_empty(pieces) && !sk_has_index(pieces, SK_T_LIST)) {
        SK_AUTO SkValue first = pieces;
        pieces = sk_list_from(&first, 1);
    } else if (sk_is_empty(pieces)) {
        pieces = sk_list_new(2);
    }
    if (sk_is_empty(pieces)) return false;
    bool ok = sk_list_append(pieces, text);
    sk_slot_set(&b->header, &b->data, pieces);
    return ok;
}

// ---- elements ------------------------------------------------------------------------------------------------------------------

static bool add_child(SkValue parent, SkValue child) {
    if (sk_type_of(parent) == &sk_element_type && sk_is_element(child)) return sk_element_append(parent, child);
    SkValue r = sk_call_method_s(parent, "append", &child, 1);
    sk_release(r);
    return !sk_is_empty(r);
}

SkValue sk_tree_builder_start(SkValue builder, SkValue tag, SkValue attrib) {
    Builder *b = as_builder(builder);
    SkObject *o = &b->header;
    if (!flush(b)) {
        sk_release(attrib);
        return SK_EMPTY;
    }
    SK_AUTO SkValue factory = sk_slot_get(o, &b->element_factory);
    SK_AUTO SkValue node = SK_EMPTY;
    if (sk_is_empty(factory)) {
        node = sk_element_new(tag, attrib);
    } else {
        SK_AUTO SkValue given = sk_is_empty(attrib) ? sk_dict_new() : attrib;
        if (!sk_is_empty(given)) node = sk_call2(factory, tag, given);
    }
    if (sk_is_empty(node)) return node;
    SkValue parent = sk_slot_get(o, &b->current);
    sk_slot_set(o, &b->behind, SK_EMPTY);
    bool ok = true;
    if (!sk_is_empty(parent)) ok = add_child(parent, node);
    else if (sk_load_relaxed(&b->root.w)) ok = sk_raise_false(sk_parse_error(), "multiple elements on top level");
    else sk_slot_set(o, &b->root, sk_retain(node));
    if (!ok) {
        sk_release(parent);
        return SK_EMPTY;
    }
    if (!sk_element_push(o, &b->open, sk_is_empty(parent) ? SK_NONE : parent)) return SK_EMPTY;
    sk_slot_set(o, &b->current, sk_retain(node));
    sk_slot_set(o, &b->last, sk_retain(node));
    return sk_tree_builder_tell(builder, SK_EVENT_START, node) ? sk_move(&node) : SK_EMPTY;
}

SkValue sk_tree_builder_end(SkValue builder, SkValue tag SK_UNUSED) {
    Builder *b = as_builder(builder);
    SkObject *o = &b->header;
    if (!flush(b)) return SK_EMPTY;
    SkValue parent = sk_element_pop(o, &b->open);
    if (sk_is_empty(parent)) return sk_raise(sk_exc_IndexError, "pop from empty stack");
    SK_AUTO SkValue node = sk_slot_swap(o, &b->current, sk_is_none(parent) ? SK_EMPTY : parent);
    if (sk_is_empty(node)) return SK_NONE;   // another thread has ended it
    sk_slot_set(o, &b->last, sk_retain(node));
    sk_slot_set(o, &b->behind, sk_retain(node));
    return sk_tree_builder_tell(builder, SK_EVENT_END, node) ? sk_move(&node) : SK_EMPTY;
}

// What a comment or an instruction has become is put into the tree if that is wanted.
static SkValue aside(SkValue builder, SkTreeEvent event, SkValue made, bool insert) {
    Builder *b = as_builder(builder);
    SK_AUTO SkValue node = made;
    if (sk_is_empty(node)) return node;
    if (insert) {
        SK_AUTO SkValue parent = sk_slot_get(&b->header, &b->current);
        if (!sk_is_empty(parent)) {
            if (!add_child(parent, node)) return SK_EMPTY;
            sk_slot_set(&b->header, &b->behind, sk_retain(node));
        }
    }
    return sk_tree_builder_tell(builder, event, node) ? sk_move(&node) : SK_EMPTY;
}

static SkValue factory_of(SkObject *o, SkSlot *own, SkValue usual) {
    SkValue f = sk_slot_get(o, own);
    return sk_is_empty(f) && !sk_is_empty(usual) ? sk_retain(usual) : f;
}

SkValue sk_tree_builder_comment(SkValue builder, SkValue text) {
    Builder *b = as_builder(builder);
    if (!flush(b)) return SK_EMPTY;
    SK_AUTO SkValue factory = factory_of(&b->header, &b->comment_factory, sk_comment_factory());
    if (sk_is_empty(factory)) return aside(builder, SK_EVENT_COMMENT, sk_retain(text), false);
    return aside(builder, SK_EVENT_COMMENT, sk_call1(factory, text), sk_load_relaxed(&b->insert_comments));
}
SkValue sk_tree_builder_pi(SkValue builder, SkValue target, SkValue text) {
    Builder *b = as_builder(builder);
    if (!flush(b)) return SK_EMPTY;
    SK_AUTO SkValue factory = factory_of(&b->header, &b->pi_factory, sk_pi_factory());
    if (sk_is_empty(factory)) return aside(builder, SK_EVENT_PI, sk_tuple_pack(2, target, text), false);
    return aside(builder, SK_EVENT_PI, sk_call2(factory, target, text), sk_load_relaxed(&b->insert_pis));
}
bool sk_tree_builder_wants_comments(SkValue builder) {
    Builder *b = as_builder(builder);
    return sk_load_relaxed(&b->insert_comments) || sk_load_relaxed(&b->comment_factory.w) || sk_tree_builder_tells(builder, SK_EVENT_COMMENT);
}
bool sk_tree_builder_wants_pis(SkValue builder) {
    Builder *b = as_builder(builder);
    return sk_load_relaxed(&b->insert_pis) || sk_load_relaxed(&b->pi_factory.w) || sk_tree_builder_tells(builder, SK_EVENT_PI);
}

SkValue sk_tree_builder_close(SkValue builder) {
    SkValue root = sk_slot_get(sk_ptr(builder), &as_builder(builder)->root);
    return sk_is_empty(root) ? SK_NONE : root;
}

// ---- methods -------------------------------------------------------------------------------------------------------------------

static SkValue start(SkValue v, const SkValue *a) {
    if (!sk_is_dict(a[1])) return sk_raise(sk_exc_TypeError, "start() argument 2 must be dict, not %T", a[1]);
    return sk_tree_builder_start(v, a[0], sk_retain(a[1]));
}
static SkValue data(SkValue v, SkValue text) { return sk_tree_builder_data(v, text) ? SK_NONE : SK_EMPTY; }
static SkValue pi(SkValue v, const SkValue *a) { return sk_tree_builder_pi(v, a[0], sk_is_empty(a[1]) ? SK_NONE : a[1]); }

static const SkMethodDef methods[] = {
    {"data", SK_ONEARG, .onearg = data, .sig = "(data, /)", .doc = "Text of the open element."},
    {"start", SK_SIG, .sig_fn = start, .sig = "(tag, attrs, /)", .doc = "Opens an element, and returns it."},
    {"end", SK_ONEARG, .onearg = sk_tree_builder_end, .sig = "(tag, /)", .doc = "Closes the open element, and returns it."},
    {"comment", SK_ONEARG, .onearg = sk_tree_builder_comment, .sig = "(text, /)", .doc = "A comment."},
    {"pi", SK_SIG, .sig_fn = pi, .sig = "(target, text=None, /)", .doc = "A processing instruction."},
    {"close", SK_NOARGS, .noargs = sk_tree_builder_close, .sig = "()", .doc = "The topmost element."},
    {0},
};

SkType sk_tree_builder_type = {
    SK_TYPE_HEAD(0, sizeof(Builder), builder_trace, builder_clear, builder_destroy),
    .name = "xml.etree.ElementTree.TreeBuilder",
    .flags = SK_TF_BASE,
    .new_ = builder_new,
    .init = builder_init,
    .methods = methods,
};
