"""Which words a cue denies: each word by its own features and those of its phrase; weights learned from CD-SCO."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from statistics import fmean

from avowed.annotate.certainty.negation.cues import cues_of
from avowed.annotate.certainty.negation.features import Standing, above, standing
from avowed.annotate.parsing.parsed import Token


@dataclass(frozen=True, slots=True)
class Negation:
    """A cue with the words that it denies, in order."""

    cue: tuple[Token, ...]
    scope: tuple[Token, ...]


@dataclass(frozen=True)
class Weights:
    """What each feature adds; from `threshold` on a word is denied. `shared` is the part of its phrase in a word's sum."""

    rows: Mapping[str, float]
    bias: float
    threshold: float
    shared: float


@cache
def weights() -> Weights:
    """The weights that ship."""
    told = json.loads(files("avowed").joinpath("data", "negation", "scope.json").read_text(encoding="utf-8"))
    return Weights(told["weights"], told["bias"], told["threshold"], told["shared"])


def negations(tokens: Sequence[Token]) -> Iterator[Negation]:
    """Every negation of a sentence."""
    for cue in cues_of(tokens):
        yield Negation(cue, scope_of(cue, tokens))


def scope_of(cue: Sequence[Token], tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a sentence that a cue denies, without the cue itself."""
    held, known = anchor(cue), weights()
    line = above(held)
    taken = {token.i for token in cue}
    rest = [token for token in tokens if token.i not in taken]
    sums = _sums([standing(held, token, line) for token in rest], known)
    return tuple(token for token, total in zip(rest, sums, strict=True) if total >= known.threshold)


def anchor(cue: Sequence[Token]) -> Token:
    """The word of a cue that its features count from: the middle of a phrase such as `by no means`, else the first."""
    return cue[1] if len(cue) > 2 else cue[0]


def _sums(standings: Sequence[Standing], known: Weights) -> list[float]:
    own = [known.bias + sum(known.rows.get(name, 0.0) for name in one.features) for one in standings]
    phrases: dict[int, list[float]] = defaultdict(list)
    for one, total in zip(standings, own, strict=True):
        phrases[one.phrase].append(total)
    means = {phrase: fmean(totals) for phrase, totals in phrases.items()}
    return [
        (1 - known.shared) * total + known.shared * means[one.phrase] for one, total in zip(standings, own, strict=True)
    ]
