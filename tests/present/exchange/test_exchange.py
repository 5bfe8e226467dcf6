"""What other programs are given keeps every hedge, denial and speaker; a denial is never a link."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from avowed.model.evidence import Speaker
from avowed.model.vocabulary import (
    ActorKind,
    Basis,
    Dimension,
    Factuality,
    Harm,
    IncidentType,
    Mode,
    PlacePrecision,
    Precision,
    Side,
    SpeakerRole,
    Stage,
)
from avowed.model.when import When, on_day
from avowed.model.world import Actor, Incident, Place, Responsibility, TollRange
from avowed.present.exchange import FORMATS, TEXTS, Exported, Text
from tests.building import tie

ACTORS = {
    "a": Actor("a", "Ash Front", ActorKind.ARMED_GROUP),
    "b": Actor("b", "Birch Army", ActorKind.STATE_AGENCY),
    "p": Actor("p", "Pavo Lisk", ActorKind.PERSON),
}


def hedged(key="hedged"):
    held = tie(key=key, dimension=Dimension.ARMS, factuality=Factuality.PROBABLE, year=2020)
    speaker = Speaker("an envoy", None, None, SpeakerRole.OFFICIAL)
    return replace(
        held, line=replace(held.line, hedges=("reportedly",), speakers=(speaker,), quote="Ash \x01reportedly arms")
    )


def denied(key="denied"):
    return tie(key=key, dimension=Dimension.TRAINING, negated=True)


def planned(key="planned"):
    return tie(key=key, dimension=Dimension.ATTACK, sign=-1, mode=Mode.FUTURE)


def incident(**changed):
    held = Incident(
        key="i1",
        type=IncidentType.SUICIDE_BOMBING,
        stage=Stage.ACCOMPLISHED,
        when=on_day(date(2020, 3, 25)),
        place=Place("Karsan", "XK", "Velm", 31.5, 65.25, PlacePrecision.NEAR),
        assertions=("hedged",),
        reports=("r",),
        responsibility=(
            Responsibility("b", Basis.SUSPECTED, "hedged"),
            Responsibility("a", Basis.CLAIMED, "hedged"),
        ),
        tolls=(TollRange(Harm.KILLED, Side.CIVILIAN, 11, 14, 19, ("hedged",)),),
    )
    return replace(held, **changed)


def case(*ties, incidents=()):
    held = [replace(one, line=replace(one.line, source=replace(one.line.source, report="5f2e"))) for one in ties]
    return Exported(ACTORS, tuple(held), tuple(incidents), {one.line.key: one.line for one in held}, date(2024, 1, 1))


def ftm(*ties, incidents=()):
    return [json.loads(row) for row in FORMATS["ftm"].write(case(*ties, incidents=incidents)).splitlines()]


def stix(*ties, incidents=()):
    return json.loads(FORMATS["stix"].write(case(*ties, incidents=incidents)))["objects"]


def table(name, *incidents):
    content = FORMATS[name].write(case(hedged(), incidents=incidents)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


@pytest.mark.parametrize("lost", [denied(), planned()])
def test_what_is_denied_or_planned_is_a_note_and_no_link(lost):
    linked = {one["schema"] for one in ftm(lost)} - {"Organization", "PublicBody", "Document"}
    assert linked == {"Note"}
    assert not [one for one in stix(lost) if one["type"] == "relationship"]
    (note,) = [one for one in stix(lost) if one["type"] == "note"]
    assert note["abstract"].startswith("[")


def test_a_hedge_and_its_speaker_travel_with_the_link():
    (link,) = [one for one in ftm(hedged()) if one["schema"] == "UnknownLink"]
    assert "reportedly" in link["properties"]["description"][0]
    assert link["properties"]["summary"][0].startswith("[probable]")
    (relationship,) = [one for one in stix(hedged()) if one["type"] == "relationship"]
    assert "an envoy" in relationship["description"]
    assert relationship["confidence"] == 70


def test_a_rejected_line_is_not_exported():
    assert not [one for one in stix(tie(decision="reject")) if one["type"] in ("relationship", "note")]


def test_a_year_does_not_become_a_day():
    (link,) = [one for one in ftm(hedged()) if one["schema"] == "UnknownLink"]
    assert link["properties"]["startDate"] == ["2020"]


def test_a_person_who_leads_is_a_director_of_the_group():
    (link,) = [one for one in ftm(tie("p", "a", Dimension.COMMAND)) if one["schema"] == "Directorship"]
    assert link["properties"]["director"] == ["actor-p"]


def test_the_same_case_gives_the_same_bytes():
    held = case(hedged(), denied(), incidents=[incident()])
    for form in FORMATS.values():
        assert form.write(held) == form.write(held)


def test_an_incident_without_coordinates_is_listed_without_a_point():
    held = json.loads(FORMATS["geojson"].write(case(hedged(), incidents=[incident(place=None)])))
    assert held["features"][0]["geometry"] is None


def test_a_quote_on_the_map_is_cited_with_its_speaker_and_its_hedge():
    held = case(hedged("k"), incidents=[incident(assertions=("k",))])
    (feature,) = json.loads(FORMATS["geojson"].write(held))["features"]
    (citation,) = feature["properties"]["citations"]
    assert "an envoy (official); probable; hedged: “reportedly”" in citation


def test_a_suspect_is_marked_and_stands_behind_who_claims():
    (row,) = table("acled", incident())
    assert row["actor1"] == "Ash Front"
    assert "suspected: Birch Army" in row["responsibility"]
    (alone,) = table("acled", incident(responsibility=(Responsibility("b", Basis.SUSPECTED, "hedged"),)))
    assert alone["actor1"] == "Birch Army (?)"
    (doubted,) = table("gtd", incident(responsibility=(Responsibility("b", Basis.SUSPECTED, "hedged"),)))
    assert (doubted["gname"], doubted["guncertain1"], doubted["claimed"]) == ("Birch Army", "1", "0")


def test_whoever_denies_is_nobodys_perpetrator():
    (row,) = table("gtd", incident(responsibility=(Responsibility("a", Basis.DENIED, "hedged"),)))
    assert row["gname"] == "Unknown"


def test_a_month_has_no_day_and_the_range_of_the_toll_is_kept():
    march = When(date(2020, 3, 1), date(2020, 3, 31), Precision.MONTH)
    (row,) = table("gtd", incident(when=march))
    assert (row["iyear"], row["imonth"], row["iday"]) == ("2020", "3", "0")
    assert (row["nkill"], row["tolls"]) == ("14", "killed (civilian): 11 to 19, best 14")


def test_a_planned_attack_is_in_no_table_of_events():
    assert table("acled", incident(stage=Stage.PLANNED)) == []
    assert table("gtd", incident(stage=Stage.THREATENED)) == []


def test_quotes_are_cut_where_the_selectors_say():
    whole = "Before. Ash arms Birch. After."
    line = replace(hedged().line, quote="Ash arms Birch.", start=8, end=23)
    text = Text(line.source, whole, (("arms", "[probable] Ash arms Birch", line),))
    (item,) = json.loads(b"".join(TEXTS["annotations"].write([text])))["items"]
    exact, position = item["target"]["selector"]
    assert whole[position["start"] : position["end"]] == exact["exact"]
    assert (exact["prefix"], exact["suffix"]) == ("Before. ", " After.")
    (document,) = [json.loads(row) for row in TEXTS["langextract"].write([text])]
    interval = document["extractions"][0]["char_interval"]
    assert whole[interval["start_pos"] : interval["end_pos"]] == document["extractions"][0]["extraction_text"]
