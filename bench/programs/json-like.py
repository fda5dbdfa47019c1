# A JSON-like encoder and decoder in pure Python: type tests, recursion, string scanning.
N = 500


def encode(value, out):
    if value is None:
        out.append("null")
    elif value is True:
        out.append("true")
    elif value is False:
        out.append("false")
    elif isinstance(value, str):
        out.append('"')
        for ch in value:
            if ch == '"' or ch == "\\":
                out.append("\\" + ch)
            elif ch == "\n":
                out.append("\\n")
            else:
                out.append(ch)
        out.append('"')
    elif isinstance(value, (int, float)):
        out.append(repr(value))
    elif isinstance(value, list):
        out.append("[")
        for i, item in enumerate(value):
            if i:
                out.append(",")
            encode(item, out)
        out.append("]")
    elif isinstance(value, dict):
        out.append("{")
        first = True
        for key, item in value.items():
            if not first:
                out.append(",")
            first = False
            encode(key, out)
            out.append(":")
            encode(item, out)
        out.append("}")
    else:
        raise TypeError(f"can't encode {type(value).__name__}")


class Decoder:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def value(self):
        ch = self.text[self.at]
        if ch == '"':
            return self.string()
        if ch == "[":
            return self.list()
        if ch == "{":
            return self.object()
        for word, meaning in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        return self.number()

    def string(self):
        text = self.text
        i = self.at + 1
        parts = []
        while True:
            ch = text[i]
            if ch == '"':
                break
            if ch == "\\":
                i += 1
                ch = "\n" if text[i] == "n" else text[i]
            parts.append(ch)
            i += 1
        self.at = i + 1
        return "".join(parts)

    def number(self):
        start = i = self.at
        text = self.text
        while i < len(text) and text[i] in "+-.0123456789e":
            i += 1
        self.at = i
        digits = text[start:i]
        return float(digits) if "." in digits or "e" in digits else int(digits)

    def list(self):
        self.at += 1
        out = []
        while self.text[self.at] != "]":
            out.append(self.value())
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
        return out

    def object(self):
        self.at += 1
        out = {}
        while self.text[self.at] != "}":
            key = self.string()
            self.at += 1
            out[key] = self.value()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
        return out


def make(n):
    return [
        {"id": i, "name": f"user {i}\n\"q\"", "score": i * 0.75, "tags": ["a", "bc", str(i)], "ok": i % 2 == 0, "next": None}
        for i in range(n)
    ]


def bench(n):
    data = make(n)
    checksum = 0
    for _ in range(12):
        out = []
        encode(data, out)
        text = "".join(out)
        decoded = Decoder(text).value()
        if decoded != data:
            raise ValueError("round trip failed")
        checksum = checksum * 31 + len(text) + len(decoded)
    return checksum
