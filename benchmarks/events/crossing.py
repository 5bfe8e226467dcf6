"""Each topic answered by a matcher that was trained on other topics alone."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby

import numpy as np

from benchmarks.baselines.spacy_small import parsed
from benchmarks.events.features import Comparer, learned
from benchmarks.events.matcher import Floats, Network, clusters
from benchmarks.events.mention import EventView, Rarity, telling, views
from benchmarks.sets.ecbplus import Document

NAME = "matcher trained on other topics"
_FOLDS, _INNER, _NETWORKS = 3, 3, 4
_KEPT = 0.12  # of the pairs of unlike heads that are two events; the rest would teach the same again
_WEIGHT = 8.0  # of those that are kept
_SEED = 1


def answered(documents: Sequence[Document]) -> dict[Hashable, Hashable]:
    """Mention -> its cluster, for every mention of the documents."""
    texts = {one.id: parsed(one.text) for one in documents}
    rarity = Rarity(telling(text) for text in texts.values())
    topics = [
        [view for document in held for view in views(document, texts[document.id], rarity)]
        for _, held in groupby(sorted(documents, key=lambda one: int(one.topic)), key=lambda one: one.topic)
    ]
    heads = Counter(view.head for topic in topics for view in topic)
    found: dict[Hashable, Hashable] = {}
    for fold in range(_FOLDS):
        others = [topic for at, topic in enumerate(topics) if at % _FOLDS != fold]
        networks = _trained(others, rarity, heads)
        comparer = Comparer(rarity, heads, learned(others))
        for topic in topics[fold::_FOLDS]:
            for number, held in enumerate(_clustered(topic, comparer, networks)):
                found |= {topic[at].key: (topic[at].document.split("_")[0], number) for at in held}
    return found


def _trained(topics: Sequence[Sequence[EventView]], rarity: Rarity, heads: Counter[str]) -> list[Network]:
    """Networks whose pairs were compared with what the topics beside their own show, as it will be when asked."""
    chance = np.random.default_rng(_SEED)
    rows: list[list[float]] = []
    labels: list[tuple[float, float]] = []
    for part in range(_INNER):
        beside = [topic for at, topic in enumerate(topics) if at % _INNER != part]
        comparer = Comparer(rarity, heads, learned(beside))
        for topic in topics[part::_INNER]:
            for one, other in _pairs(topic):
                plain = one.event != other.event and one.head != other.head
                if not plain or chance.random() < _KEPT:
                    rows.append(comparer(one, other))
                    labels.append((float(one.event == other.event), _WEIGHT if plain else 1.0))
    features, told = np.array(rows, np.float32), np.array(labels, np.float32)
    return [Network.train(features, told[:, 0], told[:, 1], seed) for seed in range(_NETWORKS)]


def _pairs(topic: Sequence[EventView]) -> Iterator[tuple[EventView, EventView]]:
    return ((one, other) for at, one in enumerate(topic) for other in topic[:at])


def _clustered(topic: Sequence[EventView], comparer: Comparer, networks: Sequence[Network]) -> list[list[int]]:
    features = np.array([comparer(one, other) for one, other in _pairs(topic)], np.float32)
    likely: Floats = np.mean([network(features) for network in networks], axis=0)
    return clusters(len(topic), ((at, back) for at in range(len(topic)) for back in range(at)), likely)
