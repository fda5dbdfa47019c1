# equality is asked of the subject
class Chatty:
    def __eq__(self, other):
        print("eq", other)
        return other == 2


match Chatty():
    case 1:
        print("one")
    case 2:
        print("two")
    case 3:
        print("three")
# expect: eq 1
# expect: eq 2
# expect: two
