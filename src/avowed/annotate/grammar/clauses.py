"""Subjects, passives and relative words of clauses; every answer is a token of the same parse."""

from avowed.annotate.grammar.tables import word_set
from avowed.annotate.parsing.parsed import Token

OBJECT_CONTROL = word_set("object_control")
JUDGING = word_set("judging")
HARMS = word_set("harms")
EVENTS = word_set("events")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CONTROL_NOUNS = word_set("control_nouns")
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
VERBAL = frozenset({"VERB", "AUX"})
DEEPEST = 6
SHOWING = frozenset({"show", "see", "film", "catch", "watch", "depict", "record", "capture", "hear"})


def children(token: Token, *labels: str) -> tuple[Token, ...]:
    """The children of a token that bear one of these dependency labels."""
    below = token.children
    return tuple([child for child in below if child.dep_ in labels]) if below else ()


def is_passive(verb: Token) -> bool:
    """True when the surface subject of a verb form undergoes what the verb says."""
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "auxpass", "csubjpass"):
            return True
    if verb.tag_ != "VBN" or any(child.dep_ in ("nsubj", "aux") for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "amod", "advcl", "relcl") and not children(verb, "dobj")


def antecedent(token: Token) -> Token:
    """The noun that a relative word stands for; any other token is its own antecedent."""
    if token.tag_ not in RELATIVE_TAGS and not (token.lower_ == "that" and token.dep_ in SUBJECTS):
        return token
    for above in token.ancestors:
        if above.dep_ == "relcl":
            return antecedent_event(above) or above.head
    return token


def antecedent_event(clause: Token) -> Token | None:
    """`an attack at a camp that killed ten`: the attack killed, though the parser hangs the clause on the camp."""
    if clause.lemma_ not in HARMS:
        return None
    word = clause.head
    for _ in range(DEEPEST):
        if word.dep_ not in ("pobj", "prep", "appos", "conj", "compound") or word.head == word:
            return None
        word = word.head
        if word.lemma_.lower() in EVENTS:
            return word
    return None


def surface_subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """What stands as subject of a verb form, be it written beside it or shared with the clause above."""
    own = children(verb, *SUBJECTS)
    if own:
        return tuple(antecedent(token) for token in _acting(own))
    if depth > DEEPEST:
        return ()
    seen = _seen_doing(verb)
    return (seen,) if seen is not None else _SHARED.get(verb.dep_, _nothing)(verb, depth + 1)


def _seen_doing(verb: Token) -> Token | None:
    """`footage showed soldiers beating a man`: the soldiers, wherever the parser hangs the participle."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    shown = before.dep_ == "dobj" and before.head.lemma_ in SHOWING
    return before if shown and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") else None


def _acting(subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """`A member of X, Y struck`: Y, though the parser takes what describes it for another subject."""
    first, last = subjects[0], subjects[-1]
    edge = last.left_edge.i
    set_off = edge > first.i and last.doc[edge - 1].text == ","
    return (last,) if set_off and first.pos_ == "NOUN" and last.pos_ in ("PROPN", "PRON") else subjects


def _nothing(_verb: Token, _depth: int) -> tuple[Token, ...]:
    return ()


def _of_clause_above(verb: Token, depth: int) -> tuple[Token, ...]:
    head = verb.head
    if head.pos_ in VERBAL or head.dep_ == "relcl":
        return surface_subjects(head, depth)
    if head.pos_ == "ADJ":
        return holders(head, depth)
    return ()


def _of_controller(verb: Token, depth: int) -> tuple[Token, ...]:
    head = verb.head
    objects = children(head, "dobj")
    if objects and head.lemma_ in OBJECT_CONTROL and not is_passive(head):
        return tuple(antecedent(token) for token in objects)
    return _of_clause_above(verb, depth)


def _of_noun_above(verb: Token, depth: int) -> tuple[Token, ...]:
    head = verb.head
    if verb.tag_ in ("VBG", "VBN") or head.pos_ == "PROPN":
        return (head,)
    if head.lemma_.lower() not in CONTROL_NOUNS:
        return (head,)
    return _owners(head) or _governing_subjects(head, depth)


def _owners(noun: Token) -> tuple[Token, ...]:
    """Whose a noun is: the possessor, `by` or `of` whom, or a name before it (`coalition efforts`)."""
    found = children(noun, "poss") or tuple(
        inner for prep in children(noun, "prep") if prep.lower_ in ("by", "of") for inner in children(prep, "pobj")
    )
    found = found or tuple(child for child in children(noun, "compound", "nmod") if child.pos_ == "PROPN")
    return tuple(antecedent(token) for token in found)


def _governing_subjects(noun: Token, depth: int) -> tuple[Token, ...]:
    for above in noun.ancestors:
        if above.pos_ in VERBAL:
            subjects = surface_subjects(above, depth)
            return subjects if noun not in subjects else ()
    return ()


def _of_preposition(verb: Token, depth: int) -> tuple[Token, ...]:
    governor = verb.head.head
    if governor.pos_ in VERBAL:
        objects = children(governor, "dobj")
        blamed = verb.head.lower_ == "for" and governor.lemma_ in JUDGING
        if objects and (blamed or governor.lemma_ in OBJECT_CONTROL) and not is_passive(governor):
            return tuple(antecedent(token) for token in objects)
        return surface_subjects(governor, depth)
    if governor.pos_ == "ADJ":
        return holders(governor, depth)
    return _owners(governor) or _governing_subjects(governor, depth)


_SHARED = {
    "conj": _of_clause_above,
    "xcomp": _of_controller,
    "ccomp": _of_controller,
    "advcl": _of_clause_above,
    "dep": _of_clause_above,
    "acl": _of_noun_above,
    "relcl": _of_noun_above,
    "amod": _of_noun_above,
    "pcomp": _of_preposition,
}


def _left_so(adjective: Token) -> tuple[Token, ...]:
    """Who is said to be `dead` in `left two men dead`: the object of the verb, which the parser may take for a subject."""
    if adjective.dep_ != "oprd" or is_passive(adjective.head):
        return ()
    found = children(adjective, *SUBJECTS) or children(adjective.head, "dobj")
    return tuple(antecedent(token) for token in found)


def holders(adjective: Token, depth: int = 0) -> tuple[Token, ...]:
    """What an adjective is said of: the subject of its copula, or the noun it stands with."""
    if depth > DEEPEST:
        return ()
    if adjective.dep_ == "conj" and adjective.head.pos_ in ("ADJ", "VERB"):
        return holders(adjective.head, depth + 1)
    if adjective.dep_ in ("acomp", "attr", "oprd", "xcomp", "ccomp") and adjective.head.pos_ in VERBAL:
        return _left_so(adjective) or surface_subjects(adjective.head, depth + 1)
    if adjective.dep_ in ("amod", "acl", "relcl", "appos"):
        return (antecedent(adjective.head),)
    if adjective.dep_ == "advcl" and adjective.head.pos_ in VERBAL:
        return surface_subjects(adjective.head, depth + 1)
    return tuple(antecedent(token) for token in children(adjective, *SUBJECTS))
