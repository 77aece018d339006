// Values to bytes and back: the marshal format, version 5, as the documentation and `Python/marshal.c` describe it for
// ordinary values, and a record of Skein's own for code objects. A code record carries the identity of the build that
// wrote it and a checksum, and what it holds is verified before it becomes a code object.
#ifndef SKEIN_CORE_MARSHAL_H
#define SKEIN_CORE_MARSHAL_H

#include "base/strbuf.h"
#include "objects/type.h"

enum { SK_MARSHAL_VERSION = 5 };

// Appends v to out. False: ValueError "unmarshallable object" and the like, or MemoryError.
// allow_code false: code objects raise.
bool sk_marshal_write(SkStrBuf *out, SkValue v, int version, bool allow_code) SK_MUST_USE;

typedef struct {
    const uint8_t *at, *end;
    // Beyond `end`: the next n bytes of a stream, valid until the next call; NULL with an exception. May be NULL: there
    // is nothing more.
    const uint8_t *(*more)(void *context, size_t n);
    void *context;
    bool allow_code;
    bool immortal_constants;  // for the code of modules (SkCodeParts)
    SkValue filename;         // of all code objects read, instead of what is stored; SK_EMPTY: as stored
} SkMarshalSource;

// One value; source->at stands behind it afterwards. Counted; SK_EMPTY with EOFError, ValueError, TypeError.
SkValue sk_marshal_read(SkMarshalSource *source) SK_MUST_USE;

// What code records of this build begin with: changes with the instruction set and the build.
uint32_t sk_code_format(void);

#endif
