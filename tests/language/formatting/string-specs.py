# string specs
s = "héllo"
print(f"[{s}] [{s:10}] [{s:>10}] [{s:^10}] [{s:*^11}] [{s:.2}] [{s:8.3}] [{s:s}] [{s:😀<7}] [{s:<<7}] [{s:010}] [{'':3}]")
# expect: [héllo] [héllo     ] [     héllo] [  héllo   ] [***héllo***] [hé] [hél     ] [héllo] [héllo😀😀] [héllo<<] [héllo00000] [   ]
