"""An actor's page: friends beside foes, every sentence opens its quotes, no report brings a tag."""

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from avowed.assess.dossier import Gathered, dossier
from avowed.model.vocabulary import ActorKind, Dimension
from avowed.model.world import Actor
from avowed.present import dossier_markdown, dossier_page
from avowed.present.markdown import escaped
from tests.building import numbered, tie

NAMES = {"a": "Ash Front", "b": "Birch Army", "c": "Cedar"}


def held(ties, name="Ash Front"):
    actor = Actor("a", name, ActorKind.ARMED_GROUP)
    return dossier(Gathered(actor, ("a",), tuple(ties), (), (), (), {**NAMES, "a": name}, ()))


def shown(ties, name="Ash Front"):
    return dossier_page(held(ties, name), (), date(2024, 1, 1))


def test_friendly_and_hostile_lines_on_one_actor_stand_beside_each_other():
    page = shown(numbered([tie(), tie(dimension=Dimension.ATTACK, sign=-1)]))
    assert "Friendly ties: 1 lines" in page
    assert "Hostile ties: 1 lines" in page
    friend = page[page.index("Birch Army: support") :]
    assert "Against it" in friend[: friend.index("</details>")]
    assert "attack" in page


def test_every_link_within_the_page_leads_to_a_line_on_it():
    page = shown(numbered([tie(), tie("c", "a", Dimension.COMMAND), tie(dimension=Dimension.FINANCE)]))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


@given(st.text(alphabet=st.sampled_from("<>&\"'/=abc imgonerrorscript"), min_size=1, max_size=60))
def test_no_name_or_quote_becomes_a_tag(text):
    one = tie()
    page = shown([replace(one, line=replace(one.line, quote=text))], name=text)
    assert "<img" not in page
    assert "<script" not in page


@given(st.text(alphabet=st.sampled_from("*_[]()<>#`|~-+.1 ab\n"), max_size=40))
def test_a_quote_is_no_markup_to_a_markdown_reader(text):
    said = escaped(text)
    assert "\n" not in said
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_\[\]<>#`|~]", said)


def test_the_markdown_has_the_quote_the_speaker_and_the_key():
    one = tie(key="5f2e")
    told = dossier_markdown(held([replace(one, line=replace(one.line, quote="Ash helps Birch."))]))
    assert "Ash helps Birch." in told
    assert "`5f2e`" in told
    assert "says the report itself" in told
