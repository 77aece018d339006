// Representative functions against the instructions they become; errors of the compile stage.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/code.h"
#include "core/front/compile.h"
#include "core/startup.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/str.h"

static SkValue compile(const char *text, bool eager) {
    SkCompileOptions options = {.eager_annotations = eager};
    SK_AUTO SkValue filename = sk_str_from("<test>");
    return sk_compile_source(text, strlen(text), filename, SK_PARSE_EXEC, &options);
}

// The first code object among the constants.
static SkValue inner_code(SkValue code) {
    SkCode *c = sk_as_code(code);
    for (uint32_t i = 0; i < c->nconstants; i++) {
        SkValue v = sk_slot_peek(&c->constants[i]);
        if (sk_has_index(v, SK_T_CODE)) return v;
    }
    return SK_EMPTY;
}

static void expect(const char *source, const char *instructions) {
    SK_AUTO SkValue code = compile(source, true);
    assert_false(sk_is_empty(code));
    SkValue inner = inner_code(code);
    SK_AUTO SkValue text = sk_code_disassemble(sk_is_empty(inner) ? code : inner);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    assert_string_equal(u.text, instructions);
}

static void expect_error(const char *source, const char *message) {
    SK_AUTO SkValue code = compile(source, true);
    assert_true(sk_is_empty(code));
    SK_AUTO SkValue e = sk_error_take();
    assert_true(sk_is_instance_of(e, sk_exc_SyntaxError));
    SK_AUTO SkValue msg = sk_getattr_s(e, "msg");
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(msg);
    assert_string_equal(u.text, message);
}

static void test_arithmetic(void **state) {
    (void)state;
    expect("def f(a, b):\n    c = a + b * 2\n    return c - 1\n",
           "   0 LOAD_INT t0 2\n"
           "   1 MULTIPLY t0 b t0!\n"
           "   2 ADD c a t0!\n"
           "   3 SUBTRACT_INT t0 c 1\n"
           "   4 RETURN t0!\n");
}

static void test_order_of_evaluation(void **state) {
    (void)state;
    expect("def f(x):\n    return x + (x := 1)\n",
           "   0 MOVE t0 x\n"
           "   1 LOAD_INT x 1\n"
           "   2 ADD t0 t0! x\n"
           "   3 RETURN t0!\n");
}

static void test_loop(void **state) {
    (void)state;
    expect("def f(n):\n    for i in n:\n        if i > 3: break\n    else:\n        return 7\n",
           "   0 GET_ITER t0 n\n"
           "   1 FOR_ITER i t0 ->6\n"
           "   2 JUMP_GT_INT i 3 ->5\n"
           "   3 END_FOR t0\n"
           "   4 JUMP ->8\n"
           "   5 JUMP_BACK ->1\n"
           "   6 LOAD_INT t0 7\n"
           "   7 RETURN t0!\n"
           "   8 RETURN_NONE\n");
}

static void test_calls(void **state) {
    (void)state;
    expect("def f(a, b):\n    a.m(b, k=1)\n    return a(*b)\n",
           "   0 LOAD_METHOD t0 a m\n"
           "   2 MOVE t2 b\n"
           "   3 LOAD_INT t3 1\n"
           "   4 CALL_METHOD_KW t0 2 t0 ('k',)\n"
           "   6 CLEAR t0\n"
           "   7 MOVE t0 a\n"
           "   8 MOVE t1 b\n"
           "   9 CLEAR t2\n"
           "  10 CALL_EX t0 0 t0\n"
           "  11 RETURN t0!\n");
}

static void test_checks_of_locals(void **state) {
    (void)state;
    expect("def f(a):\n    if a: x = 1\n    a = x\n    return x\n",
           "   0 JUMP_IF a ->2\n"
           "   1 LOAD_INT x 1\n"
           "   2 CHECK_LOCAL x\n"
           "   3 MOVE a x\n"
           "   4 RETURN x\n");
}

static void test_finally(void **state) {
    (void)state;
    expect("def f(a):\n    try:\n        return a()\n    finally:\n        a.x = 1\n",
           "   0 NOP\n"
           "   1 MOVE t0 a\n"
           "   2 CALL t0 0 t0\n"
           "   3 LOAD_INT t1 1\n"
           "   4 SET_ATTR a t1! x\n"
           "   6 RETURN t0!\n"
           "   7 PUSH_EXC t0\n"
           "   8 LOAD_INT t2 1\n"
           "   9 SET_ATTR a t2! x\n"
           "  11 RERAISE t1!\n"
           "2-3: handler 7, 0 temporaries\n");
}

static void test_generator(void **state) {
    (void)state;
    expect("def f(a):\n    yield from a\n",
           "   0 MOVE t0 a\n"
           "   1 GET_YIELD_FROM t0 t0!\n"
           "   2 LOAD_IMM t1 2\n"
           "   3 SEND t1 t0 ->6\n"
           "   4 YIELD t1 t1! 1\n"
           "   5 JUMP_BACK ->3\n"
           "   6 MOVE t0 t1!\n"
           "   7 CLEAR t0\n"
           "   8 RETURN_NONE\n"
           "   9 PUSH_EXC t0\n"
           "  10 INTRINSIC_1 t1 t1! 1\n"
           "  11 RERAISE t1!\n"
           "1-6: handler 9, 0 temporaries\n");
}

static void test_comprehension(void **state) {
    (void)state;
    expect("def f(a):\n    return [x for x in a if x]\n",
           "   0 BUILD_LIST t0 t0 0\n"
           "   1 GET_ITER t1 a\n"
           "   2 FOR_ITER x t1 ->6\n"
           "   3 JUMP_IF x ->5\n"
           "   4 LIST_APPEND t0 x\n"
           "   5 JUMP_BACK ->2\n"
           "   6 CLEAR x\n"
           "   7 RETURN t0!\n");
}

static void test_match(void **state) {
    (void)state;
    expect("def f(a):\n    match a:\n        case [x, 1]: return x\n",
           "   0 MOVE t0 a\n"
           "   1 MATCH_SEQUENCE t1 t0\n"
           "   2 JUMP_IF t1! ->14\n"
           "   3 GET_LEN t1 t0\n"
           "   4 JUMP_EQ_INT t1! 2 ->14\n"
           "   5 UNPACK t1 t0 2\n"
           "   6 LOAD_INT t3 1\n"
           "   7 JUMP_EQ t2 t3! ->12\n"
           "   8 CLEAR t2\n"
           "   9 MOVE x t1!\n"
           "  10 CLEAR t0\n"
           "  11 RETURN x\n"
           "  12 CLEAR t2\n"
           "  13 CLEAR t1\n"
           "  14 CLEAR t0\n"
           "  15 RETURN_NONE\n");
}

static void test_errors(void **state) {
    (void)state;
    expect_error("return 1\n", "'return' outside function");
    expect_error("break\n", "'break' outside loop");
    expect_error("continue\n", "'continue' not properly in loop");
    expect_error("def f(a):\n  global a\n", "name 'a' is parameter and global");
    expect_error("def f():\n  nonlocal x\n", "no binding for nonlocal 'x' found");
    expect_error("def f(a, a): pass\n", "duplicate argument 'a' in function definition");
    expect_error("def f():\n  await x\n", "'await' outside async function");
    expect_error("x = 1\nfrom __future__ import annotations\n", "from __future__ imports must occur at the beginning of the file");
    expect_error("match x:\n  case a: pass\n  case b: pass\n", "name capture 'a' makes remaining patterns unreachable");
    expect_error("__debug__ = 1\n", "cannot assign to __debug__");
}

static void test_long_chains(void **state) {
    (void)state;
    enum { N = 20000 };
    SkStrBuf b;
    sk_strbuf_init(&b);
    sk_strbuf_append_cstr(&b, "x = a");
    for (int i = 0; i < N; i++) sk_strbuf_append_cstr(&b, " + a");
    sk_strbuf_append_cstr(&b, "\nif a: b = 1\n");
    for (int i = 0; i < N; i++) sk_strbuf_append_cstr(&b, "elif a: b = 2\n");
    SkValue code = compile(sk_strbuf_cstr(&b), true);
    assert_false(sk_is_empty(code));
    sk_release(code);
    sk_strbuf_free(&b);
}

static void test_far_jumps(void **state) {
    (void)state;
    enum { N = 20000 };
    SkStrBuf b;
    sk_strbuf_init(&b);
    sk_strbuf_append_cstr(&b, "def f(a, n):\n  for i in a:\n    if i < n:\n");
    for (int i = 0; i < N; i++) sk_strbuf_append_cstr(&b, "      a[i] = n.x\n");
    SkValue code = compile(sk_strbuf_cstr(&b), true);
    assert_false(sk_is_empty(code));
    SkCode *c = sk_as_code(inner_code(code));
    assert_true(c->ncode > 3 * N);
    SkInstr trampoline = sk_load_relaxed(&c->code[1]);
    assert_int_equal(SK_OP(trampoline), SK_OPC_FOR_ITER);
    assert_int_equal(SK_SC(trampoline), 1);
    assert_int_equal(SK_OP(sk_load_relaxed(&c->code[3])), SK_OPC_JUMP);
    sk_release(code);
    sk_strbuf_free(&b);
}

int main(void) {
    if (!sk_runtime_init(NULL)) return 2;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arithmetic),      cmocka_unit_test(test_order_of_evaluation), cmocka_unit_test(test_loop),
        cmocka_unit_test(test_calls),           cmocka_unit_test(test_checks_of_locals),    cmocka_unit_test(test_finally),
        cmocka_unit_test(test_generator),       cmocka_unit_test(test_comprehension),       cmocka_unit_test(test_match),
        cmocka_unit_test(test_errors),          cmocka_unit_test(test_long_chains),         cmocka_unit_test(test_far_jumps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
