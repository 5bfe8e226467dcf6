"""Parts of the reader that a printed reading does not show, for measures that ask about every word or every saying."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from benchmarks.scoring.attribution import Saying
from benchmarks.session import NoReader, Row


@cache
def annotator() -> Any:
    """The annotator with the known actors, made once."""
    try:
        from avowed import registry  # noqa: PLC0415  # the sets can be scored without a reader
        from avowed.annotate.annotator import Annotator  # noqa: PLC0415
    except ImportError as error:
        raise NoReader(f"the annotator cannot be imported: {error}") from error
    return Annotator(registry.known_actors())


def reports(rows: Iterable[Row]) -> list[Any]:
    """The rows as reports, as `read_texts` makes them, without those that it refuses."""
    from avowed.model.evidence import Report  # noqa: PLC0415
    from avowed.read import text_rows  # noqa: PLC0415

    return [one for one in text_rows(rows) if isinstance(one, Report)]


def page(text: str) -> Any:
    """One text with its parse and its mentions."""
    from avowed.annotate.actors import find_mentions  # noqa: PLC0415
    from avowed.annotate.page import Page  # noqa: PLC0415

    reader = annotator()
    (report,) = reports([{"id": "text", "text": text}])
    return find_mentions(Page(report, next(iter(reader.parser.parse([text])))), reader.known)


def sayings(text: str) -> list[Saying]:
    """Every saying that the reader finds in a text, also those whose content carries no assertion."""
    from avowed.annotate.sayings.find import find_sayings  # noqa: PLC0415

    found = find_sayings(page(text))
    return [
        Saying(
            _ends(one.described or one.source_span),
            _ends(one.phrase or one.cue),
            tuple(map(_pair, (one.extent,) if one.extent else one.contents)),
        )
        for one in found
    ]


def sureness(text: str, offsets: Sequence[int]) -> list[float | None]:
    """How sure the reader is, as a number, of what the words at these offsets tell; None where there is no word."""
    from avowed.annotate.certainty.sureness import remember, sure_of  # noqa: PLC0415

    doc = _parsed(text)
    sentences = [(one.start_char, one.end_char) for one in doc.sents if one.text.strip()]
    remember(doc, annotator().encoder.read(text, sentences))
    words = {at: token for token in doc for at in range(token.idx, token.idx + len(token.text))}
    return [sure_of(words[offset]) if offset in words else None for offset in offsets]


def denials(text: str, spans: Sequence[tuple[int, int]]) -> list[frozenset[int]]:
    """The cues of negation that the reader finds in a sentence, as sets of the places of its tokens in `spans`."""
    from avowed.annotate.certainty.negation import cues_of  # noqa: PLC0415

    return [_places(cue, spans) for cue in cues_of(_parsed(text))]


def denied(text: str, spans: Sequence[tuple[int, int]], cue: frozenset[int]) -> frozenset[int]:
    """The places of the tokens that the reader takes a given cue to deny."""
    from avowed.annotate.certainty.negation import scope_of  # noqa: PLC0415

    doc = _parsed(text)
    words = [token for token in doc if _places([token], spans) & cue and token.lower_ not in ("can", "ca", "wo")]
    return _places(scope_of(words, list(doc)), spans) - cue if words else frozenset()


@lru_cache(maxsize=8)
def _parsed(text: str) -> Any:
    return next(iter(annotator().parser.parse([text])))


def _places(tokens: Iterable[Any], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which of the spans these tokens touch."""
    edges = [(token.idx, token.idx + len(token.text)) for token in tokens]
    touched = (at for at, (start, end) in enumerate(spans) for low, high in edges if low < end and start < high)
    return frozenset(touched)


def times(text: str, published: Any) -> Any:
    """The time expressions of a text that was published at a given time, or None."""
    from avowed.annotate.times import find_times  # noqa: PLC0415

    return find_times(text, published)


@cache
def likeness() -> tuple[Callable[[str, str, bool], float], float]:
    """How alike two names are, 0 to 1, told whether persons bear them; and the reader's own threshold for the same."""
    try:
        from avowed.resolve.names.form import analysed  # noqa: PLC0415
        from avowed.resolve.names.likeness import THRESHOLD, compare  # noqa: PLC0415
    except ImportError as error:
        raise NoReader(f"the likeness of names cannot be imported: {error}") from error
    taken = lru_cache(maxsize=None)(analysed)
    return lambda one, other, person: float(compare(taken(one, person), taken(other, person)).likeness), THRESHOLD


def _ends(span: Any) -> tuple[int, int] | None:
    return _pair(span) if span else None


def _pair(span: Any) -> tuple[int, int]:
    return (span.start, span.end)
