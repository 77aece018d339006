import asyncio, re
PAGES = {"/": "<a href='/a'>A</a><a href='/b'>", "/a": "<a href='/b'><a href='/c'>", "/b": "<a href='/'>", "/c": "<a href='/d'>"}
class NotFound(Exception): pass
async def get(u):
    await asyncio.sleep(0.001)
    if u not in PAGES: raise NotFound(u)
    return PAGES[u]
async def crawl(start, workers=3):
    q = asyncio.Queue(); seen = {start}; q.put_nowait(start); results, errors = {}, []
    async def w():
        while True:
            u = await q.get()
            try:
                links = re.findall(r"href='([^']+)'", await get(u)); results[u] = links
                for l in links:
                    if l not in seen: seen.add(l); q.put_nowait(l)
            except NotFound as e: errors.append(str(e))
            finally: q.task_done()
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(w()) for _ in range(workers)]
        await q.join(); [t.cancel() for t in ts]
    return results, errors
r, e = asyncio.run(crawl("/")); print(sorted(r.items()), e)

# expect: [('/', ['/a', '/b']), ('/a', ['/b', '/c']), ('/b', ['/']), ('/c', ['/d'])] ['/d']
