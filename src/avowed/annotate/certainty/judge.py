"""How certain one proposition is: negation, hedges and mode gathered along the path above its trigger."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from avowed.annotate.certainty.conditions import imagined, opened
from avowed.annotate.certainty.doubts import beyond, doubts, examined, in_marks, of_source, put_in
from avowed.annotate.certainty.path import WISHES, Step, steps
from avowed.annotate.certainty.sureness import surer_than
from avowed.annotate.certainty.words import Hedge, hedge_at
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying, Stance
from avowed.model.evidence import Span
from avowed.model.vocabulary import CueTone, Factuality, Mode

_ORDER = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNKNOWN)
_CEILING = {
    Stance.ACCUSES: Factuality.PROBABLE,
    Stance.BELIEVES: Factuality.PROBABLE,
    Stance.ORDERS: Factuality.POSSIBLE,
    Stance.WITHHOLDS: Factuality.UNKNOWN,
}
# On our own annotations 5 of 490 plain ties lie below -1.0.
_UNSURE = -1.0
_AWAITING = frozenset({"likely", "unlikely", "expect", "expected", "anticipate", "bound"})
_CLAIMS = frozenset({"claim", "contend", "purport", "profess", "pretend", "charge", "allege"})
_MODIFIERS = ("advmod", "neg", "amod", "det", "npadvmod", "preconj", "cc", "acomp")


@dataclass(frozen=True, slots=True)
class Certainty:
    """How a proposition is held: denied or not, how sure, by which words, and as fact, future or supposition."""

    negated: bool = False
    factuality: Factuality = Factuality.CERTAIN
    hedges: tuple[Span, ...] = ()
    mode: Mode = Mode.ACTUAL


def judge(
    trigger: Token,
    line: Sequence[Saying] = (),
    lends: Callable[[Token, Token], bool] = lambda _verb, _noun: False,
    clause: bool = True,
    spent: frozenset[str] = frozenset(),
) -> Certainty:
    """The certainty of what a trigger word says, within the sayings that hold it (outermost first).

    A hedge on the speaker is not a hedge on the content: nothing above the innermost cue counts but what its own verb does.
    Governors in `spent` are part of the proposition itself (`broke` a truce) and count no further.
    """
    cue = line[-1].cue if line else None
    found: list[tuple[Hedge, Token]] = []
    for step in steps(trigger, lends, clause):
        if _chosen(step.word):
            break
        if cue is not None and span_of(step.word) == cue:
            own = ((hedge, word) for hedge, word in _governing(step) if phrase_of(word) not in spent)
            found.extend((hedge, word) for hedge, word in own if not hedge.negates)
            found.extend((hedge, word) for hedge, word in _at(step) if hedge.negates and step.word.lemma_ in WISHES)
            break
        counted = {word.i for _, word in found}
        new = ((hedge, word) for hedge, word in _at(step) if phrase_of(word) not in spent and word.i not in counted)
        found.extend(new)
        if not line and (step.word == trigger or _that_clause(step.word)):
            found.extend(in_marks(step.word))
    found.extend(examined(trigger))
    if line:
        found.extend(of_source(line[-1], trigger))
    certainty = _weighed(_summed(found), trigger)
    return _said(_asked(certainty, trigger), line, trigger)


def disputed(certainty: Certainty, saying: Saying, page: Page) -> Certainty:
    """What somebody only `claims` of others is no more than probable; of its own deed nobody knows better."""
    cue = page.token_at(saying.cue.start) if saying.cue else None
    if cue is None or cue.lemma_.lower() not in _CLAIMS or saying.stance is not Stance.ASSERTS:
        return certainty
    factuality = max(certainty.factuality, Factuality.PROBABLE, key=_ORDER.index)
    return replace(certainty, factuality=factuality, hedges=tuple(sorted({*certainty.hedges, span_of(cue)})))


def _weighed(certainty: Certainty, trigger: Token) -> Certainty:
    """Plain fact by the tables is held for probable where the learned layers are sure that the verb tells none."""
    if certainty != Certainty() or trigger.pos_ != "VERB" or surer_than(trigger, _UNSURE):
        return certainty
    return Certainty(factuality=Factuality.PROBABLE, hedges=(span_of(trigger),))


def _governing(step: Step) -> Iterator[tuple[Hedge, Token]]:
    word = step.word
    if not step.complement or _names(step) or _tells(word) or (word.dep_ == "prep" and word.pos_ == "VERB"):
        return
    if word.pos_ in ("ADP", "SCONJ"):
        hedge = hedge_at("preposition", _two(word), "") or hedge_at("preposition", word.lower_, word.tag_)
    else:
        if beyond(word) is not None:
            return
        names = tuple(name for name in (_likened(word), phrase_of(word), word.lemma_.lower()) if name)
        hedge = next((row for name in names if (row := hedge_at("governor", name, word.tag_))), None)
        if any(child.dep_ == "neg" for child in word.children):
            hedge = next((row for name in names if (row := hedge_at("undenied", name, ""))), hedge)
    if hedge is not None:
        yield hedge, word


def _two(word: Token) -> str:
    """A word with the one before it: `far from`, `rather than`."""
    return f"{word.nbor(-1).lower_} {word.lower_}" if word.i else word.lower_


def _chosen(word: Token) -> bool:
    """`had no choice but to attack`: it is what was done."""
    return word.lemma_.lower() in ("choice", "option", "alternative") and any(
        part.lower_ in ("but", "except", "than") for part in word.subtree
    )


def _names(step: Step) -> bool:
    """`called X the arm of Y` gives a name; who `committed a robbery`, `set off bombs` or `agreed to a truce` did."""
    word = step.word
    if word.lemma_ == "set":
        return any(child.dep_ in ("prt", "dobj") for child in word.children)
    if word.lemma_ == "commit":
        return any(child.dep_ in ("dobj", "nsubjpass") for child in word.children)
    if word.lemma_ == "agree":
        below = (*word.children, *(part for child in word.children if child.dep_ == "prep" for part in child.children))
        return not any(child.dep_ in ("xcomp", "ccomp", "advcl", "pcomp") for child in below)
    return word.lemma_ == "call" and any(child.dep_ == "oprd" for child in word.children)


def _tells(verb: Token) -> bool:
    """`told the press that X did it` reports; `told X to do it` orders."""
    return verb.lemma_ == "tell" and any(child.dep_ == "ccomp" and _finite(child) for child in verb.children)


def _finite(verb: Token) -> bool:
    return not any(child.tag_ == "TO" for child in verb.children)


def _that_clause(noun: Token) -> bool:
    """`the proof that X did it`."""
    return any(part.dep_ == "mark" and part.lower_ == "that" for child in noun.children for part in child.children)


def _likened(verb: Token) -> str:
    """`see as` for a verb that takes somebody for something."""
    taken = any(child.lower_ == "as" and child.dep_ == "prep" for child in verb.children)
    return f"{verb.lemma_.lower()} as" if taken else ""


def _at(step: Step) -> Iterator[tuple[Hedge, Token]]:
    yield from _governing(step)
    supposing = opened(step.word) or imagined(step.word)
    if supposing is not None and (hedge := hedge_at("mark", "if", "")) is not None:
        yield hedge, supposing
    if step.modified:
        yield from doubts(step.word)
        yield from put_in(step.word)
    for child in step.word.children:
        if step.modified and child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            yield from _denied_party(child)
        if child.dep_ == "mark" and child.i and (hedge := hedge_at("preposition", _two(child), "")) is not None:
            yield hedge, child
        for place in _places(child, step):
            hedge = hedge_at(place, child.lower_, child.tag_)
            if hedge is not None and not _idle(child):
                yield hedge, child


def _denied_party(party: Token) -> Iterator[tuple[Hedge, Token]]:
    """`neither X nor Y has ...`, `no group has ...`, `none of X has ...`, `signed no truce`: a party denies the whole."""
    if (hedge := hedge_at("pronoun", party.lower_, "")) is not None:
        yield hedge, party
    for part in party.children:
        hedge = hedge_at("determiner", part.lower_, part.tag_)
        if hedge is not None and part.dep_ in ("det", "preconj", "cc"):
            yield hedge, part


def _places(child: Token, step: Step) -> tuple[str, ...]:
    if child.dep_ == "mark" or (child.dep_ == "advmod" and child.lower_ in ("if", "whether")):
        return ("mark",)
    if not step.modified:
        return ()
    if child.dep_ in ("aux", "auxpass"):
        return ("modal",)
    if child.dep_ == "det":
        return ("determiner",)
    if child.dep_ in ("acomp", "attr") and hedge_at("said_of", child.lower_, "") is not None:
        return ("said_of",)
    return ("modifier",) if child.dep_ in _MODIFIERS else ()


def _idle(child: Token) -> bool:
    """The `not` of `not only ... but` denies nothing, nor does `longer` without `no` or `any`, nor `yet` without `to`."""
    if beyond(child.head) is child:
        return True
    if child.lower_ == "longer":
        return child.i == 0 or child.nbor(-1).lower_ not in ("no", "any")
    following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
    if child.lower_ == "yet":
        return following != "to"
    return child.lower_ == "not" and following in ("only", "just", "merely")


def _summed(found: Sequence[tuple[Hedge, Token]]) -> Certainty:
    negated, factuality, mode = False, Factuality.CERTAIN, Mode.ACTUAL
    spans: list[Span] = []
    for hedge, word in found:
        if hedge.negates:
            negated = not negated
        if hedge.factuality is not None:
            factuality = max(factuality, hedge.factuality, key=_ORDER.index)
            spans.append(span_of(word))
        mode = _mode(mode, hedge, word)
    return Certainty(negated, factuality, tuple(sorted(set(spans))), mode)


def _mode(mode: Mode, hedge: Hedge, word: Token) -> Mode:
    """The more distant of two modes: supposition beyond future beyond fact."""
    proposed = _conditional(word) if hedge.conditional else hedge.mode
    if hedge.where == "modal" and hedge.mode is Mode.HYPOTHETICAL and _perfect(word):
        proposed = None
    if proposed is None and hedge.where == "governor" and _still_to_come(word):
        proposed = Mode.FUTURE
    if proposed is None or mode is Mode.HYPOTHETICAL:
        return mode
    return proposed


def _still_to_come(word: Token) -> bool:
    """`is likely to attack`, `expects X to attack`; not `is likely to have attacked`."""
    if word.lemma_.lower() not in _AWAITING:
        return False
    deeds = [child for child in word.children if any(part.tag_ == "TO" for part in child.children)]
    return any(deed.tag_ == "VB" and not any(part.lemma_ == "have" for part in deed.children) for deed in deeds)


def _perfect(modal: Token) -> bool:
    return any(child.lemma_ == "have" and child.dep_ == "aux" for child in modal.head.children)


def _conditional(modal: Token) -> Mode | None:
    """`would`: supposition beside `if` or `have`, future in what was said, habit in a plain account of the past."""
    verb = modal.head
    if _perfect(modal) or any(_iffy(child) for child in verb.children):
        return Mode.HYPOTHETICAL
    if verb.dep_ in ("ccomp", "relcl") or _that_clause(verb.head):
        return Mode.FUTURE
    return None


def _iffy(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(mark.lower_ in ("if", "unless") for mark in clause.children)


def _asked(certainty: Certainty, trigger: Token) -> Certainty:
    if not trigger.sent.text.rstrip().endswith("?"):
        return certainty
    return Certainty(certainty.negated, Factuality.POSSIBLE, certainty.hedges, Mode.HYPOTHETICAL)


def _told_beside(trigger: Token, saying: Saying) -> bool:
    """`ordered troops to help against a group that has sworn loyalty to X`: the clause tells what is, not what is ordered."""
    word = trigger
    while word.head != word and saying.cue is not None and word.idx > saying.cue.start:
        helped = any(child.lemma_ == "have" and child.dep_ == "aux" for child in word.children)
        if word.dep_ == "relcl" and (word.tag_ == "VBD" or (word.tag_ == "VBN" and helped)):
            return not any(child.tag_ == "MD" for child in word.children)
        word = word.head
    return False


def _said(certainty: Certainty, line: Sequence[Saying], trigger: Token) -> Certainty:
    """What the innermost speaker does with it: denies, accuses, believes or demands."""
    if not line:
        return certainty
    saying = line[-1]
    if saying.stance is Stance.ORDERS and _told_beside(trigger, saying):
        return certainty
    unnamed = saying.source_span is None and saying.described is None and saying.tone is not CueTone.ENDORSING
    hearsay = saying.stance is Stance.ASSERTS and unnamed
    ceiling = Factuality.PROBABLE if hearsay else _CEILING.get(saying.stance, Factuality.CERTAIN)
    factuality = max(certainty.factuality, ceiling, key=_ORDER.index)
    negated = certainty.negated != (saying.stance is Stance.DENIES)
    mode = Mode.HYPOTHETICAL if saying.stance is Stance.ORDERS and certainty.mode is Mode.ACTUAL else certainty.mode
    kept = certainty.hedges
    if ceiling is not Factuality.CERTAIN and saying.cue is not None:
        kept = tuple(sorted({*kept, saying.cue}))
    return Certainty(negated, factuality, kept, mode)
