"""How alike two names are, from 0 to 1: words are paired one to one, the likest first; which name comes first is nothing.

The numbers in `Weights` were searched at random on the 826 labelled pairs of name_bench together with the aliases of
the UN list (our half), then rounded. Tuned on one half of the pairs, the other half scores two to four points less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from avowed.resolve.names import lists
from avowed.resolve.names.form import NameForm, Part, Word, initials
from avowed.resolve.names.spelling import key, skeleton


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """What a pair of words is worth, and what a word without a partner costs; one is told from another by what it is."""

    same_key: float = 0.97
    same_skeleton: float = 0.78
    initial: float = 0.85
    letters_an_edit: float = 2.5
    edit_cost: float = 0.5
    least: float = 0.5
    common_name: float = 0.8
    soft_title: float = 0.45
    body: float = 0.9
    number: float = 0.3
    lone_initial: float = 0.6
    form: float = 0.1
    shortness: float = 0.25
    extra_in_person: float = 0.45
    extra_in_body: float = 0.5
    unlike: float = 1.4
    turned: float = 0.035
    joined_letters_an_edit: float = 10.0
    joined_cost: float = 0.26
    acronym: float = 0.85


WEIGHTS = Weights()
THRESHOLD = 0.77
"""Pairs of name_bench at or above it are called the same: where F1 is highest on all pairs."""

_COMMON = frozenset(key(word) for word in lists.COMMON)
_FEWEST_JOINED = 6
_SHORTEST_ACRONYM = 3  # letters; two begin the words of very many names


@dataclass(frozen=True, slots=True)
class Paired:
    """Two words taken for one another, and how alike they are."""

    left: Word
    right: Word
    likeness: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names word by word: what was paired, what is left on either side, and how alike the whole is."""

    left: NameForm
    right: NameForm
    paired: tuple[Paired, ...]
    left_over: tuple[Word, ...]
    right_over: tuple[Word, ...]
    likeness: float


def compare(left: NameForm, right: NameForm, weights: Weights = WEIGHTS) -> Comparison:
    """Pair the naming words of two names; a name run together or written as an acronym is seen as well."""
    pairs = _pairs(left.core, right.core, weights)
    over = _without(left.core, {at for at, _, _ in pairs}), _without(right.core, {at for _, at, _ in pairs})
    paired = tuple(Paired(left.core[one], right.core[other], like) for one, other, like in pairs)
    turned = any(one[1] > other[1] for one, other in pairwise(pairs))
    by_words = _share(paired, over, left.person, weights) - (weights.turned if turned else 0.0)
    whole = max(by_words, _run_together(left, right, weights), _as_acronym(left, right, weights), 0.0)
    return Comparison(left, right, paired, *over, whole)


ALIKE = 0.8
"""Least likeness of two names that are much alike."""

_MOST_SIEVED = 4  # words; a name of more may lack a partner for one of them and still be alike
_SIEVED = frozenset({Part.NAME, Part.BODY})


def could_be_alike(left: NameForm, right: NameForm, weights: Weights = WEIGHTS) -> bool:
    """False only for names that `compare` finds less than ALIKE and with a word on each side that has no partner.

    Of two names of as many words, up to four that all name, one without a partner takes more than a fifth of the whole.
    """
    one, other = left.core, right.core
    if len(one) != len(other) or not 1 < len(one) <= _MOST_SIEVED or not (_sieved(left) and _sieved(right)):
        return True
    for word in one:
        if not any(word_likeness(word, partner, weights) >= weights.least for partner in other):
            return _run_together(left, right, weights) >= ALIKE
    return True


def _sieved(name: NameForm) -> bool:
    return name.text.isascii() and not name.acronym and all(word.part in _SIEVED for word in name.core)


def is_common(word: Word) -> bool:
    """True for a name that very many persons bear."""
    return word.key in _COMMON or word.part in (Part.SOFT_TITLE, Part.INITIAL)


def spells_out(short: NameForm, full: NameForm) -> bool:
    """True when the letters of an acronym are the initials of a name, with or without its small words and forms."""
    letters = short.acronym
    if len(letters) < _SHORTEST_ACRONYM or full.acronym or len(full.words) < 2:
        return False
    return letters in {initials(full.words), initials(full.words, with_particles=True), initials(full.core)}


def _without(words: Sequence[Word], taken: set[int]) -> tuple[Word, ...]:
    return tuple(word for at, word in enumerate(words) if at not in taken)


def _pairs(left: Sequence[Word], right: Sequence[Word], weights: Weights) -> list[tuple[int, int, float]]:
    """Positions of words taken for one another, the likest and nearest first, given back in order of the left name."""
    found = sorted(
        (-like, abs(one - other), one, other)
        for one, left_word in enumerate(left)
        for other, right_word in enumerate(right)
        if (like := word_likeness(left_word, right_word, weights)) >= weights.least
    )
    kept: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for like, _, one, other in found:
        if one not in kept and other not in taken:
            kept[one] = (other, -like)
            taken.add(other)
    return sorted((one, other, like) for one, (other, like) in kept.items())


def word_likeness(one: Word, other: Word, weights: Weights = WEIGHTS) -> float:
    """How alike two words are; numbers are alike only when they are equal, an initial stands for any word it begins."""
    if one.text == other.text:
        return 1.0
    if one.key == other.key:
        return weights.same_key
    if Part.NUMBER in (one.part, other.part):
        return 0.0
    if len(one.text) == 1 or len(other.text) == 1:
        return weights.initial if one.text[0] == other.text[0] else 0.0
    return _spelled_alike(one.text, one.key, other.text, other.key, weights)


@lru_cache(maxsize=1 << 19)
def _spelled_alike(one: str, one_key: str, other: str, other_key: str, weights: Weights) -> float:
    by_letters = _by_edits(one, other, weights)
    by_sound = _by_edits(one_key, other_key, weights) * weights.same_key
    bones = skeleton(one)
    same_bones = weights.same_skeleton if len(bones) > 1 and bones == skeleton(other) else 0.0
    return max(by_letters, by_sound, same_bones)


def _by_edits(one: str, other: str, weights: Weights) -> float:
    allowed = max(len(one), len(other)) / weights.letters_an_edit
    if abs(len(one) - len(other)) > allowed:
        return 0.0
    edits = OSA.distance(one, other)
    return 1.0 - weights.edit_cost * edits / allowed if edits <= allowed else 0.0


def _share(
    paired: Sequence[Paired], over: tuple[Sequence[Word], Sequence[Word]], person: bool, weights: Weights
) -> float:
    """Likeness of the paired words by weight; words left on both sides speak against, on one side less so."""
    matched = total = 0.0
    for pair in paired:
        weight = _weight(pair.left, weights) + _weight(pair.right, weights)
        matched += pair.likeness * weight
        total += weight
    fewer, more = sorted(sum(_weight(word, weights) for word in side) for side in over)
    extra = weights.extra_in_person if person else weights.extra_in_body
    whole = total + 2 * weights.unlike * fewer + extra * (more - fewer)
    return matched / whole if whole else 0.0


@lru_cache(maxsize=1 << 18)
def _weight(word: Word, weights: Weights) -> float:
    parts = {
        Part.NAME: weights.common_name if word.key in _COMMON else 1.0,
        Part.SOFT_TITLE: weights.soft_title,
        Part.BODY: weights.body,
        Part.NUMBER: weights.number,
        Part.INITIAL: weights.lone_initial,
        Part.FORM: weights.form,
    }
    return float(parts.get(word.part, 0.05) * min(1.0, len(word.text) / 6) ** weights.shortness)


def _run_together(left: NameForm, right: NameForm, weights: Weights) -> float:
    """`Van der Bilt` and `Vanderbilt`: the letters without spaces, where there are enough of them to tell."""
    one, other = left.joined, right.joined
    if not one or not other:
        return 0.0
    if one == other:
        return 0.99
    if left.joined_key == right.joined_key:
        return 0.96
    longest = max(len(one), len(other))
    allowed = longest / weights.joined_letters_an_edit
    if longest < _FEWEST_JOINED or abs(len(one) - len(other)) > allowed:
        return 0.0
    edits = min(OSA.distance(one, other), OSA.distance(left.joined_key, right.joined_key))
    return 0.95 - weights.joined_cost * edits / allowed if edits <= allowed else 0.0


def _as_acronym(left: NameForm, right: NameForm, weights: Weights) -> float:
    return weights.acronym if spells_out(left, right) or spells_out(right, left) else 0.0
