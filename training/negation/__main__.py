"""Learns the scope of negations from CD-SCO train: `python -m training.negation`; a minute, always the same weights."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.optimize
import scipy.sparse
from numpy.typing import NDArray

from avowed.annotate.certainty.negation.features import above, standing
from avowed.annotate.certainty.negation.scope import anchor
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.parsing.parser import Parser
from benchmarks.sets import data_root
from benchmarks.sets.negation import load

RARE, PENALTY, LEAST = 3, 2.0, 0.02
THRESHOLD, SHARED = -1.4, 0.5  # chosen on dev, where the F1 of scope tokens is flat from -1.4 to -1.0
Floats = NDArray[np.float64]


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the development sets (AVOWED_DATA)")
    parser.add_argument("--to", type=Path, default=Path("src/avowed/data/negation/scope.json"))
    asked = parser.parse_args()
    told, denied = _words(data_root(asked.data))
    names = sorted(name for name, times in Counter(name for row in told for name in row).items() if times >= RARE)
    found = _fitted(_matrix(told, names), denied)
    kept = {
        name: round(float(weight), 3) for name, weight in zip(names, found[:-1], strict=True) if abs(weight) >= LEAST
    }
    row = {"bias": round(float(found[-1]), 3), "threshold": THRESHOLD, "shared": SHARED, "weights": kept}
    asked.to.parent.mkdir(parents=True, exist_ok=True)
    asked.to.write_text(json.dumps(row, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights from {len(told)} words")


def _words(data: Path) -> tuple[list[tuple[str, ...]], Floats]:
    """The features of every word of a sentence with a negation, and whether it is denied."""
    known = [one for one in load(data, "train") if one.negations]
    told, denied = [], []
    for sentence, doc in zip(known, Parser.load().parse([one.text for one in known]), strict=True):
        places = [
            [token for token in doc if token.idx < end and start < token.idx + len(token.text)]
            for start, end in sentence.spans
        ]
        for negation in sentence.negations:
            cue = anchored([token for at in sorted(negation.cue) for token in places[at]])
            if cue is None:
                continue
            line = above(cue)
            for at, tokens in enumerate(places):
                if tokens and at not in negation.cue:
                    told.append(standing(cue, tokens[0], line).features)
                    denied.append(float(at in negation.scope))
    return told, np.array(denied)


def anchored(tokens: Sequence[Token]) -> Token | None:
    """The word of an annotated cue that features count from; of `can` and `not` written together, the latter."""
    spoken = [token for token in tokens if token.lower_ not in ("ca", "wo", "can")]
    return anchor(spoken) if spoken else None


def _matrix(told: Sequence[Sequence[str]], names: Sequence[str]) -> scipy.sparse.csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    places = [(row, column[name]) for row, found in enumerate(told) for name in found if name in column]
    rows, columns = np.array(places).T
    return scipy.sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(told), len(names)))


def _fitted(table: scipy.sparse.csr_matrix, denied: Floats) -> Floats:
    """Logistic regression with a penalty on the square of the weights; the last number is the bias."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights[:-1] + weights[-1]
        chances = 1 / (1 + np.exp(-scores))
        cost = np.logaddexp(0, scores).sum() - denied @ scores + PENALTY * (weights[:-1] @ weights[:-1]) / 2
        slope = np.append(table.T @ (chances - denied) + PENALTY * weights[:-1], (chances - denied).sum())
        return float(cost), slope

    found: Floats = scipy.optimize.minimize(
        loss, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}
    ).x
    return found


if __name__ == "__main__":
    main()
