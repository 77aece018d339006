import unittest, sys, io
from unittest import mock
class T(unittest.TestCase):
    @classmethod
    def setUpClass(c):
        print('setUpClass')
    @classmethod
    def tearDownClass(c):
        print('tearDownClass')
    def setUp(s):
        s.x = 1
        s.addCleanup(print, 'cleanup', s.id().split('.')[-1])
    def tearDown(s):
        print('tearDown')
    def test_a_ok(s):
        s.assertEqual(s.x, 1)
        s.assertTrue(1)
        s.assertIn(1, [1])
        s.assertIsNone(None)
        s.assertAlmostEqual(0.1 + 0.2, 0.3)
        s.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        s.assertRegex('abc', 'b')
        s.assertCountEqual([1, 2], [2, 1])
        s.assertGreater(2, 1)
        s.assertIsInstance(1, int)
        s.assertListEqual([1], [1])
        s.assertDictEqual({}, {})
        s.assertMultiLineEqual('a', 'a')
    def test_b_fail(s):
        s.assertEqual([1, 2, 3], [1, 2, 4])
    def test_c_err(s):
        {}['k']
    @unittest.skip('reason')
    def test_d_skip(s):
        pass
    @unittest.expectedFailure
    def test_e_xf(s):
        s.fail('x')
    @unittest.expectedFailure
    def test_f_us(s):
        pass
    def test_g_sub(s):
        for i in range(3):
            with s.subTest(i=i):
                s.assertNotEqual(i, 1)
    @unittest.skipIf(True, 'cond')
    def test_h(s):
        pass
    def test_i_ctx(s):
        with s.assertRaisesRegex(ValueError, 'inv.*') as c:
            int('x')
        print(c.exception.__class__.__name__)
        with s.assertWarns(UserWarning):
            __import__('warnings').warn('w')
        with s.assertLogs('lg', 'INFO') as cm:
            __import__('logging').getLogger('lg').info('m')
        print(cm.output)
        s.skipTest('dyn')
    def test_j_msgs(s):
        for f, a in (
            (s.assertEqual, (1, 2)), (s.assertTrue, (0,)), (s.assertFalse, (1,)), (s.assertIs, (1, 2)),
            (s.assertIsNot, (None, None)), (s.assertIn, (1, [])), (s.assertNotIn, (1, [1])),
            (s.assertIsNone, (1,)), (s.assertIsNotNone, (None,)), (s.assertIsInstance, (1, str)),
            (s.assertGreater, (1, 2)), (s.assertLessEqual, (2, 1)), (s.assertAlmostEqual, (1, 2)),
            (s.assertRegex, ('a', 'b')), (s.assertDictEqual, ({1: 2}, {1: 3})),
            (s.assertSetEqual, ({1}, {2})), (s.assertTupleEqual, ((1,), (2,))),
            (s.assertCountEqual, ([1], [2])), (s.assertRaises, (ValueError, lambda: 0)),
            (s.assertNotEqual, (1, 1)), (s.assertSequenceEqual, ([1, 2], [1])),
            (s.assertEqual, ({'a': 1}, {'a': 2})), (s.fail, ('m',)),
        ):
            try:
                f(*a)
            except AssertionError as e:
                print(f.__name__, '|', str(e).replace('\n', '/'))
out = io.StringIO()
res = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print(res.testsRun, len(res.failures), len(res.errors), len(res.skipped), len(res.expectedFailures))
print(len(res.unexpectedSuccesses), res.wasSuccessful())
import re
print(re.sub('in [\\d.]+s', 'in Xs', re.sub('\\^+~*|~+\\^+', '^', out.getvalue()).replace(__file__, 'F')))
m = mock.Mock(return_value=5, name='mm')
print(m(1, a=2), m.called, m.call_count, m.call_args, m.mock_calls)
print(m.foo.bar(3) is m.foo.bar.return_value, m.method_calls)
m.assert_called_once_with(1, a=2)
for f in (
    lambda: m.assert_called_with(9), lambda: m.assert_not_called(),
    lambda: mock.Mock(side_effect=KeyError('se'))(), lambda: mock.Mock(spec=['a']).b,
    lambda: mock.create_autospec(lambda a, b: 0)(1), lambda: m.assert_called_oncee(),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace('\n', '|'))
s = mock.Mock(side_effect=[1, 2, StopIteration])
print(s(), s())
mg = mock.MagicMock()
mg.__len__.return_value = 7
mg.__getitem__.side_effect = lambda k: k * 2
print(len(mg), mg['a'], bool(mg), int(mg), list(mg), mg == mg)
with mock.patch('os.getcwd', return_value='/fake') as p:
    import os
    print(os.getcwd(), p.called)
with mock.patch.dict('os.environ', {'X': 'y'}):
    print(os.environ['X'])
with mock.patch.object(T, 'x', 9, create=True):
    print(T.x)
print(mock.call(1, b=2), mock.call.a(1) == mock.call.a(1), mock.ANY == 5, mock.sentinel.foo)
print(mock.DEFAULT, repr(mock.Mock(name='n'))[:16])
o = mock.mock_open(read_data='line1\nline2')
with mock.patch('builtins.open', o):
    print(open('f').read())

# expect: setUpClass
# expect: tearDown
# expect: cleanup test_a_ok
# expect: tearDown
# expect: cleanup test_b_fail
# expect: tearDown
# expect: cleanup test_c_err
# expect: tearDown
# expect: cleanup test_e_xf
# expect: tearDown
# expect: cleanup test_f_us
# expect: tearDown
# expect: cleanup test_g_sub
# expect: ValueError
# expect: ['INFO:lg:m']
# expect: tearDown
# expect: cleanup test_i_ctx
# expect: assertEqual | 1 != 2
# expect: assertTrue | 0 is not true
# expect: assertFalse | 1 is not false
# expect: assertIs | 1 is not 2
# expect: assertIsNot | unexpectedly identical: None
# expect: assertIn | 1 not found in []
# expect: assertNotIn | 1 unexpectedly found in [1]
# expect: assertIsNone | 1 is not None
# expect: assertIsNotNone | unexpectedly None
# expect: assertIsInstance | 1 is not an instance of <class 'str'>
# expect: assertGreater | 1 not greater than 2
# expect: assertLessEqual | 2 not less than or equal to 1
# expect: assertAlmostEqual | 1 != 2 within 7 places (1 difference)
# expect: assertRegex | Regex didn't match: 'b' not found in 'a'
# expect: assertDictEqual | {1: 2} != {1: 3}/- {1: 2}/?     ^//+ {1: 3}/?     ^/
# expect: assertSetEqual | Items in the first set but not the second:/1/Items in the second set but not the first:/2
# expect: assertTupleEqual | Tuples differ: (1,) != (2,)//First differing element 0:/1/2//- (1,)/?  ^//+ (2,)/?  ^/
# expect: assertCountEqual | Element counts were not equal:/First has 1, Second has 0:  1/First has 0, Second has 1:  2
# expect: assertRaises | ValueError not raised by <lambda>
# expect: assertNotEqual | 1 == 1
# expect: assertSequenceEqual | Sequences differ: [1, 2] != [1]//First sequence contains 1 additional elements./First extra element 1:/2//- [1, 2]/+ [1]
# expect: assertEqual | {'a': 1} != {'a': 2}/- {'a': 1}/?       ^//+ {'a': 2}/?       ^/
# expect: fail | m
# expect: tearDown
# expect: cleanup test_j_msgs
# expect: tearDownClass
# expect: 10 2 1 3 1
# expect: 1 False
# expect: test_a_ok (__main__.T.test_a_ok) ... ok
# expect: test_b_fail (__main__.T.test_b_fail) ... FAIL
# expect: test_c_err (__main__.T.test_c_err) ... ERROR
# expect: test_d_skip (__main__.T.test_d_skip) ... skipped 'reason'
# expect: test_e_xf (__main__.T.test_e_xf) ... expected failure
# expect: test_f_us (__main__.T.test_f_us) ... unexpected success
# expect: test_g_sub (__main__.T.test_g_sub) ... 
# expect:   test_g_sub (__main__.T.test_g_sub) (i=1) ... FAIL
# expect: test_h (__main__.T.test_h) ... skipped 'cond'
# expect: test_i_ctx (__main__.T.test_i_ctx) ... skipped 'dyn'
# expect: test_j_msgs (__main__.T.test_j_msgs) ... ok
# expect:
# expect: ======================================================================
# expect: ERROR: test_c_err (__main__.T.test_c_err)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "F", line 32, in test_c_err
# expect:     {}['k']
# expect:     ^
# expect: KeyError: 'k'
# expect:
# expect: ======================================================================
# expect: FAIL: test_b_fail (__main__.T.test_b_fail)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "F", line 30, in test_b_fail
# expect:     s.assertEqual([1, 2, 3], [1, 2, 4])
# expect: AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
# expect:
# expect: First differing element 2:
# expect: 3
# expect: 4
# expect:
# expect: - [1, 2, 3]
# expect: ?        ^
# expect:
# expect: + [1, 2, 4]
# expect: ?        ^
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_g_sub (__main__.T.test_g_sub) (i=1)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "F", line 45, in test_g_sub
# expect:     s.assertNotEqual(i, 1)
# expect: AssertionError: 1 == 1
# expect:
# expect: ======================================================================
# expect: UNEXPECTED SUCCESS: test_f_us (__main__.T.test_f_us)
# expect: ----------------------------------------------------------------------
# expect: Ran 10 tests in Xs
# expect:
# expect: FAILED (failures=2, errors=1, skipped=3, expected failures=1, unexpected successes=1)
# expect:
# expect: 5 True 1 call(1, a=2) [call(1, a=2)]
# expect: True [call.foo.bar(3)]
# expect: AssertionError expected call not found.|Expected: mm(9)|Actual: mm(1, a=2)
# expect: AssertionError Expected 'mm' to not have been called. Called 1 times.|Calls: [call(1, a=2), call.foo.bar(3)].
# expect: KeyError 'se'
# expect: AttributeError Mock object has no attribute 'b'
# expect: TypeError missing a required argument: 'b'
# expect: AttributeError 'assert_called_oncee' is not a valid assertion. Use a spec for the mock if 'assert_called_oncee' is meant to be an attribute.
# expect: 1 2
# expect: 7 aa True 1 [] True
# expect: /fake True
# expect: y
# expect: 9
# expect: call(1, b=2) True True sentinel.foo
# expect: sentinel.DEFAULT <Mock name='n' i
# expect: line1
# expect: line2
# lib: -3.12
