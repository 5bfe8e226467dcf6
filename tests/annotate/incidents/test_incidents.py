"""When incidents lay, and how many they hurt, in the words of the report."""

from collections.abc import Iterable

from avowed.annotate.incidents.find import told_in
from avowed.model.evidence import Assertion, IncidentContent, Report, Toll, report_id
from avowed.model.vocabulary import Basis, Harm, IncidentType, ParticipantRole, Stage
from tests.annotate.one_reader import one_reader

DOERS = (ParticipantRole.PERPETRATOR_INDIVIDUAL, ParticipantRole.PERPETRATOR_ORGANISATION)


def incidents(text: str) -> list[tuple[Assertion, IncidentContent]]:
    reader = one_reader()
    (reading,) = reader.annotate([Report(report_id(text), "made up", text, language="en")])
    return [(one, one.content) for one in reading.assertions if isinstance(one.content, IncidentContent)]


def told(text: str) -> list[IncidentContent]:
    """Every incident that is read, also those that are not likely enough to be told."""
    reader = one_reader()
    ((page, sayings),) = reader.pages([Report(report_id(text), "made up", text, language="en")])
    return [one.content for one in told_in(page, sayings) if isinstance(one.content, IncidentContent)]


def tolls(text: str) -> dict[Harm, tuple[int, int]]:
    every: Iterable[Toll] = (toll for _, content in incidents(text) for toll in content.tolls)
    return {toll.kind: (toll.low, toll.high) for toll in every}


def test_a_second_harm_may_share_the_auxiliary_of_the_first() -> None:
    told = tolls("A bomb exploded in Dasmir. Twelve people were killed and thirty injured, police said.")
    assert told == {Harm.KILLED: (12, 12), Harm.WOUNDED: (30, 30)}


def test_vague_counts_are_ranges() -> None:
    told = tolls("A bomb exploded in Dasmir. Dozens of people were killed and hundreds injured.")
    assert told == {Harm.KILLED: (24, 99), Harm.WOUNDED: (200, 999)}


def test_an_incident_holds_when_its_time_says() -> None:
    ((assertion, content),) = incidents("On March 25, 2020, gunmen attacked a school in Dasmir, killing nine pupils.")
    assert str(assertion.valid.first) == str(assertion.valid.last) == "2020-03-25"
    assert content.time == assertion.valid_time


def test_an_attack_of_old_named_beside_does_not_date_the_attack_that_is_told() -> None:
    text = (
        "A bomb killed nine people at the airport of Karsan. The timing of the attack, on the eve of the anniversary "
        "of the 2008 attacks, was no accident. The attack killed two soldiers as well."
    )
    dated = [one.valid.first for one, content in incidents(text) if content.tolls]
    assert dated
    assert not any(dated)


def test_a_possible_attack_is_no_accomplished_one() -> None:
    held = incidents("The envoy asked for guards against possible Dawn Brigades attacks on the bridge of Karsan.")
    assert held
    assert {content.stage for _, content in held} == {Stage.THREATENED}


def test_who_claims_attacks_at_large_claims_not_the_one_that_is_told_next() -> None:
    text = (
        "The Dawn Brigades would provide the men while also taking responsibility for the attacks. On May 12, 2020, "
        "gunmen attacked a school in Dasmir, killing nine pupils."
    )
    (school,) = [content for _, content in incidents(text) if content.tolls]
    assert Basis.CLAIMED not in {one.basis for one in school.participants}


def test_what_is_put_in_the_place_of_what_is_denied_is_not_denied() -> None:
    held = incidents("It was not random but a well-planned assault, in which gunmen used two bombs against the school.")
    assert held
    assert not any(one.negated for one, _ in held)


def test_two_attacks_that_are_dated_apart_stay_apart() -> None:
    text = (
        "The Dawn Brigades would provide the men for the attacks. On May 12, 2020, gunmen attacked a hospital in "
        "Dasmir. The envoy said that the Dawn Brigades were behind the hospital attack. Another attack was the bombing "
        "of a school in Dasmir on June 8, 2021, killing 90 people."
    )
    (school,) = [one for one, content in incidents(text) if content.tolls]
    assert "hospital" not in school.quote.of(text)


def words(text: str) -> list[tuple[str, str, set[str]]]:
    """The same with the words of who takes part."""
    reader = one_reader()
    ((page, sayings),) = reader.pages([Report(report_id(text), "made up", text, language="en")])
    return [
        (
            one.content.type,
            one.content.stage,
            {page.mention[part.mention].span.of(text) for part in one.content.participants},
        )
        for one in told_in(page, sayings)
        if isinstance(one.content, IncidentContent)
    ]


def test_attacks_that_are_fought_off_are_no_party_and_make_no_doer_of_the_defender() -> None:
    ((kind, _, parties),) = words("The Dawn Brigades fought off counterattacks by the army near Dasmir.")
    assert kind == "clash"
    assert "The Dawn Brigades" in parties
    assert "counterattacks" not in parties


def test_the_execution_of_airstrikes_kills_nobody_by_itself() -> None:
    assert {kind for kind, _, _ in words("The execution of airstrikes near Dasmir went on.")} == {"air_strike"}


def test_an_aim_of_nobody_is_no_incident_of_its_own() -> None:
    text = "A bomb killed nine people at the airport of Karsan. The first goal was to kill those who fled."
    assert {stage for _, stage, _ in words(text)} == {"accomplished"}


def test_an_attack_that_a_report_comes_back_to_is_one() -> None:
    between = "\n\n".join(f"The harvest of the {number}th valley was late." for number in range(20))
    text = (
        "Gunmen attacked the airport and a hotel in Karsan on Thursday, killing dozens of people. It was no random act "
        f"but a well-planned assault.\n\n{between}\n\nThe airport and hotel attacks are only the beginning."
    )
    assert len(words(text)) == 1


def doers(text: str) -> dict[str, Basis]:
    """Whoever is named as having done something in any incident, by the words, with the footing."""
    reader = one_reader()
    (reading,) = reader.annotate([Report(report_id(text), "made up", text, language="en")])
    words = {one.id: one.span.of(text) for one in reading.mentions}
    contents = (one.content for one in reading.assertions if isinstance(one.content, IncidentContent))
    parts = (part for content in contents for part in content.participants)
    return {words[part.mention]: part.basis for part in parts if part.role.value.startswith("perpetrator")}


MARKET = "A bomb killed 23 people in the market of Dasmir on Saturday. "


def test_no_group_is_nobody_who_claims() -> None:
    assert doers(MARKET + "No group claimed responsibility for the blast.") == {}


def test_who_blames_its_rival_is_not_blamed() -> None:
    assert "Halmar Liberation Front" not in doers(
        MARKET + "The Halmar Liberation Front condemned it and blamed its rival."
    )


def test_who_condemns_an_attack_is_no_doer_of_it() -> None:
    told = doers(
        MARKET
        + "The Halmar Front, which has been fighting the Dawn Brigades since February, condemned the bombing. The Dawn "
        "Brigades’ spokesman, Ilko Marn, accused the State Protection Service of staging the attack."
    )
    assert told == {"the State Protection Service": Basis.ATTRIBUTED}


def test_an_attack_told_after_a_long_fight_is_the_attack_and_not_the_fight() -> None:
    text = (
        "The Halmar Front has been fighting the Dawn Brigades since February. On Saturday a bomb killed 23 people in "
        "Dasmir. Police accused the State Protection Service of staging the attack."
    )
    named = {
        content.type: {part.basis for part in content.participants if part.role.value.startswith("perpetrator")}
        for content in told(text)
    }
    assert named[IncidentType.BOMBING] == {Basis.ACCUSED_BY_AUTHORITIES}
    assert named[IncidentType.CLASH] == set()


def perpetrators(text: str) -> set[str]:
    """Who is named as having done any incident of the report."""
    reader = one_reader()
    ((page, sayings),) = reader.pages([Report(report_id(text), "made up", text, language="en")])
    parts = (
        part
        for one in told_in(page, sayings)
        if isinstance(one.content, IncidentContent)
        for part in one.content.participants
    )
    return {page.mention[part.mention].span.of(text) for part in parts if part.role.value.startswith("perpetrator")}


def test_a_harm_told_behind_a_name_is_done_by_the_event() -> None:
    text = "A bomb attack in Dasmir struck a bus with guards of the Ardan embassy, which killed fourteen people."
    assert not perpetrators(text)


def test_who_is_accused_of_what_is_no_incident_did_not_do_the_one_before() -> None:
    text = "A bomb exploded in Dasmir on Monday, killing two. Ilko Marn accused Omar Belo of lying about the budget."
    assert not perpetrators(text)


def test_one_bomb_is_one_weapon_however_it_is_called() -> None:
    text = (
        "A BOMB EXPLODED AT THE HOTEL IN DASMIR ON MONDAY. THE POWERFUL BOMB KILLED TWO PEOPLE. "
        "TWO BOMBS WERE USED, POLICE SAID."
    )
    weapons = [part for content in told(text) for part in content.participants if part.role.value == "weapon"]
    assert len(weapons) <= len(told(text))


def test_tens_and_ones_without_a_hyphen_are_one_number() -> None:
    assert tolls("A bomb exploded in Dasmir, killing twenty two people.") == {Harm.KILLED: (22, 22)}


def test_who_did_it_is_no_victim_of_it() -> None:
    text = "In December 2024, Karsh Front militants on motorbikes attacked a market in the town of Dasmir, killing 91 soldiers."
    for content in told(text):
        did = {part.mention for part in content.participants if part.role.value.startswith("perpetrator")}
        assert not did & {part.mention for part in content.participants if part.role.value in ("target", "victim")}


def test_a_village_that_is_attacked_is_the_target() -> None:
    text = "An attack by the Karsh Front on the village of Tolm killed six villagers."
    reader = one_reader()
    (reading,) = reader.annotate([Report(report_id(text), "made up", text, language="en")])
    words = {mention.id: mention.span.of(text) for mention in reading.mentions}
    ((_, content),) = incidents(text)
    struck = [words[part.mention] for part in content.participants if part.role is ParticipantRole.TARGET]
    assert struck == ["the village of Tolm"]


def test_a_claimed_killing_and_a_suspected_attack_of_another_day_stay_apart() -> None:
    text = (
        "The Karsh Front claimed responsibility for killing two soldiers in Dasmir on Monday and is suspected of an "
        "attack on a bank in Halmar on Tuesday."
    )
    footings = [{part.basis for part in content.participants if part.role in DOERS} for _, content in incidents(text)]
    assert sorted(footings, key=str) == sorted([{Basis.CLAIMED}, {Basis.SUSPECTED}], key=str)


def test_a_person_is_killed_once_however_far_apart_it_is_told() -> None:
    between = "The town of Orsk lies on the river and has many mills. " * 16
    text = (
        f"Omar Belo was killed in a raid by the Ardan Army in Dasmir on May 3, 2020. {between}"
        "Omar Belo was killed in a raid in 2020."
    )
    assert len(incidents(text)) == 1


def test_a_lost_vote_and_a_list_of_patients_are_no_incidents() -> None:
    assert not incidents("Omar Belo beat Sana Idris in the Velm primary in 1984.")
    assert not incidents("The wounded man was listed in stable condition on Sunday.")


def test_an_illness_and_a_walkout_are_no_attacks() -> None:
    assert not incidents("Last night Omar Belo suffered a heart attack in Dasmir.")
    assert not incidents("Trains stood still in Dasmir amid a strike. The general strike went on for two days.")


def test_a_bomb_that_may_have_caused_the_explosion_is_no_second_incident() -> None:
    text = (
        "An explosion injured twenty-nine people in Dasmir tonight. The mayor said it was too early to tell whether "
        "the explosion was caused by a bomb."
    )
    assert len(incidents(text)) == 1


def placed(text: str) -> dict[IncidentType, str | None]:
    reader = one_reader()
    (reading,) = reader.annotate([Report(report_id(text), "made up", text, language="en")])
    names = {place.id: place.name for place in reading.places}
    return {content.type: names.get(content.place or "") for _, content in incidents(text)}


def test_the_place_of_a_second_clause_is_not_that_of_the_first() -> None:
    text = "Rival families clashed on Saturday and armed groups opened fire on an army patrol in the Halmar Valley."
    found = placed(text)
    assert found[IncidentType.CLASH] is None
    assert found[IncidentType.SHOOTING] is not None


def test_two_attacks_of_one_list_are_two_incidents() -> None:
    text = (
        "Ardan condemns both the Karsh Front attack this morning at a market in Dasmir, and the car bomb attacks in "
        "Halmar Province on Monday."
    )
    assert len(incidents(text)) == 2


def test_what_nobody_does_kills_in_no_incident() -> None:
    assert not incidents("The disease has killed nineteen people in Halmar this year.")
    assert not incidents("Thirty people were killed in floods in Dasmir.")
    assert incidents("Nine people died in a bomb attack in Dasmir during the cholera epidemic.")


def test_who_arrests_the_suspects_is_no_suspect() -> None:
    text = (
        "In September 2019, Ardan forces arrested four Karsh Front members allegedly responsible for detonating a bomb "
        "in Halmar that killed a teenager."
    )
    reader = one_reader()
    (reading,) = reader.annotate([Report(report_id(text), "made up", text, language="en")])
    words = {mention.id: mention.span.of(text) for mention in reading.mentions}
    (bombing,) = (content for _, content in incidents(text) if content.type is IncidentType.BOMBING)
    did = [(words[part.mention], part.basis) for part in bombing.participants if part.role in DOERS]
    assert did == [("four Karsh Front members", Basis.SUSPECTED), ("Karsh Front", Basis.SUSPECTED)]


def test_hundreds_of_thousands_are_more_than_thousands() -> None:
    text = "Air strikes on Dasmir killed hundreds of thousands of villagers on Friday."
    assert tolls(text)[Harm.KILLED][0] >= 100_000


def test_the_dead_of_an_uprising_are_not_those_of_the_fight_told_before() -> None:
    text = (
        "The Karsh Front fought the Velm League in Orsk in 2019. In December 2023, the Karsh Front kidnapped 14 residents "
        "in Dasmir and asked for the leaders of an uprising that killed ten gunmen."
    )
    assert not [content for _, content in incidents(text) if content.type is IncidentType.CLASH and content.tolls]


def test_who_was_left_dead_is_counted() -> None:
    assert tolls("A bombing in Dasmir left at least three people dead.")[Harm.KILLED][0] == 3
    assert tolls("An attack in Tolm left two policemen dead on Friday.") == {Harm.KILLED: (2, 2)}


def test_the_dead_of_two_attacks_of_one_list_stay_with_their_own() -> None:
    text = (
        "The Karsh Front carried out the May 1, 2017, attack on an Ardan police patrol which killed at least 3 policemen; "
        "and the July 20, 2017, shooting attack on a police convoy in which 1 officer was killed and 3 more were wounded."
    )
    counted = [{toll.kind: toll.best for toll in content.tolls} for _, content in incidents(text)]
    assert counted == [{Harm.KILLED: 3}, {Harm.KILLED: 1, Harm.WOUNDED: 3}]


def test_the_murdered_are_killed_once_though_it_is_told_why() -> None:
    text = (
        "In January 2012, four Karsh Front members were convicted of the 1998 murder of two homeless men who were killed "
        "because the group considered them inferior."
    )
    assert [str(content.type) for _, content in incidents(text)] == ["assassination"]
