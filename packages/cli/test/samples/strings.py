s = "Hello, World"
print(len(s), s[0], s[-1], s[2:5], s[:5], s[7:], s[::2], s[::-1], s[10:2:-3], s[50:])
print(s.upper(), s.lower(), s.swapcase(), s.title(), "hELLO wORLD".capitalize())
print(s.find("o"), s.rfind("o"), s.find("x"), s.index("W"), s.count("l"), s.count("ll"))
print(s.startswith("Hell"), s.endswith(("x", "ld")), "World" in s, "world" not in s)
print(s.replace("l", "L"), s.replace("l", "_", 2), s.partition(", "), s.rpartition("o"), s.partition("?"))
print("a,b,,c".split(","), " a  b c ".split(), "a-b-c".split("-", 1), "a-b-c".rsplit("-", 1), "x\ny\n".splitlines())
print(", ".join(["a", "b", "c"]), "".join(reversed("abc")), "-".join("xyz"), "ab" * 3, "=" * 0 + "|")
print("  pad ".strip() + "|", "xxhixx".strip("x"), "  l".lstrip(), "r  ".rstrip() + "|", "name.py".removesuffix(".py"))
print("42".zfill(5), "-42".zfill(5), "x".center(5, "*"), "x".ljust(3) + "|", "x".rjust(3))
print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".isupper(), "ab".islower(), "".isalpha())
print("a" < "b", "Z" < "a", "abc" < "abd", "abc" < "ab", "10" < "9", max("hello"), sorted("banana"))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\tnew\nline\\"), repr("\x00\x7f\xe9"))
print("one\ttwo".expandtabs(8), "a\\b", r"raw\n", "multi" "part", """triple
quoted""")
print(str(None), str(True), str([1, "a"]), str((1,)), str({"k": 1.0}), str(3.0))
print(ord("A"), chr(97), hex(255), bin(5), oct(8), ascii("é"), "é".encode("utf-8"))
print("caseless".casefold() == "CASELESS".casefold(), "ß".upper(), "İ".lower() == "i̇")
print("abcabc".translate({97: "x", 98: None}), "a b".maketrans("a", "b"))
for i, char in enumerate("abc", start=1):
    print(i, char, end="; ")
print()
print("a", "b", sep="-", end="!\n")
try:
    "abc"[10]
except IndexError as error:
    print("IndexError:", error)
try:
    "abc".index("z")
except ValueError as error:
    print("ValueError:", error)
