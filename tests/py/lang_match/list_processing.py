def total(l):
    match l:
        case []: return 0
        case [x, *xs]: return x + total(xs)
def merge(a, b):
    match a, b:
        case [], r: return r
        case l, []: return l
        case [x, *xs], [y, *_] if x <= y: return [x] + merge(xs, b)
        case _, [y, *ys]: return [y] + merge(a, ys)
def sort(l):
    match l:
        case [] | [_]: return l
        case _: m = len(l) // 2; return merge(sort(l[:m]), sort(l[m:]))
print(total(list(range(20))), sort([5, 2, 9, 1, 5, 6]))
def rle(s):
    def go(l):
        match l:
            case []: return []
            case [a, *rest]:
                match go(rest):
                    case [(b, n), *t] if a == b: return [(a, n + 1), *t]
                    case t: return [(a, 1), *t]
    return go(list(s))
print(rle('aaabcc'))

# expect: 190 [1, 2, 5, 5, 6, 9]
# expect: [('a', 3), ('b', 1), ('c', 2)]
