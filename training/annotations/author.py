"""Shows a text with numbered sentences, and makes stand-off annotations of drafts; a draft with a fault writes nothing.

python training/annotations/author.py show SET ID
python training/annotations/author.py make DRAFT.json ... [--second]
"""

import argparse
import json
import sys
from pathlib import Path

from annotation_draft import annotation
from annotation_texts import SETS, default_folder, sentences, text_of

HERE = Path(__file__).parent


def show(folder: Path, set_name: str, document: str) -> int:
    """Print the sentences of a text with the numbers by which a draft quotes them."""
    text = text_of(folder, set_name, document)
    if text is None:
        print(f"no text {set_name} {document} under {folder}", file=sys.stderr)
        return 1
    for number, (start, end) in enumerate(sentences(text), 1):
        print(f"[{number}] {' '.join(text[start:end].split())}\n")
    return 0


def make(folder: Path, drafts: list[Path], out: Path) -> int:
    """Write the annotation of every faultless draft; the count of drafts with faults decides the exit status."""
    refused = [path for path in drafts if not made(folder, path, out)]
    print(f"{len(drafts) - len(refused)} written, {len(refused)} refused")
    return 1 if refused else 0


def made(folder: Path, path: Path, out: Path) -> bool:
    """Whether a draft was turned into an annotation; its faults are printed otherwise."""
    try:
        draft = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        return refused(path, [f"not read: {fault}"])
    text = text_of(folder, draft.get("set", ""), draft.get("id", ""))
    if text is None:
        return refused(path, [f"no text {draft.get('set')} {draft.get('id')} under {folder}"])
    standoff, faults = annotation(draft, text)
    if faults:
        return refused(path, faults)
    write(out, standoff)
    print(f"{path.name}: {len(standoff['ties'])} ties, {len(standoff['incidents'])} incidents")
    return True


def refused(path: Path, faults: list[str]) -> bool:
    """Print the faults of a draft."""
    for fault in faults:
        print(f"{path.name}: {fault}")
    return False


def write(out: Path, standoff: dict) -> None:
    """Write an annotation under its name, one line a tie, incident or other part, so that a change is one line."""
    out.mkdir(parents=True, exist_ok=True)
    name = f"{standoff['source']['set']}-{standoff['source']['id']}.json"
    (out / name).write_text(lines(standoff), encoding="utf-8")


def lines(standoff: dict) -> str:
    """The annotation as JSON with one line a row."""

    def rows(value: object) -> str:
        if not isinstance(value, list) or not value:
            return json.dumps(value, ensure_ascii=False)
        return "[\n  " + ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value) + "\n ]"

    return "{\n" + ",\n".join(f' "{key}": {rows(value)}' for key, value in standoff.items()) + "\n}\n"


def main(arguments: list[str] | None = None) -> int:
    """Show a text or make annotations."""
    parser = argparse.ArgumentParser(description="Author stand-off annotations from drafts with quoted words.")
    parser.add_argument("--data", type=Path, default=default_folder(), help="folder of the texts (or AVOWED_DATA)")
    commands = parser.add_subparsers(dest="command", required=True)
    showing = commands.add_parser("show", help="print a text with numbered sentences")
    showing.add_argument("set", choices=SETS)
    showing.add_argument("id")
    making = commands.add_parser("make", help="turn drafts into annotations")
    making.add_argument("drafts", nargs="+", type=Path)
    making.add_argument("--second", action="store_true", help="write the second, independent annotation")
    making.add_argument("--out", type=Path, help="another folder to write to")
    given = parser.parse_args(arguments)
    if given.command == "show":
        return show(given.data, given.set, given.id)
    return make(given.data, given.drafts, given.out or (HERE / "second" if given.second else HERE))


if __name__ == "__main__":
    sys.exit(main())
