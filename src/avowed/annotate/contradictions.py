"""Links what somebody is made to say of two actors with what the report itself says against it; both sides are kept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from avowed.annotate.page import Page
from avowed.model.evidence import Assertion, TieContent
from avowed.model.vocabulary import Dimension, Factuality, Mode
from avowed.model.world import KnownActors

Pair = tuple[str, str]
NOBODY_KNOWN = KnownActors()
REACH = 8  # sentences between the two; a report answers what is said within a paragraph or two
_BELONGING = frozenset({Dimension.MEMBERSHIP, Dimension.COMMAND})


@dataclass(frozen=True, slots=True)
class _Told:
    """A tie with its actors and the number of its sentence."""

    assertion: Assertion
    content: TieContent
    subject: str
    object: str
    sentence: int

    @property
    def asserted(self) -> bool:
        """True where the report itself says it as plain fact."""
        return not self.assertion.attribution and self.assertion.factuality is Factuality.CERTAIN

    @property
    def sign(self) -> int:
        """The sign as told: the denial of a friendly tie is no hostile one, but speaks against it."""
        return -self.content.sign if self.assertion.negated else self.content.sign


def find_contradictions(
    page: Page, assertions: Sequence[Assertion], known: KnownActors = NOBODY_KNOWN
) -> tuple[Pair, ...]:
    """Pairs of assertion ids, the one that somebody says first: opposite signs, or a claim and its denial, near each other.

    Who is part of whom is taken from the report and from the actors known beforehand, for this alone.
    """
    told = [one for assertion in assertions if (one := _told(page, assertion)) is not None]
    above = _bodies(page, told, known)
    found = {
        (one.assertion.id, other.assertion.id)
        for one, other in product(told, told)
        if not one.asserted and other.asserted and _against(one, other) and _of_the_same(one, other, above)
    }
    return tuple(sorted(found))


def _told(page: Page, assertion: Assertion) -> _Told | None:
    content = assertion.content
    if not isinstance(content, TieContent) or assertion.mode is not Mode.ACTUAL:
        return None
    subject, object_ = page.mention[content.subject].actor, page.mention[content.object].actor
    token = page.token_at(content.trigger.start)
    if subject is None or object_ is None or token is None:
        return None
    return _Told(assertion, content, subject, object_, _sentence(page, token.sent.start))


def _sentence(page: Page, start: int) -> int:
    return next(number for number, sentence in enumerate(page.sentences) if sentence.start >= start)


def _against(one: _Told, other: _Told) -> bool:
    near = abs(one.sentence - other.sentence) <= REACH
    return near and one.sign * other.sign < 0


def _bodies(page: Page, told: Sequence[_Told], known: KnownActors) -> Mapping[str, frozenset[str]]:
    """Actor -> itself and the bodies that it heads or belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    named = {actor.known_as: actor.id for actor in page.actors if actor.known_as in known.actors}
    for key, actor in named.items():
        parent = known.actors[key].parent if key else None
        if parent in named:
            found[actor].add(named[parent])
    for one in told:
        if one.content.dimension in _BELONGING and not one.assertion.negated:
            found[one.subject].add(one.object)
    return {actor: frozenset({actor, *bodies}) for actor, bodies in found.items()}


def _of_the_same(one: _Told, other: _Told, above: Mapping[str, frozenset[str]]) -> bool:
    """True where both are of the same two actors, or of parts of them."""

    def same(left: str, right: str) -> bool:
        return bool(above.get(left, frozenset({left})) & above.get(right, frozenset({right})))

    return any(same(one.subject, first) and same(one.object, last) for first, last in _ways(other))


def _ways(told: _Told) -> Iterator[tuple[str, str]]:
    yield told.subject, told.object
    yield told.object, told.subject
