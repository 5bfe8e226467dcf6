from avowed.present.columns import columns_text


def test_numbers_stand_to_the_right_and_words_to_the_left():
    told = columns_text(("name", "n"), [("Karsh", 5), ("Velm", 120)])
    assert told.splitlines() == ["name     n", "-----  ---", "Karsh    5", "Velm   120"]


def test_what_is_missing_is_left_blank():
    assert columns_text(("a", "b"), [(None, "x")]).splitlines()[-1] == "   x"


def test_no_row_is_said():
    assert columns_text(("a",), []) == "Nothing."


def test_long_words_are_cut_and_lines_stay_lines():
    (line,) = columns_text(("a",), [("one\ntwo " + "x" * 100,)]).splitlines()[2:]
    assert line.startswith("one two xxx")
    assert line.endswith("…")
