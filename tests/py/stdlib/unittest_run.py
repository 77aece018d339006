import unittest, io
class T(unittest.TestCase):
    def test_ok(self): self.assertEqual(1, 1); self.assertIn(1, [1]); self.assertRaises(KeyError, {}.__getitem__, 1)
    def test_fail(self): self.assertEqual([1, 2], [1, 3])
    def test_err(self): 1 / 0
    @unittest.skip('why')
    def test_skip(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertTrue(i != 1)
r = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful(), r.failures[0][1].strip().split('\n')[-1] != '')
from unittest import mock
m = mock.Mock(return_value=5); print(m(1, a=2), m.called, m.call_args, m.call_count)
with mock.patch('os.getcwd', return_value='/fake'): import os; print(os.getcwd())

# expect: 5 2 1 1 False True
# expect: 5 True call(1, a=2) 1
# expect: /fake
