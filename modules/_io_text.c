// TextIOWrapper: construction, writing, closing, the type.
#include "modules/_io_text.h"

#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>

#include "modules/_io_buffered.h"
#include "modules/sys.h"
#include "objects/codec.h"
#include "objects/native.h"
#include "objects/tuple.h"

// ---- the locale's encoding ----------------------------------------------------------------------------------------------------

static const char *find_locale_encoding(void) {
    const char *mode = getenv("PYTHONUTF8");
    if (mode && !strcmp(mode, "1")) return "utf-8";
    const char *name = getenv("LC_ALL");
    if (!name || !*name) name = getenv("LC_CTYPE");
    if (!name || !*name) name = getenv("LANG");
    if (!name || !*name || !strcmp(name, "C") || !strcmp(name, "POSIX")) return "utf-8";
    locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (!locale) return "utf-8";
    const char *codeset = nl_langinfo_l(CODESET, locale);
    char *copy = codeset && *codeset ? sk_strdup(codeset) : NULL;
    freelocale(locale);
    return copy ? copy : "utf-8";
}

const char *sk_io_locale_encoding(void) {
    static _Atomic(const char *) known;
    const char *name = sk_load_acquire(&known);  // PAIR(locale-encoding)
    if (name) return name;
    const char *found = find_locale_encoding();
    if (sk_cas_acq_rel(&known, &name, found)) return found;  // PAIR(locale-encoding): the text is written before
    return name;
}

bool sk_io_warn_default(int level) {
    return !sk_config.warn_default_encoding || sk_warn(sk_exc_EncodingWarning, level, "'encoding' argument not specified");
}

// ---- state -------------------------------------------------------------------------------------------------------------------

bool sk_text_initialized(SkText *t) {
    if (sk_likely(sk_load_relaxed(&t->ready))) return true;
    return sk_raise_false(sk_exc_ValueError, sk_load_relaxed(&t->detached) ? "underlying buffer has been detached"
                                                                           : "I/O operation on uninitialized object");
}

// What was set is known of a detached stream too.
static bool has_settings(SkText *t) { return sk_load_relaxed(&t->detached) || sk_text_initialized(t); }

SkValue sk_text_buffer(SkText *t) {
    if (!sk_text_initialized(t)) return SK_EMPTY;
    SkValue b = sk_slot_get(&t->base.header, &t->buffer);
    return sk_is_empty(b) ? sk_raise(sk_exc_ValueError, "underlying buffer has been detached") : b;
}

// True if the stream is over a file that is open, while there is one thread: then nothing need be held to see it.
static inline bool over_open_file(SkText *t) {
    if (sk_multithreaded || !sk_load_relaxed(&t->ready)) return false;
    SkValue buffer = sk_slot_peek(&t->buffer);
    SkType *type = sk_is_empty(buffer) ? NULL : sk_type_of(buffer);
    if (type != &sk_io_buffered_writer_type && type != &sk_io_buffered_reader_type && type != &sk_io_buffered_random_type) return false;
    SkValue raw = sk_slot_peek(&sk_as_buffered(buffer)->raw);
    return !sk_is_empty(raw) && sk_type_of(raw) == &sk_io_fileio_type && sk_load_relaxed(&((SkFileIO *)sk_ptr(raw))->fd) >= 0;
}

bool sk_text_usable(SkText *t) {
    if (over_open_file(t)) return true;
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    if (sk_is_empty(buffer)) return false;
    int c = sk_io_closed(buffer);
    return c > 0 ? sk_raise_false(sk_exc_ValueError, "I/O operation on closed file.") : c == 0;
}

static SkValue forward(SkValue self, SkValue method) {
    SK_AUTO SkValue buffer = sk_text_buffer(sk_as_text(self));
    return sk_is_empty(buffer) ? SK_EMPTY : sk_io_call(buffer, method);
}

// ---- codecs ------------------------------------------------------------------------------------------------------------------

static SkTextKind kind_of(const char *name) {
    char n[16];
    size_t k = 0;
    for (; *name && k < sizeof n - 1; name++)
        n[k++] = *name == '_' || *name == ' ' ? '-' : (char)tolower((unsigned char)*name);
    n[k] = 0;
    if (*name) return SK_TEXT_CODEC;
    static const struct {
        const char *name;
        SkTextKind kind;
    } known[] = {{"utf-8", SK_TEXT_UTF8}, {"utf8", SK_TEXT_UTF8}, {"ascii", SK_TEXT_ASCII}, {"us-ascii", SK_TEXT_ASCII},
                 {"ansi-x3.4-1968", SK_TEXT_ASCII}, {"646", SK_TEXT_ASCII}, {"latin-1", SK_TEXT_LATIN1}, {"latin1", SK_TEXT_LATIN1},
                 {"iso-8859-1", SK_TEXT_LATIN1}, {"iso8859-1", SK_TEXT_LATIN1}};
    for (size_t i = 0; i < SK_COUNT_OF(known); i++)
        if (!strcmp(n, known[i].name)) return known[i].kind;
    return SK_TEXT_CODEC;
}

static SkValue lookup(const char *name) {
    SkValue info = sk_codec_lookup(name);
    if (sk_is_empty(info)) return info;
    SK_AUTO SkValue text = sk_getattr_opt_s(info, "_is_text_encoding");
    if (sk_is_empty(text)) {
        if (!sk_error_occurred()) return info;
    } else {
        int is = sk_truth(text);
        if (is > 0) return info;
        if (is == 0)
            sk_raise(sk_exc_LookupError, "'%.400s' is not a text encoding; use codecs.open() to handle arbitrary codecs", name);
    }
    sk_release(info);
    return SK_EMPTY;
}

bool sk_text_reset_encoder(SkText *t, bool start) {
    if (!t->can_encode || t->kind != SK_TEXT_CODEC) return true;
    SK_AUTO SkValue encoder = sk_slot_get(&t->base.header, &t->encoder);
    SkValue r = start ? sk_io_call(encoder, SK_ION(reset)) : sk_io_call1(encoder, SK_ION(setstate), sk_from_small_int(0));
    sk_release(r);
    if (!sk_is_empty(r)) t->start_of_stream = start;
    return !sk_is_empty(r);
}

// Sets up decoding and encoding: encoding and errors are str.
static bool set_codecs(SkText *t, SkValue encoding, SkValue errors, SkValue buffer) {
    SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(encoding), handler = sk_str_utf8(errors);
    if (!name.text || !handler.text) return false;
    if (strlen(name.text) != name.len || strlen(handler.text) != handler.len)
        return sk_raise_false(sk_exc_ValueError, "embedded null character");
    SkTextKind kind = handler.len < sizeof t->error_handler ? kind_of(name.text) : SK_TEXT_CODEC;
    SK_AUTO SkValue info = kind == SK_TEXT_CODEC ? lookup(name.text) : SK_EMPTY;
    if (kind == SK_TEXT_CODEC && sk_is_empty(info)) return false;
    SK_AUTO SkValue readable = sk_io_call(buffer, SK_ION(readable));
    int reads = sk_is_empty(readable) ? -1 : sk_truth(readable);
    if (reads < 0) return false;
    SK_AUTO SkValue writable = sk_io_call(buffer, SK_ION(writable));
    int writes = sk_is_empty(writable) ? -1 : sk_truth(writable);
    if (writes < 0) return false;
    SK_AUTO SkValue decoder = SK_EMPTY;
    SK_AUTO SkValue encoder = SK_EMPTY;
    if (kind == SK_TEXT_CODEC && reads) {
        SK_AUTO SkValue make = sk_getattr_s(info, "incrementaldecoder");
        decoder = sk_is_empty(make) ? SK_EMPTY : sk_call1(make, errors);
        if (sk_is_empty(decoder)) return false;
    }
    if (kind == SK_TEXT_CODEC && writes) {
        SK_AUTO SkValue make = sk_getattr_s(info, "incrementalencoder");
        encoder = sk_is_empty(make) ? SK_EMPTY : sk_call1(make, errors);
        if (sk_is_empty(encoder)) return false;
    }
    SkObject *o = &t->base.header;
    sk_slot_set(o, &t->decoder, sk_move(&decoder));
    sk_slot_set(o, &t->encoder, sk_move(&encoder));
    sk_slot_set(o, &t->encoding, sk_retain(encoding));
    sk_slot_set(o, &t->errors, sk_retain(errors));
    t->kind = kind;
    t->can_decode = reads;
    t->can_encode = writes;
    t->ninput = 0;
    t->error_handler[0] = 0;
    if (handler.len < sizeof t->error_handler) memcpy(t->error_handler, handler.text, handler.len + 1);
    return true;
}

static void set_newline(SkText *t, const SkNewlineArg *n) {
    t->ends = (SkLineEnds){.universal = !n->given || !n->text[0], .translate = !n->given};
    memcpy(t->ends.text, n->text, sizeof n->text);
    t->write_translate = !n->given || n->text[0];
    memset(t->write_newline, 0, sizeof t->write_newline);
    if (strcmp(n->text, "\n")) memcpy(t->write_newline, n->text, sizeof n->text);
    t->newlines = (SkNewlines){.translate = !n->given};
}

// At a place that is not the stream's beginning no byte order mark is written.
static bool fix_encoder(SkText *t, SkValue buffer) {
    if (!t->seekable || !t->can_encode || t->kind != SK_TEXT_CODEC) return true;
    t->start_of_stream = true;
    SK_AUTO SkValue at = sk_io_call(buffer, SK_ION(tell));
    if (sk_is_empty(at)) return false;
    int zero = sk_compare_bool(at, sk_from_small_int(0), SK_EQ);
    return zero < 0 ? false : zero ? true : sk_text_reset_encoder(t, false);
}

// The encoding to use for an argument: a str, counted.
static SkValue choose_encoding(SkValue v) {
    if (sk_is_empty(v) || sk_is_none(v) || (sk_is_str(v) && sk_str_equals_ascii(v, "locale"))) return sk_str_from(sk_io_locale_encoding());
    return sk_retain(v);
}

static bool text_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[6];
    if (!sk_bind("TextIOWrapper", "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
                 &sig, args, nargs, kwnames, a))
        return false;
    SkText *t = sk_as_text(self);
    SK_AUTO_UTF8 SkUtf8 checked = {0};
    if (!sk_io_opt_text("TextIOWrapper", "encoding", a[1], &checked)) return false;
    SK_AUTO_UTF8 SkUtf8 checked_errors = {0};
    if (!sk_io_opt_text("TextIOWrapper", "errors", a[2], &checked_errors)) return false;
    SkNewlineArg newline;
    sk_store_relaxed(&t->ready, 0);  // also where an argument is wrong
    if (!sk_io_newline_arg("TextIOWrapper", a[3], &newline)) return false;
    int line_buffering = sk_is_empty(a[4]) ? 0 : sk_truth(a[4]), through = sk_is_empty(a[5]) ? 0 : sk_truth(a[5]);
    if (line_buffering < 0 || through < 0) return false;
    if ((sk_is_empty(a[1]) || sk_is_none(a[1])) && !sk_io_warn_default(1)) return false;
    if (sk_check_codec_names && checked_errors.text) {
        SkValue handler = sk_codec_lookup_error(checked_errors.text);
        sk_release(handler);
        if (sk_is_empty(handler)) return false;
    }
    SK_AUTO SkValue encoding = choose_encoding(a[1]);
    SK_AUTO SkValue errors = sk_is_empty(a[2]) || sk_is_none(a[2]) ? sk_str_from("strict") : sk_retain(a[2]);
    if (sk_is_empty(encoding) || sk_is_empty(errors)) return false;
    SkValue buffer = a[0];
    SK_IO_SCOPED(&t->lock);
    sk_store_relaxed(&t->ready, 0);
    sk_store_relaxed(&t->detached, 0);
    sk_text_set_decoded(t, SK_EMPTY);
    sk_text_forget_snapshot(t);
    t->npending = 0;
    t->chunk_size = 8192;
    t->bytes_per_char = 0;
    set_newline(t, &newline);
    sk_store_relaxed(&t->line_buffering, line_buffering);
    sk_store_relaxed(&t->write_through, through);
    if (!set_codecs(t, encoding, errors, buffer)) return false;
    sk_slot_set(&t->base.header, &t->buffer, sk_retain(buffer));
    SkType *type = sk_type_of(buffer);
    t->direct = type == &sk_io_buffered_writer_type || type == &sk_io_buffered_random_type;
    SK_AUTO SkValue seekable = sk_io_call(buffer, SK_ION(seekable));
    int s = sk_is_empty(seekable) ? -1 : sk_truth(seekable);
    if (s < 0) return false;
    t->seekable = t->telling = s;
    int read1 = sk_hasattr(buffer, SK_ION(read1));
    if (read1 < 0) return false;
    t->has_read1 = read1;
    if (!fix_encoder(t, buffer)) return false;
    sk_store_relaxed(&t->ready, 1);
    return true;
}

static SkValue text_reconfigure(SkValue self, const SkValue *args) {
    SkText *t = sk_as_text(self);
    SkValue encoding = args[0], errors = args[1];
    bool new_encoding = !sk_is_empty(encoding) && !sk_is_none(encoding), new_errors = !sk_is_empty(errors) && !sk_is_none(errors);
    bool new_newline = !sk_is_empty(args[2]);
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_initialized(t)) return SK_EMPTY;
    if (new_encoding && !sk_is_str(encoding))
        return sk_raise(sk_exc_TypeError, "reconfigure() argument 'encoding' must be str or None, not %.50O", encoding);
    if (new_errors && !sk_is_str(errors))
        return sk_raise(sk_exc_TypeError, "reconfigure() argument 'errors' must be str or None, not %.50O", errors);
    if (t->can_decode && !sk_is_empty(sk_slot_peek(&t->decoded)) && (new_encoding || new_errors || new_newline))
        return sk_io_raise_unsupported("It is not possible to set the encoding or newline of stream after the first read");
    SkNewlineArg newline;
    if (!sk_io_newline_arg("reconfigure", args[2], &newline)) return SK_EMPTY;
    int line_buffering = sk_load_relaxed(&t->line_buffering), through = sk_load_relaxed(&t->write_through);
    if (!sk_is_empty(args[3]) && !sk_is_none(args[3]) && (line_buffering = sk_truth(args[3])) < 0) return SK_EMPTY;
    if (!sk_is_empty(args[4]) && !sk_is_none(args[4]) && (through = sk_truth(args[4])) < 0) return SK_EMPTY;
    SkValue r = sk_io_call(self, SK_ION(flush));
    if (sk_is_empty(r)) return SK_EMPTY;
    sk_release(r);
    if (new_newline) set_newline(t, &newline);
    if (new_encoding || new_errors) {
        SK_AUTO SkValue buffer = sk_text_buffer(t);
        SK_AUTO SkValue e = new_encoding ? choose_encoding(encoding) : sk_slot_get(&t->base.header, &t->encoding);
        SK_AUTO SkValue h = new_errors ? sk_retain(errors) : new_encoding ? sk_str_from("strict") : sk_slot_get(&t->base.header, &t->errors);
        if (sk_is_empty(buffer) || sk_is_empty(e) || sk_is_empty(h) || !set_codecs(t, e, h, buffer)) return SK_EMPTY;
        if (!fix_encoder(t, buffer)) return SK_EMPTY;
    }
    sk_store_relaxed(&t->line_buffering, line_buffering);
    sk_store_relaxed(&t->write_through, through);
    return SK_NONE;
}

// ---- writing -------------------------------------------------------------------------------------------------------------------

bool sk_text_write_pending(SkText *t) {
    if (!t->npending) return true;
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    if (sk_is_empty(buffer)) return false;
    // Taken out first: the buffer may be Python code that comes back here.
    char *data = t->pending;
    size_t n = t->npending, room = t->pending_room;
    t->pending = NULL;
    t->npending = t->pending_room = 0;
    bool ok;
    if (t->direct) {
        do ok = sk_io_buffered_put(buffer, data, n);
        while (!ok && sk_io_interrupted());
    } else {
        SK_AUTO SkValue bytes = sk_bytes_from(data, n);
        SkValue r = SK_EMPTY;
        if (!sk_is_empty(bytes)) {
            do r = sk_io_call1(buffer, SK_ION(write), bytes);
            while (sk_is_empty(r) && sk_io_interrupted());
        }
        ok = !sk_is_empty(r);
        sk_release(r);
    }
    if (!t->pending) {
        t->pending = data;
        t->pending_room = room;
    } else {
        sk_free(data);
    }
    return ok;
}

static bool add_pending(SkText *t, const char *data, size_t n) {
    if (t->npending && t->npending + n > (size_t)t->chunk_size && !sk_text_write_pending(t)) return false;
    if (n > t->pending_room - t->npending) {
        size_t room = t->npending + n;
        if (room < (size_t)t->chunk_size) room = (size_t)t->chunk_size;
        char *more = sk_realloc(t->pending, room);
        if (!more) return sk_raise_memory(), false;
        t->pending = more;
        t->pending_room = room;
    }
    if (n) memcpy(t->pending + t->npending, data, n);
    t->npending += n;
    return true;
}

static bool add_text(SkText *t, SkValue text) {
    SkStr *s = sk_as_str(text);
    if (t->kind != SK_TEXT_CODEC && (s->ascii || (t->kind == SK_TEXT_LATIN1 && s->kind == 1))) return add_pending(t, s->data, s->length);
    SK_AUTO SkValue bytes = SK_EMPTY;
    switch (t->kind) {
        case SK_TEXT_UTF8: bytes = sk_encode_utf8(text, t->error_handler); break;
        case SK_TEXT_ASCII: bytes = sk_encode_ascii(text, t->error_handler); break;
        case SK_TEXT_LATIN1: bytes = sk_encode_latin1(text, t->error_handler); break;
        case SK_TEXT_CODEC: {
            SK_AUTO SkValue encoder = sk_slot_get(&t->base.header, &t->encoder);
            bytes = sk_io_call1(encoder, SK_ION(encode), text);
            t->start_of_stream = false;
            if (!sk_is_empty(bytes) && !sk_is_bytes(bytes))
                return sk_raise_false(sk_exc_TypeError, "encoder should return a bytes object, not '%.200T'", bytes);
            break;
        }
    }
    return !sk_is_empty(bytes) && add_pending(t, sk_as_bytes(bytes)->data, sk_as_bytes(bytes)->length);
}

static bool has_char(SkValue text, char c) {
    const SkStr *s = sk_as_str(text);
    if (s->kind == 1) return memchr(s->data, c, s->length) != NULL;
    for (size_t i = 0; i < s->length; i++)
        if (sk_str_at(s, i) == (unsigned char)c) return true;
    return false;
}

static SkValue text_write(SkValue self, SkValue text) {
    SkText *t = sk_as_text(self);
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "write() argument must be str, not %.200O", text);
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_usable(t)) return SK_EMPTY;
    if (!t->can_encode) return sk_io_raise_unsupported("not writable");
    bool lines = sk_load_relaxed(&t->line_buffering), through = sk_load_relaxed(&t->write_through);
    bool flush = lines && (has_char(text, '\n') || has_char(text, '\r'));
    SK_AUTO SkValue changed = t->write_translate && t->write_newline[0] ? sk_io_newlines_replace(text, t->write_newline) : SK_EMPTY;
    if (t->write_translate && t->write_newline[0] && sk_is_empty(changed)) return SK_EMPTY;
    if (!add_text(t, sk_is_empty(changed) ? text : changed)) return SK_EMPTY;
    if ((t->npending >= (size_t)t->chunk_size || flush || through) && !sk_text_write_pending(t)) return SK_EMPTY;
    if (flush) {
        SkValue r = forward(self, SK_ION(flush));
        if (sk_is_empty(r)) return SK_EMPTY;
        sk_release(r);
    }
    if (!sk_is_empty(sk_slot_peek(&t->decoded))) sk_text_set_decoded(t, SK_EMPTY);
    sk_text_forget_snapshot(t);
    if (t->can_decode && !sk_text_reset_decoder(t)) return SK_EMPTY;
    return sk_from_small_int((int64_t)sk_str_len(text));
}

static SkValue text_flush(SkValue self) {
    SkText *t = sk_as_text(self);
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_usable(t)) return SK_EMPTY;
    t->telling = t->seekable;
    return sk_text_write_pending(t) ? forward(self, SK_ION(flush)) : SK_EMPTY;
}

static SkValue text_truncate(SkValue self, const SkValue *args, size_t nargs) {
    SkText *t = sk_as_text(self);
    if (!sk_check_nargs("truncate", nargs, 0, 1)) return SK_EMPTY;
    SK_IO_SCOPED(&t->lock);
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    SkValue r = sk_is_empty(buffer) ? SK_EMPTY : sk_io_call(self, SK_ION(flush));
    if (sk_is_empty(r)) return SK_EMPTY;
    sk_release(r);
    return sk_io_call1(buffer, SK_ION(truncate), nargs ? args[0] : SK_NONE);
}

// ---- the end --------------------------------------------------------------------------------------------------------------------

static SkValue text_close(SkValue self) {
    SkText *t = sk_as_text(self);
    SK_IO_SCOPED(&t->lock);
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    if (sk_is_empty(buffer)) return SK_EMPTY;
    int closed = sk_io_closed(buffer);
    if (closed) return closed > 0 ? SK_NONE : SK_EMPTY;
    if (sk_load_relaxed(&t->finalizing)) {
        SkValue r = sk_io_call1(buffer, SK_ION(_dealloc_warn), self);
        if (sk_is_empty(r)) sk_error_clear();
        sk_release(r);
    }
    SkValue r = sk_io_call(self, SK_ION(flush));
    SkValue first = sk_is_empty(r) ? sk_error_take() : SK_EMPTY;
    sk_release(r);
    bool ok = sk_is_empty(first);
    r = sk_io_call(buffer, SK_ION(close));
    ok &= !sk_is_empty(r);
    sk_io_chain(first);
    if (ok) return r;
    sk_release(r);
    return SK_EMPTY;
}

static SkValue text_detach(SkValue self) {
    SkText *t = sk_as_text(self);
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_initialized(t)) return SK_EMPTY;
    SkValue r = sk_io_call(self, SK_ION(flush));
    if (sk_is_empty(r)) return SK_EMPTY;
    sk_release(r);
    sk_store_relaxed(&t->detached, 1);
    sk_store_relaxed(&t->ready, 0);
    return sk_slot_swap(&t->base.header, &t->buffer, SK_EMPTY);
}

#define SLOTS(t) {&(t)->buffer, &(t)->encoding, &(t)->errors, &(t)->decoder, &(t)->encoder, &(t)->decoded, &(t)->snapshot}
static void trace(SkObject *o, SkVisit visit, void *arg) {
    sk_instance_trace(o, visit, arg);
    SkSlot *slots[] = SLOTS((SkText *)o);
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_visit(slots[i], visit, arg);
}
static void clear(SkObject *o) {
    SkText *t = (SkText *)o;
    sk_store_relaxed(&t->ready, 0);
    sk_instance_clear(o);
    SkSlot *slots[] = SLOTS(t);
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_set(o, slots[i], SK_EMPTY);
}
static void destroy(SkObject *o) {
    SkText *t = (SkText *)o;
    SkSlot *slots[] = SLOTS(t);
    for (size_t i = 0; i < SK_COUNT_OF(slots); i++) sk_slot_destroy(o, slots[i]);
    sk_free(t->pending);
    t->pending = NULL;
    sk_instance_free(o, 0);
}

// ---- small methods -----------------------------------------------------------------------------------------------------------------

static SkValue text_fileno(SkValue self) { return forward(self, SK_ION(fileno)); }
static SkValue text_seekable(SkValue self) { return forward(self, SK_ION(seekable)); }
static SkValue text_readable(SkValue self) { return forward(self, SK_ION(readable)); }
static SkValue text_writable(SkValue self) { return forward(self, SK_ION(writable)); }
static SkValue text_isatty(SkValue self) { return forward(self, SK_ION(isatty)); }
static SkValue cannot_pickle(SkValue self) { return sk_io_cannot_pickle(self); }
static SkValue cannot_pickle1(SkValue self, SkValue protocol SK_UNUSED) { return cannot_pickle(self); }

static SkValue slot_or_none(SkValue self, const SkSlot *slot) {
    SkValue v = sk_slot_load(sk_ptr(self), slot);
    return sk_is_empty(v) ? SK_NONE : v;
}
static SkValue get_encoding(SkValue self, void *c SK_UNUSED) { return slot_or_none(self, &sk_as_text(self)->encoding); }
static SkValue get_buffer(SkValue self, void *c SK_UNUSED) { return slot_or_none(self, &sk_as_text(self)->buffer); }
static SkValue get_errors(SkValue self, void *c SK_UNUSED) {
    return has_settings(sk_as_text(self)) ? slot_or_none(self, &sk_as_text(self)->errors) : SK_EMPTY;
}
static SkValue get_newlines(SkValue self, void *c SK_UNUSED) {
    SkText *t = sk_as_text(self);
    SK_IO_SCOPED(&t->lock);
    return sk_text_initialized(t) ? sk_io_newlines_seen(t->can_decode ? t->newlines.seen : 0) : SK_EMPTY;
}
static SkValue get_line_buffering(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_text(self)->line_buffering)); }
static SkValue get_write_through(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_text(self)->write_through)); }
static SkValue get_finalizing(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_text(self)->finalizing)); }
static bool set_finalizing(SkValue self, SkValue v, void *c SK_UNUSED) {
    sk_store_relaxed(&sk_as_text(self)->finalizing, sk_is_true(v));
    return true;
}
static SkValue get_chunk_size(SkValue self, void *c SK_UNUSED) {
    SkText *t = sk_as_text(self);
    return sk_text_initialized(t) ? sk_int_from_int64(t->chunk_size) : SK_EMPTY;
}
static bool set_chunk_size(SkValue self, SkValue v, void *c SK_UNUSED) {
    SkText *t = sk_as_text(self);
    int64_t n;
    if (!sk_text_initialized(t)) return false;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    if (!sk_index_as_int64(v, &n, sk_exc_ValueError)) return false;
    if (n <= 0) return sk_raise_false(sk_exc_ValueError, "a strictly positive integer is required");
    t->chunk_size = n;
    return true;
}
static SkValue attribute(SkValue self, SkValue name) {
    SK_AUTO SkValue buffer = sk_text_buffer(sk_as_text(self));
    return sk_is_empty(buffer) ? SK_EMPTY : sk_getattr(buffer, name);
}
static SkValue get_name(SkValue self, void *c SK_UNUSED) { return attribute(self, SK_ION(name)); }
static SkValue get_closed(SkValue self, void *c SK_UNUSED) { return attribute(self, SK_ION(closed)); }

static bool add_repr(SkStrBuilder *b, const char *label, SkValue v) {
    if (sk_is_empty(v)) return !sk_error_occurred();
    SK_AUTO SkValue r = sk_repr(v);
    if (sk_is_empty(r)) return false;
    sk_sb_cstr(b, label);
    sk_sb_str(b, r);
    return true;
}

static SkValue repr(SkValue self) {
    SkText *t = sk_as_text(self);
    if (!has_settings(t) || !sk_enter_recursion(" while getting the repr of an object")) return SK_EMPTY;
    SkStrBuilder b;
    sk_sb_init(&b);
    sk_sb_ascii(&b, "<", 1);
    sk_sb_cstr(&b, sk_type_of(self)->name);
    SK_AUTO SkValue name = sk_io_repr_name(self);
    bool ok = add_repr(&b, " name=", name);
    SK_AUTO SkValue mode = ok ? sk_getattr_opt(self, SK_ION(mode)) : SK_EMPTY;
    ok = ok && add_repr(&b, " mode=", mode);
    SK_AUTO SkValue encoding = sk_slot_get(&t->base.header, &t->encoding);
    ok = ok && add_repr(&b, " encoding=", encoding);
    sk_leave_recursion();
    sk_sb_ascii(&b, ">", 1);
    if (ok) return sk_sb_finish(&b);
    sk_sb_discard(&b);
    return SK_EMPTY;
}

static const SkMethodDef methods[] = {
    {"detach", SK_NOARGS, .noargs = text_detach, .sig = "()", .doc = "Gives up the buffer."},
    {"reconfigure", SK_SIG, .sig_fn = text_reconfigure,
     .sig = "(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
     .doc = "Changes settings of the stream."},
    {"write", SK_ONEARG, .onearg = text_write, .sig = "(text, /)", .doc = "Writes a str; the number of its characters."},
    {"read", SK_FAST, .fast = sk_text_read, .sig = "(size=-1, /)", .doc = "Up to size characters; all if negative."},
    {"readline", SK_FAST, .fast = sk_text_readline, .sig = "(size=-1, /)", .doc = "One line, at most size characters."},
    {"flush", SK_NOARGS, .noargs = text_flush, .sig = "()", .doc = "Hands what is buffered on."},
    {"close", SK_NOARGS, .noargs = text_close, .sig = "()", .doc = "Flushes and closes the stream."},
    {"fileno", SK_NOARGS, .noargs = text_fileno, .sig = "()", .doc = "The file descriptor."},
    {"seekable", SK_NOARGS, .noargs = text_seekable, .sig = "()", .doc = "Whether seek() works."},
    {"readable", SK_NOARGS, .noargs = text_readable, .sig = "()", .doc = "Whether it can be read."},
    {"writable", SK_NOARGS, .noargs = text_writable, .sig = "()", .doc = "Whether it can be written."},
    {"isatty", SK_NOARGS, .noargs = text_isatty, .sig = "()", .doc = "Whether it is a terminal."},
    {"seek", SK_FAST, .fast = sk_text_seek, .sig = "(cookie, whence=os.SEEK_SET, /)", .doc = "Goes to a position that tell() gave."},
    {"tell", SK_NOARGS, .noargs = sk_text_tell, .sig = "()", .doc = "The position, as an opaque number."},
    {"truncate", SK_FAST, .fast = text_truncate, .sig = "(pos=None, /)", .doc = "Cuts or extends the file."},
    {"__reduce__", SK_NOARGS, .noargs = cannot_pickle, .sig = "()", .doc = NULL},
    {"__reduce_ex__", SK_ONEARG, .onearg = cannot_pickle1, .sig = "(object, /)", .doc = NULL},
    {0},
};
static const SkGetSetDef getset[] = {
    {"encoding", get_encoding, sk_readonly_member, NULL, NULL},
    {"buffer", get_buffer, sk_readonly_member, NULL, NULL},
    {"line_buffering", get_line_buffering, sk_readonly_member, NULL, NULL},
    {"write_through", get_write_through, sk_readonly_member, NULL, NULL},
    {"_finalizing", get_finalizing, set_finalizing, NULL, NULL},
    {"name", get_name, NULL, NULL, NULL},
    {"closed", get_closed, NULL, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL, NULL},
    {"errors", get_errors, NULL, NULL, NULL},
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size, NULL, NULL},
    {0},
};

SkType sk_io_text_type = {
    SK_TYPE_HEAD(0, sizeof(SkText), trace, clear, destroy),
    .name = "_io.TextIOWrapper",
    .doc = "TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)\n--\n\n"
           ""
           "Text over a buffered binary stream.",
    .flags = SK_TF_BASE,
    .base = &sk_io_textiobase_type,
    .new_ = sk_io_new,
    .init = text_init,
    .repr = repr,
    .iternext = sk_text_next,
    .methods = methods,
    .getset = getset,
};
