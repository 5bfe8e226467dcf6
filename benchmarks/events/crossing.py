"""Each topic answered by a matcher that was trained on other topics alone."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from benchmarks.baselines.spacy_small import parsed
from benchmarks.events.features import Comparer, learned
from benchmarks.events.matcher import Floats, Network, clusters
from benchmarks.events.mention import EventView, Rarity, telling, views
from benchmarks.events.pairs import Pairs
from benchmarks.sets.ecbplus import Document

NAME = "matcher trained on other topics"
_FOLDS, _INNER, _NETWORKS = 11, 3, 4
_KEPT = 0.12  # of the pairs of unlike heads that are two events; the rest would teach the same again
_WEIGHT = 8.0  # of those that are kept
_SEED = 1


@dataclass(frozen=True)
class Topic:
    """The mentions of a topic, and their pairs."""

    views: Sequence[EventView]
    pairs: Pairs


def answered(documents: Sequence[Document]) -> dict[Hashable, Hashable]:
    """Mention -> its cluster, for every mention of the documents."""
    texts = {one.id: parsed(one.text) for one in documents}
    rarity = Rarity(telling(text) for text in texts.values())
    topics = [
        [view for document in held for view in views(document, texts[document.id], rarity)]
        for _, held in groupby(sorted(documents, key=lambda one: int(one.topic)), key=lambda one: one.topic)
    ]
    compare = Comparer(rarity, Counter(view.head for topic in topics for view in topic))
    told = [Topic(topic, Pairs.of(topic, compare)) for topic in topics]
    found: dict[Hashable, Hashable] = {}
    for fold in range(_FOLDS):
        others = [topic for at, topic in enumerate(told) if at % _FOLDS != fold]
        networks = _trained(others)
        seen = learned([topic.views for topic in others])
        for topic in told[fold::_FOLDS]:
            features = topic.pairs.taught(seen, np.arange(len(topic.pairs.heads)))
            likely: Floats = np.mean([network(features) for network in networks], axis=0)
            for number, held in enumerate(clusters(len(topic.views), likely)):
                found |= {topic.views[at].key: (topic.views[at].document.split("_")[0], number) for at in held}
    return found


def _trained(topics: Sequence[Topic]) -> list[Network]:
    """Networks whose pairs were compared with what the topics beside their own show, as it will be when asked."""
    chance = np.random.default_rng(_SEED)
    rows, labels, weights = [], [], []
    for part in range(_INNER):
        seen = learned([topic.views for at, topic in enumerate(topics) if at % _INNER != part])
        for topic in topics[part::_INNER]:
            plain = topic.pairs.unlike & ~topic.pairs.one_event
            kept = np.flatnonzero(~plain | (chance.random(len(plain)) < _KEPT))
            rows.append(topic.pairs.taught(seen, kept))
            labels.append(topic.pairs.one_event[kept].astype(np.float32))
            weights.append(np.where(plain[kept], _WEIGHT, 1.0).astype(np.float32))
    given = [np.concatenate(one) for one in (rows, labels, weights)]
    return [Network.train(given[0], given[1], given[2], seed) for seed in range(_NETWORKS)]
