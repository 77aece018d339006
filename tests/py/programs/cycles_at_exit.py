# Cycles that are left at the end: their finalizers run.

class Last:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, flush=True)


lost = [Last("lost")]
lost.append(lost)
del lost
kept = [Last("kept")]
kept.append(kept)
# expect: lost
# expect: kept
