# The parser: Parse() adds to the text, _run() goes from one piece of markup to the next and stops before what has no end yet.
_HANDLERS = (
    "AttlistDeclHandler", "CharacterDataHandler", "CommentHandler", "DefaultHandler", "DefaultHandlerExpand", "ElementDeclHandler",
    "EndCdataSectionHandler", "EndDoctypeDeclHandler", "EndElementHandler", "EndNamespaceDeclHandler", "EntityDeclHandler",
    "ExternalEntityRefHandler", "NotStandaloneHandler", "NotationDeclHandler", "ProcessingInstructionHandler", "SkippedEntityHandler",
    "StartCdataSectionHandler", "StartDoctypeDeclHandler", "StartElementHandler", "StartNamespaceDeclHandler", "UnparsedEntityDeclHandler",
    "XmlDeclHandler")
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
# Entities may make of a document so many times its size, once they have made this much of it.
_AMPLIFICATION_LIMIT = 100
_AMPLIFICATION_FREE = 8 * 1024 * 1024


def _whole(number):
    if not isinstance(number, int):
        raise TypeError(f"an integer is required (got type {type(number).__name__})")
    if number < 0:
        raise ValueError("value must be positive")
    return number


class _Entity:
    __slots__ = ("name", "value", "base", "system_id", "public_id", "notation", "is_open")

    def __init__(self, name, value, base=None, system_id=None, public_id=None, notation=None):
        self.name = name
        self.value = value
        self.base = base
        self.system_id = system_id
        self.public_id = public_id
        self.notation = notation
        self.is_open = False


class _Doctype:
    # What declarations say; shared with the parsers of external entities.
    def __init__(self):
        self.entities = {}
        self.parameters = {}
        self.attributes = {}
        self.is_incomplete = False
        self.is_standalone = False
        self.expanded = 0
        self.input = 0
        self.most_expanded = _AMPLIFICATION_FREE
        self.most_times = _AMPLIFICATION_LIMIT


class xmlparser:
    """XML parser"""

    def __init__(self, *args, **kwargs):
        raise TypeError("cannot create 'pyexpat.xmlparser' instances")

    def _set_up(self, encoding, separator, intern):
        self.__dict__.update(dict.fromkeys(_HANDLERS), intern=intern, buffer_size=8192, _held=[])
        self.buffer_text = self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self._encoding = encoding
        self._separator = separator
        self._doctype = _Doctype()
        self._is_child = False
        self._namespaces = {"xml": _XML_NAMESPACE}
        self._base = None
        self._bytes = b""
        self._decoder = None
        self._text = ""
        self._at = 0
        self._gone = (0, 1, 0)
        self._error = None
        self._stack = []
        self._phase = "start"
        self._is_final = False
        self._is_running = False
        self._parameter_parsing = 0
        self._foreign = False
        self._deferral = True
        self._subset = None
        self._entity_depth = 0

    def __setattr__(self, name, value):
        if name == "CharacterDataHandler" or name == "buffer_text":
            self._flush()
        if name in ("buffer_text", "ordered_attributes", "specified_attributes", "namespace_prefixes"):
            value = bool(value)
        elif name not in self.__dict__ and not name.startswith("_"):
            raise AttributeError(f"'pyexpat.xmlparser' object has no attribute '{name}'")
        elif name == "buffer_size":
            if not isinstance(value, int):
                raise TypeError("buffer_size must be an integer")
            if value <= 0:
                raise ValueError("buffer_size must be greater than zero")
            self._flush()
        object.__setattr__(self, name, value)

    # --- what the program asks for ---

    def Parse(self, data, isfinal=False, /):
        """Parse XML data."""
        if self._phase == "failed":
            raise self._failure
        if self._is_final:
            self._fail(_Wrong("FINISHED", self._at))
        self._is_final = bool(isfinal)
        try:
            self._add(data)
            self._run()
            if self._is_final:
                self._finish()
            self._flush()
        except _Wrong as wrong:
            self._fail(wrong)
        self._forget()
        return 1

    def ParseFile(self, file, /):
        """Parse XML data from file-like object."""
        while True:
            data = file.read(2048)
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError(f"read() did not return a bytes object (type={type(data).__name__})")
            if not data:
                return self.Parse(b"", True)
            self.Parse(data)

    def SetBase(self, base, /):
        """Set the base URL for the parser."""
        self._base = base

    def GetBase(self):
        """Return base URL string for the parser."""
        return self._base

    def GetInputContext(self):
        """Return the untranslated text of the input that caused the current event."""
        return self._text[self._at:].encode() if self._is_running else None

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        """Create a parser for parsing an external entity based on the information passed to the ExternalEntityRefHandler."""
        child = object.__new__(xmlparser)
        child._set_up(encoding, self._separator, self.intern)
        for name in (*_HANDLERS, "buffer_text", "buffer_size", "ordered_attributes", "specified_attributes", "namespace_prefixes",
                     "_doctype", "_base", "_parameter_parsing"):
            object.__setattr__(child, name, getattr(self, name))
        child._is_child = True
        child._namespaces = dict(self._namespaces)
        child._phase = "start content" if context is not None else "start subset"
        return child

    def SetParamEntityParsing(self, flag, /):
        """Controls parsing of parameter entities (including the external DTD subset)."""
        self._parameter_parsing = flag
        return 1

    def UseForeignDTD(self, flag=True, /):
        """Allows the application to provide an artificial external subset if one is not specified as part of the document instance."""
        if self._is_running or self._phase != "start":
            self._fail(_Wrong("CANT_CHANGE_FEATURE_ONCE_PARSING", self._at))
        self._foreign = bool(flag)

    def GetReparseDeferralEnabled(self):
        """Retrieve reparse deferral enabled status; always returns false with Expat <2.6.0."""
        return self._deferral

    def SetReparseDeferralEnabled(self, enabled, /):
        """Enable/Disable reparse deferral; enabled by default with Expat >=2.6.0."""
        self._deferral = bool(enabled)

    def SetBillionLaughsAttackProtectionActivationThreshold(self, threshold, /):
        """Sets the number of output bytes needed to activate protection against billion laughs attacks."""
        self._limited().most_expanded = _whole(threshold)

    def SetBillionLaughsAttackProtectionMaximumAmplification(self, max_factor, /):
        """Sets the maximum tolerated amplification factor for protection against billion laughs attacks."""
        doctype = self._limited(max_factor >= 1.0)
        doctype.most_times = max_factor

    def _limited(self, is_right=True):
        # Entities are counted for a document, so its own parser has the limits.
        if self._is_child:
            raise ExpatError("parser must be a root parser")
        if not is_right:
            raise ExpatError("'max_factor' must be at least 1.0")
        return self._doctype

    # --- places ---

    def _place(self, at):
        # (byte, line, column) of a place in the text.
        before = self._text[:at]
        size, line, column = self._gone
        lines = before.count("\n")
        return (size + len(before.encode("utf-8", "surrogatepass")), line + lines,
                len(before) - before.rfind("\n") - 1 if lines else column + len(before))

    CurrentByteIndex = property(lambda self: self._place(self._at)[0])
    CurrentLineNumber = property(lambda self: self._place(self._at)[1])
    CurrentColumnNumber = property(lambda self: self._place(self._at)[2])
    ErrorByteIndex = property(lambda self: self._error[0] if self._error else self._place(self._at)[0])
    ErrorLineNumber = property(lambda self: self._error[1] if self._error else self._place(self._at)[1])
    ErrorColumnNumber = property(lambda self: self._error[2] if self._error else self._place(self._at)[2])
    ErrorCode = property(lambda self: self._failure.code if self._phase == "failed" else 0)

    def _fail(self, wrong):
        self._error = self._place(wrong.at)
        error = ExpatError(f"{ErrorString(wrong.code)}: line {self._error[1]}, column {self._error[2]}")
        error.code = wrong.code
        error.lineno, error.offset = self._error[1:]
        self._failure = error
        self._phase = "failed"
        raise error from None

    def _forget(self):
        # Text that has been dealt with goes, but for its place.
        if self._at > 4096 or self._at == len(self._text):
            self._gone = self._place(self._at)
            self._text = self._text[self._at:]
            self._at = 0

    # --- text ---

    def _add(self, data):
        if isinstance(data, str):
            if self._decoder is None:
                self._decoder = False
            text = data
        else:
            data = bytes(data) if not isinstance(data, bytes) else data
            text = self._decode(data)
        self._doctype.input += len(text)
        if "\r" in text or self._text.endswith("\r"):
            if self._text.endswith("\r"):
                self._text, text = self._text[:-1], "\r" + text
            last = "\r" if text.endswith("\r") and not self._is_final else ""
            text = (text[:-1] if last else text).replace("\r\n", "\n").replace("\r", "\n") + last
        self._text += text

    def _decode(self, data):
        if self._decoder is None:
            self._bytes += data
            encoding = self._encoding or self._detect(self._bytes)
            if encoding is None:
                return ""
            try:
                self._decoder = codecs.getincrementaldecoder(encoding)()
            except LookupError:
                raise _Wrong("UNKNOWN_ENCODING", max(self._bytes.find(b"encoding") + 10, 0)) from None
            data, self._bytes = self._bytes, b""
        if self._decoder is False:
            return data.decode("utf-8", "surrogateescape")
        try:
            return self._decoder.decode(data, self._is_final)
        except UnicodeDecodeError as error:
            good = bytes(error.object[:error.start]).decode(error.encoding, "replace") if error.encoding != "utf-8" else error.object[:error.start].decode()
            self._text += good
            code = "UNCLOSED_TOKEN" if self._is_final and error.reason == "unexpected end of data" else "INVALID_TOKEN"
            raise _Wrong(code, len(self._text)) from None

    def _detect(self, data):
        for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
            if data.startswith(mark):
                return encoding
        if not self._is_final and (len(data) < 5 and b"<?xml".startswith(data) or data.startswith(b"<?xml") and b"?>" not in data):
            return None
        found = re.match(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""", data)
        name = found[1].decode() if found else "utf-8"
        return "utf-8" if name.lower() in ("utf-16", "utf-16le", "utf-16be") else name

    # --- from one piece to the next ---

    def _run(self):
        self._is_running = True
        try:
            while self._at < len(self._text):
                getattr(self, "_in_" + self._phase.replace(" ", "_"))()
        except _Incomplete:
            pass
        finally:
            self._is_running = False

    def _finish(self):
        if self._at < len(self._text):
            is_cdata = self._text.startswith("<![CDATA[", self._at)
            if is_cdata:
                raise _Wrong("UNCLOSED_CDATA_SECTION", len(self._text))
            raise _Wrong("UNCLOSED_TOKEN", self._at)
        if self._phase in ("content", "prolog", "start") or self._phase == "external" and self._stack:
            raise _Wrong("NO_ELEMENTS" if self._phase != "external" else "ASYNC_ENTITY", self._at)

    def _wait(self, name="UNCLOSED_TOKEN"):
        # More of the document must come.
        if self._is_final or self._entity_depth:
            raise _Wrong(name, len(self._text) if name == "UNCLOSED_CDATA_SECTION" else self._at)
        raise _Incomplete

    def _in_start(self):
        text = self._text
        if not self._is_final and len(text) < 6 and "<?xml ".startswith(text):
            raise _Incomplete
        if text.startswith("<?xml") and text[5:6] in " \t\n":
            if "?>" not in text:
                self._wait()
            found = _find_declaration(text)
            if found is None:
                raise _Wrong("XML_DECL", self._wrong_declaration(text))
            version, version2, encoding, encoding2, standalone = found.groups()
            self._doctype.is_standalone = standalone == "yes"
            self._tell("XmlDeclHandler", found[0], version or version2, encoding or encoding2, -1 if standalone is None else int(standalone == "yes"))
            self._at = found.end()
        self._phase = "prolog"

    def _wrong_declaration(self, text):
        found = re.match(r"<\?xml\s+version\s*=\s*[\"'][^\"']*[\"']\s*(?:encoding\s*=\s*[\"'][^\"']*[\"']\s*)?", text)
        return found.end() if found else 6

    def _in_start_content(self):
        self._skip_text_declaration()
        self._phase = "external"

    def _in_start_subset(self):
        self._skip_text_declaration()
        self._phase = "subset"

    def _skip_text_declaration(self):
        if found := _find_text_declaration(self._text):
            self._at = found.end()

    def _in_subset(self):
        if not self._is_final:
            raise _Incomplete
        end = self._declarations(self._text, self._at, True)
        self._at = end

    def _in_prolog(self):
        text, at = self._text, self._at
        if self._skip_space():
            return
        if text[at] != "<":
            if name := _find_name(text, at):
                end = name.end()
                raise _Wrong("SYNTAX" if text[end:end + 1] in " \t\n>[%|,)?*+" else "INVALID_TOKEN", at if text[end:end + 1] in " \t\n>[%|,)?*+" else end)
            raise _Wrong("SYNTAX" if text[at] in "&]" else "INVALID_TOKEN", at)
        if self._comment_or_instruction():
            return
        if text.startswith("<!DOCTYPE", at):
            self._read_doctype()
        elif text.startswith("<!", at):
            if len(text) - at < 9 and "<!DOCTYPE".startswith(text[at:]):
                self._wait()
            raise _Wrong("SYNTAX" if text.startswith("<![", at) else "INVALID_TOKEN", at if text.startswith("<![", at) else at + 2)
        else:
            if self._foreign:
                self._foreign = False
                self._external_subset(None, None)
            self._phase = "content"
            self._start_tag()

    def _in_content(self):
        self._plain_pieces()
        if self._at < len(self._text) and self._phase == "content":
            self._one_piece()

    def _in_external(self):
        self._one_piece()

    def _plain_pieces(self):
        # Tags and text of the common kinds, one after another; it stops in front of whatever else there is. (What changes is put into the dict:
        # none of it is __setattr__'s affair.)
        own = self.__dict__
        text, at, stack, held, separator, namespaces = self._text, self._at, self._stack, self._held, self._separator, self._namespaces
        while stack and not self._doctype.attributes:
            found = _find_plain_piece(text, at)
            if found is None:
                break
            name, attributes, is_empty, closed, run = found.groups()
            if run is not None:
                if not held and own["buffer_text"] and own["CharacterDataHandler"] is not None and len(run) <= own["buffer_size"]:
                    held.append(run)
                else:
                    self._characters(run)
            elif closed is not None:
                handler = own["EndElementHandler"]
                expected, shown, declared = stack[-1]
                if handler is None or closed != expected or declared:
                    break
                stack.pop()
                if held:
                    self._flush()
                handler(shown)
                if not stack:
                    own["_phase"] = "epilog"
            else:
                handler = own["StartElementHandler"]
                pairs = _find_attributes(attributes) if attributes else ()
                if handler is None or separator is not None and any([":" in pair[0] or pair[0] == "xmlns" for pair in pairs]):
                    break
                if len(pairs) > 1 and len({pair[0] for pair in pairs}) < len(pairs):
                    break
                shown = name if separator is None or namespaces.get(None) is None and ":" not in name else self._expanded_name(name)
                if held:
                    self._flush()
                if own["ordered_attributes"]:
                    handler(shown, [part for key, value, other in pairs for part in (key, value or other)])
                else:
                    handler(shown, {key: value or other for key, value, other in pairs})
                if is_empty:
                    own["_at"] = found.end()
                    self._end_element(shown, (), None)
                else:
                    stack.append((name, shown, ()))
            own["_at"] = at = found.end()

    def _in_epilog(self):
        text, at = self._text, self._at
        if self._skip_space():
            return
        if text[at] == "<" and self._comment_or_instruction():
            return
        if text[at:] in ("<", "<!", "<!-"):
            self._wait()
        raise _Wrong("JUNK_AFTER_DOC_ELEMENT", at)

    def _skip_space(self):
        end = _find_space(self._text, self._at).end()
        if end == self._at:
            return False
        self._tell_default(self._text[self._at:end])
        self._at = end
        return True

    def _one_piece(self):
        text, at = self._text, self._at
        first = text[at]
        if first == "<":
            second = text[at + 1:at + 2]
            if second == "/":
                self._end_tag()
            elif second == "!" or second == "?":
                if not self._comment_or_instruction():
                    self._cdata()
            else:
                self._start_tag()
        elif first == "&":
            self._reference()
        else:
            run = _find_text(text, at)[0]
            end = run.find("]]>")
            if end >= 0:
                raise _Wrong("INVALID_TOKEN", at + end + 2)
            if wrong := _find_wrong(run):
                if wrong.start():
                    self._characters(run[:wrong.start()])
                raise _Wrong("INVALID_TOKEN", at + wrong.start())
            if at + len(run) == len(text) and not self._is_final and run[-1] in "]\r":
                run = run.rstrip("]\r")
                if not run:
                    raise _Incomplete
            self._characters(run)
            self._at = at + len(run)

    def _comment_or_instruction(self):
        text, at = self._text, self._at
        if text.startswith("<!--", at):
            end = text.find("--", at + 4)
            if end < 0 or end + 2 == len(text):
                self._wait()
            if text[end + 2] != ">":
                raise _Wrong("INVALID_TOKEN", end + 2)
            self._check(at, end)
            self._tell("CommentHandler", text[at:end + 3], text[at + 4:end])
            self._at = end + 3
            return True
        if text.startswith("<?", at):
            end = text.find("?>", at + 2)
            if end < 0:
                self._wait()
            name = _find_name(text, at + 2)
            if name is None:
                raise _Wrong("INVALID_TOKEN", at + 2)
            if name[0].lower() == "xml":
                raise _Wrong("MISPLACED_XML_PI" if name[0] == "xml" else "INVALID_TOKEN", at)
            if name.end() != end and text[name.end()] not in " \t\n":
                raise _Wrong("INVALID_TOKEN", name.end())
            self._check(at, end)
            self._tell("ProcessingInstructionHandler", text[at:end + 2], name[0], text[name.end():end].lstrip(" \t\n"))
            self._at = end + 2
            return True
        if text[at:] in ("<", "<!", "<!-"):
            self._wait()
        return False

    def _check(self, start, end):
        if wrong := _find_wrong(self._text, start, end):
            raise _Wrong("INVALID_TOKEN", wrong.start())

    def _cdata(self):
        text, at = self._text, self._at
        if not text.startswith("<![CDATA[", at):
            if len(text) - at < 9 and "<![CDATA[".startswith(text[at:]):
                self._wait()
            raise _Wrong("INVALID_TOKEN", at + 2)
        end = text.find("]]>", at)
        if end < 0:
            self._wait("UNCLOSED_CDATA_SECTION")
        self._check(at, end)
        self._tell("StartCdataSectionHandler", text[at:at + 9])
        if end > at + 9:
            self._characters(text[at + 9:end])
        self._tell("EndCdataSectionHandler", "]]>")
        self._at = end + 3

    def _reference(self):
        text, at = self._text, self._at
        found = _find_reference(text, at)
        if found is None:
            end = text.find(";", at)
            if end < 0 and not re.search(r"[^\w#.:\-]", text[at + 1:]):
                self._wait()
            raise _Wrong("INVALID_TOKEN", self._wrong_reference(text, at))
        decimal, hexadecimal, name = found.groups()
        if name is None:
            self._characters(self._character(decimal, hexadecimal, at), found[0])
        elif name in _PREDEFINED:
            self._characters(_PREDEFINED[name], found[0])
        else:
            self._entity(name, found[0])
        self._at = found.end()

    def _wrong_reference(self, text, at):
        name = _find_name(text, at + 1)
        return name.end() if name else at + 1

    def _character(self, decimal, hexadecimal, at):
        code = int(decimal) if decimal else int(hexadecimal, 16)
        if code > 0x10ffff or _find_wrong(chr(code)):
            raise _Wrong("BAD_CHAR_REF", at)
        return chr(code)

    def _entity(self, name, raw):
        entity = self._doctype.entities.get(name)
        if entity is None:
            if self._doctype.is_incomplete and not self._doctype.is_standalone:
                if self.SkippedEntityHandler is not None:
                    self._tell("SkippedEntityHandler", raw, name, 0)
                else:
                    self._tell_default(raw)
                return
            raise _Wrong("UNDEFINED_ENTITY", self._at)
        if entity.is_open:
            raise _Wrong("RECURSIVE_ENTITY_REF", self._at)
        if entity.notation is not None:
            raise _Wrong("BINARY_ENTITY_REF", self._at)
        if entity.value is None:
            self._flush()
            if self.ExternalEntityRefHandler is None:
                self._tell_default(raw)
            elif not self.ExternalEntityRefHandler(name, entity.base, entity.system_id, entity.public_id):
                raise _Wrong("EXTERNAL_ENTITY_HANDLING", self._at)
            return
        if self.DefaultHandler is not None and self.DefaultHandlerExpand is None:
            if self.SkippedEntityHandler is not None:
                self._tell("SkippedEntityHandler", raw, name, 0)
            else:
                self._tell_default(raw)
            return
        self._expand(entity)

    def _count_expansion(self, size):
        doctype = self._doctype
        doctype.expanded += size
        if doctype.expanded > doctype.most_expanded and doctype.expanded > doctype.most_times * doctype.input:
            raise _Wrong("AMPLIFICATION_LIMIT_BREACH", self._at)

    def _expand(self, entity):
        # The text of an entity is content of its own, in which every element that starts ends.
        self._count_expansion(len(entity.value))
        before = self._text, self._at, self._gone
        depth = len(self._stack)
        entity.is_open = True
        self._entity_depth += 1
        try:
            self._text, self._at = entity.value, 0
            while self._at < len(self._text):
                if len(self._stack) < depth:
                    raise _Wrong("ASYNC_ENTITY", 0)
                self._one_piece()
            if len(self._stack) != depth:
                raise _Wrong("ASYNC_ENTITY", 0)
        except _Wrong as wrong:
            wrong.at = before[1]
            raise
        finally:
            self._text, self._at, self._gone = before
            entity.is_open = False
            self._entity_depth -= 1

    # --- elements ---

    def _start_tag(self):
        text, at = self._text, self._at
        found = _find_start_tag(text, at)
        if found is None:
            self._wrong_start_tag(text, at)
        name, attributes, is_empty = found.groups()
        pairs = self._attributes(name, _find_attributes(attributes)) if attributes else []
        specified = len(pairs)
        if name in self._doctype.attributes:
            pairs = self._with_defaults(name, pairs)
        declared = ()
        shown = name
        if self._separator is not None:
            pairs, specified, declared = self._declare_namespaces(pairs, specified)
            shown = self._expanded_name(name)
        if self.specified_attributes:
            pairs = pairs[:specified]
        handler = self.StartElementHandler
        if handler is None:
            self._tell_default(found[0])
        else:
            self._flush()
            if self.ordered_attributes:
                handler(shown, [part for pair in pairs for part in pair])
            else:
                handler(shown, dict(pairs))
        self._at = found.end()
        if is_empty:
            self._end_element(shown, declared, None if handler or self.EndElementHandler else "")
        else:
            self._stack.append((name, shown, declared))
        if not self._stack and self._phase == "content" and not self._entity_depth:
            self._phase = "epilog"

    def _wrong_start_tag(self, text, at):
        # Says where the first mistake is, if what is there is not just the beginning of a tag.
        name = _find_name(text, at + 1)
        place = name.end() if name else at + 1
        while name and place < len(text):
            attribute = _find_attribute(text, place)
            if attribute is None:
                gap = _find_space(text, place).end()
                rest = text[gap:gap + 2]
                if not rest or rest == "/":
                    self._wait()
                key = _find_name(text, gap)
                if key and gap > place:
                    gap = _find_space(text, key.end()).end()
                    if gap == len(text):
                        self._wait()
                elif rest[0] == "/":
                    gap += 1
                raise _Wrong("INVALID_TOKEN", gap)
            if attribute.start(1) == place:
                raise _Wrong("INVALID_TOKEN", place)
            place = attribute.end()
            quote = text[place:place + 1]
            if quote and quote not in "\"'":
                raise _Wrong("INVALID_TOKEN", place)
            end = text.find(quote, place + 1) if quote else -1
            less = text.find("<", place + 1, end if end >= 0 else len(text))
            if less >= 0:
                raise _Wrong("INVALID_TOKEN", less)
            if end < 0:
                self._wait()
            place = end + 1
        if place == len(text):
            self._wait()
        raise _Wrong("INVALID_TOKEN", place)

    def _attributes(self, element, found):
        pairs = []
        seen = set()
        declared = self._doctype.attributes.get(element)
        for name, value, other in found:
            if name in seen:
                first, again, *_ = re.finditer(rf"(?<=[ \t\n]){re.escape(name)}(?=[ \t\n]*=)", self._text[self._at:])
                raise _Wrong("DUPLICATE_ATTRIBUTE", self._at + again.start())
            seen.add(name)
            value = self._attribute_value(value or other)
            if declared is not None and name in declared and declared[name][0] != "CDATA":
                value = " ".join(word for word in value.split(" ") if word)
            pairs.append((name, value))
        return pairs

    def _with_defaults(self, element, pairs):
        given = {name for name, _ in pairs}
        declared = self._doctype.attributes[element].items()
        return pairs + [(name, default) for name, (_, default) in declared if default is not None and name not in given]

    def _attribute_value(self, value):
        if wrong := _find_wrong(value):
            raise _Wrong("INVALID_TOKEN", self._text.find(value, self._at) + wrong.start())
        if "\n" in value or "\t" in value:
            value = value.replace("\n", " ").replace("\t", " ")
        return self._without_references(value) if "&" in value else value

    def _without_references(self, value):
        parts = []
        place = 0
        while (at := value.find("&", place)) >= 0:
            parts.append(value[place:at])
            found = _find_reference(value, at)
            if found is None:
                raise _Wrong("INVALID_TOKEN", self._text.find(value[at:], self._at) + self._wrong_reference(value, at) - at)
            decimal, hexadecimal, name = found.groups()
            if name is None:
                parts.append(self._character(decimal, hexadecimal, self._at))
            elif name in _PREDEFINED:
                parts.append(_PREDEFINED[name])
            else:
                parts.append(self._entity_in_value(name))
            place = found.end()
        parts.append(value[place:])
        return "".join(parts)

    def _entity_in_value(self, name):
        entity = self._doctype.entities.get(name)
        if entity is None:
            if self._doctype.is_incomplete and not self._doctype.is_standalone:
                return ""
            raise _Wrong("UNDEFINED_ENTITY", self._at)
        if entity.is_open:
            raise _Wrong("RECURSIVE_ENTITY_REF", self._at)
        if entity.notation is not None:
            raise _Wrong("BINARY_ENTITY_REF", self._at)
        if entity.value is None:
            raise _Wrong("ATTRIBUTE_EXTERNAL_ENTITY_REF", self._at)
        if "<" in entity.value:
            raise _Wrong("INVALID_TOKEN", self._at)
        self._count_expansion(len(entity.value))
        entity.is_open = True
        try:
            return self._attribute_value(entity.value)
        finally:
            entity.is_open = False

    def _declare_namespaces(self, pairs, specified):
        # Takes xmlns attributes out, tells of them, and gives the others their full names.
        declared = []
        others = []
        for place, (name, value) in enumerate(pairs):
            if name == "xmlns":
                prefix = None
            elif name.startswith("xmlns:"):
                prefix = name[6:]
                self._check_namespace(prefix, value)
            else:
                others.append((name, value, place < specified))
                continue
            declared.append((prefix, self._namespaces.get(prefix)))
            self._namespaces[prefix] = value or None
            self._tell("StartNamespaceDeclHandler", None, prefix, value or None)
        result = []
        seen = set()
        for name, value, _ in others:
            if ":" in name:
                name = self._expanded_name(name)
                if name in seen:
                    raise _Wrong("DUPLICATE_ATTRIBUTE", self._at)
                seen.add(name)
            result.append((name, value))
        return result, sum(is_given for _, _, is_given in others), declared

    def _check_namespace(self, prefix, uri):
        if prefix == "xmlns":
            raise _Wrong("RESERVED_PREFIX_XMLNS", self._at)
        if (prefix == "xml") != (uri == _XML_NAMESPACE):
            raise _Wrong("RESERVED_PREFIX_XML" if prefix == "xml" else "RESERVED_NAMESPACE_URI", self._at)
        if uri == _XMLNS_NAMESPACE:
            raise _Wrong("RESERVED_NAMESPACE_URI", self._at)
        if not uri:
            raise _Wrong("UNDECLARING_PREFIX", self._at)

    def _expanded_name(self, name):
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = self._namespaces.get(None)
            return name if uri is None else uri + self._separator + name
        uri = self._namespaces.get(prefix)
        if uri is None:
            raise _Wrong("UNBOUND_PREFIX", self._at)
        expanded = uri + self._separator + local
        return expanded + self._separator + prefix if self.namespace_prefixes else expanded

    def _end_tag(self):
        text, at = self._text, self._at
        found = _find_end_tag(text, at)
        if found is None:
            name = _find_name(text, at + 2)
            place = _find_space(text, name.end() if name else at + 2).end()
            if place == len(text):
                self._wait()
            raise _Wrong("INVALID_TOKEN", place)
        if not self._stack:
            raise _Wrong("TAG_MISMATCH" if self._phase != "external" else "ASYNC_ENTITY", at + 2)
        name, shown, declared = self._stack[-1]
        if found[1] != name:
            raise _Wrong("TAG_MISMATCH", at + 2)
        self._stack.pop()
        self._end_element(shown, declared, found[0])
        self._at = found.end()
        if not self._stack and self._phase == "content" and not self._entity_depth:
            self._phase = "epilog"

    def _end_element(self, shown, declared, raw):
        self._tell("EndElementHandler", raw, shown)
        for prefix, before in reversed(declared):
            self._namespaces[prefix] = before
            self._tell("EndNamespaceDeclHandler", None, prefix)

    # --- telling the program ---

    def _tell(self, name, raw, *args):
        handler = getattr(self, name)
        if handler is not None:
            self._flush()
            handler(*args)
        elif raw:
            self._tell_default(raw)

    def _tell_default(self, raw):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler is not None and raw:
            self._flush()
            handler(raw)

    def _characters(self, text, raw=None):
        handler = self.CharacterDataHandler
        if handler is None:
            self._tell_default(raw or text)
        elif self.buffer_text:
            self._hold(text)
        elif "\n" in text:
            for line in text.splitlines(keepends=True) if not re.search("[\x1c-\x1e\x85\u2028\u2029]", text) else re.findall("[^\n]*\n|[^\n]+", text):
                if line != "\n" and line[-1] == "\n":
                    handler(line[:-1])
                    handler("\n")
                else:
                    handler(line)
        else:
            handler(text)

    buffer_used = property(lambda self: sum(map(len, self._held)))

    def _hold(self, text):
        size = self.buffer_size
        if self.buffer_used + len(text) > size:
            self._flush()
            if len(text) > size:
                self.CharacterDataHandler(text)
                return
        self._held.append(text)

    def _flush(self):
        held = self.__dict__.get("_held")
        if held:
            text = "".join(held)
            held.clear()
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(text)


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """Return a new XML parser object."""
    for value, name in ((encoding, "encoding"), (namespace_separator, "namespace_separator")):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"ParserCreate() argument '{name}' must be str or None, not {type(value).__name__}")
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError("namespace_separator must be at most one character, omitted, or None")
    if intern is not None and not isinstance(intern, dict):
        raise TypeError("intern must be a dictionary")
    parser = object.__new__(xmlparser)
    parser._set_up(encoding, namespace_separator, {} if intern is None else intern)
    return parser
