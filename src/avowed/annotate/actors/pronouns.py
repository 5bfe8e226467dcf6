"""Pronouns that may stand for actors; those that find no actor are dropped later."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from avowed.annotate.actors.draft import Draft
from avowed.model.vocabulary import Form, MentionType

PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
SPEAKER = frozenset({"i", "me", "my", "myself"})
SPEAKERS = frozenset({"we", "us", "our", "ourselves"})
_ALL = PERSONAL | PLURAL | NEUTER | SPEAKER | SPEAKERS


def pronoun_drafts(doc: Doc, taken: set[int]) -> Iterator[Draft]:
    """One draft a personal or possessive pronoun."""
    for token in doc:
        word = token.lower_
        if word in _ALL and token.i not in taken and token.pos_ == "PRON" and not _is_empty(token):
            one = word in PERSONAL or word in SPEAKER
            type_ = MentionType.PERSON if one else MentionType.ORGANISATION
            plural = word in PLURAL or word in SPEAKERS
            yield Draft(token.i, token.i, token.i, type_, Form.PRONOUN, plural=plural, rule="pronoun")


def _is_empty(token: Token) -> bool:
    """`It is clear that`, `It rains`, and US written as a word."""
    if token.text == "US":
        return True
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    clauses = [child for child in token.head.children if child.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "acomp")]
    return token.dep_.startswith("nsubj") and token.head.lemma_ in ("be", "seem", "appear") and bool(clauses)
