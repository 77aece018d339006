import enum
class Color(enum.Enum): RED = 1; BLUE = 2
class K:
    A = 1; B = 'b'
    class In: D = [1]
def f(x):
    match x:
        case Color.RED: return 'red'
        case Color.BLUE: return 'blue'
        case K.A: return 'KA'
        case K.B: return 'KB'
        case K.In.D: return 'deep'
        case [Color.RED, *_]: return 'starts red'
        case {'c': Color.BLUE as c}: return c
        case _: return 'none'
print([f(v) for v in (Color.RED, Color.BLUE, 1, 'b', [1], [Color.RED, 2], {'c': Color.BLUE}, 2)])
try:
    match 1:
        case K.NOPE: pass
except AttributeError as e: print(e)
class W:
    def __eq__(s, o): print('eq', o); return True
match W():
    case 5: print('matched via eq')

# expect: ['red', 'blue', 'KA', 'KB', 'deep', 'starts red', <Color.BLUE: 2>, 'none']
# expect: type object 'K' has no attribute 'NOPE'
# expect: eq 5
# expect: matched via eq
