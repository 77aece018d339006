// pyexpat: parsers of XML on libexpat.
#include "modules/dynamic/expat/pyexpat.h"

#include <string.h>
#include <sys/random.h>

#include "base/alloc.h"
#include "modules/arguments.h"
#include "modules/error_class.h"
#include "objects/buffer.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { MAX_CHUNK = 1 << 20, READ_SIZE = 2048, DEFAULT_BUFFER = 8192 };

static SkErrorClass error_class;
static SkType parser_type;

// ---- the family's mutex ------------------------------------------------------------------------------------------------------------

static void free_orphans(SkExpat *eldest) {
    // PAIR(expat-orphans): with the push in parser_destroy
    SkExpatOrphan *o = sk_swap_acq_rel(&eldest->orphans, NULL);
    while (o) {
        SkExpatOrphan *next = o->next;
        XML_ParserFree(o->parser);
        sk_free(o);
        o = next;
    }
}

static void lock(SkExpat *p) {
    pthread_mutex_t *m = &p->eldest->mutex;
    if (pthread_mutex_trylock(m) != 0) {
        sk_thread_detach();
        pthread_mutex_lock(m);
        sk_thread_attach();
    }
}
static void unlock(SkExpat *p) { pthread_mutex_unlock(&p->eldest->mutex); }

static void unlock_cleanup(SkExpat **p) { unlock(*p); }
// A scope that has the mutex of self's family.
#define LOCKED(p, self)                                              \
    SK_CLEANUP(unlock_cleanup) SkExpat *p = sk_as_expat(self);       \
    lock(p)

// The library's parsing function may not be entered again for a parser that it is parsing with, or for whose entities it is.
static bool begin(SkExpat *p) {
    if (p->busy) return sk_raise_false(sk_exc_RuntimeError, "the parser is in use by a handler's caller");
    for (SkExpat *at = p;; at = sk_as_expat(sk_slot_peek(&at->parent))) {
        at->busy++;
        if (at == p->eldest) return true;
    }
}
static void end(SkExpat *p) {
    for (SkExpat *at = p;; at = sk_as_expat(sk_slot_peek(&at->parent))) {
        at->busy--;
        if (at == p->eldest) break;
    }
    if (!p->eldest->busy) free_orphans(p->eldest);
}

// ---- life --------------------------------------------------------------------------------------------------------------------------

static void parser_trace(SkObject *o, SkVisit visit, void *arg) {
    SkExpat *p = (SkExpat *)o;
    sk_slot_visit(&p->parent, visit, arg);
    sk_slot_visit(&p->intern, visit, arg);
    for (int i = 0; i < SK_EXPAT_HANDLERS; i++) sk_slot_visit(&p->handlers[i], visit, arg);
}
static void parser_clear(SkObject *o) {
    SkExpat *p = (SkExpat *)o;
    for (int i = 0; i < SK_EXPAT_HANDLERS; i++) sk_slot_set(o, &p->handlers[i], SK_EMPTY);
}
static void parser_destroy(SkObject *o) {
    SkExpat *p = (SkExpat *)o;
    if (p->eldest == p) {
        free_orphans(p);
        if (p->parser) XML_ParserFree(p->parser);
        pthread_mutex_destroy(&p->mutex);
    } else if (p->parser) {
        SkExpatOrphan *left = sk_malloc(sizeof *left);
        if (!left) SK_FATAL("out of memory while giving a parser back");
        left->parser = p->parser;
        left->next = sk_load_relaxed(&p->eldest->orphans);
        // PAIR(expat-orphans): with free_orphans, which could else see the entry unwritten
        while (!sk_cas_weak_release(&p->eldest->orphans, &left->next, left)) {}
    }
    sk_free(p->buffer);
    for (int i = 0; i < SK_EXPAT_HANDLERS; i++) sk_slot_destroy(o, &p->handlers[i]);
    sk_slot_destroy(o, &p->intern);
    sk_slot_destroy(o, &p->parent);
    sk_object_free(o, sizeof *p);
}

static SkExpat *parser_new(SkExpat *parent) {
    SkExpat *p = (SkExpat *)sk_container_new(&parser_type.head, sizeof *p);
    if (!p) {
        sk_raise_memory();
        return NULL;
    }
    p->buffer_size = DEFAULT_BUFFER;
    p->eldest = parent ? parent->eldest : p;
    if (parent) {
        sk_slot_init(&p->parent, sk_retain(sk_counted(parent)));
        return p;
    }
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&p->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
    return p;
}

static bool optional_text(const char *what, SkValue v, SkUtf8 *out) {
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s must be str or None, not %T", what, v);
    *out = sk_str_utf8(v);
    if (!out->text) return false;
    return strlen(out->text) == out->len || sk_raise_false(sk_exc_ValueError, "embedded null character");
}

static SkValue parser_create(SkValue module SK_UNUSED, const SkValue *a) {
    SK_AUTO_UTF8 SkUtf8 encoding = {0}, separator = {0};
    if (!optional_text("ParserCreate() argument 'encoding'", a[0], &encoding)) return SK_EMPTY;
    if (!optional_text("ParserCreate() argument 'namespace_separator'", a[1], &separator)) return SK_EMPTY;
    if (separator.len > 1) return sk_raise(sk_exc_ValueError, "namespace_separator must be at most one character, omitted, or None");
    if (!sk_is_empty(a[2]) && !sk_is_none(a[2]) && !sk_is_dict(a[2])) return sk_raise(sk_exc_TypeError, "intern must be a dictionary");
    SkExpat *p = parser_new(NULL);
    SK_AUTO SkValue v = sk_counted(p);
    if (!p) return SK_EMPTY;
    SkValue intern = sk_is_empty(a[2]) ? sk_dict_new() : sk_is_none(a[2]) ? SK_NONE : sk_retain(a[2]);
    if (sk_is_empty(intern)) return SK_EMPTY;
    if (sk_is_ptr(intern)) sk_slot_publish(&p->intern, intern);
    p->parser = XML_ParserCreate_MM(encoding.text, NULL, separator.text);
    if (!p->parser) return sk_raise(sk_exc_RuntimeError, "XML_ParserCreate failed");
    unsigned long salt = 0;
    if (getrandom(&salt, sizeof salt, 0) != sizeof salt) salt = (unsigned long)(uintptr_t)p;
    XML_SetHashSalt(p->parser, salt);
    XML_SetUserData(p->parser, p);
    XML_SetUnknownEncodingHandler(p->parser, sk_expat_unknown_encoding, NULL);
    return sk_move(&v);
}

static SkValue for_entity(SkValue self, const SkValue *a) {
    SK_AUTO_UTF8 SkUtf8 context = {0}, encoding = {0};
    if (!optional_text("ExternalEntityParserCreate() argument 1", a[0], &context)) return SK_EMPTY;
    if (!sk_is_empty(a[1]) && !sk_is_str(a[1])) return sk_raise(sk_exc_TypeError, "ExternalEntityParserCreate() argument 2 must be str, not %O", a[1]);
    if (!optional_text("ExternalEntityParserCreate() argument 2", a[1], &encoding)) return SK_EMPTY;
    LOCKED(p, self);
    SkExpat *child = parser_new(p);
    SK_AUTO SkValue v = sk_counted(child);
    if (!child) return SK_EMPTY;
    child->buffer_size = p->buffer_size;
    child->ordered_attributes = p->ordered_attributes;
    child->specified_attributes = p->specified_attributes;
    child->namespace_prefixes = p->namespace_prefixes;
    sk_slot_publish(&child->intern, sk_slot_get(&p->header, &p->intern));
    if (p->buffer && !(child->buffer = sk_malloc((size_t)child->buffer_size))) return sk_raise_memory();
    child->parser = XML_ExternalEntityParserCreate(p->parser, context.text, encoding.text);
    if (!child->parser) return sk_raise_memory();
    XML_SetUserData(child->parser, child);
    for (int i = 0; i < SK_EXPAT_HANDLERS; i++) {
        SkValue handler = sk_slot_get(&p->header, &p->handlers[i]);
        if (sk_is_empty(handler)) continue;
        sk_slot_set(&child->header, &child->handlers[i], handler);
        sk_expat_switch(child, i, true);
    }
    return sk_move(&v);
}

// ---- errors ------------------------------------------------------------------------------------------------------------------------

static SkValue raise_code(SkExpat *p, enum XML_Error code) {
    unsigned long line = XML_GetErrorLineNumber(p->parser), column = XML_GetErrorColumnNumber(p->parser);
    const char *words = XML_ErrorString(code);
    SK_AUTO SkValue message = sk_str_format("%s: line %lu, column %lu", words ? words : "unknown error", line, column);
    SK_AUTO SkValue exc = sk_is_empty(message) ? SK_EMPTY : sk_call1(sk_type_value(sk_error_class(&error_class)), message);
    if (sk_is_empty(exc)) return SK_EMPTY;
    if (!sk_setattr_s(exc, "code", sk_from_small_int(code)) || !sk_setattr_s(exc, "offset", sk_from_small_int((int64_t)column)) ||
        !sk_setattr_s(exc, "lineno", sk_from_small_int((int64_t)line)))
        return SK_EMPTY;
    return sk_raise_object(exc);
}

// ---- parsing -----------------------------------------------------------------------------------------------------------------------

typedef enum { RAISED = -1, FAILED = XML_STATUS_ERROR, PARSED = XML_STATUS_OK } Status;

// A piece of the document: at_hand NULL: what was put into XML_GetBuffer's memory. Under the mutex.
static Status feed(SkExpat *p, const char *at_hand, int n, bool last) {
    if (!begin(p)) return RAISED;
    int ok = at_hand ? XML_Parse(p->parser, at_hand, n, last) : XML_ParseBuffer(p->parser, n, last);
    end(p);
    return sk_error_occurred() ? RAISED : ok ? PARSED : FAILED;
}

static SkValue outcome(SkExpat *p, Status s) {
    if (s == RAISED) return SK_EMPTY;
    if (s == FAILED) return raise_code(p, XML_GetErrorCode(p->parser));
    return sk_expat_flush(p) ? sk_from_small_int(s) : SK_EMPTY;
}

static SkValue parse(SkValue self, const SkValue *a) {
    bool last;
    SK_AUTO_UTF8 SkUtf8 utf8 = {0};
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_truth_argument(a[1], false, &last)) return SK_EMPTY;
    const char *data;
    size_t n;
    bool is_text = sk_is_str(a[0]);
    if (is_text) {
        utf8 = sk_str_utf8(a[0]);
        data = utf8.text;
        n = utf8.len;
        if (!data) return SK_EMPTY;
    } else {
        if (!sk_buffer_get(a[0], &view, SK_BUF_SIMPLE)) return SK_EMPTY;
        data = view.data ? view.data : "";
        n = (size_t)view.length;
    }
    LOCKED(p, self);
    if (is_text) (void)XML_SetEncoding(p->parser, "utf-8");
    Status s = PARSED;
    while (s == PARSED && n > MAX_CHUNK) {
        s = feed(p, data, MAX_CHUNK, false);
        data += MAX_CHUNK;
        n -= MAX_CHUNK;
        if (s == PARSED && !sk_safepoint_poll()) s = RAISED;
    }
    if (s == PARSED) s = feed(p, data, (int)n, last);
    return outcome(p, s);
}

static const char *bytes_in(SkValue v, int64_t *n) {
    if (sk_is_bytes(v)) {
        *n = (int64_t)sk_as_bytes(v)->length;
        return sk_as_bytes(v)->data;
    }
    return NULL;
}

// One read() of a file: its length, 0 at the end, or RAISED.
static Status feed_from(SkValue self, SkValue read, bool *last) {
    SK_AUTO SkValue chunk = sk_call1(read, sk_from_small_int(READ_SIZE));
    if (sk_is_empty(chunk)) return RAISED;
    SK_AUTO SkValue copy = SK_EMPTY;
    if (sk_is_instance_of(chunk, &sk_bytearray_type)) {
        copy = sk_bytes_of(chunk);
        if (sk_is_empty(copy)) return RAISED;
    }
    int64_t n = 0;
    const char *data = bytes_in(sk_is_empty(copy) ? chunk : copy, &n);
    if (!data) return sk_raise(sk_exc_TypeError, "read() did not return a bytes object (type=%.400T)", chunk), RAISED;
    if (n > READ_SIZE) return sk_raise(sk_exc_ValueError, "read() returned too much data: %i bytes requested, %lld returned", READ_SIZE, (long long)n), RAISED;
    LOCKED(p, self);
    *last = n == 0;
    return feed(p, data, (int)n, *last);
}

static SkValue parse_file(SkValue self, SkValue file) {
    SK_AUTO SkValue read = sk_getattr_opt_s(file, "read");
    if (sk_is_empty(read)) return sk_error_occurred() ? SK_EMPTY : sk_raise(sk_exc_TypeError, "argument must have 'read' attribute");
    Status s = PARSED;
    for (bool last = false; s == PARSED && !last;) s = feed_from(self, read, &last);
    LOCKED(p, self);
    return outcome(p, s);
}

// ---- other methods -----------------------------------------------------------------------------------------------------------------

static SkValue set_base(SkValue self, SkValue base) {
    if (!sk_is_str(base)) return sk_raise(sk_exc_TypeError, "SetBase() argument must be str, not %O", base);
    SK_AUTO_UTF8 SkUtf8 u = {0};
    if (!optional_text("SetBase() argument", base, &u)) return SK_EMPTY;
    LOCKED(p, self);
    return XML_SetBase(p->parser, u.text) ? SK_NONE : sk_raise_memory();
}
static SkValue get_base(SkValue self) {
    LOCKED(p, self);
    const XML_Char *base = XML_GetBase(p->parser);
    return base ? sk_str_from_utf8(base, strlen(base)) : SK_NONE;
}
static SkValue input_context(SkValue self) {
    LOCKED(p, self);
    int offset, size;
    if (!p->in_callback) return SK_NONE;
    const char *buffer = XML_GetInputContext(p->parser, &offset, &size);
    return buffer ? sk_bytes_from(buffer + offset, (size_t)(size - offset)) : SK_NONE;
}
static SkValue param_entities(SkValue self, SkValue flag) {
    int n;
    if (!sk_as_int(flag, &n)) return SK_EMPTY;
    LOCKED(p, self);
    return sk_from_small_int(XML_SetParamEntityParsing(p->parser, n));
}
static SkValue foreign_dtd(SkValue self, const SkValue *a) {
    bool flag;
    if (!sk_truth_argument(a[0], true, &flag)) return SK_EMPTY;
    LOCKED(p, self);
    enum XML_Error code = XML_UseForeignDTD(p->parser, flag);
    return code == XML_ERROR_NONE ? SK_NONE : raise_code(p, code);
}

// Reparse deferral came with Expat 2.6.0.
static SkValue set_deferral(SkValue self, SkValue enabled) {
    int on = sk_truth(enabled);
    if (on < 0) return SK_EMPTY;
    LOCKED(p, self);
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 6)
    XML_SetReparseDeferralEnabled(p->parser, on ? XML_TRUE : XML_FALSE);
#endif
    return SK_NONE;
}
static SkValue get_deferral(SkValue self SK_UNUSED) { return SK_FALSE; }

// ---- attributes --------------------------------------------------------------------------------------------------------------------

static bool no_delete(void) { return sk_raise_false(sk_exc_RuntimeError, "Cannot delete attribute"); }

static SkValue get_handler(SkValue self, void *closure) {
    SkValue v = sk_slot_load(sk_ptr(self), &sk_as_expat(self)->handlers[(intptr_t)closure]);
    return sk_is_empty(v) ? SK_NONE : v;
}
static bool set_handler(SkValue self, SkValue v, void *closure) {
    SkExpatHandler which = (SkExpatHandler)(intptr_t)closure;
    if (sk_is_empty(v)) return no_delete();
    LOCKED(p, self);
    if (which == SK_EXPAT_CharacterData && !sk_expat_flush(p)) return false;
    bool on = !sk_is_none(v);
    SK_AUTO SkValue old = sk_slot_swap(&p->header, &p->handlers[which], on ? sk_retain(v) : SK_EMPTY);
    sk_expat_switch(p, which, on);
    return true;
}

static bool *flag_of(SkExpat *p, intptr_t which) {
    return which == 0 ? &p->ordered_attributes : which == 1 ? &p->specified_attributes : &p->namespace_prefixes;
}
static SkValue get_flag(SkValue self, void *closure) {
    LOCKED(p, self);
    return sk_bool(*flag_of(p, (intptr_t)closure));
}
static bool set_flag(SkValue self, SkValue v, void *closure) {
    if (sk_is_empty(v)) return no_delete();
    int on = sk_truth(v);
    if (on < 0) return false;
    LOCKED(p, self);
    *flag_of(p, (intptr_t)closure) = on;
    if ((intptr_t)closure == 2) XML_SetReturnNSTriplet(p->parser, on);
    return true;
}

static SkValue get_buffer_text(SkValue self, void *c SK_UNUSED) {
    LOCKED(p, self);
    return sk_bool(p->buffer != NULL);
}
static bool set_buffer_text(SkValue self, SkValue v, void *c SK_UNUSED) {
    if (sk_is_empty(v)) return no_delete();
    int on = sk_truth(v);
    if (on < 0) return false;
    LOCKED(p, self);
    if (on && !p->buffer) {
        p->buffer = sk_malloc((size_t)p->buffer_size);
        p->buffer_used = 0;
        if (!p->buffer) return sk_raise_memory(), false;
    } else if (!on && p->buffer) {
        if (!sk_expat_flush(p)) return false;
        sk_free(p->buffer);
        p->buffer = NULL;
    }
    return true;
}

static SkValue get_buffer_size(SkValue self, void *c SK_UNUSED) {
    LOCKED(p, self);
    return sk_from_small_int(p->buffer_size);
}
static bool set_buffer_size(SkValue self, SkValue v, void *c SK_UNUSED) {
    int64_t n;
    if (sk_is_empty(v)) return no_delete();
    if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "buffer_size must be an integer");
    if (!sk_as_int64(v, &n)) return false;
    LOCKED(p, self);
    if (n == p->buffer_size) return true;
    if (n <= 0) return sk_raise_false(sk_exc_ValueError, "buffer_size must be greater than zero");
    if (n > INT32_MAX) return sk_raise_false(sk_exc_ValueError, "buffer_size must not be greater than %i", INT32_MAX);
    if (!sk_expat_flush(p)) return false;
    char *fresh = sk_malloc((size_t)n);
    if (!fresh) return sk_raise_memory(), false;
    sk_free(p->buffer);
    p->buffer = fresh;
    p->buffer_size = (int)n;
    return true;
}
static SkValue get_buffer_used(SkValue self, void *c SK_UNUSED) {
    LOCKED(p, self);
    return sk_from_small_int(p->buffer_used);
}
static SkValue get_intern(SkValue self, void *c SK_UNUSED) {
    SkValue v = sk_slot_load(sk_ptr(self), &sk_as_expat(self)->intern);
    return sk_is_empty(v) ? SK_NONE : v;
}

// What the library says of the place where it is, or where it stopped.
static SkValue get_error_code(SkValue self, void *c SK_UNUSED) {
    LOCKED(p, self);
    return sk_from_small_int(XML_GetErrorCode(p->parser));
}
static SkValue get_line(SkValue self, void *c SK_UNUSED) {
    LOCKED(p, self);
    return sk_from_small_int((int64_t)XML_GetCurrentLineNumber(p->parser));
}
static SkValue get_column(SkValue self, void *c SK_UNUSED) {
    LOCKED(p, self);
    return sk_from_small_int((int64_t)XML_GetCurrentColumnNumber(p->parser));
}
static SkValue get_index(SkValue self, void *c SK_UNUSED) {
    LOCKED(p, self);
    return sk_from_small_int((int64_t)XML_GetCurrentByteIndex(p->parser));
}

// ---- tables ------------------------------------------------------------------------------------------------------------------------

static const SkMethodDef methods[] = {
    {"Parse", SK_SIG, .sig_fn = parse, .sig = "(data, isfinal=False, /)", .doc = "Parses a piece of the document, which is the last if isfinal."},
    {"ParseFile", SK_ONEARG, .onearg = parse_file, .sig = "(file, /)", .doc = "Parses all that file.read() gives."},
    {"SetBase", SK_ONEARG, .onearg = set_base, .sig = "(base, /)", .doc = "Sets the base of system identifiers."},
    {"GetBase", SK_NOARGS, .noargs = get_base, .sig = "()", .doc = "The base of system identifiers, or None."},
    {"GetInputContext", SK_NOARGS, .noargs = input_context, .sig = "()", .doc = "In a handler: the untranslated input from the event on, as far as it is at hand."},
    {"ExternalEntityParserCreate", SK_SIG, .sig_fn = for_entity, .sig = "(context, encoding=<unrepresentable>, /)", .doc = "A parser for an external entity, given what ExternalEntityRefHandler got."},
    {"SetParamEntityParsing", SK_ONEARG, .onearg = param_entities, .sig = "(flag, /)", .doc = "Whether parameter entities are parsed: an XML_PARAM_ENTITY_PARSING_ constant."},
    {"UseForeignDTD", SK_SIG, .sig_fn = foreign_dtd, .sig = "(flag=True, /)", .doc = "Has ExternalEntityRefHandler called for a document type that the document does not name."},
    {"SetReparseDeferralEnabled", SK_ONEARG, .onearg = set_deferral, .sig = "(enabled, /)", .doc = "Enable/Disable reparse deferral; enabled by default with Expat >=2.6.0."},
    {"GetReparseDeferralEnabled", SK_NOARGS, .noargs = get_deferral, .sig = "()", .doc = "Retrieve reparse deferral enabled status; always returns false with Expat <2.6.0."},
    {0},
};

static const SkGetSetDef getset[] = {
#define X(name, attribute, set) {#attribute, get_handler, set_handler, NULL, (void *)(intptr_t)SK_EXPAT_##name},
#include "modules/dynamic/expat/pyexpat_handlers.def"
#undef X
    {"ordered_attributes", get_flag, set_flag, NULL, (void *)0},
    {"specified_attributes", get_flag, set_flag, NULL, (void *)1},
    {"namespace_prefixes", get_flag, set_flag, NULL, (void *)2},
    {"buffer_text", get_buffer_text, set_buffer_text, NULL, NULL},
    {"buffer_size", get_buffer_size, set_buffer_size, NULL, NULL},
    {"buffer_used", get_buffer_used, NULL, NULL, NULL},
    {"intern", get_intern, sk_readonly_member, NULL, NULL},
    {"ErrorCode", get_error_code, NULL, NULL, NULL},
    {"ErrorLineNumber", get_line, NULL, NULL, NULL},
    {"ErrorColumnNumber", get_column, NULL, NULL, NULL},
    {"ErrorByteIndex", get_index, NULL, NULL, NULL},
    {"CurrentLineNumber", get_line, NULL, NULL, NULL},
    {"CurrentColumnNumber", get_column, NULL, NULL, NULL},
    {"CurrentByteIndex", get_index, NULL, NULL, NULL},
    {0},
};

static SkType parser_type = {
    SK_TYPE_HEAD(0, sizeof(SkExpat), parser_trace, parser_clear, parser_destroy),
    .name = "pyexpat.xmlparser",
    .doc = "XML parser",
    .flags = SK_TF_NO_NEW,
    .methods = methods,
    .getset = getset,
};

static SkValue error_string(SkValue module SK_UNUSED, SkValue code) {
    int64_t n;
    if (!sk_as_int64(code, &n)) return SK_EMPTY;
    const char *words = n >= 0 && n <= INT32_MAX ? XML_ErrorString((enum XML_Error)n) : NULL;
    return words ? sk_str_from(words) : SK_NONE;
}

static const SkMethodDef functions[] = {
    {"ParserCreate", SK_SIG, .sig_fn = parser_create, .sig = "(encoding=None, namespace_separator=None, intern=<unrepresentable>)", .doc = "Return a new XML parser object."},
    {"ErrorString", SK_ONEARG, .onearg = error_string, .sig = "(code, /)", .doc = "Returns string error for given number."},
    {0},
};

static bool exec(SkValue m) {
    if (!sk_add_error_class(m, &error_class, "xml.parsers.expat.ExpatError", sk_exc_Exception, NULL)) return false;
    return sk_module_add(m, "error", sk_type_value(sk_error_class(&error_class))) && sk_type_ready(&parser_type) &&
           sk_module_add(m, "XMLParserType", sk_type_value(&parser_type)) && sk_expat_add_constants(m);
}
SK_EXPORT const SkModuleDef sk_module_pyexpat = {"pyexpat", "Python wrapper for Expat parser.", functions, exec};
