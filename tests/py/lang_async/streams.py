import asyncio
async def handle(r, w):
    while line := await r.readline():
        w.write(line.upper()); await w.drain()
        if line.strip() == b"quit": break
    w.close(); await w.wait_closed()
async def main():
    srv = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = srv.sockets[0].getsockname()[1]
    async with srv:
        r, w = await asyncio.open_connection("127.0.0.1", port)
        for m in (b"hello\n", b"world\n", b"quit\n"): w.write(m)
        await w.drain(); print(await r.readline(), await r.readuntil(b"\n"), await r.read())
        w.close(); await w.wait_closed()
        try:
            r, w = await asyncio.open_connection("127.0.0.1", port); w.write(b"ab\n"); w.write_eof(); print(await r.readexactly(10))
        except asyncio.IncompleteReadError as e: print(e, e.partial)
        w.close()
    p = await asyncio.create_subprocess_exec("sh", "-c", "echo out; echo err >&2; exit 3", stdout=-1, stderr=-1)
    print(await p.communicate(), p.returncode)
    p = await asyncio.create_subprocess_shell("cat", stdin=-1, stdout=-1); print(await p.communicate(b"piped"))
asyncio.run(main())

# expect: b'HELLO\n' b'WORLD\n' b'QUIT\n'
# expect: 3 bytes read on a total of 10 expected bytes b'AB\n'
# expect: (b'out\n', b'err\n') 3
# expect: (b'piped', None)
