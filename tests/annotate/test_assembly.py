"""Incidents are put together from what the model told: by type, by role, and apart where what was struck does not go together."""

from avowed.annotate.assembly import KINDS, Assembly, fill_numbers, grouped, several_numbers, type_numbers
from avowed.annotate.encoder.fills import Fill, WindowTold
from avowed.annotate.fillers import plain, report_told

TEXT = "GUERRILLAS BLEW UP A BRIDGE. REBELS SHOT AT THE\nBARRACKS."
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def chances(**told):
    return {kind: told.get(kind, 0.0) for kind in KINDS}


def fill(words, role, chance, sentence=0, **kinds):
    start = TEXT.index(words)
    return Fill(start, start + len(words), dict.fromkeys(ROLES, 0.0) | {role: chance}, chances(**kinds), sentence)


def told(*fills, together=None, several=0.0, **report):
    whole = chances(**report) | {f"several: {kind}": several for kind in KINDS}
    sentences = ((0, 28, chances(bombing=0.9)), (29, 57, chances(attack=0.9)))
    return report_told(TEXT, [WindowTold(fills, whole, sentences, together or {})])


def assembly(several=-9.0, **thresholds):
    """Layers that look at one number each: the report's chance, the filler's, and nothing."""
    one = told(fill("GUERRILLAS", "PerpInd", 0.9, attack=0.5), attack=0.5)
    sizes = {
        "type": len(type_numbers(one, "attack")),
        "fill": len(fill_numbers(one, "attack", one.fillers[0], 0.5)),
        "several": len(several_numbers(one, "attack", 0.5, ())),
    }
    layers = {name: [0.0] * size for name, size in sizes.items()}
    layers["type"][1] = layers["fill"][1] = 1.0
    layers["several"][0] = several
    limits = {"type": 0.5, "fill": 0.5, "several": 0.5, "group": 0.5, "join": 0.5}
    return Assembly({"layers": layers, "thresholds": limits | thresholds})


BRIDGE = fill("BRIDGE", "Target", 0.9, bombing=0.9)
BARRACKS = fill("BARRACKS", "Target", 0.8, 1, bombing=0.4)
GUERRILLAS = fill("GUERRILLAS", "PerpInd", 0.9, bombing=0.9)


def test_a_type_that_the_report_does_not_tell_of_gives_no_incident():
    assert list(assembly().happenings(told(BRIDGE, bombing=0.4))) == []


def test_an_incident_has_the_fillers_that_are_likely():
    (one,) = assembly().happenings(told(BRIDGE, fill("REBELS", "PerpInd", 0.2, 1), bombing=0.9))
    assert [(filler.role, filler.words) for filler, _ in one.fillers] == [("Target", "bridge")]


def test_what_does_not_go_together_is_told_apart_where_there_are_several_incidents():
    apart = told(BRIDGE, BARRACKS, GUERRILLAS, together={(0, 1): 0.1, (0, 2): 0.9, (1, 2): 0.1}, bombing=0.9)
    found = [{filler.words for filler, _ in one.fillers} for one in assembly(several=9.0).happenings(apart)]
    assert found == [{"bridge", "guerrillas"}, {"barracks"}]


def test_one_incident_is_not_parted_where_the_report_tells_of_one():
    apart = told(BRIDGE, BARRACKS, together={(0, 1): 0.1}, bombing=0.9)
    assert len(list(assembly().happenings(apart))) == 1


def test_what_goes_together_is_grouped():
    one = told(BRIDGE, BARRACKS, together={(0, 1): 0.9})
    keys = [filler.key for filler in one.fillers]
    assert grouped(keys, one, 0.5) == [keys]


def test_words_are_one_filler_wherever_they_stand():
    here = fill("GUERRILLAS", "PerpInd", 0.5)
    text = "GUERRILLAS CAME. THE GUERRI GUERRILLAS FLED."
    window = WindowTold((here, Fill(28, 38, here.roles, here.kinds, 1)), chances(), ((0, 16, chances()),) * 2, {})
    (one,) = report_told(text, [window]).fillers
    assert (len(one.places), one.chance) == (2, 0.75)


def test_articles_marks_and_line_breaks_are_no_part_of_a_fillers_words():
    assert plain('THE "SAN JUAN"\n  FARM') == "san juan farm"
