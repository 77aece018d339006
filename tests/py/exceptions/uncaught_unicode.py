raise ValueError('été ☃ 日本')

# exit: 1
# expect-error: ValueError: été ☃ 日本
