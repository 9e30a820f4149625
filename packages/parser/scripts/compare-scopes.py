"""Compares buildSymbolTable with CPython's symtable over every .py file below some folders.

    python3.13 packages/parser/scripts/compare-scopes.py [--js FILE] [FOLDER ...]

Without a folder: the standard library of the Python that runs this. Compared are the scopes, their kinds and names, and for
every name how it resolves and what is known about it. Needs a build of the package (or --js) and Node on the PATH.

CPython inlines comprehensions (PEP 709), which copies their names into the scope around and may turn locals there into
cells; those names are left out of the comparison.
"""

import argparse
import json
import re
import subprocess
import symtable
import sys
import sysconfig
import tokenize
import unicodedata
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
PACKAGE = Path(__file__).resolve().parent.parent
WORKER = Path(__file__).with_name("scope-worker.mjs")
HIDDEN = {"__classdict__", "__type_params__"}
KINDS = {"type parameters": "type_params", "type alias": "type_alias", "type variable": "type_variable"}


def kind_of(table):
    kind = table.get_type().value if hasattr(table.get_type(), "value") else table.get_type()
    if kind == "function" and ".0" in table.get_identifiers():
        return "comprehension"
    if kind == "function" and table.get_name() == "lambda":
        return "lambda"
    return KINDS.get(kind, kind)


def resolution(symbol):
    if symbol.is_free():
        return "free"
    if symbol.is_declared_global():
        return "global_explicit"
    return "bound" if symbol.is_local() else "global_implicit"


def scopes(table):
    symbols = {}
    for symbol in table.get_symbols():
        name = symbol.get_name()
        if name.startswith(".") or name in HIDDEN:
            continue
        symbols[name] = [
            "bound" if kind_of(table) == "module" and symbol.is_local() else resolution(symbol),
            symbol.is_parameter(),
            symbol.is_assigned() or symbol.is_imported(),
            symbol.is_referenced(),
            symbol.is_imported(),
            symbol.is_annotated(),
        ]
    children = [scopes(child) for child in table.get_children() if kind_of(child) != "annotation"]
    return [kind_of(table), table.get_name(), symbols, children]


def inline(scope):
    """What CPython makes of comprehensions: their scopes vanish, what is inside them moves up; also the names concerned."""
    names = set()
    children = []
    for child in scope[3]:
        child = inline(child)
        if child[0] == "comprehension" and child[1] != "genexpr":
            names |= set(child[2]) | child[4]
            children += child[3]
        else:
            children.append(child)
    return [*scope[:3], children, names]


def differences(ours, theirs, path=""):
    where = f"{path}/{theirs[1]}"
    if ours[:2] != theirs[:2] or len(ours[3]) != len(theirs[3]):
        yield f"{where}: scope {ours[:2]} with {[c[1] for c in ours[3]]}, CPython {theirs[:2]} with {[c[1] for c in theirs[3]]}"
        return
    inlined = ours[4]
    for name in ours[2].keys() | theirs[2].keys():
        if name in inlined:
            continue
        if ours[2].get(name) != theirs[2].get(name):
            yield f"{where}: {name} is {ours[2].get(name)}, CPython {theirs[2].get(name)}"
    for mine, other in zip(ours[3], theirs[3]):
        yield from differences(mine, other, where)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--js", default=str(PACKAGE / "dist" / "index.js"))
    options.add_argument("--show", type=int, default=20)
    options.add_argument("folders", nargs="*", default=[sysconfig.get_path("stdlib")])
    given = options.parse_args()
    worker = subprocess.Popen(
        ["node", "--stack-size=4000", str(WORKER), given.js], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    files = equal = count = shown = refused = 0
    for folder in given.folders:
        for path in sorted(Path(folder).rglob("*.py")):
            try:
                with tokenize.open(path) as file:
                    source = file.read()
                compile(source, str(path), "exec")
                theirs = scopes(symtable.symtable(source, str(path), "exec"))
            except (SyntaxError, ValueError, RecursionError, MemoryError, UnicodeDecodeError):
                continue
            files += 1
            names = {}
            for name in set(re.findall(r"\\N\{([^}\n]{1,100})\}", source)):
                try:
                    names[name] = unicodedata.lookup(name)
                except KeyError:
                    pass
            worker.stdin.write(json.dumps({"source": source, "names": names}) + "\n")
            worker.stdin.flush()
            got = json.loads(worker.stdout.readline())
            if "error" in got:
                refused += 1
                found = [got["error"]]
            else:
                found = list(differences(inline(got["scopes"]), theirs))
                count += 1
            if not found:
                equal += 1
            for line in found[:3]:
                if shown < given.show:
                    shown += 1
                    print(f"{path}: {line}")
    worker.stdin.close()
    print(f"{files} files that compile: {count} accepted, {equal} with equal scopes")
    sys.exit(0 if equal == files else 1)


main()
