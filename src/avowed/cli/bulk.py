"""Commands for corpora too large for a case: bulk read, bulk ask, bulk slice."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avowed.cli.app import CaseOption, JsonOption, app, complain, day, opened, show, show_json
from avowed.errors import UsageError

if TYPE_CHECKING:
    from avowed.bulk.asking import Answer
    from avowed.bulk.run import Done
    from avowed.model.findings import Pair

bulk = typer.Typer(
    name="bulk",
    help="Corpora too large for a case: read on many cores, asked as a whole, sliced into cases.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(bulk)

CorpusArgument = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of the corpus.")]
_MOST, _EVERY = 12, 1_000_000


@bulk.command(epilog="Example: avowed bulk read articles.jsonl corpus --workers 8")
def read(
    given: Annotated[
        Path, typer.Argument(metavar="IN", help="JSON lines, Parquet, WARC, or a folder of these and of any documents.")
    ],
    out: CorpusArgument,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read at once; by default one for each core.")
    ] = None,
    address: Annotated[
        str, typer.Option(help="A Ray cluster to read on, as host:port; its machines need Avowed.")
    ] = "",
    published: Annotated[
        str | None, typer.Option("--published", help="Publication date of what is read, over what it says itself.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Read documents into the tables of a corpus; what is there is skipped, so a run that ended early is run again."""
    _check()
    from avowed.bulk.engine import by
    from avowed.bulk.given import count
    from avowed.bulk.run import read_corpus
    from avowed.bulk.workers import Workers
    from avowed.case import now
    from avowed.cli.progress import Bar

    engine = by(Workers(workers or len(os.sched_getaffinity(0)), address))
    with Bar(count(given)) as bar:
        done = read_corpus(given, out, engine, now().date(), day(published), lambda c: bar.count(c.given, c.words))
    if as_json:
        show_json(done)
    else:
        show(_summary(done, out))
    if done.corpus.skipped:
        complain(f"{done.corpus.skipped:,} documents were skipped; why: avowed bulk ask {out} --question skipped")
        raise typer.Exit(1)


@bulk.command(epilog='Example: avowed bulk ask corpus "Taliban" "Islamic State-Khorasan"')
def ask(
    out: CorpusArgument,
    actors: Annotated[
        list[str] | None, typer.Argument(help="Two actors; as many as a question of the list needs.")
    ] = None,
    question: Annotated[
        str, typer.Option("--question", "-q", help="A question of the list; `avowed bulk ask OUT` shows the list.")
    ] = "",
    sql: Annotated[
        str, typer.Option(help="One SELECT over the tables that docs/reference/corpus.md lists; nothing is changed.")
    ] = "",
    most: Annotated[int, typer.Option(help="At most so many rows.", min=1)] = 50,
    as_json: JsonOption = False,
    every: Annotated[bool, typer.Option("--all", help="Show every line, not only the weightiest.")] = False,
) -> None:
    """Ask a corpus: how close two actors are, a question of the list, or your own in SQL."""
    _check()
    from avowed.bulk import asking, database
    from avowed.bulk.kept import Corpus
    from avowed.case import now

    named = list(actors or ())
    if not (named or question or sql):
        show(_list())
        return
    with database.opened(Corpus(out)) as connection:
        if sql:
            _show(asking.free(connection, sql, most), as_json)
        elif question:
            _show(asking.answer(connection, question, named, most), as_json)
        elif len(named) == 2:
            _show_pair(asking.ask(connection, named[0], named[1], now().date()), as_json, every)
        else:
            raise UsageError("Name two actors, or say with --question what is asked about one.")


@bulk.command("slice", epilog='Example: avowed bulk slice corpus --actor "Taliban" --during 2021 --case my-case')
def slice_(
    out: CorpusArgument,
    actor: Annotated[
        list[str] | None, typer.Option("--actor", help="Reports that name this actor; may be repeated.")
    ] = None,
    together: Annotated[bool, typer.Option("--together", help="Only reports that name all of them.")] = False,
    during: Annotated[
        str | None, typer.Option(help="Only reports published in this time: 2021, 2020-03 or 2019..2021-08.")
    ] = None,
    most: Annotated[int, typer.Option(help="At most so many reports, oldest first.", min=1)] = 1_000_000,
    case: CaseOption = None,
) -> None:
    """Import a part of a corpus into a case, as it was read; what the case has already is skipped."""
    _check()
    from avowed.bulk import database
    from avowed.bulk.kept import Corpus
    from avowed.bulk.slicing import Wanted, readings
    from avowed.cli.asking import during_when

    wanted = Wanted(tuple(actor or ()), together, during_when(during), most)
    with opened(case) as held, database.opened(Corpus(out)) as connection:
        added = held.add_readings(readings(connection, wanted))
    taken = f"{len(added.read):,} taken in ({added.assertions:,} assertions)"
    show(f"{added.given:,} reports: {taken}, {len(added.already):,} there already")


def _check() -> None:
    from avowed.bulk.extra import check_installed

    check_installed()


def _summary(done: "Done", out: Path) -> str:
    all_of, already = done.corpus, done.already
    return (
        f"{all_of.given:,} documents: {all_of.read:,} read ({all_of.words:,} words, {all_of.assertions:,} assertions), "
        f"{all_of.skipped:,} skipped; {already.given:,} of them were there already\n"
        f"Ask with: avowed bulk ask {out} ACTOR ACTOR"
    )


def _list() -> str:
    from avowed.bulk.questions import questions

    rows = [
        f"  {one.name:10s} {('', 'ACTOR', 'ACTOR ACTOR')[one.actors]:12s} {one.asks}" for one in questions().values()
    ]
    return "\n".join(["Ask about two actors, or one of these with --question:", "", *rows])


def _show(found: "Answer", as_json: bool) -> None:
    from avowed.bulk.asking import as_json as to_json
    from avowed.present.columns import columns_text

    show(to_json(found) if as_json else columns_text(found.columns, found.rows))


def _show_pair(pair: "Pair", as_json: bool, every: bool) -> None:
    from avowed.present.terminal import pair_text

    if as_json:
        show_json(pair)
    else:
        show(pair_text(pair, _EVERY if every else _MOST, "corpus"))
