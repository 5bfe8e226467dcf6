"""All that the reader learns from, with the held-out documents taken away."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.sets import annotations
from training.reader.documents import Labelled, Template, fold_of, held_out, part_of
from training.reader.sources import annotated, factuality, knowledgenet, muc, re3d
from training.reader.sources.files import Row

Key = tuple[str, str]
OWN = Path(__file__).parents[2] / "annotations"


@dataclass(frozen=True, slots=True)
class Corpora:
    """What to train on, by how it is sampled, and what to measure on."""

    annotated: tuple[Labelled, ...]
    muc: tuple[Labelled, ...]
    knowledge: tuple[Labelled, ...]
    factuality: tuple[Labelled, ...]
    re3d_dev: tuple[Labelled, ...]
    muc_dev: tuple[Labelled, ...]
    factuality_dev: tuple[Labelled, ...]
    own_dev: tuple[Labelled, ...]


def load(folder: Path, own: Path = OWN) -> Corpora:
    """Every source; a held-out document is left out of every head's training, whichever source labels it."""
    shut = held_out_documents(folder, own)
    annotated_train, own_dev = with_annotations(folder, own, shut)
    done = shut | {(one.source, one.id) for one in annotated_train}
    return Corpora(
        annotated=annotated_train,
        muc=tuple(one for one in muc.load(folder, "train") if (one.source, one.id) not in done),
        knowledge=tuple(knowledgenet.load(folder)),
        factuality=tuple(factuality.load(folder, "train")),
        re3d_dev=tuple(re3d.load(folder, "dev")),
        muc_dev=tuple(muc.load(folder, "dev")),
        factuality_dev=tuple(factuality.load(folder, "dev")),
        own_dev=own_dev,
    )


def without_part(corpora: Corpora, part: int, parts: int) -> Corpora:
    """The corpora without one part of MUC-4, in whichever source its reports are."""
    left = {one.id for one in corpora.muc if part_of(one.id, parts) == part}
    left |= {one.id for one in corpora.annotated if one.source == "muc4" and part_of(one.id, parts) == part}
    return replace(
        corpora,
        muc=tuple(one for one in corpora.muc if one.id not in left),
        annotated=tuple(one for one in corpora.annotated if one.id not in left),
    )


def without_fold(corpora: Corpora, fold: int, folds: int) -> Corpora:
    """The corpora without the documents of one fold, so that their readings can be judged."""
    kept = (
        tuple(one for one in part if fold_of((one.source, one.id), folds) != fold)
        for part in (corpora.annotated, corpora.muc)
    )
    annotated_part, muc_part = kept
    return replace(corpora, annotated=annotated_part, muc=muc_part)


def with_annotations(
    folder: Path, own: Path, shut: frozenset[Key]
) -> tuple[tuple[Labelled, ...], tuple[Labelled, ...]]:
    """(to train on, to measure on): re3d and every annotated text, all labels of a text in one."""
    texts = annotated.texts(folder)
    base = {("re3d", one.id): one for one in re3d.load(folder, "train")}
    train: dict[Key, Labelled] = {key: one for key, one in base.items() if key not in shut}
    base |= {("muc4", one.id): one for one in muc.load(folder, "train")}
    tested: list[Labelled] = []
    for row in annotated.records(own, folder / "annotations"):
        key = (row["source"]["set"], row["source"]["id"])
        if key in texts:
            plain = Labelled(*key, texts[key], schemes=(("mention", "partial"),))
            one = joined(base.get(key, plain), row)
            if key in shut:
                tested.append(one)
            else:
                train[key] = one
    return tuple(train.values()), tuple(tested)


def never_taught(folder: Path, own: Path = OWN) -> tuple[Labelled, ...]:
    """Annotated texts of PolNeAR, on which nothing may be trained: temperatures are fitted on them. Not the held-out ones."""
    shut, texts = held_out_documents(folder, own), annotations.texts(folder)
    keyed = (
        (("polnear", row["source"]["id"]), row) for row in annotated.records(own) if row["source"]["set"] == "polnear"
    )
    return tuple(joined(Labelled(*key, texts[key]), row) for key, row in keyed if key not in shut and key in texts)


def joined(document: Labelled, row: Row) -> Labelled:
    """The document with the ties and parties of an annotation record added to its labels."""
    told = annotated.incidents(row)
    if document.templates is None:
        reported = tuple(Template((kind,), ((start, end),)) for start, end, kind in told)
        document = replace(document, incidents=told, templates=reported)
    return replace(
        document,
        spans=(*document.spans, *annotated.spans(row)),
        schemes=(*document.schemes, ("party", "closed"), ("tie", "closed")),
        pairs=(*document.pairs, *annotated.pairs(row)),
    )


def held_out_documents(folder: Path, own: Path) -> frozenset[Key]:
    """(set, id) of the documents that no head trains on: as listed, or a tenth by hash until there is a list."""
    listed = own / "batches.json"
    if listed.exists():
        held = json.loads(listed.read_text(encoding="utf-8"))["held_out"]
        return frozenset((str(name), str(identity)) for name, identity in held)
    return frozenset(key for key in annotated.texts(folder) if held_out(key[1]))
