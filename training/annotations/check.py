"""Checks annotations against their texts; a file passes only when every offset, hash and value holds.

python training/annotations/check.py [FILE ...] [--data FOLDER]
"""

import argparse
import json
import sys
from pathlib import Path

from annotation_texts import default_folder, text_of
from annotation_words import (
    ACTOR_KINDS,
    BASES,
    HARMED,
    HARMS,
    INCIDENT_TYPES,
    PARTS,
    SIGNS,
    STAGES,
    TIE_VALUES,
    is_short,
    quote_hash,
)

HERE = Path(__file__).parent
NOT_ANNOTATIONS = {"batches.json", "first.json", "more.json"}
SPANS = ("subject_span", "object_span", "trigger", "speaker_span", "content", "value_span")
VERBATIM = ("starts", "text", "words")


def faults(key: dict, text: str) -> list[str]:
    """Every fault of one annotation, in the order of its parts."""
    actors = {actor["id"] for actor in key["actors"]}
    found = [fault for actor in key["actors"] for fault in actor_faults(text, actor)]
    incidents = {incident["id"] for incident in key["incidents"]}
    for part in PARTS:
        for one in key[part]:
            bad = span_faults(text, one) + actor_references(one, actors) + copied(one)
            bad += (
                tie_faults(one)
                if part == "ties"
                else incident_faults(one, actors, incidents)
                if part == "incidents"
                else []
            )
            found += [f"{part} {one.get('id')}: {fault}" for fault in bad]
    return found


def actor_faults(text: str, actor: dict) -> list[str]:
    """What is wrong with an actor."""
    plain = " ".join(text.split()).lower()
    absent = [name for name in actor["names"][:1] if " ".join(name.split()).lower() not in plain]
    bad = [f"{name!r} is not in the text" for name in absent] + ([] if actor["names"] else ["no name"])
    bad += [] if actor["kind"] in ACTOR_KINDS else [f"kind {actor['kind']}"]
    bad += [f"name too long: {name!r}" for name in actor["names"] if not is_short(name)]
    return [f"actor {actor['id']}: {fault}" for fault in bad]


def span_faults(text: str, one: dict) -> list[str]:
    """Offsets outside the text, and a quote that no longer has its words."""
    quote = one.get("quote")
    if not quote or not 0 <= quote[0] < quote[1] <= len(text):
        return [f"quote {quote} out of the text"]
    bad = [] if quote_hash(text[quote[0] : quote[1]]) == one.get("quote_sha") else ["the text at the quote has changed"]
    spans = [(name, one[name]) for name in SPANS if one.get(name)] + [("hedge", span) for span in one.get("hedges", [])]
    return bad + [f"{name} {span} out of the text" for name, span in spans if not 0 <= span[0] < span[1] <= len(text)]


def actor_references(one: dict, actors: set[str]) -> list[str]:
    """Actors named but not declared."""
    named = [one.get(name) for name in ("subject", "object", "speaker")] + one.get("about", []) + one.get("parties", [])
    return [f"no actor {name}" for name in named if name is not None and name not in actors]


def copied(one: dict) -> list[str]:
    """Words of the text that stand in the file at more than a phrase's length."""
    values = [value for value in one.values() if isinstance(value, str)]
    values += [value for name in ("victims", "targets", "weapons") for value in one.get(name, [])]
    return [f"copied words: {value!r}" for value in values if not is_short(value)] + [
        f"field {name} copies words" for name in VERBATIM if name in one
    ]


def tie_faults(tie: dict) -> list[str]:
    """Values of a tie outside the tables."""
    bad = [] if tie["dimension"] in SIGNS else [f"dimension {tie['dimension']}"]
    bad += [] if tie["sign"] in SIGNS.get(tie["dimension"], set()) else [f"sign {tie['sign']} of {tie['dimension']}"]
    bad += [f"{name} {tie.get(name)}" for name, allowed in TIE_VALUES.items() if tie.get(name) not in allowed]
    return bad + [f"no {name}" for name in ("subject_span", "object_span", "trigger") if not tie.get(name)]


def incident_faults(incident: dict, actors: set[str], incidents: set[str]) -> list[str]:
    """Values of an incident outside the tables."""
    bad = [] if incident["type"] in INCIDENT_TYPES else [f"type {incident['type']}"]
    bad += [] if incident["stage"] in STAGES else [f"stage {incident['stage']}"]
    for part in incident["responsibility"]:
        bad += [] if part["basis"] in BASES else [f"basis {part['basis']}"]
        bad += [] if part["actor"] in actors else [f"no actor {part['actor']}"]
    bad += [
        f"casualties {one}" for one in incident["casualties"] if one["kind"] not in HARMS or one["who"] not in HARMED
    ]
    return bad + ([f"no incident {incident['part_of']}"] if incident.get("part_of") not in {None, *incidents} else [])


def annotation_files(folder: Path) -> list[Path]:
    """The annotations of a folder and of its second, independent ones."""
    paths = [*folder.glob("*.json"), *(folder / "second").glob("*.json")]
    return sorted(path for path in paths if path.name not in NOT_ANNOTATIONS)


def file_faults(path: Path, folder: Path) -> tuple[int, list[str]]:
    """(ties, faults) of one file."""
    key = json.loads(path.read_text(encoding="utf-8"))
    text = text_of(folder, key["source"]["set"], key["source"]["id"])
    return len(key["ties"]), [f"no text {key['source']} under {folder}"] if text is None else faults(key, text)


def main(arguments: list[str] | None = None) -> int:
    """Check the files and print every fault."""
    parser = argparse.ArgumentParser(description="Check stand-off annotations against their texts.")
    parser.add_argument("--data", type=Path, default=default_folder(), help="folder of the texts (or AVOWED_DATA)")
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args(arguments)
    results = {path: file_faults(path, given.data) for path in given.files or annotation_files(HERE)}
    for path, (_, bad) in results.items():
        for fault in bad:
            print(f"{path.name}: {fault}")
    total = sum(len(bad) for _, bad in results.values())
    print(f"{len(results)} documents, {sum(ties for ties, _ in results.values())} ties, {total} faults")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
