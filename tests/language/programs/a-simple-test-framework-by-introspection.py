# a simple test framework by introspection
class TestCase:
    def run(self):
        results = {}
        for name in sorted(n for n in dir(self) if n.startswith("test_")):
            self.setup()
            try:
                getattr(self, name)()
                results[name] = "ok"
            except AssertionError as e:
                results[name] = f"FAIL {e}"
            except Exception as e:
                results[name] = f"ERROR {type(e).__name__}: {e}"
            finally:
                self.teardown()
        return results

    def setup(self): pass
    def teardown(self): pass


class MyTests(TestCase):
    log = []

    def setup(self):
        self.log.append("+")

    def teardown(self):
        self.log.append("-")

    def test_a(self):
        assert 1 + 1 == 2

    def test_b(self):
        assert "a" == "b", "letters differ"

    def test_c(self):
        {}["missing"]


print(MyTests().run(), "".join(MyTests.log))
# expect: {'test_a': 'ok', 'test_b': 'FAIL letters differ', 'test_c': "ERROR KeyError: 'missing'"} +-+-+-
