import sys
class Res:
    def __init__(self, name): self.log = log; self.name = name
    def __del__(self):
        log.append(self.name)
        print('closing', self.name, len(log))
log = []
r = Res('r'); r2 = Res('r2'); r2.other = r; r.other = r2
held = [Res('held')]
def gen():
    try: yield
    finally: print('generator', len(log))
g = gen(); next(g)
print('end')

# expect: end
# expect: closing r 1
# expect: closing r2 2
# expect: generator 2
# expect: closing held 3
