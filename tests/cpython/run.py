"""Runs CPython's own tests from where the standard library's package put them, and compares with a table.

    skein tests/cpython/run.py [OPTION]... [NAME]...

NAME: only the files of files.txt that this shell pattern matches (without one: all).

    --logs FOLDER      what the files print (default: a temporary folder)
    --jobs N           files run at a time (default: 2)
    --method-limit S   seconds that a method may take (default: 120)
    --file-limit S     seconds that a file may take (default: 900)
    --program EXE      runs the files with another interpreter
    --update           rewrites results.txt by what came out (for the files that were run)
    --reuse            takes the results from the folder of logs, where the last run left them
    --baseline         rewrites baseline.txt: to be used with --program and a CPython of the library's version

baseline.txt says what CPython passes: `== FILE`, then, class by class, how many methods pass and, with a minus sign, which do not.
results.txt says what Skein does not pass of that: `== FILE`, then `METHOD REASON`; the method may be `CLASS.*` or `*`. The reasons are
explained at its head; a method whose reason is `unstable` may pass or not. Status 1 when a method is lost that is not in the table.

Each file has a process of its own. When it crashes or hangs, the method that did it is noted, and another process runs the rest.
"""
import argparse
import collections
import fnmatch
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PASSED = "pass"


# ---- one file ----

class File:
    "The results of a file: WORD by ID."

    def __init__(self, name, options, scratch):
        self.name, self.options = name, options
        self.scratch = os.path.join(scratch, name)
        self.log = os.path.join(options.logs, name + ".log")
        self.saved = os.path.join(options.logs, name + ".results")
        self.all, self.only, self.results = [], set(), {}
        self.imported = None
        self.seconds = 0.0

    def read_report(self, path):
        "Returns the method that had begun and not ended, and whether all were run."
        begun, done = None, False
        with open(path, encoding="utf-8") as f:
            for line in f:
                word, _, rest = line.rstrip("\n").partition(" ")
                if word == "all":
                    self.all.append(rest)
                elif word == "only":
                    self.only.add(rest)
                elif word == "begin":
                    begun = rest
                elif word == "file":
                    self.imported, done = rest, True
                elif word == "done":
                    done = True
                else:
                    self.results[rest] = word
                    if rest == begun:
                        begun = None
        return begun, done

    def one_process(self, run, deadline):
        "Runs the methods of the list (None: all) until the process ends or hangs; returns how it ended: a status, or 'hang'."
        os.makedirs(self.scratch, exist_ok=True)
        report = os.path.join(self.scratch, "report")
        open(report, "w").close()
        words = [*self.options.program, os.path.join(HERE, "worker.py"), self.name, report]
        if run is not None:
            words.append(os.path.join(self.scratch, "run"))
            with open(words[-1], "w", encoding="utf-8") as f:
                f.write("\n".join(run))
        folder = os.path.join(self.scratch, "cwd")
        os.makedirs(folder, exist_ok=True)
        environment = dict(os.environ, TMPDIR=self.scratch, PYTHONHASHSEED="0")
        environment.setdefault("LANG", "C.UTF-8")
        environment.pop("PYTHONPATH", None)
        with open(self.log, "ab") as log:
            child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, env=environment,
                                     start_new_session=True)
            ended, size, last = None, 0, time.monotonic()
            while ended is None:
                try:
                    ended = child.wait(0.1)
                except subprocess.TimeoutExpired:
                    pass
                if os.path.getsize(report) != size:
                    size, last = os.path.getsize(report), time.monotonic()
                now = time.monotonic()
                if ended is None and (now - last > self.options.method_limit or now > deadline):
                    ended = "hang"
            try:
                os.killpg(child.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass
            child.wait()
        return ended

    def save(self):
        with open(self.saved, "w", encoding="utf-8") as f:
            f.writelines(f"all {each}\n" for each in self.all)
            f.writelines(f"only {each}\n" for each in sorted(self.only))
            if self.imported:
                f.write(f"file {self.imported}\n")
            f.writelines(f"{word} {each}\n" for each, word in self.results.items())

    def run(self):
        if self.options.reuse and os.path.exists(self.saved):
            self.read_report(self.saved)
            return
        started = time.monotonic()
        deadline = started + self.options.file_limit
        open(self.log, "wb").close()
        left = None
        while True:
            ended = self.one_process(left, deadline)
            begun, done = self.read_report(os.path.join(self.scratch, "report"))
            how = "hang" if ended == "hang" else f"crash({ended})"
            if self.imported or (not self.all and not done):
                self.imported = self.imported or how
                break
            if done:
                if ended != 0:
                    self.results["(exit)"] = how
                break
            left = [each for each in self.all if each not in self.results]
            guilty = begun or (left[0] if left else "(exit)")
            self.results[guilty] = how
            left = [each for each in left if each != guilty]
            if not left:
                break
            if time.monotonic() > deadline:
                self.results.update(dict.fromkeys(left, "late"))
                break
        for each in self.all:
            self.results.setdefault(each, "notrun")
        self.save()
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.seconds = time.monotonic() - started


# ---- tables ----

def class_of(name):
    return name.rpartition(".")[0] or "-"


def sections(path):
    "The lines of a table by file, and those before the first file."
    head, found, current = [], {}, None
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            for line in f:
                line = line.rstrip("\n")
                if line.startswith("== "):
                    current = found.setdefault(line[3:], [])
                elif current is None:
                    head.append(line)
                elif line:
                    current.append(line)
    return head, found


def write_sections(path, head, found):
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(head).rstrip("\n") + "\n")
        for name in sorted(found):
            f.write(f"\n== {name}\n")
            f.writelines(line + "\n" for line in found[name])


class Baseline:
    "What CPython passes of a file: the number by class, and the names it does not pass."

    def __init__(self, lines):
        self.counts, self.not_passed = {}, set()
        for line in lines:
            name, count, *others = line.split(" ")
            self.counts[name] = int(count)
            self.not_passed.update((name + "." if name != "-" else "") + each[1:] for each in others)

    @property
    def total(self):
        return sum(self.counts.values())

    @staticmethod
    def lines(file):
        classes = collections.defaultdict(lambda: [0, []])
        for name in file.all:
            entry = classes[class_of(name)]
            if file.results[name] == PASSED:
                entry[0] += 1
            else:
                entry[1].append(name.rpartition(".")[2])
        for name in sorted(classes):
            count, others = classes[name]
            if count:
                yield " ".join([name, str(count), *("-" + each for each in sorted(others))])


class Comparison:
    "A file's results against what CPython passes and what the table admits."

    def __init__(self, file, baseline, admitted):
        self.file, self.baseline = file, baseline
        self.total = baseline.total
        by_class = collections.defaultdict(list)
        for name in file.all:
            if name not in baseline.not_passed:
                by_class[class_of(name)].append(name)
        self.lacking = {}  # name: what came out; CLASS.* stands for methods that do not exist here
        for name, count in baseline.counts.items():
            passed = sum(file.results[each] == PASSED for each in by_class[name])
            bad = [each for each in by_class[name] if file.results[each] != PASSED][:max(count - passed, 0)]
            self.lacking.update((each, file.results[each]) for each in bad)
            if passed + len(bad) < count:
                self.lacking[name + ".*" if name != "-" else "-.*"] = f"{count - passed - len(bad)} absent"
        if file.imported:
            self.lacking = {"*": file.imported}
        if "(exit)" in file.results:
            self.lacking["(exit)"] = file.results["(exit)"]
        self.admitted = {}
        for line in admitted:
            name, reason = line.split(" ", 1)
            self.admitted[name] = reason
        self.lost = [name for name in self.lacking if self.reason(name) is None]
        self.gained = [name for name, reason in self.admitted.items()
                       if not name.endswith("*") and name not in self.lacking and reason != "unstable"]

    def reason(self, name):
        for each in (name, class_of(name) + ".*", "*"):
            if each in self.admitted:
                return self.admitted[each]
        return None

    def missing(self, reason=None):
        "The number of methods that CPython passes and that do not pass here (for that reason)."
        count = 0
        for name, what in self.lacking.items():
            if reason is not None and self.reason(name) != reason:
                continue
            if name == "*":
                count += self.total
            elif what.endswith(" absent"):
                count += int(what.split()[0])
            elif name != "(exit)":
                count += 1
        return count

    def lines(self):
        admitted = self.compact()
        unstable = [name for name, reason in self.admitted.items() if reason == "unstable" and name not in self.lacking]
        for name in unstable:
            admitted[name] = "unstable"
        for name in sorted(admitted):
            yield f"{name} {admitted[name]}"

    def reason_to_write(self, name):
        what = self.lacking[name]
        guess = "cpython" if name in self.file.only else what.split("(")[0] if what[0] in "hc" else "open"
        return self.reason(name) or guess

    def compact(self):
        "Reasons by name for the table: a class of which nothing passes, for one reason, is CLASS.*."
        by_class = collections.defaultdict(dict)
        for name in self.lacking:
            by_class[class_of(name)][name] = self.reason_to_write(name)
        found = {}
        for of_class, reasons in by_class.items():
            if len(reasons) > 2 and len(reasons) == self.baseline.counts.get(of_class) and len(set(reasons.values())) == 1:
                found[of_class + ".*"] = next(iter(reasons.values()))
            else:
                found.update(reasons)
        return found


# ---- all files ----

def read_files(patterns):
    "Names by group, in the order of files.txt; a group is (title, aim in per cent)."
    groups, current = {}, None
    with open(os.path.join(HERE, "files.txt"), encoding="utf-8") as f:
        for line in f:
            line = line.partition("#")[0].strip()
            if not line:
                continue
            if line.startswith("["):
                title, _, aim = line.strip("[]").rpartition(" ")
                current = groups.setdefault((title, int(aim)), [])
            else:
                current.extend(name for name in line.split()
                               if not patterns or any(fnmatch.fnmatch(name, each) for each in patterns))
    return {group: names for group, names in groups.items() if names}


def run_files(names, options):
    """The files, each as soon as it and those before it are done; several at a time."""
    scratch = tempfile.mkdtemp(prefix="skein-cpython-")
    files = [File(name, options, scratch) for name in names]
    waiting = collections.deque(files)
    done = {file: threading.Event() for file in files}

    def work():
        while True:
            try:
                file = waiting.popleft()
            except IndexError:
                return
            try:
                file.run()
            finally:
                done[file].set()

    threads = [threading.Thread(target=work) for _ in range(options.jobs)]
    for each in threads:
        each.start()
    try:
        for file in files:
            done[file].wait()
            yield file
    finally:
        waiting.clear()
        for each in threads:
            each.join()
        shutil.rmtree(scratch, ignore_errors=True)


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--logs")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--method-limit", type=float, default=120)
    parser.add_argument("--file-limit", type=float, default=900)
    parser.add_argument("--program", default=sys.executable)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--reuse", action="store_true")
    parser.add_argument("--baseline", action="store_true")
    options = parser.parse_args()
    options.program = options.program.split()
    try:
        import test.test_grammar
    except ImportError:
        print("CPython's tests are not installed (Debian: libpython3.11-testsuite): skipped")
        return 0
    options.logs = options.logs or tempfile.mkdtemp(prefix="skein-cpython-logs-")
    os.makedirs(options.logs, exist_ok=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))

    groups = read_files(options.names)
    baseline_path, results_path = (os.path.join(HERE, each) for each in ("baseline.txt", "results.txt"))
    baseline_head, baseline = sections(baseline_path)
    head, table = sections(results_path)
    titles = {name: group for group, names in groups.items() for name in names}
    sums = {group: [0, 0, 0] for group in groups}
    lost = gained = 0
    for file in run_files(titles, options):
        if options.baseline:
            lines = list(Baseline.lines(file))
            print(f"{file.name}: {Baseline(lines).total} of {len(file.all)} {file.imported or ''} {file.seconds:.0f} s", flush=True)
            if lines:
                baseline[file.name] = lines
            else:
                baseline.pop(file.name, None)
            write_sections(baseline_path, baseline_head, baseline)
            continue
        if file.name not in baseline:
            print(f"{file.name}: not in baseline.txt")
            continue
        compared = Comparison(file, Baseline(baseline[file.name]), table.get(file.name, []))
        if options.update:
            lines = list(compared.lines())
            table.pop(file.name, None)
            if lines:
                table[file.name] = lines
            write_sections(results_path, head, table)
            compared = Comparison(file, compared.baseline, lines)
        missing, cpython = compared.missing(), compared.missing("cpython")
        for i, each in enumerate((compared.total, compared.total - missing, cpython)):
            sums[titles[file.name]][i] += each
        print(f"{file.name}: {compared.total - missing} of {compared.total}, {percent(compared.total - missing, compared.total)}"
              f"{f' ({cpython} are implementation detail)' if cpython else ''}, {file.seconds:.0f} s", flush=True)
        for name in compared.lost:
            print(f"  LOST {name}: {compared.lacking[name]}")
        for name in compared.gained:
            print(f"  gained {name}, which was: {compared.admitted[name]}")
        lost += len(compared.lost)
        gained += len(compared.gained)
    if options.baseline:
        return 0
    for (title, aim), (total, passed, cpython) in sums.items():
        print(f"{title}: {passed} of {total} methods that CPython passes, {percent(passed, total)}; "
              f"without implementation detail {percent(passed, total - cpython)} (aim: {aim} %)")
    print(f"logs: {options.logs}")
    if gained:
        print(f"{gained} gained: --update takes them out of the table")
    if lost:
        print(f"{lost} LOST")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
