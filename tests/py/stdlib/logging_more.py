import logging, sys, io, logging.handlers, logging.config
root = logging.getLogger()
s = io.StringIO()
h = logging.StreamHandler(s)
h.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s:%(funcName)s:%(lineno)d'))
root.addHandler(h)
root.setLevel(logging.DEBUG)
log = logging.getLogger('a.b')
log.debug('d %s', 1)
log.info('i %d %r', 2, 'x')
log.warning('w')
log.error('e %(k)s', {'k': 'v'})
log.critical('c')
log.log(15, 'custom')
logging.addLevelName(15, 'FINE')
log.log(15, 'named')
try:
    1 / 0
except ZeroDivisionError:
    log.exception('exc')
def f():
    log.info('from f', stack_info=False)
f()
print(s.getvalue().replace(__file__, 'FILE'))
print(log.parent is root, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(20))
print(logging.getLevelName('ERROR'), log.getChild('c').name, log, root, h.level)
print(logging.getLogger('a.b') is log)
class Fl(logging.Filter):
    def filter(self, r):
        return 'skip' not in r.getMessage()
s.truncate(0)
s.seek(0)
h.addFilter(Fl())
log.info('skip me')
log.info('keep me')
log.propagate = False
log.info('nope')
log.propagate = True
a = logging.LoggerAdapter(log, {'u': 'bob'})
a.info('adapted')
h.setFormatter(logging.Formatter('{levelname:>8} {message}', style='{'))
log.info('brace')
h.setFormatter(logging.Formatter('$levelname $message', style='$'))
log.info('dollar')
print(s.getvalue())
logging.disable(logging.ERROR)
log.error('x')
logging.disable(logging.NOTSET)
m = logging.handlers.MemoryHandler(3, target=h)
l2 = logging.getLogger('mem')
l2.addHandler(m)
l2.propagate = False
s.truncate(0)
s.seek(0)
l2.info('1')
l2.info('2')
print(repr(s.getvalue()))
l2.error('3')
print(repr(s.getvalue()))
logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, 'formatters': {'f': {'format': 'CFG %(message)s'}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'f', 'level': 'INFO'}}, 'loggers': {'cfg': {'handlers': ['h'], 'level': 'DEBUG', 'propagate': False}}})
logging.getLogger('cfg').info('hello')
logging.getLogger('cfg').debug('no')
for x in (
    lambda: logging.config.dictConfig({'version': 2}),
    lambda: logging.getLogger('x').setLevel('BOGUS'), lambda: logging.Formatter('{x', style='{'),
    lambda: logging.Formatter('%(x'), lambda: logging.getLogger(5),
    lambda: logging.basicConfig(foo=1), lambda: logging.Formatter('%(message)s', style='?'),
):
    try:
        print(x())
    except Exception as e:
        print(type(e).__name__, e)
r = logging.makeLogRecord({'msg': 'hi %s', 'args': ('x',)})
print(r.getMessage(), r.levelname, r)
logging.lastResort.setLevel(30)
print(logging.Formatter('%(asctime)s').formatTime(logging.makeLogRecord({'created': 0, 'msecs': 5}), '%Y') in ('1970', '1969'))

# expect: DEBUG:a.b:d 1:<module>:9
# expect: INFO:a.b:i 2 'x':<module>:10
# expect: WARNING:a.b:w:<module>:11
# expect: ERROR:a.b:e v:<module>:12
# expect: CRITICAL:a.b:c:<module>:13
# expect: Level 15:a.b:custom:<module>:14
# expect: FINE:a.b:named:<module>:16
# expect: ERROR:a.b:exc:<module>:20
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 18, in <module>
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: INFO:a.b:from f:f:22
# expect:
# expect: True 10 True INFO
# expect: 40 a.b.c <Logger a.b (DEBUG)> <RootLogger root (DEBUG)> 0
# expect: True
# expect: INFO:a.b:keep me:<module>:35
# expect: INFO:a.b:adapted:<module>:40
# expect:     INFO brace
# expect: INFO dollar
# expect:
# expect: ''
# expect: 'INFO 1\nINFO 2\nERROR 3\n'
# expect: CFG hello
# expect: ValueError Unsupported version: 2
# expect: ValueError Unknown level: 'BOGUS'
# expect: ValueError invalid format: expected '}' before end of string
# expect: ValueError Invalid format '%(x' for '%' style
# expect: TypeError A logger name must be a string
# expect: None
# expect: ValueError Style must be one of: %,{,$
# expect: hi x Level None <LogRecord: None, None, , 0, "hi %s">
# expect: True
