// Disassembles Python files: tool_dis [-q] [-O] [-d] file...
// -q: only checks every code object and reports what is wrong; -O: as the interpreter's option, may be repeated;
// -d: annotations deferred (3.14) instead of eager.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/code.h"
#include "core/front/compile.h"
#include "core/front/source.h"
#include "core/startup.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static bool quiet, deferred;
static int optimize;
static unsigned long codes, words;

static char *read_file(const char *path, size_t *len) {
    FILE *f = fopen(path, "rb");
    if (!f) return NULL;
    size_t capacity = 1 << 16;
    char *p = malloc(capacity);
    *len = 0;
    for (size_t n; (n = fread(p + *len, 1, capacity - *len, f)) > 0;) {
        *len += n;
        if (*len == capacity) p = realloc(p, capacity *= 2);
    }
    fclose(f);
    return p;
}

static bool verify(SkCode *c, const char *path) {
    SkValue *constants = malloc((c->nconstants + 1) * sizeof *constants), *locals = malloc((c->nlocals + 1) * sizeof *locals);
    SkInstr *code = malloc((c->ncode + 1) * sizeof *code);
    for (uint32_t i = 0; i < c->ncode; i++) code[i] = sk_load_relaxed(&c->code[i]);
    SkCodeParts p = {.code = code, .ncode = c->ncode, .nregisters = c->nregisters, .nlocals = c->nlocals, .argcount = c->argcount,
                     .posonly = c->posonly, .kwonly = c->kwonly, .flags = c->flags, .nconstants = c->nconstants, .constants = constants,
                     .names = c->names, .nnames = c->nnames, .handlers = c->handlers, .nhandlers = c->nhandlers, .varnames = locals,
                     .nfree = c->nfree};
    const char *why;
    bool ok = sk_code_verify(&p, &why);
    if (!ok) {
        SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(sk_slot_peek(&c->qualname));
        printf("%s: %s: %s\n", path, name.text, why);
    }
    codes++;
    words += c->ncode;
    free(constants);
    free(locals);
    free(code);
    return ok;
}

static bool show(SkValue code, const char *path) {
    SkCode *c = sk_as_code(code);
    bool ok = verify(c, path);
    if (!quiet || !ok) {
        SK_AUTO SkValue text = sk_code_disassemble(code);
        SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(text);
        SK_AUTO_UTF8 SkUtf8 name = sk_str_utf8(sk_slot_peek(&c->qualname));
        printf("-- %s\n%s", name.text, u.text);
    }
    for (uint32_t i = 0; i < c->nconstants; i++) {
        SkValue v = sk_slot_peek(&c->constants[i]);
        if (sk_has_index(v, SK_T_CODE)) ok &= show(v, path);
    }
    return ok;
}

static bool file(const char *path) {
    size_t len;
    char *text = read_file(path, &len);
    if (!text) {
        fprintf(stderr, "cannot read %s\n", path);
        return false;
    }
    SkCompileOptions options = {.optimize = optimize, .eager_annotations = !deferred};
    SK_AUTO SkValue filename = sk_str_from(path);
    SK_AUTO SkValue code = sk_compile_source(text, len, filename, SK_PARSE_EXEC, &options);
    free(text);
    if (!sk_is_empty(code)) return show(code, path);
    SK_AUTO SkValue e = sk_error_take();
    SK_AUTO SkValue shown = sk_repr(e);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(shown);
    printf("%s: %s\n", path, u.text);
    return false;
}

int main(int argc, char **argv) {
    if (!sk_runtime_init(NULL)) return 2;
    bool ok = true;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "-q")) quiet = true;
        else if (!strcmp(argv[i], "-O")) optimize++;
        else if (!strcmp(argv[i], "-d")) deferred = true;
        else ok &= file(argv[i]);
    }
    if (quiet) printf("%lu code objects, %lu words\n", codes, words);
    return !ok;
}
