"""The parser's parts that are worked out in a quicker way say what spaCy's own say."""

import numpy as np
import pytest

from avowed.annotate.parsing import lemmas, names, vectors
from avowed.annotate.parsing.parser import Parser

pytestmark = pytest.mark.slow
TEXTS = (
    "On 3 May 2019 General Anwar Dessik of the Velm Liberation Front met President Lida Karsh in New Halmar, Velm Radio said.",
    "Two hundred men of the Northern Guard, some of them Halmari, took $3 million from the First Bank of Velm on Tuesday.",
    "THE FRONT\n\nKarsh\n\nFive were killed.  The second attack, at 6 p.m., hit\nthe Grand Mosque of Port Velm",
    "Better worse children's geese; they've been going, went, gone, and saw the saws sawing.",
    "Velm",
    " \n ",
    "",
    "«Ж» 😀 ___ ----- 1,000 x\u00a0y",
)


@pytest.fixture(scope="module")
def language():
    return Parser.load().language


def upto(language, last, text):
    doc = language.make_doc(text)
    for name in ("avowed_paragraphs", "tok2vec", "tagger", "parser", "avowed_exceptions", "lemmatizer"):
        if name == last:
            break
        doc = language.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize("text", TEXTS)
def test_names_are_those_of_the_parsers_own_search(language, text):
    mine, theirs = upto(language, None, text), upto(language, None, text)
    mine, theirs = language.get_pipe(names.NAME)(mine), language.get_pipe(names.INNER)(theirs)
    assert [(one.start, one.end, one.label_) for one in mine.ents] == [
        (one.start, one.end, one.label_) for one in theirs.ents
    ]
    assert [word.ent_iob_ for word in mine] == [word.ent_iob_ for word in theirs]


def test_the_texts_have_names_of_one_word_and_of_several(language):
    found = [one for text in TEXTS for one in language.get_pipe(names.NAME)(upto(language, None, text)).ents]
    assert {len(one) for one in found} >= {1, 2, 3}
    assert len({one.label_ for one in found}) >= 5


@pytest.mark.parametrize("text", TEXTS)
def test_base_forms_are_those_of_the_parsers_own_tables(language, text):
    for _ in range(2):  # as learned, and as remembered
        mine, theirs = upto(language, "lemmatizer", text), upto(language, "lemmatizer", text)
        mine, theirs = language.get_pipe(lemmas.NAME)(mine), language.get_pipe(lemmas.INNER)(theirs)
        assert [word.lemma_ for word in mine] == [word.lemma_ for word in theirs]


def test_kinds_of_words_beyond_those_that_are_held_are_asked_for_again(language, monkeypatch):
    monkeypatch.setattr(lemmas, "_MOST", 3)
    few = lemmas.Lemmas(language.get_pipe(lemmas.INNER))
    assert [word.lemma_ for word in few(upto(language, "lemmatizer", TEXTS[3]))] == [
        word.lemma_ for word in language.get_pipe(lemmas.INNER)(upto(language, "lemmatizer", TEXTS[3]))
    ]
    assert len(few._known) <= 3


@pytest.mark.parametrize("text", [text for text in TEXTS if text])
def test_vectors_are_those_of_the_parsers_own_layers_up_to_rounding(language, text):
    mine, theirs = language.make_doc(text), language.make_doc(text)
    mine, theirs = language.get_pipe(vectors.NAME)(mine), language.get_pipe(vectors.INNER)(theirs)
    assert np.allclose(mine.tensor, theirs.tensor, atol=1e-4)


def test_a_text_has_the_same_vectors_whatever_was_read_before(language, monkeypatch):
    inner = language.get_pipe(vectors.INNER).model
    doc = language.make_doc(TEXTS[0])
    fresh = vectors.Summed(inner)(doc)
    used = vectors.Summed(inner)
    for text in TEXTS[1:]:
        used(language.make_doc(text))
    assert np.array_equal(used(doc), fresh)
    monkeypatch.setattr(vectors, "_MOST", 5)  # fewer kinds than the text has
    assert np.array_equal(vectors.Summed(inner)(doc), fresh)
    monkeypatch.setattr(vectors, "_MOST", 40)  # full after a text or two
    full = vectors.Summed(inner)
    assert all(full(language.make_doc(text)) is not None for text in TEXTS)
    assert np.array_equal(full(doc), fresh)
