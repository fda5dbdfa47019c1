# except takes only exception classes
def catch(kind):
    try:
        try:
            raise ValueError("v")
        except kind:
            return "caught"
    except TypeError as e:
        return str(e)


print(catch(ValueError), catch((KeyError, ValueError)), catch(Exception), catch(BaseException))
# expect: caught caught caught caught
print(catch(5), catch("ValueError"), catch((ValueError, 5)), catch(int), catch((KeyError, "x")), sep="\n")
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
try:
    catch(())
except ValueError as e:
    print("empty tuple catches nothing:", e)  # expect: empty tuple catches nothing: v
