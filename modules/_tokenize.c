// _tokenize: the lexer's tokens as the tokenize module of 3.12 and later wants them.
//
// The text is read to its end when the first token is asked for; the tokens are then made one by one, so that a mistake is reported
// behind the tokens before it. A call of __next__ has the iterator for itself, a second one at the same time is refused.
// The numbers of the kinds of tokens differ from library to library; its module token knows them.
#include <string.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "core/front/compile.h"
#include "core/front/lexer.h"
#include "modules/arguments.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/iter_internal.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    SkArena arena;
    SkLexer lexer;
    SkSyntaxError error;
    SkToken token;               // the last one
    SkStrBuf carriages;          // for each line 1 if it ended in \r\n
    bool raw;                    // the f-string has no escapes
    bool made_newline;           // the text's last line had no newline
    bool middle_due;             // the text of an f-string is handed out in parts, the next of which begins at `part`
    bool spec_empty;             // the empty text before the end of a format specification was handed out
    uint32_t part;
    int part_col, part_line;
    int64_t numbers[SK_TOK_COUNT], op;
} Work;

typedef struct {
    SkObject header;
    SkSlot readline, encoding;   // fixed at creation
    bool extra;
    _Atomic bool busy;
    Work *work;                  // whoever set busy
} Tokens;

static Tokens *as_tokens(SkValue v) { return (Tokens *)sk_ptr(v); }

// ---- reading ---------------------------------------------------------------------------------------------------------------

// 1: appended; 0: the end; -1: exception.
static int read_line(SkValue readline, SkValue encoding, SkStrBuf *out) {
    SK_AUTO SkValue line = sk_call(readline, NULL, 0, SK_EMPTY);
    if (sk_is_empty(line)) {
        if (!sk_error_matches(sk_exc_StopIteration)) return -1;
        sk_error_clear();
        return 0;
    }
    bool bytes = !sk_is_none(encoding);
    if (bytes ? !sk_is_bytes(line) : !sk_is_str(line)) {
        sk_raise(sk_exc_TypeError, "readline() returned a non-%s object", bytes ? "bytes" : "string");
        return -1;
    }
    if (bytes) {
        SkValue args[] = {encoding, sk_str_from("replace")};
        if (sk_is_empty(args[1])) return -1;
        SkValue text = sk_call_method_s(line, "decode", args, 2);
        sk_release(args[1]);
        if (sk_is_empty(text)) return -1;
        sk_release(line);
        line = text;
    }
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(line);
    if (!u.text) return -1;
    if (u.len == 0) return 0;
    return sk_strbuf_append(out, u.text, u.len) ? 1 : (sk_raise_memory(), -1);
}

// Newlines become "\n", and the lines remember what they were.
static bool normalize(Work *w, SkStrBuf *text) {
    size_t n = 0;
    for (size_t i = 0; i < text->len; i++) {
        char c = text->data[i];
        bool pair = c == '\r' && i + 1 < text->len && text->data[i + 1] == '\n';
        if (c == '\r') c = '\n', i += pair;
        if (c == '\n' && !sk_strbuf_append_char(&w->carriages, pair)) return sk_raise_memory(), false;
        text->data[n++] = c;
    }
    text->len = n;
    w->made_newline = n && text->data[n - 1] != '\n';
    if (w->made_newline && (!sk_strbuf_append_char(text, '\n') || !sk_strbuf_append_char(&w->carriages, 0))) return sk_raise_memory(), false;
    return true;
}

static void free_work(Work *w) {
    sk_arena_free(&w->arena);
    sk_strbuf_free(&w->carriages);
    sk_free(w);
}

static bool number_of(SkValue module, const char *name, int64_t *out) {
    SK_AUTO SkValue v = sk_getattr_opt_s(module, name);
    *out = 0;
    if (sk_is_empty(v)) return !sk_error_occurred();   // an older library has no template strings
    int n;
    if (!sk_as_int(v, &n)) return false;
    *out = n;
    return true;
}

static bool find_numbers(Work *w) {
    static const struct { SkTokenKind kind; const char *name; } named[] = {
        {SK_TOK_END, "ENDMARKER"}, {SK_TOK_NEWLINE, "NEWLINE"}, {SK_TOK_INDENT, "INDENT"}, {SK_TOK_DEDENT, "DEDENT"}, {SK_TOK_NAME, "NAME"},
        {SK_TOK_NUMBER, "NUMBER"}, {SK_TOK_STRING, "STRING"}, {SK_TOK_FSTRING_START, "FSTRING_START"},
        {SK_TOK_FSTRING_MIDDLE, "FSTRING_MIDDLE"}, {SK_TOK_FSTRING_END, "FSTRING_END"}, {SK_TOK_TSTRING_START, "TSTRING_START"},
        {SK_TOK_TSTRING_MIDDLE, "TSTRING_MIDDLE"}, {SK_TOK_TSTRING_END, "TSTRING_END"}, {SK_TOK_COMMENT, "COMMENT"}, {SK_TOK_NL, "NL"}};
    SK_AUTO SkValue module = sk_import("token");
    SK_AUTO SkValue exact = sk_is_empty(module) ? SK_EMPTY : sk_getattr_opt_s(module, "EXACT_TOKEN_TYPES");
    if (sk_is_empty(module) || !number_of(module, "OP", &w->op)) return false;
    for (size_t i = 0; i < SK_COUNT_OF(named); i++)
        if (!number_of(module, named[i].name, &w->numbers[named[i].kind])) return false;
    for (int k = 0; k < SK_TOK_COUNT; k++) {
        const char *text = sk_token_text(k);
        if (k >= SK_TOK_FALSE) {
            w->numbers[k] = w->numbers[SK_TOK_NAME];
        } else if (text) {
            SK_AUTO SkValue v = sk_is_dict(exact) ? sk_dict_get_s(exact, text) : SK_EMPTY;
            int n = (int)w->op;
            if (!sk_is_empty(v) && !sk_as_int(v, &n)) return false;
            w->numbers[k] = n;
        }
    }
    w->numbers[SK_TOK_STRAY] = w->op;
    return true;
}

static Work *start(Tokens *t) {
    SK_AUTO SkValue readline = sk_slot_get(&t->header, &t->readline), encoding = sk_slot_get(&t->header, &t->encoding);
    Work *w = sk_calloc(1, sizeof *w);
    if (!w) return sk_raise_memory(), NULL;
    sk_arena_init(&w->arena);
    sk_strbuf_init(&w->carriages);
    SkStrBuf text;
    sk_strbuf_init(&text);
    int r;
    while ((r = read_line(readline, encoding, &text)) > 0) continue;
    bool ok = r == 0 && find_numbers(w) && normalize(w, &text);
    if (ok && !sk_lexer_init(&w->lexer, text.data ? text.data : "", text.len, false, false, false, &w->arena, &w->error)) {
        SK_AUTO SkValue filename = sk_str_from("<string>");
        if (!sk_is_empty(filename)) sk_raise_syntax_error(&w->error, filename);
        ok = false;
    }
    w->lexer.all = true;
    sk_strbuf_free(&text);
    if (ok) return w;
    free_work(w);
    return NULL;
}

// ---- tokens ------------------------------------------------------------------------------------------------------------------

static int chars(const char *from, const char *to) {
    int n = 0;
    for (; from < to; from++) n += ((unsigned char)*from & 0xc0) != 0x80;
    return n;
}

static const char *line_start(const Work *w, const char *at) {
    while (at > w->lexer.source && at[-1] != '\n') at--;
    return at;
}

static bool carriage(const Work *w, int line) { return line >= 1 && (size_t)line <= w->carriages.len && w->carriages.data[line - 1]; }

// The lines in which the token stands, as they were read.
static SkValue lines_of(const Work *w, const char *from, const char *to, int line) {
    const char *end = memchr(to, '\n', (size_t)(w->lexer.end - to));
    bool newline = end && !(w->made_newline && end + 1 == w->lexer.end);
    if (!end) end = w->lexer.end;
    if (!memchr(w->carriages.data ? w->carriages.data : "", 1, w->carriages.len)) return sk_str_from_utf8(from, (size_t)(end - from) + newline);
    SkStrBuf b;
    sk_strbuf_init(&b);
    for (const char *c = from; c < end + newline; c++) {
        if (*c == '\n' && carriage(w, line++)) sk_strbuf_append_char(&b, '\r');
        sk_strbuf_append_char(&b, *c);
    }
    SkValue text = sk_str_from_utf8(b.data, b.len);
    sk_strbuf_free(&b);
    return text;
}

static SkValue place(int64_t line, int64_t col) {
    SkValue pair[] = {sk_from_small_int(line), sk_from_small_int(col)};
    return sk_tuple_steal(pair, 2);
}

// Takes the text and the line. SK_EMPTY + exception.
static SkValue info(int64_t number, SkValue text, int line, int col, int end_line, int end_col, SkValue physical) {
    SkValue items[] = {sk_from_small_int(number), text, place(line, col), place(end_line, end_col), physical};
    bool whole = true;
    for (int i = 1; i < 5; i++) whole = whole && !sk_is_empty(items[i]);
    if (whole) return sk_tuple_steal(items, 5);
    for (int i = 1; i < 5; i++) sk_release(items[i]);
    return SK_EMPTY;
}

static SkValue failed(Work *w) {
    SkSyntaxError *e = &w->error;
    const char *end = w->lexer.end;
    if (e->message && (strstr(e->message, "was never closed") || !strcmp(e->message, "unexpected EOF while parsing"))) {
        bool open = e->message[0] == '\'';
        e->message = "unexpected EOF in multi-line statement";
        if (open) {
            e->lineno = (int)w->carriages.len, e->offset = 0;
            const char *last = line_start(w, end > w->lexer.source ? end - 1 : end);
            e->text = last, e->text_len = (size_t)(end - last);
        }
    }
    e->end_lineno = e->lineno, e->end_offset = e->offset;
    SK_AUTO SkValue filename = sk_str_from("<string>");
    if (!sk_is_empty(filename)) sk_raise_syntax_error(e, filename);
    return SK_EMPTY;
}

// A piece of an f-string's text: up to behind a doubled brace, of which one is the piece's last character, or behind \N{name}.
static SkValue middle(Work *w) {
    const SkToken *t = &w->token;
    const char *source = w->lexer.source, *from = source + w->part, *stop = source + t->end, *c = from;
    const char *first = line_start(w, from);
    int line = w->part_line, end_line = line, col = chars(first, from);
    bool named = false;
    while (c < stop && !((*c == '{' || *c == '}') && c + 1 < stop && c[1] == *c)) {
        if (*c == '\\' && c + 2 < stop && c[1] == 'N' && c[2] == '{') {
            while (c < stop && *c != '}') c++;
            named = c < stop && !w->raw;
        } else if (*c == '\\' && c + 1 < stop && c[1] != '{' && c[1] != '}') {
            end_line += *c == '\n';
            c++;
        }
        if (c >= stop) break;
        end_line += *c == '\n';
        c++;
        if (named) break;
    }
    bool doubled = !named && c < stop;
    const char *end = c + doubled;
    w->part = (uint32_t)(end + doubled - source);
    w->part_line = end_line;
    w->middle_due = w->part < t->end;
    SkValue text = sk_str_from_utf8(from, (size_t)(end - from));
    return info(w->numbers[t->kind], text, line, col, end_line, chars(line_start(w, end), end), lines_of(w, first, end, line));
}

static SkValue next_token(Work *w, bool extra) {
    if (w->middle_due) return middle(w);
    SkLexer *l = &w->lexer;
    SkToken *t = &w->token;
    if (l->fstring_top >= 0 && !w->spec_empty) {
        const SkFStringMode *mode = &l->fstrings[l->fstring_top];
        if (mode->in_text && mode->in_spec && *l->cur == '}') {
            w->spec_empty = true;
            const char *first = line_start(w, l->cur);
            int col = chars(first, l->cur);
            bool template = mode->template;
            return info(w->numbers[template ? SK_TOK_TSTRING_MIDDLE : SK_TOK_FSTRING_MIDDLE], sk_str_from(""), l->lineno, col, l->lineno, col,
                        lines_of(w, first, l->cur, l->lineno));
        }
    }
    if (!sk_lexer_next(l, t)) return failed(w);
    w->spec_empty = t->kind == SK_TOK_FSTRING_MIDDLE || t->kind == SK_TOK_TSTRING_MIDDLE;
    if (w->spec_empty) {
        w->part = t->start;
        w->part_line = t->lineno;
        w->raw = l->fstring_top >= 0 && l->fstrings[l->fstring_top].raw;
        return middle(w);
    }
    const char *source = l->source, *from = source + t->start, *to = source + t->end, *first = line_start(w, from);
    int64_t number = w->numbers[t->kind];
    if (extra && t->kind < SK_TOK_FALSE && sk_token_text(t->kind)) number = w->op;
    int line = t->lineno, end_line = t->end_lineno, col, end_col;
    bool last = w->made_newline && to == l->end;
    SkValue text;
    switch (t->kind) {
    case SK_TOK_END:
        return info(number, sk_str_from(""), line, 0, line, 0, sk_str_from(""));
    case SK_TOK_INDENT:
        return info(number, sk_str_from_utf8(first, (size_t)(from - first)), line, 0, line, chars(first, from), lines_of(w, first, from, line));
    case SK_TOK_DEDENT:
        col = chars(first, from);
        return info(number, sk_str_from(""), line, col, line, col, from < l->end ? lines_of(w, first, from, line) : sk_str_from(""));
    case SK_TOK_NEWLINE:
    case SK_TOK_NL:
        col = chars(first, from);
        end_col = col + 1 + carriage(w, line);
        text = sk_str_from(last ? "" : carriage(w, line) ? "\r\n" : "\n");
        return info(number, text, line, col, line, end_col, lines_of(w, first, from, line));
    default: break;
    }
    col = chars(first, from);
    end_col = chars(line_start(w, to), to);
    return info(number, sk_str_from_utf8(from, (size_t)(to - from)), line, col, end_line, end_col, lines_of(w, first, to, line));
}

// ---- the object ----------------------------------------------------------------------------------------------------------------

static SkValue tokens_next(SkValue self) {
    Tokens *t = as_tokens(self);
    if (atomic_exchange_explicit(&t->busy, true, memory_order_acquire))   // PAIR(tokens-busy)
        return sk_raise(sk_exc_ValueError, "TokenizerIter already executing");
    SkValue r = SK_EMPTY;
    if (!t->work) t->work = start(t);
    if (t->work && (t->work->token.kind != SK_TOK_END || !t->work->token.lineno) && !t->work->lexer.failed) r = next_token(t->work, t->extra);
    atomic_store_explicit(&t->busy, false, memory_order_release);         // PAIR(tokens-busy): what this call did to *work is seen by the next
    return r;
}

static SkValue tokens_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    if (!sk_bind("tokenizeriter", "(readline, /, *, encoding=None, extra_tokens)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    int extra = sk_truth(a[2]);
    if (extra < 0) return SK_EMPTY;
    bool encoded = !sk_is_empty(a[1]) && !sk_is_none(a[1]);
    if (encoded && !sk_is_str(a[1])) return sk_raise(sk_exc_TypeError, "tokenizeriter() argument 'encoding' must be str, not %T", a[1]);
    Tokens *t = (Tokens *)sk_type_alloc(type, 0);
    if (!t) return SK_EMPTY;
    sk_slot_init(&t->readline, sk_retain(a[0]));
    sk_slot_init(&t->encoding, encoded ? sk_retain(a[1]) : SK_NONE);
    t->extra = extra;
    return sk_counted(t);
}

static void tokens_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Tokens *)o)->readline, visit, arg);
    sk_slot_visit(&((Tokens *)o)->encoding, visit, arg);
}
static void tokens_clear(SkObject *o) { sk_slot_set(o, &((Tokens *)o)->readline, SK_EMPTY); }
static void tokens_destroy(SkObject *o) {
    Tokens *t = (Tokens *)o;
    if (t->work) free_work(t->work);
    sk_slot_destroy(o, &t->readline);
    sk_slot_destroy(o, &t->encoding);
    sk_instance_free(o, 0);
}

static SkType tokens_type = {
    SK_TYPE_HEAD(0, sizeof(Tokens), tokens_trace, tokens_clear, tokens_destroy),
    .name = "_tokenize.TokenizerIter",
    .flags = SK_TF_IMMUTABLE,
    .new_ = tokens_new,
    .iter = sk_iter_self,
    .iternext = tokens_next,
};

static bool exec(SkValue m) { return sk_module_add_type(m, &tokens_type); }

const SkModuleDef sk_module__tokenize = {"_tokenize", "The lexer's tokens.", NULL, exec};
