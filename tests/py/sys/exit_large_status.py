# The status of a program is the low byte of SystemExit's number; -R overrules PYTHONHASHSEED.
import os
import subprocess
import sys

for code in "2**33 + 1", "-1", "256", "True", "2**70":
    print(code, subprocess.run([sys.executable, "-c", f"raise SystemExit({code})"]).returncode)
for options in [], ["-R"]:
    for seed in "0", "5", "random":
        r = subprocess.run([sys.executable, *options, "-c", "import sys; print(sys.flags.hash_randomization)"],
                           env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True)
        print(options, seed, r.stdout.strip())

# expect: 2**33 + 1 1
# expect: -1 255
# expect: 256 0
# expect: True 1
# expect: 2**70 255
# expect: [] 0 0
# expect: [] 5 1
# expect: [] random 1
# expect: ['-R'] 0 1
# expect: ['-R'] 5 1
# expect: ['-R'] random 1
