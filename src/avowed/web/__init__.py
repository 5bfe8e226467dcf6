"""The desk: a local web application over a case; routes only call `Case`, and nothing leaves the machine."""
