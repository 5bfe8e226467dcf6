"""Which tellings are one incident, and which words tell of none."""

from avowed.model.evidence import Assertion, IncidentContent, Report, report_id
from avowed.model.vocabulary import Harm, IncidentType, Mode
from tests.annotate.one_reader import one_reader


def told(text: str) -> list[tuple[Assertion, IncidentContent, dict[str, str]]]:
    """Every incident that is told, with its participants by their words and roles."""
    (reading,) = one_reader().annotate([Report(report_id(text), "made up", text, language="en")])
    found = [(one, one.content) for one in reading.assertions if isinstance(one.content, IncidentContent)]
    words = {mention.id: mention.span.of(text) for mention in reading.mentions}
    return [(one, content, {words[part.mention]: part.role for part in content.participants}) for one, content in found]


def test_what_no_quote_can_show_beside_an_incident_is_not_told_of_it() -> None:
    between = " ".join(
        f"The harvest of the {number}th valley was late, and few came to the fair." for number in range(14)
    )
    text = (
        f"Gunmen began shooting in a clinic in Dasmir on Monday. {between} Last year a guard shot nine people in Orlun."
    )
    kinds = [content.type for _, content, _ in told(text)]
    assert kinds == [IncidentType.SHOOTING, IncidentType.SHOOTING]


def test_a_new_doer_with_new_victims_did_something_else() -> None:
    text = "A man killed ten people in Dasmir on Sunday. A teenager killed twelve people at his school in Orlun."
    assert [{toll.best for toll in content.tolls} for _, content, _ in told(text)] == [{10}, {12}]


def test_counts_of_two_speakers_are_not_mixed() -> None:
    text = (
        "The police said 20 people were killed in the bombing in Dasmir. The Dawn Brigades said 50 people were killed."
    )
    (content,) = [content for _, content, _ in told(text) if content.type is IncidentType.BOMBING]
    assert [(toll.kind, toll.best) for toll in content.tolls] == [(Harm.KILLED, 20)]


def test_a_count_with_a_hyphen_is_one_number() -> None:
    ((_, content, _),) = told("Twenty-nine people were wounded by an explosion in Dasmir.")
    assert [toll.best for toll in content.tolls] == [29]


def test_who_announces_a_death_did_not_bring_it_about() -> None:
    assert told("The Dawn Brigades announced the death of their commander Omar Belo.") == []
    ((_, _, parts),) = told("The Ardan army announced the killing of two farmers in Dasmir on Monday.")
    assert "The Ardan army" not in parts


def test_who_is_in_prison_was_not_arrested_now() -> None:
    assert told("The jailed leader of the Dawn Brigades, Omar Belo, wrote a letter.") == []


def test_who_shoots_himself_attacks_nobody() -> None:
    assert told("Police said a man had shot himself in Dasmir.") == []


def test_water_cannons_shoot_nobody() -> None:
    assert told("Riot police sprayed water cannons at the crowd in Dasmir.") == []


def test_what_somebody_is_charged_with_is_not_told() -> None:
    assert told("A grand jury indicted Omar Belo on charges of murder, robbery and arson.") == []


def test_what_others_are_not_linked_to_happened_all_the_same() -> None:
    ((one, _, _),) = told("The mayor of Dasmir said there was no connection to explosions that went off in Orlun.")
    assert not one.negated


def test_an_attack_that_is_followed_by_a_wish_happened() -> None:
    ((one, _, _),) = told("Detectives named a man they would like to trace following an assault on a girl in Dasmir.")
    assert one.mode is Mode.ACTUAL


def test_who_claims_several_bombings_claims_those_that_are_named() -> None:
    text = (
        "The Dawn Brigades claimed responsibility for several bombings, including the February 14, 2014, attack on a bus "
        "that wounded six guards."
    )
    (parts,) = [parts for _, content, parts in told(text) if content.tolls]
    assert {words.removeprefix("The "): role for words, role in parts.items()}[
        "Dawn Brigades"
    ] == "perpetrator_organisation"


def test_a_town_before_a_word_for_an_attack_is_no_attacker() -> None:
    ((_, _, parts),) = told("Parades paused to remember the victims of the June 12 Orlando nightclub attack.")
    assert "Orlando" not in parts


def test_one_who_is_named_is_told_once() -> None:
    ((_, content, parts),) = told("The Dawn Brigades killed a mayor, Omar Belo, in Dasmir on 3 May 2012.")
    assert "a mayor" not in parts
    assert [toll.best for toll in content.tolls] == [1]


def test_words_of_which_others_say_more_are_left_out() -> None:
    text = "Gunmen shot officer in Dasmir\n\nGunmen in Dasmir shot a police officer on Monday, the mayor said."
    parts = [set(parts) for _, _, parts in told(text)]
    assert all("officer" not in words for words in parts)


def test_what_somebody_is_known_to_do_is_no_part_of_what_he_did_once() -> None:
    text = (
        "The Dawn Brigades are known to attack civilian targets, government compounds and schools in the hills and the "
        "plain. In January 2018, the Dawn Brigades claimed an attack in Dasmir that killed 95 people."
    )
    (parts,) = [parts for _, content, parts in told(text) if content.tolls]
    assert not any("schools" in words or "compounds" in words for words in parts)


def test_two_tellings_with_one_count_are_one_incident() -> None:
    text = (
        "The minister said that rustlers killed eleven people near Dasmir. He said the rustlers raided a village. “The "
        "eleven people were killed when rustlers stormed a village,” he said."
    )
    assert len(told(text)) == 1


def test_who_is_shown_doing_it_did_it_and_not_who_speaks_of_it() -> None:
    text = "Idris Marn said: “I am appalled by footage showing soldiers beating a girl in Dasmir.”"
    assert all("I" not in parts for _, _, parts in told(text))


def test_a_strike_of_work_strikes_nobody() -> None:
    assert told("The Dawn Brigades held an armed strike in Dasmir to protest the policies of the government.") == []


def test_where_a_match_was_is_not_where_the_arrest_was() -> None:
    ((one, _, _),) = told("Omar Belo was arrested on Jan. 6, 2009, five days before the loss of his team at Dasmir.")
    assert one.place is None


def test_what_the_police_raid_is_a_raid() -> None:
    ((_, content, _),) = told("A police team raided the home of Omar Belo in Dasmir on Wednesday.")
    assert content.type is IncidentType.RAID


def test_who_condemns_an_attack_in_a_headline_did_not_do_it() -> None:
    text = "Dawn Union Envoy Condemns Dasmir Attack That Killed One Policeman\n\nThe envoy spoke in Orlun on Monday."
    assert all("perpetrator" not in role for _, _, parts in told(text) for role in parts.values())
