s = "a😀é"
print(len(s), s[::-1], s[1], s[-2:], sorted(["\uffff", "😀", "z"]))
print([ord(c) for c in s], list(s), s.index("é"), s.find("é", 2), "😀" in s)
for c in s:
    print(c, len(c), hex(ord(c)))
print("😀😀".count("😀"), "x😀y".split("😀"), "😀".center(5, "-"), f"{s:>6}|{s:<6}|")
print(s.replace("😀", ":)"), s.upper(), chr(0x1F600) == "😀", "\U0001f600", "\N{GREEK SMALL LETTER ALPHA}")
print({"😀": 1}, repr("😀"), "😀" < "\uffff", "😀" > "\uffff", max("\uffff", "😀") == "😀")
print("日本語"[1], len("日本語"), "日本語".encode("utf-8"), "naïve".isalpha(), "x²".isdigit(), "²".isdigit())
family = "👩‍👩‍👧"
print(len(family), len("e\u0301"), "e\u0301" == "é", enumerate(s).__class__.__name__)
a, b, c = s
print(c, b, a, s * 2, s[0:2] + s[2:], tuple(s), "".join(sorted(s)))
