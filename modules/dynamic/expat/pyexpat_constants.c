// pyexpat: the submodules errors and model, and the library's features.
#include "modules/dynamic/expat/pyexpat.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    const char *name;
    int value;
} Constant;
#define C(name) {#name, name}

static const Constant error_codes[] = {
    C(XML_ERROR_NO_MEMORY), C(XML_ERROR_SYNTAX), C(XML_ERROR_NO_ELEMENTS), C(XML_ERROR_INVALID_TOKEN), C(XML_ERROR_UNCLOSED_TOKEN),
    C(XML_ERROR_PARTIAL_CHAR), C(XML_ERROR_TAG_MISMATCH), C(XML_ERROR_DUPLICATE_ATTRIBUTE), C(XML_ERROR_JUNK_AFTER_DOC_ELEMENT),
    C(XML_ERROR_PARAM_ENTITY_REF), C(XML_ERROR_UNDEFINED_ENTITY), C(XML_ERROR_RECURSIVE_ENTITY_REF), C(XML_ERROR_ASYNC_ENTITY),
    C(XML_ERROR_BAD_CHAR_REF), C(XML_ERROR_BINARY_ENTITY_REF), C(XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF), C(XML_ERROR_MISPLACED_XML_PI),
    C(XML_ERROR_UNKNOWN_ENCODING), C(XML_ERROR_INCORRECT_ENCODING), C(XML_ERROR_UNCLOSED_CDATA_SECTION),
    C(XML_ERROR_EXTERNAL_ENTITY_HANDLING), C(XML_ERROR_NOT_STANDALONE), C(XML_ERROR_UNEXPECTED_STATE), C(XML_ERROR_ENTITY_DECLARED_IN_PE),
    C(XML_ERROR_FEATURE_REQUIRES_XML_DTD), C(XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING), C(XML_ERROR_UNBOUND_PREFIX),
    C(XML_ERROR_UNDECLARING_PREFIX), C(XML_ERROR_INCOMPLETE_PE), C(XML_ERROR_XML_DECL), C(XML_ERROR_TEXT_DECL), C(XML_ERROR_PUBLICID),
    C(XML_ERROR_SUSPENDED), C(XML_ERROR_NOT_SUSPENDED), C(XML_ERROR_ABORTED), C(XML_ERROR_FINISHED), C(XML_ERROR_SUSPEND_PE),
    C(XML_ERROR_RESERVED_PREFIX_XML), C(XML_ERROR_RESERVED_PREFIX_XMLNS), C(XML_ERROR_RESERVED_NAMESPACE_URI),
    C(XML_ERROR_INVALID_ARGUMENT), C(XML_ERROR_NO_BUFFER), C(XML_ERROR_AMPLIFICATION_LIMIT_BREACH), {NULL, 0},
};
static const Constant model_constants[] = {
    C(XML_CTYPE_EMPTY), C(XML_CTYPE_ANY), C(XML_CTYPE_MIXED), C(XML_CTYPE_NAME), C(XML_CTYPE_CHOICE), C(XML_CTYPE_SEQ),
    C(XML_CQUANT_NONE), C(XML_CQUANT_OPT), C(XML_CQUANT_REP), C(XML_CQUANT_PLUS), {NULL, 0},
};

static SkValue submodule(SkValue parent, const char *name, const char *full, const char *doc) {
    SK_AUTO SkValue n = sk_str_from(full), m = sk_is_empty(n) ? SK_EMPTY : sk_module_new(n);
    SK_AUTO SkValue sys = sk_import("sys"), modules = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_s(sys, "modules");
    if (sk_is_empty(m) || sk_is_empty(modules)) return SK_EMPTY;
    if (!sk_setitem(modules, n, m) || !sk_module_add(parent, name, m) || !sk_module_add_str(m, "__doc__", doc)) return SK_EMPTY;
    return sk_move(&m);
}

static bool add_errors(SkValue parent) {
    SK_AUTO SkValue m = submodule(parent, "errors", "pyexpat.errors", "Constants used to describe error conditions.");
    SK_AUTO SkValue codes = sk_dict_new(), messages = sk_dict_new();
    if (sk_is_empty(m) || sk_is_empty(codes) || sk_is_empty(messages)) return false;
    for (const Constant *c = error_codes; c->name; c++) {
        // A library older than the constant has no words for it.
        const char *words = XML_ErrorString(c->value);
        SK_AUTO SkValue text = sk_str_from(words ? words : c->name);
        SkValue n = sk_from_small_int(c->value);
        if (sk_is_empty(text) || !sk_module_add(m, c->name, text) || !sk_dict_set(codes, text, n) || !sk_dict_set(messages, n, text)) return false;
    }
    return sk_module_add(m, "codes", codes) && sk_module_add(m, "messages", messages);
}

static bool add_model(SkValue parent) {
    SK_AUTO SkValue m = submodule(parent, "model", "pyexpat.model", "Constants used to interpret content model information.");
    if (sk_is_empty(m)) return false;
    for (const Constant *c = model_constants; c->name; c++)
        if (!sk_module_add_int(m, c->name, c->value)) return false;
    return true;
}

static bool add_features(SkValue parent) {
    SK_AUTO SkValue list = sk_list_new(8);
    if (sk_is_empty(list)) return false;
    for (const XML_Feature *f = XML_GetFeatureList(); f->feature != XML_FEATURE_END; f++) {
        SK_AUTO SkValue name = sk_str_from(f->name), value = sk_int_from_int64(f->value);
        SkValue pair = sk_is_empty(name) ? SK_EMPTY : sk_tuple_pack(2, name, value);
        if (sk_is_empty(pair) || !sk_list_append_steal(list, pair)) return false;
    }
    return sk_module_add(parent, "features", list);
}

bool sk_expat_add_constants(SkValue m) {
    XML_Expat_Version v = XML_ExpatVersionInfo();
    return sk_module_add_int(m, "XML_PARAM_ENTITY_PARSING_NEVER", XML_PARAM_ENTITY_PARSING_NEVER) &&
           sk_module_add_int(m, "XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE) &&
           sk_module_add_int(m, "XML_PARAM_ENTITY_PARSING_ALWAYS", XML_PARAM_ENTITY_PARSING_ALWAYS) &&
           sk_module_add_str(m, "EXPAT_VERSION", XML_ExpatVersion()) && sk_module_add_str(m, "native_encoding", "UTF-8") &&
           sk_module_add_steal(m, "version_info", sk_tuple_pack(3, sk_from_small_int(v.major), sk_from_small_int(v.minor), sk_from_small_int(v.micro))) &&
           add_features(m) && add_errors(m) && add_model(m);
}
