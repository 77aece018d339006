raise SystemExit(2.5)

# exit: 1
# expect-error: 2.5
