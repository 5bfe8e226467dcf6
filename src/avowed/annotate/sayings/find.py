"""From the parse of a page to its sayings, each knowing its parent; a report inside a report keeps both speakers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from avowed.annotate.grammar.clauses import antecedent, children
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page, span_of
from avowed.annotate.sayings.cues import roles
from avowed.annotate.sayings.frames import Frame, extent, frame_of
from avowed.annotate.sayings.quotations import quotations
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Manner, Saying, Stance
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import CueTone, SpeakerRole

_HEADLINE = re.compile(r"\A\s*(?P<content>[^\n]{20,200}?)\s*(?:[—–:-]+|\bsays?\b)\s*(?P<source>[Rr]eport|[Ss]tudy|[Oo]fficials?|[Ss]ources?)\s*(?=\n|\Z)", re.M)
_MUST_NAME = frozenset({"document", "journalist", "anonymous"})


def find_sayings(page: Page) -> tuple[Saying, ...]:
    """Every saying of the page in the order of its cues, outermost before inner ones at the same place."""
    quoted = quotations(page.report.text)
    found = [_saying(page, frame, quoted) for token in page.doc if (frame := frame_of(token)) is not None]
    found += _announced(page, quoted)
    found += _headlines(page)
    ordered = sorted(found, key=lambda saying: (saying.contents[0].start, -saying.length))
    return tuple(replace(saying, parent=_parent(ordered, index)) for index, saying in enumerate(ordered))


def _saying(page: Page, frame: Frame, quoted: Sequence[Span]) -> Saying:
    contents, manner = _with_quotation(page, frame, quoted)
    return _made(page, frame, contents, manner)


def _made(page: Page, frame: Frame, contents: tuple[Span, ...], manner: Manner) -> Saying:
    source, mention = _source(page, frame.source)
    return Saying(
        source=mention,
        source_span=_source_span(page, source, mention),
        cue=span_of(frame.word),
        role=role_of(page, source, mention),
        tone=frame.cue.tone,
        stance=frame.cue.stance,
        manner=manner,
        contents=contents,
    )


def _source(page: Page, word: Token | None) -> tuple[Token | None, Mention | None]:
    """Who speaks: a document's author where one is named (`a report by X says`), else the subject itself."""
    if word is None:
        return None, None
    parties = Parties(page)
    mentions = parties.of(word)[:1]
    if roles().get(word.lemma_.lower()) is SpeakerRole.DOCUMENT:
        for author in _authors(word):
            named = parties.of(author)[:1]
            if named:
                return author, named[0]
    return word, mentions[0] if mentions else None


def _authors(document: Token) -> Iterator[Token]:
    for prep in children(document, "prep"):
        if prep.lower_ in ("by", "from", "of"):
            yield from children(prep, "pobj")
    yield from (antecedent(owner) for owner in children(document, "poss", "compound"))


def _source_span(page: Page, source: Token | None, mention: Mention | None) -> Span | None:
    if mention is not None:
        return mention.span
    if source is None:
        return None
    part = [token for token in source.subtree if token.i <= source.i]
    return Span(part[0].idx, source.idx + len(source.text))


def _with_quotation(page: Page, frame: Frame, quoted: Sequence[Span]) -> tuple[tuple[Span, ...], Manner]:
    """The content grown to the whole quotation it is part of; a quotation that goes on after the cue belongs to it."""
    sentence = frame.word.sent
    bounds = Span(sentence.start_char, sentence.end_char)
    contents = list(frame.contents)
    touched = [run for run in quoted if any(run.overlaps(content) for content in contents) or _adjoins(page, bounds, run)]
    if not touched:
        return frame.contents, Manner.INDIRECT
    grown = [
        run for run in touched if any(_mostly(content, run) for content in contents) or _adjoins(page, bounds, run)
    ]
    whole = tuple(content for content in contents if not any(run.covers(content) for run in grown)) + tuple(grown)
    if not grown:
        return frame.contents, Manner.MIXED
    direct = all(any(run.covers(content) for run in grown) for content in contents)
    return tuple(sorted(set(whole))), Manner.DIRECT if direct else Manner.MIXED


def _mostly(content: Span, run: Span) -> bool:
    shared = min(content.end, run.end) - max(content.start, run.start)
    return shared > 0.8 * (content.end - content.start)


def _adjoins(page: Page, sentence: Span, run: Span) -> bool:
    """True for a quotation that opens right after the sentence of the cue ended, with nothing between."""
    between = page.report.text[sentence.end : run.start] if run.start >= sentence.end else "x"
    last = page.report.text[sentence.start : sentence.end].rstrip()[-1:]
    return not between.strip() and "\n" not in between and last in ".,:"


def _announced(page: Page, quoted: Sequence[Span]) -> Iterator[Saying]:
    """`X said:` with the words in the paragraphs that follow, quoted or not."""
    text = page.report.text
    for sentence in page.sentences:
        if not sentence.text.rstrip().endswith(":"):
            continue
        verbs = [token for token in sentence if _announces(token)]
        if verbs:
            content = _block(text, sentence.end_char, quoted)
            if content is not None:
                yield _made(page, _announcing(verbs[-1]), (content,), Manner.DIRECT)


def _announces(token: Token) -> bool:
    return token.lemma_ in ("say", "state", "add", "tell", "comment", "write", "declare", "continue", "announce", "read") and (
        frame_of(token) is None and token.pos_ == "VERB"
    )


def _announcing(verb: Token) -> Frame:
    from avowed.annotate.sayings.cues import cues

    subjects = children(verb, "nsubj")
    return Frame(cues()["verb", verb.lemma_][0] if ("verb", verb.lemma_) in cues() else cues()["verb", "say"][0], verb, subjects[0] if subjects else None, ())


def _block(text: str, start: int, quoted: Sequence[Span]) -> Span | None:
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    for run in quoted:
        if run.start == begin:
            return run
    rest = text[begin:]
    stop = re.search(r"\n[^\n]{0,120}\b(?:said|added|told)\b[^\n]{0,40}:\s*\n|\n\s*(?:Notes? to|Further information|Background|Contact)", rest)
    end = begin + (stop.start() if stop else len(rest.rstrip()))
    return Span(begin, end) if end > begin else None


def _headlines(page: Page) -> Iterator[Saying]:
    """`X closer to Y —Report`: a headline that names its kind of source after a dash."""
    for match in _HEADLINE.finditer(page.report.text[:400]):
        source = Span(*match.span("source"))
        word = page.token_at(source.start)
        yield Saying(
            source=None,
            source_span=source,
            cue=None,
            role=role_of(page, word, None),
            tone=CueTone.NEUTRAL,
            stance=Stance.ASSERTS,
            manner=Manner.INDIRECT,
            contents=(Span(*match.span("content")),),
        )


def _parent(sayings: Sequence[Saying], index: int) -> int | None:
    """The narrowest other saying that tells of this one: its cue lies in the other's content."""
    at = sayings[index].cue or sayings[index].source_span
    if at is None:
        return None
    holding = [
        other
        for other, saying in enumerate(sayings)
        if other != index and saying.holds(at.start) and saying.length > sayings[index].length
    ]
    return min(holding, key=lambda other: sayings[other].length) if holding else None
