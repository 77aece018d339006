x, s, l = 3.14159, 'str', [1, 2]
print(f'{x} {s} {l} {x:.2f} {s!r} {s:>6}| {s:*^9} {x:08.3f} {l!r:>10}')
print(f'{1 + 1}{"a"}{None}{...}{True}', f'', f'{{}}', f'{{{x:.0f}}}', f"{'q'}" f'{"z"}', rf'\n{x:.1f}\t', fr'{s}\d')
print(f'{x!s:.4}', f'{s!a}', f'{"é"!a} {"é"!r}', f'{l[0]} {s[1]} {s.upper()} {len(l)}')
print(F'{x:.1f}', f'''multi
{s}
line''')

# expect: 3.14159 str [1, 2] 3.14 'str'    str| ***str*** 0003.142     [1, 2]
# expect: 2aNoneEllipsisTrue  {} {3} qz \n3.1\t str\d
# expect: 3.14 'str' '\xe9' 'é' 1 t STR 2
# expect: 3.1 multi
# expect: str
# expect: line
