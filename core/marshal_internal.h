// What writer and reader of the marshal format share.
#ifndef SKEIN_CORE_MARSHAL_INTERNAL_H
#define SKEIN_CORE_MARSHAL_INTERNAL_H

enum {
    SK_MARSHAL_DEPTH = 2000,
    SK_MARSHAL_REF = 0x80,
    // Not CPython's: inside a code record, where a code object stands without its own head.
    SK_MARSHAL_INNER_CODE = 'C',
};

// The fixed part of a code object, before its words.
typedef struct {
    uint32_t ncode, nregisters, nlocals, argcount, posonly, kwonly, flags, first_line, nfree, nhandlers, npositions, position_bytes;
} SkCodeHead;

// The checksum's key: any constant will do.
#define SK_CODE_CHECK_KEY 0x736b65696e636f64u

#endif
