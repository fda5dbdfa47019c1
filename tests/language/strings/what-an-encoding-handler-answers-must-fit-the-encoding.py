import codecs
codecs.register_error("r1", lambda e: ("é", e.end))
codecs.register_error("r2", lambda e: (b"\xff", e.end))
codecs.register_error("r3", lambda e: ("?", e.end))
for enc in ("ascii", "latin-1", "utf-8", "cp1252", "utf-16-le"):
    for h in ("r1", "r2", "r3"):
        for s in ("a\u4e00b\ud800c", "\udfff"):
            try: print(enc, h, s.encode(enc, h))
            except UnicodeEncodeError as e: print(enc, h, e.encoding, e.start, e.end, e.reason, ascii(e.object))
# expect: ascii r1 ascii 1 2 ordinal not in range(128) 'a\u4e00b\ud800c'
# expect: ascii r1 ascii 0 1 ordinal not in range(128) '\udfff'
# expect: ascii r2 b'a\xffb\xffc'
# expect: ascii r2 b'\xff'
# expect: ascii r3 b'a?b?c'
# expect: ascii r3 b'?'
# expect: latin-1 r1 b'a\xe9b\xe9c'
# expect: latin-1 r1 b'\xe9'
# expect: latin-1 r2 b'a\xffb\xffc'
# expect: latin-1 r2 b'\xff'
# expect: latin-1 r3 b'a?b?c'
# expect: latin-1 r3 b'?'
# expect: utf-8 r1 utf-8 3 4 surrogates not allowed 'a\u4e00b\ud800c'
# expect: utf-8 r1 utf-8 0 1 surrogates not allowed '\udfff'
# expect: utf-8 r2 b'a\xe4\xb8\x80b\xffc'
# expect: utf-8 r2 b'\xff'
# expect: utf-8 r3 b'a\xe4\xb8\x80b?c'
# expect: utf-8 r3 b'?'
# expect: cp1252 r1 b'a\xe9b\xe9c'
# expect: cp1252 r1 b'\xe9'
# expect: cp1252 r2 b'a\xffb\xffc'
# expect: cp1252 r2 b'\xff'
# expect: cp1252 r3 b'a?b?c'
# expect: cp1252 r3 b'?'
# expect: utf-16-le r1 utf-16-le 3 4 surrogates not allowed 'a\u4e00b\ud800c'
# expect: utf-16-le r1 utf-16-le 0 1 surrogates not allowed '\udfff'
# expect: utf-16-le r2 utf-16-le 3 4 surrogates not allowed 'a\u4e00b\ud800c'
# expect: utf-16-le r2 utf-16-le 0 1 surrogates not allowed '\udfff'
# expect: utf-16-le r3 b'a\x00\x00Nb\x00?\x00c\x00'
# expect: utf-16-le r3 b'?\x00'
