// Making classes: `type(name, bases, dict)`, and changing the class of an object.
#include "base/alloc.h"
#include "objects/codec.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/shape.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"

enum { MAX_INLINE = 24 };

// ---- layout -----------------------------------------------------------------------------------------------------

SkType *sk_solid_base(SkType *t) {
    SkType *base = t->base ? sk_solid_base(t->base) : &sk_object_type;
    bool own = !t->base || t->item_size != t->base->item_size || t->nslots > t->base->nslots ||
               (!(t->flags & SK_TF_HEAP) && t->head.basic_size > t->base->head.basic_size);
    return own ? t : base;
}

SkType *sk_best_base(SkValue bases) {
    SkType *winner = NULL, *winner_solid = NULL;
    for (size_t i = 0; i < sk_tuple_len(bases); i++) {
        SkValue b = sk_tuple_peek(bases, i);
        if (!sk_is_type(b)) {
            sk_raise(sk_exc_TypeError, "bases must be types");
            return NULL;
        }
        SkType *t = sk_as_type(b);
        if (!(t->flags & SK_TF_BASE)) {
            sk_raise(sk_exc_TypeError, "type '%.100s' is not an acceptable base type", t->name);
            return NULL;
        }
        if (sk_is_empty(sk_slot_peek(&t->mro))) {
            sk_raise(sk_exc_TypeError, "Cannot extend an incomplete type '%.100s'", t->name);
            return NULL;
        }
        SkType *solid = sk_solid_base(t);
        if (!winner || (winner_solid != solid && sk_is_subtype(solid, winner_solid))) {
            winner = t;
            winner_solid = solid;
        } else if (!sk_is_subtype(winner_solid, solid)) {
            sk_raise(sk_exc_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return winner;
}

static SkType *best_metatype(SkType *meta, SkValue bases) {
    for (size_t i = 0; i < sk_tuple_len(bases); i++) {
        SkType *t = sk_type_of(sk_tuple_peek(bases, i));
        if (sk_is_subtype(meta, t)) continue;
        if (!sk_is_subtype(t, meta)) {
            sk_raise(sk_exc_TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                       "of the metaclasses of all its bases");
            return NULL;
        }
        meta = t;
    }
    return meta;
}

// ---- heap types as containers -----------------------------------------------------------------------------------------

void sk_type_trace(SkObject *o, SkVisit visit, void *arg) {
    SkType *t = (SkType *)o;
    SkSlot *slots[] = {&t->dict, &t->bases, &t->mro, &t->name_obj, &t->qualname, &t->module, &t->metadata};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
    if (t->base) visit(sk_type_value(t->base), arg);
}

// What instances that are still to be destroyed need stays.
void sk_type_clear(SkObject *o) {
    SkType *t = (SkType *)o;
    if (!(t->flags & SK_TF_HEAP)) return;
    sk_type_modified(t);
    sk_slot_set(o, &t->mro, SK_EMPTY);
    sk_slot_set(o, &t->metadata, SK_EMPTY);
    SK_AUTO SkValue dict = sk_slot_get(o, &t->dict);
    if (!sk_is_empty(dict)) sk_dict_clear(dict);
}

void sk_type_destroy(SkObject *o) {
    SkType *t = (SkType *)o;
    SkValue bases = sk_slot_peek(&t->bases);
    for (size_t i = 0; !sk_is_empty(bases) && i < sk_tuple_len(bases); i++)
        sk_type_remove_subclass(sk_as_type(sk_tuple_peek(bases, i)), t);
    SkSlot *slots[] = {&t->dict, &t->bases, &t->mro, &t->name_obj, &t->qualname, &t->module, &t->metadata};
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    if (t->base) sk_decref(&t->base->head.header);
    sk_shapes_free(t);
    if (t->subclasses) sk_free(t->subclasses->items);
    sk_free(t->subclasses);
    sk_free(t->slot_offsets);
    sk_free((void *)sk_load_relaxed(&t->name));
    sk_type_give_index_back(t);
    sk_object_free(o, sk_type_head(o)->basic_size);
}

// ---- instances of classes --------------------------------------------------------------------------------------------------

static SkType *native_base(SkType *t) {
    while (t->flags & SK_TF_HEAP) t = t->base;
    return t;
}

static void class_trace(SkObject *o, SkVisit visit, void *arg) {
    SkType *base = native_base(sk_ptr_type(o));
    if (base->head.trace) base->head.trace(o, visit, arg);
    else sk_instance_trace(o, visit, arg);
}

static void class_clear(SkObject *o) {
    SkType *base = native_base(sk_ptr_type(o));
    if (base->head.clear) base->head.clear(o);
    else sk_instance_clear(o);
}

// ---- __slots__ ------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkValue names;      // list of mangled names, in the order of definition
    bool dict, weakref;
    bool given;
} Slots;

static SkValue mangle(SkValue cls, SkValue name) {
    SK_AUTO_UTF8 SkUtf8 c = sk_str_wtf8(cls), n = sk_str_wtf8(name);
    if (!c.text || !n.text) return SK_EMPTY;
    if (n.len < 2 || strncmp(n.text, "__", 2) || (n.len >= 4 && !strcmp(n.text + n.len - 2, "__")) || strchr(n.text, '.'))
        return sk_retain(name);
    const char *stripped = c.text;
    while (*stripped == '_') stripped++;
    if (!*stripped) return sk_retain(name);
    return sk_str_format("_%s%s", stripped, n.text);
}

// A str has its characters elsewhere for CPython.
static bool has_items(const SkType *base) { return base->item_size && !(base->flags & SK_TF_STR_SUBCLASS); }

static bool read_slots(SkValue name, SkValue dict, SkType *base, SkValue bases, Slots *out) {
    SK_AUTO SkValue slots = sk_dict_get(dict, SK_N(__slots__));
    bool base_has_dict = false, base_has_weakref = false;
    for (size_t i = 0; i < sk_tuple_len(bases); i++) {
        SkType *b = sk_as_type(sk_tuple_peek(bases, i));
        base_has_dict |= b->shape_offset != 0;
        base_has_weakref |= (b->flags & SK_TF_WEAKREF) != 0;
    }
    *out = (Slots){.names = SK_EMPTY};
    if (sk_is_empty(slots)) {
        // Classes and modules keep their attributes in a dict of their own.
        out->dict = !(base->flags & SK_TF_TYPE_SUBCLASS) && !sk_is_subtype(base, &sk_module_type);
        // Instances with items of their own, as tuples and ints, get none: that is how programs know them.
        out->weakref = !has_items(base) || (base->flags & SK_TF_WEAKREF);
        return true;
    }
    out->given = true;
    out->dict = base_has_dict;
    out->weakref = base_has_weakref;
    SK_AUTO SkValue items = sk_is_str(slots) ? sk_tuple_pack(1, slots) : sk_to_tuple(slots);
    if (sk_is_empty(items)) return false;
    out->names = sk_list_new(0);
    if (sk_is_empty(out->names)) return false;
    if (sk_tuple_len(items) && (has_items(base) || (base->flags & SK_TF_TYPE_SUBCLASS)))
        return sk_raise_false(sk_exc_TypeError, "nonempty __slots__ not supported for subtype of '%s'", base->name);
    bool said_dict = false, said_weakref = false;
    for (size_t i = 0; i < sk_tuple_len(items); i++) {
        SkValue item = sk_tuple_peek(items, i);
        if (!sk_is_str(item)) return sk_raise_false(sk_exc_TypeError, "__slots__ items must be strings, not '%.200T'", item);
        SkValue is_id = sk_call_method_s(item, "isidentifier", NULL, 0);
        if (sk_is_empty(is_id)) return false;
        if (!sk_is_true(is_id)) return sk_raise_false(sk_exc_TypeError, "__slots__ must be identifiers");
        if (sk_str_equals_ascii(item, "__dict__")) {
            if (said_dict || base_has_dict)
                return sk_raise_false(sk_exc_TypeError, "__dict__ slot disallowed: we already got one");
            said_dict = out->dict = true;
            continue;
        }
        if (sk_str_equals_ascii(item, "__weakref__")) {
            if (said_weakref || base_has_weakref)
                return sk_raise_false(sk_exc_TypeError, "__weakref__ slot disallowed: we already got one");
            said_weakref = out->weakref = true;
            continue;
        }
        SK_AUTO SkValue mangled = mangle(name, item);
        if (sk_is_empty(mangled)) return false;
        int clash = sk_dict_contains(dict, mangled);
        if (clash < 0) return false;
        if (clash && !sk_str_equals_ascii(item, "__qualname__") && !sk_str_equals_ascii(item, "__classcell__") &&
            !sk_str_equals_ascii(item, "__classdictcell__"))
            return sk_raise_false(sk_exc_ValueError, "%R in __slots__ conflicts with class variable", item);
        if (!sk_list_append(out->names, mangled)) return false;
    }
    if (!sk_list_sort(out->names)) return false;
    return true;
}

// How many attributes instances of the class seem to get: what its methods assign to self.
static uint32_t guess_attributes(SkValue dict) {
    SK_AUTO SkValue names = sk_dict_get(dict, SK_N(__static_attributes__));
    if (sk_is_empty(names)) sk_error_clear();
    return sk_is_tuple(names) ? (uint32_t)sk_tuple_len(names) : 0;
}

static bool lay_out(SkType *t, SkType *base, const Slots *slots) {
    uint32_t nnew = sk_is_empty(slots->names) ? 0 : (uint32_t)sk_list_len(slots->names);
    t->item_size = base->item_size;
    t->nslots = base->nslots + nnew;
    t->shape_offset = base->shape_offset;
    t->prefix_size = base->prefix_size;
    t->inline_slots = base->inline_slots;
    if (t->nslots && !(t->slot_offsets = sk_malloc(t->nslots * sizeof *t->slot_offsets))) return sk_raise_memory(), false;
    if (base->nslots) memcpy(t->slot_offsets, base->slot_offsets, base->nslots * sizeof *t->slot_offsets);
    bool adds_dict = slots->dict && !base->shape_offset;
    if (base->item_size) {
        // The variable part ends the object: what the class adds lies before the header.
        uint32_t prefix = base->prefix_size;
        for (uint32_t i = 0; i < nnew; i++) t->slot_offsets[base->nslots + i] = -(int32_t)(prefix += 8);
        if (adds_dict) t->shape_offset = -(int32_t)(prefix += sizeof(SkInstance));
        t->prefix_size = (prefix + 15) & ~15u;
        t->head.basic_size = base->head.basic_size;
        return true;
    }
    uint32_t size = (base->head.basic_size + 7) & ~7u;
    for (uint32_t i = 0; i < nnew; i++, size += 8) t->slot_offsets[base->nslots + i] = (int32_t)size;
    uint32_t wanted = guess_attributes(sk_slot_peek(&t->dict));
    bool tail = base->shape_offset && base->shape_offset + (int32_t)sizeof(SkInstance) + 8 * (int32_t)base->inline_slots == (int32_t)base->head.basic_size;
    if (adds_dict) {
        t->shape_offset = (int32_t)size;
        t->inline_slots = wanted < MAX_INLINE ? wanted + (wanted < 4) : MAX_INLINE;
        size += sizeof(SkInstance) + 8 * t->inline_slots;
    } else if (tail && !nnew && base->flags & SK_TF_HEAP && base->inline_slots + wanted <= MAX_INLINE) {
        t->inline_slots = base->inline_slots + wanted;
        size += 8 * wanted;
    }
    t->head.basic_size = size;
    return true;
}

// ---- type.__new__ ---------------------------------------------------------------------------------------------------------------------

static bool set_names(SkType *t, SkValue dict) {
    SkValue key, value;
    size_t pos = 0;
    SK_AUTO SkValue snapshot = sk_dict_copy(dict);
    if (sk_is_empty(snapshot)) return false;
    while (sk_dict_next(snapshot, &pos, &key, &value)) {
        SK_AUTO SkValue k = key;
        SK_AUTO SkValue v = value;
        SK_AUTO SkValue f = sk_lookup_special(v, SK_N(__set_name__));
        if (sk_is_empty(f)) {
            if (sk_error_occurred()) return false;
            continue;
        }
        SkValue r = sk_call2(f, sk_type_value(t), k);
        if (sk_is_empty(r)) {
            sk_error_add_note("Error calling __set_name__ on '%.100T' instance %R in '%.100s'", v, k, t->name);
            return false;
        }
        sk_release(r);
    }
    return true;
}

static bool init_subclass(SkType *t, const SkValue *kwvalues, SkValue kwnames) {
    SK_AUTO SkValue super = sk_call2(sk_type_value(&sk_super_type), sk_type_value(t), sk_type_value(t));
    SK_AUTO SkValue f = sk_is_empty(super) ? SK_EMPTY : sk_getattr(super, SK_N(__init_subclass__));
    if (sk_is_empty(f)) return false;
    SkValue r = sk_call(f, kwvalues, 0, kwnames);
    if (sk_is_empty(r)) return false;
    sk_release(r);
    return true;
}

static bool wrap(SkValue dict, SkValue name, SkType *wrapper) {
    SK_AUTO SkValue f = sk_dict_get(dict, name);
    if (sk_is_empty(f) || !sk_has_index(f, SK_T_FUNCTION)) return !sk_error_occurred();
    return sk_dict_set_steal(dict, name, sk_call1(sk_type_value(wrapper), f));
}

// Fills in what every class has, and takes out what only passes through.
static bool complete_dict(SkType *t, SkValue dict, SkValue *classcell) {
    int has = sk_dict_contains(dict, SK_N(__module__));
    if (has < 0) return false;
    if (!has && sk_hooks.current_globals) {
        SK_AUTO SkValue globals = sk_hooks.current_globals();
        SK_AUTO SkValue module = sk_is_empty(globals) ? SK_EMPTY : sk_dict_get(globals, SK_N(__name__));
        if (sk_error_occurred() || (!sk_is_empty(module) && !sk_dict_set(dict, SK_N(__module__), module))) return false;
    }
    SK_AUTO SkValue qualname = sk_dict_pop(dict, SK_N(__qualname__));
    if (sk_is_empty(qualname)) {
        if (sk_error_occurred()) return false;
        qualname = sk_retain(sk_slot_peek(&t->name_obj));
    } else if (!sk_is_str(qualname)) {
        return sk_raise_false(sk_exc_TypeError, "type __qualname__ must be a str, not %.100T", qualname);
    }
    sk_slot_init(&t->qualname, sk_move(&qualname));
    SK_AUTO SkValue doc = sk_dict_get(dict, SK_N(__doc__));
    if (sk_error_occurred() || (sk_is_empty(doc) && !sk_dict_set(dict, SK_N(__doc__), SK_NONE))) return false;
    if (!sk_is_empty(doc) && sk_is_str(doc) && sk_as_str(doc)->kind > 1) {
        SK_AUTO SkValue utf8 = sk_str_encode(doc, "utf-8", "strict");   // a surrogate has none
        if (sk_is_empty(utf8)) return false;
    }
    if (!wrap(dict, SK_N(__new__), &sk_staticmethod_type) || !wrap(dict, SK_N(__init_subclass__), &sk_classmethod_type) ||
        !wrap(dict, SK_N(__class_getitem__), &sk_classmethod_type))
        return false;
    *classcell = sk_dict_pop(dict, SK_N(__classcell__));
    if (sk_is_empty(*classcell) && sk_error_occurred()) return false;
    SK_AUTO SkValue dictcell = sk_dict_pop(dict, sk_intern_s("__classdictcell__"));
    if (!sk_is_empty(dictcell) && !sk_setattr_s(dictcell, "cell_contents", dict)) return false;
    // A class that defines __eq__ without __hash__ is unhashable.
    int eq = sk_dict_contains(dict, SK_N(__eq__)), hash = eq > 0 ? sk_dict_contains(dict, SK_N(__hash__)) : 1;
    if (eq < 0 || hash < 0) return false;
    return hash || sk_dict_set(dict, SK_N(__hash__), SK_NONE);
}

static bool add_slot_members(SkType *t, SkType *base, const Slots *slots, SkValue dict) {
    for (uint32_t i = base->nslots; i < t->nslots; i++) {
        SK_AUTO SkValue name = sk_list_get(slots->names, i - base->nslots);
        if (!sk_dict_set_steal(dict, name, sk_slot_member_new(t, name, t->slot_offsets[i]))) return false;
    }
    static const SkGetSetDef dict_def = {"__dict__", sk_get_dict_attr, sk_set_dict_attr, "dictionary for instance variables", NULL};
    if (t->shape_offset && !base->shape_offset && !sk_is_subtype(base, &sk_module_type)) {
        // A native base may keep its instances' attributes in its own way, as threading.local does.
        SkValue inherited = sk_type_lookup(base, SK_N(__dict__));
        int has = sk_is_empty(inherited) ? sk_dict_contains(dict, SK_N(__dict__)) : 1;
        sk_release(inherited);
        if (has < 0 || (!has && !sk_dict_set_steal(dict, SK_N(__dict__), sk_getset_new(t, &dict_def)))) return false;
    }
    static const SkGetSetDef weakref_def = {"__weakref__", sk_get_weakref_attr, NULL, "list of weak references to the object", NULL};
    if ((t->flags & SK_TF_WEAKREF) && !(base->flags & SK_TF_WEAKREF)) {
        int has = sk_dict_contains(dict, SK_N(__weakref__));
        if (has < 0 || (!has && !sk_dict_set_steal(dict, SK_N(__weakref__), sk_getset_new(t, &weakref_def)))) return false;
    }
    return true;
}

static void inherit_flags(SkType *t, SkType *base, SkValue bases) {
    t->flags = SK_TF_HEAP | SK_TF_BASE | SK_TF_READY |
               (base->flags & SK_TF_INHERITED & ~(uint32_t)(SK_TF_MATCH_SELF | SK_TF_MAPPING | SK_TF_SEQUENCE));
    if (base->flags & SK_TF_MATCH_SELF) t->flags |= SK_TF_MATCH_SELF;
    for (size_t i = 0; i < sk_tuple_len(bases); i++) {
        uint32_t f = sk_as_type(sk_tuple_peek(bases, i))->flags;
        t->flags |= f & SK_TF_HAS_FINALIZER;
        if (!(t->flags & (SK_TF_MAPPING | SK_TF_SEQUENCE))) t->flags |= f & (SK_TF_MAPPING | SK_TF_SEQUENCE);
    }
    if (t->shape_offset) t->flags |= SK_TF_HAS_DICT;
}

// How instances are made: by the class's own __new__, or the nearest base's.
static SkValue class_new(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue f = sk_getattr(sk_type_value(t), SK_N(__new__));
    if (sk_is_empty(f)) return f;
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    SkValue small[12], *words = small;
    if (nargs + nkw + 1 > SK_COUNT_OF(small) && !(words = sk_malloc((nargs + nkw + 1) * sizeof *words))) return sk_raise_memory();
    words[0] = sk_type_value(t);
    for (size_t i = 0; i < nargs + nkw; i++) words[i + 1] = args[i];
    SkValue r = sk_call(f, words, nargs + 1, kwnames);
    if (words != small) sk_free(words);
    return r;
}

// Decides new_ from what `__new__` is along the MRO; also after it was set later.
void sk_type_update_new(SkType *t) {
    SkValue f = sk_type_lookup(t, SK_N(__new__));
    SkType *native = native_base(t);
    bool plain = sk_is_native_new_of(f, NULL) && sk_is_native_new_of(f, native->new_ == sk_object_type.new_ ? &sk_object_type : native);
    sk_release(f);
    if (!plain && native->new_) {
        // `__new__` of a native base between: the same function means the same slot
        for (SkType *b = native; b && !plain; b = b->base) {
            f = sk_type_lookup(t, SK_N(__new__));
            plain = sk_is_native_new_of(f, b) && b->new_ == native->new_;
            sk_release(f);
        }
    }
    t->new_ = plain ? native->new_ : native->new_ ? class_new : NULL;
    if (!plain && !native->new_) {
        f = sk_type_lookup(t, SK_N(__new__));
        if (!sk_is_native_new_of(f, NULL)) t->new_ = class_new;
        sk_release(f);
    }
}

static bool warn_of_keys(SkType *t, SkValue dict) {
    SkValue key, value;
    size_t pos = 0;
    bool strange = false;
    while (!strange && sk_dict_next(dict, &pos, &key, &value)) {
        strange = !sk_is_str(key);
        sk_release(key);
        sk_release(value);
    }
    return !strange || sk_warn(sk_exc_RuntimeWarning, 1, "non-string key in the __dict__ of class %s", t->name);
}

static SkValue new_type(SkType *meta, SkValue name, SkValue bases, SkValue original, const SkValue *kwvalues, SkValue kwnames) {
    SkType *base = sk_best_base(bases);
    if (!base) return SK_EMPTY;
    SK_AUTO SkValue dict = sk_dict_copy(original);
    if (sk_is_empty(dict)) return SK_EMPTY;
    Slots slots;
    bool ok = read_slots(name, dict, base, bases, &slots);
    SK_AUTO SkValue names SK_UNUSED = slots.names;
    SK_AUTO SkValue classcell = SK_EMPTY;
    if (!ok) return SK_EMPTY;
    SkUtf8 text = sk_str_utf8(name);
    if (!text.text) return SK_EMPTY;
    bool nul = strlen(text.text) != text.len;
    char *cname = nul ? NULL : sk_strdup(text.text);
    sk_utf8_release(&text);
    if (!cname) return nul ? sk_raise(sk_exc_ValueError, "type name must not contain null characters") : sk_raise_memory();

    SkType *t = (SkType *)sk_container_new(&meta->head, meta->head.basic_size);
    if (!t) {
        sk_free(cname);
        return sk_raise_memory();
    }
    SK_AUTO SkValue result = sk_counted(t);
    // Any thread borrows a class; it dies only with the cycle that its MRO is.
    sk_or_relaxed(&t->head.header.tl, SK_SHARED);
    sk_or_relaxed(&t->head.header.shared, SK_SH);
    sk_or_relaxed(&sk_ptr(dict)->tl, SK_SHARED);
    t->name = cname;
    t->base = base;
    sk_incref(&base->head.header);
    sk_slot_init(&t->name_obj, sk_retain(name));
    sk_slot_init(&t->bases, sk_retain(bases));
    sk_slot_init(&t->dict, sk_retain(dict));
    t->head.trace = class_trace;
    t->head.clear = class_clear;
    t->head.destroy = base->head.destroy;
    t->head.makes_types = base->head.makes_types;
    if (!complete_dict(t, dict, &classcell) || !lay_out(t, base, &slots)) return SK_EMPTY;
    inherit_flags(t, base, bases);
    if (slots.weakref) t->flags |= SK_TF_WEAKREF;
    if (!add_slot_members(t, base, &slots, dict) || !sk_type_take_index(t)) return SK_EMPTY;

    if (!sk_is_empty(classcell)) {
        if (!sk_has_index(classcell, SK_T_CELL))
            return sk_raise(sk_exc_TypeError, "__classcell__ must be a nonlocal cell, not <class '%.200T'>", classcell);
        if (!sk_setattr_s(classcell, "cell_contents", result)) return SK_EMPTY;
    }
    // The MRO: type.mro(), or what the metaclass says.
    SkValue mro;
    if (meta == &sk_type_type) {
        mro = sk_type_compute_mro(t, bases);
    } else {
        mro = sk_type_ask_mro(t);
    }
    if (sk_is_empty(mro)) return SK_EMPTY;
    sk_or_relaxed(&sk_ptr(mro)->tl, SK_SHARED);
    if (sk_is_empty(sk_slot_peek(&t->mro))) sk_slot_set(&t->head.header, &t->mro, mro);
    else sk_release(mro);  // `mro` assigned __bases__

    for (size_t i = 0; i < sk_tuple_len(bases); i++)
        if (!sk_type_add_subclass(sk_as_type(sk_tuple_peek(bases, i)), t)) return SK_EMPTY;
    sk_types_lock();
    sk_slots_update(t, SK_EMPTY);
    sk_types_unlock();
    sk_type_update_new(t);
    if (!t->getattr) t->getattr = base->getattr;
    if (!t->setattr) t->setattr = base->setattr;

    if (!warn_of_keys(t, dict) || !set_names(t, dict) || !init_subclass(t, kwvalues, kwnames)) return SK_EMPTY;
    return sk_move(&result);
}

// type(x), or type(name, bases, dict, **kwargs) for meta or a metaclass derived from it.
SkValue sk_type_new_slot(SkType *meta, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs != 3) return sk_raise(sk_exc_TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", nargs);
    SkValue name = args[0], bases = args[1], dict = args[2];
    if (!sk_is_str(name)) return sk_raise(sk_exc_TypeError, "type.__new__() argument 1 must be str, not %.100O", name);
    if (!sk_is_tuple(bases)) return sk_raise(sk_exc_TypeError, "type.__new__() argument 2 must be tuple, not %.100O", bases);
    if (!sk_is_dict(dict)) return sk_raise(sk_exc_TypeError, "type.__new__() argument 3 must be dict, not %.100O", dict);
    SK_AUTO SkValue object_bases = SK_EMPTY;
    if (sk_tuple_len(bases) == 0) {
        bases = object_bases = sk_tuple_pack(1, sk_type_value(&sk_object_type));
        if (sk_is_empty(bases)) return bases;
    }
    for (size_t i = 0; i < sk_tuple_len(bases); i++) {
        SkValue b = sk_tuple_peek(bases, i);
        if (sk_is_type(b)) continue;
        SkValue entries = sk_getattr_opt(b, SK_N(__mro_entries__));
        if (!sk_is_empty(entries)) {
            sk_release(entries);
            return sk_raise(sk_exc_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
        }
        if (sk_error_occurred()) return SK_EMPTY;
    }
    SkType *winner = best_metatype(meta, bases);
    if (!winner) return SK_EMPTY;
    if (winner != meta && winner->new_ != sk_type_new_slot) return winner->new_(winner, args, nargs, kwnames);
    return new_type(winner, name, bases, dict, args + nargs, kwnames);
}

// ---- changing classes ---------------------------------------------------------------------------------------------------------------------------

bool sk_same_instances(SkType *a, SkType *b) {
    return native_base(a) == native_base(b) && a->nslots == b->nslots && a->shape_offset == b->shape_offset &&
           a->prefix_size == b->prefix_size && (a->flags & SK_TF_WEAKREF) == (b->flags & SK_TF_WEAKREF);
}

// The same names for the slots at the same places, class by class.
static bool same_slots(SkType *a, SkType *b) {
    for (;; a = a->base, b = b->base) {
        a = sk_solid_base(a);
        b = sk_solid_base(b);
        if (a == b) return true;
        if (!(a->flags & b->flags & SK_TF_HEAP)) return false;
        SkValue key, value;
        size_t pos = 0;
        SK_AUTO SkValue names = sk_dict_copy(sk_slot_peek(&a->dict));
        while (!sk_is_empty(names) && sk_dict_next(names, &pos, &key, &value)) {
            SK_AUTO SkValue name = key, member = value;
            int32_t offset = sk_member_offset(member, a);
            if (!offset) continue;
            SK_AUTO SkValue other = sk_dict_get(sk_slot_peek(&b->dict), name);
            if (sk_is_empty(other) || sk_member_offset(other, b) != offset) return false;
        }
    }
}

bool sk_set_class(SkValue self, SkValue value) {
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "can't delete __class__ attribute");
    if (!sk_is_type(value))
        return sk_raise_false(sk_exc_TypeError, "__class__ must be set to a class, not '%.200T' object", value);
    SkType *to = sk_as_type(value), *from = sk_type_of(self);
    bool modules = sk_is_subtype(to, &sk_module_type) && sk_is_subtype(from, &sk_module_type);
    if (!modules && (!(to->flags & SK_TF_HEAP) || !(from->flags & SK_TF_HEAP)))
        return sk_raise_false(sk_exc_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (!sk_same_instances(from, to) || !same_slots(from, to))
        return sk_raise_false(sk_exc_TypeError, "__class__ assignment: '%s' object layout differs from '%s'", to->name, from->name);
    SkObject *o = sk_ptr(self);
    // With another number of inline slots, and because shapes belong to a type, attributes go over to a dict first.
    if (from->shape_offset) {
        SkValue d = sk_instance_make_dict(o, from);
        if (sk_is_empty(d)) return false;
        sk_release(d);
        if (to->inline_slots > from->inline_slots && !to->dict_shape && !sk_root_shape(to)) return false;
        if (!sk_type_has_dict_shape(to)) return false;
    }
    sk_lock(o);
    sk_write_begin_locked(o);
    uint32_t tl = sk_load_relaxed(&o->tl);
    while (!sk_cas_weak_acq_rel(&o->tl, &tl, (tl & 0xff) | SK_RESIZED | to->head.index << SK_TYPE_SHIFT)) {}
    if (to->shape_offset) sk_store_release(&sk_instance_part(o, to)->shape, sk_load_relaxed(&to->dict_shape));
    sk_unlock(o);
    // As when it is allocated (gc/alloc.c); and whoever looked at the object may still use the class that it had.
    sk_and_relaxed(&to->head.header.shared, ~(uint32_t)SK_CAND);
    if (from->flags & SK_TF_HEAP) sk_make_immortal(&from->head.header);
    return true;
}

SkValue sk_type_new_class(SkValue name, SkValue bases, SkValue dict) {
    return sk_call3(sk_type_value(&sk_type_type), name, bases, dict);
}
