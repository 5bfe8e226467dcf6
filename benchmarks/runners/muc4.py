"""MUC-4 incidents: GTT micro-F1, roles only, CEAF-RME, on dev alone: train is what a reader may have learned from."""

from collections.abc import Callable, Iterable, Sequence

from benchmarks import muc4_templates
from benchmarks.scoring import gtt
from benchmarks.scoring.ceaf_rme import score_mentions
from benchmarks.scoring.counts import Counts, f1, precision, recall
from benchmarks.scoring.templates import ROLES, Template, template
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.muc4 import Document, load

TITLE = "MUC-4: incidents with their roles"
Answer = Callable[[Document], Sequence[Template]]


def baselines(session: Session) -> list[Line]:
    """One attack a report, and nothing in it: the most frequent type alone."""
    return _lines(session, "one attack a report", lambda _: [template("attack")])


def ours(session: Session) -> list[Line]:
    """The incidents of our reading."""
    session.ahead((one.id, one.text) for one in session.some(load(session.data, "dev")))
    return _lines(session, OURS, lambda one: muc4_templates.templates(session.reading(one.id, one.text)))


def _lines(session: Session, system: str, answer: Answer) -> list[Line]:
    documents = session.some(load(session.data, "dev"))
    said = [answer(one) for one in documents]
    slots = [gtt.score_templates(mine, one.templates) for mine, one in zip(said, documents, strict=True)]
    mentions = [score_mentions(mine, one.templates) for mine, one in zip(said, documents, strict=True)]
    micro = _rows(gtt.micro(one) for one in slots)
    found = [
        line(system, "dev", "GTT micro-F1", micro, f1),
        line(system, "dev", "GTT micro-precision", micro, precision),
        line(system, "dev", "GTT micro-recall", micro, recall),
        line(system, "dev", "roles only F1", _rows(gtt.roles_only(one) for one in slots), f1),
        line(system, "dev", "CEAF-RME phi-3", _rows(mentions), f1),
    ]
    names = ("type", *ROLES)
    return found + [
        line(system, "dev", f"{name} F1", _rows(one[at] for one in slots), f1) for at, name in enumerate(names)
    ]


def _rows(counts: Iterable[Counts]) -> list[tuple[float, ...]]:
    return [one.row for one in counts]
