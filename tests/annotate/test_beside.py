"""The words beside a name say on what footing it is named, where no clause does."""

import pytest

from avowed.annotate.fillers import Place
from avowed.annotate.incidents.beside import basis_beside
from avowed.model.vocabulary import Basis

FAR = "The harbour lay quiet for the whole of that long and windless week in May. "


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("In a communique the RED FRONT took the blame.", Basis.CLAIMED),
        ("The police accused the RED FRONT.", Basis.ACCUSED_BY_AUTHORITIES),
        ("Neighbours accused the RED FRONT.", Basis.SUSPECTED),
        ("Two alleged RED FRONT gunmen fled.", Basis.SUSPECTED),
        ("The RED FRONT shelled the harbour.", Basis.REPORTED),
        (f"The police accused nobody. {FAR}The RED FRONT shelled it.", Basis.REPORTED),
    ],
)
def test_the_words_beside_a_name_give_its_footing(words, basis):
    start = words.index("RED FRONT")
    assert basis_beside(words, [Place(start, start + 9, 0.9, {}, {})]) is basis


def test_any_place_of_a_name_may_tell():
    text = f"The RED FRONT shelled it. {FAR}The RED FRONT claimed the attack."
    places = [Place(at, at + 9, 0.9, {}, {}) for at in (4, text.rindex("RED FRONT"))]
    assert basis_beside(text, places) is Basis.CLAIMED
