"""`python -m tools.messages de` adds or updates German; `--compile` makes what Dorsi reads; `--pseudo` a test language.

`--check` says whether every catalogue was compiled as it stands.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

from tools.messages.catalogues import PSEUDO, bring_up_to_date, compile_all, write_pseudo
from tools.messages.found import SOURCE

FOLDER = SOURCE / "locale"


def main(arguments: list[str]) -> int:
    """0 if all went well, 1 if something is out of date, 2 if a language is not a language's name."""
    parser = argparse.ArgumentParser(prog="python -m tools.messages", description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="such as de or pt_BR")
    parser.add_argument("--compile", action="store_true", help="make the .mo files")
    parser.add_argument("--pseudo", action="store_true", help=f"make the accented test language {PSEUDO}")
    parser.add_argument("--check", action="store_true", help="only say whether the .mo files are up to date")
    asked = parser.parse_args(arguments)
    for language in asked.languages:
        if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", language):
            print(f"'{language}' is not a language's name, such as de or pt_BR.", file=sys.stderr)
            return 2
        for name, missing in bring_up_to_date(FOLDER, language).items():
            print(f"{language}/{name}.po: {missing} texts without a translation")
    if asked.pseudo:
        print(write_pseudo(FOLDER))
    if asked.check:
        return _check()
    if asked.compile or asked.languages:
        for path in compile_all(FOLDER):
            print(path)
    return 0


def _check() -> int:
    """Compiles into another folder and compares."""
    old = []
    with tempfile.TemporaryDirectory() as name:
        for path in sorted(FOLDER.glob("*/LC_MESSAGES/*.po")):
            copy = Path(name) / path.relative_to(FOLDER)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        for made in compile_all(Path(name)):
            kept = FOLDER / made.relative_to(name)
            if not kept.exists() or kept.read_bytes() != made.read_bytes():
                old.append(kept)
    for path in old:
        print(f"{path} is out of date. 'python -m tools.messages --compile' makes it anew.", file=sys.stderr)
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
