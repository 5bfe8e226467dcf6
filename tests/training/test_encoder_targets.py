"""Labels of a text become targets on the words of its windows; what was not judged is not asked for."""

from dataclasses import replace

import pytest

from avowed.annotate.encoder.pieces import WORD, windows
from training.reader import labels
from training.reader.bystanders import with_bystanders
from training.reader.config import Schedule
from training.reader.documents import ANY, BYSTANDER, Labelled, PairLabel, SpanLabel, fold_of, held_out, sentences
from training.reader.examples import APART, IGNORE, SOME, example, prepare
from training.reader.sources import annotated, everything, factuality, knowledgenet, muc, re3d

TEXT = "The Red Front attacked Norvan troops. Its leader fled."


def words(text):
    bounds = [match.span() for match in WORD.finditer(text)]
    return [1000 + len(text[a:b]) for a, b in bounds], bounds


def asked(document: Labelled):
    (window,) = windows(prepare(document, words).sentences, 64)
    return example(document, window)


def pair(**told):
    return PairLabel((0, 13), (23, 36), **told)


def annotated_text(*pairs, schemes=(("party", "closed"), ("tie", "closed"))):
    spans = (SpanLabel("party", 0, 13, "party"), SpanLabel("party", 23, 36, "party"))
    return Labelled("re3d", "x", TEXT, spans, schemes, pairs)


def test_a_mention_is_asked_for_by_its_words():
    made = asked(Labelled("re3d", "x", TEXT, (SpanLabel("mention", 0, 13, "organisation"),), (("mention", "closed"),)))
    column = labels.MENTIONS.index("organisation")
    assert dict(made.spans)["mention"].labelled == (((0, 2), column, 1.0),)


def test_a_mention_of_untold_type_is_some_mention_where_others_may_be_missing():
    made = asked(Labelled("muc4", "x", TEXT, (SpanLabel("mention", 0, 13, ANY),), (("mention", "partial"),)))
    assert dict(made.spans)["mention"].labelled[0][1] == SOME


def test_a_mention_of_untold_type_is_not_asked_for_where_every_mention_is_told():
    made = asked(Labelled("re3d", "x", TEXT, (SpanLabel("mention", 0, 13, ANY),), (("mention", "closed"),)))
    assert dict(made.spans)["mention"].labelled[0][1] == IGNORE


def test_a_pair_without_a_tie_is_nothing_in_an_annotated_text():
    made = {(one.subject, one.object): one for one in asked(annotated_text(pair(tie="attack-"))).pairs}
    assert made[(0, 2), (4, 5)].tie == labels.TIES.index("attack-")
    assert made[(4, 5), (0, 2)].tie == 0


def test_a_tie_that_holds_both_ways_is_asked_for_both_ways():
    made = asked(annotated_text(pair(tie="clash-")))
    assert {one.tie for one in made.pairs} == {labels.TIES.index("clash-")}


def test_re3d_relations_are_not_judged_between_parties_that_it_does_not_mention():
    assert {one.relation for one in asked(annotated_text(pair(tie="attack-"))).pairs} == {IGNORE}


def test_a_text_without_annotations_judges_no_tie():
    spans = (SpanLabel("mention", 0, 13, "organisation"), SpanLabel("mention", 23, 36, "organisation"))
    made = asked(Labelled("re3d", "x", TEXT, spans, (("mention", "closed"),), (pair(relation="FightingAgainst"),)))
    assert {one.tie for one in made.pairs} == {IGNORE}
    assert {one.relation for one in made.pairs} == {labels.RELATIONS.index("FightingAgainst")}


def test_a_mention_that_is_party_to_nothing_has_no_tie_and_counts_less():
    spans = (*annotated_text().spans, SpanLabel(BYSTANDER, 38, 48, BYSTANDER))
    made = asked(replace(annotated_text(pair(tie="attack-")), spans=spans))
    beside = [one for one in made.pairs if (7, 8) in (one.subject, one.object)]
    assert {(one.tie, one.weight) for one in beside} == {(0, APART)}
    assert len(beside) == 4


def test_only_actors_that_overlap_no_party_are_bystanders():
    leader = SpanLabel("mention", 38, 48, "person")
    within, thing = SpanLabel("mention", 4, 13, "organisation"), SpanLabel("mention", 49, 53, "weapon")
    schemes = (("mention", "closed"), *annotated_text().schemes)
    document = replace(annotated_text(), spans=(*annotated_text().spans, leader, within, thing), schemes=schemes)
    (found,) = with_bystanders((document,))
    assert [(one.start, one.end) for one in found.spans if one.scheme == BYSTANDER] == [(38, 48)]


def test_a_fold_leaves_out_its_documents_whichever_source_has_them():
    texts = tuple(Labelled("re3d", str(number), TEXT) for number in range(30))
    corpora = everything.Corpora(texts, (), (), (), (), (), (), ())
    parts = [everything.without_fold(corpora, fold, 3).annotated for fold in range(3)]
    assert sum(len(part) for part in parts) == 60
    assert all(fold_of(("re3d", one.id), 3) != fold for fold, part in enumerate(parts) for one in part)


def test_attributes_are_asked_for_only_where_they_were_judged():
    made = asked(annotated_text(pair(tie="attack-", attributes=(("mode", "future"),))))
    told = dict(zip(labels.ATTRIBUTES, made.pairs[0].attributes, strict=True))
    assert told == {"negated": IGNORE, "factuality": IGNORE, "mode": 1, "voice": IGNORE}


def test_a_span_that_a_window_cuts_is_not_asked_for():
    document = Labelled("re3d", "x", TEXT, (SpanLabel("mention", 0, 54, "other"),), (("mention", "closed"),))
    first, _ = windows(prepare(document, words).sentences, 10)
    assert dict(example(document, first).spans)["mention"].labelled == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Arlo Venn fled. He left.", 2),
        ("THE REBELS FLED.  THE ARMY DID NOT.", 2),
        ("Heading\n\nThe text.", 2),
        ("The U.S. envoy spoke.", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_they_should(text, count):
    assert len(list(sentences(text))) == count


def test_the_held_out_tenth_does_not_change():
    assert [name for name in map(str, range(40)) if held_out(name)] == [
        name for name in map(str, range(40)) if held_out(name)
    ]
    assert 60 < sum(held_out(str(number)) for number in range(1000)) < 140


def test_rejected_re3d_rows_are_dropped():
    row = {"id": "x", "text": TEXT, "relations": [], "entities": []}
    entity = {"begin": 4, "end": 13, "type": "Organisation"}
    row["entities"] = [{**entity, "confidence": 0.4}, {**entity, "begin": 0, "confidence": 1}]
    assert [span.start for span in re3d.labelled(row).spans] == [0]


def test_a_filler_is_found_over_a_line_break_whatever_its_case():
    assert muc.occurrences("red front", "THE RED\n   FRONT AND THE RED FRONTIER") == [(4, 16)]


def test_a_later_occurrence_of_a_filler_weighs_less():
    row = {"docid": "x", "templates": [{"incident_type": "attack", **{role: [] for role in labels.ROLES[1:]}}]}
    row["templates"][0]["PerpOrg"] = [[["red front", 4]]]
    spans = muc.labelled(row, "THE RED FRONT CAME. RED FRONT MEN SHOT.").spans
    assert [span.weight for span in spans if span.scheme == "role"] == [1.0, muc.REPEATED]


def test_whom_a_company_names_as_its_head_commands_it():
    fact = {"text": "Ada heads Orl.", "property": "CEO", "subject": [10, 13], "object": [0, 3]}
    (told,) = knowledgenet.labelled("x", [fact]).pairs
    assert (told.subject, told.object, told.tie) == ((0, 3), (10, 13), "command+")


def test_an_arguable_tie_weighs_less():
    tie = {"subject_span": [0, 3], "object_span": [5, 8], "dimension": "attack", "sign": -1, "negated": False}
    row = {"ties": [{**tie, "weight": 1}, {**tie, "weight": 0.5}]}
    assert [one.weight for one in annotated.pairs(row)] == [1.0, annotated.ARGUABLE]


def test_predicates_are_found_in_order():
    assert factuality.places("can you can", ["can", "you", "can", "not"]) == [0, 4, 8, None]


def test_a_schedule_is_frozen():
    with pytest.raises(AttributeError):
        Schedule().epochs = 2
