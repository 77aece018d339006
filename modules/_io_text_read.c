// TextIOWrapper: decoding and reading.
#include "modules/_io_text.h"
#include "objects/codec.h"
#include "objects/tuple.h"

// ---- the decoder --------------------------------------------------------------------------------------------------------------

static SkValue decode_utf8(SkText *t, const char *data, size_t n, bool final) {
    char *joined = NULL;
    if (t->ninput) {
        joined = sk_malloc(n + sizeof t->input);
        if (!joined) return sk_raise_memory();
        memcpy(joined, t->input, t->ninput);
        memcpy(joined + t->ninput, data, n);
        data = joined;
        n += t->ninput;
        t->ninput = 0;
    }
    size_t consumed = n;
    SkValue text = sk_decode_utf8(data, n, t->error_handler, final ? NULL : &consumed);
    if (!sk_is_empty(text) && !final && consumed < n && n - consumed <= sizeof t->input) {
        t->ninput = (uint8_t)(n - consumed);
        memcpy(t->input, data + consumed, t->ninput);
    }
    sk_free(joined);
    return text;
}

static SkValue decode_by_codec(SkText *t, const char *data, size_t n, bool final) {
    SK_AUTO SkValue decoder = sk_slot_get(&t->base.header, &t->decoder);
    SK_AUTO SkValue bytes = sk_bytes_from(data, n);
    if (sk_is_empty(bytes)) return SK_EMPTY;
    SkValue args[2] = {bytes, sk_bool(final)};
    SkValue text = sk_own(sk_call_method(decoder, SK_ION(decode), args, 2));
    if (sk_is_empty(text) || sk_is_str(text)) return text;
    sk_raise(sk_exc_TypeError, "decoder should return a string result, not '%.200T'", text);
    sk_release(text);
    return SK_EMPTY;
}

SkValue sk_text_decode(SkText *t, const char *data, size_t n, bool final) {
    SkValue text = SK_EMPTY;
    switch (t->kind) {
        case SK_TEXT_UTF8: text = decode_utf8(t, data, n, final); break;
        case SK_TEXT_ASCII: text = sk_decode_ascii(data, n, t->error_handler); break;
        case SK_TEXT_LATIN1: text = sk_str_from_latin1(data, n); break;
        case SK_TEXT_CODEC: text = decode_by_codec(t, data, n, final); break;
    }
    return t->ends.universal ? sk_io_newlines_decode(&t->newlines, text, final) : text;
}

bool sk_text_get_state(SkText *t, SkDecoderState *out) {
    if (t->kind != SK_TEXT_CODEC) {
        *out = (SkDecoderState){sk_bytes_from(t->input, t->ninput), 0};
        if (sk_is_empty(out->input)) return false;
    } else {
        SK_AUTO SkValue decoder = sk_slot_get(&t->base.header, &t->decoder);
        SK_AUTO SkValue state = sk_io_call(decoder, SK_ION(getstate));
        if (sk_is_empty(state)) return false;
        if (!sk_is_tuple(state) || sk_tuple_len(state) != 2) return sk_raise_false(sk_exc_TypeError, "illegal decoder state");
        SkValue input = sk_tuple_peek(state, 0);
        if (!sk_is_bytes(input))
            return sk_raise_false(sk_exc_TypeError, "illegal decoder state: the first item should be a bytes object, not '%.200T'", input);
        int64_t flags;
        if (!sk_as_int64(sk_tuple_peek(state, 1), &flags)) return false;
        *out = (SkDecoderState){sk_retain(input), flags};
    }
    if (t->ends.universal) out->flags = (int64_t)((uint64_t)out->flags << 1) | t->newlines.pending_cr;
    return true;
}

bool sk_text_set_state(SkText *t, SkValue input, int64_t flags) {
    if (t->ends.universal) {
        t->newlines.pending_cr = flags & 1;
        flags >>= 1;
    }
    if (t->kind != SK_TEXT_CODEC) {
        size_t n = sk_as_bytes(input)->length;
        t->ninput = (uint8_t)(n <= sizeof t->input ? n : 0);
        memcpy(t->input, sk_as_bytes(input)->data, t->ninput);
        return true;
    }
    SK_AUTO SkValue decoder = sk_slot_get(&t->base.header, &t->decoder);
    SK_AUTO SkValue f = sk_int_from_int64(flags);
    SK_AUTO SkValue state = sk_tuple_pack(2, input, f);
    SkValue r = sk_is_empty(state) ? SK_EMPTY : sk_io_call1(decoder, SK_ION(setstate), state);
    sk_release(r);
    return !sk_is_empty(r);
}

bool sk_text_reset_decoder(SkText *t) {
    t->newlines.pending_cr = false;
    t->newlines.seen = 0;
    t->ninput = 0;
    if (t->kind != SK_TEXT_CODEC || !t->can_decode) return true;
    SK_AUTO SkValue decoder = sk_slot_get(&t->base.header, &t->decoder);
    SkValue r = sk_io_call(decoder, SK_ION(reset));
    sk_release(r);
    return !sk_is_empty(r);
}

// ---- reading ------------------------------------------------------------------------------------------------------------------

void sk_text_set_decoded(SkText *t, SkValue text) {
    t->used = 0;
    sk_slot_set(&t->base.header, &t->decoded, text);
}

void sk_text_forget_snapshot(SkText *t) {
    if (!sk_is_empty(sk_slot_peek(&t->snapshot))) sk_slot_set(&t->base.header, &t->snapshot, SK_EMPTY);
}

// Up to n of the decoded characters (n < 0: all), and advances: counted, '' if there are none.
static SkValue take_decoded(SkText *t, int64_t n) {
    SkValue decoded = sk_slot_get(&t->base.header, &t->decoded);
    if (sk_is_empty(decoded)) return sk_str_from_ascii("", 0);
    size_t have = sk_str_len(decoded) - t->used;
    if (n >= 0 && (size_t)n < have) have = (size_t)n;
    SkValue out;
    if (t->used == 0 && have == sk_str_len(decoded)) {
        out = decoded;
    } else {
        out = sk_str_slice(decoded, t->used, t->used + have);
        sk_release(decoded);
    }
    if (!sk_is_empty(out)) t->used += have;
    return out;
}

// Reads and decodes a piece. 1: there may be characters now; 0: the end; -1: an exception.
static int read_chunk(SkText *t, size_t hint) {
    if (!t->can_decode) {
        sk_io_raise_unsupported("not readable");
        return -1;
    }
    SkDecoderState state = {0};
    bool telling = t->telling;
    if (telling && !sk_text_get_state(t, &state)) return -1;
    SK_AUTO SkValue before = state.input;
    int64_t want = t->chunk_size;
    if (hint && t->bytes_per_char * (double)hint > (double)want) want = (int64_t)(t->bytes_per_char * (double)hint);
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    if (sk_is_empty(buffer)) return -1;
    SK_AUTO SkValue input = sk_io_call1(buffer, t->has_read1 ? SK_ION(read1) : SK_ION(read), sk_from_small_int(want));
    if (sk_is_empty(input)) return -1;
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(input, &view, SK_BUF_SIMPLE)) {
        sk_error_clear();
        sk_raise(sk_exc_TypeError, "underlying %s() should have returned a bytes-like object, not '%.200T'",
                 t->has_read1 ? "read1" : "read", input);
        return -1;
    }
    bool eof = view.length == 0;
    SkValue text = sk_text_decode(t, view.data, (size_t)view.length, eof);
    if (sk_is_empty(text)) return -1;
    size_t n = sk_str_len(text);
    sk_text_set_decoded(t, text);
    t->bytes_per_char = n ? (double)view.length / (double)n : 0;
    if (telling) {
        SkValue fed = sk_as_bytes(before)->length == 0 && sk_is_exact_bytes(input) ? sk_retain(input) : SK_EMPTY;
        if (sk_is_empty(fed)) {
            SkBytes *joined = sk_bytes_new(sk_as_bytes(before)->length + (size_t)view.length);
            if (!joined) return -1;
            memcpy(joined->data, sk_as_bytes(before)->data, sk_as_bytes(before)->length);
            memcpy(joined->data + sk_as_bytes(before)->length, view.data, (size_t)view.length);
            fed = sk_counted(joined);
        }
        t->snapshot_flags = state.flags;
        sk_slot_set(&t->base.header, &t->snapshot, fed);
    }
    return n ? 1 : eof ? 0 : 1;
}

static SkValue read_all(SkText *t) {
    SK_AUTO SkValue buffer = sk_text_buffer(t);
    SK_AUTO SkValue bytes = sk_is_empty(buffer) ? SK_EMPTY : sk_io_call(buffer, SK_ION(read));
    if (sk_is_empty(bytes)) return SK_EMPTY;
    if (sk_is_none(bytes)) return sk_raise(sk_exc_BlockingIOError, "Read returned None.");
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(bytes, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    SK_AUTO SkValue rest = sk_text_decode(t, view.data, (size_t)view.length, true);
    if (sk_is_empty(rest)) return SK_EMPTY;
    SK_AUTO SkValue head = take_decoded(t, -1);
    if (sk_is_empty(head)) return SK_EMPTY;
    SkValue out = sk_str_len(head) ? sk_str_concat(head, rest) : sk_move(&rest);
    if (!sk_is_empty(sk_slot_peek(&t->snapshot))) {
        sk_text_set_decoded(t, SK_EMPTY);
        sk_text_forget_snapshot(t);
    }
    return out;
}

SkValue sk_text_read(SkValue self, const SkValue *args, size_t nargs) {
    SkText *t = sk_as_text(self);
    int64_t n = -1;
    if (!sk_io_size_args("read", args, nargs, &n)) return SK_EMPTY;
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_usable(t)) return SK_EMPTY;
    if (!t->can_decode) return sk_io_raise_unsupported("not readable");
    if (!sk_text_write_pending(t)) return SK_EMPTY;
    if (n < 0) return read_all(t);
    SK_AUTO SkValue out = take_decoded(t, n);
    while (!sk_is_empty(out) && sk_str_len(out) < (size_t)n) {
        size_t left = (size_t)n - sk_str_len(out);
        int r = read_chunk(t, left);
        if (r < 0) {
            if (sk_io_interrupted()) continue;
            return SK_EMPTY;
        }
        if (r == 0) break;
        SK_AUTO SkValue more = take_decoded(t, (int64_t)left);
        if (sk_is_empty(more)) return SK_EMPTY;
        out = sk_str_append(out, more);
    }
    return sk_move(&out);
}

// The next line if it is decoded as a whole; SK_EMPTY without an exception if not.
static inline SkValue decoded_line(SkText *t) {
    SkValue decoded = sk_slot_peek(&t->decoded);
    if (sk_is_empty(decoded) || t->npending) return SK_EMPTY;
    const SkStr *s = sk_as_str(decoded);
    size_t keep, start = t->used;
    int64_t end = start < s->length ? sk_io_line_end(&t->ends, s->data, s->kind, start, s->length, &keep) : -1;
    if (end < 0) return SK_EMPTY;
    SkValue line = sk_str_slice(decoded, start, (size_t)end);
    if (!sk_is_empty(line)) t->used = (size_t)end;
    return line;
}

// One line, at most limit characters (limit < 0: any length).
static SkValue read_line(SkText *t, int64_t limit) {
    if (!sk_text_usable(t)) return SK_EMPTY;
    if (limit < 0) {
        SkValue line = decoded_line(t);
        if (!sk_is_empty(line) || sk_error_occurred()) return line;
    }
    if (!sk_text_write_pending(t)) return SK_EMPTY;
    SK_AUTO SkValue head = SK_EMPTY;   // what precedes
    SK_AUTO SkValue carry = SK_EMPTY;  // a \r that may be half of a line end
    for (;;) {
        SK_AUTO SkValue line = SK_EMPTY;
        for (;;) {
            line = sk_slot_get(&t->base.header, &t->decoded);
            if (!sk_is_empty(line) && sk_str_len(line) > t->used) break;
            sk_release(line);
            line = SK_EMPTY;
            int r = read_chunk(t, 0);
            if (r < 0) {
                if (sk_io_interrupted()) continue;
                return SK_EMPTY;
            }
            if (r == 0) break;
        }
        if (sk_is_empty(line)) {  // the end of the stream
            sk_text_set_decoded(t, SK_EMPTY);
            sk_text_forget_snapshot(t);
            if (sk_is_empty(head)) return sk_is_empty(carry) ? sk_str_from_ascii("", 0) : sk_move(&carry);
            return sk_is_empty(carry) ? sk_move(&head) : sk_str_append(sk_move(&head), carry);
        }
        size_t start = t->used, carried = 0, keep;
        if (!sk_is_empty(carry)) {
            carried = sk_str_len(carry);
            line = sk_str_append(sk_move(&carry), line);
            if (sk_is_empty(line)) return SK_EMPTY;
            start = 0;
        }
        SkStr *s = sk_as_str(line);
        size_t n = s->length, before = sk_is_empty(head) ? 0 : sk_str_len(head);
        int64_t end = sk_io_line_end(&t->ends, s->data, s->kind, start, n, &keep);
        bool found = end >= 0;
        if (!found) end = (int64_t)keep;
        if (limit >= 0 && (size_t)end - start + before >= (size_t)limit) {
            end = (int64_t)(start + (size_t)limit - before);
            found = true;
        }
        SkValue piece = start == 0 && (size_t)end == n ? sk_retain(line) : sk_str_slice(line, start, (size_t)end);
        if (sk_is_empty(piece)) return SK_EMPTY;
        if (found) t->used = (size_t)end > carried ? (size_t)end - carried : 0;
        if (sk_is_empty(head)) {
            head = piece;
        } else {
            head = sk_str_append(head, piece);
            sk_release(piece);
            if (sk_is_empty(head)) return SK_EMPTY;
        }
        if (found) return sk_move(&head);
        if (keep < n) {
            carry = sk_str_slice(line, keep, n);
            if (sk_is_empty(carry)) return SK_EMPTY;
        }
        sk_text_set_decoded(t, SK_EMPTY);
    }
}

SkValue sk_text_readline(SkValue self, const SkValue *args, size_t nargs) {
    SkText *t = sk_as_text(self);
    int64_t limit = -1;
    if (!sk_check_nargs("readline", nargs, 0, 1) || (nargs && !sk_index_as_int64(args[0], &limit, sk_exc_OverflowError))) return SK_EMPTY;
    SK_IO_SCOPED(&t->lock);
    return read_line(t, limit);
}

SkValue sk_text_next(SkValue self) {
    SkText *t = sk_as_text(self);
    SK_IO_SCOPED(&t->lock);
    if (!sk_text_initialized(t)) return SK_EMPTY;
    t->telling = false;
    SkValue line;
    if (sk_type_of(self) == &sk_io_text_type) {
        line = read_line(t, -1);
    } else {
        line = sk_io_call(self, SK_ION(readline));
        if (!sk_is_empty(line) && !sk_is_str(line)) {
            sk_raise(sk_exc_OSError, "readline() should have returned a str object, not '%.200T'", line);
            sk_release(line);
            return SK_EMPTY;
        }
    }
    if (sk_is_empty(line) || sk_str_len(line)) return line;
    sk_release(line);
    sk_text_forget_snapshot(t);
    t->telling = t->seekable;
    return SK_EMPTY;
}
