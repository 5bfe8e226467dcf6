from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.first_person import with_first_person
from avowed.annotate.sayings.saying import Manner, Saying, Stance, chain
from avowed.model.vocabulary import CueTone, SpeakerRole
from tests.annotate.marked import marked_page


def said(text: str) -> tuple[Saying, ...]:
    return find_sayings(marked_page(text))


def speakers(text: str, word: str) -> list[str]:
    page = marked_page(text)
    links = chain(find_sayings(page), page.report.text.index(word), page.report.text)
    return [link.text for link in links]


def test_a_speaker_within_a_report_within_a_paper_keeps_the_whole_chain() -> None:
    text = "A report by <the Ardan Post> says <Omar Belo> claimed that the army bombed the mill."
    assert speakers(text, "bombed") == ["the Ardan Post", "Omar Belo"]


def test_according_to_covers_the_sentence_but_not_its_own_source() -> None:
    text = "According to <Omar Belo>, the army bombed the mill."
    assert speakers(text, "bombed") == ["Omar Belo"]
    assert speakers(text, "Omar") == []


def test_who_is_cited_stands_behind_the_one_who_cites() -> None:
    text = "<The Ardan Post>, citing <Omar Belo>, said the army bombed the mill."
    assert speakers(text, "bombed") == ["The Ardan Post", "Omar Belo"]


def test_hearsay_has_an_anonymous_speaker() -> None:
    (saying,) = said("It is often said that the army bombed the mill.")
    assert saying.source is None
    assert saying.role is SpeakerRole.ANONYMOUS


def test_who_is_believed_to_act_does_not_speak() -> None:
    (saying,) = said("<The Karsh Front> is believed to have bombed the mill.")
    assert saying.source is None
    assert saying.stance is Stance.BELIEVES


def test_what_is_known_has_no_speaker() -> None:
    assert not speakers("<The Karsh Front> is known to recruit farmers.", "recruit")


def test_claimed_doubts_and_revealed_endorses() -> None:
    (claimed,) = said("<Omar Belo> claimed that the army had left.")
    (revealed,) = said("<Omar Belo> revealed that the army had left.")
    assert (claimed.tone, revealed.tone) == (CueTone.DOUBTING, CueTone.ENDORSING)


def test_a_quotation_is_direct_and_whole() -> None:
    (saying,) = said('"We left. The mill burned," <Omar Belo> said. "Nobody came back."')
    assert saying.manner is Manner.DIRECT
    assert all(saying.holds(offset) for offset in (2, 12, 50))


def test_a_quotation_runs_on_over_paragraphs() -> None:
    page = marked_page('<Omar Belo> said: "We left the mill.\n\n"Then the army came."')
    (saying,) = find_sayings(page)
    assert saying.holds(page.report.text.index("army"))


def test_a_colon_announces_the_paragraphs_below() -> None:
    text = "<Omar Belo> said:\n\nThe army bombed the mill. It burned for days.\n\nWe shall not forget."
    assert speakers(text, "burned") == ["Omar Belo"]
    assert speakers(text, "forget") == ["Omar Belo"]


def test_the_next_announcement_ends_the_one_before() -> None:
    text = "<Omar Belo> said:\n\nThe army bombed the mill.\n\n<Idris Belo> said:\n\nIt was not the army."
    assert speakers(text, "It was") == ["Idris Belo"]


def test_a_cue_put_into_a_sentence_covers_both_sides() -> None:
    text = "The army, <Omar Belo> said, bombed the mill."
    assert speakers(text, "bombed") == ["Omar Belo"]
    assert speakers(text, "army") == ["Omar Belo"]


def test_who_did_not_say_so_withholds() -> None:
    (saying,) = said("<Omar Belo> did not say that the army had left.")
    assert saying.stance is Stance.WITHHOLDS


def test_a_headline_names_its_source_after_a_dash() -> None:
    page = marked_page("Karsh Front closer to the army than it admits —Report\n\nThe army bombed the mill.")
    (saying,) = find_sayings(page)
    assert (saying.role, saying.holds(0)) == (SpeakerRole.DOCUMENT, True)


def test_a_spokesman_is_an_official_and_a_villager_a_witness() -> None:
    (official,) = said("A ministry spokesman said that the army had left.")
    (witness,) = said("A villager said that the army had left.")
    assert (official.role, witness.role) == (SpeakerRole.OFFICIAL, SpeakerRole.WITNESS)


def test_an_arrested_leader_is_a_detainee() -> None:
    (saying,) = said("The captured commander said that the army had left.")
    assert saying.role is SpeakerRole.DETAINEE


def test_i_is_the_speaker_and_we_the_body_it_speaks_for() -> None:
    page = marked_page('"I saw it and we burned the mill," said <Omar Belo>, a spokesman for <the Karsh Front>.')
    page = with_first_person(page, find_sayings(page))
    names = {
        mention.span.of(page.report.text): page.actor[mention.actor or ""].name
        for mention in page.mentions
        if mention.span.of(page.report.text) in ("I", "we")
    }
    assert names == {"I": "Omar Belo", "we": "the Karsh Front"}


def test_first_person_outside_speech_stays_unknown() -> None:
    page = marked_page("We saw <the Karsh Front> burn the mill.")
    assert with_first_person(page, find_sayings(page)).mentions == page.mentions


def test_who_is_quoted_as_saying_speaks() -> None:
    text = "<The Ardan Post> quotes <Omar Belo> as saying that the army bombed the mill."
    assert speakers(text, "bombed")[-1] == "Omar Belo"


def test_a_saying_within_a_quotation_keeps_its_own_speaker() -> None:
    text = '"<Our commander> told us that the army bombed the mill," <Omar Belo> said.'
    assert speakers(text, "bombed") == ["Omar Belo", "Our commander"]


def test_i_think_within_a_quotation_adds_no_speaker() -> None:
    assert speakers('"I think that the army bombed the mill," <Omar Belo> said.', "bombed") == ["Omar Belo"]


def test_what_somebody_owns_up_to_are_its_words() -> None:
    assert speakers("<The Karsh Front> boasts of having bombed the mill.", "bombed") == ["The Karsh Front"]


def test_a_clause_that_only_describes_a_thing_says_nothing_of_the_rest() -> None:
    text = "The goals are fighting the army, bombing mills <it> deems unclean, and peace."
    assert speakers(text, "fighting") == []


def test_quoted_paragraphs_that_name_nobody_go_on_with_the_speaker_before() -> None:
    text = '<Omar Belo> said: "The army came at night."\n\n"It bombed the mill and left."'
    assert speakers(text, "bombed") == ["Omar Belo"]


def test_words_after_a_colon_are_the_speakers_whatever_stands_before_the_cue() -> None:
    text = "Commenting on reports that the mill had burned, <Omar Belo> said:\n\nThe army bombed the mill. Nobody came."
    assert speakers(text, "Nobody") == ["Omar Belo"]


def test_who_is_quoted_beside_the_speaker_stands_behind_it() -> None:
    text = "<The Ardan Post>, quoting <Omar Belo>, reported that the army bombed the mill."
    assert speakers(text, "bombed") == ["The Ardan Post", "Omar Belo"]


def test_words_between_two_single_marks_end_with_their_marks() -> None:
    text = "<Omar Belo> said : `` The mill burned .\nIt is ours . ''\nThe army bombed the port .\n"
    assert speakers(text, "ours") == ["Omar Belo"]
    assert speakers(text, "bombed") == []


def test_words_in_the_line_of_the_colon_end_with_their_line() -> None:
    text = "<Omar Belo> said: the mill burned.\nThe army bombed the port."
    assert speakers(text, "burned") == ["Omar Belo"]
    assert speakers(text, "bombed") == []


def test_a_statement_that_is_issued_has_the_words_below_it() -> None:
    text = "<Omar Belo> issued the following statement on the raid:\n\nThe army bombed the mill."
    assert speakers(text, "bombed") == ["Omar Belo"]
