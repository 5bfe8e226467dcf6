"""On what footing a group is named: by a table of signs, by its own words, by those of an authority."""

import pytest

from avowed.annotate.encoder.fills import WindowTold
from avowed.annotate.fillers import report_told
from avowed.annotate.incidents.candidates import UNSEEN, with_named
from avowed.annotate.incidents.footing import Footing, FootingLayer, load_footing
from avowed.annotate.incidents.glimpse import Glimpse
from avowed.annotate.incidents.hints import Hints
from avowed.errors import ModelError
from avowed.model.evidence import Span
from avowed.model.vocabulary import Basis
from tests.annotate.incidents.test_incidents import incidents
from tests.annotate.marked import marked_page

KINDS = dict.fromkeys(("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"), 0.5)
STRUCK = "<The Karsh Front> attacked the bridge with rockets on Monday."


def told(page):
    report = KINDS | {f"several: {kind}": 0.1 for kind in KINDS}
    return page.with_(told=(WindowTold((), report, ((0, len(page.report.text), KINDS),), {}),))


def test_the_likeliest_footing_is_given():
    layer = FootingLayer((Basis.REPORTED, Basis.CLAIMED), {"": (0.5, 0.0), "claims": (0.0, 2.0)})
    assert layer.basis({"claims": 1.0}) is Basis.CLAIMED
    assert layer.basis({"unheard of": 9.0}) is Basis.REPORTED


def test_a_damaged_table_names_the_file_and_how_to_restore_it(tmp_path):
    (tmp_path / "footing.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match=r"footing\.json.*restore it"):
        load_footing(tmp_path / "footing.json")


def test_words_of_accusing_beside_a_name_are_signs():
    page = marked_page("Police blamed <the Karsh Front> for the attack.")
    signs = Footing(page, ()).signs([Span(14, 29)], "attack", people=False)
    assert {"any accuse before", "any accusing authority near", "any named as attributed"} <= set(signs)


def test_words_that_only_the_rules_name_are_fillers_too():
    page = told(marked_page(STRUCK))
    wider, named = with_named(report_told(page.report.text, page.told), Glimpse(page))
    assert {("PerpOrg", "karsh front"), ("Target", "bridge"), ("Weapon", "rockets")} <= named
    assert {one.chance for one in wider.fillers} <= {UNSEEN, 1 - (1 - UNSEEN)}


def test_hints_are_as_many_for_every_filler_and_kind():
    page = told(marked_page(STRUCK))
    wider, named = with_named(report_told(page.report.text, page.told), Glimpse(page))
    hints = Hints(Glimpse(page), wider, named)
    assert len({len(hints.of_filler(one, kind)) for one in wider.fillers for kind in KINDS}) == 1
    assert len({len(hints.of_type(kind)) for kind in KINDS}) == 1


def bases(text):
    return {part.basis for _, content in incidents(text) for part in content.participants if "perpetrator" in part.role}


def test_who_says_that_it_was_responsible_claims():
    text = "A bomb exploded in Dasmir. The Karsh Front said the Karsh Front was responsible for the bombing."
    assert Basis.CLAIMED in bases(text)


def test_whom_the_army_calls_responsible_is_accused_by_authorities():
    text = "A bomb exploded in Dasmir. The army said the Karsh Front was responsible for the bombing."
    assert bases(text) == {Basis.ACCUSED_BY_AUTHORITIES}


def test_an_attempt_is_no_suspicion():
    assert bases("Karsh Front fighters attempted to attack the town of Dasmir on Monday.") == {Basis.REPORTED}


def test_the_group_that_doers_are_presumed_to_be_of_is_suspected():
    text = "Gunmen believed to be members of the Karsh Front attacked a bridge in Dasmir on Monday."
    assert Basis.SUSPECTED in bases(text)
