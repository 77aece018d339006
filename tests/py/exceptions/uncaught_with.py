class CM:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        print('exit', a[0].__name__)
        raise TypeError('from exit')
with CM():
    raise ValueError('body')

# exit: 1
# expect-error: TypeError: from exit
# expect: exit ValueError
