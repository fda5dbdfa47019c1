# html urllib and text tools
import html
import urllib.parse as u

print(html.escape("<a href='x'>&</a>"), html.unescape("&lt;&eacute;&#x41;&amp;"))
# expect: &lt;a href=&#x27;x&#x27;&gt;&amp;&lt;/a&gt; <éA&
print(u.quote("a b/é?"), u.unquote("a%20b%C3%A9"), u.urlencode({"q": "x y", "n": 1}), u.urljoin("http://a/b/c", "../d"))
# expect: a%20b/%C3%A9%3F a bé q=x+y&n=1 http://a/d
p = u.urlparse("https://user:pw@host:8080/path;p?q=1&r=2#frag")
print(p.scheme, p.hostname, p.port, p.path, p.query, p.fragment, u.parse_qs("a=1&a=2&b="))
# expect: https host 8080 /path q=1&r=2 frag {'a': ['1', '2']}
