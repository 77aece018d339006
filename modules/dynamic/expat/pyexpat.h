// What the files of pyexpat share.
//
// Threads. A parser and those made from it for its entities are a family: the library lets them share tables. The eldest has a
// recursive mutex (taken detached where it must be waited for) that is held around every use of any parser of the family, and so
// while handlers run. A parser that dies does not wait for it: what the library holds of it is handed to the eldest, and given
// back by the next who has the mutex.
#ifndef SKEIN_MODULES_PYEXPAT_H
#define SKEIN_MODULES_PYEXPAT_H

#include <expat.h>
#include <pthread.h>

#include "objects/type.h"

typedef enum {
#define X(name, attribute, set) SK_EXPAT_##name,
#include "modules/dynamic/expat/pyexpat_handlers.def"
#undef X
    SK_EXPAT_HANDLERS,
} SkExpatHandler;

typedef struct SkExpatOrphan {
    XML_Parser parser;
    struct SkExpatOrphan *next;
} SkExpatOrphan;

typedef struct SkExpat {
    SkObject header;
    XML_Parser parser;           // set at creation, as are the next three
    struct SkExpat *eldest;      // itself, or kept alive by parent
    SkSlot parent;               // a parser for an entity may not outlive the one it was made from
    SkSlot intern;               // a dict, or empty
    SkSlot handlers[SK_EXPAT_HANDLERS];
    // Under the mutex:
    int busy;                    // it, or a parser made from it, is within the library's parsing function
    bool in_callback, ordered_attributes, specified_attributes, namespace_prefixes;
    char *buffer;                // character data waiting to be told: NULL unless buffer_text
    int buffer_size, buffer_used;
    // Of the eldest:
    pthread_mutex_t mutex;
    _Atomic(SkExpatOrphan *) orphans;  // pushed by any thread, taken whole under the mutex
} SkExpat;

SK_INLINE SkExpat *sk_as_expat(SkValue v) { return (SkExpat *)sk_ptr(v); }

// ---- handlers (pyexpat_handlers.c): under the mutex ------------------------------------------------------------------------------
// Tells the library that there is a handler, or that there is none any more.
void sk_expat_switch(SkExpat *p, SkExpatHandler which, bool on);
// Tells the handler what waits in the buffer. False with an exception.
bool sk_expat_flush(SkExpat *p) SK_MUST_USE;
// For XML_SetUnknownEncodingHandler.
int sk_expat_unknown_encoding(void *data, const XML_Char *name, XML_Encoding *info);

bool sk_expat_add_constants(SkValue module) SK_MUST_USE;   // pyexpat_constants.c: the submodules errors and model

#endif
