"""A case of invented names of any size, the same every time: what resolving costs, and how the cost grows."""

from collections.abc import Iterator, Sequence
from random import Random

from avowed.model.decisions import Occurrence
from avowed.model.keys import occurrence_key

SEED = 2021
PER_REPORT = 10
_OFTEN = 0.7  # share of mentions that fall on the few whom everybody names; the rest on anybody
_SYLLABLES = [
    "ba",
    "da",
    "fa",
    "ga",
    "ha",
    "ja",
    "ka",
    "la",
    "ma",
    "na",
    "ra",
    "sa",
    "ta",
    "va",
    "za",
    "bi",
    "di",
    "ki",
    "li",
    "mi",
    "ni",
    "ri",
    "si",
    "ti",
    "bo",
    "do",
    "ko",
    "lo",
    "mo",
    "no",
    "ro",
    "so",
    "to",
    "du",
    "ku",
    "lu",
    "mu",
]
_GIVEN = [
    "Mohammad",
    "Ahmed",
    "Ali",
    "Hassan",
    "Omar",
    "Ibrahim",
    "Yusuf",
    "Abdul",
    "Idris",
    "Karim",
    "Salim",
    "Rashid",
    "Ivan",
    "Sergei",
    "Juan",
    "Carlos",
    "John",
    "David",
]
_BODIES = ["Front", "Army", "Brigade", "Movement", "Council", "League", "Legion", "Column", "Network", "Party"]
_NAMELESS = ["the gunmen", "militants", "local officials", "residents", "security forces", "the group"]
_VOWELS = {"u": "oo", "i": "ee", "k": "q", "f": "ph"}


def occurrences(reports: int, seed: int = SEED) -> list[Occurrence]:
    """Ten occurrences a report; a few actors are in very many reports, most in a few, as in real cases."""
    random = Random(seed)
    actors = list(_actors(random, max(20, 2 * reports)))
    return [one for number in range(reports) for one in _report(random, number, actors)]


def _report(random: Random, number: int, actors: Sequence[tuple[str, str]]) -> Iterator[Occurrence]:
    report = f"{number:064x}"[::-1]
    named: set[str] = set()
    while len(named) < PER_REPORT:
        name, kind = _told(random, actors)
        key = occurrence_key(report, name)
        if key not in named:
            named.add(key)
            yield Occurrence(key, report, name, name, kind)


def _told(random: Random, actors: Sequence[tuple[str, str]]) -> tuple[str, str]:
    if random.random() < 0.15:
        return random.choice(_NAMELESS), "armed_group"
    rank = random.paretovariate(0.35) if random.random() < _OFTEN else random.uniform(1, len(actors))
    name, kind = actors[min(int(rank) - 1, len(actors) - 1)]
    draw = random.random()
    if draw < 0.1 and kind == "person":
        return name.split()[-1], kind
    if draw < 0.1:
        return "".join(word[0] for word in name.split() if word[0].isupper()), kind
    return (_respelled(random, name) if draw < 0.2 else name), kind


def _respelled(random: Random, name: str) -> str:
    letter, other = random.choice(sorted(_VOWELS.items()))
    return name.replace(letter, other, 1)


def _actors(random: Random, count: int) -> Iterator[tuple[str, str]]:
    for _ in range(count):
        if random.random() < 0.5:
            yield f"{random.choice(_GIVEN)} {_word(random)}", "person"
        else:
            yield f"{_word(random)} {_word(random)} {random.choice(_BODIES)}", "armed_group"


def _word(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.choice((2, 3, 3, 4)))).title()
