print('before')
class A:
    print('in body')
    x = undefined_thing
    print('not reached')

# exit: 1
# expect-error: NameError: name 'undefined_thing' is not defined
# expect: before
# expect: in body
