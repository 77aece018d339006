// An unpickler's input: bytes in memory, or a file of which no byte beyond the pickle may be consumed. Where the file has
// peek(), it is asked for much at once and told later, by a read(), how much was used.
#include "modules/_pickle.h"

#include <string.h>

#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/protocol.h"

enum { PREFETCH = 128 * 1024 };

static bool truncated(void) { return sk_raise_false(sk_unpickling_error(), "pickle data was truncated"); }

static void drop(SkUnpickler *u) {
    SkValue held = u->held;
    u->held = SK_EMPTY;
    u->in = NULL;
    u->at = u->end = 0;
    u->peeked = false;
    sk_release(held);
}

static void hold(SkUnpickler *u, SkValue bytes) {
    drop(u);
    u->held = bytes;
    u->in = sk_as_bytes(bytes)->data;
    u->end = sk_as_bytes(bytes)->length;
}

// file.read(n): bytes, counted.
static SkValue read_bytes(SkUnpickler *u, size_t n) {
    SK_AUTO SkValue read = sk_slot_get(&u->header, &u->read);
    SK_AUTO SkValue data = sk_call1(read, sk_from_small_int((int64_t)n));
    if (sk_is_empty(data) || sk_is_bytes(data)) return sk_own(sk_move(&data));
    return sk_raise(sk_exc_ValueError, "read() returned non-bytes object (%T)", data);
}

bool sk_unpickle_finish_input(SkUnpickler *u) {
    size_t used = u->peeked ? u->at : 0;
    drop(u);
    if (!used) return true;
    SK_AUTO SkValue skipped = read_bytes(u, used);
    return !sk_is_empty(skipped);
}

// 1: the buffer has n bytes, 0: peek() is no help, -1.
static int look_ahead(SkUnpickler *u, size_t n) {
    SK_AUTO SkValue peek = sk_slot_get(&u->header, &u->peek);
    if (sk_is_empty(peek) || n > PREFETCH) return 0;
    SK_AUTO SkValue data = sk_own(sk_call1(peek, sk_from_small_int(PREFETCH)));
    if (sk_is_empty(data)) {
        if (!sk_error_clear_if(sk_exc_NotImplementedError)) return -1;
        sk_slot_set(&u->header, &u->peek, SK_EMPTY);
        return 0;
    }
    if (!sk_is_bytes(data) || sk_as_bytes(data)->length < n) return 0;
    hold(u, sk_move(&data));
    u->peeked = true;
    return 1;
}

static bool refill(SkUnpickler *u, size_t n) {
    if (sk_is_empty(sk_slot_peek(&u->read))) return truncated();
    if (!u->peeked && u->at < u->end) return sk_raise_false(sk_unpickling_error(), "pickle exhausted before end of frame");
    if (!sk_unpickle_finish_input(u)) return false;
    int ahead = look_ahead(u, n);
    if (ahead) return ahead > 0;
    SK_AUTO SkValue data = read_bytes(u, n);
    if (sk_is_empty(data)) return false;
    if (sk_as_bytes(data)->length < n) return truncated();
    hold(u, sk_move(&data));
    return true;
}

const char *sk_unpickle_read_slow(SkUnpickler *u, size_t n) {
    if (n > PTRDIFF_MAX) {
        sk_raise(sk_exc_OverflowError, "read would overflow (invalid bytecode)");
        return NULL;
    }
    if (u->end - u->at < n && !refill(u, n)) return NULL;
    const char *s = u->in + u->at;
    u->at += n;
    return n ? s : "";
}

bool sk_unpickle_frame(SkUnpickler *u, uint64_t n) {
    if (!sk_unpickle_read(u, n)) return false;
    u->at -= n;
    return true;
}

const char *sk_unpickle_line(SkUnpickler *u, size_t *n) {
    const char *s = u->in + u->at, *end = u->end > u->at ? memchr(s, '\n', u->end - u->at) : NULL;
    if (!end) {
        if (sk_is_empty(sk_slot_peek(&u->read))) return truncated(), NULL;
        if (!u->peeked && u->at < u->end) return truncated(), NULL;
        if (!sk_unpickle_finish_input(u)) return NULL;
        SK_AUTO SkValue readline = sk_slot_get(&u->header, &u->readline);
        SK_AUTO SkValue data = sk_own(sk_call0(readline));
        if (sk_is_empty(data)) return NULL;
        if (!sk_is_bytes(data)) {
            sk_raise(sk_exc_ValueError, "readline() returned non-bytes object (%T)", data);
            return NULL;
        }
        hold(u, sk_move(&data));
        s = u->in;
        end = u->end ? memchr(s, '\n', u->end) : NULL;
        if (!end) return truncated(), NULL;
    }
    *n = (size_t)(end - s);
    u->at = (size_t)(end - u->in) + 1;
    return s;
}

bool sk_unpickler_set_file(SkUnpickler *u, SkValue file) {
    SK_AUTO SkValue peek = sk_getattr_opt_s(file, "peek");
    if (sk_error_occurred()) return false;
    SK_AUTO SkValue read = sk_getattr_opt_s(file, "read");
    SK_AUTO SkValue readline = sk_error_occurred() ? SK_EMPTY : sk_getattr_opt_s(file, "readline");
    if (sk_is_empty(read) || sk_is_empty(readline))
        return !sk_error_occurred() && sk_raise_false(sk_exc_TypeError, "file must have 'read' and 'readline' attributes");
    sk_slot_set(&u->header, &u->peek, sk_own(sk_move(&peek)));
    sk_slot_set(&u->header, &u->read, sk_own(sk_move(&read)));
    sk_slot_set(&u->header, &u->readline, sk_own(sk_move(&readline)));
    return true;
}
