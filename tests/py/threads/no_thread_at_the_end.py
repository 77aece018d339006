# No thread and no process is started once the program ends.
import _thread
import os


class Last:
    def __del__(self, start=_thread.start_new_thread, fork=os.fork, error=Exception, show=print):
        for f in (lambda: start(show, ("started",))), fork:
            try:
                f()
            except error as e:
                show(type(e).__name__, type(e).__mro__[1].__name__, e)


last = Last()
# expect: PythonFinalizationError RuntimeError can't create new thread at interpreter shutdown
# expect: PythonFinalizationError RuntimeError can't fork at interpreter shutdown
