// What the exception classes share.
#ifndef SKEIN_OBJECTS_EXCEPTION_INTERNAL_H
#define SKEIN_OBJECTS_EXCEPTION_INTERNAL_H

#include "objects/exception.h"

// The slots that a class with fields of its own gives its type; classes derived from it inherit them.
typedef struct {
    uint32_t size;
    void (*trace)(SkObject *o, SkVisit visit, void *arg);
    void (*clear)(SkObject *o);
    void (*destroy)(SkObject *o);
    SkValue (*new_)(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames);
    bool (*init)(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);
    SkUnaryFn repr, str;
    const SkMethodDef *methods;
    const SkGetSetDef *getset;
    const SkMemberDef *members;
} SkExceptionKind;

extern const SkExceptionKind sk_exception_kind_group, sk_exception_kind_system_exit, sk_exception_kind_attribute,
    sk_exception_kind_import, sk_exception_kind_name, sk_exception_kind_os, sk_exception_kind_stop_iteration,
    sk_exception_kind_syntax, sk_exception_kind_encode, sk_exception_kind_decode, sk_exception_kind_translate,
    sk_exception_kind_key;

void sk_exception_trace(SkObject *o, SkVisit visit, void *arg);
void sk_exception_clear(SkObject *o);
void sk_exception_destroy(SkObject *o);
SkValue sk_exception_new_(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames);
bool sk_exception_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);
SkValue sk_exception_str(SkValue self);
// The name shown in messages about a class's constructor: short for built-in classes.
const char *sk_exception_type_name(SkType *type);
// Splits off the keywords named in `names` (n of them): out[] gets words or SK_EMPTY. False + TypeError for others.
bool sk_exception_keywords(const char *function, const char *const *names, size_t n, const SkValue *values, SkValue kwnames,
                           SkValue *out) SK_MUST_USE;
// Fields of self: retained, or emptied.
void sk_exception_set(SkValue self, SkSlot *field, SkValue v);
SkValue sk_exception_get(SkValue self, const SkSlot *field) SK_MUST_USE;   // counted or SK_EMPTY
// The copied __dict__ if it has entries, or SK_EMPTY without an exception.
SkValue sk_exception_state(SkValue self) SK_MUST_USE;
// (type(self), args[, state]); steals state, which may be SK_EMPTY.
SkValue sk_exception_reduce(SkValue self, SkValue args, SkValue state) SK_MUST_USE;

bool sk_errors_init(void) SK_MUST_USE;   // after the types are ready

// Trace, clear and destroy of a struct whose fields from `first` to `last` are slots.
#define SK_EXCEPTION_FIELDS(Struct, first, last)                                                                       \
    static void trace_fields(SkObject *o, SkVisit visit, void *arg) {                                                  \
        Struct *e = (Struct *)o;                                                                                       \
        for (SkSlot *s = &e->first; s <= &e->last; s++) sk_slot_visit(s, visit, arg);                                  \
        sk_exception_trace(o, visit, arg);                                                                             \
    }                                                                                                                  \
    static void clear_fields(SkObject *o) {                                                                            \
        Struct *e = (Struct *)o;                                                                                       \
        for (SkSlot *s = &e->first; s <= &e->last; s++) sk_slot_set(o, s, SK_EMPTY);                                   \
        sk_exception_clear(o);                                                                                         \
    }                                                                                                                  \
    static void destroy_fields(SkObject *o) {                                                                          \
        Struct *e = (Struct *)o;                                                                                       \
        for (SkSlot *s = &e->first; s <= &e->last; s++) sk_slot_destroy(o, s);                                         \
        sk_exception_destroy(o);                                                                                       \
    }

#endif
