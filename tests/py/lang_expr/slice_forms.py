class S:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
s = S()
print(s[1], s[1:2], s[1:2:3], s[:], s[::], s[1,], s[1, 2], s[1:2, 3], s[..., None], s[:, ::2])
print(s['a':'b'], s[()], s[(1, 2)], s[[1]:], s[lambda: 0:1] .start() )
print(s[*[1, 2], 3], s[*'ab'])
s[1] = 2
s[1:2] = 3
s[1, 2:3] = 4
s[*(1,), 2] = 5
del s[1], s[2:3], s[..., 4]
s[0] = s[1] = 7
x = s[y := 5]
print(x, y)

# expect: 1 slice(1, 2, None) slice(1, 2, 3) slice(None, None, None) slice(None, None, None) (1,) (1, 2) (slice(1, 2, None), 3) (Ellipsis, None) (slice(None, None, None), slice(None, None, 2))
# expect: slice('a', 'b', None) () (1, 2) slice([1], None, None) 0
# expect: (1, 2, 3) ('a', 'b')
# expect: set 1 2
# expect: set slice(1, 2, None) 3
# expect: set (1, slice(2, 3, None)) 4
# expect: set (1, 2) 5
# expect: del 1
# expect: del slice(2, 3, None)
# expect: del (Ellipsis, 4)
# expect: set 0 7
# expect: set 1 7
# expect: 5 5
