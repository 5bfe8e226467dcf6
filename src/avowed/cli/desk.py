"""The command that opens the desk."""

import os
from pathlib import Path
from typing import Annotated

import typer

from avowed.cli.app import CaseOption, app, nearest, person, show


@app.command(epilog="Example: avowed serve --case my-case")
def serve(
    case: CaseOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8756,
    host: Annotated[
        str, typer.Option(help="The address; any but this machine's own needs a password in AVOWED_PASSWORD.")
    ] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Open the desk: a local web page on which to ask, read, check and decide. Stop it with Ctrl-C."""
    from avowed.web.serve import serve as run

    def tell(address: str) -> None:
        show(f"The desk is at {address}  (Ctrl-C stops it)")
        if browser:
            typer.launch(address)

    run(case or nearest(Path.cwd()), person(), host, port, os.environ.get("AVOWED_PASSWORD", ""), tell)
