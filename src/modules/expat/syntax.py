# The pieces of markup as patterns.
_START = r":_A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
_NAME = rf"[{_START}][{_START}0-9.\-\xb7\u0300-\u036f\u203f\u2040]*"
_SPACE = "[ \t\n]"
_QUOTED = """(?:"[^"]*"|'[^']*')"""
_find_name = re.compile(_NAME).match
_find_space = re.compile(_SPACE + "*").match
_find_text = re.compile("[^<&]+").match
_find_end_tag = re.compile(rf"</({_NAME}){_SPACE}*>").match
_find_start_tag = re.compile(rf"<({_NAME})((?:{_SPACE}+{_NAME}{_SPACE}*={_SPACE}*(?:\"[^<\"]*\"|'[^<']*'))*){_SPACE}*(/?)>").match
# Tags and text in which there is nothing to be replaced and nothing wrong; the text is followed by more.
_WRONG = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_find_plain_piece = re.compile(
    rf"<({_NAME})((?:{_SPACE}+{_NAME}{_SPACE}*={_SPACE}*(?:\"[^<&\n\t{_WRONG}\"]*\"|'[^<&\n\t{_WRONG}']*'))*){_SPACE}*(/?)>"
    rf"|</({_NAME}){_SPACE}*>|([^<&\]{_WRONG}]+)(?=[<&])").match
_find_attributes = re.compile(rf"({_NAME}){_SPACE}*={_SPACE}*(?:\"([^\"]*)\"|'([^']*)')").findall
_find_attribute = re.compile(rf"{_SPACE}*({_NAME}){_SPACE}*={_SPACE}*").match
_find_reference = re.compile(rf"&(?:#([0-9]+)|#x([0-9a-fA-F]+)|({_NAME}));").match
_find_wrong = re.compile(f"[{_WRONG}]").search
_find_declaration = re.compile(
    rf"""<\?xml{_SPACE}+version{_SPACE}*={_SPACE}*(?:"([A-Za-z0-9_.:\-]+)"|'([A-Za-z0-9_.:\-]+)')"""
    rf"""(?:{_SPACE}+encoding{_SPACE}*={_SPACE}*(?:"([A-Za-z][A-Za-z0-9._\-]*)"|'([A-Za-z][A-Za-z0-9._\-]*)'))?"""
    rf"""(?:{_SPACE}+standalone{_SPACE}*={_SPACE}*["'](yes|no)["'])?{_SPACE}*\?>""").match
_find_text_declaration = re.compile(
    rf"""<\?xml(?:{_SPACE}+version{_SPACE}*={_SPACE}*{_QUOTED})?{_SPACE}+encoding{_SPACE}*={_SPACE}*["']([A-Za-z0-9._\-]+)["']{_SPACE}*\?>""").match
_find_doctype = re.compile(
    rf"""<!DOCTYPE{_SPACE}+({_NAME})(?:{_SPACE}+(?:SYSTEM{_SPACE}+({_QUOTED})|PUBLIC{_SPACE}+({_QUOTED}){_SPACE}+({_QUOTED})))?{_SPACE}*""").match
_find_doctype_parts = re.compile(f"{_SPACE}+|{_QUOTED}|[^\"' \t\n\\[]+|\\[").findall
_find_subset = re.compile(r"""(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--.*?-->|<\?.*?\?>|<(?!!--|\?))*\]""", re.DOTALL).match
_EXTERNAL = rf"(?:SYSTEM{_SPACE}+(?P<system>{_QUOTED})|PUBLIC{_SPACE}+(?P<public>{_QUOTED})(?:{_SPACE}+(?P<second>{_QUOTED}))?)"
_find_entity = re.compile(
    rf"""<!ENTITY{_SPACE}+(?P<parameter>%{_SPACE}+)?(?P<name>{_NAME}){_SPACE}+(?:(?P<value>{_QUOTED})|{_EXTERNAL}(?:{_SPACE}+NDATA{_SPACE}+(?P<notation>{_NAME}))?){_SPACE}*>""").match
_find_notation = re.compile(rf"<!NOTATION{_SPACE}+(?P<name>{_NAME}){_SPACE}+{_EXTERNAL}{_SPACE}*>").match
_find_element = re.compile(rf"<!ELEMENT{_SPACE}+({_NAME}){_SPACE}+([^>]*?){_SPACE}*>").match
_find_attlist = re.compile(rf"""<!ATTLIST{_SPACE}+({_NAME})((?:[^>"']|{_QUOTED})*)>""").match
_find_attribute_declaration = re.compile(
    rf"""{_SPACE}+({_NAME}){_SPACE}+(CDATA|IDREFS?|ID|ENTITY|ENTITIES|NMTOKENS?|(?:NOTATION{_SPACE}*)?\([^)]*\)){_SPACE}+"""
    rf"""(?:(#REQUIRED|#IMPLIED)|(#FIXED{_SPACE}+)?({_QUOTED}))""").match
_find_parameter_reference = re.compile(rf"%({_NAME});").match
_find_model_part = re.compile(rf"{_SPACE}*(?:(\()|(\))([?*+]?)|([|,])|(#PCDATA)|({_NAME})([?*+]?))").match
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": '"'}


def _unquoted(text):
    return text and text[1:-1]


def _public_id(text):
    return text and " ".join(text[1:-1].split())


def _content_model(text, at):
    # (type, quantifier, name, children) of an element's declaration.
    if text in ("EMPTY", "ANY"):
        return (model.XML_CTYPE_EMPTY if text == "EMPTY" else model.XML_CTYPE_ANY, 0, None, ())
    quantifiers = {"": 0, "?": 1, "*": 2, "+": 3}
    open_groups = [[model.XML_CTYPE_SEQ, []]]
    place = 0
    while place < len(text):
        part = _find_model_part(text, place)
        if part is None:
            raise _Wrong("SYNTAX", at)
        place = part.end()
        begins, ends, group_quantifier, separator, characters, name, quantifier = part.groups()
        if begins:
            open_groups.append([model.XML_CTYPE_SEQ, []])
        elif ends:
            if len(open_groups) == 1:
                raise _Wrong("SYNTAX", at)
            kind, children = open_groups.pop()
            open_groups[-1][1].append((kind, quantifiers[group_quantifier], None, tuple(children)))
        elif separator:
            if separator == "|" and open_groups[-1][0] == model.XML_CTYPE_SEQ:
                open_groups[-1][0] = model.XML_CTYPE_CHOICE
        elif characters:
            open_groups[-1][0] = model.XML_CTYPE_MIXED
        else:
            open_groups[-1][1].append((model.XML_CTYPE_NAME, quantifiers[quantifier], name, ()))
    if len(open_groups) != 1 or len(open_groups[0][1]) != 1:
        raise _Wrong("SYNTAX", at)
    return open_groups[0][1][0]
