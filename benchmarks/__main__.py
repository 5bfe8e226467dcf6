"""Command line of the benchmarks: run, gate, raise, results; exit status 1 when the gate is shut."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import gate, page, store
from benchmarks.ruler import ruler
from benchmarks.running import names, run


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; the exit status."""
    asked = _parser().parse_args(arguments)
    return int(asked.act(asked))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    acts = parser.add_subparsers(required=True)
    running = acts.add_parser("run", help="measure; all benchmarks where none is named")
    running.add_argument("names", nargs="*", metavar="NAME", choices=[*names(), []], help=", ".join(names()))
    running.add_argument("--quick", action="store_true", help="a tenth of each set, for a first look")
    running.add_argument("--data", type=Path, help="folder of the development sets (AVOWED_DATA)")
    running.add_argument("--date", default="", help="the day of the run, for the results page")
    running.set_defaults(act=_run)
    acts.add_parser("gate", help="compare stored results with the floors").set_defaults(act=_gate)
    raising = acts.add_parser("raise", help="pin what has been reached; floors only rise")
    raising.add_argument("names", nargs="*", metavar="NAME", choices=[*names(), []], help="of these benchmarks alone")
    raising.add_argument("--reason", default="", help="why a ruler changed")
    raising.set_defaults(act=_raise)
    acts.add_parser("results", help="write RESULTS.md").set_defaults(act=_results)
    return parser


def _run(asked: argparse.Namespace) -> int:
    for result in run(asked.names or names(), asked.data, asked.date, asked.quick):
        print(f"{result.benchmark}: {len(result.lines)} figures {result.missing}")
        if not asked.quick:
            store.write(result)
        for line in result.lines:
            found = line.estimate
            figures = f"{found.value:.4f} [{found.low:.4f}, {found.high:.4f}] n={found.documents}"
            print(f"  {line.system:32s} {line.part:18s} {line.metric:36s} {figures}")
    return 0


def _gate(_: argparse.Namespace) -> int:
    found = list(gate.faults(gate.load()[0], store.load(), ruler))
    print("\n".join(found) or "The gate is open: no figure is below its floor.")
    return int(bool(found))


def _raise(asked: argparse.Namespace) -> int:
    floors, history = gate.load()
    try:
        reached = [one for one in store.load() if not asked.names or one.benchmark in asked.names]
        new, changed = gate.raised(floors, reached, asked.reason)
    except gate.Refused as refusal:
        print(refusal)
        return 1
    gate.write(new, [*history, *changed])
    print(f"{len(new)} floors, {sum(new[key] != floors.get(key) for key in new)} of them new or raised.")
    return 0


def _results(_: argparse.Namespace) -> int:
    page.PAGE.write_text(page.page(store.load(), page.published()), encoding="utf-8")
    print(f"Wrote {page.PAGE}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
