"""Makes one stand-off annotation of one draft; it either gives every part its offsets or lists every fault."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from annotation_spans import Fault, Span, Words, find, occurrences
from annotation_texts import sentences
from annotation_words import (
    ACTOR_KINDS,
    BASES,
    HARMED,
    HARMS,
    INCIDENT_TYPES,
    LONGEST_PHRASE,
    PARTS,
    SIGNS,
    STAGES,
    TIE_VALUES,
    date_range,
    is_short,
    quote_hash,
)

Made = TypeVar("Made")
LETTERS = dict(zip(PARTS, "tibjps", strict=True))
FIELDS = {
    "ties": "at tie from to trigger role negated factuality hedges mode voice speaker valid weight",
    "incidents": "at incident id stage trigger date place by victims targets weapons casualties parties part_of weight",
    "attributes": "at attribute subject value",
    "judgements": "at about content speaker negated",
    "predictions": "at about content speaker horizon",
    "statements": "at about content speaker",
}


@dataclass
class Draft:
    """A draft beside its text: the actors known so far, and the faults found."""

    text: str
    actors: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def guarded(self, label: str, make: Callable[[], Made]) -> Made | None:
        """What make gives, or None with the fault kept under its label."""
        try:
            return make()
        except (Fault, ValueError) as fault:
            self.faults.append(f"{label}: {fault}")
        except (KeyError, TypeError, AttributeError) as fault:
            self.faults.append(f"{label}: a field is missing or has the wrong form ({fault!r})")
        return None


def annotation(draft: dict, text: str) -> tuple[dict, list[str]]:
    """(annotation, faults) of a draft; the annotation may be written only when there are no faults."""
    state = Draft(text)
    source = {key: draft[key] for key in ("set", "id", "published") if draft.get(key)}
    made: dict = {"source": source, "actors": actors(state, draft.get("actors", {}))}
    made |= {part: [] for part in PARTS}
    for number, passage in enumerate(draft.get("passages", []), 1):
        add_passage(state, made, passage, f"passage {number} (at {passage.get('at')})")
    state.faults += repeated(made["ties"])
    return made, state.faults


def actors(state: Draft, given: dict[str, list[str]]) -> list[dict]:
    """Actors of {"id": [kind, name, another name ...]}; every name must be in the text."""
    made = [
        state.guarded(f"actor {key}", lambda key=key, row=row: actor(state, key, row)) for key, row in given.items()
    ]
    return [one for one in made if one]


def actor(state: Draft, key: str, row: list[str]) -> dict:
    """One actor of its kind and names."""
    kind, *names = row
    state.actors[key] = names
    one_of("kind", kind, ACTOR_KINDS)
    if not names:
        raise Fault("give at least one name as the text has it")
    absent = [name for name in names if not occurrences(state.text, Span(0, len(state.text)), name)]
    if absent:
        raise Fault(f"not in the text: {absent}")
    for name in names:
        short("name", name)
    return {"id": key, "names": names, "kind": kind}


def add_passage(state: Draft, made: dict, passage: dict, label: str) -> None:
    """Add the parts of one passage to the annotation."""
    unknown = set(passage) - {"at", *PARTS}
    if unknown:
        state.faults.append(f"{label}: unknown fields {sorted(unknown)}")
    for part in PARTS:
        for number, given in enumerate(passage.get(part, []), 1):
            own = {"at": passage.get("at"), **given}
            name = f"{label}, {part} {number} ({', '.join(str(value) for value in list(given.values())[:3])})"
            one = state.guarded(name, lambda part=part, own=own: make_part(state, part, own, len(made[part]) + 1))
            made[part] += [one] if one else []


def make_part(state: Draft, part: str, given: dict, number: int) -> dict:
    """One tie, incident or other part with its quote."""
    unknown = set(given) - set(FIELDS[part].split())
    if unknown:
        raise Fault(f"unknown fields {sorted(unknown)}; known: {FIELDS[part]}")
    within = quote(state.text, given["at"])
    body = MAKERS[part](state, given, within)
    seal = {"quote": list(within), "quote_sha": quote_hash(state.text[within.start : within.end])}
    return {"id": given.get("id", f"{LETTERS[part]}{number}"), **body, **seal}


def quote(text: str, at: int | str) -> Span:
    """The span of a sentence number (3), a run of them ("3-5"), or words ("The first words ... the last words")."""
    numbers = re.fullmatch(r"(\d+)(?:-(\d+))?", str(at))
    if not numbers:
        return find(text, Span(0, len(text)), at)
    known = sentences(text)
    first, last = int(numbers[1]), int(numbers[2] or numbers[1])
    if not 1 <= first <= last <= len(known):
        raise Fault(f"no sentences {at}: the text has 1-{len(known)}")
    return Span(known[first - 1][0], known[last - 1][1])


def tie(state: Draft, given: dict, within: Span) -> dict:
    """A tie of its draft."""
    dimension, sign = dimension_and_sign(given["tie"])
    subject, subject_span = party(state, within, given["from"])
    object_, object_span = party(state, within, given["to"])
    if subject == object_:
        raise Fault("an actor has no tie with itself: give the other party its own actor")
    speaker, speaker_span = party(state, within, given["speaker"]) if given.get("speaker") else (None, None)
    made = {"subject": subject, "object": object_, "subject_span": subject_span, "object_span": object_span}
    made |= {"dimension": dimension, "sign": sign, "trigger": list(find(state.text, within, given["trigger"]))}
    made |= {"role": short("role", given.get("role")), "negated": given.get("negated", False)}
    made |= {"factuality": given.get("factuality", "certain")}
    made |= {"hedges": [list(find(state.text, within, hedge)) for hedge in given.get("hedges", [])]}
    made |= {"mode": given.get("mode", "actual"), "voice": given["voice"]}
    made |= {"speaker": speaker, "speaker_span": speaker_span, "valid": valid(given.get("valid"))}
    made |= {"weight": given.get("weight", 1)}
    for name, allowed in TIE_VALUES.items():
        one_of(name, made[name], allowed)
    return made


def dimension_and_sign(words: str) -> tuple[str, int]:
    """'attack' is (attack, -1); a dimension with two signs needs its sign, as in 'stance-'."""
    dimension = words.rstrip("+-")
    one_of("tie", dimension, set(SIGNS))
    allowed = SIGNS[dimension]
    if words == dimension and len(allowed) > 1:
        raise Fault(f"{dimension} has two signs: write {dimension}+ or {dimension}-")
    sign = {"+": 1, "-": -1}[words[len(dimension) :]] if words != dimension else next(iter(allowed))
    one_of("sign", sign, allowed)
    return dimension, sign


def party(state: Draft, within: Span, given: Words) -> tuple[str, list[int]]:
    """(actor, span) of 'id=words of the mention', or of 'id' when one of its names stands once in the quote."""
    if isinstance(given, dict):
        return known(state, given["actor"]), list(find(state.text, within, given))
    key, marked, words = given.partition("=")
    if marked:
        return known(state, key), list(find(state.text, within, words))
    names = sorted(state.actors[known(state, key)], key=len, reverse=True)
    for name in names:
        if occurrences(state.text, within, name):
            return key, list(find(state.text, within, name))
    raise Fault(f"no name of {key} is in the quote: write {key}=WORDS with the words of the mention")


def known(state: Draft, key: str) -> str:
    """The actor, if it was declared."""
    one_of("actor", key, set(state.actors))
    return key


def valid(words: str | None) -> dict | None:
    """When a tie holds, or None."""
    if words is None:
        return None
    first, last, precision = date_range(words)
    return {"from": first, "to": last, "precision": precision}


def incident(state: Draft, given: dict, within: Span) -> dict:
    """An incident of its draft."""
    one_of("incident", given["incident"], INCIDENT_TYPES)
    stage = given.get("stage", "accomplished")
    one_of("stage", stage, STAGES)
    date = valid(given.get("date"))
    made = {"type": given["incident"], "stage": stage}
    made |= {"trigger": list(find(state.text, within, given["trigger"]))} if given.get("trigger") else {}
    made |= {"date": date and {"from": date["from"], "to": date["to"]}, "place": short("place", given.get("place"))}
    made |= {"responsibility": [responsibility(state, words) for words in given.get("by", [])]}
    for name in ("victims", "targets", "weapons"):
        made[name] = [short(name, words) for words in given.get(name, [])]
    made |= {"casualties": [casualties(words) for words in given.get("casualties", [])]}
    made |= {"parties": [known(state, key) for key in given["parties"]]} if given.get("parties") else {}
    made |= {"part_of": given["part_of"]} if given.get("part_of") else {}
    weight = given.get("weight", 1)
    one_of("weight", weight, TIE_VALUES["weight"])
    return made | {"weight": weight}


def responsibility(state: Draft, words: str) -> dict:
    """{"actor", "basis"} of 'id basis', as in 'reds claimed'."""
    key, _, basis = words.partition(" ")
    one_of("basis", basis, BASES)
    return {"actor": known(state, key), "basis": basis}


def casualties(words: str) -> dict:
    """Lowest, best and highest of 'killed civilian 10', '5-7', '14+' (at least) or '-20' (at most)."""
    parts = re.fullmatch(r"(\w+) (\w+) (\d+)?(?:(-)(\d+)?|(\+))?", words)
    if not parts or not (parts[3] or parts[5]):
        raise Fault(f"casualties {words!r}: write 'killed civilian 10', '5-7', '14+' or '-20'")
    one_of("casualties", parts[1], HARMS)
    one_of("casualties", parts[2], HARMED)
    low, high = (int(parts[3]) if parts[3] else None), (int(parts[5]) if parts[5] else None)
    exact = not parts[4] and not parts[6]
    best = low if exact or parts[6] else None
    return {"kind": parts[1], "who": parts[2], "low": low, "best": best, "high": low if exact else high}


def attribute(state: Draft, given: dict, within: Span) -> dict:
    """An attribute of its draft."""
    made = {"subject": known(state, given["subject"]), "attribute": given["attribute"]}
    return made | attribute_value(state.text, within, given["value"])


def attribute_value(text: str, within: Span, value: str) -> dict:
    """Short values are kept as they are; long ones only as offsets, so that no sentence is copied."""
    found = occurrences(text, within, value)
    if not found and not is_short(value):
        raise Fault(f"value of {len(value.split())} words is not in the quote: copy it, or say it in {LONGEST_PHRASE}")
    return {"value": value if is_short(value) else None, "value_span": list(found[0]) if found else None}


def saying(state: Draft, given: dict, within: Span) -> dict:
    """A judgement, prediction or statement of its draft."""
    made = {"about": [known(state, key) for key in given["about"]]}
    made |= {"speaker": known(state, given["speaker"])} if given.get("speaker") else {"speaker": None}
    made |= {key: given[key] for key in ("negated", "horizon") if key in given}
    short("horizon", given.get("horizon"))
    return made | {"content": list(find(state.text, within, given["content"]))}


MAKERS: dict[str, Callable[[Draft, dict, Span], dict]] = {
    "ties": tie,
    "incidents": incident,
    "attributes": attribute,
    "judgements": saying,
    "predictions": saying,
    "statements": saying,
}


def repeated(ties: list[dict]) -> list[str]:
    """Ties that say the same of the same words again."""
    seen: dict[str, str] = {}
    faults = []
    for one in ties:
        key = str(
            [one[name] for name in ("subject_span", "object_span", "dimension", "sign", "negated", "speaker", "mode")]
        )
        faults += [f"tie {one['id']} repeats {seen[key]}"] if key in seen else []
        seen[key] = one["id"]
    return faults


def one_of(name: str, value: object, allowed: set) -> None:
    """Refuse a value that is none of the allowed."""
    if value not in allowed:
        raise Fault(f"{name} {value!r} is none of {sorted(allowed, key=str)}")


def short(name: str, words: str | None) -> str | None:
    """The words, refused when they are longer than a phrase."""
    if words is not None and not is_short(words):
        raise Fault(f"{name} {words!r} is too long: at most {LONGEST_PHRASE} words")
    return words
