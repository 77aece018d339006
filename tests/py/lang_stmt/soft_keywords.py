match = 1; case = 2; type = 3; _ = 4
print(match + case, type, _)
match = [match, case]
print(match[0], match)
def case(x): return x
print(case(5))
match (1):
    case 1: print('matched')
type = int
type X = list
print(X, type('5'))
def match(x): return ('called', x)
print(match(3), match (4), match(-1))
class C: match = case = type = 5
print(C.match, C.type)
match = {'a': 1}
match['a'] += 1; print(match)
match.clear()
print(match)
type, match, case = 1, 2, 3
print(type, match, case)
lam = lambda match, case: match * case
print(lam(match=3, case=4))
print([match for match in range(2)], (match := 9))

# expect: 3 3 4
# expect: 1 [1, 2]
# expect: 5
# expect: matched
# expect: X 5
# expect: ('called', 3) ('called', 4) ('called', -1)
# expect: 5 5
# expect: {'a': 2}
# expect: {}
# expect: 1 2 3
# expect: 12
# expect: [0, 1] 9
