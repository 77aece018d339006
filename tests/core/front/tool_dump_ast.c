/* tool_dump_ast [-m exec|eval|single|func_type] [-i] [-e] [-t N] FILE...
 * Prints each file's syntax tree in the form that compare_ast.py produces from Python's ast module, or the error.
 * -e: FILE holds snippets separated by lines "%%"; one line of error a snippet. -i: allow incomplete input. -t N: parse N times and time it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/front/parser.h"
#include "core/front/source.h"

static void dump(const SkAst *node);

static void hex(const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        printf("%02x", (unsigned char)bytes[i]);
}

static void constant(const SkConst *c)
{
    switch (c->kind) {
    case SK_CONST_NONE: printf("None"); break;
    case SK_CONST_TRUE: printf("True"); break;
    case SK_CONST_FALSE: printf("False"); break;
    case SK_CONST_ELLIPSIS: printf("Ellipsis"); break;
    case SK_CONST_INT: printf("int:%d:%.*s", c->base, (int)c->len, c->bytes); break;
    case SK_CONST_FLOAT: case SK_CONST_IMAG: {
        uint64_t bits;
        memcpy(&bits, &c->real, sizeof bits);
        printf("%s:%016llx", c->kind == SK_CONST_FLOAT ? "float" : "imag", (unsigned long long)bits);
        break;
    }
    default:
        printf("%s:", c->kind == SK_CONST_STR ? "str" : "bytes");
        hex(c->bytes, c->len);
    }
}

static void name(const SkName *n)
{
    printf("%s", n ? n->utf8 : "-");
}

static void dump_field(const SkAst *node, const SkAstField *f)
{
    const char *at = (const char *)node + f->offset;
    printf(" %s=", f->name);
    switch ((SkAstForm)f->form) {
    case SK_FORM_NODE: case SK_FORM_OPT:
        dump(*(SkAst *const *)at);
        break;
    case SK_FORM_SEQ: case SK_FORM_SEQ_OPT: {
        const SkAstSeq *seq = (const SkAstSeq *)at;
        putchar('[');
        for (uint32_t i = 0; i < seq->count; i++) {
            if (i)
                putchar(',');
            dump(seq->items[i]);
        }
        putchar(']');
        break;
    }
    case SK_FORM_NAME: case SK_FORM_NAME_OPT: case SK_FORM_STR_OPT:
        name(*(const SkName *const *)at);
        break;
    case SK_FORM_NAME_SEQ: {
        const SkNameSeq *seq = (const SkNameSeq *)at;
        putchar('[');
        for (uint32_t i = 0; i < seq->count; i++) {
            if (i)
                putchar(',');
            name(seq->items[i]);
        }
        putchar(']');
        break;
    }
    case SK_FORM_ENUM: printf("%s", sk_ast_enum_name(f->type, *(const uint8_t *)at)); break;
    case SK_FORM_ENUM_SEQ: {
        const SkAstEnumSeq *seq = (const SkAstEnumSeq *)at;
        putchar('[');
        for (uint32_t i = 0; i < seq->count; i++)
            printf("%s%s", i ? "," : "", sk_ast_enum_name(f->type, seq->items[i]));
        putchar(']');
        break;
    }
    case SK_FORM_INT: printf("%d", *(const int *)at); break;
    case SK_FORM_CONST: constant((const SkConst *)at); break;
    }
}

static void dump(const SkAst *node)
{
    if (!node) {
        printf("-");
        return;
    }
    const SkAstInfo *info = sk_ast_info(node->kind);
    printf("\n(%s", info->name);
    if (sk_ast_sums[info->sum].attributes)
        printf(" %d %d %d %d", node->lineno, node->col_offset, node->end_lineno, node->end_col_offset);
    for (unsigned i = 0; i < info->field_count; i++)
        dump_field(node, &info->fields[i]);
    putchar(')');
}

static void print_error(const SkSyntaxError *err)
{
    static const char *const classes[] = {"OK", "SyntaxError", "IndentationError", "TabError", "MemoryError",
                                          "RecursionError"};
    printf("%s|%s|%d|%d|%d|%d%s\n", classes[err->cls], err->message, err->lineno, err->offset, err->end_lineno,
           err->end_offset, err->incomplete ? "|incomplete" : "");
}

static char *slurp(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END))
        return NULL;
    *len = (size_t)ftell(f);
    rewind(f);
    char *bytes = malloc(*len + 1);
    if (!bytes || fread(bytes, 1, *len, f) != *len)
        return NULL;
    bytes[*len] = 0;
    fclose(f);
    return bytes;
}

static void one(const char *bytes, size_t len, SkParseMode mode, SkParseFlags flags, bool tree_too)
{
    SkArena arena;
    SkAst *tree;
    SkSyntaxError err;
    SkSource source = {bytes, len, "utf-8"};
    sk_arena_init(&arena);
    if ((tree_too && !sk_source_decode(bytes, len, NULL, NULL, NULL, &arena, &source, &err)) ||
        !sk_parse(source.utf8, source.len, mode, flags, &arena, &tree, &err)) {
        print_error(&err);
    } else if (tree_too) {
        dump(tree);
        putchar('\n');
    } else {
        printf("OK\n");
    }
    for (SkSyntaxWarning *w = err.warnings; w && !tree_too; w = w->next)
        printf("  warning|%s|%d\n", w->message, w->lineno);
    sk_arena_free(&arena);
}

int main(int argc, char **argv)
{
    SkParseMode mode = SK_PARSE_EXEC;
    SkParseFlags flags = SK_PARSE_DEFAULT;
    bool snippets = false;
    int times = 0;
    for (int i = 1; i < argc; i++) {
        size_t len;
        if (!strcmp(argv[i], "-m") && i + 1 < argc) {
            const char *m = argv[++i];
            mode = !strcmp(m, "eval") ? SK_PARSE_EVAL : !strcmp(m, "single") ? SK_PARSE_SINGLE
                   : !strcmp(m, "func_type") ? SK_PARSE_FUNC_TYPE : SK_PARSE_EXEC;
            continue;
        }
        if (!strcmp(argv[i], "-i")) {
            flags = SK_PARSE_ALLOW_INCOMPLETE;
            continue;
        }
        if (!strcmp(argv[i], "-e")) {
            snippets = true;
            continue;
        }
        if (!strcmp(argv[i], "-t") && i + 1 < argc) {
            times = atoi(argv[++i]);
            continue;
        }
        char *bytes = slurp(argv[i], &len);
        if (!bytes) {
            fprintf(stderr, "cannot read %s\n", argv[i]);
            return 1;
        }
        if (times) {
            struct timespec a, b;
            clock_gettime(CLOCK_MONOTONIC, &a);
            for (int n = 0; n < times; n++) {
                SkArena arena;
                SkAst *tree;
                SkSyntaxError err;
                sk_arena_init(&arena);
                if (!sk_parse(bytes, len, mode, flags, &arena, &tree, &err) && n == 0)
                    print_error(&err);
                sk_arena_free(&arena);
            }
            clock_gettime(CLOCK_MONOTONIC, &b);
            double s = (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) * 1e-9;
            printf("%s: %.1f MB/s\n", argv[i], (double)len * times / s / 1e6);
        } else if (snippets) {
            char *at = bytes, *end;
            for (; at <= bytes + len; at = end + 4) {
                end = strstr(at, "\n%%\n");
                if (!end)
                    break;
                one(at, (size_t)(end - at), mode, flags, false);
            }
        } else {
            printf("=== %s\n", argv[i]);
            one(bytes, len, mode, flags, true);
        }
        free(bytes);
    }
    return 0;
}
