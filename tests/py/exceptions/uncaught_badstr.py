class E(Exception):
    def __str__(self):
        raise RuntimeError
raise E

# exit: 1
# expect-error: E: <exception str() failed>
