import cmd, io, timeit, sched, time, colorsys, types, zoneinfo, locale, gettext, platform, ipaddress
class C(cmd.Cmd):
    prompt = ''
    def do_hi(self, a): print('hi', a)
    def do_quit(self, a): return True
C(stdin=io.StringIO('hi bob\nbad\nquit\n'), stdout=io.StringIO()).use_rawinput
c = C(); c.onecmd('hi x'); print(c.onecmd('quit'))
out = []; s = sched.scheduler(time.monotonic, time.sleep); s.enter(0.01, 1, out.append, 'b'); s.enter(0, 1, out.append, 'a'); s.run(); print(out, timeit.timeit('1', number=1) >= 0, colorsys.rgb_to_hsv(1, 0, 0), ipaddress.ip_address('10.0.0.1') + 1, ipaddress.ip_network('10.0.0.0/30').num_addresses, [str(h) for h in ipaddress.ip_network('10.0.0.0/30').hosts()])

# expect: hi x
# expect: True
# expect: ['a', 'b'] True (0.0, 1.0, 1) 10.0.0.2 4 ['10.0.0.1', '10.0.0.2']
