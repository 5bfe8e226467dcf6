from dataclasses import replace

import pytest

from avowed.annotate.page import Page
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.ties.find import find_ties
from avowed.annotate.ties.labour import DIVIDES
from avowed.annotate.ties.succession import INHERITS
from avowed.model.evidence import Assertion, Span, TieContent
from avowed.model.vocabulary import Dimension, Factuality, Mode, SpeakerRole, Voice
from tests.annotate.marked import marked_page


def read(marked: str) -> tuple[Page, tuple[Assertion, ...]]:
    page = marked_page(marked)
    return page, find_ties(page, find_sayings(page))


def tie(marked: str, dimension: Dimension) -> Assertion:
    (found,) = (one for one in read(marked)[1] if content(one).dimension is dimension)
    return found


def content(assertion: Assertion) -> TieContent:
    assert isinstance(assertion.content, TieContent)
    return assertion.content


def test_a_list_of_goods_gives_a_tie_each() -> None:
    _, found = read("<The Ardan government> provided <the Karsh Front> with weapons, training and financial support.")
    assert {content(one).dimension for one in found} == {Dimension.ARMS, Dimension.TRAINING, Dimension.FINANCE}


def test_lists_of_subjects_and_objects_give_each_pair() -> None:
    _, found = read("<The Karsh Front> and <the Blue Shura> attacked <the Ardan Army> and <the villagers>.")
    assert len([one for one in found if content(one).dimension is Dimension.ATTACK]) == 4


@pytest.mark.parametrize(
    "text",
    [
        "<The Ardan government> did not throw its weight behind <the Karsh Front>.",
        "<The Ardan government> did not send military advisers to <the Karsh Front>.",
        "<The Karsh Front> does not act as a proxy for <the Ardan government>.",
    ],
)
def test_what_denies_the_verb_that_carries_a_noun_denies_the_tie(text: str) -> None:
    assert tie(text, Dimension.SUPPORT).negated


def test_a_doubt_about_the_verb_that_carries_a_noun_is_kept() -> None:
    text = "<The Ardan government> may throw its weight behind <the Karsh Front>."
    assert tie(text, Dimension.SUPPORT).factuality is Factuality.POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        "<The Ardan government> sees <the Karsh Front> as a tool of its enemies.",
        "<The Ardan government> recognised <the Karsh Front> as a terrorist group.",
    ],
)
def test_to_see_somebody_as_something_bad_is_no_support(text: str) -> None:
    assert not [one for one in read(text)[1] if content(one).sign > 0]


def test_no_actor_is_tied_to_itself() -> None:
    assert not read("<The Karsh Front> attacked <the Karsh Front>.")[1]


def test_a_suspicion_keeps_its_word_and_its_speaker() -> None:
    page, found = read("<Omar Belo> suspects that <the Karsh Front> trained <the Blue Shura>.")
    (trained,) = (one for one in found if content(one).dimension is Dimension.TRAINING)
    assert trained.factuality is Factuality.POSSIBLE
    assert [span.of(page.report.text) for span in trained.hedges] == ["suspects"]
    assert [speaker.text for speaker in trained.attribution] == ["Omar Belo"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Police investigate ties between <the Karsh Front> and <the Blue Shura>.", "investigate"),
        ("Reporters dug into <the Karsh Front>'s links with <the Blue Shura>.", "dug"),
        ("The inquiry into contacts between <the Karsh Front> and <the Blue Shura> has begun.", "inquiry"),
    ],
)
def test_who_looks_into_a_bond_does_not_say_that_there_is_one(sentence: str, word: str) -> None:
    page, (found,) = read(sentence)
    assert (found.mode, found.factuality) == (Mode.HYPOTHETICAL, Factuality.POSSIBLE)
    assert [span.of(page.report.text) for span in found.hedges] == [word]


def test_a_heading_that_names_its_topic_tells_no_tie() -> None:
    assert not read("Relations between <the Karsh Front> and <the Blue Shura>\n\nBoth were heard.")[1]
    assert read("Close relations between <the Karsh Front> and <the Blue Shura>\n\nBoth were heard.")[1]


def test_a_denial_by_a_party_is_its_own_negated_statement() -> None:
    denied = tie("<The Karsh Front> denied training <the Blue Shura>.", Dimension.TRAINING)
    assert (denied.negated, denied.voice) == (True, Voice.STATED)


def test_the_quote_covers_both_parties_and_the_speaker() -> None:
    page, found = read("<Omar Belo> said:\n\nWe met many people. <The Karsh Front> armed <the Blue Shura>.")
    (armed,) = (one for one in found if content(one).dimension is Dimension.ARMS)
    assert all(armed.quote.covers(mention.span) for mention in page.mentions)


def test_a_spokesman_speaks_for_his_group() -> None:
    told = tie(
        "<Omar Belo>, a spokesman for <the Karsh Front>, said <the Karsh Front> armed <the Blue Shura>.", Dimension.ARMS
    )
    assert told.voice is Voice.STATED


def test_a_captive_leader_speaks_for_nobody_but_himself() -> None:
    told = tie(
        "<Omar Belo>, the leader of <the Karsh Front>, was arrested by <the Ardan police>. "
        "<Omar Belo> said <the Karsh Front> armed <the Blue Shura>.",
        Dimension.ARMS,
    )
    assert told.voice is Voice.ASSESSED
    assert told.attribution[-1].role is SpeakerRole.DETAINEE


def test_conduct_told_by_the_report_itself_is_observed() -> None:
    assert tie("<The Karsh Front> armed <the Blue Shura>.", Dimension.ARMS).voice is Voice.OBSERVED


def test_hearsay_is_assessed() -> None:
    said = tie("It is often said that <the Karsh Front> arms <the Blue Shura>.", Dimension.ARMS)
    assert said.voice is Voice.ASSESSED


def test_an_office_is_known_without_the_speaker_who_happens_to_use_it() -> None:
    office = tie("<Omar Belo> said that <Idris Belo>, the leader of <the Karsh Front>, had left.", Dimension.COMMAND)
    assert (office.voice, office.attribution) == (Voice.OBSERVED, ())


def test_a_wish_is_no_fact() -> None:
    wished = tie("<The Karsh Front> is keen for <the villagers> to recognise <the Blue Shura>.", Dimension.STANCE)
    assert wished.mode is not Mode.ACTUAL


def test_a_vow_is_future() -> None:
    assert tie("<The Karsh Front> vowed to attack <the Ardan Army>.", Dimension.ATTACK).mode is Mode.FUTURE


def test_breaking_a_truce_is_no_denial_of_it() -> None:
    broken = tie("<The Karsh Front> rejected a truce with <the Blue Shura>.", Dimension.ACCORD)
    assert (content(broken).sign, broken.negated) == (-1, False)


def test_who_succeeds_a_leader_heads_the_group() -> None:
    _, found = read(INHERITS.match)
    assert [(content(one).subject, content(one).object) for one in found if one.rule == INHERITS.name] == [("m3", "m2")]


def test_who_succeeds_an_enemy_of_a_group_does_not_head_it() -> None:
    assert not [one for one in read(INHERITS.miss)[1] if one.rule == INHERITS.name]


def test_reading_twice_gives_the_same_ties() -> None:
    text = "<The Karsh Front> attacked <the Ardan Army>, said <Omar Belo>."
    assert read(text)[1] == read(text)[1]


def test_a_bond_keeps_its_words_and_help_does_not() -> None:
    bond = tie("<The Karsh Front> has close ties to <the Blue Shura>.", Dimension.SUPPORT)
    help_ = tie("<The Karsh Front> backed <the Blue Shura>.", Dimension.SUPPORT)
    assert (content(bond).role, content(help_).role) == ("close ties", None)


def test_an_attempt_is_no_suspicion_and_keeps_its_word() -> None:
    page, found = read("<The Karsh Front> tried to attack <the Ardan Army>.")
    (tried,) = (one for one in found if content(one).dimension is Dimension.ATTACK)
    assert tried.factuality is Factuality.CERTAIN
    assert [span.of(page.report.text) for span in tried.hedges] == ["tried"]


def test_a_claim_for_a_deed_with_its_own_date_is_not_for_the_one_before() -> None:
    _, found = read(
        "<The villagers> were attacked at dawn. <The Karsh Front> claimed responsibility for the June bombing in the port."
    )
    assert not found


def test_who_cooperates_and_divides_the_labour_acts_jointly() -> None:
    (joint,) = (one for one in read(DIVIDES.match)[1] if one.rule == DIVIDES.name)
    assert (content(joint).subject, content(joint).object) == ("m1", "m2")
    assert not [one for one in read(DIVIDES.miss)[1] if one.rule == DIVIDES.name]


def test_a_task_in_a_division_of_labour_serves_the_one_whom_all_work_with() -> None:
    page, found = read(
        "<The Karsh Front> cooperates with <the Blue Shura> and <the Red Column>. There is a division of labour. "
        "<The Blue Shura> provided weapons. <The Red Column> took part in the reconnaissance."
    )
    told = {(page.mention[content(one).subject].span.of(page.report.text), content(one).dimension) for one in found}
    assert ("The Blue Shura", Dimension.ARMS) in told
    assert ("The Red Column", Dimension.INTELLIGENCE) in told


def test_who_tells_of_cooperation_tells_of_the_labour_that_is_divided_and_of_its_tasks() -> None:
    page, found = read(
        "<Omar Belo> revealed that <the Karsh Front> had cooperated with <the Blue Shura> and <the Red Column>. "
        "There was a division of labour. <The Blue Shura> would provide weapons."
    )
    told = [one for one in found if one.rule == DIVIDES.name or content(one).dimension is Dimension.ARMS]
    assert len(told) == 3
    assert {one.attribution[-1].text for one in told} == {"Omar Belo"}
    assert all(one.quote.of(page.report.text).startswith("Omar Belo revealed") for one in told)


def test_a_partner_that_would_be_trained_is_on_the_word_of_who_tells_of_the_division() -> None:
    _, found = read(
        "<Omar Belo> revealed that <the Karsh Front> had cooperated with <the Blue Shura>. "
        "There was a division of labour. <The Blue Shura> would train <the Karsh Front>."
    )
    (training,) = (one for one in found if content(one).dimension is Dimension.TRAINING)
    assert [one.text for one in training.attribution] == ["Omar Belo"]


def test_a_task_that_somebody_else_tells_of_is_on_the_word_of_that_one() -> None:
    _, found = read(
        "<Omar Belo> revealed that <the Karsh Front> had cooperated with <the Blue Shura> and <the Red Column>. "
        "There was a division of labour. <Ann Ash> said that <the Blue Shura> would provide weapons."
    )
    (arms,) = (one for one in found if content(one).dimension is Dimension.ARMS)
    assert arms.attribution[-1].text == "Ann Ash"


def test_a_faction_set_off_before_the_verb_is_named_by_what_is_set_off() -> None:
    found = tie(
        "Police say that <the Karsh Front> faction in control of the port, <the Blue Shura>, must be watched.",
        Dimension.MEMBERSHIP,
    )
    assert (content(found).subject, content(found).object) == ("m2", "m1")


def test_a_pledge_of_allegiance_is_the_deed_and_no_plan() -> None:
    assert tie("<The Karsh Front> pledged allegiance to <Omar Belo>.", Dimension.ALLEGIANCE).mode is Mode.ACTUAL


def test_what_is_no_longer_done_is_denied() -> None:
    assert tie("<The Karsh Front> no longer supports <the Blue Shura>.", Dimension.SUPPORT).negated


def test_a_source_that_is_cited_is_no_party() -> None:
    bond = tie("According to <officials>, <the Karsh Front> has close ties with <the Blue Shura>.", Dimension.SUPPORT)
    assert content(bond).object == "m3"


def test_words_of_blows_between_two_persons_are_no_attack_where_nobody_is_hurt() -> None:
    assert not read("<Omar Belo> hit <Idris Belo> over his trade policy.")[1]
    assert read("<Omar Belo> hit <Idris Belo> with a rifle.")[1]


def test_a_title_is_that_of_the_name_behind_it_alone() -> None:
    _, found = read("A car with <Ardan> President <Omar Belo> and <other officials> aboard was hit.")
    assert {content(one).subject for one in found if content(one).dimension is Dimension.COMMAND} <= {"m2"}


def test_a_law_governs_nobody() -> None:
    assert not read("<Sharia Law> governs <the Ardan government>.")[1]


def test_what_somebody_does_not_want_done_is_denied() -> None:
    assert tie("<Omar Belo> did not want <the Karsh Front> to fight <the Ardan Army>.", Dimension.CLASH).negated


def test_nobody_attacks_leaders_that_are_named_as_its_own() -> None:
    page = marked_page("A campaign against <the Karsh Front> targeting <the leaders of the Karsh Front> began.")
    inner = replace(page.mentions[0], id="m9", span=Span(page.mentions[1].span.start + 15, page.mentions[1].span.end))
    assert not find_ties(page.with_(mentions=(*page.mentions, inner)), ())


def test_the_words_of_an_office_begin_with_a_word() -> None:
    assert content(tie("<Omar Belo>, commander of <the Karsh Front>, spoke.", Dimension.COMMAND)).role == "commander"


def test_what_others_want_a_party_to_say_is_not_its_word() -> None:
    wanted = tie("<Omar Belo> is keen for <the Ardan government> to praise <the Karsh Front>.", Dimension.STANCE)
    assert wanted.voice is Voice.ASSESSED


def test_enemies_without_a_name_are_nobody() -> None:
    assert not read("<The Karsh Front> fights <its enemies>.")[1]


def test_the_government_of_a_person_is_headed_by_that_person() -> None:
    led = tie("The army opposed <the former Ardan government> of <Omar Belo>.", Dimension.COMMAND)
    assert (content(led).subject, content(led).object) == ("m2", "m1")


def test_a_word_that_the_parser_cut_at_its_hyphen_is_one_word() -> None:
    _, found = read("<The Ardan government> signed a cease-fire with <the Karsh Front>.")
    assert {(content(one).dimension, content(one).sign) for one in found} == {(Dimension.ACCORD, 1)}


def test_a_demand_is_made_although_what_is_demanded_is_not_done() -> None:
    found = tie("<The Ardan government> said that <the Karsh Front> must end its offensive.", Dimension.STANCE)
    assert (found.mode, found.voice) == (Mode.ACTUAL, Voice.STATED)


def test_an_agreement_to_end_something_is_no_end_of_the_agreement() -> None:
    found = tie("<The Karsh Front> reached an agreement with <the Ardan Army> to renounce violence.", Dimension.ACCORD)
    assert content(found).sign == 1


def test_a_strike_called_off_after_talks_calls_off_no_talks() -> None:
    _, found = read("<The Karsh Front> called off its strike after talks with <the Ardan government>.")
    assert not [one for one in found if content(one).dimension is Dimension.ACCORD and content(one).sign < 0]


def test_who_is_blamed_for_a_deed_did_it_and_not_who_blames() -> None:
    page, found = read("<Omar Belo> criticised <the Ardan government> for not attacking <the Karsh Front>.")
    (attack,) = (one for one in found if content(one).dimension is Dimension.ATTACK)
    assert page.mention[content(attack).subject].span.of(page.report.text) == "the Ardan government"
    assert attack.negated


def test_what_an_order_tells_of_others_in_passing_is_told_as_fact() -> None:
    made = tie(
        "<Omar Belo> ordered 300 soldiers to help <the Blue Shura>, which has pledged allegiance to <the Karsh Front>.",
        Dimension.ALLEGIANCE,
    )
    assert (made.mode, made.factuality) == (Mode.ACTUAL, Factuality.CERTAIN)


def test_no_accord_that_is_signed_is_a_denied_one() -> None:
    assert tie("<The Karsh Front> signed no accord with <the Ardan government>.", Dimension.ACCORD).negated


def test_a_truce_that_was_not_agreed_to_is_a_denied_one_though_another_would_be_signed() -> None:
    text = "<The Karsh Front> has not agreed to a ceasefire with <the Ardan government>, but would sign another accord."
    assert tie(text, Dimension.ACCORD).negated
