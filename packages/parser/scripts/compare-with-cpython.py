"""Compares the parser with CPython over every .py file below some folders.

    python3.13 packages/parser/scripts/compare-with-cpython.py [--js FILE] [FOLDER ...]

Without a folder: the standard library of the Python that runs this, its tests included. For each file CPython accepts,
the dump of the tree with all positions must be the same; each file it refuses must be refused. Needs a build of the
package (or --js with another bundle of it) and Node on the PATH.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import sysconfig
import unicodedata
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
PACKAGE = Path(__file__).resolve().parent.parent
WORKER = Path(__file__).with_name("dump-worker.mjs")


def names_in(data):
    """Every \\N{...} name of a file and its character, since the parser has no table of Unicode names."""
    found = {}
    for name in set(re.findall(rb"\\N\{([^}\n]{1,100})\}", data)):
        try:
            found[name.decode()] = unicodedata.lookup(name.decode())
        except (KeyError, UnicodeDecodeError):
            pass
    return found


def expected(data):
    try:
        return ast.dump(ast.parse(data), include_attributes=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def without_quirks(dump):
    """Undoes two differences that are not the parser's: a JavaScript string cannot tell two escaped surrogates from the
    character they make, and what is printable depends on the version of Unicode."""
    text = re.sub(r"\\\\|\\u([0-9a-f]{4})|\\U([0-9a-f]{8})", lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else m[0], dump)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--js", default=str(PACKAGE / "dist" / "index.js"))
    options.add_argument("--show", type=int, default=20, help="how many differences to print")
    options.add_argument("folders", nargs="*", default=[sysconfig.get_path("stdlib")])
    given = options.parse_args()

    worker = subprocess.Popen(
        ["node", "--stack-size=4000", str(WORKER), given.js], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    counts = dict.fromkeys(["files", "lines", "valid", "accepted", "equal", "quirks", "invalid", "refused"], 0)
    shown = 0
    for folder in given.folders:
        for path in sorted(Path(folder).rglob("*.py")):
            data = path.read_bytes()
            want = expected(data)
            worker.stdin.write(json.dumps({"path": str(path), "names": names_in(data)}) + "\n")
            worker.stdin.flush()
            got = json.loads(worker.stdout.readline())
            counts["files"] += 1
            counts["lines"] += data.count(b"\n")
            problem = None
            if want is None:
                counts["invalid"] += 1
                if "error" in got:
                    counts["refused"] += 1
                else:
                    problem = "accepted, CPython refuses it"
            else:
                counts["valid"] += 1
                if "error" in got:
                    problem = got["error"]
                else:
                    counts["accepted"] += 1
                    if got["dump"] == want:
                        counts["equal"] += 1
                    elif without_quirks(got["dump"]) == without_quirks(want):
                        counts["quirks"] += 1
                    else:
                        at = next(i for i, (a, b) in enumerate(zip(got["dump"] + "\0", want + "\0")) if a != b)
                        problem = f"differs\n  ours    ...{got['dump'][max(0, at - 120):at + 80]}\n  CPython ...{want[max(0, at - 120):at + 80]}"
            if problem is not None and shown < given.show:
                shown += 1
                print(f"{path}: {problem}")
    worker.stdin.close()
    print(
        f"{counts['files']} files, {counts['lines']} lines: {counts['accepted']} of {counts['valid']} valid files accepted, "
        f"{counts['equal']} equal, {counts['quirks']} equal but for escaped surrogate pairs and newer Unicode; {counts['refused']} of {counts['invalid']} invalid files refused"
    )
    sys.exit(0 if shown == 0 else 1)


main()
