"""`python -m avowed`."""

from avowed.cli import main

main()
