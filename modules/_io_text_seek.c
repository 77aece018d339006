// TextIOWrapper: positions. A position is an opaque number: where in the stream decoding may start again, the decoder's
// flags there, and how many bytes to feed and characters to skip from there.
#include <unistd.h>

#include "modules/_io_text.h"

// Little endian in 21 bytes, as CPython lays it out.
typedef struct {
    int64_t start;
    int32_t flags, feed, skip;
    bool need_eof;
} Cookie;
enum { COOKIE_BYTES = 21 };

static SkValue cookie_value(const Cookie *c) {
    uint8_t b[COOKIE_BYTES];
    memcpy(b, &c->start, 8);
    memcpy(b + 8, &c->flags, 4);
    memcpy(b + 12, &c->feed, 4);
    memcpy(b + 16, &c->skip, 4);
    b[20] = c->need_eof;
    return sk_int_from_bytes(b, sizeof b, true, false);
}

static bool cookie_read(SkValue v, Cookie *c) {
    uint8_t b[COOKIE_BYTES];
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i) || !sk_int_to_bytes(i, b, sizeof b, true, false)) return false;
    memcpy(&c->start, b, 8);
    memcpy(&c->flags, b + 8, 4);
    memcpy(&c->feed, b + 12, 4);
    memcpy(&c->skip, b + 16, 4);
    c->need_eof = b[20];
    return true;
}

static bool flush_self(SkValue self) {
    SkValue r = sk_io_call(self, SK_ION(flush));
    sk_release(r);
    return !sk_is_empty(r);
}

static SkValue seek_end(SkText *t, SkValue self, SkValue cookie) {
    int zero = sk_compare_bool(cookie, sk_from_small_int(0), SK_EQ);
    if (zero <= 0) return zero < 0 ? SK_EMPTY : sk_io_raise_unsupported("can't do nonzero end-relative seeks");
    if (!flush_self(self)) return SK_EMPTY;
    sk_text_set_decoded(t, SK_EMPTY);
    sk_text_forget_snapshot(t);
    if (t->can_decode && !sk_text_reset_decoder(t)) return SK_EMPTY;
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    if (sk_is_empty(buffer)) return SK_EMPTY;
    SkValue args[2] = {sk_from_small_int(0), sk_from_small_int(SEEK_END)};
    SK_AUTO SkValue r = sk_own(sk_call_method(buffer, SK_ION(seek), args, 2));
    if (sk_is_empty(r)) return SK_EMPTY;
    int start = sk_compare_bool(r, sk_from_small_int(0), SK_EQ);
    if (start < 0 || !sk_text_reset_encoder(t, start)) return SK_EMPTY;
    return sk_move(&r);
}

static bool restore(SkText *t, const Cookie *c, SkValue buffer) {
    SK_AUTO SkValue empty = sk_bytes_from("", 0);
    if (sk_is_empty(empty)) return false;
    if (t->can_decode) {
        if (c->start == 0 && c->flags == 0 ? !sk_text_reset_decoder(t) : !sk_text_set_state(t, empty, c->flags)) return false;
    }
    if (!c->skip) {
        t->snapshot_flags = c->flags;
        sk_slot_set(&t->base.header, &t->snapshot, sk_move(&empty));
        return true;
    }
    SK_AUTO SkValue input = sk_io_call1(buffer, SK_ION(read), sk_from_small_int(c->feed));
    if (sk_is_empty(input)) return false;
    if (!sk_is_bytes(input))
        return sk_raise_false(sk_exc_TypeError, "underlying read() should have returned a bytes object, not '%.200T'", input);
    t->snapshot_flags = c->flags;
    sk_slot_set(&t->base.header, &t->snapshot, sk_retain(input));
    if (!t->can_decode) return true;
    SkValue text = sk_text_decode(t, sk_as_bytes(input)->data, sk_as_bytes(input)->length, c->need_eof);
    if (sk_is_empty(text)) return false;
    size_t n = sk_str_len(text);
    sk_text_set_decoded(t, text);
    if (n < (size_t)c->skip) return sk_raise_false(sk_exc_OSError, "can't restore logical file position");
    t->used = (size_t)c->skip;
    return true;
}

SkValue sk_text_seek(SkValue self, const SkValue *args, size_t nargs) {
    SkText *t = sk_as_text(self);
    int whence = 0;
    if (!sk_check_nargs("seek", nargs, 1, 2) || (nargs > 1 && !sk_as_int(args[1], &whence))) return SK_EMPTY;
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_usable(t)) return SK_EMPTY;
    if (!t->seekable) return sk_io_raise_unsupported("underlying stream is not seekable");
    SK_AUTO SkValue at = sk_retain(args[0]);
    if (whence == SEEK_CUR) {
        int zero = sk_compare_bool(at, sk_from_small_int(0), SK_EQ);
        if (zero <= 0) return zero < 0 ? SK_EMPTY : sk_io_raise_unsupported("can't do nonzero cur-relative seeks");
        if (!flush_self(self)) return SK_EMPTY;
        sk_release(at);
        at = sk_io_call(self, SK_ION(tell));
        if (sk_is_empty(at)) return SK_EMPTY;
    } else if (whence == SEEK_END) {
        return seek_end(t, self, at);
    } else if (whence != SEEK_SET) {
        return sk_raise(sk_exc_ValueError, "invalid whence (%d, should be %d, %d or %d)", whence, SEEK_SET, SEEK_CUR, SEEK_END);
    }
    int negative = sk_compare_bool(at, sk_from_small_int(0), SK_LT);
    if (negative) return negative < 0 ? SK_EMPTY : sk_raise(sk_exc_ValueError, "negative seek position %R", at);
    if (!flush_self(self)) return SK_EMPTY;
    Cookie c;
    if (!cookie_read(at, &c)) return SK_EMPTY;
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    SK_AUTO SkValue start = sk_int_from_int64(c.start);
    SkValue r = sk_is_empty(buffer) ? SK_EMPTY : sk_io_call1(buffer, SK_ION(seek), start);
    if (sk_is_empty(r)) return SK_EMPTY;
    sk_release(r);
    sk_text_set_decoded(t, SK_EMPTY);
    sk_text_forget_snapshot(t);
    if (!restore(t, &c, buffer)) return SK_EMPTY;
    if (!sk_text_reset_encoder(t, c.start == 0 && c.flags == 0)) return SK_EMPTY;
    return sk_move(&at);
}

// How many characters n bytes give: -1 with an exception.
static int64_t count(SkText *t, const char *data, size_t n, bool final) {
    SkValue text = sk_text_decode(t, data, n, final);
    if (sk_is_empty(text)) return -1;
    int64_t chars = (int64_t)sk_str_len(text);
    sk_release(text);
    return chars;
}

// The start point nearest before the characters c->skip into `input`, which was decoded from c->start with c->flags.
static bool find_start(SkText *t, Cookie *c, SkValue input) {
    const char *data = sk_as_bytes(input)->data;
    size_t n = sk_as_bytes(input)->length;
    SK_AUTO SkValue empty = sk_bytes_from("", 0);
    if (sk_is_empty(empty)) return false;
    // A guess by the ratio of bytes and characters, gone back from until it is a point where nothing is left in the decoder.
    int64_t guess = (int64_t)(t->bytes_per_char * c->skip), back = 1;
    if (guess > (int64_t)n) guess = (int64_t)n;
    bool good = false;
    while (guess > 0) {
        if (!sk_text_set_state(t, empty, c->flags)) return false;
        int64_t chars = count(t, data, (size_t)guess, false);
        if (chars < 0) return false;
        if (chars <= c->skip) {
            SkDecoderState state;
            if (!sk_text_get_state(t, &state)) return false;
            int64_t left = (int64_t)sk_as_bytes(state.input)->length;
            sk_release(state.input);
            if (left == 0) {
                c->flags = (int32_t)state.flags;
                c->skip -= (int32_t)chars;
                good = true;
                break;
            }
            guess -= left;
            back = 1;
        } else {
            guess -= back;
            back *= 2;
        }
    }
    if (!good) {
        guess = 0;
        if (!sk_text_set_state(t, empty, c->flags)) return false;
    }
    c->start += guess;
    if (!c->skip) return true;
    // From there byte by byte.
    int64_t chars = 0;
    for (size_t i = (size_t)guess; i < n; i++) {
        int64_t more = count(t, data + i, 1, false);
        SkDecoderState state;
        if (more < 0 || !sk_text_get_state(t, &state)) return false;
        bool clean = sk_as_bytes(state.input)->length == 0;
        sk_release(state.input);
        chars += more;
        c->feed++;
        if (clean && chars <= c->skip) {
            c->start += c->feed;
            c->skip -= (int32_t)chars;
            c->flags = (int32_t)state.flags;
            c->feed = 0;
            chars = 0;
        }
        if (chars >= c->skip) return true;
    }
    int64_t more = count(t, "", 0, true);
    if (more < 0) return false;
    c->need_eof = true;
    return chars + more >= c->skip || sk_raise_false(sk_exc_OSError, "can't reconstruct logical file position");
}

SkValue sk_text_tell(SkValue self) {
    SkText *t = sk_as_text(self);
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_usable(t)) return SK_EMPTY;
    if (!t->seekable) return sk_io_raise_unsupported("underlying stream is not seekable");
    if (!t->telling) return sk_raise(sk_exc_OSError, "telling position disabled by next() call");
    if (!sk_text_write_pending(t) || !flush_self(self)) return SK_EMPTY;
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    SK_AUTO SkValue at = sk_is_empty(buffer) ? SK_EMPTY : sk_io_call(buffer, SK_ION(tell));
    if (sk_is_empty(at)) return SK_EMPTY;
    SK_AUTO SkValue input = sk_slot_get(&t->base.header, &t->snapshot);
    if (!t->can_decode || sk_is_empty(input)) return sk_move(&at);
    Cookie c = {.flags = (int32_t)t->snapshot_flags};
    if (!sk_as_int64(at, &c.start)) return SK_EMPTY;
    c.start -= (int64_t)sk_as_bytes(input)->length;
    SK_AUTO SkValue decoded = sk_slot_get(&t->base.header, &t->decoded);
    if (sk_is_empty(decoded) || !t->used) return cookie_value(&c);
    c.skip = (int32_t)t->used;
    SkDecoderState saved;
    if (!sk_text_get_state(t, &saved)) return SK_EMPTY;
    uint8_t seen = t->newlines.seen;
    bool ok = find_start(t, &c, input);
    SkValue first = ok ? SK_EMPTY : sk_error_take();
    bool back = sk_text_set_state(t, saved.input, saved.flags);
    t->newlines.seen = seen;
    sk_release(saved.input);
    if (!ok) {
        sk_error_restore(first);
        return SK_EMPTY;
    }
    return back ? cookie_value(&c) : SK_EMPTY;
}
