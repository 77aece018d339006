#include "core/marshal.h"

#include <string.h>

#include "base/alloc.h"
#include "base/siphash.h"
#include "core/code.h"
#include "core/marshal_internal.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

// Objects already written, by address, with their number; held, for another thread may take them out of their container.
typedef struct {
    SkObject **keys;
    uint32_t *numbers;
    size_t capacity, used;   // a power of two
} Seen;

typedef struct {
    SkStrBuf *out;
    int version;
    int depth;
    bool allow_code;
    bool in_code;   // inside a code record
    Seen *seen;
} Writer;

static bool write_value(Writer *w, SkValue v);

static void put_byte(Writer *w, unsigned c) { sk_strbuf_append_char(w->out, (char)c); }
static void put_u16(Writer *w, uint32_t v) {
    put_byte(w, v & 255);
    put_byte(w, v >> 8 & 255);
}
static void put_u32(Writer *w, uint32_t v) {
    put_u16(w, v & 0xffff);
    put_u16(w, v >> 16);
}
static void put_double(Writer *w, double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    put_u32(w, (uint32_t)bits);
    put_u32(w, (uint32_t)(bits >> 32));
}

static bool unmarshallable(void) { return sk_raise_false(sk_exc_ValueError, "unmarshallable object"); }

static bool put_size(Writer *w, size_t n) {
    if (n > INT32_MAX) return unmarshallable();
    put_u32(w, (uint32_t)n);
    return true;
}

// ---- what was written before --------------------------------------------------------------------------------------------

static size_t place_of(const Seen *s, const SkObject *o) {
    uint64_t h = (uint64_t)(uintptr_t)o * UINT64_C(0x9e3779b97f4a7c15);
    size_t i = (size_t)(h >> 32) & (s->capacity - 1);
    while (s->keys[i] && s->keys[i] != o) i = (i + 1) & (s->capacity - 1);
    return i;
}

static bool grow(Seen *s) {
    Seen bigger = {.capacity = s->capacity ? s->capacity * 2 : 64, .used = s->used};
    bigger.keys = sk_calloc(bigger.capacity, sizeof *bigger.keys);
    bigger.numbers = sk_calloc(bigger.capacity, sizeof *bigger.numbers);
    if (!bigger.keys || !bigger.numbers) {
        sk_free(bigger.keys);
        sk_free(bigger.numbers);
        sk_raise_memory();
        return false;
    }
    for (size_t i = 0; i < s->capacity; i++) {
        if (!s->keys[i]) continue;
        size_t k = place_of(&bigger, s->keys[i]);
        bigger.keys[k] = s->keys[i];
        bigger.numbers[k] = s->numbers[i];
    }
    sk_free(s->keys);
    sk_free(s->numbers);
    *s = bigger;
    return true;
}

static void forget(Seen *s) {
    for (size_t i = 0; i < s->capacity; i++)
        if (s->keys[i]) sk_decref(s->keys[i]);
    sk_free(s->keys);
    sk_free(s->numbers);
}

// 1: a back reference was written; 0: *flag is what to add to the type code; -1: exception.
static int back_reference(Writer *w, SkValue v, unsigned *flag) {
    *flag = 0;
    if (w->version < 3 || !sk_is_ptr(v) || sk_is_sole(sk_ptr(v))) return 0;
    Seen *s = w->seen;
    if (2 * (s->used + 1) > s->capacity && !grow(s)) return -1;
    size_t i = place_of(s, sk_ptr(v));
    if (s->keys[i]) {
        put_byte(w, 'r');
        put_u32(w, s->numbers[i]);
        return 1;
    }
    s->keys[i] = sk_ptr(sk_retain(v));
    s->numbers[i] = (uint32_t)s->used++;
    *flag = SK_MARSHAL_REF;
    return 0;
}

// ---- numbers and text ---------------------------------------------------------------------------------------------------

static bool write_int(Writer *w, SkValue v, unsigned flag) {
    int64_t small;
    if (sk_int_fits_int64(v, &small) && small >= INT32_MIN && small <= INT32_MAX) {
        put_byte(w, 'i' | flag);
        put_u32(w, (uint32_t)small);
        return true;
    }
    SkIntView view;
    sk_int_view(v, &view);
    size_t nbits = sk_int_bit_length(v), ndigits = (nbits + 14) / 15, nlimbs = (nbits + 63) / 64;
    if (ndigits > INT32_MAX) return unmarshallable();
    put_byte(w, 'l' | flag);
    put_u32(w, (uint32_t)(view.size < 0 ? -(int64_t)ndigits : (int64_t)ndigits));
    for (size_t i = 0; i < ndigits; i++) {
        size_t bit = i * 15, limb = bit / 64, shift = bit % 64;
        uint64_t digit = view.limbs[limb] >> shift;
        if (shift > 49 && limb + 1 < nlimbs) digit |= view.limbs[limb + 1] << (64 - shift);
        put_u16(w, (uint32_t)digit & 0x7fff);
    }
    return true;
}

static bool write_float_text(Writer *w, double d) {
    SK_AUTO SkValue text = sk_float_repr_str(d);
    if (sk_is_empty(text)) return false;
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    if (!u.text) return false;
    put_byte(w, (unsigned)u.len);
    sk_strbuf_append(w->out, u.text, u.len);
    return true;
}

static bool write_str(Writer *w, SkValue v, unsigned flag) {
    SkStr *s = sk_as_str(v);
    bool interned = sk_is_interned(v);
    if (w->version >= 4 && s->ascii) {
        if (s->length < 256) {
            put_byte(w, (interned ? 'Z' : 'z') | flag);
            put_byte(w, (unsigned)s->length);
        } else {
            put_byte(w, (interned ? 'A' : 'a') | flag);
            if (!put_size(w, s->length)) return false;
        }
        sk_strbuf_append(w->out, s->data, s->length);
        return true;
    }
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(v);
    if (!u.text) return false;
    put_byte(w, (w->version >= 3 && interned ? 't' : 'u') | flag);
    if (!put_size(w, u.len)) return false;
    sk_strbuf_append(w->out, u.text, u.len);
    return true;
}

static bool write_buffer(Writer *w, SkValue v, unsigned flag) {
    SkBuffer view;
    if (!sk_buffer_get(v, &view, SK_BUF_SIMPLE)) {
        sk_error_clear();
        return unmarshallable();
    }
    put_byte(w, 's' | flag);
    bool ok = put_size(w, (size_t)view.length);
    if (ok) sk_strbuf_append(w->out, view.data, (size_t)view.length);
    sk_buffer_release(&view);
    return ok;
}

// ---- containers ---------------------------------------------------------------------------------------------------------

static bool write_items(Writer *w, SkValue tuple) {
    for (size_t i = 0; i < sk_tuple_len(tuple); i++)
        if (!write_value(w, sk_tuple_peek(tuple, i))) return false;
    return true;
}

static bool write_tuple(Writer *w, SkValue v, unsigned flag) {
    size_t n = sk_tuple_len(v);
    if (w->version >= 4 && n < 256) {
        put_byte(w, ')' | flag);
        put_byte(w, (unsigned)n);
    } else {
        put_byte(w, '(' | flag);
        if (!put_size(w, n)) return false;
    }
    return write_items(w, v);
}

static bool write_list(Writer *w, SkValue v, unsigned flag) {
    SK_AUTO SkValue items = sk_list_to_tuple(v);
    if (sk_is_empty(items)) return false;
    put_byte(w, '[' | flag);
    return put_size(w, sk_tuple_len(items)) && write_items(w, items);
}

static bool write_dict(Writer *w, SkValue v, unsigned flag) {
    put_byte(w, '{' | flag);
    size_t pos = 0;
    SkValue key, value;
    while (sk_dict_next(v, &pos, &key, &value)) {
        bool ok = write_value(w, key) && write_value(w, value);
        sk_release(key);
        sk_release(value);
        if (!ok) return false;
    }
    put_byte(w, '0');
    return true;
}

// In the order of the elements' own bytes, so that equal sets give equal bytes.
static bool write_set(Writer *w, SkValue v, unsigned flag) {
    SK_AUTO SkValue pairs = sk_list_new(sk_set_len(v));
    if (sk_is_empty(pairs)) return false;
    size_t pos = 0;
    SkValue key;
    while (sk_set_next(v, &pos, &key)) {
        SkStrBuf text;
        sk_strbuf_init(&text);
        bool ok = sk_marshal_write(&text, key, w->version, w->allow_code);
        SK_AUTO SkValue bytes = ok ? sk_bytes_from(text.data, text.len) : SK_EMPTY;
        SkValue pair = sk_is_empty(bytes) ? SK_EMPTY : sk_tuple_pack(2, bytes, key);
        sk_strbuf_free(&text);
        sk_release(key);
        if (sk_is_empty(pair) || !sk_list_append_steal(pairs, pair)) return false;
    }
    if (!sk_list_sort(pairs)) return false;
    put_byte(w, (sk_has_index(v, SK_T_SET) ? '<' : '>') | flag);
    size_t n = sk_list_len(pairs);
    if (!put_size(w, n)) return false;
    for (size_t i = 0; i < n; i++) {
        SK_AUTO SkValue pair = sk_list_get(pairs, i);
        if (!write_value(w, sk_tuple_peek(pair, 1))) return false;
    }
    return true;
}

// ---- code ---------------------------------------------------------------------------------------------------------------

static void put_number(SkStrBuf *b, int64_t v) {
    uint64_t u = (uint64_t)v << 1 ^ (uint64_t)(v >> 63);
    while (u >= 128) {
        sk_strbuf_append_char(b, (char)(u | 128));
        u >>= 7;
    }
    sk_strbuf_append_char(b, (char)u);
}

static void put_positions(SkStrBuf *b, const SkCode *c) {
    int64_t start = 0, line = 0;
    for (uint32_t i = 0; i < c->npositions; i++) {
        const SkPosition *p = &c->positions[i];
        put_number(b, p->start - start);
        put_number(b, p->line - line);
        put_number(b, (int64_t)p->end_line - p->line);
        put_number(b, p->col);
        put_number(b, p->end_col);
        start = p->start;
        line = p->line;
    }
}

static bool write_code(Writer *w, SkValue v) {
    SkCode *c = sk_as_code(v);
    SkInstr *words = sk_malloc((c->ncode + 1) * sizeof *words);
    if (!words) {
        sk_raise_memory();
        return false;
    }
    sk_code_clean_words(c, words);
    SkStrBuf positions;
    sk_strbuf_init(&positions);
    put_positions(&positions, c);
    SkCodeHead head = {c->ncode, c->nregisters, c->nlocals, c->argcount, c->posonly, c->kwonly, c->flags, c->first_line, c->nfree,
                       c->nhandlers, c->npositions, (uint32_t)positions.len};
    sk_strbuf_append(w->out, &head, sizeof head);
    sk_strbuf_append(w->out, words, c->ncode * sizeof *words);
    sk_strbuf_append(w->out, c->handlers, c->nhandlers * sizeof *c->handlers);
    sk_strbuf_append(w->out, positions.data, positions.len);
    sk_strbuf_append(w->out, c->local_kinds, c->nlocals);
    if (positions.oom) w->out->oom = true;
    sk_strbuf_free(&positions);
    sk_free(words);
    put_u32(w, c->nconstants);
    for (uint32_t i = 0; i < c->nconstants; i++)
        if (!write_value(w, sk_slot_peek(&c->constants[i]))) return false;
    put_u32(w, c->nnames);
    for (uint32_t i = 0; i < c->nnames; i++)
        if (!write_value(w, c->names[i])) return false;
    SkSlot *rest[] = {&c->varnames, &c->freevars, &c->filename, &c->name, &c->qualname};
    for (size_t i = 0; i < SK_COUNT_OF(rest); i++) {
        SK_AUTO SkValue part = sk_slot_get(&c->header, rest[i]);
        if (!write_value(w, part)) return false;
    }
    return true;
}

static bool write_code_record(Writer *w, SkValue v) {
    SkStrBuf body;
    sk_strbuf_init(&body);
    Seen seen = {0};
    Writer inner = {.out = &body, .version = SK_MARSHAL_VERSION, .depth = w->depth, .allow_code = true, .in_code = true, .seen = &seen};
    bool ok = write_code(&inner, v);
    forget(&seen);
    if (ok && body.oom) {
        sk_raise_memory();
        ok = false;
    }
    if (ok && body.len > INT32_MAX) ok = unmarshallable();
    if (ok) {
        put_u32(w, sk_code_format());
        put_u32(w, (uint32_t)body.len);
        uint64_t check = sk_siphash13(SK_CODE_CHECK_KEY, 0, body.data, body.len);
        put_u32(w, (uint32_t)check);
        put_u32(w, (uint32_t)(check >> 32));
        sk_strbuf_append(w->out, body.data, body.len);
    }
    sk_strbuf_free(&body);
    return ok;
}

// ---- any value ------------------------------------------------------------------------------------------------------------

static bool write_object(Writer *w, SkValue v, unsigned flag) {
    if (sk_is_float(v)) {
        if (!sk_is_exact_float(v)) return unmarshallable();
        put_byte(w, (w->version > 1 ? 'g' : 'f') | flag);
        if (w->version <= 1) return write_float_text(w, sk_float_value(v));
        put_double(w, sk_float_value(v));
        return true;
    }
    if (sk_is_exact_int(v)) return write_int(w, v, flag);
    if (sk_is_exact_str(v)) return write_str(w, v, flag);
    if (sk_is_exact_tuple(v)) return write_tuple(w, v, flag);
    if (sk_is_exact_list(v)) return write_list(w, v, flag);
    if (sk_is_exact_dict(v)) return write_dict(w, v, flag);
    if (sk_is_exact_set(v) || sk_is_exact_frozenset(v)) return write_set(w, v, flag);
    if (sk_has_index(v, SK_T_COMPLEX)) {
        SkComplex z = sk_complex_value(v);
        put_byte(w, (w->version > 1 ? 'y' : 'x') | flag);
        if (w->version <= 1) return write_float_text(w, z.real) && write_float_text(w, z.imag);
        put_double(w, z.real);
        put_double(w, z.imag);
        return true;
    }
    if (sk_has_index(v, SK_T_CODE)) {
        if (!w->allow_code) return sk_raise_false(sk_exc_ValueError, "marshalling code objects is disallowed");
        put_byte(w, (w->in_code ? (unsigned)SK_MARSHAL_INNER_CODE : 'c') | flag);
        return w->in_code ? write_code(w, v) : write_code_record(w, v);
    }
    if (sk_has_index(v, SK_T_SLICE)) {
        if (w->version < 5) return unmarshallable();
        put_byte(w, ':' | flag);
        SkSlice *s = (SkSlice *)sk_ptr(v);
        return write_value(w, sk_slot_peek(&s->start)) && write_value(w, sk_slot_peek(&s->stop)) && write_value(w, sk_slot_peek(&s->step));
    }
    return sk_has_buffer(v) ? write_buffer(w, v, flag) : unmarshallable();
}

static bool write_value(Writer *w, SkValue v) {
    if (sk_is_none(v)) put_byte(w, 'N');
    else if (sk_is_true(v)) put_byte(w, 'T');
    else if (sk_is_false(v)) put_byte(w, 'F');
    else if (v.w == SK_ELLIPSIS.w) put_byte(w, '.');
    else if (sk_is(v, sk_type_value(sk_exc_StopIteration))) put_byte(w, 'S');
    else {
        if (w->depth >= SK_MARSHAL_DEPTH) return sk_raise_false(sk_exc_ValueError, "object too deeply nested to marshal");
        unsigned flag;
        int seen = back_reference(w, v, &flag);
        if (seen) return seen > 0;
        w->depth++;
        bool ok = write_object(w, v, flag);
        w->depth--;
        return ok;
    }
    return true;
}

bool sk_marshal_write(SkStrBuf *out, SkValue v, int version, bool allow_code) {
    Seen seen = {0};
    Writer w = {.out = out, .version = version, .allow_code = allow_code, .seen = &seen};
    bool ok = write_value(&w, v);
    forget(&seen);
    if (ok && out->oom) {
        sk_raise_memory();
        return false;
    }
    return ok;
}
