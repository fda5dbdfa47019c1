errors = types.ModuleType("pyexpat.errors", "Constants used to describe error conditions.")
for _name, _text in _ERRORS:
    setattr(errors, "XML_ERROR_" + _name, _text)
errors.codes = {text: code for code, (_, text) in enumerate(_ERRORS, 1)}
errors.messages = {code: text for code, (_, text) in enumerate(_ERRORS, 1)}
sys.modules["pyexpat.model"] = model
sys.modules["pyexpat.errors"] = errors
XMLParserType = xmlparser
xmlparser.__module__ = "pyexpat"
