# Document type declarations.
def _read_doctype(self):
    text, at = self._text, self._at
    found = _find_doctype(text, at)
    if found is None or found.end() == len(text):
        if ">" in text[at:]:
            raise _Wrong("SYNTAX", at)
        self._wait()
    name, system_id, public_id, second = found.groups()
    end = found.end()
    has_subset = text[end] == "["
    if has_subset:
        subset = _find_subset(text, end + 1)
        if subset is None:
            if self._is_final:
                self._declarations(text, end + 1, False)
            self._wait()
        close = _find_space(text, subset.end()).end()
        if close == len(text):
            self._wait()
    else:
        close = end
    if text[close] != ">":
        raise _Wrong("INVALID_TOKEN" if not has_subset else "SYNTAX", close)
    system_id = _unquoted(system_id or second)
    public_id = _public_id(public_id)
    if self.StartDoctypeDeclHandler is None:
        # The default handler gets such a declaration word by word.
        for part in _find_doctype_parts(text[at:end + has_subset]):
            self._tell_default(part)
    else:
        self._tell("StartDoctypeDeclHandler", None, name, system_id, public_id, int(has_subset))
    if has_subset:
        self._declarations(text, end + 1, False)
    if system_id is not None or self._foreign:
        self._foreign = False
        self._external_subset(system_id, public_id)
    self._at = close
    self._tell("EndDoctypeDeclHandler", ">")
    self._at = close + 1


def _external_subset(self, system_id, public_id):
    doctype = self._doctype
    doctype.is_incomplete = True
    reads = self._parameter_parsing == XML_PARAM_ENTITY_PARSING_ALWAYS or (
        self._parameter_parsing == XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE and not doctype.is_standalone)
    if reads and self.ExternalEntityRefHandler is not None:
        if not self.ExternalEntityRefHandler(None, self._base, system_id, public_id):
            raise _Wrong("EXTERNAL_ENTITY_HANDLING", self._at)
        doctype.is_incomplete = False
    if not doctype.is_standalone and self.NotStandaloneHandler is not None and not self.NotStandaloneHandler():
        raise _Wrong("NOT_STANDALONE", self._at)


def _declarations(self, text, at, is_external):
    # Goes to the end of the subset; gives the place of its "]", or the end of the text.
    before = self._at
    while True:
        gap = _find_space(text, at).end()
        if gap > at:
            self._tell_default(text[at:gap])
            at = gap
        if at == len(text):
            if is_external:
                return at
            self._wait()
        if text[at] == "]" and not is_external:
            return at
        self._at = at
        if text[at] == "%":
            at = self._parameter_reference(text, at)
        elif self._comment_or_instruction():
            at = self._at
        elif found := _find_entity(text, at):
            self._declare_entity(found)
            at = found.end()
        elif found := _find_notation(text, at):
            ids = _unquoted(found["system"] or found["second"]), _public_id(found["public"])
            self._tell("NotationDeclHandler", found[0], found["name"], self._base, *ids)
            at = found.end()
        elif found := _find_element(text, at):
            self._tell("ElementDeclHandler", found[0], found[1], _content_model(found[2], at))
            at = found.end()
        elif found := _find_attlist(text, at):
            self._declare_attributes(found)
            at = found.end()
        else:
            raise _Wrong("SYNTAX" if re.match("<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)", text[at:at + 10]) else "INVALID_TOKEN", at)
        self._at = before


def _parameter_reference(self, text, at):
    found = _find_parameter_reference(text, at)
    if found is None:
        raise _Wrong("INVALID_TOKEN", at + 1)
    entity = self._doctype.parameters.get(found[1])
    doctype = self._doctype
    if entity is None or entity.value is None:
        doctype.is_incomplete = True
        if entity is None:
            self._tell("SkippedEntityHandler", found[0], found[1], 1)
        elif self._parameter_parsing and self.ExternalEntityRefHandler is not None:
            if not self.ExternalEntityRefHandler(None, entity.base, entity.system_id, entity.public_id):
                raise _Wrong("EXTERNAL_ENTITY_HANDLING", at)
        return found.end()
    if entity.is_open:
        raise _Wrong("RECURSIVE_ENTITY_REF", at)
    self._count_expansion(len(entity.value))
    entity.is_open = True
    before = self._text
    self._entity_depth += 1
    try:
        self._text = entity.value
        self._declarations(entity.value, 0, True)
    except _Wrong as wrong:
        wrong.at = at
        raise
    finally:
        self._text = before
        self._entity_depth -= 1
        entity.is_open = False
    return found.end()


def _declare_entity(self, found):
    name = found["name"]
    is_parameter = found["parameter"] is not None
    value = found["value"]
    system_id = _unquoted(found["system"] or found["second"])
    public_id = _public_id(found["public"])
    if value is not None:
        value = _resolve(self, value[1:-1])
    entity = _Entity(name, value, self._base, system_id, public_id, found["notation"])
    table = self._doctype.parameters if is_parameter else self._doctype.entities
    # The first declaration of a name counts.
    if name in table:
        self._tell_default(found[0])
        return
    table[name] = entity
    if entity.notation is not None and self.UnparsedEntityDeclHandler is not None:
        self._tell("UnparsedEntityDeclHandler", found[0], name, self._base, system_id, public_id, entity.notation)
    else:
        self._tell("EntityDeclHandler", found[0], name, int(is_parameter), value, self._base, system_id, public_id, entity.notation)


def _resolve(self, value):
    # In an entity's value characters and parameter entities are put in at once, general entities where they are used.
    def put_in(found):
        if found[3] is not None:
            entity = self._doctype.parameters.get(found[3])
            if entity is None or entity.value is None:
                return ""
            self._count_expansion(len(entity.value))
            return entity.value
        return self._character(found[1], found[2], self._at)
    return re.sub(rf"&#(?:([0-9]+)|x([0-9a-fA-F]+));|%({_NAME});", put_in, value)


def _declare_attributes(self, found):
    element, text = found.groups()
    declared = self._doctype.attributes.setdefault(element, {})
    place = 0
    while text[place:].strip():
        one = _find_attribute_declaration(text, place)
        if one is None:
            raise _Wrong("SYNTAX", self._at)
        name, kind, requirement, fixed, default = one.groups()
        kind = "".join(kind.split())
        if default is not None:
            default = self._attribute_value(default[1:-1])
        declared.setdefault(name, (kind, default))
        is_required = int(requirement == "#REQUIRED" or fixed is not None)
        self._tell("AttlistDeclHandler", one[0], element, name, kind, default, is_required)
        place = one.end()


for _function in (_read_doctype, _external_subset, _declarations, _parameter_reference, _declare_entity, _declare_attributes):
    setattr(xmlparser, _function.__name__, _function)
del _function
