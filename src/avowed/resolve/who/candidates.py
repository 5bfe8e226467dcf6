"""Which nodes are compared at all: those that share something telling. Blocks grow with names, never all with all.

A block that many names share (more than `_CROWD`) tells nothing and is left out; finer blocks of pairs of words remain.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from rapidfuzz import fuzz

from avowed.model.names import fold
from avowed.resolve.names import lists
from avowed.resolve.names.form import NameForm, Part, analysed, initials
from avowed.resolve.names.letters import looks_like
from avowed.resolve.names.likeness import could_be_alike
from avowed.resolve.names.spelling import skeleton
from avowed.resolve.who.kinds import Group, Strength
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.nodes import Node, Nodes
from avowed.resolve.who.words import words_of

_CROWD = 12
"""Names in a block of near spellings; larger blocks are words that many bear. Set by time and yield on 100,000 names."""

_WORDS_PAIRED = 6
"""Words of a name that are paired with one another for blocks; the rest of a long name adds nothing."""

_NEAR = 4
"""How far apart two names may stand in a list sorted by sound (sorted neighbourhood, Hernandez and Stolfo 1995)."""

_NEAR_IN_BLOCK = 2
"""The same within a block: small ones are compared whole, larger ones along their order, so that cost stays in line."""

_NEARLY = 75.0
"""Share of letters, in hundredths, that neighbours have in common; all names that are `alike` have more."""

_FEW = 4
"""Bearers of a common name or short acronym that are put before a person though nothing else brings them together."""

_ASKED = (Strength.SHORT, Strength.COMMON)

_MOST_FORMS = 12
"""Names of one node that are compared; nodes of known actors have more than this only as spellings of one another."""

Candidate = tuple[str, str, NameForm, NameForm]
Entry = tuple[str, NameForm]


def candidates(gathered: Nodes, known: KnownNames) -> Iterator[Candidate]:
    """Pairs of nodes with the names that brought them together, each once, left before right."""
    listed = _entries(gathered, known)
    surnames = _surnames(gathered, [entry for entry in listed if entry[1].person])
    seen: set[tuple[str, str, str, str]] = set()
    yield from _each_once(chain(_given(gathered), _known(gathered, known), surnames, _acronyms(listed)), seen)
    near = _each_once(chain(_neighbours(listed), _by_blocks(listed)), seen)
    yield from (pair for pair in near if _worth(pair, gathered))


def _each_once(pairs: Iterable[tuple[Entry, Entry]], seen: set[tuple[str, str, str, str]]) -> Iterator[Candidate]:
    """The pairs that are not among those seen; names that stand near one another meet in several orders and blocks."""
    for first, last in pairs:
        if first[0] == last[0]:
            continue
        (left, one), (right, other) = (first, last) if first[0] < last[0] else (last, first)
        mark = (left, right, one.text, other.text)
        if mark not in seen:
            seen.add(mark)
            yield left, right, one, other


def _worth(pair: Candidate, gathered: Nodes) -> bool:
    """False where nothing but the spelling could make one of two nodes, and it does not."""
    left, right, one, other = pair
    told = (gathered.nodes[key] for key in (left, right))
    return could_be_alike(one, other) or any(node.known or node.given for node in told)


def context_pairs(gathered: Nodes) -> Iterator[tuple[Node, Node]]:
    """Weak nodes of one identity that share surroundings: neighbours in each block, so that equal evidence joins them all."""
    blocks: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    bearers = Counter(node.identity for node in gathered.nodes.values())
    for node in gathered.nodes.values():
        if node.strength in _ASKED and bearers[node.identity] <= _FEW:
            blocks[(node.identity,)].append(node)
        for mark in _marks(node, gathered):
            blocks[(node.identity, *mark)].append(node)
    for held in blocks.values():
        first, *others = sorted(held, key=lambda node: node.key)
        yield from ((first, other) for other in others)


def _marks(node: Node, gathered: Nodes) -> Iterator[tuple[str, ...]]:
    """What must be shared: one named actor for an acronym, two for a common name, the country for an office."""
    if node.strength not in _ASKED:
        return
    around = gathered.around[node.members[0].report]
    telling = sorted(around.telling - {node.identity})[:_MOST_FORMS]
    if node.strength is Strength.SHORT:
        yield from ((one,) for one in telling)
    elif node.person:
        yield from ((one,) for one in telling)
        yield from combinations(telling, 2)
    if not node.person and len(around.home) == 1:
        yield ("in", *around.home)


def _entries(gathered: Nodes, known: KnownNames) -> list[Entry]:
    found: list[Entry] = []
    shown: set[str] = set()
    for node in gathered.nodes.values():
        if node.strength in (Strength.NAMELESS, Strength.LONE) or node.group in (Group.EITHER_OR, Group.COMMUNITY):
            continue
        if node.strength < Strength.FULL:
            # Of many weak bearers of one name the first stands for the name; context brings the others together.
            if node.identity in shown:
                continue
            shown.add(node.identity)
        found += [(node.key, form) for form in forms_of(node, known)]
    return found


def forms_of(node: Node, known: KnownNames) -> list[NameForm]:
    """The names to compare a node by: those that reports use, and those of the known actor."""
    forms = {words_of(form): form for form in node.forms}
    if node.known:
        for name in known.names(node.known):
            form = analysed(name.text, node.person)
            forms.setdefault(words_of(form), form)
    return list(forms.values())[:_MOST_FORMS]


def _given(gathered: Nodes) -> Iterator[tuple[Entry, Entry]]:
    """A report calls one by a name that is another's."""
    by_identity: dict[str, list[Node]] = defaultdict(list)
    for node in gathered.nodes.values():
        if node.strength in (Strength.SHORT, Strength.FULL, Strength.KNOWN):
            by_identity[node.identity].append(node)
    for node in gathered.nodes.values():
        for identity in node.given:
            for other in by_identity.get(identity, ()):
                yield (node.key, node.forms[0]), (other.key, other.forms[0])


def _known(gathered: Nodes, known: KnownNames) -> Iterator[tuple[Entry, Entry]]:
    """A name that is not enough by itself is among those of known actors."""
    for node in gathered.nodes.values():
        if node.known or node.strength is Strength.NAMELESS:
            continue
        for form in node.forms:
            for key in known.may_be(form, node.group):
                yield (node.key, form), (f"known/{key}", analysed(known.actors[key].name, node.person))


def _surnames(gathered: Nodes, persons: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """A lone name is the last word of a full one, and only one person in the case has it."""
    by_last: dict[str, dict[str, Entry]] = defaultdict(dict)
    for key, form in persons:
        if len(form.core) > 1:
            by_last[form.core[-1].key].setdefault(key, (key, form))
    for node in gathered.nodes.values():
        if node.strength is Strength.LONE and node.person:
            held = by_last.get(node.forms[0].keys[-1], {})
            if len(held) == 1:
                yield from (((node.key, node.forms[0]), entry) for entry in held.values())


def _by_blocks(listed: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    blocks: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for key, form in listed:
        for mark in dict.fromkeys(block_marks(form)):
            blocks[mark].append((key, form))
    for held in blocks.values():
        if 1 < len(held) <= _CROWD:
            row = sorted(held, key=_from_front)
            yield from (
                (entry, other) for at, entry in enumerate(row) for other in row[at + 1 : at + 1 + _NEAR_IN_BLOCK]
            )


def block_marks(form: NameForm) -> Iterator[tuple[str, ...]]:
    """What two names must share to be compared, by the sound of their words."""
    yield "all", words_of(form)
    yield "looks", looks_like(fold(form.text))
    if form.acronym:
        return
    yield "bones", "".join(sorted("".join(form.skeletons)))
    words = [skeleton(word.text) or word.text for word in form.core if word.part is not Part.NUMBER]
    yield from (("pair", *sorted(pair)) for pair in combinations(words[:_WORDS_PAIRED], 2))
    naming = [word for word in form.core if word.part is Part.NAME and word.text not in lists.NATIONS]
    if not form.person and len(naming) == 1:
        yield "one", skeleton(naming[0].text)


def _neighbours(listed: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Names that stand near one another when sorted by sound, from the front and from the back: misspelled words."""
    full = [entry for entry in listed if len(entry[1].core) > 1]
    for order in (_from_front, _from_back):
        row = sorted(full, key=order)
        for at, entry in enumerate(row):
            yield from ((entry, other) for other in row[at + 1 : at + 1 + _NEAR] if _nearly(entry[1], other[1]))


def _nearly(one: NameForm, other: NameForm) -> bool:
    return one.person == other.person and fuzz.ratio(one.joined_key, other.joined_key) >= _NEARLY


def _from_front(entry: Entry) -> tuple[bool, tuple[str, ...], str]:
    return entry[1].person, entry[1].keys, entry[0]


def _from_back(entry: Entry) -> tuple[bool, tuple[str, ...], str]:
    return entry[1].person, entry[1].keys[::-1], entry[0]


def _acronyms(listed: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Acronyms beside the names that they spell, where few are spelled by them."""
    short: dict[str, list[Entry]] = defaultdict(list)
    full: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed:
        if entry[1].acronym:
            short[entry[1].acronym].append(entry)
        elif not entry[1].person and len(entry[1].words) > 1:
            words = entry[1].words
            for letters in {initials(words), initials(words, with_particles=True), initials(entry[1].core)}:
                full[letters].append(entry)
    for letters, acronyms in short.items():
        spelled = full.get(letters, ())
        if len(spelled) <= _CROWD:
            yield from ((entry, acronym) for entry in spelled for acronym in acronyms[:_CROWD])
