"""ECB+ topics 1-35: which given event mentions of a topic tell of the same event; the topics are given."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import groupby

from benchmarks.baselines.spacy_small import lemmas
from benchmarks.events import crossing
from benchmarks.scoring.coreference import clusters, conll_f1, score_clusters
from benchmarks.session import Line, Session, line
from benchmarks.sets.ecbplus import Document, EventMention, load

TITLE = "ECB+: the same event in several reports, gold mentions, topics given"
# A topic holds two happenings of one kind, each with its reports: as the set has it, and the two apart.
GROUPS: dict[str, Callable[[Document], str]] = {
    "by topic": lambda one: one.topic,
    "by half topic": lambda one: f"{one.topic} {one.id.endswith('plus')}",
}
Labels = Callable[[Document], dict[EventMention, Hashable]]


def baselines(session: Session) -> list[Line]:
    """Every mention its own event; mentions of the same words one event; a matcher that learned on other topics."""
    known = load(session.data)
    found = crossing.answered(known)
    return [
        *_lines(session, "each alone", _alone),
        *_lines(session, "lemma rule", _lemma),
        *_lines(session, crossing.NAME, lambda one: {mention: found[mention.key] for mention in one.mentions}),
    ]


def _lines(session: Session, system: str, label: Labels) -> list[Line]:
    found, known = [], load(session.data)
    for part, group in GROUPS.items():
        rows = [_score(documents, label) for documents in session.some(list(_topics(known, group)))]
        found.append(line(system, part, "CoNLL F1", rows, conll_f1))
    return found


def _topics(documents: Sequence[Document], group: Callable[[Document], str]) -> Iterator[list[Document]]:
    for _, together in groupby(sorted(documents, key=lambda one: (group(one), one.id)), key=group):
        yield list(together)


def _score(documents: Sequence[Document], label: Labels) -> list[float]:
    said = {one.key: name for document in documents for one, name in label(document).items()}
    true = {one.key: one.event for document in documents for one in document.mentions}
    return score_clusters(clusters(said), clusters(true))


def _alone(document: Document) -> dict[EventMention, Hashable]:
    return {one: one.key for one in document.mentions}


def _lemma(document: Document) -> dict[EventMention, Hashable]:
    words = lemmas(document.text)
    return {one: " ".join(word for at, word in words if one.span[0] <= at < one.span[1]) for one in document.mentions}
