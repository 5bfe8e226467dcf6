"""Occurrences and evidence made from a line such as `person: Idris Tarkani ~ Tarkani | beside=Yuri Karpenko; given=1`."""

from collections.abc import Iterator, Sequence

from avowed.model.decisions import Occurrence
from avowed.model.keys import occurrence_key
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import KnownActor, KnownActors, Name, known_actors
from avowed.resolve.names.form import analysed
from avowed.resolve.who.evidence import Evidence
from avowed.resolve.who.join import Comparing
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.nodes import gather

NOBODY = known_actors([])
LEAGUES = known_actors(
    [
        KnownActor(
            "northern-league",
            "Northern League",
            ActorKind.ARMED_GROUP,
            (
                Name("League of the North", Slot.ALIAS),
                Name("NLG", Slot.WEAK_ALIAS),
                Name("NL", Slot.WEAK_ALIAS),
            ),
        ),
        KnownActor("northern-legion", "Northern Legion", ActorKind.ARMED_GROUP, (Name("NL", Slot.WEAK_ALIAS),)),
        KnownActor("valleys", "Union of Valleys", ActorKind.IGO, (Name("UV", Slot.WEAK_ALIAS),)),
        KnownActor("real-northern-league", "Real Northern League", ActorKind.ARMED_GROUP, parent="northern-league"),
    ]
)


def said(
    report: int | str,
    name: str,
    kind: str = "armed_group",
    aliases: Sequence[str] = (),
    known: str | None = None,
    countries: Sequence[str] = (),
) -> Occurrence:
    """One actor as one report names it; reports are numbered."""
    identity = f"{report:0>2}" * 32
    return Occurrence(
        occurrence_key(identity, name), identity, name, name, kind, tuple(aliases), known, tuple(countries)
    )


def evidence(example: str, known: KnownActors = LEAGUES) -> Evidence:
    """The evidence of an example of a row."""
    names, _, context = example.partition(" | ")
    kinds, _, pair = names.rpartition(": ")
    one, _, other = pair.partition(" ~ ")
    kind, _, other_kind = (kinds or "armed_group").partition("/")
    told = dict(part.partition("=")[::2] for part in context.split("; ") if part)
    sides = (one, kind), (other, other_kind or kind)
    return _evidence(sides, told, KnownNames(known))


def _evidence(sides: Sequence[tuple[str, str]], told: dict[str, str], known: KnownNames) -> Evidence:
    occurrences = list(dict.fromkeys(_occurrences(sides, told)))
    gathered = gather(occurrences, known)
    numbers = (1, 1) if "together" in told else (1, 2)
    keys = [said(number, name).key for number, (name, _) in zip(numbers, sides, strict=True)]
    left, right = (gathered.nodes[gathered.of[key]] for key in keys)
    comparing = Comparing(gathered, known)
    forms = tuple(analysed(name, kind == ActorKind.PERSON) for name, kind in sides)
    beside = comparing.beside(left), comparing.beside(right)
    return Evidence(left, right, forms[0], forms[1], lambda: beside, known, rivals=int("rivals" in told))


def _occurrences(sides: Sequence[tuple[str, str]], told: dict[str, str]) -> Iterator[Occurrence]:
    countries = [part.split(",") for part in told.get("in", "").split("/")] if "in" in told else [[], []]
    for number, (name, kind), places in zip((1, 2), sides, countries, strict=True):
        report = 1 if "together" in told else number
        yield said(report, name, kind, countries=places)
        for beside in filter(None, told.get("beside", "").split(",")):
            group = "League" in beside
            yield said(report, beside, "armed_group" if group else "person")
    for number in range(int(told.get("given", 0))):
        yield said(10 + number, sides[0][0], sides[0][1], aliases=[sides[1][0]])
