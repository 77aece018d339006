// Named tuples of the runtime (os.stat_result, time.struct_time, sys.flags, ...).
#ifndef SKEIN_OBJECTS_STRUCT_SEQ_H
#define SKEIN_OBJECTS_STRUCT_SEQ_H

#include "objects/type.h"

typedef struct {
    const char *name;           // "os.stat_result"
    const char *doc;
    const char *const *fields;  // NULL-terminated; the first nsequence are also items; "": a field without a name
    size_t nsequence;
} SkStructSeqDef;

SkType *sk_struct_seq_type(const SkStructSeqDef *def) SK_MUST_USE;                    // a new type, immortal
SkValue sk_struct_seq_new(SkType *type, SkValue *values /* stolen, one a field */) SK_MUST_USE;

#endif
