"""How MUC-4 says that an organisation is responsible, on the organisations that are rightly found in dev."""

from benchmarks import muc4_templates
from benchmarks.scoring.counts import share
from benchmarks.scoring.responsibility import majority, score_responsibility
from benchmarks.scoring.templates import Entity, Template
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.muc4 import Document, load

TITLE = "MUC-4: claimed, suspected, accused, possible or fact, on rightly found organisations"
METRIC = "accuracy"


def baselines(session: Session) -> list[Line]:
    """The most frequent confidence, on all organisations of the gold."""
    documents = session.some(load(session.data, "dev"))
    rows = [
        score_responsibility(one.templates, majority(one.templates), one.templates, one.confidences)
        for one in documents
    ]
    return [line("majority", "dev, gold organisations", METRIC, rows, share)]


def ours(session: Session) -> list[Line]:
    """The bases of our reading, and the most frequent confidence on the same organisations."""
    documents = session.some(load(session.data, "dev"))
    session.ahead((one.id, one.text) for one in documents)
    said = [muc4_templates.with_confidences(session.reading(one.id, one.text)) for one in documents]
    rows = [_score(list(one), list(one.values()), document) for one, document in zip(said, documents, strict=True)]
    plain = [_score(list(one), majority(list(one)), document) for one, document in zip(said, documents, strict=True)]
    return [line(OURS, "dev", METRIC, rows, share), line("majority", "dev", METRIC, plain, share)]


def _score(templates: list[Template], confidences: list[dict[Entity, str]], document: Document) -> tuple[int, int]:
    return score_responsibility(templates, confidences, document.templates, document.confidences)
