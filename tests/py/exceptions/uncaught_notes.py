e = ValueError('v')
e.add_note('first note')
e.add_note('second\nnote')
raise e

# exit: 1
# expect-error: note
