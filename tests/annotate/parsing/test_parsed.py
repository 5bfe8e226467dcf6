from random import Random

import pytest
from spacy.tokens import Doc as Parse
from spacy.vocab import Vocab

from avowed.annotate.parsing.parsed import Doc

WORDS = ["Ann", "Ash", "and", "Bo", ",", "who", "lead", "the", "guard", ",", "met", ".", "They", "left", "."]
HEADS = [1, 10, 1, 1, 1, 6, 1, 8, 6, 1, 10, 10, 13, 13, 13]
DEPS = ["compound", "nsubj", "cc", "conj", "punct", "nsubj", "relcl", "det", "dobj", "punct", "ROOT", "punct"]
DEPS += ["nsubj", "ROOT", "punct"]


@pytest.fixture
def parse():
    return Parse(Vocab(), words=WORDS, heads=HEADS, deps=DEPS, ents=["B-PERSON", "I-PERSON", *["O"] * 13])


def places(words):
    return [word.i for word in words]


def test_every_word_has_what_the_parser_gave_it(parse):
    for mine, theirs in zip(Doc(parse), parse, strict=True):
        assert (mine.text, mine.lower_, mine.idx, mine.dep_) == (theirs.text, theirs.lower_, theirs.idx, theirs.dep_)
        assert (mine.ent_type_, mine.is_punct, mine.is_space) == (theirs.ent_type_, theirs.is_punct, theirs.is_space)
        assert (mine.head.i, mine.left_edge.i, mine.right_edge.i) == (
            theirs.head.i,
            theirs.left_edge.i,
            theirs.right_edge.i,
        )


def test_sentences_and_names_are_those_of_the_parser(parse):
    doc = Doc(parse)
    assert [(one.start, one.end, one.text) for one in doc.sents] == [
        (one.start, one.end, one.text) for one in parse.sents
    ]
    assert [(one.text, one.label_, one.root.text) for one in doc.ents] == [("Ann Ash", "PERSON", "Ash")]
    assert doc[12].sent.start == 12
    assert doc[3].sent is doc.sents[0]


def test_a_run_of_words_begins_and_ends_where_its_text_does(parse):
    doc = Doc(parse)
    assert (doc[6:9].text, doc[6:9].start_char, doc[6:9].end_char) == (
        parse[6:9].text,
        parse[6:9].start_char,
        parse[6:9].end_char,
    )
    assert doc[9:4].text == parse[9:4].text == ""
    assert places(doc[-3:]) == [12, 13, 14]
    assert doc[6:9] == doc[6:9] != doc[6:8]


def test_no_word_stands_before_the_first(parse):
    with pytest.raises(IndexError):
        Doc(parse)[0].nbor(-1)


@pytest.mark.parametrize("seed", range(20))
def test_the_tree_is_walked_as_the_parser_walks_it(seed):
    drawn = Random(seed)
    size = drawn.randrange(2, 14)
    heads = [0, *(drawn.randrange(at) for at in range(1, size))]
    order = drawn.sample(range(size), size)
    heads = [order.index(heads[word]) for word in order]
    deps = [drawn.choice(["conj", "nsubj", "dobj", "prep"]) for _ in heads]
    parse = Parse(Vocab(), words=[drawn.choice(["w", "v", ",", "\n"]) for _ in heads], heads=heads, deps=deps)
    doc = Doc(parse)
    for mine, theirs in zip(doc, parse, strict=True):
        for walk in ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts"):
            assert places(getattr(mine, walk)) == places(getattr(theirs, walk)), walk
        assert (mine.left_edge.i, mine.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
    for start in range(size):
        for end in range(start + 1, size + 1):
            assert doc[start:end].root.i == parse[start:end].root.i
