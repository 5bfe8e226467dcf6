"""Pronouns that may stand for actors; those of the third person that find no actor are dropped later."""

from collections.abc import Collection, Iterator

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.sheet import Sheet
from avowed.model.vocabulary import Form, MentionType

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PERSONAL = MALE | FEMALE
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
OWNING = frozenset({"his", "her", "their", "its", "my", "our", "hers", "theirs"})
SPEAKER = frozenset({"i", "me", "my", "myself"})
SPEAKERS = frozenset({"we", "us", "our", "ourselves"})
FIRST_PERSON = SPEAKER | SPEAKERS
_ALL = PERSONAL | PLURAL | NEUTER | FIRST_PERSON
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acomp"})


def pronoun_drafts(sheet: Sheet, taken: Collection[int]) -> Iterator[Draft]:
    """One draft a personal or possessive pronoun."""
    for index, word in enumerate(sheet.lower):
        if word in _ALL and sheet.pos[index] == "PRON" and index not in taken and not _is_empty(sheet, index):
            one = word in PERSONAL or word in SPEAKER
            type_ = MentionType.PERSON if one else MentionType.ORGANISATION
            plural = word in PLURAL or word in SPEAKERS
            yield Draft(index, index, index, type_, Form.PRONOUN, plural=plural, rule="pronoun")


def _is_empty(sheet: Sheet, index: int) -> bool:
    """`It is clear that`, `It rains`, and US written as a word."""
    if sheet.words[index] == "US":
        return True
    if sheet.lower[index] != "it":
        return False
    head = sheet.head[index]
    clause = any(sheet.dep[child] in _CLAUSES for child in sheet.children[head])
    return sheet.dep[index] == "expl" or (
        sheet.dep[index] in ("nsubj", "nsubjpass") and sheet.lemma[head] in ("be", "seem", "appear") and clause
    )
