"""A tiny random reader learns, is resumed, and is the same in torch, numpy and ONNX."""

import json
import random
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the packages of training/requirements.txt")
pytest.importorskip("onnx", reason="needs the packages of training/requirements.txt")
pytest.importorskip("tokenizers")

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: E402

from avowed.annotate.encoder import Encoder  # noqa: E402
from avowed.annotate.encoder.decode import pair_scores, span_scores  # noqa: E402
from training.reader.batches import Pools, epoch, tensors  # noqa: E402
from training.reader.config import Schedule, Shape  # noqa: E402
from training.reader.documents import Labelled, PairLabel, SpanLabel, sentences  # noqa: E402
from training.reader.examples import examples, prepare  # noqa: E402
from training.reader.export import export  # noqa: E402
from training.reader.losses import losses, weighted  # noqa: E402
from training.reader.model import Reader  # noqa: E402
from training.reader.reading import Trained  # noqa: E402
from training.reader.train import Run, tokeniser  # noqa: E402

SHAPE = Shape(
    hidden=16,
    layers=2,
    attention_heads=2,
    inner=32,
    positions=64,
    span=8,
    pair=8,
    query=8,
    pair_heads=2,
    incident=4,
    vocabulary=1200,
)
SCHEDULE = Schedule(epochs=2, window=48, shortest_window=24, batch_pieces=96, muc_share=1.0)
GROUPS, ACTS = ("Red Front", "Norvan army", "Orl militia"), ("attacked", "joined", "feared")


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory):
    letters = [chr(code) for code in range(33, 127)]
    words = {"[UNK]": 0} | {word: 110 + at for at, word in enumerate([*letters, *(f"##{one}" for one in letters)])}
    made = Tokenizer(models.WordPiece(words, unk_token="[UNK]"))  # noqa: S106 - a word piece, no secret
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    made.save(str(path))
    return path


def story(number: int) -> Labelled:
    chance = random.Random(number)
    one, other = chance.sample(GROUPS, 2)
    text = f"The {one} {chance.choice(ACTS)} the {other}. It is so."
    first, second = (4, 4 + len(one)), (text.index(other), text.index(other) + len(other))
    spans = tuple(
        SpanLabel(scheme, *span, label)
        for span in (first, second)
        for scheme, label in (("mention", "organisation"), ("party", "party"))
    )
    pair = PairLabel(
        first, second, tie="attack-", trigger=(first[1] + 1, first[1] + 5), attributes=(("mode", "actual"),)
    )
    schemes = (("mention", "closed"), ("party", "closed"), ("tie", "closed"))
    return Labelled("re3d", str(number), text, spans, schemes, (pair,), incidents=((*first, "attack"),))


@pytest.fixture(scope="module")
def prepared(tokenizer):
    return tuple(prepare(story(number), tokeniser(tokenizer)) for number in range(6))


def random_reader() -> Reader:
    torch.manual_seed(3)
    return Reader(SHAPE)


def test_every_head_that_is_asked_costs_something(prepared):
    batch = [one for text in prepared for one in examples(text, SCHEDULE)]
    model = random_reader()
    parts = losses(model, model(*tensors(batch)), batch)
    assert {"mention", "party", "tie", "relation", "trigger", "mode", "incident"} <= set(parts)
    assert all(torch.isfinite(loss) and loss > 0 for loss in parts.values())


def test_a_step_down_the_slope_lowers_the_loss(prepared):
    batch = [one for text in prepared for one in examples(text, SCHEDULE)]
    model = random_reader().eval()
    steps = torch.optim.AdamW(model.parameters(), lr=3e-3)
    seen = []
    for _ in range(12):
        loss = weighted(losses(model, model(*tensors(batch)), batch), SCHEDULE)
        seen.append(float(loss.detach()))
        loss.backward()
        steps.step()
        steps.zero_grad()
    assert seen[-1] < 0.8 * seen[0]


def test_padding_changes_nothing(prepared):
    window = next(examples(prepared[0], SCHEDULE))
    longer = [one for text in prepared for one in examples(text, SCHEDULE)]
    model = random_reader().eval()
    alone, among = model(*tensors([window])), model(*tensors([window, *longer]))
    torch.testing.assert_close(alone[0], among[0, : len(window.window.ids)], atol=1e-4, rtol=1e-3)


def test_the_numpy_heads_see_what_the_torch_heads_see(prepared):
    model = random_reader().eval()
    one = next(examples(prepared[0], SCHEDULE))
    reader = Trained(model)
    projected = reader.project(one.window)
    words, spans = span_scores(reader.heads, projected, one.window, ["mention"], SHAPE.longest)
    ties, looks = pair_scores(
        reader.heads, projected, one.window, [(pair.subject, pair.object) for pair in one.pairs], ["tie"]
    )
    assert losses_from(one, words, spans["mention"], ties["tie"], looks) == pytest.approx(
        torch_losses(model, one), rel=1e-3
    )


def losses_from(one, words, mentions, ties, looks):
    wanted = {where: column for where, column, _ in dict(one.spans)["mention"].labelled}
    told = -sum(np.log(mentions[row, wanted.get(where, 0)]) for row, where in enumerate(words)) / (len(wanted) + 2)
    weights = [pair.weight if pair.tie else 0.7 for pair in one.pairs]
    tied = -sum(w * np.log(ties[row, pair.tie]) for row, (pair, w) in enumerate(zip(one.pairs, weights, strict=True)))
    tied /= max(1.0, 2 * sum(w for pair, w in zip(one.pairs, weights, strict=True) if pair.tie) + 0.1 * len(one.pairs))
    pieces = one.window.words
    seen = [
        looks[row, pieces[p.trigger[0]][0] : pieces[p.trigger[1]][1] + 1].sum()
        for row, p in enumerate(one.pairs)
        if p.trigger
    ]
    return [float(told), float(tied), float(np.mean(-np.log(np.array(seen) + 1e-6)))]


def torch_losses(model, one):
    parts = losses(model, model(*tensors([one])), [one])
    return [float(parts[name].detach()) for name in ("mention", "tie", "trigger")]


def test_the_same_seed_draws_the_same_epoch(prepared):
    pools = Pools(prepared)
    assert epoch(pools, SCHEDULE, 1) == epoch(pools, SCHEDULE, 1)
    assert epoch(pools, SCHEDULE, 1) != epoch(pools, SCHEDULE, 2)


def test_a_training_that_was_cut_off_goes_on_to_the_same_weights(prepared, tmp_path):
    whole = Run(tmp_path / "whole", SHAPE, SCHEDULE).train(random_reader(), Pools(prepared), lambda _: {})

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Run(tmp_path / "cut", SHAPE, SCHEDULE).train(random_reader(), Pools(prepared), stop)
    resumed = Run(tmp_path / "cut", SHAPE, SCHEDULE).train(random_reader(), Pools(prepared), lambda _: {})
    for name, weight in whole.state_dict().items():
        torch.testing.assert_close(weight, resumed.state_dict()[name])


@pytest.fixture(scope="module")
def exported(tokenizer, prepared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    export(random_reader(), replace(SCHEDULE, window=48), tokenizer, folder)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_the_exported_model_reads_the_same_on_one_thread_and_on_two(exported):
    text = " ".join(story(number).text for number in (1, 2, 3))
    one, two = (Encoder.load(exported, at_once).read(text, list(sentences(text))) for at_once in (1, 2))
    assert len(one) > 1
    assert [window.mentions(0.0) for window in one] == [window.mentions(0.0) for window in two]
    assert one[0].pairs([((4, 13), (0, 3))]) == two[0].pairs([((4, 13), (0, 3))])


@pytest.mark.filterwarnings("ignore")
def test_what_the_exported_model_finds_is_text_of_the_report(exported):
    text = story(1).text
    (reading,) = Encoder.load(exported).read(text, list(sentences(text)))
    found = [*reading.mentions(0.0), *reading.parties(0.0), *reading.roles(0.0), *reading.incidents(0.0)]
    assert found
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end].strip() for one in found)


@pytest.mark.filterwarnings("ignore")
def test_a_pair_that_is_no_pair_of_words_here_is_left_out(exported):
    text = story(1).text
    (reading,) = Encoder.load(exported).read(text, list(sentences(text)))
    assert reading.pairs([((4, 7), (900, 905)), ((4, 6), (0, 3))]) == ()


@pytest.mark.filterwarnings("ignore")
def test_the_card_tells_the_hash_of_every_file(exported):
    files = json.loads((exported / "card.json").read_text())["files"]
    assert set(files) == {"reader.onnx", "reader.npz", "tokenizer.json"}
