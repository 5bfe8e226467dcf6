"""What the words of two tellings say for one incident or against it: kinds, causes, lists, doers, counts."""

from avowed.annotate.grammar.clauses import SUBJECTS, children
from avowed.annotate.incidents.draft import VIOLENT, Draft, Told
from avowed.annotate.incidents.quantities import count_of
from avowed.annotate.parsing.parsed import Token
from avowed.model.vocabulary import IncidentType

TITLE = 14  # tokens, below which a sentence may be a title
WIDEST = 700  # code points of a quote, in reports of mixed case; MUC-4's wire reports gather over the whole text


def tells_doers(earlier: Draft, draft: Draft) -> bool:
    """Whether who did it was told, or is not told here either."""
    return any(told.telling.doers for told in earlier.tellings) or not any(
        told.telling.doers for told in draft.tellings
    )


def listed_apart(told: Told, draft: Draft) -> bool:
    """`both the attack in X and the bombings in Y`: nouns of one list, each with its own article and its own time or place."""
    return any(
        _joined(told.trigger, other.trigger) and (told.place, told.time) != (other.place, other.time)
        for other in draft.tellings
    )


def _joined(one: Token, other: Token) -> bool:
    """Whether two nouns stand in one list, each with its article."""
    first, second = sorted((one, other), key=lambda word: word.i)
    listed = second.dep_ == "conj" and (second in first.conjuncts or second.head == first.head)
    listed = listed and first.pos_ == second.pos_ == "NOUN"
    return listed and bool(children(first, "det")) and bool(children(second, "det"))


def linked(told: Told, draft: Draft) -> bool:
    """Whether doers, a place or a count of people are those of the incident, or only a title has told it."""
    if told.place is not None and told.place == draft.place:
        return True
    doers = {doer.lemma_.lower() for one in draft.tellings for doer in one.telling.doers}
    counts = {_best(victim) for one in draft.tellings for victim in one.telling.victims} - {None, 1}
    return (
        not doers.isdisjoint(doer.lemma_.lower() for doer in told.telling.doers)
        or not counts.isdisjoint(map(_best, told.telling.victims))
        or _heads(draft.first.trigger)
    )


def _best(victim: Token) -> int | None:
    """How many are counted: `at least 20` may well be the `20` of another telling."""
    count = count_of(victim)
    return count[1] if count is not None else None


def _heads(trigger: Token) -> bool:
    """A title: a short line without a full stop, or the first sentence where it is as short."""
    sentence = trigger.sent
    short = sentence.end - sentence.start < TITLE
    return short and (sentence.start == 0 or not sentence.text.rstrip().endswith((".", "!", "?")))


def arrests(told: Told, draft: Draft) -> bool:
    """One of them is an arrest and the other is none: whoever is arrested in a raid is not struck by it."""
    return (told.telling.type is IncidentType.ARREST) != (draft.type is IncidentType.ARREST)


def another(told: Told, draft: Draft) -> bool:
    """Somebody new who did it to somebody new: `a man killed ten; a teenager killed twelve`."""
    mine, theirs = told.telling, [one.telling for one in draft.tellings if one.sentence != told.sentence]
    if not (mine.doers and (mine.victims or mine.targets)) or len(theirs) < len(draft.tellings):
        return False
    new = any(child.lower_ in ("a", "an", "another") for child in children(mine.doers[0], "det"))
    known = {doer.lemma_.lower() for one in theirs for doer in one.doers}
    return new and bool(known) and mine.doers[0].lemma_.lower() not in known


def beside(told: Told, draft: Draft) -> bool:
    """Whether one quote of fair length can show the telling with the incident: what a quote cannot show is not told of it."""
    sentences = [one.trigger.sent for one in (told, *draft.tellings)]
    return max(one.end_char for one in sentences) - min(one.start_char for one in sentences) <= WIDEST


def one_family(told: Told, draft: Draft) -> bool:
    """Whether two types may be one incident: the same, or a vague and an exact kind of violence."""
    one, other = told.telling.type, draft.type
    if one is other:
        return True
    if one not in VIOLENT or other not in VIOLENT:
        return caused(told, draft)
    return IncidentType.ATTACK in (one, other) or {one, other} in _KIN


_KIN: tuple[set[IncidentType], ...] = (
    {IncidentType.SHOOTING, IncidentType.ASSASSINATION},
    {IncidentType.BOMBING, IncidentType.ASSASSINATION},
    {IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING},
    {IncidentType.SHOOTING, IncidentType.CLASH},
    {IncidentType.AIR_STRIKE, IncidentType.DRONE_STRIKE},
    {IncidentType.AIR_STRIKE, IncidentType.BOMBING},
    {IncidentType.SIEGE, IncidentType.SHOOTING},
    {IncidentType.RAID, IncidentType.SHOOTING},
)


def clauses_apart(told: Told, draft: Draft) -> bool:
    """Each in a clause of its own in a list of clauses: `X attacked the base, and Y robbed the bank`."""
    here = [other.trigger for other in draft.tellings if other.sentence == told.sentence]
    return all(_lists_between(told.trigger, other) for other in here)


def _lists_between(one: Token, other: Token) -> bool:
    mine, theirs = (one, *one.ancestors), (other, *other.ancestors)
    shared = next((word for word in mine if word in theirs), None)
    path = [
        word
        for line in (mine, theirs)
        for word in line
        if word != shared and (shared is None or shared in word.ancestors)
    ]
    return any(word.dep_ == "conj" and children(word, *sorted(SUBJECTS)) for word in path)


def caused(told: Told, draft: Draft) -> bool:
    """The telling names the word by which the incident was told, or the reverse."""
    triggers = {other.trigger.i for other in draft.tellings}
    causes = {token.i for other in draft.tellings for token in other.telling.causes}
    return any(token.i in triggers for token in told.telling.causes) or told.trigger.i in causes
