"""PLOVER pairs: for a given source and target, cooperation or conflict, and the quad class, on the training part."""

from collections import Counter
from collections.abc import Callable

from benchmarks import plover_quads
from benchmarks.leaning import bears, leaning
from benchmarks.scoring.classes import confusion, macro_f1
from benchmarks.scoring.counts import share
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.plv import QUADS, SIDES, Pair, load

TITLE = "PLOVER pairs: what a given source does to a given target"
PART = "train"
ASKED = ", asked of the pair"
TAUGHT = "our encoder, both marked, taught on other sentences"


def baselines(session: Session) -> list[Line]:
    """The most frequent quad class; and what our network reaches where it may learn from four fifths of these pairs."""
    pairs = load(session.data)
    most = Counter(one.quad for one in pairs).most_common(1)[0][0]
    said = dict(zip(pairs, plover_quads.crossed(), strict=True))
    return [*_lines(session, "majority", lambda _: most), *_lines(session, TAUGHT, said.get)]


def ours(session: Session) -> list[Line]:
    """The ties of our reading, where a pair without one has no class; and the reader asked about each pair."""
    session.ahead((one.id, one.text) for one in session.some(load(session.data)))

    def answer(one: Pair) -> str | None:
        return plover_quads.quad(session.reading(one.id, one.text), one.source, one.target)

    def asked(one: Pair) -> str | None:
        ends = one.text, one.source, one.target
        return bears(*ends) or answer(one) or plover_quads.leans(leaning(*ends))

    return [*_lines(session, OURS, answer), *_lines(session, OURS, asked, ASKED)]


def _lines(session: Session, system: str, answer: Callable[[Pair], str | None], how: str = "") -> list[Line]:
    pairs = [(answer(one), one.quad) for one in session.some(load(session.data))]
    quads = [confusion([pair], QUADS) for pair in pairs]
    sides = [confusion([(side(said), side(true))], SIDES) for said, true in pairs]
    answered = [(said is not None, 1) for said, _ in pairs]
    return [
        line(system, PART, f"cooperation or conflict{how}, macro-F1", sides, macro_f1),
        line(system, PART, f"quad class{how}, macro-F1", quads, macro_f1),
        line(system, PART, f"pairs with an answer{how}", answered, share),
    ]


def side(quad: str | None) -> str | None:
    """Cooperation or conflict, of a quad class."""
    return quad.split()[1] if quad else None
