e = ValueError('with note')
e.add_note('the note')
raise e

# exit: 1
# expect-error: the note
