class A:
    def __lt__(s, o): print('A.lt', end=' '); return NotImplemented
    def __gt__(s, o): print('A.gt', end=' '); return NotImplemented
    def __eq__(s, o): print('A.eq', end=' '); return NotImplemented
    def __le__(s, o): print('A.le', end=' '); return 'le!'
class B(A):
    def __gt__(s, o): print('B.gt', end=' '); return 'B!'
    def __ge__(s, o): print('B.ge', end=' '); return 'ge!'
print(A() < B())
print(A() <= B())
print(A() >= A())
print(A() == B())
print(A() != B())
try: A() < A()
except TypeError as e: print(e)
try: A() < 1
except TypeError as e: print(e)
print(B() < A() if 0 else B() > A())
print(3 > B() if 0 else B() >= 3)
class H:
    def __eq__(s, o): return True
try: hash(H())
except TypeError as e: print(e)
print(H.__hash__)

# expect: B.gt B!
# expect: B.ge ge!
# expect: A.le le!
# expect: A.eq A.eq False
# expect: A.eq A.eq True
# expect: A.lt A.gt '<' not supported between instances of 'A' and 'A'
# expect: A.lt '<' not supported between instances of 'A' and 'int'
# expect: B.gt B!
# expect: B.ge ge!
# expect: unhashable type: 'H'
# expect: None
