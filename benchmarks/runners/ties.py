"""Our own annotations: ties with dimension and sign, what is said of them, and whether scores mean what they say."""

from collections import Counter
from collections.abc import Sequence

from benchmarks import own_ties
from benchmarks.scoring import calibration
from benchmarks.scoring.counts import f1, precision, recall, share
from benchmarks.scoring.ties import FIELDS, Tie, right_scores, score_field, score_ties
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.annotations import Document, held_out, load

TITLE = "Own annotations: ties with subject, object, dimension and sign right"
HELD_OUT, REST = "held out", "all others"


def baselines(session: Session) -> list[Line]:
    """What always giving the most frequent value would score on all ties of each part."""
    return [
        line("majority", part, f"{field} accuracy", [_majority(field, one, parts[REST]) for one in documents], share)
        for parts in [_parts(session)]
        for part, documents in parts.items()
        for field in FIELDS
        if field != "speaker"
    ]


def ours(session: Session) -> list[Line]:
    """The ties of our reading."""
    found, parts = [], _parts(session)
    session.ahead((one.key[1], one.text) for documents in parts.values() for one in documents)
    for part, documents in parts.items():
        pairs = [(own_ties.ties(session.reading(one.key[1], one.text)), one.ties) for one in documents]
        found += _ties(part, pairs) + _fields(part, pairs)
        bins = [calibration.sums(right_scores(said, true)) for said, true in pairs]
        error = calibration.expected_calibration_error
        found.append(line(OURS, part, "expected calibration error", bins, error, lower_is_better=True))
    return found


def _ties(part: str, pairs: Sequence[tuple[Sequence[Tie], Sequence[Tie]]]) -> list[Line]:
    rows = [score_ties(said, true).row for said, true in pairs]
    figures = (("F1", f1), ("precision at the default threshold", precision), ("recall", recall))
    return [line(OURS, part, name, rows, figure) for name, figure in figures]


def _fields(part: str, pairs: Sequence[tuple[Sequence[Tie], Sequence[Tie]]]) -> list[Line]:
    return [
        line(OURS, part, f"{field} accuracy", [score_field(field, said, true) for said, true in pairs], share)
        for field in FIELDS
    ]


def _parts(session: Session) -> dict[str, Sequence[Document]]:
    """The held-out tenth, and all others, which training may have seen."""
    documents, apart = load(session.data), held_out()
    parts = {
        HELD_OUT: [one for one in documents if one.key in apart],
        REST: [one for one in documents if one.key not in apart],
    }
    return {part: session.some(found) for part, found in parts.items() if found}


def _majority(field: str, document: Document, known: Sequence[Document]) -> tuple[int, int]:
    usual = Counter(getattr(tie, field) for one in known for tie in one.ties).most_common(1)[0][0]
    return sum(getattr(tie, field) == usual for tie in document.ties), len(document.ties)
