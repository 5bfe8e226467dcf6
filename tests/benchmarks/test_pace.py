from time import sleep

from benchmarks.pace import BATCH, BEGUN, LEAST, batched, paced


def test_the_clock_starts_when_both_processes_have_begun():
    batches = [["one two three"]] * (BEGUN + 2)

    def done():
        for number in range(len(batches)):
            sleep(0.05 if number < BEGUN else 0.0)
            yield number

    words, seconds = paced(batches, done())
    assert words == 6
    assert seconds < 0.05


def test_few_texts_are_read_again_until_they_are_worth_two_processes():
    batches = batched(["a word or two"] * (BATCH + 1))
    assert sum(len(text) for batch in batches for text in batch) >= LEAST
    assert max(map(len, batches)) == BATCH
