"""Names that several actors bear, each with what tells its bearer from the others."""

from collections.abc import Callable, Iterable, Mapping

from avowed.model.pages import ActorRow

_TELLING: tuple[Callable[[ActorRow], str], ...] = (
    lambda row: row.body and f"part of {row.body}",
    lambda row: next((other for other in sorted(row.also, key=len, reverse=True) if len(other) > len(row.name)), ""),
    lambda row: row.beside and f"told of with {row.beside}",
    lambda row: str(row.kind).replace("_", " "),
    lambda row: f"in {row.reports} report{'' if row.reports == 1 else 's'}",
    lambda row: row.key,
)


def called(rows: Iterable[ActorRow]) -> dict[str, str]:
    """Key of an actor -> its name; where others in the list bear it too, with the first thing that all of them differ in."""
    groups: dict[str, list[ActorRow]] = {}
    for row in rows:
        groups.setdefault(row.name, []).append(row)
    return {key: name for group in groups.values() for key, name in _apart(group).items()}


def shared(names: Mapping[str, str]) -> list[str]:
    """The keys whose name stands for another key too."""
    bearers: dict[str, list[str]] = {}
    for key, name in names.items():
        bearers.setdefault(name, []).append(key)
    return sorted(key for keys in bearers.values() if len(keys) > 1 for key in keys)


def _apart(group: list[ActorRow]) -> dict[str, str]:
    if len(group) == 1:
        return {group[0].key: group[0].name}
    for tell in _TELLING:
        told = [tell(row) for row in group]
        if all(told) and len(set(told)) == len(told):
            return {row.key: f"{row.name} ({words})" for row, words in zip(group, told, strict=True)}
    return {row.key: row.name for row in group}
