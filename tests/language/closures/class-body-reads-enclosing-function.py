# class body reads enclosing function
def make(n):
    class C:
        value = n * 2

        def get(self):
            return n + self.value

        class D:
            inner = n
    return C


C = make(5)
print(C.value, C().get(), C.D.inner)  # expect: 10 15 5
