"""With which symbols a pattern may begin: what lets a rule be passed over without trying it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Piece:
    """A symbol, or a group of alternatives, that may or must be there."""

    symbol: str
    options: tuple[tuple["_Piece", ...], ...]
    optional: bool

    @property
    def may_be_empty(self) -> bool:
        """True when nothing need be written for it."""
        return self.optional or any(all(piece.may_be_empty for piece in option) for option in self.options)


_NOTHING: tuple[tuple[_Piece, ...], ...] = ()


def first_symbols(expression: str) -> frozenset[str]:
    """The symbols with which a match of the expression may begin; it holds groups, `|`, `?`, `*` and `+` only."""
    options, _ = _alternatives(expression, 0)
    return _leading(options)


def _alternatives(expression: str, at: int) -> tuple[tuple[tuple[_Piece, ...], ...], int]:
    """The alternatives from an offset on, and where they end."""
    options: list[list[_Piece]] = [[]]
    while at < len(expression) and expression[at] != ")":
        if expression[at] == "|":
            options.append([])
            at += 1
        else:
            piece, at = _piece(expression, at)
            options[-1].append(piece)
    return tuple(map(tuple, options)), at


def _piece(expression: str, at: int) -> tuple[_Piece, int]:
    symbol, inner = expression[at], _NOTHING
    if symbol == "(":
        start = expression.index(">", at) + 1 if expression[at + 2] == "P" else at + 3
        inner, at = _alternatives(expression, start)
        symbol = ""
    quantifier = expression[at + 1 : at + 2]
    optional = quantifier in ("?", "*") and quantifier != ""
    return _Piece(symbol, inner, optional), at + 1 + (quantifier in ("?", "*", "+") and quantifier != "")


def _leading(options: tuple[tuple[_Piece, ...], ...]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for option in options:
        for piece in option:
            found |= {piece.symbol} if piece.symbol else _leading(piece.options)
            if not piece.may_be_empty:
                break
    return found
