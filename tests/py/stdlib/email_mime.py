from email.message import EmailMessage
from email import message_from_string, policy, utils
from email.mime.text import MIMEText
from email.header import Header, decode_header
m = EmailMessage()
m['Subject'] = 'Héllo'
m['From'] = 'A <a@x.org>'
m['To'] = 'b@y.org, c@z.org'
m.set_content('body é\n')
m.add_alternative('<p>h</p>', subtype='html')
print(m['subject'], m['to'].addresses[0].domain, m.is_multipart(), m.get_content_type())
print([p.get_content_type() for p in m.walk()], m.get_body(('plain',)).get_content())
p = message_from_string('Subject: s\nX-A: 1\n  cont\nContent-Type: text/plain; charset="utf-8"\n\npayload\n')
print(p['subject'], repr(p['x-a']), p.get_payload(), p.get_content_charset(), p.keys())
print(p.get('nope', 'd'), p.as_string())
t = MIMEText('txt', 'plain', 'utf-8')
print(t.as_string())
print(Header('é', 'utf-8').encode(), decode_header('=?utf-8?b?w6k=?='), utils.parseaddr('N <n@x>'))
print(utils.formataddr(('N', 'n@x')), utils.parsedate('Mon, 20 Nov 1995 19:12:08 -0500'))
print(utils.formatdate(0), utils.getaddresses(['a@b, C <c@d>']))

# expect: Héllo y.org True multipart/alternative
# expect: ['multipart/alternative', 'text/plain', 'text/html'] body é
# expect:
# expect: s '1\n  cont' payload
# expect:  utf-8 ['Subject', 'X-A', 'Content-Type']
# expect: d Subject: s
# expect: X-A: 1
# expect:   cont
# expect: Content-Type: text/plain; charset="utf-8"
# expect:
# expect: payload
# expect:
# expect: Content-Type: text/plain; charset="utf-8"
# expect: MIME-Version: 1.0
# expect: Content-Transfer-Encoding: base64
# expect:
# expect: dHh0
# expect:
# expect: =?utf-8?b?w6k=?= [(b'\xc3\xa9', 'utf-8')] ('N', 'n@x')
# expect: N <n@x> (1995, 11, 20, 19, 12, 8, 0, 1, -1)
# expect: Thu, 01 Jan 1970 00:00:00 -0000 [('', 'a@b'), ('C', 'c@d')]
