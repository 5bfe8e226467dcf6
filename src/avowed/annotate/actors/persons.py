"""Where a person's mention begins and ends: titles, offices, ranks and nations belong to it, `Minister for X Y Z` too."""

from avowed.annotate.actors.lexicon import heads, nations, telling, titles
from avowed.annotate.actors.sheet import Sheet

_ARTICLES = frozenset({"the", "a", "an"})
_MODIFYING = frozenset({"compound", "amod", "nmod", "appos", "nummod", "npadvmod", "poss"})
_LINKS = frozenset({"of", "for", "to"})
_HYPHENS = frozenset({"-", "–", "‑"})
_FARTHEST = 9


def person_start(sheet: Sheet, first: int) -> int:
    """The first word of the mention of a person whose bare name begins here."""
    start, titled = first, False
    floor = max(sheet.sentences[sheet.sentence(first)], first - _FARTHEST)
    while start > floor:
        before = start - 1
        complement = office_of_complement(sheet, before, floor)
        if complement is not None and not titled:
            start, titled = complement, True
        elif is_title(sheet, before):
            start, titled = before, True
        elif titled and _goes_on(sheet, before, start):
            start = before
        else:
            break
    return _with_article(sheet, start, floor) if titled else first


def _with_article(sheet: Sheet, start: int, floor: int) -> int:
    while sheet.words[start] in _HYPHENS:
        start += 1
    return start - 1 if start > floor and sheet.lower[start - 1] in _ARTICLES else start


def is_title(sheet: Sheet, index: int) -> bool:
    """True for a title or an office, and for a singular noun of persons before a name: `journalist`, `Gen.` X."""
    word = sheet.lower[index].strip(".")
    table = titles()
    if word in table.titles or word in table.offices:
        return sheet.capital(index) or sheet.noun(index)
    return sheet.noun(index) and not sheet.plural(index) and _is_person_noun(sheet.lemma[index])


def _is_person_noun(lemma: str) -> bool:
    table = heads()
    return lemma in table.persons or lemma in table.members


def _goes_on(sheet: Sheet, before: int, start: int) -> bool:
    """True for a word that belongs to the office: `Foreign` Minister, `Iraqi Prime` Minister, `crew` chief."""
    word = sheet.lower[before]
    if word in nations().adjectives or word in titles().portfolios or sheet.words[before] in _HYPHENS:
        return True
    if word in nations().countries and sheet.dep[before] != "pobj":
        return True
    modifies = sheet.dep[before] in _MODIFYING and before < sheet.head[before]
    if sheet.dep[before] == "poss" and sheet.words[start] in ("'s", "’s", "'", "’"):
        return False
    return modifies and sheet.pos[before] in ("NOUN", "PROPN", "ADJ", "NUM") and word not in telling().directions


def office_of_complement(sheet: Sheet, last: int, floor: int) -> int | None:
    """Where `Minister for the Middle East` begins, given its last word; None where these words are no office."""
    index = last
    while index > floor and _in_complement(sheet, index):
        if sheet.lower[index] in _LINKS and index < last and _names_office(sheet, index - 1):
            return index - 1
        index -= 1
    return None


def _in_complement(sheet: Sheet, index: int) -> bool:
    word = sheet.lower[index]
    return sheet.capital(index) or word in _LINKS or word in ("the", "and") or word in titles().portfolios


def _names_office(sheet: Sheet, index: int) -> bool:
    word = sheet.lower[index]
    return word in titles().offices and sheet.capital(index)


def office_end(sheet: Sheet, noun: int) -> int:
    """The last word of an office that a noun heads: `Secretary of State`, `Special Envoy for Northern X`."""
    index, end = noun + 1, noun
    while index < len(sheet) and index - noun < _FARTHEST:
        word = sheet.lower[index]
        if word in _LINKS or word in ("the", "and"):
            index += 1
            continue
        if not (sheet.capital(index) and sheet.noun(index)) and word not in titles().portfolios:
            break
        end = index
        index += 1
    linked = noun + 1 < len(sheet) and sheet.lower[noun + 1] in _LINKS
    return end if linked else noun
