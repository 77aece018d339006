class Box:
    def __init__(self): self.contents = 1
b = Box()
print(b.contents)
b.content

# exit: 1
# expect-error: AttributeError: 'Box' object has no attribute 'content'. Did you mean: 'contents'?
# expect: 1
