// pyexpat: what the library calls, told to Python's handlers.
//
// Once a handler has raised, all are taken out and the library is told that entities cannot be had: it goes on to the end of what it
// was given, or to the next entity, and says no more. The exception is set all the while.
#include <string.h>

#include "modules/dynamic/expat/pyexpat.h"
#include "objects/codec.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- values ----------------------------------------------------------------------------------------------------------------------

static SkValue text_of(const XML_Char *s, size_t n) { return sk_str_from_utf8(s, n); }
static SkValue text(const XML_Char *s) { return s ? text_of(s, strlen(s)) : SK_NONE; }

// Equal names are one object.
static SkValue name_of(SkExpat *p, const XML_Char *s) {
    SkValue v = text(s), intern = sk_slot_peek(&p->intern);
    if (!sk_is_ptr(v) || sk_is_empty(intern)) return v;
    SkValue known = sk_dict_setdefault(intern, v, v, NULL);
    sk_release(v);
    return known;
}

// ---- calling ---------------------------------------------------------------------------------------------------------------------

static int no_entities(XML_Parser parser SK_UNUSED, const XML_Char *context SK_UNUSED, const XML_Char *base SK_UNUSED,
                       const XML_Char *system SK_UNUSED, const XML_Char *public SK_UNUSED) {
    return 0;
}

static void give_up(SkExpat *p) {
    for (int i = 0; i < SK_EXPAT_HANDLERS; i++) {
        SkValue old = sk_slot_swap(&p->header, &p->handlers[i], SK_EMPTY);
        sk_expat_switch(p, i, false);
        SkValue raised = sk_error_take();
        sk_release(old);
        sk_error_restore(raised);
    }
    XML_SetExternalEntityRefHandler(p->parser, no_entities);
}

// Calls with the n values, which it takes; one that is empty is an exception. The answer is counted.
static SkValue tell_handler(SkExpat *p, SkExpatHandler which, SkValue *values, size_t n) {
    SK_AUTO SkValue handler = sk_slot_get(&p->header, &p->handlers[which]);
    bool ok = !sk_is_empty(handler);
    for (size_t i = 0; i < n; i++) ok = ok && !sk_is_empty(values[i]);
    SkValue answer = SK_EMPTY;
    if (ok) {
        bool within = p->in_callback;
        p->in_callback = true;
        answer = sk_call(handler, values, n, SK_EMPTY);
        p->in_callback = within;
    }
    for (size_t i = 0; i < n; i++) sk_release(values[i]);
    if (sk_error_occurred()) give_up(p);
    return answer;
}

static void tell(SkExpat *p, SkExpatHandler which, SkValue *values, size_t n) { sk_release(tell_handler(p, which, values, n)); }
#define TELL(p, which, ...) tell(p, SK_EXPAT_##which, (SkValue[]){__VA_ARGS__}, sizeof((SkValue[]){__VA_ARGS__}) / sizeof(SkValue))

static int answer_of(SkExpat *p, SkValue answer) {
    int64_t n = 0;
    if (sk_is_empty(answer)) return 0;
    bool ok = sk_as_int64(answer, &n);
    sk_release(answer);
    if (!ok) give_up(p);
    return ok && n;
}

bool sk_expat_flush(SkExpat *p) {
    if (!p->buffer || !p->buffer_used) return true;
    int n = p->buffer_used;
    p->buffer_used = 0;
    if (!sk_is_empty(sk_slot_peek(&p->handlers[SK_EXPAT_CharacterData]))) TELL(p, CharacterData, text_of(p->buffer, (size_t)n));
    return !sk_error_occurred();
}

// There is somebody to be told, and what came before has been told.
static bool ready(SkExpat *p, SkExpatHandler which) {
    if (sk_is_empty(sk_slot_peek(&p->handlers[which])) || sk_error_occurred()) return false;
    return sk_expat_flush(p) && !sk_is_empty(sk_slot_peek(&p->handlers[which]));
}

// ---- elements and text -----------------------------------------------------------------------------------------------------------

static SkValue attribute_list(SkExpat *p, const XML_Char **attributes, int n) {
    SK_AUTO SkValue list = sk_list_new((size_t)n);
    for (int i = 0; !sk_is_empty(list) && i < n; i++) {
        SkValue v = i % 2 ? text(attributes[i]) : name_of(p, attributes[i]);
        if (sk_is_empty(v) || !sk_list_append_steal(list, v)) return SK_EMPTY;
    }
    return sk_move(&list);
}

static SkValue attribute_dict(SkExpat *p, const XML_Char **attributes, int n) {
    SK_AUTO SkValue dict = sk_dict_new();
    for (int i = 0; !sk_is_empty(dict) && i < n; i += 2) {
        SK_AUTO SkValue name = name_of(p, attributes[i]);
        SkValue v = sk_is_empty(name) ? SK_EMPTY : text(attributes[i + 1]);
        if (sk_is_empty(v) || !sk_dict_set_steal(dict, name, v)) return SK_EMPTY;
    }
    return sk_move(&dict);
}

static void on_StartElement(void *data, const XML_Char *name, const XML_Char **attributes) {
    SkExpat *p = data;
    if (!ready(p, SK_EXPAT_StartElement)) return;
    int n = 0;
    if (p->specified_attributes) n = XML_GetSpecifiedAttributeCount(p->parser);
    else
        while (attributes[n]) n += 2;
    SkValue given = p->ordered_attributes ? attribute_list(p, attributes, n) : attribute_dict(p, attributes, n);
    TELL(p, StartElement, sk_is_empty(given) ? SK_EMPTY : name_of(p, name), given);
}
static void on_EndElement(void *data, const XML_Char *name) {
    if (ready(data, SK_EXPAT_EndElement)) TELL(data, EndElement, name_of(data, name));
}

static void on_CharacterData(void *data, const XML_Char *s, int n) {
    SkExpat *p = data;
    if (sk_error_occurred()) return;
    if (p->buffer) {
        if (p->buffer_used + n > p->buffer_size && !sk_expat_flush(p)) return;
        // The handler may have changed the buffer.
        if (sk_is_empty(sk_slot_peek(&p->handlers[SK_EXPAT_CharacterData]))) return;
        if (p->buffer && n <= p->buffer_size - p->buffer_used) {
            memcpy(p->buffer + p->buffer_used, s, (size_t)n);
            p->buffer_used += n;
            return;
        }
    }
    if (!sk_is_empty(sk_slot_peek(&p->handlers[SK_EXPAT_CharacterData]))) TELL(p, CharacterData, text_of(s, (size_t)n));
}
static void no_text(void *data SK_UNUSED, const XML_Char *s SK_UNUSED, int n SK_UNUSED) {}

static void on_ProcessingInstruction(void *data, const XML_Char *target, const XML_Char *rest) {
    if (ready(data, SK_EXPAT_ProcessingInstruction)) TELL(data, ProcessingInstruction, name_of(data, target), text(rest));
}
static void on_Comment(void *data, const XML_Char *s) {
    if (ready(data, SK_EXPAT_Comment)) TELL(data, Comment, text(s));
}
static void on_StartCdataSection(void *data) {
    if (ready(data, SK_EXPAT_StartCdataSection)) tell(data, SK_EXPAT_StartCdataSection, NULL, 0);
}
static void on_EndCdataSection(void *data) {
    if (ready(data, SK_EXPAT_EndCdataSection)) tell(data, SK_EXPAT_EndCdataSection, NULL, 0);
}
static void on_Default(void *data, const XML_Char *s, int n) {
    if (ready(data, SK_EXPAT_Default)) TELL(data, Default, text_of(s, (size_t)n));
}
static void on_DefaultExpand(void *data, const XML_Char *s, int n) {
    if (ready(data, SK_EXPAT_DefaultExpand)) TELL(data, DefaultExpand, text_of(s, (size_t)n));
}
static void on_StartNamespaceDecl(void *data, const XML_Char *prefix, const XML_Char *uri) {
    if (ready(data, SK_EXPAT_StartNamespaceDecl)) TELL(data, StartNamespaceDecl, name_of(data, prefix), name_of(data, uri));
}
static void on_EndNamespaceDecl(void *data, const XML_Char *prefix) {
    if (ready(data, SK_EXPAT_EndNamespaceDecl)) TELL(data, EndNamespaceDecl, name_of(data, prefix));
}

// ---- declarations ----------------------------------------------------------------------------------------------------------------

static void on_UnparsedEntityDecl(void *data, const XML_Char *entity, const XML_Char *base, const XML_Char *system, const XML_Char *public,
                                  const XML_Char *notation) {
    if (ready(data, SK_EXPAT_UnparsedEntityDecl))
        TELL(data, UnparsedEntityDecl, name_of(data, entity), name_of(data, base), name_of(data, system), name_of(data, public),
             name_of(data, notation));
}
static void on_NotationDecl(void *data, const XML_Char *notation, const XML_Char *base, const XML_Char *system, const XML_Char *public) {
    if (ready(data, SK_EXPAT_NotationDecl))
        TELL(data, NotationDecl, name_of(data, notation), name_of(data, base), name_of(data, system), name_of(data, public));
}
static int on_NotStandalone(void *data) {
    if (!ready(data, SK_EXPAT_NotStandalone)) return XML_STATUS_ERROR;
    return answer_of(data, tell_handler(data, SK_EXPAT_NotStandalone, NULL, 0));
}
static int on_ExternalEntityRef(XML_Parser parser, const XML_Char *context, const XML_Char *base, const XML_Char *system, const XML_Char *public) {
    SkExpat *p = XML_GetUserData(parser);
    if (!ready(p, SK_EXPAT_ExternalEntityRef)) return XML_STATUS_ERROR;
    SkValue values[] = {text(context), name_of(p, base), name_of(p, system), name_of(p, public)};
    return answer_of(p, tell_handler(p, SK_EXPAT_ExternalEntityRef, values, 4));
}
static void on_StartDoctypeDecl(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal) {
    if (ready(data, SK_EXPAT_StartDoctypeDecl))
        TELL(data, StartDoctypeDecl, name_of(data, name), name_of(data, system), name_of(data, public), sk_from_small_int(internal));
}
static void on_EndDoctypeDecl(void *data) {
    if (ready(data, SK_EXPAT_EndDoctypeDecl)) tell(data, SK_EXPAT_EndDoctypeDecl, NULL, 0);
}
static void on_EntityDecl(void *data, const XML_Char *entity, int parameter, const XML_Char *value, int n, const XML_Char *base,
                          const XML_Char *system, const XML_Char *public, const XML_Char *notation) {
    if (ready(data, SK_EXPAT_EntityDecl))
        TELL(data, EntityDecl, name_of(data, entity), sk_from_small_int(parameter), value ? text_of(value, (size_t)n) : SK_NONE,
             name_of(data, base), name_of(data, system), name_of(data, public), name_of(data, notation));
}
static void on_XmlDecl(void *data, const XML_Char *version, const XML_Char *encoding, int standalone) {
    if (ready(data, SK_EXPAT_XmlDecl)) TELL(data, XmlDecl, text(version), text(encoding), sk_from_small_int(standalone));
}
static void on_AttlistDecl(void *data, const XML_Char *element, const XML_Char *attribute, const XML_Char *type, const XML_Char *otherwise,
                           int required) {
    if (ready(data, SK_EXPAT_AttlistDecl))
        TELL(data, AttlistDecl, name_of(data, element), name_of(data, attribute), text(type), text(otherwise), sk_from_small_int(required));
}
static void on_SkippedEntity(void *data, const XML_Char *entity, int parameter) {
    if (ready(data, SK_EXPAT_SkippedEntity)) TELL(data, SkippedEntity, name_of(data, entity), sk_from_small_int(parameter));
}

// (type, quantifier, name, children)
static SkValue content_model(SkExpat *p, const XML_Content *m) {
    if (!sk_enter_recursion(" in conv_content_model")) return SK_EMPTY;
    SkTuple *t = sk_tuple_alloc(m->numchildren);
    SK_AUTO SkValue children = sk_counted(t);
    SkValue out = SK_EMPTY;
    bool ok = t != NULL;
    for (unsigned i = 0; ok && i < m->numchildren; i++) {
        SkValue child = content_model(p, &m->children[i]);
        ok = !sk_is_empty(child);
        if (ok) sk_tuple_init(t, i, child);
    }
    SK_AUTO SkValue name = ok ? name_of(p, m->name) : SK_EMPTY;
    if (!sk_is_empty(name))
        out = sk_tuple_pack(4, sk_from_small_int(m->type), sk_from_small_int(m->quant), name, children);
    sk_leave_recursion();
    return out;
}

static void on_ElementDecl(void *data, const XML_Char *name, XML_Content *model) {
    SkExpat *p = data;
    if (ready(p, SK_EXPAT_ElementDecl)) {
        SkValue m = content_model(p, model);
        TELL(p, ElementDecl, sk_is_empty(m) ? SK_EMPTY : name_of(p, name), m);
    }
    XML_FreeContentModel(p->parser, model);
}

// ---- setting ---------------------------------------------------------------------------------------------------------------------

void sk_expat_switch(SkExpat *p, SkExpatHandler which, bool on) {
    switch (which) {
#define X(name, attribute, set) \
    case SK_EXPAT_##name: set(p->parser, on ? on_##name : NULL); break;
#include "modules/dynamic/expat/pyexpat_handlers.def"
#undef X
    case SK_EXPAT_HANDLERS: break;
    }
    // Within a run of text the library may not find its handler gone.
    if (which == SK_EXPAT_CharacterData && !on && p->busy) XML_SetCharacterDataHandler(p->parser, no_text);
}

// Encodings of one byte a character are had from Python's codecs.
int sk_expat_unknown_encoding(void *data SK_UNUSED, const XML_Char *name, XML_Encoding *info) {
    if (sk_error_occurred()) return XML_STATUS_ERROR;
    char all[256];
    for (int i = 0; i < 256; i++) all[i] = (char)i;
    SK_AUTO SkValue u = sk_str_decode(all, 256, name, "replace");
    if (sk_is_empty(u)) return XML_STATUS_ERROR;
    if (sk_str_len(u) != 256) {
        sk_raise(sk_exc_ValueError, "multi-byte encodings are not supported");
        return XML_STATUS_ERROR;
    }
    for (size_t i = 0; i < 256; i++) {
        uint32_t c = sk_str_at(sk_as_str(u), i);
        info->map[i] = c == 0xfffd ? -1 : (int)c;
    }
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    return XML_STATUS_OK;
}
