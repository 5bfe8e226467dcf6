"""Two nodes and everything that bears on whether they are one actor; a pure function of the two and their surroundings."""

from collections.abc import Callable
from dataclasses import dataclass

from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind
from avowed.resolve.names import lists
from avowed.resolve.names.form import NameForm, Part, Word
from avowed.resolve.names.letters import looks_like, scripts
from avowed.resolve.names.likeness import Comparison, compare, is_common, spells_out
from avowed.resolve.once import once
from avowed.resolve.who.kinds import Strength
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.nodes import Around, Node
from avowed.resolve.who.words import words_of

_STATES = (ActorKind.GOVERNMENT, ActorKind.IGO)
_READS_LIKE = 0.8
_UNLIKE = 0.75  # words paired below it are other words: Osama and Hamza, Kim Yong Chol and Kim Yong Chun


@dataclass(frozen=True)
class Evidence:
    """Two nodes, the names that brought them together, what surrounds them; `rivals` bear the lesser name as well."""

    left: Node
    right: Node
    one: NameForm
    other: NameForm
    apart: Callable[[], tuple[Around, Around]]
    known: KnownNames
    rivals: int = 0

    @once
    def beside(self) -> tuple[Around, Around]:
        """What surrounds either; asked for only where something brings the two together."""
        return self.apart()

    @once
    def compared(self) -> Comparison:
        """The names word by word."""
        return compare(self.one, self.other)

    @once
    def same_letters(self) -> bool:
        """Both names are written alike but for case, accents and signs."""
        return fold(self.one.text) == fold(self.other.text)

    @once
    def same_words(self) -> bool:
        """The rules of spelling make one name of both."""
        return words_of(self.one) == words_of(self.other)

    @once
    def given_in(self) -> frozenset[str]:
        """Reports in which one of them is called by the other's name."""
        one, other = self.left, self.right
        return one.given.get(other.identity, frozenset()) | other.given.get(one.identity, frozenset())

    @once
    def acronym_of(self) -> bool:
        """One name is an acronym whose letters begin the words of the other."""
        return spells_out(self.one, self.other) or spells_out(self.other, self.one)

    @once
    def borne_by_known(self) -> bool:
        """One is a known actor, and the other's name is among its names, weak ones too."""
        for known, form, node in ((self.left, self.other, self.right), (self.right, self.one, self.left)):
            if known.known and not node.known and known.known in self.known.may_be(form, node.group):
                return True
        return False

    @once
    def only_known(self) -> bool:
        """No other known actor bears the name that one of them bears."""
        sides = (self.left, self.other, self.right), (self.right, self.one, self.left)
        return any(known.known and self.known.may_be(form, node.group) == {known.known} for known, form, node in sides)

    @once
    def usual_short_name(self) -> bool:
        """A state or a union of states is known by the other's name, and nobody else is: the UN, France."""
        known = self.left.known or self.right.known
        return known is not None and self.only_known and self.known.actors[known].kind in _STATES

    @once
    def short_person(self) -> bool:
        """First and last word agree, and one name only lacks words or has initials in between."""
        if not self.one.person:
            return False
        one, other = sorted((self.one.core, self.other.core), key=len)
        ends = len(one) > 1 and _alike(one[0], other[0]) and _alike(one[-1], other[-1])
        return ends and len(self.compared.paired) >= len(one)

    @once
    def surname(self) -> bool:
        """One name is a lone word, the last word of the other."""
        if not self.one.person:
            return False
        one, other = sorted((self.one.core, self.other.core), key=len)
        return len(one) == 1 < len(other) and one[0].key == other[-1].key

    @once
    def turned(self) -> bool:
        """The same words in another order, as where the family's name comes first; not father and son exchanged."""
        one, other = self.one.keys, self.other.keys
        if not self.one.person or len(one) != len(other):
            return False
        return any(one[at:] + one[:at] == other for at in range(1, len(one)))

    @once
    def fathers_exchanged(self) -> bool:
        """The same words in another order, with a word for son between them."""
        one, other = self.one, self.other
        son = any(word.text in {"bin", "ibn", "ben"} for word in (*one.words, *other.words))
        return one.person and son and one.keys != other.keys and sorted(one.keys) == sorted(other.keys)

    @once
    def looks_alike(self) -> bool:
        """Written in letters of several alphabets that the eye takes for the same."""
        one, other = fold(self.one.text), fold(self.other.text)
        if one.isascii() and other.isascii():
            return False
        return one != other and looks_like(one) == looks_like(other)

    @once
    def other_alphabet(self) -> bool:
        """One name is in another alphabet and reads like the other."""
        if self.one.text.isascii() and self.other.text.isascii():
            return False
        latin = [scripts(form.text) <= {"LATIN", "MODIFIER"} for form in (self.one, self.other)]
        return latin[0] != latin[1] and self.compared.likeness > _READS_LIKE

    @property
    def lesser(self) -> Node:
        """The node whose name may be another's: the acronym, the unknown, the weaker, the shorter name."""
        return min(self.left, self.right, key=self._telling)

    def _telling(self, node: Node) -> tuple[bool, bool, int, int, str]:
        form = self.one if node is self.left else self.other
        other = self.right if node is self.left else self.left
        return node.known is not None, node.identity not in other.given, node.strength, len(form.core), node.key

    # -- what speaks against -----------------------------------------------------------------------------------------

    @once
    def words_count(self) -> bool:
        """Whether left-over words say anything: not where the names agree as wholes or on a report's word."""
        return not (self.same_words or self.acronym_of or self.given_in or self.borne_by_known)

    @once
    def nation_alone(self) -> bool:
        """One name is a nation's or region's alone, the other has more words."""
        one, other = ({word.text in lists.NATIONS for word in form.core} for form in (self.one, self.other))
        return not self.one.person and (one == {True}) != (other == {True})

    @once
    def left_over(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """Words of either name that have no partner."""
        return self.compared.left_over, self.compared.right_over

    def over(self, words: frozenset[str]) -> tuple[int, int]:
        """How many words of a list are left over on either side."""
        one, other = (sum(word.text in words for word in side) for side in self.left_over)
        return one, other

    @once
    def names_over(self) -> tuple[int, int]:
        """How many naming words are left over on either side; initials and soft titles do not name."""
        one, other = (sum(word.part is Part.NAME for word in side) for side in self.left_over)
        unlike = sum(pair.likeness < _UNLIKE for pair in self.compared.paired)
        return one + unlike, other + unlike

    @once
    def bodies_over(self) -> tuple[int, int]:
        """How many words for a kind of body are left over on either side."""
        one, other = (sum(word.part is Part.BODY for word in side) for side in self.left_over)
        return one, other

    @once
    def named_after(self) -> bool:
        """One name is a single word, a place's or a founder's maybe, and the other a body with that word in its name."""
        one, other = sorted((self.one.core, self.other.core), key=len)
        if self.one.person or len(one) != 1 or len(other) < 2:
            return False
        return one[0].key in {word.key for word in other} and any(word.part is Part.BODY for word in other)

    @once
    def all_common(self) -> bool:
        """Both are persons and no word that agrees is rare."""
        if not self.one.person:
            return False
        pairs = [(word, word) for word in self.one.core] if self.same_words else self._pairs()
        return len(pairs) < 3 and all(is_common(one) and is_common(other) for one, other in pairs)

    def _pairs(self) -> list[tuple[Word, Word]]:
        return [(pair.left, pair.right) for pair in self.compared.paired]

    @once
    def weakest(self) -> Strength:
        """The weaker of the two names."""
        return min(self.left.strength, self.right.strength)

    # -- what surrounds them -----------------------------------------------------------------------------------------

    @once
    def shared(self) -> int:
        """Named actors other than these two that both are named beside."""
        own = {self.left.identity, self.right.identity}
        return len((self.beside[0].telling & self.beside[1].telling) - own)

    @once
    def shared_known(self) -> int:
        """Known actors that both are named beside."""
        return len((self.beside[0].known & self.beside[1].known) - {self.left.known, self.right.known})

    @once
    def relative_near(self) -> bool:
        """One is known, and beside the other a parent, part or offshoot of it is named, or its own state."""
        for known, around in ((self.left.known, self.beside[1]), (self.right.known, self.beside[0])):
            if known and self.known.near(known) & around.known:
                return True
        return False

    @once
    def homes(self) -> tuple[frozenset[str], frozenset[str]]:
        """Countries of either: those of a known actor, else those its reports are about."""
        one, other = (
            frozenset(self.known.actors[node.known].countries) if node.known else around.home
            for node, around in zip((self.left, self.right), self.beside, strict=True)
        )
        return one, other

    @once
    def one_country(self) -> bool:
        """Both are about one and the same country."""
        return len(self.homes[0]) == 1 and self.homes[0] == self.homes[1]

    @once
    def countries_meet(self) -> bool:
        """Countries of both overlap."""
        return bool(self.homes[0] & self.homes[1])

    @once
    def countries_apart(self) -> bool:
        """Both have countries, and none in common."""
        return bool(self.homes[0] and self.homes[1]) and not self.countries_meet

    @once
    def side_by_side(self) -> bool:
        """One report tells them apart: both occur in it, each as an actor of its own."""
        return self.left is not self.right and bool(self.left.reports & self.right.reports)


def _alike(one: Word, other: Word) -> bool:
    return one.key == other.key or (1 in (len(one.text), len(other.text)) and one.text[0] == other.text[0])
