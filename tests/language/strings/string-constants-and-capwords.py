# string constants and capwords
import string

print(string.ascii_lowercase, string.digits, string.hexdigits, string.punctuation)
# expect: abcdefghijklmnopqrstuvwxyz 0123456789 0123456789abcdefABCDEF !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~
print(string.capwords("the quick  brown"), string.Template("$a and ${b}!").substitute(a=1, b="two"))
# expect: The Quick Brown 1 and two!
print(string.Template("$x $y").safe_substitute(x=1), repr(string.whitespace))  # expect: 1 $y ' \t\n\r\x0b\x0c'
