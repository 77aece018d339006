import re
def render(t, ctx):
    out, stack, skip = [], [], 0
    parts = re.split(r'(\{%.*?%\}|\{\{.*?\}\})', t)
    def block(i, ctx):
        res = []
        while i < len(parts):
            p = parts[i]
            if p.startswith('{{'):
                e, *fs = [x.strip() for x in p[2:-2].split('|')]
                v = eval(e, {}, ctx)
                for f in fs: v = {'upper': str.upper, 'len': len, 'title': str.title}[f](v)
                res.append(str(v)); i += 1
            elif p.startswith('{%'):
                w = p[2:-2].split()
                if w[0] == 'for':
                    end = i
                    for x in list(eval(' '.join(w[3:]), {}, ctx)) or [None]:
                        r, end = block(i + 1, {**ctx, w[1]: x})
                        if eval(' '.join(w[3:]), {}, ctx): res.append(r)
                    i = end + 1
                elif w[0] == 'if':
                    r, end = block(i + 1, ctx)
                    if eval(' '.join(w[1:]), {}, ctx): res.append(r)
                    i = end + 1
                else: return ''.join(res), i
            else: res.append(p); i += 1
        return ''.join(res), i
    return block(0, ctx)[0]
print(render('Hi {{ name|upper }}! {% for x in items %}[{{ x }}{% if x > 1 %}*{% end %}]{% end %} n={{ items|len }}', {'name': 'bob', 'items': [1, 2, 3]}))
try: render('{{ nope }}', {})
except NameError as e: print(e)

# expect: Hi BOB! [1][2*][3*] n=3
# expect: name 'nope' is not defined
