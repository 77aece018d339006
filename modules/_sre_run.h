// The matcher for one width of characters: CHAR is the type, NAME(x) the function's name. Included by _sre_engine.c alone.

SK_INLINE bool NAME(at)(SkSre *s, uint32_t where, int64_t p) {
    const CHAR *text = s->text;
    switch (where) {
    case AT_BEGINNING:
    case AT_BEGINNING_STRING: return p == 0;
    case AT_BEGINNING_LINE: return p == 0 || text[p - 1] == '\n';
    case AT_END: return p == s->end || (p + 1 == s->end && text[p] == '\n');
    case AT_END_LINE: return p == s->end || text[p] == '\n';
    case AT_END_STRING: return p == s->end;
    default: break;
    }
    bool (*word)(uint32_t) = where == AT_BOUNDARY || where == AT_NON_BOUNDARY ? ascii_word
                             : where == AT_UNI_BOUNDARY || where == AT_UNI_NON_BOUNDARY ? unicode_word
                                                                                        : locale_word;
    bool before = p > 0 && word(text[p - 1]), after = p < s->end && word(text[p]);
    bool boundary = where == AT_BOUNDARY || where == AT_UNI_BOUNDARY || where == AT_LOC_BOUNDARY;
    return (before != after) == boundary;
}

// How many characters from p on, at most `max`, the one-character item matches.
static int64_t NAME(count)(SkSre *s, const uint32_t *op, int64_t p, uint32_t max) {
    const CHAR *text = s->text;
    int64_t end = s->end, from = p;
    if (max != SK_SRE_MAXREPEAT && (int64_t)max < end - p) end = p + max;
    switch (op[0]) {
    case SK_SRE_ANY_ALL: return end > from ? end - from : 0;
    case SK_SRE_ANY:
        while (p < end && text[p] != '\n') p++;
        break;
    case SK_SRE_LITERAL:
        while (p < end && text[p] == op[1]) p++;
        break;
    case SK_SRE_NOT_LITERAL:
        while (p < end && text[p] != op[1]) p++;
        break;
    case SK_SRE_IN:
        while (p < end && sk_sre_in_charset(op + 2, text[p])) p++;
        break;
    default:
        while (p < end && one(op, text[p])) p++;
        break;
    }
    return p - from;
}

static bool NAME(same)(SkSre *s, uint32_t op, int64_t a, int64_t b, int64_t n) {
    const CHAR *text = s->text;
    for (int64_t i = 0; i < n; i++) {
        uint32_t x = text[a + i], y = text[b + i];
        if (x == y) continue;
        if (op == SK_SRE_GROUPREF) return false;
        uint32_t (*lower)(uint32_t) = op == SK_SRE_GROUPREF_IGNORE ? sk_sre_lower_ascii
                                      : op == SK_SRE_GROUPREF_UNI_IGNORE ? sk_unicode_to_lower
                                                                         : sk_sre_lower_locale;
        if (lower(x) != lower(y)) return false;
    }
    return true;
}

// Matches the program at ptr.
static int NAME(run)(SkSre *s, int64_t ptr) {
    const uint32_t *code = s->code;
    const CHAR *text = s->text;
    const int64_t begin = ptr;
    uint32_t pc = 0, context = 0;
    int64_t barrier = -1;   // the innermost barrier on the stack
    for (size_t i = 0; i < s->nmarks; i++) s->marks[i] = -1;
    s->last_index = -1;
    s->top = 0;
    s->nrepeats = 1;

#define PUSH(...)                                                                                                           \
    if (!push(s, (SkSreEntry){.context = context, .nrepeats = (uint32_t)s->nrepeats, __VA_ARGS__})) return -1

    for (;;) {
        const uint32_t *op = code + pc;
        switch (op[0]) {
        case SK_SRE_FAILURE: goto fail;
        case SK_SRE_SUCCESS: {
            if (barrier < 0) {
                if ((s->whole && ptr != s->end) || (s->must_advance && ptr == begin)) goto fail;
                s->ptr = ptr;
                return 1;
            }
            SkSreEntry e = s->stack[barrier];
            const uint32_t *at = code + e.pc;
            if (at[0] == SK_SRE_ASSERT_NOT) {
                while (s->top > (size_t)barrier + 1) {
                    SkSreEntry u = s->stack[--s->top];
                    if (u.kind != UNMARK) continue;
                    s->marks[u.pc] = u.a;
                    s->last_index = u.b;
                }
                s->top--;
                barrier = e.a;
                goto fail;
            }
            cut(s, (size_t)barrier);
            barrier = e.a;
            context = e.context;
            if (at[0] != SK_SRE_POSSESSIVE_REPEAT) {
                pc = e.pc + 1 + at[1];
                if (at[0] == SK_SRE_ASSERT) ptr = e.ptr;
                continue;
            }
            int64_t rounds = e.b + 1;
            bool more = rounds < (int64_t)at[2] || ((at[3] == SK_SRE_MAXREPEAT || rounds < (int64_t)at[3]) && ptr != e.ptr);
            if (!more) {
                pc = e.pc + 1 + at[1] + 1;
                continue;
            }
            PUSH(.kind = BARRIER, .pc = e.pc, .ptr = ptr, .a = barrier, .b = rounds);
            barrier = (int64_t)s->top - 1;
            pc = e.pc + 4;
            continue;
        }
        case SK_SRE_LITERAL:
            if (ptr >= s->end || text[ptr] != op[1]) goto fail;
            ptr++;
            pc += 2;
            continue;
        case SK_SRE_NOT_LITERAL:
            if (ptr >= s->end || text[ptr] == op[1]) goto fail;
            ptr++;
            pc += 2;
            continue;
        case SK_SRE_ANY:
            if (ptr >= s->end || text[ptr] == '\n') goto fail;
            ptr++;
            pc++;
            continue;
        case SK_SRE_ANY_ALL:
            if (ptr >= s->end) goto fail;
            ptr++;
            pc++;
            continue;
        case SK_SRE_IN:
            if (ptr >= s->end || !sk_sre_in_charset(op + 2, text[ptr])) goto fail;
            ptr++;
            pc += 1 + op[1];
            continue;
        case SK_SRE_IN_IGNORE:
        case SK_SRE_IN_UNI_IGNORE:
        case SK_SRE_IN_LOC_IGNORE:
            if (ptr >= s->end || !one(op, text[ptr])) goto fail;
            ptr++;
            pc += 1 + op[1];
            continue;
        case SK_SRE_CATEGORY:
        case SK_SRE_LITERAL_IGNORE:
        case SK_SRE_NOT_LITERAL_IGNORE:
        case SK_SRE_LITERAL_UNI_IGNORE:
        case SK_SRE_NOT_LITERAL_UNI_IGNORE:
        case SK_SRE_LITERAL_LOC_IGNORE:
        case SK_SRE_NOT_LITERAL_LOC_IGNORE:
            if (ptr >= s->end || !one(op, text[ptr])) goto fail;
            ptr++;
            pc += 2;
            continue;
        case SK_SRE_AT:
            if (!NAME(at)(s, op[1], ptr)) goto fail;
            pc += 2;
            continue;
        case SK_SRE_MARK:
            if (!set_mark(s, op[1], ptr)) return -1;
            pc += 2;
            continue;
        case SK_SRE_JUMP:
        case SK_SRE_INFO:
            pc += 1 + op[1];
            continue;
        case SK_SRE_GROUPREF:
        case SK_SRE_GROUPREF_IGNORE:
        case SK_SRE_GROUPREF_UNI_IGNORE:
        case SK_SRE_GROUPREF_LOC_IGNORE: {
            int64_t from = s->marks[2 * op[1]], to = s->marks[2 * op[1] + 1];
            if (from < 0 || to < from || to - from > s->end - ptr || !NAME(same)(s, op[0], from, ptr, to - from)) goto fail;
            ptr += to - from;
            pc += 2;
            continue;
        }
        case SK_SRE_GROUPREF_EXISTS: {
            int64_t from = s->marks[2 * op[1]], to = s->marks[2 * op[1] + 1];
            pc += from >= 0 && to >= from ? 3 : 1 + op[2];
            continue;
        }
        case SK_SRE_BRANCH: {
            uint32_t at = pc + 1;   // a skip word: the alternative follows it
            for (;; at += code[at]) {
                if (!code[at]) goto fail;
                const uint32_t *first = code + at + 1;
                if (first[0] == SK_SRE_LITERAL && (ptr >= s->end || text[ptr] != first[1])) continue;
                if (first[0] == SK_SRE_IN && (ptr >= s->end || !sk_sre_in_charset(first + 2, text[ptr]))) continue;
                break;
            }
            // Backtracking comes back as if to a BRANCH whose first alternative is the next one.
            uint32_t next = at + code[at];
            if (code[next]) PUSH(.kind = ALTERNATIVE, .pc = next - 1, .ptr = ptr, .a = 1);
            pc = at + 1;
            continue;
        }
        case SK_SRE_REPEAT_ONE: {
            if ((int64_t)op[2] > s->end - ptr) goto fail;
            int64_t n = NAME(count)(s, op + 4, ptr, op[3]);
            if (n < (int64_t)op[2]) goto fail;
            uint32_t tail = pc + 1 + op[1];
            if (code[tail] == SK_SRE_LITERAL) {
                uint32_t c = code[tail + 1];
                while (n >= (int64_t)op[2] && (ptr + n >= s->end || text[ptr + n] != c)) n--;
                if (n < (int64_t)op[2]) goto fail;
            }
            if (n > (int64_t)op[2]) PUSH(.kind = GREEDY_ONE, .pc = tail, .ptr = ptr, .a = n, .b = op[2]);
            ptr += n;
            pc = tail;
            continue;
        }
        case SK_SRE_POSSESSIVE_REPEAT_ONE: {
            if ((int64_t)op[2] > s->end - ptr) goto fail;
            int64_t n = NAME(count)(s, op + 4, ptr, op[3]);
            if (n < (int64_t)op[2]) goto fail;
            ptr += n;
            pc += 1 + op[1];
            continue;
        }
        case SK_SRE_MIN_REPEAT_ONE: {
            if ((int64_t)op[2] > s->end - ptr) goto fail;
            int64_t n = op[2] ? NAME(count)(s, op + 4, ptr, op[2]) : 0;
            if (n < (int64_t)op[2]) goto fail;
            ptr += n;
            if (op[3] == SK_SRE_MAXREPEAT || n < (int64_t)op[3]) PUSH(.kind = LAZY_ONE, .pc = pc, .ptr = ptr, .a = n);
            pc += 1 + op[1];
            continue;
        }
        case SK_SRE_REPEAT:
            context = add_repeat(s, (SkSreRepeat){.previous = context, .pc = pc + 1, .count = -1, .last = -1});
            if (!context) return -1;
            pc += 1 + op[1];
            continue;
        case SK_SRE_MAX_UNTIL:
        case SK_SRE_MIN_UNTIL: {
            if (!context) goto fail;
            SkSreRepeat r = s->repeats[context];
            uint32_t min = code[r.pc + 1], max = code[r.pc + 2];
            int64_t rounds = r.count + 1;
            SkSreRepeat next = {.previous = r.previous, .pc = r.pc, .count = rounds, .last = r.last};
            if (rounds >= (int64_t)min) {
                bool more = (max == SK_SRE_MAXREPEAT || rounds < (int64_t)max) && ptr != r.last;
                if (op[0] == SK_SRE_MIN_UNTIL) {
                    if (more) PUSH(.kind = LAZY, .pc = pc, .ptr = ptr);
                    context = r.previous;
                    pc++;
                    continue;
                }
                if (!more) {
                    context = r.previous;
                    pc++;
                    continue;
                }
                uint32_t inner = context;
                context = r.previous;
                PUSH(.kind = ALTERNATIVE, .pc = pc + 1, .ptr = ptr);
                context = inner;
                next.last = ptr;
            }
            context = add_repeat(s, next);
            if (!context) return -1;
            pc = r.pc + 3;
            continue;
        }
        case SK_SRE_ATOMIC_GROUP:
            PUSH(.kind = BARRIER, .pc = pc, .ptr = ptr, .a = barrier);
            barrier = (int64_t)s->top - 1;
            pc += 2;
            continue;
        case SK_SRE_POSSESSIVE_REPEAT:
            if (op[3] == 0) {
                pc += 1 + op[1] + 1;
                continue;
            }
            PUSH(.kind = BARRIER, .pc = pc, .ptr = ptr, .a = barrier, .b = 0);
            barrier = (int64_t)s->top - 1;
            pc += 4;
            continue;
        case SK_SRE_ASSERT:
            if (ptr < (int64_t)op[2]) goto fail;
            PUSH(.kind = BARRIER, .pc = pc, .ptr = ptr, .a = barrier);
            barrier = (int64_t)s->top - 1;
            ptr -= op[2];
            pc += 3;
            continue;
        case SK_SRE_ASSERT_NOT:
            if (ptr < (int64_t)op[2]) {
                pc += 1 + op[1];
                continue;
            }
            PUSH(.kind = BARRIER, .pc = pc, .ptr = ptr, .a = barrier);
            barrier = (int64_t)s->top - 1;
            ptr -= op[2];
            pc += 3;
            continue;
        default:
            sk_raise(sk_exc_RuntimeError, "invalid SRE code");
            return -1;
        }

    fail:
        if ((++s->steps & 0x3ff) == 0 && !sk_safepoint_poll()) return -1;
        if (!s->top) return 0;
        SkSreEntry *e = &s->stack[s->top - 1];
        switch (e->kind) {
        case UNMARK:
            s->marks[e->pc] = e->a;
            s->last_index = e->b;
            s->top--;
            goto fail;
        case ALTERNATIVE:
            pc = e->pc;
            ptr = e->ptr;
            context = e->context;
            s->nrepeats = e->nrepeats;
            s->top--;
            if (e->a) {
                // The rest of a BRANCH: its next alternative's skip word is at pc + 1.
                uint32_t at = pc + 1, next = at + code[at];
                pc = at + 1;
                if (code[next]) PUSH(.kind = ALTERNATIVE, .pc = next - 1, .ptr = ptr, .a = 1);
            }
            continue;
        case GREEDY_ONE: {
            uint32_t tail = e->pc;
            int64_t n = e->a - 1;
            if (code[tail] == SK_SRE_LITERAL) {
                uint32_t c = code[tail + 1];
                while (n >= e->b && text[e->ptr + n] != c) n--;
                if (n < e->b) {
                    s->top--;
                    goto fail;
                }
            }
            pc = tail;
            ptr = e->ptr + n;
            context = e->context;
            s->nrepeats = e->nrepeats;
            e->a = n;
            if (n <= e->b) s->top--;
            continue;
        }
        case LAZY_ONE: {
            const uint32_t *item = code + e->pc;
            if (e->ptr >= s->end || !one(item + 4, text[e->ptr])) {
                s->top--;
                goto fail;
            }
            ptr = ++e->ptr;
            e->a++;
            pc = e->pc + 1 + item[1];
            context = e->context;
            s->nrepeats = e->nrepeats;
            if (item[3] != SK_SRE_MAXREPEAT && e->a >= (int64_t)item[3]) s->top--;
            continue;
        }
        case LAZY: {
            ptr = e->ptr;
            s->nrepeats = e->nrepeats;
            SkSreRepeat r = s->repeats[e->context];
            s->top--;
            context = add_repeat(s, (SkSreRepeat){.previous = r.previous, .pc = r.pc, .count = r.count + 1, .last = ptr});
            if (!context) return -1;
            pc = r.pc + 3;
            continue;
        }
        default: {   // BARRIER: nothing inside matches
            SkSreEntry b = *e;
            const uint32_t *at = code + b.pc;
            s->top--;
            barrier = b.a;
            bool go_on = at[0] == SK_SRE_ASSERT_NOT || (at[0] == SK_SRE_POSSESSIVE_REPEAT && b.b >= (int64_t)at[2]);
            if (!go_on) goto fail;
            ptr = b.ptr;
            context = b.context;
            s->nrepeats = b.nrepeats;
            pc = b.pc + 1 + at[1] + (at[0] == SK_SRE_POSSESSIVE_REPEAT);
            continue;
        }
        }
    }
#undef PUSH
}

// Tries every place from `start` on, skipping those where the program's head says that it cannot match.
static int NAME(search)(SkSre *s) {
    const uint32_t *code = s->code;
    const CHAR *text = s->text;
    const uint32_t *charset = NULL;
    uint32_t first = 0;
    bool has_first = false;
    int64_t last = s->end;
    if (code[0] == SK_SRE_INFO) {
        last -= code[3];   // the least length
        if ((code[2] & SK_SRE_INFO_PREFIX) && code[5] > 0) {
            has_first = true;
            first = code[7];
        } else if (code[2] & SK_SRE_INFO_CHARSET) {
            charset = code + 5;
        }
    } else if (code[0] == SK_SRE_LITERAL) {
        has_first = true;
        first = code[1];
    }
    const uint32_t *body = code[0] == SK_SRE_INFO ? code + 1 + code[1] : code;
    if (body[0] == SK_SRE_AT && (body[1] == AT_BEGINNING || body[1] == AT_BEGINNING_STRING) && last > 0) last = 0;
    bool must_advance = s->must_advance;
    for (int64_t p = s->start; p <= last; p++) {
        if (has_first) {
            if (sizeof(CHAR) < 4 && first > (CHAR)-1) return 0;
            if (sizeof(CHAR) == 1) {
                const void *found = p < s->end ? memchr(text + p, (int)first, (size_t)(s->end - p)) : NULL;
                if (!found) return 0;
                p = (const CHAR *)found - text;
            } else {
                while (p < s->end && text[p] != first) p++;
                if (p >= s->end) return 0;
            }
            if (p > last) return 0;
        } else if (charset) {
            while (p < s->end && !sk_sre_in_charset(charset, text[p])) p++;
            if (p >= s->end || p > last) return 0;
        }
        s->must_advance = must_advance && p == s->start;
        int r = NAME(run)(s, p);
        if (r) {
            s->match_start = p;
            return r;
        }
    }
    return 0;
}
