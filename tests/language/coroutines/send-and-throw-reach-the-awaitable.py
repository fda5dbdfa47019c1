# send and throw reach the awaitable
class Request:
    def __init__(self, q):
        self.q = q

    def __await__(self):
        answer = yield self.q
        return answer.upper()


async def talk():
    name = await Request("name?")
    try:
        age = await Request("age?")
    except ValueError as e:
        age = f"unknown ({e})"
    return name, age


c = talk()
print(c.send(None), c.send("bob"))  # expect: name? age?
try:
    c.throw(ValueError("shy"))
except StopIteration as e:
    print(e.value)  # expect: ('BOB', 'unknown (shy)')
