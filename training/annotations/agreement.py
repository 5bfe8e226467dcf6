"""Measures how far two annotations of the same documents agree; nothing is matched twice.

python training/annotations/agreement.py [FIRST_FOLDER] [SECOND_FOLDER] [--page FILE]
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from agreement_actors import named_ties, overlap, told_likeness
from annotation_words import UNDIRECTED

HERE = Path(__file__).parent
LABELS = ("voice", "factuality", "negated", "mode")
Pair = tuple[dict, dict]
PAGE = """Each document was annotated twice, the second time without sight of the first. Made by
`python training/annotations/agreement.py --page docs/annotation/agreement.md`; the guidelines are beside this page.

By *actors*, ties of one passage are the same when they join the same two actors in one dimension and sign, by whatever mention.
By *parties*, they are the same when both mentions overlap. Labels are compared over ties with the same dimension and sign.
A plain tie is one its annotator holds every analyst would record (weight 1)."""


def same_parties(one: dict, other: dict) -> bool:
    """Whether the mentions overlap: subject to subject and object to object, or crosswise where order says nothing."""
    straight = overlap(one["subject_span"], other["subject_span"]) and overlap(one["object_span"], other["object_span"])
    crossed = overlap(one["subject_span"], other["object_span"]) and overlap(one["object_span"], other["subject_span"])
    undirected = one["dimension"] == other["dimension"] and one["dimension"] in UNDIRECTED
    return bool(straight or (undirected and crossed))


def tie_likeness(one: dict, other: dict) -> float:
    """0 for different parties; otherwise more the more the ties say the same."""
    if not same_parties(one, other):
        return 0
    alike = 8 * (one["dimension"] == other["dimension"]) + 4 * (one["sign"] == other["sign"])
    alike += 2 * (one["negated"] == other["negated"]) + sum(one[label] == other[label] for label in LABELS)
    return 1 + alike + (overlap(one["trigger"], other["trigger"]) > 0) * 2


def incident_likeness(one: dict, other: dict) -> float:
    """0 for another type or another passage; triggers, where both have one, decide the passage."""
    if one["type"] != other["type"]:
        return 0
    both = one.get("trigger") and other.get("trigger")
    return overlap(one["trigger"], other["trigger"]) if both else overlap(one["quote"], other["quote"])


def matched(first: list[dict], second: list[dict], likeness: Callable[[dict, dict], float]) -> list[Pair]:
    """One-to-one pairs, the most alike first."""
    scored = [(likeness(one, other), i, j) for i, one in enumerate(first) for j, other in enumerate(second)]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for score, i, j in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if score > 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((first[i], second[j]))
    return pairs


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa (Cohen 1960); None without pairs or where chance alone would agree always."""
    if not pairs:
        return None
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return None if chance == 1 else (share(pairs) - chance) / (1 - chance)


def share(pairs: Sequence[tuple[object, object]]) -> float:
    """The part of the pairs that are equal."""
    return sum(one == other for one, other in pairs) / len(pairs)


def same_speaker(one: dict, other: dict) -> bool:
    """Whether both name no speaker, or mentions of it that overlap."""
    return one["speaker"] is other["speaker"] is None or overlap(one["speaker_span"], other["speaker_span"]) > 0


def report(documents: list[Pair]) -> list[str]:
    """The lines of the agreement over documents annotated twice."""
    ties = [pair for one, other in documents for pair in matched(one["ties"], other["ties"], tie_likeness)]
    counts = tuple(sum(len(document[side]["ties"]) for document in documents) for side in (0, 1))
    alike = [pair for pair in ties if pair[0]["dimension"] == pair[1]["dimension"]]
    full = [pair for pair in alike if pair[0]["sign"] == pair[1]["sign"]]
    told = [pair for one, other in documents for pair in matched(named_ties(one), named_ties(other), told_likeness)]
    lines = [f"{len(documents)} documents annotated twice", found("ties: actors, dimension", len(told), *counts)]
    lines += [found("ties: parties", len(ties), *counts), found("ties: and dimension", len(alike), *counts)]
    lines += [
        found("ties: and sign", len(full), *counts),
        plain_line(documents),
        label_line("dimension (same parties)", values(ties, "dimension")),
    ]
    lines += [label_line(label, values(full, label)) for label in LABELS]
    lines += [label_line("has a speaker", [(one["speaker"] is None, other["speaker"] is None) for one, other in full])]
    lines += [f"{'same speaker':<28} {percent([(same_speaker(*pair), True) for pair in full])}"]
    return lines + incident_lines(documents)


def plain_line(documents: list[Pair]) -> str:
    """How many of the ties that either calls plain (weight 1) the other has with dimension and sign, at any weight."""
    plain = sum(tie["weight"] == 1 for pair in documents for side in pair for tie in side["ties"])
    both = [pair for one, other in documents for pair in matched(one["ties"], other["ties"], tie_likeness)]
    same = [pair for pair in both if all(pair[0][name] == pair[1][name] for name in ("dimension", "sign"))]
    had = sum(tie["weight"] == 1 for pair in same for tie in pair)
    return f"{'ties: plain, found by other':<28} {had} of {plain}" + (f", {100 * had / plain:.1f} %" if plain else "")


def incident_lines(documents: list[Pair]) -> list[str]:
    """The lines on incidents."""
    pairs = [
        pair for one, other in documents for pair in matched(one["incidents"], other["incidents"], incident_likeness)
    ]
    counts = tuple(sum(len(document[side]["incidents"]) for document in documents) for side in (0, 1))
    names = ("stage", "date", "place")
    return [found("incidents: passage and type", len(pairs), *counts)] + [
        f"{'incident ' + name:<28} {percent(values(pairs, name))}" for name in names
    ]


def values(pairs: list[Pair], name: str) -> list[tuple[object, object]]:
    """A field of both sides of each pair."""
    return [(one[name], other[name]) for one, other in pairs]


def found(name: str, both: int, first: int, second: int) -> str:
    """A line with how many were found by both, and F1."""
    f1 = f"{2 * both / (first + second):.3f}" if first + second else "-"
    return f"{name:<28} {both} of {first} and {second}, F1 {f1}"


def percent(pairs: Sequence[tuple[object, object]]) -> str:
    """How many of the pairs are equal, in words."""
    return f"{100 * share(pairs):.1f} % of {len(pairs)}" if pairs else "- of 0"


def label_line(name: str, pairs: Sequence[tuple[object, object]]) -> str:
    """A line with the agreement on one label."""
    value = kappa(pairs)
    return f"{name:<28} {percent(pairs)}, kappa {'-' if value is None else f'{value:.3f}'}"


def both_annotated(first: Path, second: Path) -> list[Pair]:
    """The annotations of every document that both folders hold."""
    names = sorted({path.name for path in first.glob("*.json")} & {path.name for path in second.glob("*.json")})
    return [
        tuple(json.loads((folder / name).read_text(encoding="utf-8")) for folder in (first, second)) for name in names
    ]


def page(documents: list[Pair]) -> str:
    """The figures as a page of the documentation."""
    figures = "\n".join(report(documents))
    return f"# How far two annotators agree\n\n{PAGE}\n\n```\n{figures}\n```\n"


def main(arguments: list[str] | None = None) -> int:
    """Print the agreement of two folders."""
    parser = argparse.ArgumentParser(description="Print the agreement of two annotations of the same documents.")
    parser.add_argument("first", nargs="?", type=Path, default=HERE)
    parser.add_argument("second", nargs="?", type=Path, default=HERE / "second")
    parser.add_argument("--page", type=Path, help="write the figures to this page too")
    given = parser.parse_args(arguments)
    documents = both_annotated(given.first, given.second)
    print("\n".join(report(documents)) if documents else f"no document is in both {given.first} and {given.second}")
    if documents and given.page:
        given.page.write_text(page(documents), encoding="utf-8")
    return 0 if documents else 1


if __name__ == "__main__":
    sys.exit(main())
