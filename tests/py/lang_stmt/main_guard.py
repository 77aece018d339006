def main(argv):
    print(argv, len(argv))
    return 3
print(__name__, __file__.endswith('main_guard.py'), __spec__, __package__, __doc__)
if __name__ == '__main__':
    import sys
    sys.exit(main(sys.argv[1:]))
# args: one "two words" --x=3

# exit: 3
# expect: __main__ True None None None
# expect: ['one', 'two words', '--x=3'] 3
