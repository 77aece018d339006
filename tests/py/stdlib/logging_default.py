import logging
logging.warning('to stderr %s', 'x')
logging.info('hidden')
logging.getLogger('q').error('err %d', 'notanint')
print('done')

# expect: done
