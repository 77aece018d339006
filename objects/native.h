// Functions written in C, and the binding of arguments by a signature.
#ifndef SKEIN_OBJECTS_NATIVE_H
#define SKEIN_OBJECTS_NATIVE_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    const SkMethodDef *def;  // immortal
    SkSig *sig;              // for SK_SIG; shared, immortal
    SkSlot self;             // bound object, module, or empty
    SkSlot module;           // name of the module, or empty
    SkSlot type;             // the defining class of a bound method, or empty
} SkNative;

// A builtin_function_or_method; self and module are retained, may be SK_EMPTY.
SkValue sk_native_new(const SkMethodDef *def, SkValue self, SkValue module) SK_MUST_USE;
// The setter of a computed attribute which, to Python, is a read-only field: it is shown as a member_descriptor.
bool sk_readonly_member(SkValue self, SkValue value, void *closure);
// Where the slot of a member descriptor (of __slots__, writable) lies in instances of t; 0: v is none, or not of t.
int32_t sk_member_offset(SkValue v, SkType *t);
// Calls a native function's C code with the right convention. name: for messages.
SkType *sk_method_descr_owner(SkValue method);   // of a method_descriptor; borrowed from it
SkValue sk_native_call(const SkMethodDef *def, SkSig *sig, SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);
// The parsed signature of a definition (cached by definition; NULL + MemoryError). type_name: for "list.index" messages or NULL.
SkSig *sk_sig_of(const SkMethodDef *def) SK_MUST_USE;

// For code that has a SkKwFn, a new_ or init slot: binds args to a signature text such as
// "(iterable=(), /, *, key=None)" into out[] (one entry a parameter, SK_EMPTY where absent). `cache` is a static
// variable of the call site, initially NULL. *args and **kwargs parameters give new references: release them with
// sk_bind_release. function: as it is to appear in messages, without "()". False + TypeError.
bool sk_bind(const char *function, const char *sig, _Atomic(SkSig *) *cache, const SkValue *args, size_t nargs,
             SkValue kwnames, SkValue *out) SK_MUST_USE;
void sk_bind_release(SkSig *sig, SkValue *out);
// Checks a number of positional arguments, raising CPython's message: "f expected at least 1 argument, got 0".
bool sk_check_nargs(const char *function, size_t nargs, size_t min, size_t max) SK_MUST_USE;
// Raises "f() takes no keyword arguments" unless kwnames is empty.
bool sk_no_kwargs(const char *function, SkValue kwnames) SK_MUST_USE;

#endif
