# documents whole and in parts of every length: what handlers hear, and where the parser is, is the same
import hashlib, pyexpat, random, xml.etree.ElementTree as ElementTree

chance = random.Random(3)
pieces = ["<a>", "</a>", "<b x='1'>", "</b>", "<b/>", "<c y=\"2\" z='3' />", "<c y='1'\ny='2'/>", "text", " \n", "a]b", "]]>", "&lt;", "&#65;", "&amp;x", "&no;", "<!-- c -->", "<?pi x?>", "<![CDATA[<q>]]>",
          "<n:a xmlns:n='u'>", "</n:a>", "<n:b/>", "<d xmlns='v' e='1'>", "</d>", "<b x='a&lt;b\tc'/>", "<b x='<'/>", "\u00e9\u4e2d", "<\u00e9/>", "\x01", "<b  x = '1'  >", "</b >", "< b>", "<b x=1>", "<b x=''/>"]

def parse(document, cuts, separator, options):
    heard = []
    parser = pyexpat.ParserCreate(None, separator)
    for name, value in options.items():
        setattr(parser, name, value)
    def note(kind):
        def handler(*args):
            heard.append((kind, args, parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber) if kind != "text" else (kind, args))
        return handler
    parser.StartElementHandler, parser.EndElementHandler = note("start"), note("end")
    if options.get("buffer_text") or len(cuts) == 0:
        parser.CharacterDataHandler = note("text")
    if "whole" not in options and len(document) % 3 == 0:
        parser.CommentHandler = note("comment")
        parser.StartNamespaceDeclHandler = note("namespace")
    try:
        at = 0
        for cut in sorted(cuts):
            parser.Parse(document[at:cut])
            at = cut
        parser.Parse(document[at:], True)
    except pyexpat.ExpatError as error:
        heard.append((error.code, error.lineno, error.offset))
    return heard

for options in {}, {"buffer_text": True}, {"ordered_attributes": True, "buffer_text": True}, {"buffer_text": True, "buffer_size": 3000}, {"specified_attributes": True}:
    for separator in None, "}":
        digest = hashlib.md5()
        for _ in range(30):
            document = "<r>" + "".join(chance.choice(pieces) for _ in range(chance.randrange(12))) + chance.choice(["</r>", "</r>", ""])
            digest.update(repr(parse(document, [], separator, options)).encode("utf-8", "surrogatepass"))
        print(digest.hexdigest())
# expect: 251796dc8ddf77d4b9e136c6e8dfac49
# expect: 334206bff44ae53ac4ca201a99768a2e
# expect: 8af4ae8112f7bff30b7e3ee3130d4144
# expect: 6fcf0bf9a214ddc8da1aded650e591e1
# expect: d9e021c5e9379d0957a0ffb7cba31225
# expect: fe7038c8815e8412df1fb501ea278c4a
# expect: 3ccc0b81685eb7f6ce5fcc5e9774b1cf
# expect: 24e898064fb09ff0720b06b55f2b61d5
# expect: 923e330f594a157217fc31f8968ec419
# expect: b2b6ea5502065137e214bd70de6302be

# elements that are declared to have attributes, handlers that are changed on the way, errors out of handlers
parser = pyexpat.ParserCreate()
heard = []
def start(name, attributes):
    heard.append((name, attributes))
    if name == "swap":
        parser.StartElementHandler = lambda name, attributes: heard.append(("other", name))
        parser.CharacterDataHandler = None
    if name == "stop":
        parser.StartElementHandler = None
    if name == "bad":
        raise LookupError(name)
parser.StartElementHandler = start
parser.EndElementHandler = lambda name: heard.append("/" + name)
parser.CharacterDataHandler = heard.append
parser.Parse("<!DOCTYPE r [<!ATTLIST a k CDATA 'v' n NMTOKEN #IMPLIED>]><r><a/>t<a k='w' n='  x '>u</a><swap>v</swap><a/></r>", True)
print(heard)
# expect: [('r', {}), ('a', {'k': 'v'}), '/a', 't', ('a', {'k': 'w', 'n': 'x'}), 'u', '/a', ('swap', {}), '/swap', ('other', 'a'), '/a', '/r']
parser = pyexpat.ParserCreate()
heard.clear()
parser.StartElementHandler = start
try:
    parser.Parse("<r><a b='1'/><bad/><a/></r>", True)
except LookupError as error:
    print(error, heard)  # expect: bad [('r', {}), ('a', {'b': '1'}), ('bad', {})]
tree = ElementTree.fromstring("<r xmlns='u' xmlns:p='v'><p:a p:k='1' j='2'>t<b/>u</p:a>\n<c>&lt;</c></r>")
print([(e.tag, e.attrib, e.text, e.tail) for e in tree.iter()], ElementTree.tostring(tree))
# expect: [('{u}r', {}, None, None), ('{v}a', {'{v}k': '1', 'j': '2'}, 't', '\n'), ('{u}b', {}, None, 'u'), ('{u}c', {}, '<', None)] b'<ns0:r xmlns:ns0="u" xmlns:ns1="v"><ns1:a ns1:k="1" j="2">t<ns0:b />u</ns1:a>\n<ns0:c>&lt;</ns0:c></ns0:r>'
for bad in "<r><a></r>", "<r><a b='1' b='2'/></r>", "<r>", "<r/><r/>", "<r><p:a/></r>", "<r>\x00</r>":
    try:
        ElementTree.fromstring(bad)
    except ElementTree.ParseError as error:
        print(error, error.code, error.position)
# expect: mismatched tag: line 1, column 8 7 (1, 8)
# expect: duplicate attribute: line 1, column 12 8 (1, 12)
# expect: no element found: line 1, column 3 3 (1, 3)
# expect: junk after document element: line 1, column 4 9 (1, 4)
# expect: unbound prefix: line 1, column 3 27 (1, 3)
# expect: not well-formed (invalid token): line 1, column 3 4 (1, 3)
