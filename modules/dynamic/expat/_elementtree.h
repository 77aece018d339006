// What the files of _elementtree share.
//
// Threads. What an element, an iterator or a builder holds is in slots and lists, which any thread may read and change. A parser has a
// recursive mutex (taken detached where it must be waited for) around every use of the library's parser, and so while it calls
// the target's methods.
#ifndef SKEIN_MODULES__ELEMENTTREE_H
#define SKEIN_MODULES__ELEMENTTREE_H

#include "objects/type.h"

// ---- elements (_elementtree_element.c) -----------------------------------------------------------------------------------------
typedef struct {
    SkObject header;
    SkSlot tag;
    SkSlot text, tail;   // empty: None
    SkSlot attrib;       // a dict, or empty: there are no attributes yet
    SkSlot children;     // a list of elements, or empty: there were none yet; never replaced by another list
} SkElement;

extern SkType sk_element_type, sk_element_iter_type, sk_tree_builder_type, sk_xml_parser_type;
SK_INLINE SkElement *sk_as_element(SkValue v) { return (SkElement *)sk_ptr(v); }
SK_INLINE bool sk_is_element(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_element_type); }

// A plain element. Retains tag; takes attrib, a dict or SK_EMPTY.
SkValue sk_element_new(SkValue tag, SkValue attrib) SK_MUST_USE;
// Requires that child is an element.
bool sk_element_append(SkValue parent, SkValue child) SK_MUST_USE;
// Its list of children: counted. Made if there is none.
SkValue sk_element_children(SkValue v) SK_MUST_USE;
// The dict of attributes made of a dict (SK_EMPTY: none) and keyword arguments: counted.
SkValue sk_element_attributes(SkValue dict, const SkValue *values, SkValue kwnames) SK_MUST_USE;
// Whether a tag is the wanted one: 1, 0, -1 with an exception.
int sk_element_tag_is(SkValue tag, SkValue wanted);

// ---- iterators (_elementtree_iter.c) -------------------------------------------------------------------------------------------
// tag SK_EMPTY: all elements. text: what itertext() gives.
SkValue sk_element_iter_new(SkValue root, SkValue tag, bool text) SK_MUST_USE;

// A stack of values that an object holds: pushed and popped by any thread.
typedef struct {
    size_t capacity;
    SkSlot items[];
} SkElementStackArray;
typedef struct {
    _Atomic(SkElementStackArray *) array;   // replaced whole, under the object's lock
    _Atomic size_t depth;                   // written under it
} SkElementStack;
bool sk_element_push(SkObject *of, SkElementStack *s, SkValue v /* counted, taken */) SK_MUST_USE;
SkValue sk_element_pop(SkObject *of, SkElementStack *s) SK_MUST_USE;   // counted; SK_EMPTY: there is none
SkValue sk_element_top(SkObject *of, SkElementStack *s) SK_MUST_USE;   // likewise; it stays
void sk_element_stack_trace(SkElementStack *s, SkVisit visit, void *arg);
void sk_element_stack_clear(SkObject *of, SkElementStack *s);
void sk_element_stack_destroy(SkObject *of, SkElementStack *s);

// ---- builders (_elementtree_builder.c): what a parser tells one without looking its methods up --------------------------------------
SkValue sk_tree_builder_start(SkValue builder, SkValue tag, SkValue attrib /* taken, or SK_EMPTY */) SK_MUST_USE;   // all counted
SkValue sk_tree_builder_end(SkValue builder, SkValue tag) SK_MUST_USE;
bool sk_tree_builder_data(SkValue builder, SkValue text) SK_MUST_USE;
SkValue sk_tree_builder_comment(SkValue builder, SkValue text) SK_MUST_USE;
SkValue sk_tree_builder_pi(SkValue builder, SkValue target, SkValue text) SK_MUST_USE;
SkValue sk_tree_builder_close(SkValue builder) SK_MUST_USE;
// Somebody sees comments, instructions: they are put into the tree, reported, or made by a factory of the program's.
bool sk_tree_builder_wants_comments(SkValue builder);
bool sk_tree_builder_wants_pis(SkValue builder);

typedef enum { SK_EVENT_START, SK_EVENT_END, SK_EVENT_START_NS, SK_EVENT_END_NS, SK_EVENT_COMMENT, SK_EVENT_PI, SK_EVENT_COUNT } SkTreeEvent;
// Events are appended by calling `append`; names: SK_EMPTY where the event is not wanted. Retains.
void sk_tree_builder_events(SkValue builder, SkValue append, const SkValue names[SK_EVENT_COUNT]);
bool sk_tree_builder_tell(SkValue builder, SkTreeEvent event, SkValue node) SK_MUST_USE;
bool sk_tree_builder_tells(SkValue builder, SkTreeEvent event);

// ---- the module (_elementtree.c) -----------------------------------------------------------------------------------------------
SkType *sk_parse_error(void);
// The functions given to _set_factories(): words that need no release, or SK_EMPTY.
SkValue sk_comment_factory(void);
SkValue sk_pi_factory(void);

#endif
