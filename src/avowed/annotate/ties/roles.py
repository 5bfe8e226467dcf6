"""The words of an office as the report gives them: `deputy military commander`, never the name of whose office it is."""

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.ties.match import Draft
from avowed.model.vocabulary import Dimension

_IDLE = frozenset({"own", "'s", "’s"})
LINKS = word_set("links")
_INNER = ("compound", "amod", "nmod", "punct", "nummod", "advmod")


def link_words(page: Page, draft: Draft) -> str | None:
    """The words of a bond of which nothing more is said (`close ties`, `cooperated`); None where help itself is told."""
    word = draft.trigger
    if draft.row.dimension is not Dimension.SUPPORT or word.lemma_.lower() not in LINKS:
        return None
    return role_words(page, draft) if word.pos_ == "NOUN" else word.text


def role_words(page: Page, draft: Draft) -> str:
    """The office's words from its first modifier to its last plain complement."""
    start = _first(draft)
    end = draft.trigger.idx + len(draft.trigger.text)
    for phrase in draft.row.phrases:
        if page.report.text[draft.trigger.idx :].lower().startswith(phrase):
            end = draft.trigger.idx + len(phrase)
    return " ".join(page.report.text[start:end].split()).lstrip(",;:–—- ")


def _first(draft: Draft) -> int:
    """Where the run of the office's own modifiers begins; names of parties end the run."""
    index = draft.trigger.i
    doc = draft.trigger.doc
    while index > 0 and _modifies(doc[index - 1], draft):
        index -= 1
    return doc[index].idx


def _modifies(token: Token, draft: Draft) -> bool:
    taken = [draft.object.span] if "self" in draft.row.subject else [draft.subject.span, draft.object.span]
    if any(span.start <= token.idx < span.end for span in taken) or token.lower_ in _IDLE:
        return False
    same = token.head in (draft.trigger, draft.trigger.head)
    return token.dep_ in _INNER and same and token in (*children(token.head, *_INNER),)
