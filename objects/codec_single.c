// Encodings of one byte a character: ASCII, latin-1, and those given by a table.
#include "base/alloc.h"
#include "objects/bytes.h"
#include "objects/codec_internal.h"
#include "objects/codec_map.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"

// ---- ASCII and latin-1 ---------------------------------------------------------------------------------------------------

SkValue sk_decode_ascii(const char *data, size_t n, const char *errors) {
    if (sk_ascii_prefix(data, n) == n) return sk_str_from_ascii(data, n);
    SkDecoder d;
    sk_decoder_init(&d, "ascii", data, n, errors);
    bool good = true;
    for (size_t pos = 0; good && pos < d.n;) {
        size_t run = sk_ascii_prefix(d.data + pos, d.n - pos);
        sk_sb_ascii(&d.out, (const char *)d.data + pos, run);
        pos += run;
        if (pos < d.n) good = sk_decoder_error(&d, pos, pos + 1, "ordinal not in range(128)", &pos);
    }
    return sk_decoder_finish(&d, good);
}

static int put_below(SkEncoder *e, uint32_t c, uint32_t limit) {
    if (c >= limit) return 0;
    sk_strbuf_append_char(&e->out, (char)c);
    return 1;
}
static int put_ascii(SkEncoder *e, uint32_t c) { return put_below(e, c, 0x80); }
static int put_latin1(SkEncoder *e, uint32_t c) { return put_below(e, c, 0x100); }

static SkValue encode_below(SkValue v, const char *errors, uint32_t limit) {
    const SkStr *s = sk_as_str(v);
    if (s->ascii || (s->kind == 1 && limit == 0x100)) return sk_bytes_from(s->data, s->length);
    SkEncoder e;
    sk_encoder_init(&e, limit == 0x80 ? "ascii" : "latin-1", v, errors, limit == 0x80 ? put_ascii : put_latin1);
    bool good = true;
    for (size_t i = 0; good && i < s->length;) {
        uint32_t c = sk_str_at(s, i);
        if (c < limit) {
            sk_strbuf_append_char(&e.out, (char)c);
            i++;
            continue;
        }
        size_t end = i + 1;
        while (end < s->length && sk_str_at(s, end) >= limit) end++;
        good = sk_encoder_error(&e, i, end, limit == 0x80 ? "ordinal not in range(128)" : "ordinal not in range(256)", &i);
    }
    return sk_encoder_finish(&e, good);
}

SkValue sk_encode_ascii(SkValue v, const char *errors) { return encode_below(v, errors, 0x80); }
SkValue sk_encode_latin1(SkValue v, const char *errors) { return encode_below(v, errors, 0x100); }

// ---- decoding by table --------------------------------------------------------------------------------------------------

#define UNDEFINED "character maps to <undefined>"

// Adds what mapping[byte] is: 1, 0 undefined, -1 exception.
static int add_mapped(SkDecoder *d, SkValue mapping, uint8_t byte) {
    SK_AUTO SkValue v = sk_own(sk_getitem(mapping, sk_from_small_int(byte)));
    if (sk_is_empty(v)) return sk_error_clear_if(sk_exc_LookupError) ? 0 : -1;
    if (sk_is_none(v)) return 0;
    if (sk_is_int(v)) {
        int64_t c;
        if (!sk_int_fits_int64(v, &c) || c < 0 || c > SK_CODEPOINT_MAX) {
            sk_raise(sk_exc_TypeError, "character mapping must be in range(0x%x)", SK_CODEPOINT_MAX + 1);
            return -1;
        }
        if (c == 0xfffe) return 0;
        sk_sb_char(&d->out, (uint32_t)c);
        return 1;
    }
    if (sk_is_str(v)) {
        if (sk_str_len(v) == 1 && sk_str_at(sk_as_str(v), 0) == 0xfffe) return 0;
        sk_sb_str(&d->out, v);
        return 1;
    }
    sk_raise(sk_exc_TypeError, "character mapping must return integer, None or str");
    return -1;
}

SkValue sk_decode_charmap(const char *data, size_t n, const char *errors, SkValue mapping) {
    if (sk_is_empty(mapping)) return sk_str_from_latin1(data, n);
    SkDecoder d;
    sk_decoder_init(&d, "charmap", data, n, errors);
    const SkStr *table = sk_is_exact_str(mapping) ? sk_as_str(mapping) : NULL;
    bool good = true;
    for (size_t pos = 0; good && pos < d.n;) {
        uint8_t byte = d.data[pos];
        int added;
        if (table) {
            uint32_t c = byte < table->length ? sk_str_at(table, byte) : 0xfffe;
            added = c != 0xfffe;
            if (added) sk_sb_char(&d.out, c);
        } else {
            added = add_mapped(&d, mapping, byte);
        }
        if (added > 0) pos++;
        else good = added == 0 && sk_decoder_error(&d, pos, pos + 1, UNDEFINED, &pos);
    }
    return sk_decoder_finish(&d, good);
}

// ---- encoding by table --------------------------------------------------------------------------------------------------

// Appends what the mapping has for c: 1, 0 undefined, -1 exception. only_look: appends nothing.
static int map_char(SkEncoder *e, uint32_t c, bool only_look) {
    SkValue mapping = *(SkValue *)e->state;
    if (sk_is_encoding_map(mapping)) {
        int byte = sk_encoding_map_get(mapping, c);
        if (byte >= 0 && !only_look) sk_strbuf_append_char(&e->out, (char)byte);
        return byte >= 0;
    }
    SK_AUTO SkValue v = sk_own(sk_getitem(mapping, sk_from_small_int(c)));
    if (sk_is_empty(v)) return sk_error_clear_if(sk_exc_LookupError) ? 0 : -1;
    if (sk_is_none(v)) return 0;
    if (sk_is_int(v)) {
        int64_t byte;
        if (!sk_int_fits_int64(v, &byte) || byte < 0 || byte > 255) {
            sk_raise(sk_exc_TypeError, "character mapping must be in range(256)");
            return -1;
        }
        if (!only_look) sk_strbuf_append_char(&e->out, (char)byte);
        return 1;
    }
    if (sk_is_bytes(v)) {
        if (!only_look) sk_strbuf_append(&e->out, sk_as_bytes(v)->data, sk_as_bytes(v)->length);
        return 1;
    }
    sk_raise(sk_exc_TypeError, "character mapping must return integer, bytes or None, not %.400T", v);
    return -1;
}

static int put_mapped(SkEncoder *e, uint32_t c) { return map_char(e, c, false); }

SkValue sk_encode_charmap(SkValue v, const char *errors, SkValue mapping) {
    if (sk_is_empty(mapping)) return sk_encode_latin1(v, errors);
    SkEncoder e;
    sk_encoder_init(&e, "charmap", v, errors, put_mapped);
    e.state = &mapping;
    bool good = true;
    for (size_t i = 0; good && i < e.s->length;) {
        int done = map_char(&e, sk_str_at(e.s, i), false);
        if (done > 0) {
            i++;
            continue;
        }
        size_t end = i + 1;
        while (done == 0 && end < e.s->length && (done = map_char(&e, sk_str_at(e.s, end), true)) == 0) end++;
        good = done >= 0 && sk_encoder_error(&e, i, end, UNDEFINED, &i);
    }
    return sk_encoder_finish(&e, good);
}

// ---- encoding maps --------------------------------------------------------------------------------------------------------

// A table in two steps for the BMP: page by the high byte (0: none), then the byte by the low one (0: undefined, but
// U+0000 is always byte 0). Immutable.
typedef struct {
    SkObject header;
    size_t pages;
    uint8_t page_of[256];
    uint8_t (*page)[256];  // pages of them
} EncodingMap;

static SkType encoding_map_type;

bool sk_is_encoding_map(SkValue v) { return sk_is_ptr(v) && sk_ptr_type(sk_ptr(v)) == &encoding_map_type; }

int sk_encoding_map_get(SkValue v, uint32_t c) {
    const EncodingMap *m = (const EncodingMap *)sk_ptr(v);
    if (c == 0) return 0;
    if (c > 0xffff || !m->page_of[c >> 8]) return -1;
    uint8_t byte = m->page[m->page_of[c >> 8] - 1][c & 0xff];
    return byte ? byte : -1;
}

static void map_destroy(SkObject *o) {
    sk_free(((EncodingMap *)o)->page);
    sk_object_free(o, sizeof(EncodingMap));
}

static SkValue map_size(SkValue self) {
    EncodingMap *m = (EncodingMap *)sk_ptr(self);
    return sk_from_small_int((int64_t)(sizeof(EncodingMap) + m->pages * 256));
}

static const SkMethodDef map_methods[] = {
    {"size", SK_NOARGS, .noargs = map_size, "()", "Size in memory, in bytes."},
    {0},
};

static SkType encoding_map_type = {
    SK_TYPE_HEAD(0, sizeof(EncodingMap), NULL, NULL, map_destroy),
    .name = "EncodingMap",
    .flags = SK_TF_IMMUTABLE | SK_TF_NO_NEW,
    .methods = map_methods,
};

bool sk_encoding_map_init(void) { return sk_type_ready(&encoding_map_type); }

static SkValue build_dict(const SkStr *s, size_t n) {
    SK_AUTO SkValue dict = sk_dict_new();
    if (sk_is_empty(dict)) return SK_EMPTY;
    for (size_t i = 0; i < n; i++)
        if (!sk_dict_set(dict, sk_from_small_int(sk_str_at(s, i)), sk_from_small_int((int64_t)i))) return SK_EMPTY;
    return sk_move(&dict);
}

SkValue sk_charmap_build(SkValue table) {
    const SkStr *s = sk_as_str(table);
    size_t n = s->length < 256 ? s->length : 256, pages = 0;
    bool plain = n > 0 && sk_str_at(s, 0) == 0;
    for (size_t i = 1; plain && i < n; i++) plain = sk_str_at(s, i) != 0 && sk_str_at(s, i) <= 0xffff;
    if (!plain) return build_dict(s, n);
    EncodingMap *m = (EncodingMap *)sk_object_new(&encoding_map_type.head, sizeof(EncodingMap));
    if (!m) return sk_raise_memory();
    memset((char *)m + sizeof(SkObject), 0, sizeof *m - sizeof(SkObject));
    for (size_t i = 1; i < n; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c != 0xfffe && !m->page_of[c >> 8]) m->page_of[c >> 8] = (uint8_t)++pages; // at most 255 characters, so pages
    }
    m->pages = pages;
    m->page = pages ? sk_calloc(pages, 256) : NULL;
    if (pages && !m->page) {
        sk_release(sk_counted(m));
        return sk_raise_memory();
    }
    for (size_t i = 1; i < n; i++) {
        uint32_t c = sk_str_at(s, i);
        if (c != 0xfffe) m->page[m->page_of[c >> 8] - 1][c & 0xff] = (uint8_t)i;
    }
    return sk_counted(m);
}
