#include "modules/dynamic/edit/prompt_line.h"

#include <ctype.h>
#include <errno.h>
#include <histedit.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <wchar.h>

#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

struct SkEdit {
    EditLine *el;
    History *history;
    SkValue names;        // kept alive by the caller
    const char *prompt;
    bool interrupted;
    char file[PATH_MAX];
};

static SkEdit *edit_of(EditLine *el) {
    void *e = NULL;
    el_get(el, EL_CLIENTDATA, &e);
    return e;
}

static char *show_prompt(EditLine *el) { return (char *)edit_of(el)->prompt; }

// One character, waited for detached.
static int read_char(EditLine *el, wchar_t *out) {
    SkEdit *e = edit_of(el);
    mbstate_t state = {0};
    for (;;) {
        char c;
        if (!sk_safepoint_poll()) {
            e->interrupted = true;
            return -1;
        }
        sk_thread_detach();
        ssize_t n = read(0, &c, 1);
        int error = errno;
        sk_thread_attach();
        if (n < 0 && error == EINTR) continue;
        if (n <= 0) return n == 0 ? 0 : -1;
        size_t r = mbrtowc(out, &c, 1, &state);
        if (r == (size_t)-2) continue;
        if (r == (size_t)-1) *out = (unsigned char)c;
        return 1;
    }
}

// ---- completion ------------------------------------------------------------------------------------------------------------

static const char *const keywords[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield", "match", "case", "type"};

typedef struct {
    SkStrBuf common;       // what all candidates begin with
    SkStrBuf list;         // all candidates, for show
    size_t count;
} Candidates;

static void candidate(Candidates *c, const char *prefix, size_t n, const char *name) {
    if (strncmp(name, prefix, n) || (n == 0 && *name == '_')) return;
    if (c->count++ == 0) sk_strbuf_append_cstr(&c->common, name);
    size_t same = 0;
    while (same < c->common.len && name[same] == c->common.data[same]) same++;
    c->common.len = same;
    if (c->list.len) sk_strbuf_append_cstr(&c->list, "  ");
    sk_strbuf_append_cstr(&c->list, name);
}

static void candidates_of(Candidates *c, SkValue names, const char *prefix, size_t n) {
    if (!sk_is_list(names)) return;
    for (size_t i = 0; i < sk_list_len(names); i++) {
        SK_AUTO SkValue name = sk_list_get(names, i);
        if (!sk_is_str(name)) continue;
        SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(name);
        if (u.text) candidate(c, prefix, n, u.text);
    }
}

// The object that "a.b.c" names, without calling anything but attribute lookups. Counted, EMPTY if there is none.
static SkValue resolve(SkEdit *e, const char *text, size_t len) {
    SkValue v = SK_EMPTY;
    for (size_t start = 0; start <= len;) {
        size_t end = start;
        while (end < len && text[end] != '.') end++;
        SK_AUTO SkValue name = sk_str_from_wtf8(text + start, end - start);
        SkValue next = SK_EMPTY;
        if (!sk_is_empty(name) && start == 0) {
            next = sk_dict_get(e->names, name);
            if (sk_is_empty(next)) next = sk_dict_get(sk_module_builtins_dict(), name);
        } else if (!sk_is_empty(name)) {
            next = sk_getattr_opt(v, name);
        }
        sk_release(v);
        v = next;
        if (sk_is_empty(v)) break;
        start = end + 1;
    }
    sk_error_clear();
    return v;
}

static void find_candidates(SkEdit *e, Candidates *c, const char *word, size_t len) {
    size_t dot = len;
    while (dot > 0 && word[dot - 1] != '.') dot--;
    const char *tail = word + dot;
    size_t n = len - dot;
    if (dot) {
        SK_AUTO SkValue object = resolve(e, word, dot - 1);
        SK_AUTO SkValue names = sk_is_empty(object) ? SK_EMPTY : sk_dir(object);
        if (!sk_is_empty(names)) candidates_of(c, names, tail, n);
    } else {
        SK_AUTO SkValue own = sk_dict_keys_list(e->names), built_in = sk_dict_keys_list(sk_module_builtins_dict());
        if (!sk_is_empty(own)) candidates_of(c, own, tail, n);
        if (!sk_is_empty(built_in)) candidates_of(c, built_in, tail, n);
        for (size_t i = 0; i < SK_COUNT_OF(keywords); i++) candidate(c, tail, n, keywords[i]);
    }
    sk_error_clear();
}

static unsigned char complete(EditLine *el, int key) {
    (void)key;
    SkEdit *e = edit_of(el);
    const LineInfo *info = el_line(el);
    const char *word = info->cursor;
    while (word > info->buffer && (isalnum((unsigned char)word[-1]) || word[-1] == '_' || word[-1] == '.' || (unsigned char)word[-1] >= 128)) word--;
    size_t len = (size_t)(info->cursor - word);
    if (len == 0) return el_insertstr(el, "    ") ? CC_ERROR : CC_REFRESH;
    Candidates c = {.count = 0};
    sk_strbuf_init(&c.common);
    sk_strbuf_init(&c.list);
    find_candidates(e, &c, word, len);
    size_t have = 0;
    while (have < len && word[len - 1 - have] != '.') have++;
    unsigned char result = CC_ERROR;
    if (c.count && c.common.len > have) {
        sk_strbuf_append_char(&c.common, 0);
        if (el_insertstr(el, c.common.data + have) == 0) result = CC_REFRESH;
    } else if (c.count > 1) {
        printf("\n%.*s\n", (int)c.list.len, c.list.data);
        fflush(stdout);
        result = CC_REDISPLAY;
    }
    sk_strbuf_free(&c.common);
    sk_strbuf_free(&c.list);
    return result;
}

// ---- lines --------------------------------------------------------------------------------------------------------------------

static void close_edit(SkEdit *e) {
    HistEvent event;
    if (e->history && e->file[0]) history(e->history, &event, H_SAVE, e->file);
    if (e->history) history_end(e->history);
    if (e->el) el_end(e->el);
    sk_free(e);
}

static SkEdit *open_edit(SkValue names) {
    SkEdit *e = sk_calloc(1, sizeof *e);
    if (!e) return NULL;
    e->names = names;
    e->prompt = "";
    e->el = el_init("skein", stdin, stdout, stderr);
    e->history = history_init();
    if (!e->el || !e->history) {
        close_edit(e);
        return NULL;
    }
    HistEvent event;
    history(e->history, &event, H_SETSIZE, 1000);
    history(e->history, &event, H_SETUNIQUE, 1);
    const char *home = getenv("HOME");
    if (home && snprintf(e->file, sizeof e->file, "%s/.skein_history", home) < (int)sizeof e->file) history(e->history, &event, H_LOAD, e->file);
    else e->file[0] = 0;
    el_set(e->el, EL_CLIENTDATA, e);
    el_set(e->el, EL_PROMPT, show_prompt);
    el_set(e->el, EL_EDITOR, "emacs");
    el_set(e->el, EL_SIGNAL, 0);
    el_set(e->el, EL_HIST, history, e->history);
    el_set(e->el, EL_GETCFN, read_char);
    el_set(e->el, EL_ADDFN, "python-complete", "complete names", complete);
    el_set(e->el, EL_BIND, "^I", "python-complete", NULL);
    el_set(e->el, EL_BIND, "^R", "em-inc-search-prev", NULL);
    el_source(e->el, NULL);
    return e;
}

static int edit_line(SkEdit *e, const char *prompt, SkStrBuf *line) {
    e->prompt = prompt;
    e->interrupted = false;
    int n = 0;
    const char *text = el_gets(e->el, &n);
    if (e->interrupted) {
        el_reset(e->el);
        return -1;
    }
    if (!text || n <= 0) return 0;
    HistEvent event;
    size_t len = (size_t)n;
    if (strspn(text, " \t\r\n") < len) history(e->history, &event, H_ENTER, text);
    while (len && (text[len - 1] == '\n' || text[len - 1] == '\r')) len--;
    sk_strbuf_append(line, text, len);
    return 1;
}

SK_EXPORT const SkEditApi sk_edit_api = {open_edit, edit_line, close_edit};
