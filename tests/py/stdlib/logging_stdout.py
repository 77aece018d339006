import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s')
log = logging.getLogger('app.sub'); log.debug('hidden'); log.info('hello %s', 'x'); log.warning('%d%%', 5); log.error('e')
try: 1 / 0
except ZeroDivisionError as e: log.error('failed: %s', e)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('[%(levelno)s] %(message)s')); log.addHandler(h); log.propagate = False; log.critical('c'); log.setLevel('ERROR'); log.warning('no')
print(log.getEffectiveLevel(), logging.getLevelName(30), log.parent.name, log.isEnabledFor(10), logging.getLogger('app') is logging.getLogger('app'))
class F(logging.Filter):
    def filter(self, r): return 'secret' not in r.getMessage()
log.addFilter(F()); log.error('secret'); log.error('public')

# expect: INFO:app.sub:hello x
# expect: WARNING:app.sub:5%
# expect: ERROR:app.sub:e
# expect: ERROR:app.sub:failed: division by zero
# expect: [50] c
# expect: 40 WARNING root False True
# expect: [40] public
