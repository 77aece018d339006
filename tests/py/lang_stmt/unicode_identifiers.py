é = 1
名前 = 'n'
_Ω = [2]
print(é, 名前, _Ω)
ﬁ = 3
print(fi)
class Ñ:
    def ä(self, ö=5): return ö
print(Ñ().ä(), Ñ.__name__, Ñ().ä(ö=6))
x = {'𝐚𝐛': 1}
𝐚𝐛 = 7
print(ab, 'ab' in globals(), '𝐚𝐛' in globals())
print('a1'.isidentifier(), '1a'.isidentifier(), 'é'.isidentifier(), '·a'.isidentifier(), 'a·'.isidentifier(), 'a-b'.isidentifier(), '名'.isidentifier())
for s in ['a€ = 1', 'x = “q”', 'a = 1 – 2', '²=1', 'x？']:
    try: compile(s, 's', 'exec')
    except SyntaxError as e: print(ascii(e.msg), e.offset)

# expect: 1 n [2]
# expect: 3
# expect: 5 Ñ 6
# expect: 7 True False
# expect: True False True False True False True
# expect: "invalid character '\u20ac' (U+20AC)" 2
# expect: "invalid character '\u201c' (U+201C)" 5
# expect: "invalid character '\u2013' (U+2013)" 7
# expect: "invalid character '\xb2' (U+00B2)" 1
# expect: "invalid character '\uff1f' (U+FF1F)" 2
