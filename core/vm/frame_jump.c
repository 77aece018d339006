// Setting f_lineno from a trace function: execution goes on at another line of the same code.
//
// A line can be jumped to if what its first instruction finds in the temporaries is there now: iterations, exceptions being
// handled, functions of `with`. What is there beyond that is dropped, as if the blocks had been left.
#include "base/alloc.h"
#include "core/vm/frameobject.h"
#include "core/vm/trace.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"

// The line of a word, if the word is the first of a run of instructions of that line; else 0.
static int starts_line(const SkCode *c, uint32_t i) {
    const SkPosition *p = &c->positions[i];
    return p->line > 0 && (i == 0 || c->positions[i - 1].line != p->line) ? p->line : 0;
}

// What an expression left for its rest is nothing that another one can go on with.
static bool same_block(uint8_t now, uint8_t there) {
    uint8_t live = there & ~SK_TEMP_DEAD;
    return live != SK_TEMP_LIVE && (now & ~SK_TEMP_DEAD) == live;
}

static bool fits(const uint8_t *now, const uint8_t *there, uint32_t n) {
    for (uint32_t t = 0; t < n; t++)
        if ((there[t] & SK_TEMP_LIVE) && !same_block(now[t], there[t])) return false;
    return true;
}

static uint32_t depth(const uint8_t *state, uint32_t n) {
    uint32_t d = 0;
    for (uint32_t t = 0; t < n; t++) d += (state[t] & SK_TEMP_LIVE) != 0;
    return d;
}

static const char *why_not(const uint8_t *now, const uint8_t *there, uint32_t n) {
    const char *why = "differing stack depth";
    for (uint32_t t = 0; t < n; t++) {
        if (!(there[t] & SK_TEMP_LIVE) || same_block(now[t], there[t])) continue;
        if (there[t] & SK_TEMP_EXCEPTION) why = "can't jump into an 'except' block as there's no exception";
        if (there[t] & SK_TEMP_ITERATION) why = "can't jump into the body of a for loop";
    }
    return why;
}

// The word to go on at, or -1 with an exception.
static int64_t find_target(SkFrame *f, int line, uint8_t **now_out, uint8_t **there_out) {
    SkCode *c = f->code;
    uint32_t n = c->nregisters - c->nlocals, wanted = 1;
    for (uint32_t i = 0; i < c->npositions; i++) wanted += starts_line(c, i) == line;
    uint32_t *words = sk_malloc(wanted * sizeof *words);
    uint8_t *states = sk_malloc((size_t)wanted * n + 1);
    if (!words || !states) {
        sk_free(words);
        sk_free(states);
        sk_raise_memory();
        return -1;
    }
    words[0] = (uint32_t)(f->pc - c->code - 1);
    uint32_t k = 1;
    for (uint32_t i = 0; i < c->npositions; i++)
        if (starts_line(c, i) == line) words[k++] = c->positions[i].start;
    int64_t target = -1;
    if (!sk_code_temporaries(c, words, wanted, states)) {
        sk_raise_memory();
    } else {
        const char *why = NULL;
        uint32_t best = 0, chosen = 0;
        for (k = 1; k < wanted; k++) {
            uint8_t *there = states + (size_t)k * n;
            if (n && !there[0]) continue;   // never reached
            if (!fits(states, there, n)) {
                if (!why) why = why_not(states, there, n);
                continue;
            }
            uint32_t d = depth(there, n) + 1;
            if (d > best) best = d, chosen = k;
        }
        if (chosen) {
            target = words[chosen];
            *now_out = sk_malloc((size_t)n * 2 + 1);
            if (*now_out) {
                for (uint32_t t = 0; t < n; t++) (*now_out)[t] = states[t], (*now_out)[n + t] = states[(size_t)chosen * n + t];
                *there_out = *now_out + n;
            } else {
                target = -1;
                sk_raise_memory();
            }
        } else {
            sk_raise(sk_exc_ValueError, "%s", why ? why : "can't jump to unreachable code");
        }
    }
    sk_free(words);
    sk_free(states);
    return target;
}

static bool may_jump(SkFrameObject *o) {
    SkVm *vm = &sk_vm;
    SkFrame *f = sk_load_acquire(&o->live);
    if (vm->event == SK_EVENT_CALL && f == vm->event_frame) return sk_raise_false(sk_exc_ValueError, "can't jump from the 'call' trace event of a new frame");
    if (vm->event < 0 || sk_is_empty(sk_slot_peek(&o->trace)))
        return sk_raise_false(sk_exc_ValueError, "f_lineno can only be set in a trace function");
    if (f && f == vm->event_frame && vm->event == SK_EVENT_LINE) return true;
    return sk_raise_false(sk_exc_ValueError, "can only jump from a 'line' trace event");
}

bool sk_frame_set_line(SkFrameObject *o, SkValue value) {
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    if (!sk_is_int(value)) return sk_raise_false(sk_exc_ValueError, "lineno must be an integer");
    if (!may_jump(o)) return false;
    int asked;
    if (!sk_as_int(value, &asked)) return false;
    SkFrame *f = sk_load_acquire(&o->live);
    SkCode *c = f->code;
    if (asked < (int)c->first_line)
        return sk_raise_false(sk_exc_ValueError, "line %d comes before the current code block", asked);
    int line = 0;
    for (uint32_t i = 0; i < c->npositions; i++) {
        int l = starts_line(c, i);
        if (l >= asked && (!line || l < line)) line = l;
    }
    if (!line) return sk_raise_false(sk_exc_ValueError, "line %d comes after the current code block", asked);
    uint8_t *now = NULL, *there = NULL;
    int64_t target = find_target(f, line, &now, &there);
    if (target < 0) return false;
    // Code after the jump may read a variable without a check, as on every other way to it the variable is set.
    int unbound = 0;
    for (uint32_t i = 0; i < c->nlocals; i++) unbound += sk_is_empty(f->regs[i]) && !(c->local_kinds[i] & SK_LOCAL_HIDDEN);
    if (unbound && !sk_warn(sk_exc_RuntimeWarning, 0, "assigning None to %d unbound local%s", unbound, unbound == 1 ? "" : "s")) {
        sk_free(now);
        return false;
    }
    for (uint32_t i = 0; i < c->nlocals; i++)
        if (sk_is_empty(f->regs[i]) && !(c->local_kinds[i] & SK_LOCAL_HIDDEN)) f->regs[i] = SK_NONE;
    f->pc = c->code + target + 1;
    uint32_t n = c->nregisters - c->nlocals;
    for (uint32_t t = n; t-- > 0;) {
        if (there[t] & SK_TEMP_LIVE) continue;
        SkValue *r = &f->regs[c->nlocals + t];
        bool pair = (now[t] & SK_TEMP_EXCEPTION) && t && (now[t - 1] & SK_TEMP_EXCEPTION);
        SkValue old = *r;
        *r = SK_EMPTY;
        if (pair) {   // the exception, and below it what was being handled before
            SkValue handled = f->handled;
            f->handled = sk_own(r[-1]);
            r[-1] = SK_EMPTY;
            t--;
            sk_release(handled);
        }
        sk_release(old);
    }
    sk_free(now);
    return true;
}
