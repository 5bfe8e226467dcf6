"""CD-SCO dev: which words deny, and, with the cues given, which tokens they deny."""

from benchmarks.scoring.counts import Counts, f1
from benchmarks.scoring.negation import Negation, score_cues, score_scopes
from benchmarks.session import Line, Session, line
from benchmarks.sets.negation import Sentence, load

TITLE = "CD-SCO: cues and scopes of negation"
RULE = "cue list, scope to the next mark"
CUES = frozenset({"not", "n't", "no", "never", "without", "nothing", "nor", "neither", "none", "nobody", "cannot"})
MARKS = frozenset({",", ".", ";", ":", "!", "?", "--", "but", "''", "``"})


def baselines(session: Session) -> list[Line]:
    """Eleven words as cues; everything from the cue to the next mark as its scope."""
    known = load(session.data, "dev")
    chapters = sorted({one.chapter for one in known})
    cues = [sum((_cues(one) for one in known if one.chapter == name), Counts()).row for name in chapters]
    scopes = [sum((_scopes(one) for one in known if one.chapter == name), Counts()).row for name in chapters]
    return [line(RULE, "dev", "cue F1", cues, f1), line(RULE, "dev", "scope tokens F1, gold cues", scopes, f1)]


def _cues(one: Sentence) -> Counts:
    found = (frozenset({at}) for at, token in enumerate(one.tokens) if token.lower() in CUES)
    return score_cues([Negation(cue, frozenset()) for cue in found], one.negations)


def _scopes(one: Sentence) -> Counts:
    return score_scopes([_scope(one, max(true.cue)) for true in one.negations], one.negations)


def _scope(one: Sentence, cue: int) -> frozenset[int]:
    end = next((at for at in range(cue + 1, len(one.tokens)) if one.tokens[at].lower() in MARKS), len(one.tokens))
    return frozenset(range(cue + 1, end))
