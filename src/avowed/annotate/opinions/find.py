"""Judgements, predictions and statements of a page; a clause gives at most one judgement and one prediction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from avowed.annotate.certainty.judge import judge
from avowed.annotate.grammar.clauses import VERBAL, children, is_passive, surface_subjects
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.opinions.clauses import clause_span, clause_verb, fits
from avowed.annotate.opinions.horizons import horizon
from avowed.annotate.opinions.rows import OpinionRow, opinion_rows
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.quoting import acting_in, quote_of, speaker_spans
from avowed.annotate.sayings.first_person import PLURAL, SINGULAR
from avowed.annotate.sayings.saying import Saying, innermost, line_of, speakers_of
from avowed.model.evidence import (
    Assertion,
    JudgementContent,
    Mention,
    PredictionContent,
    Span,
    Speaker,
    StatementContent,
)
from avowed.model.vocabulary import CueTone, Factuality, Kind, Mode, SpeakerRole, Voice
from avowed.model.when import UNKNOWN_TIME

STATEMENT_SCORE = 0.7
LONGEST = 4000  # code points of a statement's content; longer ones are speeches, not statements
_PLANNED = frozenset(
    {"meet", "visit", "travel", "attend", "arrive", "speak", "hold", "continue", "host", "go", "address", "return"}
)
_PERMITTED = frozenset({"contact", "apply", "register", "download", "obtain", "subscribe", "submit", "email", "call"})


def find_judgements(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Who gains, motives and assessments, each with the words that hold it."""
    return _found(page, sayings, Kind.JUDGEMENT, "j")


def find_predictions(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Forecasts, warnings and threats, with the time by which they should come true where one is given."""
    return _found(page, sayings, Kind.PREDICTION, "f")


def find_statements(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """What is said, by whom and with which words, whatever else was read from it; an attitude is a statement too."""
    marked = any(saying.extent for saying in sayings)
    return tuple(
        _statement(page, sayings, index) for index, saying in enumerate(sayings) if _tells(page, saying, marked)
    )


@dataclass(frozen=True, slots=True)
class _Trigger:
    row: OpinionRow
    word: Token
    verb: Token


_ASKING = frozenset({"how", "what", "who", "whom", "whether", "when", "where", "why", "which"})


def _found(page: Page, sayings: Sequence[Saying], kind: Kind, prefix: str) -> tuple[Assertion, ...]:
    parties = Parties(page)
    by_clause: dict[int, _Trigger] = {}
    for trigger in _triggers(page, kind):
        by_clause.setdefault(trigger.verb.i, trigger)
    made = [_assertion(page, sayings, parties, trigger) for trigger in by_clause.values()]
    found = [assertion for assertion in made if assertion is not None]
    kept = [
        one for at, one in enumerate(found) if not any(_within(one, other) for other in found) and not _again(found, at)
    ]
    return tuple(replace(assertion, id=f"{prefix}{number}") for number, assertion in enumerate(kept, start=1))


def _again(found: Sequence[Assertion], at: int) -> bool:
    """True for words that an opinion before holds already: `forecast that X will split` foretells once."""
    words = [one.content.content for one in found if isinstance(one.content, JudgementContent | PredictionContent)]
    return words[at] in words[:at]


def _within(one: Assertion, other: Assertion) -> bool:
    """True for an opinion whose words are a part of another's: `its reason was that it was strong` judges once."""
    if not isinstance(one.content, JudgementContent | PredictionContent):
        return False
    if not isinstance(other.content, type(one.content)):
        return False
    inner, outer = one.content.content, other.content.content
    return inner != outer and outer.covers(inner)


def _triggers(page: Page, kind: Kind) -> Iterator[_Trigger]:
    table = opinion_rows()
    for word in page.doc:
        for where in _kinds(word):
            for row in table.get((where, word.lower_ if where == "modal" else word.lemma_.lower()), ()):
                if row.kind is kind and fits(word, row):
                    yield _Trigger(row, word, word.head if where == "modal" else clause_verb(word))


def _kinds(word: Token) -> tuple[str, ...]:
    if word.tag_ == "MD":
        return ("modal",)
    if word.pos_ == "VERB":
        return ("verb", "adjective") if word.tag_ == "VBN" else ("verb",)
    return {"NOUN": ("noun",), "ADJ": ("adjective",), "ADV": ("adjective",)}.get(word.pos_, ())


def _assertion(page: Page, sayings: Sequence[Saying], parties: Parties, trigger: _Trigger) -> Assertion | None:
    own = _own_saying(page, sayings, trigger)
    trigger = _of_clause(trigger, sayings[own]) if own is not None else trigger
    at = innermost(sayings, trigger.word.idx) if own is None else own
    line = tuple(sayings[index] for index in line_of(sayings, at))
    content = _said_part(page, clause_span(trigger.verb), line)
    about = acting_in(page, (content,))
    if not about or (trigger.row.kind is Kind.PREDICTION and _merely_planned(trigger)):
        return None
    subject = _subject(parties, trigger)
    if "things" in trigger.row.needs and (subject is not None or _reports(page, sayings, trigger.word)):
        return None
    certainty = judge(_judged(trigger, own is not None), line)
    if certainty.mode is Mode.HYPOTHETICAL and certainty.factuality is Factuality.UNKNOWN:
        return None
    speakers = speakers_of(line, page.report.text) or _threatening(page, trigger, subject)
    due = horizon(page, _deed(trigger, content)) if trigger.row.kind is Kind.PREDICTION else None
    return Assertion(
        id="",
        quote=quote_of(page, trigger.word, (content, *speaker_spans(speakers))),
        content=_content(trigger, subject, about, content, due[1].id if due else None),
        negated=certainty.negated,
        factuality=certainty.factuality,
        hedges=certainty.hedges,
        mode=Mode.FUTURE if trigger.row.kind is Kind.PREDICTION else certainty.mode,
        voice=_voice(trigger, line, subject),
        attribution=speakers,
        valid=due[0] if due else UNKNOWN_TIME,
        valid_time=due[1].id if due else None,
        score=trigger.row.score,
        rule=trigger.row.name,
    )


def _deed(trigger: _Trigger, content: Span) -> Span:
    """What is threatened, without the day on which it was: `pledged on Monday to leave by June` has June."""
    if not trigger.row.threat:
        return content
    deeds = children(trigger.word, "xcomp", "advcl", "ccomp")
    deed = next((one for one in deeds if any(part.tag_ == "TO" for part in one.children)), None)
    return Span(deed.left_edge.idx, content.end) if deed is not None and deed.left_edge.idx < content.end else content


def _threatening(page: Page, trigger: _Trigger, subject: Mention | None) -> tuple[Speaker, ...]:
    """Who threatens says so, where no other saying holds the words."""
    if not trigger.row.threat or subject is None or trigger.row.where != "verb" or is_passive(trigger.word):
        return ()
    words = subject.span.of(page.report.text)
    return (Speaker(words, subject.span, subject.id, SpeakerRole.SELF, None, CueTone.NEUTRAL),)


def _said_part(page: Page, clause: Span, line: Sequence[Saying]) -> Span:
    """The clause without who says it: `according to officials, X will ...` foretells from X on."""
    if not line:
        return clause
    said = line[-1].contents
    start, end = max(clause.start, said[0].start), min(clause.end, said[-1].end)
    words = page.report.text[start:end]
    start += len(words) - len(words.lstrip(" ,;:\n\t"))
    return Span(start, end) if start < end else clause


def _judged(trigger: _Trigger, own: bool) -> Token:
    """The word whose certainty is that of the opinion: what will happen, or is likely to."""
    if trigger.word.tag_ == "MD" or own:
        return trigger.verb
    if trigger.row.kind is Kind.PREDICTION and not trigger.row.threat:
        return next((child for child in children(trigger.word, "xcomp") if child.pos_ in VERBAL), trigger.word)
    return trigger.word


def _own_saying(page: Page, sayings: Sequence[Saying], trigger: _Trigger) -> int | None:
    """The saying that a predicting verb itself introduces: `analysts forecast that ...` has them as those who foretell."""
    if trigger.row.kind is not Kind.PREDICTION or trigger.row.threat or trigger.row.where != "verb":
        return None
    found = (
        index
        for index, saying in enumerate(sayings)
        if saying.cue is not None and saying.source_span is not None and page.token_at(saying.cue.start) == trigger.word
    )
    return next(found, None)


def _of_clause(trigger: _Trigger, saying: Saying) -> _Trigger:
    """The trigger with the verb of what is foretold, where the words under the cue hold one."""
    told = (child for child in children(trigger.word, "ccomp", "xcomp") if saying.holds(child.idx))
    verb = next((child for child in told if child.pos_ in VERBAL), None)
    return replace(trigger, verb=verb) if verb is not None else trigger


def _reports(page: Page, sayings: Sequence[Saying], word: Token) -> bool:
    """`X issued a paper, revealing that ...`: the word is how somebody says it, and no judgement of the report's."""
    named = (saying.cue for saying in sayings if saying.source is not None and saying.source.actor is not None)
    return any(cue is not None and page.token_at(cue.start) == word for cue in named)


def _merely_planned(trigger: _Trigger) -> bool:
    """`We will meet him on Monday` is a plan of the speaker's own, not a forecast."""
    if trigger.row.where != "modal":
        return False
    own = any(subject.lower_ in SINGULAR | PLURAL for subject in surface_subjects(trigger.verb))
    asked = trigger.verb.sent.text.rstrip().endswith("?")
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in trigger.verb.children)
    named = trigger.word.lower_ == "may" and trigger.word.text == "May"
    permitted = trigger.word.lower_ == "may" and trigger.verb.lemma_ in _PERMITTED
    beside = trigger.verb.dep_ == "relcl" or _asks(trigger.verb)
    return own or asked or perfect or named or permitted or beside or trigger.verb.lemma_ in _PLANNED


def _asks(verb: Token) -> bool:
    """`how the paper will move them`, `whether X will split`: a question within a sentence foretells nothing."""
    return verb.head != verb and verb.left_edge.lower_ in _ASKING


def _subject(parties: Parties, trigger: _Trigger) -> Mention | None:
    found = parties.of_all(surface_subjects(trigger.verb))
    return found[0] if found else None


def _content(
    trigger: _Trigger, subject: Mention | None, about: tuple[Mention, ...], content: Span, due: str | None
) -> JudgementContent | PredictionContent:
    named = subject.id if subject else None
    ids = tuple(mention.id for mention in about if mention.id != named)
    if trigger.row.kind is Kind.JUDGEMENT:
        return JudgementContent(named, ids, content)
    return PredictionContent(named, ids, content, due)


def _voice(trigger: _Trigger, line: Sequence[Saying], subject: Mention | None) -> Voice:
    """A threat by a party, and what a party says of itself, is stated; all other judging is assessed."""
    if trigger.row.threat:
        return Voice.STATED
    source = line[-1].source if line else None
    same = source is not None and subject is not None and source.actor == subject.actor
    return Voice.STATED if same else Voice.ASSESSED


def _tells(page: Page, saying: Saying, marked: bool) -> bool:
    """True for marked words; without marks, for words of a named speaker about some actor that are no bare name."""
    if saying.extent is not None:
        return saying.extent.end - saying.extent.start <= LONGEST
    if marked or saying.source is None or saying.source.actor is None or not 20 <= saying.length <= LONGEST:
        return False
    return bool(acting_in(page, saying.contents)) and saying.role is not SpeakerRole.ANONYMOUS


def _statement(page: Page, sayings: Sequence[Saying], index: int) -> Assertion:
    saying = sayings[index]
    line = tuple(sayings[one] for one in line_of(sayings, index))
    speakers = tuple(link for one in line for link in one.speakers(page.report.text))
    content = saying.extent or _content_of(page, saying)
    word = page.token_at(saying.cue.start) if saying.cue else page.token_at(content.start)
    certainty = judge(word, line[:-1]) if word is not None else judge(page.doc[0])
    source = saying.source.id if saying.source else None
    return Assertion(
        id=f"u{index}",
        quote=quote_of(page, word or page.doc[0], (content, *speaker_spans(speakers))),
        content=StatementContent(
            source, tuple(m.id for m in acting_in(page, saying.contents) if m.id != source), content
        ),
        negated=certainty.negated,
        factuality=certainty.factuality,
        hedges=certainty.hedges,
        mode=certainty.mode,
        voice=Voice.STATED,
        attribution=speakers,
        score=STATEMENT_SCORE if saying.score is None else saying.score,
        rule="says" if saying.reported else "holds",
    )


def _content_of(page: Page, saying: Saying) -> Span:
    """All that is said as one span, without the marks and blanks at its edges."""
    content = saying.contents[0]
    for part in saying.contents[1:]:
        content = content.union(part)
    words = content.of(page.report.text)
    start = content.start + len(words) - len(words.lstrip(" ,;:\n\t"))
    return Span(start, content.start + len(words.rstrip(" ,;:\n\t")))
