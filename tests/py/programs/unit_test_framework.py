import traceback
class TestCase:
    def assertEqual(self, a, b):
        if a != b: raise AssertionError(f'{a!r} != {b!r}')
    def assertRaises(self, exc):
        class C:
            def __enter__(s): return s
            def __exit__(s, t, v, tb):
                if t is None: raise AssertionError(f'{exc.__name__} not raised')
                s.exception = v
                return issubclass(t, exc)
        return C()
    def setUp(self): pass
    @classmethod
    def run(cls):
        res = {'ok': 0, 'fail': [], 'error': []}
        for n in sorted(dir(cls)):
            if n.startswith('test'):
                t = cls(); t.setUp()
                try: getattr(t, n)(); res['ok'] += 1
                except AssertionError as e: res['fail'].append((n, str(e)))
                except Exception as e: res['error'].append((n, f'{type(e).__name__}: {e}'))
        return res
class T(TestCase):
    def setUp(self): self.l = [3, 1, 2]
    def test_sort(self): self.l.sort(); self.assertEqual(self.l, [1, 2, 3])
    def test_fresh(self): self.assertEqual(self.l, [3, 1, 2])
    def test_bad(self): self.assertEqual(1, 2)
    def test_err(self): self.l['x']
    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as c: 1 / 0
        self.assertEqual(str(c.exception), 'division by zero')
    def test_not_raised(self):
        with self.assertRaises(KeyError): pass
print(T.run())

# expect: {'ok': 3, 'fail': [('test_bad', '1 != 2'), ('test_not_raised', 'KeyError not raised')], 'error': [('test_err', 'TypeError: list indices must be integers or slices, not str')]}
