"""Assertions in the order of the text with running ids, so that the order in which finders ran leaves no trace."""

from dataclasses import replace

from avowed.model.evidence import Assertion, IncidentContent, Reading


def in_order(reading: Reading) -> Reading:
    """The same reading with its assertions sorted by quote and numbered s1, s2, ...; references follow."""
    ordered = sorted(reading.assertions, key=_place)
    new = {assertion.id: f"s{number}" for number, assertion in enumerate(ordered, 1)}
    if len(new) != len(ordered):
        raise ValueError("two assertions have one id: each finder must use a prefix of its own")
    return replace(
        reading,
        assertions=tuple(_renamed(assertion, new) for assertion in ordered),
        contradictions=tuple(sorted((new[one], new[other]) for one, other in reading.contradictions)),
    )


def _place(assertion: Assertion) -> tuple[int, int, str, str]:
    return assertion.quote.start, assertion.quote.end, str(assertion.kind), assertion.id


def _renamed(assertion: Assertion, new: dict[str, str]) -> Assertion:
    content = assertion.content
    if isinstance(content, IncidentContent) and content.part_of:
        content = replace(content, part_of=new.get(content.part_of))
    return replace(assertion, id=new[assertion.id], content=content)
