"""Rewrites earlier annotations, which quote first words, as annotations that hold only offsets, labels and hashes.

python training/annotations/adopt.py [--data FOLDER]
"""

import argparse
import json
import sys
from pathlib import Path

from annotation_draft import attribute_value
from annotation_spans import Span
from annotation_texts import default_folder, text_of
from annotation_words import LONGEST_PHRASE, PARTS, is_short, quote_hash
from author import HERE, write

HARM_WORDS = {"killed and wounded": "casualties"}


def adopted(key: dict, text: str) -> dict:
    """The same annotation with hashes for first words and no phrase longer than may be committed."""
    made = key | {"actors": [actor | {"names": short_names(actor["names"])} for actor in key["actors"]]}
    return made | {part: [adopted_part(part, one, text) for one in key[part]] for part in PARTS}


def short_names(names: list[str]) -> list[str]:
    """Names of a phrase's length, or the beginning of the first."""
    return [name for name in names if is_short(name)] or [cut(names[0])]


def cut(words: str) -> str:
    """The first words, as many as may be committed."""
    return " ".join(words.split()[:LONGEST_PHRASE])


def adopted_part(part: str, one: dict, text: str) -> dict:
    """One tie, incident or other part with its hash in place of its first words."""
    made = {name: value for name, value in one.items() if name not in {"starts", "quote"}}
    within = Span(*one["quote"])
    if part == "attributes":
        made |= attribute_value(text, within, one["value"] if fits(text, within, one["value"]) else cut(one["value"]))
    if part == "incidents":
        made |= {name: [cut(words) for words in one[name]] for name in ("victims", "targets", "weapons")}
        made |= {
            "casualties": [harm | {"kind": HARM_WORDS.get(harm["kind"], harm["kind"])} for harm in one["casualties"]]
        }
    made = made if part in {"ties", "incidents", "attributes"} else {"speaker": None} | made
    made |= {name: cut(made[name]) for name in ("role", "horizon", "place") if made.get(name)}
    return made | {"quote": one["quote"], "quote_sha": quote_hash(text[within.start : within.end])}


def fits(text: str, within: Span, value: str) -> bool:
    """Whether a value is short enough to keep or can be kept as offsets."""
    return is_short(value) or " ".join(value.split()) in " ".join(text[within.start : within.end].split())


def main(arguments: list[str] | None = None) -> int:
    """Adopt every annotation under the folder of texts."""
    parser = argparse.ArgumentParser(description="Adopt earlier annotations as stand-off files.")
    parser.add_argument("--data", type=Path, default=default_folder(), help="folder of the texts (or AVOWED_DATA)")
    folder = parser.parse_args(arguments).data
    paths = sorted((folder / "annotations").glob("*.json"))
    for path in paths:
        key = json.loads(path.read_text(encoding="utf-8"))
        text = text_of(folder, key["source"]["set"], key["source"]["id"])
        if text is None:
            raise SystemExit(f"no text {key['source']} under {folder}")
        write(HERE, adopted(key, text))
    print(f"{len(paths)} adopted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
