"""Words that a cue announces from outside the clause: after a colon, in the paragraphs below, or in a headline."""

import re
from collections.abc import Iterator, Sequence

from avowed.annotate.grammar.clauses import children
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import cues
from avowed.annotate.sayings.frames import Frame, frame_of
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Manner, Saying, Stance
from avowed.model.evidence import Span
from avowed.model.vocabulary import CueTone

# A headline that names its kind of source after a dash or colon; only at the very top of a report.
_HEADLINE = re.compile(
    r"^[ \t]{0,20}(?P<content>[^\n]{20,200}?)[ \t]{0,8}(?:[—–:]|[ ]-)[ \t]{0,8}"
    r"(?P<source>[Rr]eport|[Ss]tudy|[Oo]fficials?|[Ss]ources?|[Pp]olice|[Aa]rmy|[Mm]inister)[ \t]{0,20}$",
    re.MULTILINE,
)
_TOP = 400
# Where words announced by `X said:` without quotation marks end: the next announcement, or the foot of a press release.
_ENDS = re.compile(
    r"\n[^\n]{0,160}\b(?:said|added|told|says)\b[^\n]{0,60}:\s{0,20}(?:\n|$)"
    r"|\n\s{0,20}(?:Notes? (?:to|for) editors|Further information|Background|Contact|Media enquiries|ENDS)\b"
    r"|\n[^\n]{0,400}[”\"],? (?:said|says) ",
)
_SPEAKS = frozenset(
    {"say", "state", "add", "tell", "comment", "write", "declare", "continue", "announce", "read", "report"}
)
ANNOUNCING = frozenset({"statement", "comment", "remark", "message", "announcement", "declaration"})
_GIVES = frozenset({"issue", "provide", "release", "make", "give", "publish", "deliver", "send"})


def announced(page: Page, quoted: Sequence[Span]) -> Iterator[Frame]:
    """`X said:` at the end of a sentence, whose words come in the next ones."""
    for sentence in page.sentences:
        if not sentence.text.rstrip().endswith(":"):
            continue
        words = [token for token in sentence if _announces(token) and frame_of(token) is None]
        if words and block_after(page, words[-1], quoted) is not None:
            verb = words[-1] if words[-1].lemma_ in _SPEAKS else words[-1].head
            subjects = children(verb, "nsubj")
            cue = cues()["verb", "say"][0]
            yield Frame(cue, words[-1], subjects[0] if subjects else None, (), Stance.ASSERTS)


def _announces(word: Token) -> bool:
    """`said:` and the like, or the noun of `issued the following statement on X:`."""
    if word.lemma_ in _SPEAKS:
        return True
    return word.lemma_.lower() in ANNOUNCING and word.dep_ == "dobj" and word.head.lemma_ in _GIVES


def block_after(page: Page, cue: Token, quoted: Sequence[Span]) -> Span | None:
    """What a cue with a colon right behind it announces: the quotation, or the text up to where the statement ends."""
    colon = next((token for token in page.doc[cue.i + 1 : cue.i + 6] if token.text == ":"), None)
    if colon is None or not _announces(cue) or any(token.text in ",;." for token in page.doc[cue.i : colon.i]):
        return None
    text = page.report.text
    begin = len(text) - len(text[colon.idx + 1 :].lstrip())
    for run in quoted:
        if run.start == begin:
            return run
    ends = _ENDS.search(text, begin)
    end = ends.start() if ends else len(text.rstrip())
    foot = text.find("\n", begin)
    if foot > begin and "\n" not in text[colon.idx : begin]:  # what begins in the line of the cue ends with it
        end = min(end, foot)
    return Span(begin, end) if end > begin else None


def headlines(page: Page) -> Iterator[Saying]:
    """`X closer to Y —Report`: everything before the dash is said by what is named after it."""
    for match in _HEADLINE.finditer(page.report.text, 0, _TOP):
        source = Span(*match.span("source"))
        yield Saying(
            source=None,
            source_span=source,
            cue=None,
            role=role_of(page, page.token_at(source.start), None),
            tone=CueTone.NEUTRAL,
            stance=Stance.ASSERTS,
            manner=Manner.INDIRECT,
            contents=(Span(*match.span("content")),),
        )
