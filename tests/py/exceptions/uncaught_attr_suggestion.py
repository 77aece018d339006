class A:
    def __init__(self):
        self.blech = 1
A().bluch

# exit: 1
# expect-error: AttributeError: 'A' object has no attribute 'bluch'. Did you mean: 'blech'?
