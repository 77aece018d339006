#include "core/marshal.h"

#include <link.h>
#include <string.h>

#include "base/alloc.h"
#include "base/siphash.h"
#include "core/code.h"
#include "core/marshal_internal.h"
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

typedef struct {
    SkMarshalSource *source;
    int depth;
    bool in_code;
    SkValue *refs;      // counted; empty: reserved for an object still being read
    size_t nrefs, capacity;
} Reader;

#define END_OF_DICT SK_MARK_STOP

static SkValue read_value(Reader *r);

static SkValue bad(const char *what) { return sk_raise(sk_exc_ValueError, "bad marshal data (%s)", what); }

static const uint8_t *take(Reader *r, size_t n) {
    SkMarshalSource *s = r->source;
    if ((size_t)(s->end - s->at) >= n) {
        s->at += n;
        return s->at - n;
    }
    if (s->more) return s->more(s->context, n);
    sk_raise(sk_exc_EOFError, "marshal data too short");
    return NULL;
}

static uint32_t load_u32(const uint8_t *p) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }
static uint64_t load_u64(const uint8_t *p) { return load_u32(p) | (uint64_t)load_u32(p + 4) << 32; }
static double load_double(const uint8_t *p) {
    uint64_t bits = load_u64(p);
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

static bool take_u32(Reader *r, uint32_t *out) {
    const uint8_t *p = take(r, 4);
    if (p) *out = load_u32(p);
    return p != NULL;
}

// A number of items, of which each takes a byte at least.
static bool take_count(Reader *r, bool is_short, const char *what, size_t *out) {
    if (is_short) {
        const uint8_t *p = take(r, 1);
        if (p) *out = *p;
        return p != NULL;
    }
    uint32_t n;
    if (!take_u32(r, &n)) return false;
    *out = n;
    if (n <= INT32_MAX && (r->source->more || n <= (size_t)(r->source->end - r->source->at))) return true;
    if (n <= INT32_MAX) sk_raise(sk_exc_EOFError, "marshal data too short");
    else bad(what);
    return false;
}

// ---- references ---------------------------------------------------------------------------------------------------------

static bool reserve(Reader *r, bool flag, size_t *index) {
    if (!flag) return true;
    if (r->nrefs == r->capacity) {
        size_t capacity = r->capacity ? r->capacity * 2 : 64;
        SkValue *grown = sk_realloc(r->refs, capacity * sizeof *grown);
        if (!grown) {
            sk_raise_memory();
            return false;
        }
        r->refs = grown;
        r->capacity = capacity;
    }
    *index = r->nrefs;
    r->refs[r->nrefs++] = SK_EMPTY;
    return true;
}

static SkValue entered(Reader *r, bool flag, size_t index, SkValue v) {
    if (flag && !sk_is_empty(v)) r->refs[index] = sk_retain(v);
    return v;
}

// ---- numbers and text ---------------------------------------------------------------------------------------------------

static SkValue read_int(Reader *r) {
    uint32_t raw;
    if (!take_u32(r, &raw)) return SK_EMPTY;
    int64_t count = (int32_t)raw;
    size_t n = (size_t)(count < 0 ? -count : count);
    if (n > INT32_MAX) return bad("long size out of range");
    if (!n) return sk_from_small_int(0);
    const uint8_t *p = take(r, n * 2);
    if (!p) return SK_EMPTY;
    mp_limb_t *limbs = sk_calloc(n * 15 / 64 + 1, sizeof *limbs);
    if (!limbs) return sk_raise_memory();
    SkValue v = SK_EMPTY;
    for (size_t i = 0; i < n; i++) {
        uint64_t digit = p[2 * i] | (uint64_t)p[2 * i + 1] << 8;
        if (digit > 0x7fff) {
            bad("digit out of range in long");
            goto out;
        }
        if (i + 1 == n && !digit) {
            bad("unnormalized long data");
            goto out;
        }
        size_t limb = i * 15 / 64, shift = i * 15 % 64;
        limbs[limb] |= digit << shift;
        if (shift > 49 && digit >> (64 - shift)) limbs[limb + 1] |= digit >> (64 - shift);
    }
    v = sk_int_from_limbs(limbs, n * 15 / 64 + 1, count < 0);
out:
    sk_free(limbs);
    return v;
}

static bool read_float_text(Reader *r, double *out) {
    const uint8_t *p = take(r, 1);
    size_t n = p ? *p : 0;
    p = p ? take(r, n) : NULL;
    if (!p) return false;
    SK_AUTO SkValue text = sk_bytes_from(p, n);
    SK_AUTO SkValue f = sk_is_empty(text) ? SK_EMPTY : sk_float_from_text(text);
    if (sk_is_empty(f)) return false;
    *out = sk_float_value(f);
    return true;
}

static SkValue read_text(Reader *r, bool is_short, bool ascii, bool interned) {
    size_t n;
    if (!take_count(r, is_short, "string size out of range", &n)) return SK_EMPTY;
    const uint8_t *p = take(r, n);
    if (!p) return SK_EMPTY;
    SkValue v;
    bool plain = ascii;
    for (size_t i = 0; plain && i < n; i++) plain = p[i] < 128;
    if (plain) v = sk_str_from_ascii((const char *)p, n);
    else if (ascii) v = sk_str_from_latin1(p, n);
    else v = sk_str_from_wtf8((const char *)p, n);
    return interned && !sk_is_empty(v) ? sk_intern(v) : v;
}

static SkValue read_bytes(Reader *r) {
    size_t n;
    if (!take_count(r, false, "bytes object size out of range", &n)) return SK_EMPTY;
    const uint8_t *p = take(r, n);
    return p ? sk_bytes_from(p, n) : SK_EMPTY;
}

// ---- containers ---------------------------------------------------------------------------------------------------------

static SkValue read_item(Reader *r, const char *where) {
    SkValue v = read_value(r);
    if (v.w != END_OF_DICT.w) return v;
    return sk_raise(sk_exc_TypeError, "NULL object in marshal data for %s", where);
}

static SkValue read_tuple(Reader *r, bool is_short) {
    size_t n;
    if (!take_count(r, is_short, "tuple size out of range", &n)) return SK_EMPTY;
    if (!n) return sk_empty_tuple();
    SkValue few[16], *items = n > 16 ? sk_malloc(n * sizeof *items) : few;
    if (!items) return sk_raise_memory();
    size_t i = 0;
    for (; i < n; i++)
        if (sk_is_empty(items[i] = read_item(r, "tuple"))) break;
    SkValue v = SK_EMPTY;
    if (i == n) v = sk_tuple_steal(items, n);
    else while (i-- > 0) sk_release(items[i]);
    if (items != few) sk_free(items);
    return v;
}

static SkValue read_list(Reader *r, SkValue list) {
    size_t n;
    bool ok = take_count(r, false, "list size out of range", &n);
    for (size_t i = 0; ok && i < n; i++) {
        SkValue v = read_item(r, "list");
        ok = !sk_is_empty(v) && sk_list_append_steal(list, v);
    }
    if (ok) return list;
    sk_release(list);
    return SK_EMPTY;
}

static SkValue read_dict(Reader *r, SkValue dict) {
    for (;;) {
        SkValue key = read_value(r);
        if (key.w == END_OF_DICT.w) return dict;
        SkValue value = sk_is_empty(key) ? SK_EMPTY : read_value(r);
        if (value.w == END_OF_DICT.w) {  // a key without a value
            sk_release(key);
            return dict;
        }
        bool ok = !sk_is_empty(value) && sk_dict_set(dict, key, value);
        sk_release(key);
        sk_release(value);
        if (ok) continue;
        sk_release(dict);
        return SK_EMPTY;
    }
}

static SkValue read_set(Reader *r, SkValue set) {
    size_t n;
    bool ok = take_count(r, false, "set size out of range", &n);
    for (size_t i = 0; ok && i < n; i++) {
        SK_AUTO SkValue v = read_item(r, "set");
        ok = !sk_is_empty(v) && sk_set_add(set, v);
    }
    if (ok) return set;
    sk_release(set);
    return SK_EMPTY;
}

static SkValue read_slice(Reader *r) {
    SK_AUTO SkValue start = read_item(r, "slice");
    SK_AUTO SkValue stop = sk_is_empty(start) ? SK_EMPTY : read_item(r, "slice");
    SK_AUTO SkValue step = sk_is_empty(stop) ? SK_EMPTY : read_item(r, "slice");
    return sk_is_empty(step) ? step : sk_slice_new(start, stop, step);
}

// ---- code ---------------------------------------------------------------------------------------------------------------

static bool get_number(const uint8_t **at, const uint8_t *end, int64_t *out) {
    uint64_t u = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (*at == end) return false;
        uint8_t b = *(*at)++;
        u |= (uint64_t)(b & 127) << shift;
        if (b & 128) continue;
        *out = (int64_t)(u >> 1) ^ -(int64_t)(u & 1);
        return true;
    }
    return false;
}

static bool get_positions(const uint8_t *at, const uint8_t *end, SkPosition *out, uint32_t n) {
    uint64_t start = 0, line = 0;
    for (uint32_t i = 0; i < n; i++) {
        int64_t v[5];
        for (int k = 0; k < 5; k++)
            if (!get_number(&at, end, &v[k])) return false;
        start += (uint64_t)v[0];
        line += (uint64_t)v[1];
        out[i] = (SkPosition){(uint32_t)start, (int32_t)line, (int32_t)(line + (uint64_t)v[2]), (int32_t)v[3], (int32_t)v[4]};
    }
    return at == end;
}

// n values; *count of them are to be released.
static SkValue *read_values(Reader *r, uint32_t *count, bool names) {
    uint32_t n;
    *count = 0;
    if (!take_u32(r, &n)) return NULL;
    if (n > (size_t)(r->source->end - r->source->at)) {
        bad("too many items in code");
        return NULL;
    }
    SkValue *items = sk_malloc((n + 1) * sizeof *items);
    if (!items) {
        sk_raise_memory();
        return NULL;
    }
    for (; *count < n; ++*count) {
        SkValue v = read_item(r, "code");
        if (names && sk_is_exact_str(v)) v = sk_intern(v);
        else if (names && !sk_is_empty(v)) {
            sk_release(v);
            v = bad("a name in code is no str");
        }
        if (sk_is_empty(v)) {
            while (*count > 0) sk_release(items[--*count]);
            sk_free(items);
            return NULL;
        }
        items[*count] = v;
    }
    return items;
}

// The str items of a tuple, held by it.
static SkValue *str_items(SkValue tuple, uint32_t n) {
    bool ok = sk_is_exact_tuple(tuple) && sk_tuple_len(tuple) == n;
    for (uint32_t i = 0; ok && i < n; i++) ok = sk_is_exact_str(sk_tuple_peek(tuple, i));
    if (!ok) {
        bad("names of variables in code");
        return NULL;
    }
    SkValue *items = sk_malloc((n + 1) * sizeof *items);
    if (!items) sk_raise_memory();
    for (uint32_t i = 0; items && i < n; i++) items[i] = sk_tuple_peek(tuple, i);
    return items;
}

static SkValue make_code(Reader *r, SkCodeParts *p) {
    SK_AUTO SkValue varnames = read_item(r, "code");
    SK_AUTO SkValue freevars = sk_is_empty(varnames) ? SK_EMPTY : read_item(r, "code");
    SK_AUTO SkValue filename = sk_is_empty(freevars) ? SK_EMPTY : read_item(r, "code");
    SK_AUTO SkValue name = sk_is_empty(filename) ? SK_EMPTY : read_item(r, "code");
    SK_AUTO SkValue qualname = sk_is_empty(name) ? SK_EMPTY : read_item(r, "code");
    if (sk_is_empty(qualname)) return SK_EMPTY;
    if (!sk_is_exact_str(filename) || !sk_is_exact_str(name) || !sk_is_exact_str(qualname)) return bad("names in code");
    SkValue *locals = str_items(varnames, p->nlocals), *free = locals ? str_items(freevars, p->nfree) : NULL;
    SkValue v = SK_EMPTY;
    const char *why;
    if (free) {
        p->varnames = locals;
        p->freevars = free;
        p->filename = sk_is_empty(r->source->filename) ? filename : r->source->filename;
        p->name = name;
        p->qualname = qualname;
        v = sk_code_verify(p, &why) ? sk_code_new(p) : bad(why);
    }
    sk_free(locals);
    sk_free(free);
    return v;
}

// Inside a code record all data is in memory.
static SkValue read_inner_code(Reader *r) {
    const uint8_t *p = take(r, sizeof(SkCodeHead));
    if (!p) return SK_EMPTY;
    SkCodeHead h;
    memcpy(&h, p, sizeof h);
    uint64_t nwords = h.ncode * (uint64_t)sizeof(SkInstr), nhandlers = h.nhandlers * (uint64_t)sizeof(SkHandler);
    uint64_t fixed = nwords + nhandlers + h.position_bytes + h.nlocals;
    if (fixed > (uint64_t)(r->source->end - r->source->at) || h.npositions > h.position_bytes || h.nfree > INT32_MAX)
        return bad("sizes in code");
    const uint8_t *words = take(r, nwords), *handlers = take(r, nhandlers), *positions = take(r, h.position_bytes),
                  *kinds = take(r, h.nlocals);
    SkCodeParts parts = {
        .ncode = h.ncode, .nregisters = h.nregisters, .nlocals = h.nlocals, .argcount = h.argcount, .posonly = h.posonly,
        .kwonly = h.kwonly, .flags = h.flags, .first_line = h.first_line, .nfree = h.nfree, .nhandlers = h.nhandlers,
        .npositions = h.npositions, .local_kinds = kinds, .immortal_constants = r->source->immortal_constants,
    };
    // Copied, for they lie at any address.
    SkInstr *w = sk_malloc(nwords + 8);
    SkHandler *hs = sk_malloc(nhandlers + 8);
    SkPosition *ps = sk_malloc(h.npositions * sizeof *ps + 8);
    SkValue *constants = NULL, *names = NULL, v = SK_EMPTY;
    uint32_t nconstants = 0, nnames = 0;
    if (!w || !hs || !ps) {
        sk_raise_memory();
    } else if (memcpy(w, words, nwords), memcpy(hs, handlers, nhandlers),
               !get_positions(positions, positions + h.position_bytes, ps, h.npositions)) {
        bad("positions in code");
    } else if ((constants = read_values(r, &nconstants, false)) && (names = read_values(r, &nnames, true))) {
        parts.code = w;
        parts.handlers = hs;
        parts.positions = ps;
        parts.constants = constants;
        parts.nconstants = nconstants;
        parts.names = names;
        parts.nnames = nnames;
        v = make_code(r, &parts);
    }
    while (nconstants) sk_release(constants[--nconstants]);
    while (nnames) sk_release(names[--nnames]);
    sk_free(constants);
    sk_free(names);
    sk_free(w);
    sk_free(hs);
    sk_free(ps);
    return v;
}

static SkValue run_reader(Reader *r) {
    SkValue v = read_value(r);
    for (size_t i = 0; i < r->nrefs; i++) sk_release(r->refs[i]);
    sk_free(r->refs);
    return v;
}

static SkValue read_code_record(Reader *r) {
    const uint8_t *p = take(r, 16);
    if (!p) return SK_EMPTY;
    if (load_u32(p) != sk_code_format()) return bad("code of another build");
    uint64_t check = load_u64(p + 8);
    uint32_t n = load_u32(p + 4);
    if (n > INT32_MAX) return bad("sizes in code");
    p = take(r, n);
    if (!p) return SK_EMPTY;
    if (sk_siphash13(SK_CODE_CHECK_KEY, 0, p, n) != check) return bad("checksum of code");
    SkMarshalSource inside = {.at = p, .end = p + n, .allow_code = true, .immortal_constants = r->source->immortal_constants,
                              .filename = r->source->filename};
    Reader inner = {.source = &inside, .depth = r->depth, .in_code = true};
    SkValue v = read_inner_code(&inner);
    for (size_t i = 0; i < inner.nrefs; i++) sk_release(inner.refs[i]);
    sk_free(inner.refs);
    return v;
}

// ---- any value ------------------------------------------------------------------------------------------------------------

static SkValue read_typed(Reader *r, unsigned type, bool flag, size_t index) {
    const uint8_t *p;
    switch (type) {
    case 'N': return SK_NONE;
    case 'T': return SK_TRUE;
    case 'F': return SK_FALSE;
    case '.': return SK_ELLIPSIS;
    case '0': return END_OF_DICT;
    case 'S': return sk_retain(sk_type_value(sk_exc_StopIteration));
    case 'i': return (p = take(r, 4)) ? entered(r, flag, index, sk_from_small_int((int32_t)load_u32(p))) : SK_EMPTY;
    case 'I': return (p = take(r, 8)) ? entered(r, flag, index, sk_int_from_int64((int64_t)load_u64(p))) : SK_EMPTY;
    case 'l': return entered(r, flag, index, read_int(r));
    case 'g': return (p = take(r, 8)) ? entered(r, flag, index, sk_float_new(load_double(p))) : SK_EMPTY;
    case 'y': return (p = take(r, 16)) ? entered(r, flag, index, sk_complex_new(load_double(p), load_double(p + 8))) : SK_EMPTY;
    case 'f':
    case 'x': {
        double re, im = 0;
        if (!read_float_text(r, &re) || (type == 'x' && !read_float_text(r, &im))) return SK_EMPTY;
        return entered(r, flag, index, type == 'x' ? sk_complex_new(re, im) : sk_float_new(re));
    }
    case 's': return entered(r, flag, index, read_bytes(r));
    case 'u':
    case 't': return entered(r, flag, index, read_text(r, false, false, type == 't'));
    case 'a':
    case 'A': return entered(r, flag, index, read_text(r, false, true, type == 'A'));
    case 'z':
    case 'Z': return entered(r, flag, index, read_text(r, true, true, type == 'Z'));
    case '(':
    case ')': return entered(r, flag, index, read_tuple(r, type == ')'));
    case '[':
    case '{':
    case '<': {
        // Entered before their content: they may hold themselves.
        SkValue v = type == '[' ? sk_list_new(0) : type == '{' ? sk_dict_new() : sk_set_new(SK_EMPTY);
        if (sk_is_empty(v)) return v;
        entered(r, flag, index, v);
        return type == '[' ? read_list(r, v) : type == '{' ? read_dict(r, v) : read_set(r, v);
    }
    case '>': {
        SkValue v = sk_frozenset_new(SK_EMPTY);
        return sk_is_empty(v) ? v : entered(r, flag, index, read_set(r, v));
    }
    case ':': return entered(r, flag, index, read_slice(r));
    case 'c':
        if (!r->source->allow_code) return sk_raise(sk_exc_ValueError, "unmarshalling code objects is disallowed");
        return entered(r, flag, index, read_code_record(r));
    case SK_MARSHAL_INNER_CODE:
        if (r->in_code) return entered(r, flag, index, read_inner_code(r));
        break;
    case 'r': {
        uint32_t n;
        if (!take_u32(r, &n)) return SK_EMPTY;
        if (n >= r->nrefs || sk_is_empty(r->refs[n])) return bad("invalid reference");
        return sk_retain(r->refs[n]);
    }
    }
    return bad("unknown type code");
}

static SkValue read_value(Reader *r) {
    SkMarshalSource *s = r->source;
    const uint8_t *p = s->at < s->end ? s->at++ : s->more ? s->more(s->context, 1) : NULL;
    if (!p) {
        if (!sk_error_occurred()) sk_raise(sk_exc_EOFError, "EOF read where object expected");
        return SK_EMPTY;
    }
    unsigned type = *p & ~(unsigned)SK_MARSHAL_REF;
    bool flag = *p & SK_MARSHAL_REF && type != 'r' && type != '0' && type != 'N' && type != 'T' && type != 'F' && type != '.' && type != 'S';
    size_t index = 0;
    if (r->depth >= SK_MARSHAL_DEPTH) return sk_raise(sk_exc_ValueError, "recursion limit exceeded");
    if (!reserve(r, flag, &index)) return SK_EMPTY;
    r->depth++;
    SkValue v = read_typed(r, type, flag, index);
    r->depth--;
    return v;
}

SkValue sk_marshal_read(SkMarshalSource *source) {
    Reader r = {.source = source};
    SkValue v = run_reader(&r);
    if (v.w == END_OF_DICT.w) return sk_raise(sk_exc_TypeError, "NULL object in marshal data for object");
    return v;
}

// ---- the format of code -----------------------------------------------------------------------------------------------------

// The linker's identity of a program or library, a hash of its content.
static int add_build_id(struct dl_phdr_info *info, size_t size, void *arg) {
    (void)size;
    uint64_t *h = arg;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *ph = &info->dlpi_phdr[i];
        if (ph->p_type != PT_NOTE) continue;
        const char *at = (const char *)(info->dlpi_addr + ph->p_vaddr), *end = at + ph->p_memsz;
        while ((size_t)(end - at) >= sizeof(ElfW(Nhdr))) {
            const ElfW(Nhdr) *n = (const ElfW(Nhdr) *)(const void *)at;
            const char *name = at + sizeof *n, *desc = name + ((n->n_namesz + 3) & ~3u);
            if (n->n_type == NT_GNU_BUILD_ID && n->n_namesz == 4 && !memcmp(name, "GNU", 4))
                *h = sk_siphash13(*h, 1, desc, n->n_descsz);
            at = desc + ((n->n_descsz + 3) & ~3u);
        }
    }
    return 1;  // the program is the first; libraries do not matter
}

uint32_t sk_code_format(void) {
    static _Atomic uint64_t made;  // idempotent
    uint64_t h = sk_load_relaxed(&made);
    if (h) return (uint32_t)h;
    static const char table[] =
#define X(name, a, b, c, properties) #name #a #b #c #properties "\n"
#include "core/opcodes.def"
#undef X
        ;
    h = sk_siphash13(1, sizeof(SkCodeHead), table, sizeof table);
    dl_iterate_phdr(add_build_id, &h);
    h |= UINT64_C(1) << 63;
    sk_store_relaxed(&made, h);
    return (uint32_t)h;
}
