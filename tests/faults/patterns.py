"""Run as a program: every regular expression that the product compiles, on long strings made to be its worst.

Prints one JSON line for each that took longer than allowed; the last line says how many were tried.
"""

import functools
import importlib
import inspect
import json
import pkgutil
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

LENGTH = 100_000
SECONDS = 1.0
found: dict[tuple[str | bytes, int], str] = {}
_compile = re._compile  # type: ignore[attr-defined]  # the one door that every use of `re` goes through


def noted(pattern: Any, flags: int) -> Any:
    """Compile a pattern, and note it with the module of the product that asked."""
    made = _compile(pattern, flags)
    frame = sys._getframe(1)
    while frame and frame.f_globals.get("__name__", "").startswith(("re", "functools")):
        frame = frame.f_back  # type: ignore[assignment]  # the end is tested for
    name = frame.f_globals.get("__name__", "") if frame else ""
    if name.startswith("avowed"):
        found.setdefault((made.pattern, made.flags), name)
    return made


def gathered() -> None:
    """Import every module, and call every cached table that takes nothing."""
    import avowed  # noqa: PLC0415  # only after `re` is watched

    for module in pkgutil.walk_packages(avowed.__path__, "avowed."):
        if module.name.endswith("__main__"):
            continue
        with suppress(ImportError):
            loaded = importlib.import_module(module.name)
            for value in list(vars(loaded).values()):
                if isinstance(value, functools._lru_cache_wrapper) and not inspect.signature(value).parameters:
                    with suppress(FileNotFoundError):
                        value()


def example(tree: Any) -> str:
    """The shortest string that a parsed pattern matches, roughly."""
    return "".join(_one(op, value) for op, value in tree)


def _one(op: Any, value: Any) -> str:
    made = _EXAMPLES.get(str(op))
    return made(value) if made else ""


_EXAMPLES: dict[str, Callable[[Any], str]] = {
    "LITERAL": chr,
    "NOT_LITERAL": lambda value: "a" if value != ord("a") else "b",
    "ANY": lambda _: "a",
    "IN": lambda value: _member(value),  # noqa: PLW0108  # it stands below
    "BRANCH": lambda value: min((example(branch) for branch in value[1]), key=len),
    "SUBPATTERN": lambda value: example(value[3]),
    "MAX_REPEAT": lambda value: example(value[2]) * min(max(value[0], 1), 20),
    "MIN_REPEAT": lambda value: example(value[2]) * min(max(value[0], 1), 20),
    "ATOMIC_GROUP": example,
}


_CLASSES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_WORD": "-",
}


def _member(values: Any) -> str:
    if str(values[0][0]) == "NEGATE":
        banned = [chr(value) if str(op) == "LITERAL" else "" for op, value in values[1:]]
        ranges = [value for op, value in values[1:] if str(op) == "RANGE"]
        for char in "aA1 -.,x\u00e9\u0101":
            if char not in banned and not any(low <= ord(char) <= high for low, high in ranges):
                return char
        return "a"
    op, value = values[0]
    if str(op) == "LITERAL":
        return chr(value)
    return chr(value[0]) if str(op) == "RANGE" else _CLASSES.get(str(value), "a")


def pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """For each place where a pattern repeats: what comes before it, and what is repeated there."""
    for op, value in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            inner = example(value[2])
            if inner and value[1] > 3:
                yield before, inner
            yield from pumps(value[2], before)
        elif name == "SUBPATTERN":
            yield from pumps(value[3], before)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from pumps(branch, before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from pumps(value[1], before)
        before += _one(op, value)


def worst(pattern: Any) -> Iterator[str]:
    """Long strings on which this pattern would be slow if it could be."""
    text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    tree = re._parser.parse(text)  # type: ignore[attr-defined]  # the only reader of patterns there is
    whole = example(tree) or "a"
    units = {whole, whole[:-1] or "a", *"a1 \nA", "A. ", "Aa "}
    for before, inner in pumps(tree):
        units |= {before + inner, inner + " "}
        yield before + inner * (LENGTH // len(inner)) + "\x01"
    for unit in sorted(units):
        yield unit * (LENGTH // len(unit)) + "\x01"


def late(*_: object) -> None:
    raise TimeoutError


def slow(pattern: Any, flags: int) -> str | None:
    """The beginning of the first string that took a pattern longer than allowed, in time of this process alone."""
    made = _compile(pattern, flags)
    for text in dict.fromkeys(worst(pattern)):
        given = text if isinstance(pattern, str) else text.encode("utf-8", "replace")
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            for _ in made.finditer(given):
                pass
        except TimeoutError:
            return text[:60]
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def main(*given: str) -> None:
    """Try the patterns given, or else all that the product compiles."""
    if not given:
        re._compile = noted  # type: ignore[attr-defined]
        gathered()
        re._compile = _compile  # type: ignore[attr-defined]
    signal.signal(signal.SIGVTALRM, late)
    tried = found or {(pattern, 0): "given" for pattern in given}
    for (pattern, flags), module in sorted(tried.items(), key=str):
        shown = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        text = slow(pattern, flags)
        if text is not None:
            sys.stdout.write(json.dumps({"module": module, "pattern": shown, "on": text}) + "\n")
    sys.stdout.write(json.dumps({"patterns": len(tried)}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
