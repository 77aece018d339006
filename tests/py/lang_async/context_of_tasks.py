import asyncio, contextvars
rid = contextvars.ContextVar("rid", default="none")
async def show(): await asyncio.sleep(0); return rid.get()
async def handle(n): rid.set(f"r{n}"); return await show(), await asyncio.create_task(show())
async def main():
    print(await asyncio.gather(*(handle(i) for i in range(3))), rid.get())
    tok = rid.set("x"); print(tok.old_value is contextvars.Token.MISSING, tok.var is rid); rid.reset(tok); print(rid.get())
    try: rid.reset(tok)
    except RuntimeError as e: print(str(e)[-30:].startswith("0x") or "once" in str(e))
    ctx = contextvars.copy_context(); ctx.run(rid.set, "in ctx"); print(ctx[rid], rid.get(), rid in ctx, len(ctx) >= 1)
    t = asyncio.create_task(show(), context=ctx); print(await t)
    with rid.set("with") if hasattr(contextvars.Token, "__enter__") else __import__("contextlib").nullcontext(): pass
    u = contextvars.ContextVar("u")
    try: u.get()
    except LookupError as e: print(type(e).__name__, "u" in str(e))
    print(u.get("d"))
asyncio.run(main())

# expect: [('r0', 'r0'), ('r1', 'r1'), ('r2', 'r2')] none
# expect: True True
# expect: none
# expect: True
# expect: in ctx none True True
# expect: in ctx
# expect: LookupError True
# expect: d
