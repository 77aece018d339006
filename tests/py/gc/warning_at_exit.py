# A warning from a finalizer at the end of the program is shown, although the warnings module is gone.
# expect-error: warn("late")
import warnings

warn = warnings.warn


class Late:
    def __del__(self):
        warn("late")
        print("warned")


late = Late()
# expect: warned
