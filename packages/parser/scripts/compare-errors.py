"""Breaks pieces of real programs at random and compares the errors with CPython's: kind, message, line and offset.

    python3.13 packages/parser/scripts/compare-errors.py [--js FILE] [--count N] [--seed N] [FOLDER ...]

Without a folder: the standard library of the Python that runs this. A piece is a top-level function or class of at most 60
lines; a token of it is left out, doubled, replaced by another, or two are exchanged. Needs a build of the package (or --js)
and Node on the PATH.
"""

import argparse
import ast
import collections
import io
import json
import random
import subprocess
import sys
import sysconfig
import tokenize
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
PACKAGE = Path(__file__).resolve().parent.parent
WORKER = Path(__file__).with_name("error-worker.mjs")
OTHERS = (
    "( ) [ ] { } : , ; . = == := + - * ** / @ ~ ! -> ... if else for in while def class return lambda not and or is with as try "
    "except finally match case type print import from None True x 1 0x 1a ' \" ''' f'{ f'{x b'' async await yield global $ ? \u20ac"
).split(" ")


def pieces(folders, chance):
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.py"))
    while True:
        path = chance.choice(paths)
        try:
            with tokenize.open(path) as file:
                source = file.read()
            body = ast.parse(source).body
        except (SyntaxError, ValueError, UnicodeDecodeError):
            continue
        found = [node for node in body if node.end_lineno - node.lineno < 60]
        for node in chance.sample(found, min(4, len(found))):
            yield "\n".join(source.splitlines()[node.lineno - 1 : node.end_lineno]) + "\n"


def broken(source, chance):
    lines = source.splitlines(keepends=True)
    try:
        tokens = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.string.strip() and t.start[0] == t.end[0]]
    except (SyntaxError, tokenize.TokenError):
        return None
    if not tokens:
        return None
    token = chance.choice(tokens)
    line, start, end = token.start[0] - 1, token.start[1], token.end[1]
    kind = chance.randrange(4)
    new = ["", f"{token.string} {token.string}", chance.choice(OTHERS), f"{token.string} {chance.choice(OTHERS)} "][kind]
    lines[line] = lines[line][:start] + new + lines[line][end:]
    return "".join(lines)


def verdict(source):
    for run in (lambda: ast.parse(source), lambda: compile(source, "<unknown>", "exec")):
        try:
            run()
        except SyntaxError as error:
            return [type(error).__name__, error.msg, error.lineno or 0, error.offset or 0]
        except (ValueError, RecursionError, MemoryError):
            return "skip"
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--js", default=str(PACKAGE / "dist" / "index.js"))
    options.add_argument("--count", type=int, default=10000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=20)
    options.add_argument("folders", nargs="*", default=[sysconfig.get_path("stdlib")])
    given = options.parse_args()
    chance = random.Random(given.seed)
    worker = subprocess.Popen(["node", str(WORKER), given.js], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    counts = collections.Counter()
    shown = 0
    source_of = pieces(given.folders, chance)
    while counts["snippets"] < given.count:
        source = broken(next(source_of), chance)
        if source is None or "\\N{" in source:
            continue
        want = verdict(source)
        if want == "skip":
            continue
        worker.stdin.write(json.dumps(source) + "\n")
        worker.stdin.flush()
        got = json.loads(worker.stdout.readline())
        counts["snippets"] += 1
        if want is None:
            counts["valid"] += 1
            counts["accepted"] += got is None
        else:
            counts["equal"] += got == want
            counts["same message"] += got is not None and got[:2] == want[:2]
            counts["refused"] += got is not None
        if got != want and shown < given.show:
            shown += 1
            print(f"---\n{source}  ours    {got}\n  CPython {want}")
    worker.stdin.close()
    invalid = counts["snippets"] - counts["valid"]
    print(
        f"{counts['snippets']} broken pieces: {invalid} errors, {counts['refused']} refused, {counts['same message']} with CPython's "
        f"message, {counts['equal']} with its place too; {counts['accepted']} of {counts['valid']} that were still valid accepted"
    )
    sys.exit(0 if shown == 0 else 1)


main()
