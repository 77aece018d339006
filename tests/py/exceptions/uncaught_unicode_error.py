'été'.encode('ascii')

# exit: 1
# expect-error: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
