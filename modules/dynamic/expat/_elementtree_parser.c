// xml.etree.ElementTree.XMLParser, on libexpat.
//
// Text comes from the library in small pieces; while the target is a TreeBuilder they are collected as they are until something else
// comes, or the piece of the document ends. Names are decoded once.
#include <expat.h>
#include <pthread.h>
#include <string.h>
#include <sys/random.h>

#include "base/alloc.h"
#include "base/siphash.h"
#include "base/strbuf.h"
#include "modules/dynamic/expat/_elementtree.h"
#include "modules/arguments.h"
#include "modules/dynamic/expat/pyexpat.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { MAX_CHUNK = 1 << 20, READ_SIZE = 64 * 1024 };

// What the target is asked to do, and its method's name.
#define HANDLERS(X)                                                                                                    \
    X(START_NS, "start_ns") X(END_NS, "end_ns") X(START, "start") X(END, "end") X(DATA, "data") X(COMMENT, "comment")  \
    X(PI, "pi") X(CLOSE, "close") X(DOCTYPE, "doctype")
typedef enum {
#define X(name, method) ON_##name,
    HANDLERS(X)
#undef X
    HANDLER_COUNT,
} Handler;
static const char *const method_names[] = {
#define X(name, method) method,
    HANDLERS(X)
#undef X
};

typedef struct {
    int64_t hash;
    char *name;       // as the library says it; NULL: free
    SkValue text;     // counted
} Name;

typedef struct {
    SkObject header;
    SkSlot target, entity;
    SkSlot handlers[HANDLER_COUNT];   // the target's methods
    pthread_mutex_t mutex;
    _Atomic bool ready;               // __init__ has run
    // Under the mutex:
    XML_Parser parser;
    bool parsing, builds;             // builds: the target is exactly a TreeBuilder
    SkStrBuf text;
    Name *names;
    size_t name_count, name_capacity; // the latter a power of two, or 0
} Parser;

static Parser *as_parser(SkValue v) { return (Parser *)sk_ptr(v); }

// ---- life ----------------------------------------------------------------------------------------------------------------------

static void parser_trace(SkObject *o, SkVisit visit, void *arg) {
    Parser *p = (Parser *)o;
    sk_slot_visit(&p->target, visit, arg);
    sk_slot_visit(&p->entity, visit, arg);
    for (int i = 0; i < HANDLER_COUNT; i++) sk_slot_visit(&p->handlers[i], visit, arg);
    sk_instance_trace(o, visit, arg);
}
static void parser_clear(SkObject *o) {
    Parser *p = (Parser *)o;
    sk_slot_set(o, &p->target, SK_EMPTY);
    sk_slot_set(o, &p->entity, SK_EMPTY);
    for (int i = 0; i < HANDLER_COUNT; i++) sk_slot_set(o, &p->handlers[i], SK_EMPTY);
    sk_instance_clear(o);
}
static void parser_destroy(SkObject *o) {
    Parser *p = (Parser *)o;
    sk_slot_destroy(o, &p->target);
    sk_slot_destroy(o, &p->entity);
    for (int i = 0; i < HANDLER_COUNT; i++) sk_slot_destroy(o, &p->handlers[i]);
    if (p->parser) XML_ParserFree(p->parser);
    for (size_t i = 0; i < p->name_capacity; i++) {
        sk_free(p->names[i].name);
        sk_release(p->names[i].text);
    }
    sk_free(p->names);
    sk_strbuf_free(&p->text);
    pthread_mutex_destroy(&p->mutex);
    sk_instance_free(o, 0);
}

static SkValue parser_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    Parser *p = (Parser *)sk_type_alloc(type, 0);
    if (!p) return SK_EMPTY;
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&p->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
    sk_strbuf_init(&p->text);
    return sk_counted(p);
}

static void lock(Parser *p) {
    if (pthread_mutex_trylock(&p->mutex) == 0) return;
    sk_thread_detach();
    pthread_mutex_lock(&p->mutex);
    sk_thread_attach();
}
static void unlock_cleanup(Parser **p) { pthread_mutex_unlock(&(*p)->mutex); }
// A scope that has the parser's mutex.
#define LOCKED(p, self)                                            \
    SK_CLEANUP(unlock_cleanup) Parser *p = as_parser(self);        \
    lock(p)

// ---- text and names --------------------------------------------------------------------------------------------------------------

static SkValue text_of(const char *s) { return s ? sk_str_from_utf8(s, strlen(s)) : SK_NONE; }

// A name of the library's, uri}local, becomes {uri}local. New.
static SkValue make_name(const char *s) {
    if (!strchr(s, '}')) return sk_intern(text_of(s));
    SkStrBuf b;
    sk_strbuf_init(&b);
    bool ok = sk_strbuf_append(&b, "{", 1) && sk_strbuf_append(&b, s, strlen(s));
    SkValue v = ok ? sk_str_from_utf8(b.data, b.len) : sk_raise_memory();
    sk_strbuf_free(&b);
    return v;
}

static bool grow_names(Parser *p) {
    size_t capacity = p->name_capacity ? p->name_capacity * 2 : 64;
    Name *names = sk_calloc(capacity, sizeof *names);
    if (!names) return false;
    for (size_t i = 0; i < p->name_capacity; i++) {
        if (!p->names[i].name) continue;
        size_t at = (size_t)p->names[i].hash & (capacity - 1);
        while (names[at].name) at = (at + 1) & (capacity - 1);
        names[at] = p->names[i];
    }
    sk_free(p->names);
    p->names = names;
    p->name_capacity = capacity;
    return true;
}

// Counted.
static SkValue name_of(Parser *p, const char *s) {
    size_t n = strlen(s);
    int64_t hash = sk_hash_bytes(s, n);
    if (2 * p->name_count >= p->name_capacity && !grow_names(p)) return sk_raise_memory();
    size_t at = (size_t)hash & (p->name_capacity - 1);
    for (; p->names[at].name; at = (at + 1) & (p->name_capacity - 1))
        if (p->names[at].hash == hash && strcmp(p->names[at].name, s) == 0) return sk_retain(p->names[at].text);
    SkValue text = make_name(s);
    char *copy = sk_is_empty(text) ? NULL : sk_malloc(n + 1);
    if (!copy) return text;   // not remembered
    memcpy(copy, s, n + 1);
    p->names[at] = (Name){hash, copy, sk_retain(text)};
    p->name_count++;
    return text;
}

static void raise_code(Parser *p, enum XML_Error code, SkValue given /* counted, taken: the message, or SK_EMPTY */) {
    unsigned long line = XML_GetErrorLineNumber(p->parser), column = XML_GetErrorColumnNumber(p->parser);
    const char *words = XML_ErrorString(code);
    SK_AUTO SkValue what = given;
    if (sk_is_empty(what)) what = sk_str_from(words ? words : "unknown error");
    SK_AUTO SkValue message = sk_is_empty(what) ? SK_EMPTY : sk_str_format("%S: line %lu, column %lu", what, line, column);
    SK_AUTO SkValue error = sk_is_empty(message) ? SK_EMPTY : sk_call1(sk_type_value(sk_parse_error()), message);
    SK_AUTO SkValue position = sk_is_empty(error) ? SK_EMPTY : sk_tuple_pack(2, sk_from_small_int((int64_t)line), sk_from_small_int((int64_t)column));
    if (sk_is_empty(position) || !sk_setattr_s(error, "code", sk_from_small_int(code)) || !sk_setattr_s(error, "position", position)) return;
    sk_raise_object(error);
}

// ---- what the library calls ------------------------------------------------------------------------------------------------------

static SkValue target_of(Parser *p) { return sk_slot_get(&p->header, &p->target); }

// Calls the target's method, if it has one, with n values, which are taken; one that is empty is an exception.
static void tell(Parser *p, Handler which, SkValue *values, size_t n) {
    SK_AUTO SkValue handler = sk_slot_get(&p->header, &p->handlers[which]);
    bool ok = !sk_is_empty(handler);
    for (size_t i = 0; i < n; i++) ok = ok && !sk_is_empty(values[i]);
    if (ok) sk_release(sk_call(handler, values, n, SK_EMPTY));
    for (size_t i = 0; i < n; i++) sk_release(values[i]);
}
#define TELL(p, which, ...) tell(p, ON_##which, (SkValue[]){__VA_ARGS__}, sizeof((SkValue[]){__VA_ARGS__}) / sizeof(SkValue))

static bool flush(Parser *p) {
    if (!p->text.len) return true;
    SK_AUTO SkValue text = sk_str_from_utf8(p->text.data, p->text.len);
    sk_strbuf_clear(&p->text);
    SK_AUTO SkValue target = target_of(p);
    return !sk_is_empty(text) && !sk_is_empty(target) && sk_tree_builder_data(target, text);
}

// What came before has been told, without an exception.
static bool ready(Parser *p) { return !sk_error_occurred() && flush(p); }

static void on_text(void *data, const char *s, int n) {
    Parser *p = data;
    if (sk_error_occurred()) return;
    if (!p->builds) TELL(p, DATA, sk_str_from_utf8(s, (size_t)n));
    else if (!sk_strbuf_append(&p->text, s, (size_t)n)) sk_raise_memory();
}

// An entity that the document does not declare: it may be in the dict.
static void on_default(void *data, const char *s, int n) {
    Parser *p = data;
    if (n < 2 || s[0] != '&' || sk_error_occurred()) return;
    SK_AUTO SkValue key = sk_str_from_utf8(s + 1, (size_t)n - 2);
    SK_AUTO SkValue entity = sk_slot_get(&p->header, &p->entity);
    if (sk_is_empty(key) || sk_is_empty(entity)) return;
    SK_AUTO SkValue value = sk_dict_get(entity, key);
    if (sk_is_empty(value)) {
        if (!sk_error_occurred()) raise_code(p, XML_ERROR_UNDEFINED_ENTITY, sk_str_format("undefined entity &%S;", key));
    } else if (p->builds) {
        SK_AUTO SkValue target = target_of(p);
        if (!flush(p) || sk_is_empty(target) || !sk_tree_builder_data(target, value)) return;
    } else {
        TELL(p, DATA, sk_retain(value));
    }
}

static SkValue attributes_of(Parser *p, const char **attributes) {
    SK_AUTO SkValue dict = sk_dict_new();
    for (; !sk_is_empty(dict) && *attributes; attributes += 2) {
        SK_AUTO SkValue name = name_of(p, attributes[0]);
        SkValue value = sk_is_empty(name) ? SK_EMPTY : text_of(attributes[1]);
        if (sk_is_empty(value) || !sk_dict_set_steal(dict, name, value)) return SK_EMPTY;
    }
    return sk_move(&dict);
}

static void on_start(void *data, const char *name, const char **attributes) {
    Parser *p = data;
    if (!ready(p)) return;
    SK_AUTO SkValue tag = name_of(p, name);
    if (sk_is_empty(tag)) return;
    SkValue attrib = SK_EMPTY;
    if (*attributes || !p->builds) {
        attrib = attributes_of(p, attributes);
        if (sk_is_empty(attrib)) return;
    }
    if (p->builds) {
        SK_AUTO SkValue target = target_of(p);
        if (sk_is_empty(target)) sk_release(attrib);
        else sk_release(sk_tree_builder_start(target, tag, attrib));
    } else {
        TELL(p, START, sk_retain(tag), attrib);
    }
}
static void on_end(void *data, const char *name) {
    Parser *p = data;
    if (!ready(p)) return;
    if (p->builds) {
        // The builder does not ask for the tag.
        SK_AUTO SkValue target = target_of(p);
        if (!sk_is_empty(target)) sk_release(sk_tree_builder_end(target, SK_NONE));
    } else if (sk_load_relaxed(&p->handlers[ON_END].w)) {
        TELL(p, END, name_of(p, name));
    }
}

static void on_start_ns(void *data, const char *prefix, const char *uri) {
    Parser *p = data;
    if (!ready(p)) return;
    if (!p->builds) {
        TELL(p, START_NS, text_of(prefix ? prefix : ""), text_of(uri ? uri : ""));
        return;
    }
    SK_AUTO SkValue target = target_of(p);
    if (sk_is_empty(target) || !sk_tree_builder_tells(target, SK_EVENT_START_NS)) return;
    SK_AUTO SkValue first = text_of(prefix ? prefix : "");
    SK_AUTO SkValue second = text_of(uri ? uri : "");
    if (sk_is_empty(first) || sk_is_empty(second)) return;
    SK_AUTO SkValue pair = sk_tuple_pack(2, first, second);
    if (sk_is_empty(pair) || !sk_tree_builder_tell(target, SK_EVENT_START_NS, pair)) return;
}
static void on_end_ns(void *data, const char *prefix) {
    Parser *p = data;
    if (!ready(p)) return;
    if (!p->builds) {
        TELL(p, END_NS, text_of(prefix ? prefix : ""));
        return;
    }
    SK_AUTO SkValue target = target_of(p);
    if (sk_is_empty(target) || !sk_tree_builder_tell(target, SK_EVENT_END_NS, SK_NONE)) return;
}

static void on_comment(void *data, const char *s) {
    Parser *p = data;
    if (sk_error_occurred()) return;
    if (!p->builds) {
        TELL(p, COMMENT, text_of(s));
        return;
    }
    SK_AUTO SkValue target = target_of(p);
    if (sk_is_empty(target) || !sk_tree_builder_wants_comments(target) || !flush(p)) return;
    SK_AUTO SkValue text = text_of(s);
    if (!sk_is_empty(text)) sk_release(sk_tree_builder_comment(target, text));
}
static void on_pi(void *data, const char *name, const char *s) {
    Parser *p = data;
    if (sk_error_occurred()) return;
    if (!p->builds) {
        TELL(p, PI, text_of(name), text_of(s ? s : ""));
        return;
    }
    SK_AUTO SkValue target = target_of(p);
    if (sk_is_empty(target) || !sk_tree_builder_wants_pis(target) || !flush(p)) return;
    SK_AUTO SkValue first = text_of(name);
    SK_AUTO SkValue second = text_of(s ? s : "");
    if (!sk_is_empty(first) && !sk_is_empty(second)) sk_release(sk_tree_builder_pi(target, first, second));
}

static void on_doctype(void *data, const char *name, const char *system, const char *public, int internal SK_UNUSED) {
    Parser *p = data;
    if (!ready(p)) return;
    if (sk_load_relaxed(&p->handlers[ON_DOCTYPE].w)) {
        TELL(p, DOCTYPE, text_of(name), text_of(public), text_of(system));
        return;
    }
    SK_AUTO SkValue own = sk_getattr_opt_s(sk_counted(p), "doctype");
    if (sk_is_empty(own)) return;
    if (!sk_warn(sk_exc_RuntimeWarning, 1,
                 "The doctype() method of XMLParser is ignored.  Define doctype() method on the TreeBuilder target."))
        return;
}

// ---- making one ------------------------------------------------------------------------------------------------------------------

static void set_handlers(Parser *p) {
    XML_Parser x = p->parser;
    bool has[HANDLER_COUNT];
    for (int i = 0; i < HANDLER_COUNT; i++) has[i] = sk_load_relaxed(&p->handlers[i].w) != 0;
    XML_SetUserData(x, p);
    if (has[ON_START_NS] || has[ON_END_NS]) XML_SetNamespaceDeclHandler(x, has[ON_START_NS] ? on_start_ns : NULL, has[ON_END_NS] ? on_end_ns : NULL);
    XML_SetElementHandler(x, on_start, on_end);
    XML_SetDefaultHandlerExpand(x, on_default);
    XML_SetCharacterDataHandler(x, on_text);
    if (has[ON_COMMENT]) XML_SetCommentHandler(x, on_comment);
    if (has[ON_PI]) XML_SetProcessingInstructionHandler(x, on_pi);
    XML_SetStartDoctypeDeclHandler(x, on_doctype);
    XML_SetUnknownEncodingHandler(x, sk_expat_unknown_encoding, NULL);
}

static bool parser_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    if (!sk_bind("XMLParser", "(*, target=None, encoding=None)", &sig, args, nargs, kwnames, a)) return false;
    SK_AUTO_UTF8 SkUtf8 encoding = {0};
    if (!sk_is_empty(a[1]) && !sk_is_none(a[1])) {
        if (!sk_is_str(a[1])) return sk_raise_false(sk_exc_TypeError, "XMLParser() argument 'encoding' must be str or None, not %T", a[1]);
        encoding = sk_str_utf8(a[1]);
        if (!encoding.text) return false;
        if (strlen(encoding.text) != encoding.len) return sk_raise_false(sk_exc_ValueError, "embedded null character");
    }
    bool given = !sk_is_empty(a[0]) && !sk_is_none(a[0]);
    SK_AUTO SkValue target = given ? sk_retain(a[0]) : sk_call0(sk_type_value(&sk_tree_builder_type));
    SK_AUTO SkValue entity = sk_is_empty(target) ? SK_EMPTY : sk_dict_new();
    if (sk_is_empty(entity)) return false;
    bool builds = sk_type_of(target) == &sk_tree_builder_type;
    LOCKED(p, self);
    if (p->parsing) return sk_raise_false(sk_exc_RuntimeError, "the parser is in use by a handler's caller");
    XML_Parser made = XML_ParserCreate_MM(encoding.text, NULL, "}");
    if (!made) return sk_raise_memory(), false;
    unsigned long salt = 0;
    if (getrandom(&salt, sizeof salt, 0) != sizeof salt) salt = (unsigned long)(uintptr_t)p;
    XML_SetHashSalt(made, salt);
    if (p->parser) XML_ParserFree(p->parser);
    p->parser = made;
    p->builds = builds;
    sk_strbuf_clear(&p->text);
    for (int i = 0; i < HANDLER_COUNT; i++) {
        SkValue method = sk_getattr_opt_s(target, method_names[i]);
        if (sk_is_empty(method) && sk_error_occurred()) return false;
        sk_slot_set(&p->header, &p->handlers[i], method);
    }
    sk_slot_set(&p->header, &p->target, sk_move(&target));
    sk_slot_set(&p->header, &p->entity, sk_move(&entity));
    set_handlers(p);
    sk_store_release(&p->ready, true);  // PAIR(xml-parser-ready)
    return true;
}

// ---- parsing ---------------------------------------------------------------------------------------------------------------------

static bool check_ready(SkValue self) {
    // PAIR(xml-parser-ready): with __init__'s end; the parser itself is used under the mutex
    return sk_load_acquire(&as_parser(self)->ready) || sk_raise_false(sk_exc_ValueError, "XMLParser.__init__() wasn't called");
}

// A piece of the document. Under the mutex.
static bool parse(Parser *p, const char *data, size_t n, bool last) {
    if (p->parsing) return sk_raise_false(sk_exc_RuntimeError, "the parser is in use by a handler's caller");
    bool ok;
    do {
        size_t now = n > MAX_CHUNK ? MAX_CHUNK : n;
        p->parsing = true;
        ok = XML_Parse(p->parser, data, (int)now, last && now == n);
        p->parsing = false;
        if (sk_error_occurred()) {
            sk_strbuf_clear(&p->text);
            return false;
        }
        data += now;
        n -= now;
        if (n && !sk_safepoint_poll()) return false;
    } while (ok && n);
    if (!flush(p)) return false;
    if (!ok) raise_code(p, XML_GetErrorCode(p->parser), SK_EMPTY);
    return ok;
}

static SkValue feed(SkValue self, SkValue data) {
    if (!check_ready(self)) return SK_EMPTY;
    if (sk_is_str(data)) {
        SK_AUTO_UTF8 SkUtf8 utf8 = sk_str_utf8(data);
        if (!utf8.text) return SK_EMPTY;
        LOCKED(p, self);
        (void)XML_SetEncoding(p->parser, "utf-8");
        return parse(p, utf8.text, utf8.len, false) ? SK_NONE : SK_EMPTY;
    }
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(data, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    LOCKED(p, self);
    return parse(p, view.data ? view.data : "", (size_t)view.length, false) ? SK_NONE : SK_EMPTY;
}

static SkValue flush_method(SkValue self) {
    if (!check_ready(self)) return SK_EMPTY;
    LOCKED(p, self);
    return parse(p, "", 0, false) ? SK_NONE : SK_EMPTY;
}

static SkValue close_method(SkValue self) {
    if (!check_ready(self)) return SK_EMPTY;
    LOCKED(p, self);
    if (!parse(p, "", 0, true)) return SK_EMPTY;
    SK_AUTO SkValue target = target_of(p);
    if (p->builds) return sk_is_empty(target) ? SK_NONE : sk_tree_builder_close(target);
    SK_AUTO SkValue close = sk_slot_get(&p->header, &p->handlers[ON_CLOSE]);
    return sk_is_empty(close) ? SK_NONE : sk_call0(close);
}

// One read(): 1, 0 at the end, -1 with an exception.
static int feed_from(SkValue self, SkValue read, bool *said) {
    SK_AUTO SkValue chunk = sk_call1(read, sk_from_small_int(READ_SIZE));
    if (sk_is_empty(chunk)) return -1;
    if (sk_is_str(chunk)) {
        if (!sk_str_len(chunk)) return 0;
        SK_AUTO_UTF8 SkUtf8 utf8 = sk_str_wtf8(chunk);
        if (!utf8.text) return -1;
        LOCKED(p, self);
        if (!*said) (void)XML_SetEncoding(p->parser, "utf-8");
        *said = true;
        return parse(p, utf8.text, utf8.len, false) ? 1 : -1;
    }
    if (!sk_is_bytes(chunk) || !sk_as_bytes(chunk)->length) return 0;
    LOCKED(p, self);
    return parse(p, sk_as_bytes(chunk)->data, sk_as_bytes(chunk)->length, false) ? 1 : -1;
}

static SkValue parse_whole(SkValue self, SkValue file) {
    if (!check_ready(self)) return SK_EMPTY;
    SK_AUTO SkValue read = sk_getattr_s(file, "read");
    if (sk_is_empty(read)) return SK_EMPTY;
    bool said = false;
    for (int more = 1; more;) {
        more = feed_from(self, read, &said);
        if (more < 0) return SK_EMPTY;
    }
    LOCKED(p, self);
    if (!parse(p, "", 0, true)) return SK_EMPTY;
    SK_AUTO SkValue target = target_of(p);
    return p->builds && !sk_is_empty(target) ? sk_tree_builder_close(target) : SK_NONE;
}

// ---- events ----------------------------------------------------------------------------------------------------------------------

static int event_of(SkValue v) {
    static const char *const names[] = {"start", "end", "start-ns", "end-ns", "comment", "pi"};
    for (int i = 0; i < SK_EVENT_COUNT; i++) {
        if (sk_is_str(v) && sk_str_equals_ascii(v, names[i])) return i;
        if (sk_is_bytes(v) && strcmp(sk_as_bytes(v)->data, names[i]) == 0) return i;
    }
    return -1;
}

// The names of the wanted events into out (counted; SK_EMPTY: not wanted).
static bool take_events(SkValue events, SkValue out[SK_EVENT_COUNT]) {
    SK_AUTO SkValue it = sk_iter(events);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "events must be a sequence");
        return false;
    }
    SK_AUTO SkValue all = sk_to_tuple(it);
    for (size_t i = 0; !sk_is_empty(all) && i < sk_tuple_len(all); i++) {
        SkValue name = sk_tuple_peek(all, i);
        if (!sk_is_str(name) && !sk_is_bytes(name)) return sk_raise_false(sk_exc_ValueError, "invalid events sequence");
        int e = event_of(name);
        if (e < 0) return sk_raise_false(sk_exc_ValueError, sk_is_str(name) ? "unknown event '%S'" : "unknown event %R", name);
        sk_release(out[e]);
        out[e] = sk_retain(name);
    }
    return !sk_is_empty(all);
}

static SkValue set_events(SkValue self, const SkValue *a) {
    if (!check_ready(self)) return SK_EMPTY;
    LOCKED(p, self);
    SK_AUTO SkValue target = target_of(p);
    if (!p->builds || sk_is_empty(target))
        return sk_raise(sk_exc_TypeError, "event handling only supported for ElementTree.TreeBuilder targets");
    SK_AUTO SkValue append = sk_getattr_s(a[0], "append");
    if (sk_is_empty(append)) return SK_EMPTY;
    SkValue names[SK_EVENT_COUNT];
    for (int i = 0; i < SK_EVENT_COUNT; i++) names[i] = SK_EMPTY;
    bool ok;
    if (sk_is_empty(a[1]) || sk_is_none(a[1])) {
        names[SK_EVENT_END] = sk_str_from("end");
        ok = !sk_is_empty(names[SK_EVENT_END]);
    } else {
        ok = take_events(a[1], names);
    }
    if (ok) {
        sk_tree_builder_events(target, append, names);
        if (!sk_is_empty(names[SK_EVENT_START_NS])) XML_SetStartNamespaceDeclHandler(p->parser, on_start_ns);
        if (!sk_is_empty(names[SK_EVENT_END_NS])) XML_SetEndNamespaceDeclHandler(p->parser, on_end_ns);
    }
    for (int i = 0; i < SK_EVENT_COUNT; i++) sk_release(names[i]);
    return ok ? SK_NONE : SK_EMPTY;
}

static SkValue version(SkValue self SK_UNUSED, void *closure SK_UNUSED) {
    return sk_str_format("Expat %d.%d.%d", XML_MAJOR_VERSION, XML_MINOR_VERSION, XML_MICRO_VERSION);
}

static const SkMethodDef methods[] = {
    {"feed", SK_ONEARG, .onearg = feed, .sig = "(data, /)", .doc = "Parses a piece of a document."},
    {"flush", SK_NOARGS, .noargs = flush_method, .sig = "()", .doc = "Parses what has been held back."},
    {"close", SK_NOARGS, .noargs = close_method, .sig = "()", .doc = "Ends the document; returns what the target's close() does."},
    {"_parse_whole", SK_ONEARG, .onearg = parse_whole, .sig = "(file, /)", .doc = "Parses all that a file holds."},
    {"_setevents", SK_SIG, .sig_fn = set_events, .sig = "(events_queue, events_to_report=None, /)", .doc = "Has events put into a queue."},
    {0},
};
static const SkMemberDef members[] = {
    {"entity", SK_MEMBER_OBJECT, offsetof(Parser, entity), true, NULL},
    {"target", SK_MEMBER_OBJECT, offsetof(Parser, target), true, NULL},
    {0},
};
static const SkGetSetDef getset[] = {{"version", version, NULL, NULL, NULL}, {0}};

SkType sk_xml_parser_type = {
    SK_TYPE_HEAD(0, sizeof(Parser), parser_trace, parser_clear, parser_destroy),
    .name = "xml.etree.ElementTree.XMLParser",
    .flags = SK_TF_BASE,
    .new_ = parser_new,
    .init = parser_init,
    .methods = methods,
    .members = members,
    .getset = getset,
};
