class State:
    def __init__(self, name): self.name, self.on = name, {}
    def to(self, ev, st, act=None): self.on[ev] = (st, act); return self
class Machine:
    def __init__(self, start): self.s, self.trace = start, [start.name]
    def fire(self, ev):
        if ev not in self.s.on: raise RuntimeError(f'{self.s.name}: no transition on {ev}')
        st, act = self.s.on[ev]
        if act: act(self)
        self.s = st; self.trace.append(st.name); return self
idle, moving, open_ = map(State, ('idle', 'moving', 'open'))
count = []
idle.to('call', moving, lambda m: count.append('start')); moving.to('arrive', open_); open_.to('close', idle).to('call', open_)
m = Machine(idle).fire('call').fire('arrive').fire('call').fire('close')
print(m.trace, count)
try: m.fire('arrive')
except RuntimeError as e: print(e)

# expect: ['idle', 'moving', 'open', 'open', 'idle'] ['start']
# expect: idle: no transition on arrive
