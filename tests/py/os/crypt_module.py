# crypt and the table of shadow passwords.
import warnings
warnings.simplefilter("ignore")
import _crypt, crypt

print(_crypt.crypt("a", "xy"), crypt.crypt("word", "$6$salt$")[:20], crypt.METHOD_SHA512 in crypt.methods)
hashed = crypt.crypt("secret")
print(crypt.crypt("secret", hashed) == hashed, crypt.crypt("other", hashed) == hashed)
for args in ((1, "x"), ("a\0b", "xy"), ("a",)):
    try:
        print(_crypt.crypt(*args))
    except Exception as e:
        print(type(e).__name__, e)
import spwd
try:
    spwd.getspnam("no such user")
except (KeyError, PermissionError) as e:
    print("not found")
print(spwd.struct_spwd.n_fields, spwd.struct_spwd.n_sequence_fields)

# expect: xy8ocFraBmYwg $6$salt$SHwCyEKlAiXW True
# expect: True False
# expect: TypeError crypt() argument 1 must be str, not int
# expect: ValueError embedded null character
# expect: TypeError crypt expected 2 arguments, got 1
# expect: not found
# expect: 11 9
