"""Who holds an office, from the words around the office's noun: titles, appositions, copulas and `as`."""

from avowed.annotate.grammar.clauses import VERBAL, antecedent, children, surface_subjects
from avowed.annotate.parsing.parsed import Token

PRENOMINAL = ("compound", "amod", "nmod", "npadvmod")
NOUNS = frozenset({"NOUN", "PROPN"})
LONGEST = 12
FARTHEST, LONGEST_NAME = 24, 6  # tokens
FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
PARTS = frozenset({"faction", "branch", "wing", "arm", "affiliate", "offshoot", "unit", "cell", "group", "chapter"})


def first_of_list(noun: Token) -> Token:
    """The first member of the list that a noun stands in; its role in the clause is theirs."""
    while noun.dep_ == "conj" and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun


def beside(noun: Token) -> tuple[Token, ...]:
    """What stands before the same name as a title does: `Taliban` in `Taliban commander X`, `Mali's` in `Mali's chief X`."""
    found: list[Token] = []
    word = noun
    while word.dep_ in ("compound", "nmod") and len(found) < LONGEST:
        found.extend(child for child in children(word.head, "poss", *PRENOMINAL) if child.i < noun.i)
        word = word.head
    return tuple(found)


def _named(noun: Token) -> Token:
    """The name that a title stands before, over the other titles between."""
    while noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN":
        noun = noun.head
    return noun


def office_holders(noun: Token) -> tuple[Token, ...]:
    """Who a noun describes: in apposition, before a name, through a copula, or `as`."""
    found = [*children(noun, "appos"), *_misplaced_names(noun), *_set_off(noun), *_right_behind(noun)]
    first = first_of_list(noun)
    if noun.dep_ == "appos" or first.dep_ == "appos":
        found.append(antecedent(first.head))
    elif first.dep_ == "amod" and possessed(first):
        found.extend(office_holders(first.head))
    elif first.dep_ in ("compound", "nmod") and first.head.pos_ == "PROPN" and not _cut_off(first):
        found.append(_named(first))
    elif first.dep_ in ("attr", "oprd"):
        found.extend(_described(first))
    elif first.dep_ == "nsubj" and first.head.lemma_ == "be":
        found.extend(children(first.head, "attr"))
    elif first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lower_ == "one":
        found.extend(office_holders(first.head.head))
    elif first.dep_ == "pobj" and first.head.lower_ == "as" and first.head.head.pos_ in VERBAL:
        found.extend(_described(first.head))
    return tuple(found)


def _cut_off(noun: Token) -> bool:
    """`Officials: Car Bomb Kills 20`: what stands before a colon is no title of what follows."""
    return any(token.text == ":" for token in noun.doc[noun.i : noun.head.i])


def _set_off(noun: Token) -> tuple[Token, ...]:
    """`the X faction in control of the town, the Karsh Front, must`: the name set off right before the verb."""
    words = [token for token in noun.doc[noun.i + 1 : min(noun.i + FARTHEST, noun.sent.end)] if not token.is_space]
    commas = [place for place, token in enumerate(words) if token.text == ","]
    if len(commas) < 2 or noun.lemma_.lower() not in PARTS or any(token.tag_ in FINITE for token in words[: commas[0]]):
        return ()
    name, after = words[commas[0] + 1 : commas[1]], words[commas[1] + 1 :]
    named = bool(name) and len(name) <= LONGEST_NAME and any(token.pos_ == "PROPN" for token in name)
    nominal = all(token.pos_ in ("PROPN", "NOUN", "DET", "ADJ", "PUNCT") for token in name)
    return (name[-1],) if named and nominal and after and after[0].tag_ in FINITE else ()


def _right_behind(noun: Token) -> tuple[Token, ...]:
    """`X's ally Y sent tanks`: the name right behind, which the parser takes for another subject of the verb."""
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.i + 1 >= noun.sent.end:
        return ()
    beside = (one for one in children(noun.head, "nsubj", "nsubjpass") if one.left_edge.i == noun.i + 1)
    return tuple(one for one in beside if one.pos_ == "PROPN")


def _misplaced_names(office: Token) -> tuple[Token, ...]:
    """`the founder of X, Omar Belo`: the person, whom the parser often hangs on X."""
    return tuple(
        name
        for prep in children(office, "prep")
        for body in children(prep, "pobj")
        for name in children(body, "appos")
        if name.ent_type_ == "PERSON" and body.ent_type_ != "PERSON"
    )


def possessed(word: Token) -> bool:
    """`X's second-in-command` read as `second` before X."""
    return any(child.dep_ == "case" for child in word.head.children) and word.i > word.head.i


def _described(part: Token) -> tuple[Token, ...]:
    verb = part.head
    if verb.lemma_ in ("succeed", "replace", "follow"):
        return surface_subjects(verb)
    patients = tuple(antecedent(child) for child in children(verb, "dobj") if child != part)
    return patients or tuple(token for token in surface_subjects(verb) if token != part)


def paired(noun: Token) -> tuple[Token, ...]:
    """`an R.O.A.-Ardan treaty`: the two names that a hyphen joins right before a noun."""
    other = noun.i - 1
    if other < 2 or noun.doc[other - 1].text != "-":
        return ()
    two = noun.doc[other - 2], noun.doc[other]
    return two if all(one.text[:1].isupper() for one in two) else ()
