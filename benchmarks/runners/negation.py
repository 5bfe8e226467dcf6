"""CD-SCO dev: which words deny, and, with the cues given, which tokens they deny."""

from collections.abc import Callable, Sequence

from benchmarks import inside
from benchmarks.scoring.counts import Counts, f1
from benchmarks.scoring.negation import Negation, score_cues, score_scopes
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.negation import Sentence, load

TITLE = "CD-SCO: cues and scopes of negation"
RULE = "cue list, scope to the next mark"
CUES = frozenset({"not", "n't", "no", "never", "without", "nothing", "nor", "neither", "none", "nobody", "cannot"})
MARKS = frozenset({",", ".", ";", ":", "!", "?", "--", "but", "''", "``"})


def baselines(session: Session) -> list[Line]:
    """Eleven words as cues; everything from the cue to the next mark as its scope."""
    return _lines(session, RULE, _cues, lambda one, cue: _scope(one, max(cue)))


def ours(session: Session) -> list[Line]:
    """The cues that the reader finds, and the words that it takes the gold cues to deny."""
    inside.annotator()
    return _lines(
        session,
        OURS,
        lambda one: inside.denials(one.text, one.spans),
        lambda one, cue: inside.denied(one.text, one.spans, cue),
    )


def _lines(
    session: Session,
    system: str,
    cues: Callable[[Sentence], Sequence[frozenset[int]]],
    scope: Callable[[Sentence, frozenset[int]], frozenset[int]],
) -> list[Line]:
    """The figures of one system, a chapter a row."""
    known = load(session.data, "dev")
    chapters = sorted({one.chapter for one in known})
    found = {name: Counts() for name in chapters}
    scopes = {name: Counts() for name in chapters}
    for one in known:
        found[one.chapter] += score_cues([Negation(cue, frozenset()) for cue in cues(one)], one.negations)
        scopes[one.chapter] += score_scopes([scope(one, true.cue) for true in one.negations], one.negations)
    return [
        line(system, "dev", "cue F1", [found[name].row for name in chapters], f1),
        line(system, "dev", "scope tokens F1, gold cues", [scopes[name].row for name in chapters], f1),
    ]


def _cues(one: Sentence) -> list[frozenset[int]]:
    return [frozenset({at}) for at, token in enumerate(one.tokens) if token.lower() in CUES]


def _scope(one: Sentence, cue: int) -> frozenset[int]:
    end = next((at for at in range(cue + 1, len(one.tokens)) if one.tokens[at].lower() in MARKS), len(one.tokens))
    return frozenset(range(cue + 1, end))
