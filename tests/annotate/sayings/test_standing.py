from dataclasses import replace

from avowed.annotate.sayings.standing import with_names
from avowed.model.evidence import Mention
from avowed.model.vocabulary import Form
from tests.building import Told, reading, report


def standing(words: str, form: Form, named: bool = True) -> str:
    """The name that a speaker told by these words stands for, where the report names Omar Belo elsewhere or not."""
    read = reading(report(f"{words} said Ash backs Birch."), Told("Ash", "Birch", speaker=words))
    speaker = read.assertions[0].attribution[0].mention
    mentions = [replace(one, form=form) if one.id == speaker else one for one in read.mentions]
    actor = next(one.actor for one in mentions if one.id == speaker)
    name = Mention("m9", mentions[0].span, mentions[0].type, mentions[0].head, actor=actor)
    actors = [replace(one, name="Omar Belo") if one.id == actor else one for one in read.actors]
    (found,) = with_names(read.assertions, [*mentions, *([name] if named else [])], actors)
    return found.attribution[0].stands_for


def test_a_pronoun_stands_for_the_name_of_its_actor():
    assert standing("He", Form.PRONOUN) == "Omar Belo"


def test_a_common_noun_stands_for_the_name_of_its_actor():
    assert standing("The general", Form.NOMINAL) == "Omar Belo"


def test_words_that_hold_the_name_stand_for_themselves():
    assert standing("Omar Belo's envoy", Form.NOMINAL) == ""


def test_nobody_is_named_whom_the_report_does_not_name():
    assert standing("The general", Form.NOMINAL, named=False) == ""
