from urllib.parse import *
import html, html.parser, html.entities
print(urlparse('http://u:p@host:80/p;a?q=1&r=2#f'), urlsplit('//h/p').netloc)
print(urlparse('http://h:80').port, urlunparse(('s', 'n', 'p', '', 'q', 'f')))
print(urljoin('http://a/b/c', '../d'), urljoin('http://a/b/', '//x/y'), quote('a b/é?&'))
print(quote('a/b', safe=''), quote_plus('a b&c'), unquote('a%20b%C3%A9%zz'), unquote_plus('a+b'))
print(urlencode({'a': 1, 'b': ['x', 'y'], 'c': 'é'}, doseq=True))
print(parse_qs('a=1&a=2&b=&c', keep_blank_values=True), parse_qsl('a=1;b=2&c=%20'))
print(urldefrag('http://x/y#z'), quote_from_bytes(b'\xff'), unquote_to_bytes('%ff'))
print(urlparse('http://[::1]:8080/').hostname, urlparse('mailto:x@y').path)
print(urlparse(b'http://x').netloc, urlsplit('HTTP://X.com/').scheme)
print(urlparse('http://u:p@h').username, urlparse('a').geturl())
for f in (
    lambda: urlparse('http://h:bad').port, lambda: urlparse('http://[::1'), lambda: urlencode(5),
    lambda: quote(5), lambda: urljoin('a', b'b'), lambda: parse_qs('a', strict_parsing=True),
    lambda: urlparse('http://h:99999').port,
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(html.escape('<a href="x">\'&'), html.escape('"', quote=False))
print(html.unescape('&lt;&amp;&#65;&#x42;&nbsp;&notit;&eacute &bogus;&#0;&#xD800;'))
print(html.entities.name2codepoint['euro'])
class P(html.parser.HTMLParser):
    def handle_starttag(s, t, a):
        print('start', t, a)
    def handle_endtag(s, t):
        print('end', t)
    def handle_data(s, d):
        print('data', repr(d))
    def handle_comment(s, d):
        print('comment', d)
    def handle_decl(s, d):
        print('decl', d)
    def handle_startendtag(s, t, a):
        print('se', t, a)
p = P()
p.feed('<!DOCTYPE html><p class="a b" id=x disabled>T&amp;x<br/><!-- c --><b>bold</b></p><script>if (a<b) {}</script>')
p.close()
print(p.getpos())

# expect: ParseResult(scheme='http', netloc='u:p@host:80', path='/p', params='a', query='q=1&r=2', fragment='f') h
# expect: 80 s://n/p?q#f
# expect: http://a/d http://x/y a%20b/%C3%A9%3F%26
# expect: a%2Fb a+b%26c a bé%zz a b
# expect: a=1&b=x&b=y&c=%C3%A9
# expect: {'a': ['1', '2'], 'b': [''], 'c': ['']} [('a', '1;b=2'), ('c', ' ')]
# expect: DefragResult(url='http://x/y', fragment='z') %FF b'\xff'
# expect: ::1 x@y
# expect: b'x' http
# expect: u a
# expect: ValueError Port could not be cast to integer value as 'bad'
# expect: ValueError Invalid IPv6 URL
# expect: TypeError not a valid non-string sequence or mapping object
# expect: TypeError quote_from_bytes() expected bytes
# expect: TypeError Cannot mix str and non-str arguments
# expect: ValueError bad query field: 'a'
# expect: ValueError Port out of range 0-65535
# expect: &lt;a href=&quot;x&quot;&gt;&#x27;&amp; "
# expect: <&AB ¬it;é &bogus;��
# expect: 8364
# expect: decl DOCTYPE html
# expect: start p [('class', 'a b'), ('id', 'x'), ('disabled', None)]
# expect: data 'T&x'
# expect: se br []
# expect: comment  c 
# expect: start b []
# expect: data 'bold'
# expect: end b
# expect: end p
# expect: start script []
# expect: data 'if (a<b) {}'
# expect: end script
# expect: (1, 109)
