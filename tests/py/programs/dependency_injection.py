import inspect
class Container:
    def __init__(self): self.f, self.single = {}, {}
    def register(self, cls, single=False): self.f[cls.__name__] = (cls, single); return cls
    def get(self, name, path=()):
        if name in path: raise RuntimeError('cycle: ' + ' -> '.join(path + (name,)))
        if name in self.single: return self.single[name]
        if name not in self.f: raise LookupError(f'no provider for {name}')
        cls, single = self.f[name]
        deps = {p.name: self.get(p.annotation, path + (name,)) for p in inspect.signature(cls).parameters.values()}
        o = cls(**deps)
        if single: self.single[name] = o
        return o
c = Container()
@c.register
class Db:
    def __init__(self): self.n = 1
@lambda cls: c.register(cls, single=True)
class Repo:
    def __init__(self, db: 'Db'): self.db = db
@c.register
class Service:
    def __init__(self, repo: 'Repo', db: 'Db'): self.repo, self.db = repo, db
s = c.get('Service'); print(type(s.repo).__name__, s.repo.db is s.db, c.get('Service').repo is s.repo)
@c.register
class A:
    def __init__(self, b: 'B'): pass
@c.register
class B:
    def __init__(self, a: 'A'): pass
for n in ('A', 'Nope'):
    try: c.get(n)
    except (RuntimeError, LookupError) as e: print(e)

# expect: Repo False True
# expect: cycle: A -> B -> A
# expect: no provider for Nope
