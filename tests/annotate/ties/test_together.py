"""Plural words that stand for two bodies, and lists that the parser loses."""

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.ties.find import find_ties
from avowed.model.evidence import TieContent
from avowed.model.vocabulary import Dimension
from tests.annotate.marked import marked_page


def told(marked: str) -> set[tuple[str, str, Dimension]]:
    page = marked_page(marked)
    words = {one.id: one.span.of(page.report.text) for one in page.mentions}
    contents = [one.content for one in find_ties(page, find_sayings(page)) if isinstance(one.content, TieContent)]
    return {(words[one.subject], words[one.object], one.dimension) for one in contents}


SPLIT = "There is a quarrel between <the Karsh Front> and <the Blue Shura>. "
BOTH = ("the Karsh Front", "the Blue Shura")


def test_these_groups_are_the_two_joined_before() -> None:
    assert (*BOTH, Dimension.SUPPORT) in told(SPLIT + "In truth <these groups> are intertwined.")


def test_their_ties_are_those_of_the_two_groups() -> None:
    assert (*BOTH, Dimension.KINSHIP) in told(SPLIT + "In truth <these groups> have marriage ties.")


def test_those_who_share_an_enemy_are_the_two_joined_before() -> None:
    assert (*BOTH, Dimension.IDEOLOGY) in told(SPLIT + "<They> share common enemies.")


def test_these_groups_are_nobody_where_no_two_were_joined() -> None:
    assert not told("<The Karsh Front> met many. In truth <these groups> are intertwined.")


def test_not_only_with_one_but_also_with_others() -> None:
    found = told(
        "<The Karsh Front> had not only cooperated with <the Blue Shura> but also with <the Red Column> and <the Dawn Army>."
    )
    assert {other for _, other, dimension in found if dimension is Dimension.SUPPORT} >= {
        "the Blue Shura",
        "the Red Column",
        "the Dawn Army",
    }


def test_defections_are_from_the_body_named_before() -> None:
    found = told("<The Karsh Front> was torn by a quarrel, resulting in defections to <the Blue Shura>.")
    assert ("The Karsh Front", "the Blue Shura", Dimension.PERSONNEL) in found
