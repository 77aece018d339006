raise SystemExit((1, 2))

# exit: 1
# expect-error: (1, 2)
