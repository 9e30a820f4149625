"""Records CPython 3.13's verdict on every snippet of test/error-sources.json in test/errors.json.

    python3.13 packages/parser/scripts/record-errors.py

`stage` says who finds the error: "parse" (ast.parse) or "compile" (the symbol table or the compiler); null where CPython
accepts the snippet. The tests read the recording, so that they need no Python. A source may be an object with `source` and
`known`, the reason why the parser differs from CPython there: the tests then expect that it still does.
"""

import ast
import json
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
assert sys.version_info[:2] == (3, 13), "the recording is CPython 3.13's"
TEST = Path(__file__).resolve().parent.parent / "test"


def verdict(source):
    for stage, run in ("parse", lambda: ast.parse(source)), ("compile", lambda: compile(source, "<unknown>", "exec")):
        try:
            run()
        except SyntaxError as error:
            return {
                "stage": stage,
                "kind": type(error).__name__,
                "message": error.msg,
                "lineno": error.lineno,
                "offset": error.offset,
                "end_lineno": error.end_lineno,
                "end_offset": error.end_offset,
            }
    return {"stage": None}


sources = json.loads((TEST / "error-sources.json").read_text(encoding="utf-8"))
entries = [source if isinstance(source, dict) else {"source": source} for source in sources]
lines = [json.dumps({**entry, **verdict(entry["source"])}, ensure_ascii=False) for entry in entries]
(TEST / "errors.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
print(len(lines), "snippets recorded")
