from datetime import date

from avowed.model.codec import decode, encode
from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    IncidentContent,
    JudgementContent,
    LocalPlace,
    Mention,
    Origin,
    Participant,
    PredictionContent,
    Reading,
    Report,
    Span,
    Speaker,
    StatementContent,
    TieContent,
    TimeExpression,
    Toll,
    report_id,
)
from avowed.model.keys import assertion_keys
from avowed.model.vocabulary import (
    AttributeName,
    Basis,
    CueTone,
    Dimension,
    Factuality,
    Harm,
    IncidentType,
    MentionType,
    Mode,
    ParticipantRole,
    PlacePrecision,
    Precision,
    Side,
    SpeakerRole,
    Stage,
    TimeKind,
    Voice,
)
from avowed.model.when import When
from avowed.model.wire import from_wire, to_wire
from avowed.model.world import Incident, Place, Responsibility, TollRange

TEXT = "Officials suspect that Ash armed Birch early in 2015, a market blast killed 11."
SPEAKER = Speaker("Officials", Span(0, 9), "m3", SpeakerRole.OFFICIAL, Span(10, 17), CueTone.DOUBTING)
EARLY = When(date(2015, 1, 1), date(2015, 4, 30), Precision.YEAR, "early in 2015")


def full_reading() -> Reading:
    mentions = tuple(
        Mention(f"m{n}", Span(*where), MentionType.ORGANISATION, Span(*where))
        for n, where in enumerate([(23, 26), (33, 38), (0, 9)], 1)
    )
    quote = Span(0, len(TEXT))
    contents = [
        TieContent("m1", "m2", Dimension.ARMS, 1, Span(27, 32), "supplier", None),
        IncidentContent(
            IncidentType.BOMBING,
            Stage.ACCOMPLISHED,
            Span(63, 68),
            (Participant("m1", ParticipantRole.PERPETRATOR_ORGANISATION, Basis.SUSPECTED, (SPEAKER,)),),
            "t1",
            "p1",
            (Toll(Harm.KILLED, Side.CIVILIAN, 11, 11, 11, Span(76, 78)),),
        ),
        AttributeContent("m1", AttributeName.ALIAS, Span(33, 38), "m2"),
        JudgementContent("m1", ("m2",), Span(23, 38)),
        PredictionContent(None, ("m1", "m2"), Span(23, 38), "t1"),
        StatementContent("m3", (), Span(23, 38)),
    ]
    return Reading(
        report=Report(
            report_id(TEXT),
            "a.txt",
            TEXT,
            "Title",
            "Paper",
            ("A. Writer",),
            None,
            "en",
            Origin("Wire", Span(0, 4)),
            (Span(0, 5),),
        ),
        reader="by hand/1",
        mentions=mentions,
        places=(LocalPlace("p1", "Dasmir", ("m1",), 7, 1.5, 2.5, PlacePrecision.NEAR, "XX", "North"),),
        times=(TimeExpression("t1", Span(39, 52), TimeKind.DATE, "2015", EARLY),),
        assertions=tuple(
            Assertion(
                f"s{n}",
                quote,
                content,
                n == 1,
                Factuality.POSSIBLE,
                (Span(10, 17),),
                Mode.ACTUAL,
                Voice.ASSESSED,
                (SPEAKER,),
                EARLY,
                "t1",
                None,
                0.5,
                "row",
            )
            for n, content in enumerate(contents, 1)
        ),
        contradictions=(("s1", "s2"),),
    )


def test_a_reading_comes_back_from_the_reading_format_as_it_was():
    assert from_wire(to_wire(full_reading())) == full_reading()


def test_a_partial_date_is_written_no_finer_than_it_is_known():
    valid = to_wire(full_reading())["assertions"][0]["valid"]
    assert (valid["from"], valid["to"], valid["precision"]) == ("2015", "2015", "year")


def test_an_incident_of_the_case_comes_back_from_json_as_it_was():
    incident = Incident(
        "i1",
        IncidentType.BOMBING,
        Stage.ACCOMPLISHED,
        EARLY,
        Place("Dasmir", precision=PlacePrecision.NEAR),
        ("k1",),
        ("r1",),
        (Responsibility("ash", Basis.CLAIMED, "k1"),),
        (TollRange(Harm.KILLED, Side.CIVILIAN, 11, 14, 19, ("k1",)),),
    )
    assert decode(Incident, encode(incident)) == incident


def test_the_key_of_an_assertion_does_not_hang_on_the_order_of_reading():
    read = full_reading()
    turned = Reading(read.report, read.reader, read.mentions, assertions=tuple(reversed(read.assertions)))
    assert set(assertion_keys(read)) == set(assertion_keys(turned))


def test_equal_propositions_get_keys_of_their_own():
    read = full_reading()
    twice = Reading(read.report, read.reader, read.mentions, assertions=(read.assertions[0], read.assertions[0]))
    assert len(set(assertion_keys(twice))) == 2
