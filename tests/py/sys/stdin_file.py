import subprocess, sys
print(subprocess.run([sys.executable], input='print(__file__, __cached__, __name__)', capture_output=True, text=True).stdout)

# expect: <stdin> None __main__
# expect:
