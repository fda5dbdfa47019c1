# nested loops with breaks
count = 0
for i in range(60):
    for j in range(60):
        if j > i:
            break
        if (i + j) % 3 == 0:
            continue
        k = 0
        while k < 3:
            k += 1
            if k == 2 and j % 2:
                break
            count += k
print(count)  # expect: 4320
