"""A dossier keeps what is told of an actor apart: structure within it, friends outside, help, and mere bonds."""

from avowed.assess.dossier import Gathered, dossier
from avowed.model.vocabulary import ActorKind, Dimension
from avowed.model.world import Actor
from tests.building import numbered, tie

NAMES = {"a": "Ash Front", "a1": "Ash North", "b": "Birch Army", "m": "gunmen"}


def of(*ties):
    actor = Actor("a", "Ash Front", ActorKind.ARMED_GROUP)
    return dossier(Gathered(actor, ("a", "a1"), tuple(numbered(ties)), (), (), (), NAMES))


def test_kinship_with_another_is_a_friendly_tie_and_within_it_is_structure():
    found = of(tie("a", "b", Dimension.KINSHIP), tie("a", "a1", Dimension.KINSHIP))
    assert [one.object for one in found.friends] == ["b"]
    assert [one.object for one in found.structure] == ["a1"]


def test_words_of_a_bond_are_a_link_and_no_help():
    found = of(tie("a", "b", role="close ties"), tie("a", "b"))
    assert [one.role for one in found.clients] == [""]
    assert [one.role for one in found.linked] == ["close ties"]


def test_nobody_is_missed_who_has_no_name_or_is_a_part():
    found = of(tie("a", "b"), tie("a", "m", Dimension.ATTACK, -1), tie("a1", "b"))
    assert found.unheard == ("b",)
