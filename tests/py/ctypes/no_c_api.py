# There is no C API: functions of pythonapi are not found, with a clear word.
from ctypes import pythonapi, c_int
for f in (lambda: pythonapi.PyObject_Str, lambda: pythonapi._Py_Something):
    try: f()
    except AttributeError as e: print(e)
print(pythonapi.abs(-4))

# expect: PyObject_Str: this runtime has no C API
# expect: _Py_Something: this runtime has no C API
# expect: 4
