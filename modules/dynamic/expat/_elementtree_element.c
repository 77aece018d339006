// xml.etree.ElementTree.Element.
//
// The children lie in a list that is made for the first of them and stays the element's own, so that all that is asked of a sequence
// is answered by the list.
#include "modules/dynamic/expat/_elementtree.h"
#include "modules/arguments.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- life ----------------------------------------------------------------------------------------------------------------------

static void element_trace(SkObject *o, SkVisit visit, void *arg) {
    SkElement *e = (SkElement *)o;
    sk_slot_visit(&e->tag, visit, arg);
    sk_slot_visit(&e->text, visit, arg);
    sk_slot_visit(&e->tail, visit, arg);
    sk_slot_visit(&e->attrib, visit, arg);
    sk_slot_visit(&e->children, visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void element_clear(SkObject *o) {
    SkElement *e = (SkElement *)o;
    sk_slot_set(o, &e->tag, SK_NONE);
    sk_slot_set(o, &e->text, SK_EMPTY);
    sk_slot_set(o, &e->tail, SK_EMPTY);
    sk_slot_set(o, &e->attrib, SK_EMPTY);
    sk_slot_set(o, &e->children, SK_EMPTY);
    sk_instance_clear(o);
}
static void element_destroy(SkObject *o) {
    SkElement *e = (SkElement *)o;
    sk_slot_destroy(o, &e->tag);
    sk_slot_destroy(o, &e->text);
    sk_slot_destroy(o, &e->tail);
    sk_slot_destroy(o, &e->attrib);
    sk_slot_destroy(o, &e->children);
    sk_instance_free(o, 0);
}

SkValue sk_element_new(SkValue tag, SkValue attrib) {
    SkElement *e = (SkElement *)sk_type_alloc(&sk_element_type, 0);
    if (!e) {
        sk_release(attrib);
        return SK_EMPTY;
    }
    sk_slot_publish(&e->tag, sk_retain(tag));
    if (!sk_is_empty(attrib)) sk_slot_publish(&e->attrib, attrib);
    return sk_counted(e);
}

static SkValue element_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkElement *e = (SkElement *)sk_type_alloc(type, 0);
    if (!e) return SK_EMPTY;
    sk_slot_publish(&e->tag, SK_NONE);
    return sk_counted(e);
}

SkValue sk_element_attributes(SkValue dict, const SkValue *values, SkValue kwnames) {
    SkValue out = sk_is_empty(dict) ? sk_dict_new() : sk_dict_copy(dict);
    for (size_t i = 0, n = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames); i < n && !sk_is_empty(out); i++) {
        if (sk_dict_set(out, sk_tuple_peek(kwnames, i), values[i])) continue;
        sk_release(out);
        return SK_EMPTY;
    }
    return out;
}

// Element(tag, attrib={}, **extra): `attrib` may be given by name.
static bool element_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SkElement *e = sk_as_element(self);
    if (nargs < 1) return sk_raise_false(sk_exc_TypeError, "Element() takes at least 1 argument (0 given)");
    if (nargs > 2) return sk_raise_false(sk_exc_TypeError, "Element() takes at most 2 arguments (%zu given)", nargs);
    if (nargs == 2 && !sk_is_dict(args[1])) return sk_raise_false(sk_exc_TypeError, "Element() argument 2 must be dict, not %T", args[1]);
    SkValue attrib = SK_EMPTY;
    bool any = nargs == 2 || (!sk_is_empty(kwnames) && sk_tuple_len(kwnames));
    if (any) {
        attrib = sk_element_attributes(nargs == 2 ? args[1] : SK_EMPTY, args + nargs, kwnames);
        if (sk_is_empty(attrib)) return false;
        if (nargs == 1) {
            SK_AUTO SkValue given = sk_dict_get_s(attrib, "attrib");
            SK_AUTO SkValue key = sk_str_from("attrib");
            bool ok = !sk_is_empty(key);
            if (ok && !sk_is_empty(given)) {
                ok = sk_is_dict(given) || sk_raise_false(sk_exc_TypeError, "attrib must be dict, not %.100T", given);
                ok = ok && sk_dict_delete(attrib, key) >= 0;
                SkValue merged = ok ? sk_dict_copy(given) : SK_EMPTY;
                ok = !sk_is_empty(merged) && sk_dict_update(merged, attrib);
                sk_release(attrib);
                attrib = merged;
            }
            if (!ok) {
                sk_release(attrib);
                return false;
            }
        }
    }
    sk_slot_set(&e->header, &e->tag, sk_retain(args[0]));
    sk_slot_set(&e->header, &e->attrib, attrib);
    sk_slot_set(&e->header, &e->text, SK_EMPTY);
    sk_slot_set(&e->header, &e->tail, SK_EMPTY);
    return true;
}

// ---- parts ---------------------------------------------------------------------------------------------------------------------

// What is in the slot, or what was made for it meanwhile: counted.
static SkValue need(SkElement *e, SkSlot *s, SkValue (*make)(void)) {
    SkValue v = sk_slot_get(&e->header, s);
    if (!sk_is_empty(v)) return v;
    SkValue made = make();
    if (sk_is_empty(made)) return made;
    sk_lock(&e->header);
    sk_write_begin_locked(&e->header);
    v = (SkValue){sk_load_relaxed(&s->w)};
    if (sk_is_empty(v)) sk_slot_publish(s, sk_retain(made));
    else v = sk_retain(v);
    sk_unlock(&e->header);
    if (sk_is_empty(v)) return made;
    sk_release(made);
    return v;
}
static SkValue new_list(void) { return sk_list_new(0); }
SkValue sk_element_children(SkValue v) { return need(sk_as_element(v), &sk_as_element(v)->children, new_list); }
static SkValue attributes(SkValue v) { return need(sk_as_element(v), &sk_as_element(v)->attrib, sk_dict_new); }
// As a word; SK_EMPTY: none yet.
static SkValue children_now(SkValue v) { return sk_slot_load(sk_ptr(v), &sk_as_element(v)->children); }

bool sk_element_append(SkValue parent, SkValue child) {
    SK_AUTO SkValue list = sk_element_children(parent);
    return !sk_is_empty(list) && sk_list_append(list, child);
}

static size_t count(SkValue v) {
    SK_AUTO SkValue list = children_now(v);
    return sk_is_empty(list) ? 0 : sk_list_len(list);
}
static bool check_element(SkValue v) { return sk_is_element(v) || sk_raise_false(sk_exc_TypeError, "expected an Element, not \"%.200T\"", v); }
static bool check_argument(const char *what, SkValue v) {
    return sk_is_element(v) || sk_raise_false(sk_exc_TypeError, "%s must be xml.etree.ElementTree.Element, not %T", what, v);
}
// A list of elements made of any sequence.
static SkValue list_of_elements(SkValue v) {
    if (sk_is_element(v)) {
        SK_AUTO SkValue own = sk_element_children(v);
        return sk_is_empty(own) ? own : sk_to_list(own);
    }
    SK_AUTO SkValue it = sk_iter(v);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "expected sequence, not \"%.200T\"", v);
        return SK_EMPTY;
    }
    SK_AUTO SkValue list = sk_to_list(it);
    for (size_t i = 0; !sk_is_empty(list) && i < sk_list_len(list); i++) {
        SK_AUTO SkValue child = sk_list_get(list, i);
        if (!check_element(child)) return SK_EMPTY;
    }
    return sk_move(&list);
}

// ---- as a sequence -------------------------------------------------------------------------------------------------------------

static int64_t element_len(SkValue v) { return (int64_t)count(v); }
static int element_bool(SkValue v) {
    if (!sk_warn(sk_exc_DeprecationWarning, 1,
                 "Testing an element's truth value will always return True in future versions.  Use specific 'len(elem)' or "
                 "'elem is not None' test instead."))
        return -1;
    return count(v) > 0;
}

static bool index_of(SkValue key, int64_t *out) {
    if (sk_is_small_int(key)) return *out = sk_small_int(key), true;
    if (!sk_has_index_method(key)) return sk_raise_false(sk_exc_TypeError, "element indices must be integers");
    return sk_index_as_int64(key, out, sk_exc_IndexError);
}

static SkValue element_getitem(SkValue v, SkValue key) {
    if (sk_is_slice(key)) {
        SK_AUTO SkValue list = sk_element_children(v);
        return sk_is_empty(list) ? list : sk_getitem(list, key);
    }
    int64_t i;
    if (!index_of(key, &i)) return SK_EMPTY;
    SK_AUTO SkValue list = children_now(v);
    int64_t n = sk_is_empty(list) ? 0 : (int64_t)sk_list_len(list);
    if (i < 0) i += n;
    SkValue child = i < 0 || sk_is_empty(list) ? SK_EMPTY : sk_list_get(list, (size_t)i);
    return sk_is_empty(child) ? sk_raise(sk_exc_IndexError, "child index out of range") : child;
}

static bool element_setitem(SkValue v, SkValue key, SkValue value) {
    SK_AUTO SkValue list = sk_element_children(v);
    if (sk_is_empty(list)) return false;
    if (sk_is_slice(key)) {
        if (sk_is_empty(value)) return sk_setitem(list, key, value);
        SK_AUTO SkValue elements = list_of_elements(value);
        return !sk_is_empty(elements) && sk_setitem(list, key, elements);
    }
    int64_t i;
    if (!index_of(key, &i)) return false;
    if (i < 0) i += (int64_t)sk_list_len(list);
    if (i < 0 || i >= (int64_t)sk_list_len(list)) return sk_raise_false(sk_exc_IndexError, "child assignment index out of range");
    if (!sk_is_empty(value) && !check_element(value)) return false;
    if (sk_setitem(list, sk_from_small_int(i), value)) return true;
    if (sk_error_clear_if(sk_exc_IndexError)) sk_raise(sk_exc_IndexError, "child assignment index out of range");
    return false;
}

static SkValue append(SkValue v, SkValue child) {
    return check_argument("append() argument", child) && sk_element_append(v, child) ? SK_NONE : SK_EMPTY;
}
static SkValue extend(SkValue v, SkValue elements) {
    SK_AUTO SkValue more = list_of_elements(elements);
    SK_AUTO SkValue list = sk_is_empty(more) ? SK_EMPTY : sk_element_children(v);
    return !sk_is_empty(list) && sk_list_extend(list, more) ? SK_NONE : SK_EMPTY;
}
static SkValue insert(SkValue v, const SkValue *a) {
    int64_t i;
    if (!sk_ssize_argument(a[0], 0, &i) || !check_argument("insert() argument 2", a[1])) return SK_EMPTY;
    SK_AUTO SkValue list = sk_element_children(v);
    return !sk_is_empty(list) && sk_list_insert(list, i, a[1]) ? SK_NONE : SK_EMPTY;
}
static SkValue remove_child(SkValue v, SkValue child) {
    if (!check_argument("remove() argument", child)) return SK_EMPTY;
    SK_AUTO SkValue list = sk_element_children(v);
    return sk_is_empty(list) ? list : sk_call_method_s(list, "remove", &child, 1);
}
static SkValue clear(SkValue v) {
    SkElement *e = sk_as_element(v);
    SK_AUTO SkValue list = sk_own(children_now(v));
    sk_slot_set(&e->header, &e->attrib, SK_EMPTY);
    sk_slot_set(&e->header, &e->text, SK_EMPTY);
    sk_slot_set(&e->header, &e->tail, SK_EMPTY);
    if (!sk_is_empty(list)) sk_list_clear(list);
    return SK_NONE;
}

// ---- attributes ----------------------------------------------------------------------------------------------------------------

static SkValue get(SkValue v, const SkValue *a) {
    SkValue otherwise = sk_is_empty(a[1]) ? SK_NONE : a[1];
    SK_AUTO SkValue dict = sk_own(sk_slot_load(sk_ptr(v), &sk_as_element(v)->attrib));
    SkValue r = sk_is_empty(dict) ? SK_EMPTY : sk_dict_load(dict, a[0]);
    return sk_is_empty(r) && !sk_error_occurred() ? sk_dup(otherwise) : r;
}
static SkValue set(SkValue v, const SkValue *a) {
    SK_AUTO SkValue dict = attributes(v);
    return !sk_is_empty(dict) && sk_dict_set(dict, a[0], a[1]) ? SK_NONE : SK_EMPTY;
}
static SkValue keys(SkValue v) {
    SK_AUTO SkValue dict = attributes(v);
    return sk_is_empty(dict) ? dict : sk_dict_keys_list(dict);
}
static SkValue items(SkValue v) {
    SK_AUTO SkValue dict = attributes(v);
    return sk_is_empty(dict) ? dict : sk_dict_items_list(dict);
}

#define PART(name)                                                                                            \
    static SkValue get_##name(SkValue v, void *closure SK_UNUSED) {                                           \
        SkValue part = sk_slot_load(sk_ptr(v), &sk_as_element(v)->name);                                      \
        return sk_is_empty(part) ? SK_NONE : part;                                                            \
    }                                                                                                         \
    static bool set_##name(SkValue v, SkValue part, void *closure SK_UNUSED) {                                \
        if (sk_is_empty(part)) return sk_raise_false(sk_exc_AttributeError, "can't delete element attribute"); \
        sk_slot_set(sk_ptr(v), &sk_as_element(v)->name, sk_retain(part));                                     \
        return true;                                                                                          \
    }
PART(tag)
PART(text)
PART(tail)
static SkValue get_attrib(SkValue v, void *closure SK_UNUSED) { return attributes(v); }
static bool set_attrib(SkValue v, SkValue dict, void *closure SK_UNUSED) {
    if (sk_is_empty(dict)) return sk_raise_false(sk_exc_AttributeError, "can't delete element attribute");
    if (!sk_is_dict(dict)) return sk_raise_false(sk_exc_TypeError, "attrib must be dict, not %.200T", dict);
    sk_slot_set(sk_ptr(v), &sk_as_element(v)->attrib, sk_retain(dict));
    return true;
}

// ---- finding -------------------------------------------------------------------------------------------------------------------

int sk_element_tag_is(SkValue tag, SkValue wanted) {
    if (sk_is(tag, wanted)) return 1;
    if (sk_is_exact_str(tag) && sk_is_exact_str(wanted)) return sk_str_equal(tag, wanted);
    return sk_compare_bool(tag, wanted, SK_EQ);
}

// A tag, and no expression.
static bool is_plain_tag(SkValue path) {
    if (!sk_is_str(path)) return false;
    SkStr *s = sk_as_str(path);
    size_t n = s->length;
    // {}tag and {*}tag are patterns
    if (n >= 3 && sk_str_at(s, 0) == '{' && (sk_str_at(s, 1) == '}' || (sk_str_at(s, 1) == '*' && sk_str_at(s, 2) == '}'))) return false;
    bool within = false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c == '{') within = true;
        else if (c == '}') within = false;
        else if (!within && (c == '/' || c == '*' || c == '[' || c == '@' || c == '.')) return false;
    }
    return true;
}

static bool simple(const SkValue *path, SkValue namespaces) {
    return (sk_is_empty(namespaces) || sk_is_none(namespaces)) && is_plain_tag(*path);
}

// ElementPath's function of this name.
static SkValue by_path(const char *function, const SkValue *args, size_t n) {
    SK_AUTO SkValue module = sk_import("xml.etree.ElementPath");
    SK_AUTO SkValue f = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, function);
    return sk_is_empty(f) ? f : sk_call(f, args, n, SK_EMPTY);
}
static SkValue or_none(SkValue v) { return sk_is_empty(v) ? SK_NONE : v; }

// The first child with a tag, from *at on, which is left behind it: counted. SK_EMPTY: none, or an exception.
static SkValue next_child(SkValue v, SkValue tag, size_t *at) {
    SK_AUTO SkValue list = sk_own(children_now(v));
    for (; !sk_is_empty(list); ++*at) {
        SK_AUTO SkValue child = sk_list_get(list, *at);
        if (sk_is_empty(child)) break;
        SK_AUTO SkValue its = sk_slot_get(sk_ptr(child), &sk_as_element(child)->tag);
        int same = sk_element_tag_is(its, tag);
        if (same < 0) break;
        if (!same) continue;
        ++*at;
        return sk_move(&child);
    }
    return SK_EMPTY;
}

static SkValue find(SkValue v, const SkValue *a) {
    if (!simple(&a[0], a[1])) return by_path("find", (SkValue[]){v, a[0], or_none(a[1])}, 3);
    size_t at = 0;
    SkValue child = next_child(v, a[0], &at);
    return sk_is_empty(child) && !sk_error_occurred() ? SK_NONE : child;
}
static SkValue findtext(SkValue v, const SkValue *a) {
    SkValue otherwise = or_none(a[1]);
    if (!simple(&a[0], a[2])) return by_path("findtext", (SkValue[]){v, a[0], otherwise, or_none(a[2])}, 4);
    size_t at = 0;
    SK_AUTO SkValue child = next_child(v, a[0], &at);
    if (sk_is_empty(child)) return sk_error_occurred() ? SK_EMPTY : sk_dup(otherwise);
    SkValue text = sk_slot_get(sk_ptr(child), &sk_as_element(child)->text);
    return sk_is_empty(text) || sk_is_none(text) ? sk_str_from("") : text;
}
static SkValue findall(SkValue v, const SkValue *a) {
    if (!simple(&a[0], a[1])) return by_path("findall", (SkValue[]){v, a[0], or_none(a[1])}, 3);
    SK_AUTO SkValue out = sk_list_new(0);
    for (size_t at = 0; !sk_is_empty(out);) {
        SkValue child = next_child(v, a[0], &at);
        if (sk_is_empty(child)) return sk_error_occurred() ? SK_EMPTY : sk_move(&out);
        if (!sk_list_append_steal(out, child)) break;
    }
    return SK_EMPTY;
}
static SkValue iterfind(SkValue v, const SkValue *a) { return by_path("iterfind", (SkValue[]){v, a[0], or_none(a[1])}, 3); }
static SkValue iter(SkValue v, const SkValue *a) {
    bool all = sk_is_empty(a[0]) || sk_is_none(a[0]) || (sk_is_str(a[0]) && sk_str_equals_ascii(a[0], "*"));
    return sk_element_iter_new(v, all ? SK_EMPTY : a[0], false);
}
static SkValue itertext(SkValue v) { return sk_element_iter_new(v, SK_EMPTY, true); }

// ---- copies --------------------------------------------------------------------------------------------------------------------

static SkValue makeelement(SkValue v SK_UNUSED, const SkValue *a) {
    if (!sk_is_dict(a[1])) return sk_raise(sk_exc_TypeError, "makeelement() argument 2 must be dict, not %T", a[1]);
    SkValue attrib = sk_dict_copy(a[1]);
    return sk_is_empty(attrib) ? attrib : sk_element_new(a[0], attrib);
}

static SkValue part(SkValue v, SkSlot *s) {
    SkValue p = sk_slot_get(sk_ptr(v), s);
    return sk_is_empty(p) ? SK_NONE : p;
}

static SkValue copy(SkValue v) {
    SkElement *e = sk_as_element(v);
    SK_AUTO SkValue tag = part(v, &e->tag);
    SK_AUTO SkValue attrib = sk_slot_get(sk_ptr(v), &e->attrib);
    // The copy has the same dict of attributes, as CPython's has.
    SK_AUTO SkValue out = sk_element_new(tag, sk_retain(attrib));
    if (sk_is_empty(out)) return out;
    SkElement *c = sk_as_element(out);
    sk_slot_set(&c->header, &c->text, part(v, &e->text));
    sk_slot_set(&c->header, &c->tail, part(v, &e->tail));
    SK_AUTO SkValue list = sk_own(children_now(v));
    if (sk_is_empty(list)) return sk_move(&out);
    SkValue children = sk_to_list(list);
    if (sk_is_empty(children)) return SK_EMPTY;
    sk_slot_set(&c->header, &c->children, children);
    return sk_move(&out);
}

static SkValue deepcopy(SkValue v, SkValue memo);

// A deep copy of a part: counted.
static SkValue deep(SkValue p, SkValue memo) {
    if (!sk_is_ptr(p) || sk_is_exact_str(p)) return sk_retain(p);
    if (sk_type_of(p) == &sk_element_type) return deepcopy(p, memo);
    if (sk_has_index(p, SK_T_DICT)) {
        // Text by text is what there is in most.
        SkValue key, value;
        size_t pos = 0;
        bool plain = true;
        while (plain && sk_dict_next(p, &pos, &key, &value)) {
            plain = sk_is_exact_str(key) && sk_is_exact_str(value);
            sk_release(key);
            sk_release(value);
        }
        if (plain) return sk_dict_copy(p);
    }
    SK_AUTO SkValue module = sk_import("copy");
    SK_AUTO SkValue f = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, "deepcopy");
    return sk_is_empty(f) ? f : sk_call2(f, p, memo);
}

static bool deep_children(SkValue v, SkValue out, SkValue memo) {
    SK_AUTO SkValue list = sk_own(children_now(v));
    for (size_t i = 0; !sk_is_empty(list); i++) {
        SK_AUTO SkValue child = sk_list_get(list, i);
        if (sk_is_empty(child)) break;
        SK_AUTO SkValue copied = deep(child, memo);
        if (sk_is_empty(copied) || !check_element(copied) || !sk_element_append(out, copied)) return false;
    }
    return true;
}

static SkValue deepcopy(SkValue v, SkValue memo) {
    if (!sk_is_dict(memo)) return sk_raise(sk_exc_TypeError, "__deepcopy__() argument must be dict, not %T", memo);
    if (!sk_enter_recursion(" in Element.__deepcopy__")) return SK_EMPTY;
    SkElement *e = sk_as_element(v);
    SkSlot *slots[] = {&e->tag, &e->text, &e->tail, &e->attrib};
    SkValue parts[4] = {SK_EMPTY, SK_EMPTY, SK_EMPTY, SK_EMPTY};
    bool ok = true;
    for (int i = 0; ok && i < 4; i++) {
        SK_AUTO SkValue p = sk_slot_get(sk_ptr(v), slots[i]);
        if (sk_is_empty(p)) continue;
        parts[i] = deep(p, memo);
        ok = !sk_is_empty(parts[i]);
    }
    if (ok && !sk_is_empty(parts[3]) && !sk_is_dict(parts[3])) ok = sk_raise_false(sk_exc_TypeError, "attrib must be dict, not %.200T", parts[3]);
    SkValue out = SK_EMPTY;
    if (ok) {
        out = sk_element_new(sk_is_empty(parts[0]) ? SK_NONE : parts[0], parts[3]);
        parts[3] = SK_EMPTY;
    }
    if (!sk_is_empty(out)) {
        sk_slot_set(sk_ptr(out), &sk_as_element(out)->text, sk_move(&parts[1]));
        sk_slot_set(sk_ptr(out), &sk_as_element(out)->tail, sk_move(&parts[2]));
        SK_AUTO SkValue id = sk_builtin("id");
        SK_AUTO SkValue key = sk_is_empty(id) ? SK_EMPTY : sk_call1(id, v);
        if (sk_is_empty(key) || !deep_children(v, out, memo) || !sk_dict_set(memo, key, out)) {
            sk_release(out);
            out = SK_EMPTY;
        }
    }
    for (int i = 0; i < 4; i++) sk_release(parts[i]);
    sk_leave_recursion();
    return out;
}

static SkValue getstate(SkValue v) {
    SkElement *e = sk_as_element(v);
    SK_AUTO SkValue state = sk_dict_new();
    SK_AUTO SkValue tag = part(v, &e->tag);
    SK_AUTO SkValue list = sk_element_children(v);
    SK_AUTO SkValue children = sk_is_empty(list) ? SK_EMPTY : sk_to_list(list);
    SK_AUTO SkValue attrib = attributes(v);
    SK_AUTO SkValue text = part(v, &e->text);
    SK_AUTO SkValue tail = part(v, &e->tail);
    if (sk_is_empty(state) || sk_is_empty(children) || sk_is_empty(attrib)) return SK_EMPTY;
    bool ok = sk_dict_set_s(state, "tag", tag) && sk_dict_set_s(state, "_children", children) && sk_dict_set_s(state, "attrib", attrib) &&
              sk_dict_set_s(state, "text", text) && sk_dict_set_s(state, "tail", tail);
    return ok ? sk_move(&state) : SK_EMPTY;
}

static SkValue setstate(SkValue v, SkValue state) {
    SkElement *e = sk_as_element(v);
    if (!sk_is_dict(state)) return sk_raise(sk_exc_TypeError, "Don't know how to unpickle \"%.200R\" as an Element", state);
    SK_AUTO SkValue tag = sk_dict_get_s(state, "tag");
    SK_AUTO SkValue text = sk_dict_get_s(state, "text");
    SK_AUTO SkValue tail = sk_dict_get_s(state, "tail");
    SK_AUTO SkValue attrib = sk_dict_get_s(state, "attrib");
    SK_AUTO SkValue children = sk_dict_get_s(state, "_children");
    if (sk_error_occurred()) return SK_EMPTY;
    if (sk_is_empty(tag)) return sk_raise(sk_exc_TypeError, "tag may not be NULL");
    if (!sk_is_empty(children) && !sk_is_list(children)) return sk_raise(sk_exc_TypeError, "'_children' is not a list");
    if (!sk_is_empty(attrib) && !sk_is_none(attrib) && !sk_is_dict(attrib)) return sk_raise(sk_exc_TypeError, "attrib must be dict, not %.200T", attrib);
    SK_AUTO SkValue given = sk_is_empty(children) ? sk_list_new(0) : list_of_elements(children);
    SK_AUTO SkValue list = sk_is_empty(given) ? SK_EMPTY : sk_element_children(v);
    if (sk_is_empty(list)) return SK_EMPTY;
    sk_list_clear(list);
    if (!sk_list_extend(list, given)) return SK_EMPTY;
    sk_slot_set(sk_ptr(v), &e->tag, sk_move(&tag));
    sk_slot_set(sk_ptr(v), &e->text, sk_move(&text));
    sk_slot_set(sk_ptr(v), &e->tail, sk_move(&tail));
    sk_slot_set(sk_ptr(v), &e->attrib, sk_is_none(attrib) ? SK_EMPTY : sk_move(&attrib));
    return SK_NONE;
}

static SkValue element_repr(SkValue v) {
    SK_AUTO SkValue tag = part(v, &sk_as_element(v)->tag);
    int entered = sk_repr_enter(v);
    if (entered) {
        const char *name = sk_type_of(v)->name;
        return entered < 0 ? SK_EMPTY : sk_raise(sk_exc_RuntimeError, "reentrant call inside %s.__repr__", name);
    }
    SkValue r = sk_is_none(tag) ? sk_str_format("<%s at %p>", "Element", (void *)sk_ptr(v)) : sk_str_format("<Element %R at %p>", tag, (void *)sk_ptr(v));
    sk_repr_leave(v);
    return r;
}

static SkValue size(SkValue v) { return sk_from_small_int((int64_t)(sizeof(SkElement) + count(v) * sizeof(SkSlot))); }

static const SkMethodDef methods[] = {
    {"clear", SK_NOARGS, .noargs = clear, .sig = "()", .doc = "Takes out the children, the attributes and the text."},
    {"get", SK_SIG, .sig_fn = get, .sig = "(key, default=None)", .doc = "An attribute."},
    {"set", SK_SIG, .sig_fn = set, .sig = "(key, value, /)", .doc = "Sets an attribute."},
    {"find", SK_SIG, .sig_fn = find, .sig = "(path, namespaces=None)", .doc = "The first element at a path, or None."},
    {"findtext", SK_SIG, .sig_fn = findtext, .sig = "(path, default=None, namespaces=None)", .doc = "The text of the first element at a path."},
    {"findall", SK_SIG, .sig_fn = findall, .sig = "(path, namespaces=None)", .doc = "A list of the elements at a path."},
    {"append", SK_ONEARG, .onearg = append, .sig = "(subelement, /)", .doc = "Adds a child at the end."},
    {"extend", SK_ONEARG, .onearg = extend, .sig = "(elements, /)", .doc = "Adds the elements of a sequence at the end."},
    {"insert", SK_SIG, .sig_fn = insert, .sig = "(index, subelement, /)", .doc = "Adds a child before another."},
    {"remove", SK_ONEARG, .onearg = remove_child, .sig = "(subelement, /)", .doc = "Takes a child out."},
    {"iter", SK_SIG, .sig_fn = iter, .sig = "(tag=None)", .doc = "Iterates over this element and all below, in the order of the document."},
    {"itertext", SK_NOARGS, .noargs = itertext, .sig = "()", .doc = "Iterates over the text of this element and all below."},
    {"iterfind", SK_SIG, .sig_fn = iterfind, .sig = "(path, namespaces=None)", .doc = "Iterates over the elements at a path."},
    {"items", SK_NOARGS, .noargs = items, .sig = "()", .doc = "A list of pairs of the attributes' names and values."},
    {"keys", SK_NOARGS, .noargs = keys, .sig = "()", .doc = "A list of the attributes' names."},
    {"makeelement", SK_SIG, .sig_fn = makeelement, .sig = "(tag, attrib, /)", .doc = "A new element."},
    {"__copy__", SK_NOARGS, .noargs = copy, .sig = "()"},
    {"__deepcopy__", SK_ONEARG, .onearg = deepcopy, .sig = "(memo, /)"},
    {"__getstate__", SK_NOARGS, .noargs = getstate, .sig = "()"},
    {"__setstate__", SK_ONEARG, .onearg = setstate, .sig = "(state, /)"},
    {"__sizeof__", SK_NOARGS, .noargs = size, .sig = "()"},
    {0},
};
static const SkGetSetDef getset[] = {
    {"tag", get_tag, set_tag, "The name of the element.", NULL},
    {"text", get_text, set_text, "The text before the first child, or None.", NULL},
    {"tail", get_tail, set_tail, "The text behind the element, or None.", NULL},
    {"attrib", get_attrib, set_attrib, "The dict of its attributes.", NULL},
    {0},
};

SkType sk_element_type = {
    SK_TYPE_HEAD(0, sizeof(SkElement), element_trace, element_clear, element_destroy),
    .name = "xml.etree.ElementTree.Element",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = element_new,
    .init = element_init,
    .repr = element_repr,
    .number = {.bool_ = element_bool},
    .container = {.len = element_len, .get_key = element_getitem, .set_key = element_setitem},
    .methods = methods,
    .getset = getset,
};
