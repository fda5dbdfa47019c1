# bracket matching and expression trees
# python: 3.14
def balanced(s):
    stack, pairs = [], {")": "(", "]": "[", "}": "{"}
    for i, c in enumerate(s):
        if c in pairs.values():
            stack.append((c, i))
        elif c in pairs:
            if not stack or stack.pop()[0] != pairs[c]:
                return f"bad {c} at {i}"
    return f"unclosed {stack[-1]}" if stack else "ok"


print([balanced(s) for s in ("([]{})", "([)]", "((", "", "a(b)c]")])
# expect: ['ok', 'bad ) at 2', "unclosed ('(', 1)", 'ok', 'bad ] at 5']


def rpn(s):
    stack = []
    for t in s.split():
        if t.lstrip("-").isdigit():
            stack.append(int(t))
        else:
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b}[t])
    (result,) = stack
    return result


print(rpn("3 4 + 2 *"), rpn("5 1 2 + 4 * + 3 -"))  # expect: 14 14
try:
    rpn("1 2")
except ValueError as e:
    print(e)  # expect: too many values to unpack (expected 1, got 2)
