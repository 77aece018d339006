x = 5; name = 'n'
print(f'{x=} {x = } {x=:>4} {x=!s} {name=} {name=!s:>5}| {x+1=} {x +  1 = }')
print(f'{len(name)=} {name.upper()=!r} {[i for i in range(3)]=} {x=:04d}')
d = {'k': 1}
print(f'{d["k"]=}, {d=}', f'{ x = }', f'{x=:{6}}')
import decimal
print(f'{1/4=:.3%}', f'{(lambda: 5)()=}', f'''{
x
=}''')

# expect: x=5 x = 5 x=   5 x=5 name='n' name=    n| x+1=6 x +  1 = 6
# expect: len(name)=1 name.upper()='N' [i for i in range(3)]=[0, 1, 2] x=0005
# expect: d["k"]=1, d={'k': 1}  x = 5 x=     5
# expect: 1/4=25.000% (lambda: 5)()=5 
# expect: x
# expect: =5
