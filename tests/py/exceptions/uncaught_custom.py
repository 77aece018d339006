class AppError(Exception):
    def __init__(self, code, msg):
        super().__init__(code, msg)
        self.code = code
    def __str__(self):
        return f'[{self.code}] {self.args[1]}'
def run():
    raise AppError(42, 'custom failure')
run()

# exit: 1
# expect-error: AppError: [42] custom failure
