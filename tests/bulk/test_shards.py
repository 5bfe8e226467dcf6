from avowed.bulk.shards import cut
from avowed.read import Original


def documents(count, start=0):
    return [Original(f"d{at}", f"text {at}".encode()) for at in range(start, start + count)]


def keys(given, **more):
    return [shard.key for shard in cut(given, **more)]


def test_equal_documents_are_cut_equally():
    assert keys(documents(2000)) == keys(documents(2000))


def test_no_document_is_lost_or_moved():
    given = documents(2000)
    assert [one for shard in cut(given) for one in shard.documents] == given


def test_one_document_more_leaves_most_shards_as_they_were():
    before, after = keys(documents(4000)), keys([*documents(1), Original("new", b"new"), *documents(3999, 1)])
    assert len(before) > 10
    assert len(set(before) - set(after)) <= 2


def test_documents_at_the_end_leave_all_whole_shards_as_they_were():
    before, after = keys(documents(2000)), keys(documents(2400))
    assert before[:-1] == after[: len(before) - 1]


def test_the_same_words_under_another_name_are_another_shard():
    assert keys([Original("a", b"words")]) != keys([Original("b", b"words")])


def test_a_given_date_of_publication_is_part_of_what_is_read():
    assert keys(documents(3)) != keys(documents(3), published="2021")


def test_every_document_has_a_name_of_its_own():
    names = [name for shard in cut(documents(2000)) for name in shard.names()]
    assert len(set(names)) == 2000
