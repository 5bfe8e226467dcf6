"""What speaks for or against two nodes that something brought together; every row that holds counts."""

from avowed.resolve.names import lists
from avowed.resolve.who.evidence import Evidence
from avowed.resolve.who.kinds import Strength, may_be_one
from avowed.resolve.who.row import Row


def _one_side(counts: tuple[int, int]) -> bool:
    return (counts[0] > 0) != (counts[1] > 0)


AGAINST = (
    Row(
        "two known actors",
        -20.0,
        "they are two known actors",
        lambda e: bool(e.left.known and e.right.known) and e.left.known != e.right.known,
        yes="Northern League ~ Real Northern League",
        no="Northern League ~ League of the North",
    ),
    Row(
        "kinds that cannot be one",
        -7.0,
        "one is of a kind that the other cannot be",
        lambda e: not may_be_one(e.left.group, e.right.group),
        yes="person/armed_group: Idris Tarkani ~ Idris Tarkani",
        no="organisation/armed_group: Dawn Column ~ Dawn Column",
    ),
    Row(
        "kinds differ",
        -0.2,
        "the kinds differ and may be one",
        lambda e: e.left.group is not e.right.group and may_be_one(e.left.group, e.right.group),
        yes="organisation/armed_group: Dawn Column ~ Dawn Column",
        no="faction/armed_group: Dawn Column ~ Dawn Column",
    ),
    Row(
        "other numbers",
        -7.0,
        "the numbers in the names differ",
        lambda e: e.words_count and e.one.numbers != e.other.numbers,
        yes="9th Dawn Brigade ~ 12th Dawn Brigade",
        no="9th Dawn Brigade ~ Ninth Dawn Brigades",
    ),
    Row(
        "another nation or region",
        -7.0,
        "each name has a nation or region that the other lacks",
        lambda e: e.words_count and all(e.over(lists.NATIONS)),
        yes="Dawn Column in Libya ~ Dawn Column in Yemen",
        no="Dawn Column in Libya ~ Dawn Column",
    ),
    Row(
        "a nation or region on one side",
        -4.0,
        "only one name has a nation or region",
        lambda e: e.words_count and _one_side(e.over(lists.NATIONS)),
        yes="Dawn Column in Libya ~ Dawn Column",
        no="Dawn Column in Libya ~ Libyan Dawn Column",
    ),
    Row(
        "a state's name alone",
        -4.0,
        "one name is a nation's or region's alone, the other says which body of it",
        lambda e: e.words_count and e.nation_alone,
        yes="state_agency: Libya ~ Libya Armed Forces",
        no="state_agency: Libya Armed Forces ~ Libyan Armed Forces",
    ),
    Row(
        "a splinter's word on one side",
        -4.5,
        "only one name has a word such as Real or Provisional",
        lambda e: e.words_count and not e.one.person and any(e.over(lists.SPLINTERS)),
        yes="Real Dawn Column ~ Dawn Column",
        no="Real Dawn Column ~ Dawn Column, Real",
    ),
    Row(
        "other kinds of body",
        -3.5,
        "one is a front, the other an army or the like",
        lambda e: e.words_count and all(e.bodies_over),
        yes="Dawn Liberation Front ~ Dawn Liberation Army",
        no="Dawn Liberation Front ~ Dawn Liberation",
    ),
    Row(
        "a kind of body on one side",
        -1.5,
        "only one name has a word such as front or army",
        lambda e: e.words_count and _one_side(e.bodies_over),
        yes="Dawn Liberation Front ~ Dawn Liberation",
        no="Dawn Liberation Front ~ Dawn Liberation Army",
    ),
    Row(
        "a body named after the other",
        -2.0,
        "one is a single word, the other a body that has this word in its name",
        lambda e: e.words_count and e.named_after,
        yes="state_agency: army of Sarnesk ~ Sarnesk",
        no="Dawn Liberation Front ~ Dawn Liberation",
    ),
    Row(
        "other words",
        -5.0,
        "each name has words that the other lacks",
        lambda e: e.words_count and all(e.names_over),
        yes="person: Idris Tarkani ~ Idris Morzai",
        no="person: Idris Tarkani ~ Idris Daud Tarkani",
    ),
    Row(
        "father and son exchanged",
        -5.0,
        "the same words in another order around bin or ibn: the son of one is not the other",
        lambda e: e.fathers_exchanged,
        yes="person: Salman bin Omar al-Wadi ~ Omar bin Salman al-Wadi",
        no="person: Salman bin Omar al-Wadi ~ Salman ibn Omar al-Wadi",
    ),
    Row(
        "more words on one side",
        -1.5,
        "one body's name has words that the other lacks",
        lambda e: e.words_count and not e.one.person and _one_side(e.names_over),
        yes="Dawn Column ~ Dawn Column of the Valley",
        no="Dawn Column ~ Column of the Dawn",
    ),
    Row(
        "common names",
        -3.0,
        "very many bear these names",
        lambda e: e.all_common,
        yes="person: Mohammad Ali ~ Muhammad Ali",
        no="person: Mohammad Tarkani ~ Muhammad Tarkani",
    ),
    Row(
        "short acronym",
        -2.5,
        "an acronym of up to three letters stands for many",
        lambda e: e.weakest is Strength.SHORT,
        yes="VWF ~ VWF",
        no="VWRF ~ VWRF",
    ),
    Row(
        "an office that every state has",
        -3.2,
        "every state has such an office",
        lambda e: e.weakest is Strength.COMMON and not e.one.person,
        yes="state_agency: Ministry of Defence ~ Ministry of Defense",
        no="state_agency: Libyan Ministry of Defence ~ Libyan Defence Ministry",
    ),
    Row(
        "a lone name",
        -4.5,
        "a lone name is borne by many",
        lambda e: e.weakest is Strength.LONE,
        yes="person: Tarkani ~ Idris Tarkani",
        no="person: Idris Tarkani ~ Idris Tarkani",
    ),
    Row(
        "told apart in one report",
        -3.5,
        "a report names both, each as an actor of its own",
        lambda e: e.side_by_side,
        yes="Dawn Column ~ Dawn Colum | together",
        no="Dawn Column ~ Dawn Colum",
    ),
    Row(
        "another bears the name too",
        -2.5,
        "the name may be another actor's as well",
        lambda e: e.rivals > 0,
        yes="Valley Workers Front ~ VWF | rivals",
        no="Valley Workers Front ~ VWF",
    ),
)

FOR = (
    Row(
        "the only known bearer",
        1.5,
        "only one known actor bears the name",
        lambda e: e.only_known,
        yes="Northern League ~ NLG",
        no="Northern League ~ NL",
    ),
    Row(
        "a state's usual name",
        3.0,
        "a state or a union of states is known by that name, and nobody else is",
        lambda e: e.usual_short_name,
        yes="igo: Union of Valleys ~ UV",
        no="armed_group: Northern League ~ NLG",
    ),
    Row(
        "named beside the same actor",
        1.5,
        "both are named beside one and the same actor",
        lambda e: e.shared == 1,
        yes="VWF ~ VWF | beside=Idris Tarkani",
        no="VWF ~ VWF",
    ),
    Row(
        "named beside the same actors",
        3.0,
        "both are named beside several of the same actors",
        lambda e: e.shared > 1,
        yes="VWF ~ VWF | beside=Idris Tarkani,Yuri Karpenko",
        no="VWF ~ VWF | beside=Idris Tarkani",
    ),
    Row(
        "named beside the same known actor",
        0.5,
        "both are named beside the same known actor",
        lambda e: e.shared_known > 0,
        yes="VWF ~ VWF | beside=Northern League",
        no="VWF ~ VWF | beside=Idris Tarkani",
    ),
    Row(
        "a relative is named",
        1.6,
        "a parent, part or offshoot of the known actor is named beside the other",
        lambda e: e.relative_near,
        yes="Northern League ~ NLG | beside=Real Northern League",
        no="Northern League ~ NLG | beside=Idris Tarkani",
    ),
    Row(
        "same country",
        2.6,
        "both are about the same one country",
        lambda e: e.one_country,
        yes="VWF ~ VWF | in=LY/LY",
        no="VWF ~ VWF | in=LY/LY,TN",
    ),
    Row(
        "countries meet",
        1.2,
        "their countries meet",
        lambda e: e.countries_meet and not e.one_country,
        yes="VWF ~ VWF | in=LY/LY,TN",
        no="VWF ~ VWF | in=LY/TN",
    ),
    Row(
        "countries apart",
        -2.5,
        "their countries have none in common",
        lambda e: e.countries_apart,
        yes="VWF ~ VWF | in=LY/TN",
        no="VWF ~ VWF | in=LY/LY",
    ),
)

REASONS: tuple[Row, ...] = (*AGAINST, *FOR)


def holding(evidence: Evidence) -> tuple[Row, ...]:
    """The reasons that hold."""
    return tuple(row for row in REASONS if row.holds(evidence))
