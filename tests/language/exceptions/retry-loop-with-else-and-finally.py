# retry loop with else and finally
attempts = 0


def flaky():
    global attempts
    attempts += 1
    if attempts < 3:
        raise ConnectionError(f"try {attempts}")
    return "data"


for n in range(5):
    try:
        result = flaky()
    except ConnectionError as e:
        print(e)
        continue
    else:
        print("got", result)
        break
    finally:
        print("attempt", n)
# expect: try 1
# expect: attempt 0
# expect: try 2
# expect: attempt 1
# expect: got data
# expect: attempt 2
