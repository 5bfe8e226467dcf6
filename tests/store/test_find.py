from avowed.model.decisions import Decision, Verdict
from avowed.model.vocabulary import Dimension, Kind, Voice
from avowed.model.world import known_actors
from avowed.resolve.actors import resolve_actors
from avowed.store import derive, find, write
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"


def filled(case):
    texts = {
        "Alder Front trained Birch Army, a defector said.": Told("Alder Front", "Birch Army", Dimension.TRAINING),
        "Birch Army attacked Alder Front, it is said.": Told(
            "Birch Army", "Alder Front", Dimension.ATTACK, -1, hedge="it is said"
        ),
        "Alder Front has no link to Birch Army, Alder Front says.": Told(
            "Alder Front", "Birch Army", negated=True, voice=Voice.STATED, speaker="Alder Front"
        ),
        "Cedar Group met Alder Front.": Told("Cedar Group", "Alder Front", Dimension.ACCORD),
    }
    for text, told in texts.items():
        write.add_reading(case, reading(report(text, publisher=text.split()[0]), told), AT)
    resolution = resolve_actors(find.occurrences(case), write.decisions(case), known_actors(()))
    derive.save_resolution(case, resolution)
    return case


def test_ties_between_two_actors_come_with_both_directions_and_their_quotes(case):
    ties = find.ties_between(filled(case), ["alder-front"], ["birch-army"])
    assert {(tie.subject, tie.object) for tie in ties} == {("alder-front", "birch-army"), ("birch-army", "alder-front")}
    assert len(ties) == 3
    assert all(tie.line.quote for tie in ties)


def test_hedge_denial_and_speaker_come_back_from_the_store(case):
    ties = find.ties_between(filled(case), ["alder-front"], ["birch-army"])
    assert [tie.line.hedges for tie in ties if tie.dimension is Dimension.ATTACK] == [("it is said",)]
    assert [(tie.line.negated, tie.speaker) for tie in ties if tie.voice is Voice.STATED] == [(True, "alder-front")]


def test_ties_of_an_actor_leave_out_what_others_do(case):
    assert len(find.ties_of(filled(case), ["cedar-group"])) == 1


def test_a_rejected_line_is_marked_and_kept(case):
    filled(case)
    key = find.ties_of(case, ["cedar-group"])[0].line.key
    write.decide(case, Decision(0, Verdict.REJECT, key, "", "me", AT))
    assert find.ties_of(case, ["cedar-group"])[0].line.decision == "reject"


def test_edges_count_denied_ties_on_neither_side(case):
    edges = {(subject, other): (plus, minus) for subject, other, plus, minus in find.edges(filled(case))}
    assert edges["alder-front", "birch-army"] == (1, 0)
    assert edges["birch-army", "alder-front"] == (0, 1)


def test_full_text_finds_words_and_phrases(case):
    filled(case)
    assert len(find.search(case, "birch trained")) == 1
    assert find.search(case, '"trained Alder"') == ()


def test_a_search_full_of_operators_is_only_words(case):
    assert find.search(filled(case), 'NEAR( OR "" * ^ -') == ()


def test_a_report_is_found_by_the_beginning_of_its_id(case):
    filled(case)
    identity = find.reports(case)[0].report.id
    assert find.report(case, identity[:10]).id == identity
    assert find.report(case, "") is None


def test_lines_asked_for_by_key_are_not_looked_for_among_all_of_their_kind(folder_case):
    filled(folder_case)
    asked: list[str] = []
    folder_case.connection.set_trace_callback(asked.append)
    key = find.ties_of(folder_case, ["cedar-group"])[0].line.key
    (found,) = find.lines_of_kind(folder_case, [Kind.TIE], keys=[key])
    folder_case.connection.set_trace_callback(None)
    plan = folder_case.connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()
    assert found[0].key == key
    assert not any("assertions_by_kind" in row["detail"] for row in plan)
