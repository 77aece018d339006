d = {'a': {'b': 'c'}}
print(f'{d['a']['b']} {"x" 'y'} {'"'} {"'"}')
print(f"{", ".join(['a', 'b'])} {f"{f"{1 + 1}"}"} {'\n'.join(['l1', 'l2'])}")
print(f'{
    1 +   # comment
    2
} {[
  i for i in range(3)
]}')
print(f"{d["a"]}" f'{'nested' + f'{'deep'}'}')
print(f'''{'''triple'''}''', f'{"\t".expandtabs(2)}|', f'{chr(10)!r}')

# expect: c xy " '
# expect: a, b 2 l1
# expect: l2
# expect: 3 [0, 1, 2]
# expect: {'b': 'c'}nesteddeep
# expect: triple   | '\n'
