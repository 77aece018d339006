def roman(n):
    out = ''
    for v, t in [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]:
        q, n = divmod(n, v)
        out += t * q
    return out
def parse(s):
    v = [dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)[c] for c in s]
    return sum(-a if a < b else a for a, b in zip(v, v[1:] + [0]))
try: print([roman(n) for n in (1, 4, 1994)])
except Exception as e: print(type(e).__name__, e)
print([parse(s) for s in ('I', 'IV', 'MCMXCIV', 'MMXXIV')])
ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split()
tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split()
def words(n):
    if n < 20: return ones[n]
    if n < 100: return tens[n // 10] + ('-' + ones[n % 10] if n % 10 else '')
    for v, w in ((10 ** 9, 'billion'), (10 ** 6, 'million'), (1000, 'thousand'), (100, 'hundred')):
        if n >= v: return words(n // v) + ' ' + w + (' ' + words(n % v) if n % v else '')
print(words(0), '|', words(42), '|', words(999), '|', words(1234567), '|', words(10 ** 9))

# expect: ['I', 'IV', 'MCMXCIV']
# expect: [1, 4, 1994, 2024]
# expect: zero | forty-two | nine hundred ninety-nine | one million two hundred thirty-four thousand five hundred sixty-seven | one billion
