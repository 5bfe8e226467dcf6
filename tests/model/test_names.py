import pytest

from avowed.model.names import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Dawn Brigades", "Dawn Brigades"),
        ("al-Ashari", "Al Ashari"),
        ("Jaysh-e-Ash", "jaysh e ash"),
        ("U.S.", "US"),
        ("Ash’s", "Ash"),
        ("Kāndahār", "Kandahar"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold(one) == fold(other)


def test_the_article_alone_is_still_a_name():
    assert fold("The The") == "the"
    assert fold("The") == "the"


def test_letters_of_another_script_stay_apart():
    assert fold("Аsh") != fold("Ash")
