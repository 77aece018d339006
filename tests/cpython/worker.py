"""Runs one test file of CPython's and tells what became of each method; run.py starts it.

    PROGRAM worker.py MODULE REPORT [RUN]

MODULE is a name such as test_grammar, test_json.test_float or unittest.test.test_case. Lines are appended to the file REPORT:

    all ID              a method of the file (only in the first of the runs)
    only ID             it is a test of CPython's implementation: marked as one, or in want of one of its test modules
    begin ID            it begins
    WORD ID             how it ended: pass, fail, error, skip
    file WORD           the file cannot be imported (error), or does not want to be run here (skip)
    done                all methods have been run

Tracebacks go to stderr. RUN is a file with the IDs that are still to be run; without it all are.
"""
import importlib
import os
import re
import sys
import traceback
import types
import unittest


# Extension modules that exist for CPython's tests only.
TEST_MODULES = re.compile("_test(capi|internalcapi|buffer|clinic|imphook|multiphase|importmultiple)")


class Report:
    def __init__(self, path):
        self.fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self.process = os.getpid()

    def line(self, *words):
        # A forked child that comes back to the runner has nothing to tell.
        if os.getpid() == self.process:
            os.write(self.fd, (" ".join(words) + "\n").encode("utf-8", "backslashreplace"))


class Result(unittest.TestResult):
    def __init__(self, report):
        super().__init__()
        self.report = report
        self.outcome = None

    def startTest(self, test):
        super().startTest(test)
        self.outcome = "pass"
        self.report.line("begin", test.own_id)

    def stopTest(self, test):
        super().stopTest(test)
        self.report.line(self.outcome, test.own_id)
        self.outcome = None

    def look_at(self, text, test):
        if hasattr(test, "own_id") and TEST_MODULES.search(text):
            self.report.line("only", test.own_id)

    def bad(self, word, test, error):
        self.look_at(repr(error[1]), getattr(test, "test_case", test))
        print("=" * 8, word, test.id(), file=sys.stderr)
        traceback.print_exception(*error, limit=None)
        sys.stderr.flush()
        if self.outcome != "error":
            self.outcome = word

    def addError(self, test, error):
        self.bad("error", test, error)

    def addFailure(self, test, error):
        self.bad("fail", test, error)

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.bad("fail" if issubclass(error[0], test.failureException) else "error", subtest, error)

    def addSkip(self, test, reason):
        print("=" * 8, "skip", test.id(), reason, file=sys.stderr)
        self.look_at(reason, test)
        # A skipped subtest does not make the method skipped. Of a class that is skipped as a whole, no method is started.
        if self.outcome is None:
            if hasattr(test, "own_id"):
                self.report.line("skip", test.own_id)
        elif self.outcome == "pass" and hasattr(test, "own_id"):
            self.outcome = "skip"

    def addUnexpectedSuccess(self, test):
        print("=" * 8, "unexpected success", test.id(), file=sys.stderr)
        self.outcome = "fail"


def flat(suite):
    for each in suite:
        if isinstance(each, unittest.TestSuite):
            yield from flat(each)
        else:
            yield each


def name_tests(tests, module):
    "Gives each test an own_id: a name without blanks that occurs once."
    seen = {}
    for test in tests:
        name = test.id().removeprefix(module + ".").removeprefix("test.")
        name = "_".join(name.split()) or "unnamed"
        count = seen[name] = seen.get(name, 0) + 1
        test.own_id = name if count == 1 else f"{name}#{count}"


def mark_implementation_tests():
    "cpython_only() and impl_detail() mark what they decorate, rather than deciding whether it runs."
    from test import support

    def cpython_only(test):
        test.of_cpython_only = True
        return test

    plain = support.impl_detail

    def impl_detail(message=None, **guards):
        if guards and not all(value and name == "cpython" for name, value in guards.items()):
            return plain(message, **guards)
        return cpython_only

    support.cpython_only = cpython_only
    support.impl_detail = impl_detail


def of_cpython_only(test):
    method = getattr(type(test), getattr(test, "_testMethodName", ""), None)
    return hasattr(method, "of_cpython_only") or hasattr(type(test), "of_cpython_only")


def load(module_name):
    "Imports a test file. If all that it wants is a test module, it gets an empty one, and only what uses that fails."
    while True:
        try:
            return importlib.import_module(module_name)
        except (unittest.SkipTest, ImportError) as e:
            found = TEST_MODULES.search(str(e))
            if not found or found[0] in sys.modules:
                raise
            sys.modules[found[0]] = types.ModuleType(found[0])
            sys.modules.pop(module_name, None)


class Absent:
    "Something of _testcapi that nobody has here; a test that uses it fails."

    def __call__(self, *args, **keywords):
        return self

    def __getattr__(self, name):
        return self


def give_testcapi():
    """A _testcapi for files that cannot do without one at import. The reports that CPython's C code prints are asked for by it;
    those of the runtime are in the excepthook."""
    module = sys.modules["_testcapi"] = types.ModuleType("_testcapi")
    module.exception_print = lambda e, *legacy: sys.__excepthook__(type(e), e, getattr(e, "__traceback__", None))
    for name in ("MethInstance", "MethClass", "MethStatic", "meth_varargs", "meth_varargs_keywords", "meth_fastcall",
                 "meth_fastcall_keywords", "meth_noargs", "meth_o"):
        setattr(module, name, Absent())


def main():
    module_name, report = sys.argv[1], Report(sys.argv[2])
    run = None
    if len(sys.argv) > 3:
        with open(sys.argv[3], encoding="utf-8") as f:
            run = set(f.read().split())
    del sys.argv[1:]
    sys.path[0] = os.getcwd()
    mark_implementation_tests()
    support = sys.modules["test.support"]
    support.use_resources = ["subprocess", "decimal"]
    if module_name == "test_socketserver":
        support.use_resources.append("network")  # this machine's
    support.has_no_debug_ranges = lambda: "no_debug_ranges" in sys._xoptions
    support.verbose = 0
    if module_name in ("test_traceback", "test_call") and sys.implementation.name != "cpython":
        give_testcapi()
    if module_name.startswith("test_"):
        module_name = "test." + module_name
    try:
        module = load(module_name)
        tests = list(flat(unittest.TestLoader().loadTestsFromModule(module)))
    except unittest.SkipTest as e:
        print("skipped:", e, file=sys.stderr)
        report.line("file", "skip")
        return
    except BaseException:
        traceback.print_exc()
        report.line("file", "error")
        return
    name_tests(tests, module_name)
    if run is None:
        for test in tests:
            report.line("all", test.own_id)
            if of_cpython_only(test):
                report.line("only", test.own_id)
    else:
        tests = [test for test in tests if test.own_id in run]
    unittest.TestSuite(tests)(Result(report))
    report.line("done")


if __name__ == "__main__":
    main()
