# XML is read: text, attributes, entities, names with prefixes, and errors with their places
import io
import xml.etree.ElementTree as ET
import xml.sax
import xml.sax.handler
from xml.dom import minidom
from xml.parsers import expat

document = """<?xml version="1.0"?>
<!DOCTYPE a [
  <!ENTITY e "<x>y</x>z">
  <!ATTLIST b k CDATA "preset" n NMTOKENS #IMPLIED>
]>
<a x="1 &lt; 2"><b k2="v" n=" one  two "/>tail &amp; more &e;<!-- c --><![CDATA[<raw>]]>\r\nend</a>"""
print(ET.tostring(ET.fromstring(document)))
# expect: b'<a x="1 &lt; 2"><b k2="v" n="one two" k="preset" />tail &amp; more <x>y</x>z&lt;raw&gt;\nend</a>'
print(ET.tostring(ET.fromstring('<r xmlns="urn:d" xmlns:p="urn:p"><p:c p:a="1" b="2"/><c/></r>')))
# expect: b'<ns0:r xmlns:ns0="urn:d" xmlns:ns1="urn:p"><ns1:c ns1:a="1" b="2" /><ns0:c /></ns0:r>'
print(ET.fromstring("<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>".encode("latin-1")).text, ET.fromstring("<a>\u20ac</a>".encode("utf-16")).text)
# expect: é €
print([(event, element.tag) for event, element in ET.iterparse(io.BytesIO(b"<a><b/><c>t</c></a>"), events=("start", "end"))])
# expect: [('start', 'a'), ('start', 'b'), ('end', 'b'), ('start', 'c'), ('end', 'c'), ('end', 'a')]
print(next(ET.iterparse(io.BytesIO(b"<a><b/></a>")))[1].tag)  # expect: b
pull = ET.XMLPullParser(["end"])
for character in "<a><b k='v'>t&amp;u</b></a>":
    pull.feed(character)
print([(element.tag, element.text) for _, element in pull.read_events()])
# expect: [('b', 't&u'), ('a', None)]
for wrong in ["", "<a>", "<a></b>", "<a", "<a b></a>", "<a b=1/>", "<a>&x;</a>", "<a/><b/>", "text", "<a>&#0;</a>", "<a x='1' x='2'/>", "<p:a/>",
              "<a><![CDATA[x</a>", "<a><!-- -- --></a>", "<a>]]></a>", "<a b='<'/>", "<a>\x01</a>", " <?xml version='1.0'?><a/>", "<a>&amp</a>", "<1/>",
              "<a></a", "<?xml version='1.0' encoding='nope'?><a/>", "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>", "<a></a>junk", "<a>\n<b>\n</a>"]:
    try:
        ET.fromstring(wrong)
        print("no error", wrong)
    except ET.ParseError as error:
        print(repr(wrong)[:40], error, error.code, error.position)
# expect: '' no element found: line 1, column 0 3 (1, 0)
# expect: '<a>' no element found: line 1, column 3 3 (1, 3)
# expect: '<a></b>' mismatched tag: line 1, column 5 7 (1, 5)
# expect: '<a' unclosed token: line 1, column 0 5 (1, 0)
# expect: '<a b></a>' not well-formed (invalid token): line 1, column 4 4 (1, 4)
# expect: '<a b=1/>' not well-formed (invalid token): line 1, column 5 4 (1, 5)
# expect: '<a>&x;</a>' undefined entity: line 1, column 3 11 (1, 3)
# expect: '<a/><b/>' junk after document element: line 1, column 4 9 (1, 4)
# expect: 'text' syntax error: line 1, column 0 2 (1, 0)
# expect: '<a>&#0;</a>' reference to invalid character number: line 1, column 3 14 (1, 3)
# expect: "<a x='1' x='2'/>" duplicate attribute: line 1, column 9 8 (1, 9)
# expect: '<p:a/>' unbound prefix: line 1, column 0 27 (1, 0)
# expect: '<a><![CDATA[x</a>' unclosed CDATA section: line 1, column 17 20 (1, 17)
# expect: '<a><!-- -- --></a>' not well-formed (invalid token): line 1, column 10 4 (1, 10)
# expect: '<a>]]></a>' not well-formed (invalid token): line 1, column 5 4 (1, 5)
# expect: "<a b='<'/>" not well-formed (invalid token): line 1, column 6 4 (1, 6)
# expect: '<a>\x01</a>' not well-formed (invalid token): line 1, column 3 4 (1, 3)
# expect: " <?xml version='1.0'?><a/>" XML or text declaration not at start of entity: line 1, column 1 17 (1, 1)
# expect: '<a>&amp</a>' not well-formed (invalid token): line 1, column 7 4 (1, 7)
# expect: '<1/>' not well-formed (invalid token): line 1, column 1 4 (1, 1)
# expect: '<a></a' unclosed token: line 1, column 3 5 (1, 3)
# expect: no error <?xml version='1.0' encoding='nope'?><a/>
# expect: "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY  recursive entity reference: line 1, column 52 12 (1, 52)
# expect: '<a></a>junk' junk after document element: line 1, column 7 9 (1, 7)
# expect: '<a>\n<b>\n</a>' mismatched tag: line 3, column 2 7 (3, 2)
print(minidom.parseString("<!DOCTYPE a SYSTEM 'a.dtd' [<!NOTATION n PUBLIC 'p'>]><a><b c='d'>t</b><?do it?></a>").toprettyxml(indent=" "))
# expect: <?xml version="1.0" ?>
# expect: <!DOCTYPE a
# expect-json: "  SYSTEM 'a.dtd' [<!NOTATION n PUBLIC 'p'>]>"
# expect: <a>
# expect-json: " <b c=\"d\">t</b>"
# expect-json: " <?do it?>"
# expect: </a>
# expect:


class Teller(xml.sax.handler.ContentHandler):
    def startElement(self, name, attributes):
        print("start", name, dict(attributes))
    def characters(self, content):
        print("text", repr(content))
    def endElement(self, name):
        print("end", name)


xml.sax.parseString(b"<a x='1'>t<b/>u</a>", Teller())
# expect: start a {'x': '1'}
# expect: text 't'
# expect: start b {}
# expect: end b
# expect: text 'u'
# expect: end a
parser = expat.ParserCreate()
for name in ("XmlDecl", "StartDoctypeDecl", "EndDoctypeDecl", "ElementDecl", "AttlistDecl", "EntityDecl", "NotationDecl", "UnparsedEntityDecl", "Comment",
             "StartElement", "EndElement", "CharacterData", "StartCdataSection", "EndCdataSection", "ProcessingInstruction", "Default"):
    setattr(parser, name + "Handler", lambda *args, name=name: print(name, *args))
parser.Parse("""<?xml version='1.0' encoding='utf-8' standalone='yes'?><!DOCTYPE a PUBLIC 'pub' "sys" [
<!ELEMENT a (b?, (c | d)+, e*)><!ELEMENT b (#PCDATA|x)*><!ELEMENT c EMPTY>
<!ATTLIST a k (one|two) 'one' l ID #REQUIRED m CDATA #FIXED 'f'>
<!ENTITY i 'in&#65;'><!ENTITY o SYSTEM 'o.xml'><!ENTITY pic SYSTEM 'p.gif' NDATA gif><!NOTATION gif SYSTEM 'viewer'>
]><a l='1'>&i;<!--c--><b><![CDATA[x]]></b>
line<?go now?></a>""", True)
# expect: XmlDecl 1.0 utf-8 1
# expect: StartDoctypeDecl a sys pub 1
# expect-json: "Default "
# expect:
# expect: ElementDecl a (6, 0, None, ((4, 1, 'b', ()), (5, 3, None, ((4, 0, 'c', ()), (4, 0, 'd', ()))), (4, 2, 'e', ())))
# expect: ElementDecl b (3, 2, None, ((4, 0, 'x', ()),))
# expect: ElementDecl c (1, 0, None, ())
# expect-json: "Default "
# expect:
# expect: AttlistDecl a k (one|two) one 0
# expect: AttlistDecl a l ID None 1
# expect: AttlistDecl a m CDATA f 1
# expect-json: "Default "
# expect:
# expect: EntityDecl i 0 inA None None None None
# expect: EntityDecl o 0 None None o.xml None None
# expect: UnparsedEntityDecl pic None p.gif None gif
# expect: NotationDecl gif None viewer None
# expect-json: "Default "
# expect:
# expect: EndDoctypeDecl
# expect: StartElement a {'l': '1', 'k': 'one', 'm': 'f'}
# expect: Default &i;
# expect: Comment c
# expect: StartElement b {}
# expect: StartCdataSection
# expect: CharacterData x
# expect: EndCdataSection
# expect: EndElement b
# expect-json: "CharacterData "
# expect:
# expect: CharacterData line
# expect: ProcessingInstruction go now
# expect: EndElement a
try:
    parser.Parse("<b/>", True)
except expat.ExpatError as error:
    print(error, error.code, expat.errors.codes[expat.errors.XML_ERROR_FINISHED])
# expect: parsing finished: line 6, column 18 36 36
