"""The legs of the walk that `case` takes: intake, rebuilding, asking, comparing, deciding, exporting; the stages meet here."""
