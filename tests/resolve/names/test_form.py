"""A name is taken to pieces by what each word is to it."""

import pytest

from avowed.resolve.names.form import Part, analysed


def keys(text: str, person: bool = False) -> tuple[str, ...]:
    return analysed(text, person).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abd al-Rahman al-Masri", "Abdurrahman al Masri"),
        ("Abu Bakr al-Harbi", "Aboubakr el-Harbi"),
        ("Saif ul-Din Wali", "Sayfuddin Wali"),
        ("Hibat Ullah Zadran", "Hibatullah Zadran"),
        ("ZADRAN, Hibatullah", "Hibatullah Zadran"),
        ("General Yuri Karpenko", "Yuri Karpenko"),
        ("Mullah Hibatullah Zadran", "Maulvi Hibatullah Zadran"),
        ("YuriKarpenko", "Yuri Karpenko"),
        ("Юрий Карпенко", "Yuri Karpenko"),
    ],
)
def test_a_person_has_the_same_naming_words_however_written(one: str, other: str) -> None:
    assert keys(one, person=True) == keys(other, person=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hizb-ul-Fajr", "Hizb al-Fajr"),
        ("the Dawn Column group", "Dawn Column"),
        ("Brigade Forty-Four", "44th Brigade"),
        ("2nd Dawn Brigade", "Second Dawn Brigades"),
    ],
)
def test_a_body_has_the_same_naming_words_however_written(one: str, other: str) -> None:
    assert sorted(keys(one)) == sorted(keys(other))


def test_a_title_alone_is_still_a_name() -> None:
    assert keys("the General", person=True) != ()


def test_a_form_word_is_kept_where_only_a_nation_would_be_left() -> None:
    assert keys("Libya Forces") != keys("Libya")


@pytest.mark.parametrize("text", ["LeT", "ISIS-K", "M-19", "F.A.R.C.", "PKK", "M23"])
def test_acronyms_are_seen(text: str) -> None:
    assert analysed(text, person=False).acronym


@pytest.mark.parametrize("text", ["Hamas", "Taliban", "Al-Qaeda", "Dawn Column"])
def test_words_are_no_acronyms(text: str) -> None:
    assert not analysed(text, person=False).acronym


def test_a_short_form_in_brackets_is_taken_off() -> None:
    form = analysed("Dawn Liberation Front (DLF)", person=False)
    assert form.short == "DLF"
    assert form.keys == keys("Dawn Liberation Front")


def test_a_patronymic_particle_does_not_name() -> None:
    parts = [word.part for word in analysed("Salman bin Omar", person=True).words]
    assert parts == [Part.NAME, Part.PARTICLE, Part.NAME]


def test_the_same_name_is_taken_to_pieces_once() -> None:
    assert analysed("Dawn Column", person=False) is analysed("Dawn Column", person=False)


def test_an_article_that_does_not_sound_like_the_next_word_is_part_of_a_bodys_name() -> None:
    assert [word.text for word in analysed("Ash Front", person=False).core] == ["ash", "front"]
    assert [word.text for word in analysed("US Army", person=False).core] == ["us", "army"]
    assert [word.text for word in analysed("Ash-Shabaab", person=False).core] == ["shabaab"]
