import graphlib, shlex, difflib, fnmatch, string, html, urllib.parse as u
print(list(graphlib.TopologicalSorter({'a': {'b'}, 'b': {'c'}}).static_order()), shlex.split('a "b c" d\\ e'), shlex.quote("it's"), shlex.join(['a b', 'c']))
try: list(graphlib.TopologicalSorter({'a': 'b', 'b': 'a'}).static_order())
except graphlib.CycleError as e: print(e.args[0])
print('\n'.join(difflib.unified_diff(['a', 'b'], ['a', 'c'], lineterm='')), difflib.get_close_matches('appel', ['ape', 'apple']), round(difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio(), 2))
print(html.escape('<a&"'), html.unescape('&lt;&eacute;'), u.quote('a b/é'), u.unquote('a%20b'), u.urlencode({'a': 1, 'b': 'x y'}), u.parse_qs('a=1&a=2'), u.urlparse('http://h:8/p?q#f').port, u.urljoin('http://a/b/c', '../d'))

# expect: ['c', 'b', 'a'] ['a', 'b c', 'd e'] 'it'"'"'s' 'a b' c
# expect: nodes are in a cycle
# expect: --- 
# expect: +++ 
# expect: @@ -1,2 +1,2 @@
# expect:  a
# expect: -b
# expect: +c ['apple', 'ape'] 0.75
# expect: &lt;a&amp;&quot; <é a%20b/%C3%A9 a b a=1&b=x+y {'a': ['1', '2']} 8 http://a/d
