"""Measures the reader of times: `python -m benchmarks.times --data FOLDER` prints one JSON object."""

import argparse
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from avowed.annotate.times import find_times
from avowed.model.evidence import TimeExpression
from benchmarks.times.corpora import Document, gum_dates, meantime
from benchmarks.times.scoring import Tally, bootstrap, by_days, by_value, overlapped, precision_recall_f1

Scorer = Callable[[Document, Sequence[TimeExpression]], Tally]
_ARTICLES = 20


def measured(documents: Sequence[Document], score: Scorer) -> dict[str, object]:
    """Precision, recall and F1 with the interval of F1, and the share of gold expressions that are overlapped."""
    tallies = [score(document, find_times(document.text, document.published)) for document in documents]
    precision, recall, f1 = precision_recall_f1(tallies)
    low, high = bootstrap(tallies)
    return {
        "documents": len(tallies),
        "gold": sum(tally.gold for tally in tallies),
        "found": sum(tally.found for tally in tallies),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "f1_interval": [round(low, 4), round(high, 4)],
        "overlapped": round(overlapped(tallies), 4),
    }


def seconds(documents: Sequence[Document]) -> float:
    """Seconds of processor time for the first articles, after the rules are loaded."""
    find_times("", None)
    begin = time.process_time()
    for document in documents[:_ARTICLES]:
        find_times(document.text, document.published)
    return time.process_time() - begin


def main() -> None:
    """Reads the options, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("AVOWED_DATA", "../shared/data")))
    parser.add_argument("--part", choices=("train", "dev"), default="dev", help="which part of GUM's dates")
    options = parser.parse_args()
    news = meantime(options.data)
    result = {
        "meantime_airbus_apple": measured(news, by_value),
        "meantime_without_creation_dates": measured([one.without_creation() for one in news], by_value),
        f"gum_dates_{options.part}": measured(gum_dates(options.data, options.part), by_days),
        f"seconds_for_{_ARTICLES}_articles": round(seconds(news), 3),
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
