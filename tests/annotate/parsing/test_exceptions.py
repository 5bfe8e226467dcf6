import pytest

from avowed.annotate.parsing.exceptions import INNER, NAME
from avowed.annotate.parsing.parser import Parser

pytestmark = pytest.mark.slow
TEXTS = (
    "There were two guards at Velm, and there's nothin' to do but wait; there had been none before.",
    "I'm sure y'all ain't gonna go. C'mon, let's see: we gotta do it 'cause it'd been done by them.",
    "It got worse  and gets bad.\n\nDoin' it, she has had what they do; that is what Karsh doesn't want.",
    "There",
    "",
)


@pytest.fixture(scope="module")
def language():
    return Parser.load().language


def before(language, text):
    doc = language.make_doc(text)
    for name in ("avowed_paragraphs", "tok2vec", "tagger", "parser"):
        doc = language.get_pipe(name)(doc)
    return doc


def told(doc):
    return [(word.text, word.tag_, word.pos_, word.dep_, word.lemma_, str(word.morph)) for word in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_the_exceptions_are_those_of_the_parsers_own_table(language, text):
    mine, theirs = before(language, text), before(language, text)
    for _ in range(2):  # as learned, and as remembered
        assert told(language.get_pipe(NAME)(mine.copy())) == told(language.get_pipe(INNER)(theirs.copy()))
