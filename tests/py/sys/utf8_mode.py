# The mode is on where the locale says nothing of an encoding, or when it is asked for.
import os
import subprocess
import sys

for settings in {}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C.UTF-8"}, {"LANG": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}:
    env = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k not in ("LANG", "PYTHONUTF8", "PYTHONIOENCODING")}
    r = subprocess.run([sys.executable, "-c", "import sys; print(sys.flags.utf8_mode, sys.stdout.errors)"], env=env | settings, capture_output=True, text=True)
    print(settings, r.stdout.strip())
for io in ":", "ascii", "ascii:", "utf-8:ignore", ":replace":
    r = subprocess.run([sys.executable, "-c", "import sys; print(sys.stdin.encoding, sys.stdin.errors)"], env=os.environ | {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": io}, capture_output=True, text=True)
    print(io, r.stdout.strip())

# expect: {} 1 surrogateescape
# expect: {'LC_ALL': 'C'} 1 surrogateescape
# expect: {'LC_ALL': 'POSIX'} 1 surrogateescape
# expect: {'LC_ALL': 'C.UTF-8'} 0 surrogateescape
# expect: {'LANG': 'C.UTF-8'} 0 surrogateescape
# expect: {'LC_ALL': 'C', 'PYTHONUTF8': '0'} 0 surrogateescape
# expect: {'LC_ALL': 'C.UTF-8', 'PYTHONUTF8': '1'} 1 surrogateescape
# expect: : utf-8 surrogateescape
# expect: ascii ascii strict
# expect: ascii: ascii strict
# expect: utf-8:ignore utf-8 ignore
# expect: :replace utf-8 replace
