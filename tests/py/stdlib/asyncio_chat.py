import asyncio, collections
class Room:
    def __init__(self): self.members = {}; self.log = []
    async def join(self, name): q = asyncio.Queue(); self.members[name] = q; await self.say("*", f"{name} joined"); return q
    async def say(self, who, text):
        self.log.append((who, text))
        await asyncio.gather(*(q.put((who, text)) for n, q in self.members.items() if n != who))
    async def leave(self, name): del self.members[name]; await self.say("*", f"{name} left")
async def user(room, name, lines):
    q = await room.join(name); got = []
    async def reader():
        while True: got.append(await q.get())
    t = asyncio.create_task(reader())
    for l in lines: await asyncio.sleep(0); await room.say(name, l)
    await asyncio.sleep(0.01); t.cancel()
    with __import__("contextlib").suppress(asyncio.CancelledError): await t
    await room.leave(name); return name, len(got)
async def main():
    r = Room(); print(await asyncio.gather(user(r, "ann", ["hi", "bye"]), user(r, "bob", ["yo"]))); print(len(r.log), r.log[0], sorted(collections.Counter(w for w, _ in r.log).items()))
asyncio.run(main())

# expect: [('ann', 3), ('bob', 3)]
# expect: 7 ('*', 'ann joined') [('*', 4), ('ann', 2), ('bob', 1)]
