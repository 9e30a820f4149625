"""Records CPython 3.13's tree of every test/samples/*.py beside it, as *.txt.

    python3.13 packages/parser/scripts/record-samples.py
"""

import ast
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
assert sys.version_info[:2] == (3, 13), "the recording is CPython 3.13's"
samples = sorted((Path(__file__).resolve().parent.parent / "test" / "samples").glob("*.py"))
for path in samples:
    tree = ast.parse(path.read_bytes(), str(path))
    path.with_suffix(".txt").write_text(ast.dump(tree, include_attributes=True, indent=1) + "\n", encoding="utf-8")
print(len(samples), "samples recorded")
