"""From a hand-made reading to the answer forms of re3d and MUC-4."""

from benchmarks import attributions, muc4_templates, plover_quads, re3d_relations
from benchmarks.scoring.attribution import Saying
from benchmarks.scoring.relations import Relation
from benchmarks.scoring.spans import TypedSpan
from benchmarks.scoring.templates import template

TEXT = "The Hill Raiders (HR) shelled Fort Anders. Raiders also burned a lorry of Mr Ode."


def mention(id_, words, type_, actor=None, after=0):
    start = TEXT.index(words, after)
    return {"id": id_, "start": start, "end": start + len(words), "type": type_, "actor": actor}


def reading(assertions):
    mentions = [
        mention("m1", "Hill Raiders", "organisation", "a1"),
        mention("m2", "HR", "organisation", "a1"),
        mention("m3", "Fort Anders", "facility", "a2"),
        mention("m4", "Raiders", "organisation", "a1", after=40),
        mention("m5", "a lorry", "vehicle"),
        mention("m6", "Mr Ode", "person", "a3"),
    ]
    return {"report": {"text": TEXT}, "mentions": mentions, "assertions": assertions}


def incident(type_, *participants, **fields):
    parts = [{"mention": id_, "role": role, "basis": basis} for id_, role, basis in participants]
    return {"kind": "incident", "type": type_, "participants": parts, **fields}


def test_a_facility_is_a_location_there():
    assert TypedSpan(30, 41, "Location") in re3d_relations.mentions(reading([]))


def test_an_attack_is_fighting_against():
    tie = {"kind": "tie", "subject": "m1", "object": "m3", "dimension": "attack", "sign": -1}
    assert Relation((4, 16), (30, 41), "FightingAgainst") in re3d_relations.relations(reading([tie]))


def test_a_given_trigger_type_wins():
    tie = {"kind": "tie", "subject": "m1", "object": "m3", "dimension": "attack", "sign": -1, "trigger_type": "Apart"}
    assert [one.type for one in re3d_relations.relations(reading([tie]))] == ["Apart", "IsSynonymOf"]


def test_a_denied_tie_is_no_relation():
    tie = {"kind": "tie", "subject": "m1", "object": "m3", "dimension": "attack", "sign": -1, "negated": True}
    assert [one.type for one in re3d_relations.relations(reading([tie]))] == ["IsSynonymOf"]


def test_neighbouring_mentions_of_one_actor_are_synonyms_and_distant_ones_are_not():
    assert re3d_relations.relations(reading([])) == [Relation((4, 16), (18, 20), "IsSynonymOf")]


def test_an_alias_is_a_synonym_by_the_span_of_its_value():
    alias = {"kind": "attribute", "subject": "m3", "attribute": "alias", "value": {"span": [43, 50], "mention": None}}
    assert Relation((30, 41), (43, 50), "IsSynonymOf") in re3d_relations.relations(reading([alias]))


def test_participants_become_roles_and_one_actor_is_one_entity():
    found = muc4_templates.templates(
        reading(
            [
                incident(
                    "bombing",
                    ("m1", "perpetrator_organisation", "reported"),
                    ("m2", "perpetrator_organisation", "reported"),
                    ("m3", "target", "reported"),
                )
            ]
        )
    )
    assert found == [template("bombing", PerpOrg=[["hill raiders", "hr"]], Target=[["fort anders"]])]


def test_a_person_aimed_at_is_a_victim_and_a_vehicle_hurt_is_a_target():
    made = incident("arson", ("m6", "target", "reported"), ("m5", "victim", "reported"))
    assert muc4_templates.templates(reading([made])) == [template("arson", Victim=[["mr ode"]], Target=[["lorry"]])]


def with_forms(made, **forms):
    actors = [{"id": "a1", "name": "Hill Raiders"}, {"id": "a3", "name": "Ode"}]
    mentions = [{**one, "form": forms.get(one["id"], "name")} for one in made["mentions"]]
    return {**made, "mentions": mentions, "actors": actors}


def test_a_person_stands_in_the_words_of_the_mention():
    made = reading([incident("attack", ("m6", "victim", "reported"))])
    assert muc4_templates.templates(with_forms(made)) == [template("attack", Victim=[["mr ode"]])]


def test_a_pronoun_stands_for_the_name_of_its_actor():
    made = reading([incident("attack", ("m4", "perpetrator_individual", "reported"))])
    assert muc4_templates.templates(with_forms(made, m4="pronoun")) == [template("attack", PerpInd=[["hill raiders"]])]


def test_a_pronoun_for_nobody_named_is_left_out():
    made = reading([incident("attack", ("m6", "perpetrator_individual", "reported"))])
    assert muc4_templates.templates(with_forms(made, m6="pronoun")) == [template("attack")]


def test_a_victim_without_a_name_is_left_out_and_a_perpetrator_is_not():
    made = reading([incident("attack", ("m6", "victim", "reported"), ("m6", "perpetrator_individual", "reported"))])
    found = muc4_templates.templates(with_forms(made, m6="nominal"))
    assert found == [template("attack", PerpInd=[["mr ode"]])]


def test_one_who_only_denies_is_not_blamed():
    made = incident("attack", ("m1", "perpetrator_organisation", "denied"), ("m3", "target", "reported"))
    assert muc4_templates.templates(reading([made])) == [template("attack", Target=[["fort anders"]])]


def test_denied_and_supposed_incidents_and_meetings_are_left_out():
    made = [incident("attack", negated=True), incident("attack", mode="hypothetical"), incident("meeting")]
    assert muc4_templates.templates(reading(made)) == []


SAID = 'Mr Ode said the Raiders had left. "They are gone," he added.'


def told(quote, content=None, source=(0, 6), cue=(7, 11)):
    speaker = {"text": "", "span": list(source), "mention": None, "cue": list(cue)}
    return {"kind": "tie", "attribution": [{"text": "a paper"}, speaker], "quote": list(quote), "content": content}


def test_the_content_of_a_tie_is_its_quote_without_speaker_and_cue():
    found = attributions.sayings({"report": {"text": SAID}, "assertions": [told((0, 33))]})
    assert found == [Saying((0, 6), (7, 11), ((12, 32),))]


def test_a_stated_content_goes_before_one_cut_from_a_quote():
    both = [told((0, 33)), told((0, 33), content=[16, 32])]
    found = attributions.sayings({"report": {"text": SAID}, "assertions": both})
    assert found == [Saying((0, 6), (7, 11), ((16, 32),))]


def test_a_content_before_its_speaker_loses_its_marks():
    late = told((34, 60), source=(51, 53), cue=(54, 59))
    found = attributions.sayings({"report": {"text": SAID}, "assertions": [late]})
    assert [SAID[slice(*one.content[0])] for one in found] == ["They are gone"]


def test_what_the_report_itself_says_is_no_saying():
    own = {**told((0, 33)), "attribution": []}
    assert attributions.sayings({"report": {"text": SAID}, "assertions": [own]}) == []


def test_the_chances_of_ties_of_one_class_are_told_together():
    chances = {"attack-": 0.3, "accord+": 0.25, "stance+": 0.2, "origin0": 0.9}
    assert plover_quads.leans(chances) == plover_quads.VERBAL_COOPERATION


def test_a_pair_of_which_nothing_is_seen_leans_nowhere():
    assert plover_quads.leans({}) is None
