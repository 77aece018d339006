/* The bytes of a source file to the UTF-8 that the parser reads (PEP 263). */
#ifndef SK_CORE_FRONT_SOURCE_H
#define SK_CORE_FRONT_SOURCE_H

#include "base/arena.h"
#include "core/front/syntax_error.h"

/* Decodes bytes[0..len) from an encoding that is not built in. True: *utf8 (which lives as long as the arena) is set.
 * False: *reason says why, or is NULL when the encoding is unknown. */
typedef bool (*SkSourceDecoder)(void *context, const char *encoding, const char *bytes, size_t len, SkArena *arena,
                                const char **utf8, size_t *utf8_len, const char **reason);

typedef struct SkSource {
    const char *utf8;     /* without byte order mark; may be the bytes given, if they need no change */
    size_t len;
    const char *encoding; /* "utf-8", "iso-8859-1", or the declared name */
} SkSource;

/* Byte order mark, coding declaration in the first two lines, decoding and its errors. Built in: UTF-8, ASCII, Latin-1,
 * Latin-9 and Windows-1252. `decoder` may be NULL. `filename` is for messages; NULL: the bytes are no file.
 * False: *err is set. */
bool sk_source_decode(const char *bytes, size_t len, const char *filename, SkSourceDecoder decoder, void *context,
                      SkArena *arena, SkSource *out, SkSyntaxError *err) __attribute__((warn_unused_result));

#endif
