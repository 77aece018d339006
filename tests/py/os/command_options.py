# Options of the command itself.
import os, subprocess, sys


def run(*args, **env):
    r = subprocess.run([sys.executable, *args], env={**os.environ, **env}, text=True, capture_output=True)
    return r.returncode, r.stdout.strip(), r.stderr.strip()


for option in '--help-env', '--help-xoptions', '--help-all', '--help', '-h':
    status, out, err = run(option)
    print(option, status, out.splitlines()[0].split()[0], 'PYTHONPATH' in out, '-X utf8' in out, '-O ' in out, repr(err))
count = 'import os; print(os.cpu_count())'
print(run('-X', 'cpu_count=3', '-c', count), run('-c', count, PYTHON_CPU_COUNT='5'), run('-X', 'cpu_count=2', '-c', count, PYTHON_CPU_COUNT='5'))
print(run('-E', '-X', 'cpu_count=default', '-c', count, PYTHON_CPU_COUNT='5')[1] == run('-c', count)[1])
for bad in 'cpu_count', 'cpu_count=0', 'cpu_count=x', 'utf8=2', 'frozen_modules=maybe':
    print(run('-X', bad, '-c', '')[::2])
print(run('-X', 'frozen_modules=off', '-X', 'whatever=1', '-c', 'import sys; print(sys._xoptions)'))
for value in 'default', 'always', 'never':
    print(run('--check-hash-based-pycs', value, '-c', 'import _imp; print(_imp.check_hash_based_pycs)'))
print(run('--check-hash-based-pycs', 'sometimes')[::2])
print(run('--check-hash-based-pycs')[::2])
print(run('--nonsense')[::2])
code = '(\n1 /\n 0)'
for flags, env in (['-X', 'no_debug_ranges'], {}), ([], {'PYTHONNODEBUGRANGES': '1'}), ([], {}):
    print(run(*flags, '-c', 'print({p[2:] == (None, None) for p in (lambda: 1/0).__code__.co_positions()})', **env))

# expect: --help-env 0 Environment True True False ''
# expect: --help-xoptions 0 Implementation False True False ''
# expect: --help-all 0 usage: True True True ''
# expect: --help 0 usage: True False True ''
# expect: -h 0 usage: True False True ''
# expect: (0, '3', '') (0, '5', '') (0, '2', '')
# expect: True
# expect: (1, 'Fatal Python error: config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0')
# expect: (1, 'Fatal Python error: config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0')
# expect: (1, 'Fatal Python error: config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0')
# expect: (1, 'Fatal Python error: preconfig_init_utf8_mode: invalid -X utf8 option value')
# expect: (1, 'Fatal Python error: bad value for option -X frozen_modules (expected "on" or "off")')
# expect: (0, "{'frozen_modules': 'off', 'whatever': '1'}", '')
# expect: (0, 'default', '')
# expect: (0, 'always', '')
# expect: (0, 'never', '')
# expect: (2, "--check-hash-based-pycs must be one of 'default', 'always', or 'never'\nusage: skein [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `skein -h' for more information.")
# expect: (2, "Argument expected for the --check-hash-based-pycs options\nusage: skein [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `skein -h' for more information.")
# expect: (2, "unknown option --nonsense\nusage: skein [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `skein -h' for more information.")
# expect: (0, '{True}', '')
# expect: (0, '{True}', '')
# expect: (0, '{False}', '')
