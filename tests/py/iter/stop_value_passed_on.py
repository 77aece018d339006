# An iterator that only hands on what another gives hands on the value of its StopIteration, too.
import itertools


class Ends:
    def __init__(self, value):
        self.value = value

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(self.value)


def end_of(name, it):
    try:
        next(it)
    except StopIteration as stop:
        print(name, stop.args)


e = Ends("done")
end_of("enumerate", enumerate(e))
end_of("map", map(str, e))
end_of("map of two", map(max, [1], e))
end_of("zip", zip(e))
end_of("zip of two", zip([1], e))
end_of("filter", filter(None, e))
end_of("strict zip", zip(e, strict=True))
end_of("islice", itertools.islice(e, 3))
end_of("accumulate", itertools.accumulate(e))
end_of("starmap", itertools.starmap(max, e))
end_of("takewhile", itertools.takewhile(bool, e))
end_of("compress", itertools.compress([1], e))
end_of("filterfalse", itertools.filterfalse(None, e))
end_of("pairwise", itertools.pairwise(e))
end_of("chain", itertools.chain(e))
end_of("cycle", itertools.cycle(e))
end_of("tee", itertools.tee(e)[0])
end_of("zip_longest", itertools.zip_longest(e))
end_of("groupby", itertools.groupby(e))
end_of("generator", (x for x in e))
print(list(enumerate(e)), list(zip(e, e)), dict(map(str, e)), [*itertools.pairwise(e)])
# expect: enumerate ('done',)
# expect: map ('done',)
# expect: map of two ('done',)
# expect: zip ('done',)
# expect: zip of two ('done',)
# expect: filter ('done',)
# expect: strict zip ()
# expect: islice ('done',)
# expect: accumulate ('done',)
# expect: starmap ('done',)
# expect: takewhile ('done',)
# expect: compress ('done',)
# expect: filterfalse ('done',)
# expect: pairwise ('done',)
# expect: chain ()
# expect: cycle ()
# expect: tee ()
# expect: zip_longest ()
# expect: groupby ()
# expect: generator ()
# expect: [] [] {} []
