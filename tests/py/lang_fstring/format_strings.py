s = 'hello'
print([f'{s:{f}}' for f in ('', 's', '10', '<10', '>10', '^10', '^11', '.3', '10.3', '*^10.2', '05', '<05', 's' , '2', '.0', '_>8', '{<7' if 0 else '~<7')])
print(f'{"日本":>6}|{"é":*<3}|{"😀":^4}|{"":5}|{"a":\u00e9>3}|')
print('{:>{}}|{:{}}|{0}'.format if 0 else '{:>{}}|{:{}}'.format('a', 5, 'b', '^5'))

# expect: ['hello', 'hello', 'hello     ', 'hello     ', '     hello', '  hello   ', '   hello   ', 'hel', 'hel       ', '****he****', 'hello', 'hello', 'hello', 'hello', '', '___hello', 'hello~~']
# expect:     日本|é**| 😀  |     |ééa|
# expect:     a|  b  
