# unicodedata: properties by checksum over samples, names both ways, normal forms, the old database
import unicodedata as u, zlib
def t(f,*a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
print(u.unidata_version, u.ucd_3_2_0.unidata_version)  # expect: 16.0.0 3.2.0
for v in (u,u.ucd_3_2_0):
    for fn in ('category','bidirectional','combining','east_asian_width','mirrored','decomposition'):
        f=getattr(v,fn); print(fn, zlib.crc32('|'.join(str(f(chr(c))) for c in range(0,0x110000,97)).encode()))
    for fn in ('decimal','digit','numeric','name'):
        f=getattr(v,fn); print(fn, zlib.crc32('|'.join(repr(f(chr(c),None)) for c in range(0,0x110000,97)).encode('utf8','surrogatepass')))
    for form in ('NFC','NFD','NFKC','NFKD'):
        print(form, zlib.crc32('|'.join(v.normalize(form,chr(c)) for c in range(0,0x30000,53) if not 0xd800<=c<0xe000).encode()), zlib.crc32('|'.join(v.normalize(form,'a'+chr(c)+'\u0323\u0301'+chr(c)+'b') for c in range(0,0x3000,31)).encode()))
# expect: category 3528058043
# expect: bidirectional 1869160575
# expect: combining 1407720702
# expect: east_asian_width 3491231493
# expect: mirrored 1088920481
# expect: decomposition 2463740968
# expect: decimal 3642118272
# expect: digit 3617371989
# expect: numeric 1565874181
# expect: name 2161311083
# expect: NFC 4262754016 278174861
# expect: NFD 293884344 3369310064
# expect: NFKC 3203135211 3077617775
# expect: NFKD 3038780434 2981256393
# expect: category 3730518699
# expect: bidirectional 3761600777
# expect: combining 3524984795
# expect: east_asian_width 482175750
# expect: mirrored 1173190106
# expect: decomposition 4253302785
# expect: decimal 4204292133
# expect: digit 3617371989
# expect: numeric 3215023702
# expect: name 3749115961
# expect: NFC 1368323899 278174861
# expect: NFD 1026517403 3369310064
# expect: NFKC 523464864 1164476915
# expect: NFKD 1397151410 2834403293
print(t(u.name,'\x00'),t(u.name,'ab'),t(u.name,1),t(u.lookup,'latin small letter a'),t(u.lookup,'NOPE'),t(u.lookup,'LATIN SMALL LETTER R WITH TILDE'),t(u.lookup,'BEL'),t(u.lookup,'HANGUL SYLLABLE GAG'),t(u.lookup,'CJK UNIFIED IDEOGRAPH-4E00'),t(u.normalize,'X','a'),t(u.normalize,'NFC',1),t(u.decimal,'a'),t(u.digit,'a'),t(u.numeric,'a'),t(u.numeric,'½'),t(u.category,''),t(u.category,1))
# expect-json: "('ValueError', 'no such name') ('TypeError', 'name(): argument 1 must be a unicode character, not a string of length 2') ('TypeError', 'name() argument 1 must be a unicode character, not int') a ('KeyError', '\"undefined character name \\'NOPE\\'\"') r\u0303 \u0007 \uac01 \u4e00 ('ValueError', 'invalid normalization form') ('TypeError', 'normalize() argument 2 must be str, not int') ('ValueError', 'not a decimal') ('ValueError', 'not a digit') ('ValueError', 'not a numeric character') 0.5 ('TypeError', 'category(): argument must be a unicode character, not a string of length 0') ('TypeError', 'category() argument must be a unicode character, not int')"
print('\N{LATIN SMALL LETTER E WITH ACUTE}\N{bullet}\N{NUL}'.encode('ascii','namereplace'), 'é😀\u4e00\uac01\x80'.encode('ascii','namereplace'), '\N{VS16}'=='\ufe0f')
# expect: b'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{BULLET}\x00' b'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{GRINNING FACE}\\N{CJK UNIFIED IDEOGRAPH-4E00}\\N{HANGUL SYLLABLE GAG}\\x80' True
print(t(eval,r"'\N{NOPE}'"), t(eval,r"'\N{KEYCAP DIGIT ONE}'"))
# expect: ('SyntaxError', "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name (<string>, line 1)") ('SyntaxError', "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-19: unknown Unicode character name (<string>, line 1)")
print(u.is_normalized('NFC','é'),u.is_normalized('NFD','é'),u.normalize('NFC','가'),len(u.normalize('NFD','각')),u.normalize('NFKC','ﬁ①'))
# expect: True False 가 3 fi1
print('straße.例え'.encode('idna'), 'xn--strae-oqa'.encode().decode('idna') if 0 else '')
# expect-json: "b'strasse.xn--r8jz45g' "
