// The exception types: BaseException, the table of all others, and the parts that every exception has.
#include "objects/exception.h"

#include "objects/dict.h"
#include "objects/exception_internal.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type_internal.h"
#include "objects/weakref.h"

// ---- life ----------------------------------------------------------------------------------------------------------

void sk_exception_trace(SkObject *o, SkVisit visit, void *arg) {
    SkException *e = (SkException *)o;
    for (SkSlot *s = &e->args; s <= &e->cause; s++) sk_slot_visit(s, visit, arg);
    sk_instance_trace(o, visit, arg);
}

void sk_exception_clear(SkObject *o) {
    SkException *e = (SkException *)o;
    for (SkSlot *s = &e->traceback; s <= &e->cause; s++) sk_slot_set(o, s, SK_EMPTY);
    sk_slot_set(o, &e->args, sk_empty_tuple());
    sk_instance_clear(o);
}

void sk_exception_destroy(SkObject *o) {
    SkException *e = (SkException *)o;
    for (SkSlot *s = &e->args; s <= &e->cause; s++) sk_slot_destroy(o, s);
    sk_instance_free(o, 0);
}

void sk_exception_set(SkValue self, SkSlot *field, SkValue v) { sk_slot_set(sk_ptr(self), field, sk_retain(v)); }
SkValue sk_exception_get(SkValue self, const SkSlot *field) { return sk_slot_get(sk_ptr(self), field); }

const char *sk_exception_type_name(SkType *type) { return sk_type_short_name(type); }

SkValue sk_exception_new_(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)kwnames;
    SkValue tuple = sk_tuple_from(args, nargs);
    if (sk_is_empty(tuple)) return tuple;
    SkException *e = (SkException *)sk_type_alloc(type, 0);
    if (!e) {
        sk_release(tuple);
        return SK_EMPTY;
    }
    sk_slot_init(&e->args, tuple);
    return sk_counted(e);
}

bool sk_exception_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (!sk_no_kwargs(sk_exception_type_name(sk_type_of(self)), kwnames)) return false;
    SkValue tuple = sk_tuple_from(args, nargs);
    if (sk_is_empty(tuple)) return false;
    sk_slot_set(sk_ptr(self), &sk_as_exception(self)->args, tuple);
    return true;
}

bool sk_exception_keywords(const char *function, const char *const *names, size_t n, const SkValue *values, SkValue kwnames,
                           SkValue *out) {
    for (size_t i = 0; i < n; i++) out[i] = SK_EMPTY;
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    for (size_t k = 0; k < nkw; k++) {
        SkValue name = sk_tuple_peek(kwnames, k);
        size_t i = 0;
        while (i < n && !sk_str_equals_ascii(name, names[i])) i++;
        if (i == n)
            return sk_raise_false(sk_exc_TypeError, "%s() got an unexpected keyword argument '%S'", function, name);
        out[i] = values[k];
    }
    return true;
}

// ---- text ----------------------------------------------------------------------------------------------------------

SkValue sk_exception_str(SkValue self) {
    SK_AUTO SkValue args = sk_exception_args(self);
    switch (sk_tuple_len(args)) {
        case 0: return sk_names.empty;
        case 1: return sk_str(sk_tuple_peek(args, 0));
        default: return sk_str(args);
    }
}

static SkValue exception_repr(SkValue self) {
    SK_AUTO SkValue args = sk_exception_args(self);
    const char *name = sk_type_short_name(sk_type_of(self));
    if (sk_tuple_len(args) == 1) return sk_str_format("%s(%R)", name, sk_tuple_peek(args, 0));
    return sk_str_format("%s%R", name, args);
}

static SkValue key_str(SkValue self) {
    SK_AUTO SkValue args = sk_exception_args(self);
    return sk_tuple_len(args) == 1 ? sk_repr(sk_tuple_peek(args, 0)) : sk_exception_str(self);
}

const SkExceptionKind sk_exception_kind_key = {.str = key_str};

// ---- the parts -------------------------------------------------------------------------------------------------------

SkValue sk_exception_args(SkValue exc) {
    SkValue args = sk_exception_get(exc, &sk_as_exception(exc)->args);
    return sk_is_empty(args) ? sk_empty_tuple() : args;
}
SkValue sk_exception_traceback(SkValue exc) { return sk_exception_get(exc, &sk_as_exception(exc)->traceback); }
SkValue sk_exception_context(SkValue exc) { return sk_exception_get(exc, &sk_as_exception(exc)->context); }
SkValue sk_exception_cause(SkValue exc) { return sk_exception_get(exc, &sk_as_exception(exc)->cause); }

// The exception kept for when memory is out serves all threads: it stays as it is.
static bool is_reserve(SkValue exc) { return sk_is_immortal(sk_ptr(exc)); }

void sk_exception_set_traceback(SkValue exc, SkValue tb) {
    if (!is_reserve(exc)) sk_exception_set(exc, &sk_as_exception(exc)->traceback, tb);
}
void sk_exception_set_context(SkValue exc, SkValue v) {
    if (!is_reserve(exc)) sk_exception_set(exc, &sk_as_exception(exc)->context, v);
}
void sk_exception_set_cause(SkValue exc, SkValue v) {
    if (is_reserve(exc)) return;
    sk_store_relaxed(&sk_as_exception(exc)->suppress_context, 1);
    sk_exception_set(exc, &sk_as_exception(exc)->cause, v);
}

void sk_exception_chain(SkValue exc, SkValue handled) {
    if (!sk_is_ptr(handled) || sk_is(exc, handled)) return;
    // The chain above may already be a cycle that user code made: a second walker at half the speed meets the first.
    SkValue at = sk_retain(handled), slow = sk_retain(handled);
    for (bool step = false;; step = !step) {
        SkValue next = sk_exception_context(at);
        if (sk_is_empty(next)) break;
        if (sk_is(next, exc)) {
            sk_release(next);
            sk_exception_set_context(at, SK_EMPTY);
            break;
        }
        sk_release(at);
        at = next;
        if (sk_is(at, slow)) break;
        if (step) {
            next = sk_exception_context(slow);
            sk_release(slow);
            slow = next;
        }
    }
    sk_release(at);
    sk_release(slow);
    sk_exception_set_context(exc, handled);
}

bool sk_exception_add_note(SkValue exc, SkValue note) {
    SK_AUTO SkValue notes = sk_getattr_opt(exc, SK_N(__notes__));
    if (sk_is_empty(notes)) {
        if (sk_error_occurred()) return false;
        notes = sk_list_new(1);
        if (sk_is_empty(notes) || !sk_setattr(exc, SK_N(__notes__), notes)) return false;
    }
    if (!sk_is_list(notes)) return sk_raise_false(sk_exc_TypeError, "Cannot add note: __notes__ is not a list");
    return sk_list_append(notes, note);
}

// ---- attributes --------------------------------------------------------------------------------------------------------

static SkValue or_none(SkValue v) { return sk_is_empty(v) ? SK_NONE : v; }

static SkValue get_args(SkValue self, void *closure) {
    (void)closure;
    return sk_exception_args(self);
}

static bool set_args(SkValue self, SkValue value, void *closure) {
    (void)closure;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "args may not be deleted");
    SkValue tuple = sk_to_tuple(value);
    if (sk_is_empty(tuple)) return false;
    sk_slot_set(sk_ptr(self), &sk_as_exception(self)->args, tuple);
    return true;
}

static SkValue get_traceback(SkValue self, void *closure) {
    (void)closure;
    return or_none(sk_exception_traceback(self));
}

static bool set_traceback(SkValue self, SkValue value, void *closure) {
    (void)closure;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "__traceback__ may not be deleted");
    if (!sk_is_none(value) && !sk_has_index(value, SK_T_TRACEBACK))
        return sk_raise_false(sk_exc_TypeError, "__traceback__ must be a traceback or None");
    sk_exception_set_traceback(self, sk_is_none(value) ? SK_EMPTY : value);
    return true;
}

static SkValue get_context(SkValue self, void *closure) {
    (void)closure;
    return or_none(sk_exception_context(self));
}

static bool set_context(SkValue self, SkValue value, void *closure) {
    (void)closure;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "__context__ may not be deleted");
    if (!sk_is_none(value) && !sk_is_exception(value))
        return sk_raise_false(sk_exc_TypeError, "exception context must be None or derive from BaseException");
    sk_exception_set_context(self, sk_is_none(value) ? SK_EMPTY : value);
    return true;
}

static SkValue get_cause(SkValue self, void *closure) {
    (void)closure;
    return or_none(sk_exception_cause(self));
}

static bool set_cause(SkValue self, SkValue value, void *closure) {
    (void)closure;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "__cause__ may not be deleted");
    if (!sk_is_none(value) && !sk_is_exception(value))
        return sk_raise_false(sk_exc_TypeError, "exception cause must be None or derive from BaseException");
    sk_exception_set_cause(self, sk_is_none(value) ? SK_EMPTY : value);
    return true;
}

static SkValue get_suppress(SkValue self, void *closure) {
    (void)closure;
    return sk_bool(sk_load_relaxed(&sk_as_exception(self)->suppress_context));
}

static bool set_suppress(SkValue self, SkValue value, void *closure) {
    (void)closure;
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "can't delete numeric/char attribute");
    if (!sk_is_bool(value)) return sk_raise_false(sk_exc_TypeError, "attribute value type must be bool");
    sk_store_relaxed(&sk_as_exception(self)->suppress_context, sk_is_true(value));
    return true;
}

static const SkGetSetDef getset[] = {
    {"__dict__", sk_get_dict_attr, sk_set_dict_attr, NULL, NULL},
    {"args", get_args, set_args, NULL, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL, NULL},
    {"__context__", get_context, set_context, "exception context", NULL},
    {"__cause__", get_cause, set_cause, "exception cause", NULL},
    {"__suppress_context__", get_suppress, set_suppress, NULL, NULL},
    {0},
};

// ---- methods -------------------------------------------------------------------------------------------------------------

SkValue sk_exception_state(SkValue self) {
    SkInstance *part = sk_instance_part(sk_ptr(self), sk_type_of(self));
    SkShape *shape = sk_load_acquire(&part->shape);
    if (!shape || (!shape->is_dict && shape->count == 0)) return SK_EMPTY;
    SK_AUTO SkValue dict = sk_instance_dict(self);
    if (sk_is_empty(dict) || sk_dict_len(dict) == 0) return SK_EMPTY;
    return sk_dict_copy(dict);
}

SkValue sk_exception_reduce(SkValue self, SkValue args, SkValue state) {
    SkValue type = sk_type_value(sk_type_of(self));
    SkValue r = sk_is_empty(state) ? sk_tuple_pack(2, type, args) : sk_tuple_pack(3, type, args, state);
    sk_release(state);
    return r;
}

static SkValue exception_reduce(SkValue self) {
    SkValue state = sk_exception_state(self);
    if (sk_is_empty(state) && sk_error_occurred()) return state;
    SK_AUTO SkValue args = sk_exception_args(self);
    return sk_exception_reduce(self, args, state);
}

static SkValue exception_setstate(SkValue self, SkValue state) {
    if (sk_is_none(state)) return SK_NONE;
    if (!sk_is_dict(state)) return sk_raise(sk_exc_TypeError, "state is not a dictionary");
    size_t pos = 0;
    SkValue key, value;
    while (sk_dict_next(state, &pos, &key, &value)) {
        bool ok = sk_is_str(key) || sk_raise_false(sk_exc_TypeError, "attribute name must be string, not '%T'", key);
        ok = ok && sk_setattr(self, key, value);
        sk_release(key);
        sk_release(value);
        if (!ok) return SK_EMPTY;
    }
    return SK_NONE;
}

static SkValue exception_with_traceback(SkValue self, SkValue tb) {
    return set_traceback(self, tb, NULL) ? sk_dup(self) : SK_EMPTY;
}

static SkValue exception_add_note(SkValue self, SkValue note) {
    if (!sk_is_str(note)) return sk_raise(sk_exc_TypeError, "note must be a str, not '%T'", note);
    return sk_exception_add_note(self, note) ? SK_NONE : SK_EMPTY;
}

static const SkMethodDef methods[] = {
    {"__reduce__", SK_NOARGS, {.noargs = exception_reduce}, "()", NULL},
    {"__setstate__", SK_ONEARG, {.onearg = exception_setstate}, "(object, /)", NULL},
    {"with_traceback", SK_ONEARG, {.onearg = exception_with_traceback}, "(object, /)", "Set self.__traceback__ to tb and return self."},
    {"add_note", SK_ONEARG, {.onearg = exception_add_note}, "(object, /)", "Add a note to the exception."},
    {0},
};

// ---- the types ---------------------------------------------------------------------------------------------------------------

#define X(name_, base_, layout, doc_) static SkType exc_##name_;
#include "objects/exceptions.def"
#undef X

#define X(name_, base_, layout, doc_)                                                                                   \
    static SkType exc_##name_ = {SK_TYPE_HEAD(0, 0, NULL, NULL, NULL), .name = #name_, .doc = doc_,                     \
                                 .flags = SK_TF_BASE | SK_TF_EXC_SUBCLASS | SK_TF_HAS_DICT, .base = &exc_##base_};      \
    SkType *const sk_exc_##name_ = &exc_##name_;
#include "objects/exceptions.def"
#undef X

static const struct {
    SkType *type;
    const SkExceptionKind *kind;
} kinds[] = {
    {&exc_BaseExceptionGroup, &sk_exception_kind_group}, {&exc_SystemExit, &sk_exception_kind_system_exit},
    {&exc_AttributeError, &sk_exception_kind_attribute}, {&exc_ImportError, &sk_exception_kind_import},
    {&exc_NameError, &sk_exception_kind_name}, {&exc_OSError, &sk_exception_kind_os},
    {&exc_StopIteration, &sk_exception_kind_stop_iteration}, {&exc_SyntaxError, &sk_exception_kind_syntax},
    {&exc_UnicodeEncodeError, &sk_exception_kind_encode}, {&exc_UnicodeDecodeError, &sk_exception_kind_decode},
    {&exc_UnicodeTranslateError, &sk_exception_kind_translate}, {&exc_KeyError, &sk_exception_kind_key},
};

static void apply_kind(SkType *t, const SkExceptionKind *k) {
    t->head.basic_size = k->size;
    t->head.trace = k->trace;
    t->head.clear = k->clear;
    t->head.destroy = k->destroy;
    t->new_ = k->new_;
    t->init = k->init;
    t->repr = k->repr;
    t->str = k->str;
    t->methods = k->methods;
    t->getset = k->getset;
    t->members = k->members;
}

// The one built-in class with two bases.
static bool make_group_an_exception(void) {
    SkType *t = &exc_ExceptionGroup;
    t->flags |= SK_TF_WEAKREF;
    SkValue bases = sk_tuple_pack(2, sk_type_value(&exc_BaseExceptionGroup), sk_type_value(&exc_Exception));
    if (sk_is_empty(bases)) return false;
    sk_slot_set(&t->head.header, &t->bases, bases);
    SkValue mro = sk_type_compute_mro(t, bases);
    if (sk_is_empty(mro)) return false;
    sk_or_relaxed(&sk_ptr(mro)->tl, SK_SHARED);
    sk_slot_set(&t->head.header, &t->mro, mro);
    sk_type_modified(t);
    return sk_type_add_subclass(&exc_Exception, t);
}

bool sk_exceptions_init(void) {
    exc_BaseException.base = NULL;
    apply_kind(&exc_BaseException,
               &(SkExceptionKind){sizeof(SkException), sk_exception_trace, sk_exception_clear, sk_exception_destroy,
                                  sk_exception_new_, sk_exception_init, exception_repr, sk_exception_str, methods, getset, NULL});
    exc_BaseException.shape_offset = offsetof(SkException, attributes);
    for (size_t i = 0; i < SK_COUNT_OF(kinds); i++) apply_kind(kinds[i].type, kinds[i].kind);
#define X(name, base, layout, doc) \
    if (!sk_type_ready(&exc_##name)) return false;
#include "objects/exceptions.def"
#undef X
    sk_slots_init();
    sk_weakrefs_init();  // callbacks report their errors: from here on they can
    return make_group_an_exception() && sk_errors_init();
}
