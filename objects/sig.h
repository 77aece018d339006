// Parsed signatures, shared by everything that binds arguments.
#ifndef SKEIN_OBJECTS_SIG_H
#define SKEIN_OBJECTS_SIG_H

#include "objects/type.h"

typedef struct {
    SkValue name;      // interned
    bool required;
} SkSigParam;

struct SkSig {
    uint32_t nparams;      // all entries of the bound array
    uint32_t nposonly;     // positional-only ones
    uint32_t npositional;  // positional ones, positional-only included
    uint32_t nrequired;    // positional ones without a default
    int32_t varargs;       // index of *name, -1: none
    int32_t varkw;         // index of **name, -1: none
    bool simple;           // neither * nor **, and no keyword-only parameter is required
    SkSigParam params[];   // positional, then keyword-only in order, *name and **name at their places
};

// Parses "(a, b=1, /, *, key=None)"; a leading self or module is not there. NULL + exception.
SkSig *sk_sig_parse(const char *text) SK_MUST_USE;
// Binds; see sk_bind in objects/native.h.
bool sk_sig_bind(const SkSig *sig, const char *function, const SkValue *args, size_t nargs, SkValue kwnames,
                 SkValue *out) SK_MUST_USE;

#endif
