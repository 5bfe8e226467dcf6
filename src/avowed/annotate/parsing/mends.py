"""A few turns that the parser hangs wrong, put right where other words of the sentence show it."""

import numpy as np
from spacy.tokens import Doc, Token

_ASKS = frozenset({"did", "does", "do", "will", "would", "should", "could", "can", "has", "have", "had"})
_LOOKED_AT = ("ROOT", "advcl", "conj", "ccomp", "prep", "npadvmod")
_NAMED = frozenset({"compound", "nmod", "amod", "poss"})


def mend(doc: Doc) -> None:
    """Changes heads and labels of a parse in place."""
    wanted = [doc.vocab.strings[label] for label in _LOOKED_AT]
    for at in np.flatnonzero(np.isin(doc.to_array(["DEP"]), wanted)):
        token = doc[int(at)]
        if token.dep_ == "ROOT" and token.tag_ == "NN":
            _is_asked(token)
        if token.tag_ in ("VB", "VBN") and token.dep_ in ("ROOT", "advcl", "conj", "ccomp"):
            _give_subject(token)
        elif token.dep_ == "prep" and token.head.dep_ in ("aux", "auxpass") and token.i < token.head.i:
            token.head = token.head.head  # `at no point has X done it`
        elif token.dep_ == "npadvmod" and token.ent_type_ in ("DATE", "TIME") and token.head.i > token.i:
            _date_before_cue(token)


def _is_asked(noun: Token) -> None:
    """`Will the Halmar Brigade attack the town?`: a noun at the head of a question that an auxiliary opens is its verb."""
    sentence = noun.sent
    opens = sentence[0].dep_ == "aux" and sentence[0].head == noun and sentence[0].lower_ in _ASKS
    if not opens or not sentence.text.rstrip().endswith("?"):
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
    for child in noun.rights:
        if child.dep_ == "appos":
            child.dep_ = "dobj"


def _give_subject(verb: Token) -> None:
    """`Did the Karsh Front attack X?`: a name between the auxiliary and the verb is no part of a noun but its subject."""
    first = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), None)
    if first is None or first.lower_ not in _ASKS or any(child.dep_.startswith("nsubj") for child in verb.children):
        return
    named = [child for child in verb.children if first.i < child.i < verb.i and child.dep_ in _NAMED]
    if not named or named[-1].i != verb.i - 1 or named[-1].pos_ not in ("PROPN", "NOUN"):
        return
    subject = named[-1]
    for child in list(verb.children):
        if first.i < child.i < subject.i and child.dep_ in (*_NAMED, "det"):
            child.head = subject
    subject.dep_ = "nsubj"


def _date_before_cue(date: Token) -> None:
    """`X attacked Y yesterday, Z said`: the day before the comma belongs to the deed, not to the telling."""
    cue = date.head
    told = next((child for child in cue.children if child.dep_ == "ccomp" and child.i < date.i), None)
    comma = date.right_edge.i + 1
    if told is None or comma >= cue.i or date.doc[comma].text != ",":
        return
    if told.right_edge.i == date.left_edge.i - 1:
        date.head = told
