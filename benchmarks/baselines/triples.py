"""Subject-verb-object triples and quotations of textacy over spaCy's small pipeline."""

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.baselines.spacy_small import parsed
from benchmarks.scoring.attribution import Saying
from benchmarks.scoring.spans import Span

NAME = "spaCy small + textacy"


def triples(text: str) -> Iterator[tuple[Span, Span]]:
    """Where subject and object of every triple stand."""
    from textacy.extract.triples import subject_verb_object_triples  # noqa: PLC0415  # slow to import

    for one in subject_verb_object_triples(parsed(text)):
        yield _span(one.subject), _span(one.object)


def quotations(text: str) -> list[Saying]:
    """Direct quotations with their speaker; textacy reads texts whose quotation marks are in pairs, else nothing."""
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415  # slow to import

    try:
        found = list(direct_quotations(parsed(text)))
    except ValueError:
        return []
    return [
        Saying(_span(one.speaker), _span(one.cue), ((one.content.start_char, one.content.end_char),)) for one in found
    ]


def _span(tokens: Sequence[Any]) -> Span:
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
