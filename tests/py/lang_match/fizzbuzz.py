for n in range(1, 16):
    match n % 3, n % 5:
        case 0, 0: print('FizzBuzz', end=' ')
        case 0, _: print('Fizz', end=' ')
        case _, 0: print('Buzz', end=' ')
        case _: print(n, end=' ')
print()
def http(s):
    match s:
        case 200 | 201: return 'ok'
        case int(code) if 300 <= code < 400: return 'redirect'
        case 404: return 'not found'
        case int(): return f'code {s}'
        case _: return 'bad'
print([http(x) for x in (200, 302, 404, 500, 'x')])

# expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz 
# expect: ['ok', 'redirect', 'not found', 'code 500', 'bad']
