"""The words an annotation may use; every value outside these tables is a fault."""

import hashlib
import re

SIGNS = {
    "command": {1},
    "membership": {1},
    "allegiance": {1, -1},
    "kinship": {1},
    "finance": {1},
    "arms": {1},
    "training": {1},
    "logistics": {1},
    "intelligence": {1},
    "safe_haven": {1},
    "support": {1},
    "joint_operation": {1},
    "personnel": {1, -1},
    "accord": {1, -1},
    "ideology": {1, -1},
    "stance": {1, -1},
    "rivalry": {-1},
    "coercion": {-1},
    "attack": {-1},
    "clash": {-1},
    "origin": {0},
}
UNDIRECTED = {"kinship", "joint_operation", "accord", "ideology", "rivalry", "clash"}
ACTOR_KINDS = {
    "armed_group",
    "faction",
    "umbrella",
    "state_agency",
    "government",
    "igo",
    "organisation",
    "community",
    "person",
    "either_or",
}
TIE_VALUES = {
    "voice": {"stated", "observed", "assessed"},
    "factuality": {"certain", "probable", "possible", "unknown"},
    "mode": {"actual", "future", "hypothetical"},
    "negated": {True, False},
    "weight": {1, 0.5},
}
INCIDENT_TYPES = {
    "attack",
    "bombing",
    "suicide_bombing",
    "shooting",
    "siege",
    "kidnapping",
    "assassination",
    "air_strike",
    "drone_strike",
    "clash",
    "arson",
    "robbery",
    "arrest",
    "raid",
    "agreement",
    "meeting",
    "exercise",
    "takeover",
    "designation",
    "statement",
    "other",
}
STAGES = {"accomplished", "attempted", "planned", "threatened"}
BASES = {
    "reported",
    "claimed",
    "attributed",
    "suspected",
    "accused_by_authorities",
    "convicted",
    "denied",
    "no_comment",
    "facilitated",
    "benefits",
}
HARMS = {"killed", "wounded", "abducted", "arrested", "casualties"}
HARMED = {"civilian", "security", "perpetrator", "unknown"}
PARTS = ("ties", "incidents", "attributes", "judgements", "predictions", "statements")
LONGEST_PHRASE = 8


def quote_hash(words: str) -> str:
    """Twelve hex digits that tell whether a quote still covers the same words, whatever the line breaks."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


def is_short(words: str) -> bool:
    """Whether words are a phrase that may stand in a committed file, not a sentence of the text."""
    return len(words.split()) <= LONGEST_PHRASE


def date_range(words: str) -> tuple[str | None, str | None, str]:
    """(from, to, precision) of '2015', '2015-03..2016-01', '..2018', '2021..' or '1980s'; ValueError otherwise."""
    if re.fullmatch(r"\d{3}0s", words):
        return words[:4], f"{words[:3]}9", "decade"
    first, dots, last = words.partition("..")
    ends = [first, last if dots else first]
    if not any(ends) or any(end and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", end) for end in ends):
        raise ValueError(f"date {words!r}: write YYYY, YYYY-MM, YYYY-MM-DD, FROM..TO, FROM.., ..TO or YYY0s")
    coarsest = min(len(end) for end in ends if end)
    return ends[0] or None, ends[1] or None, {4: "year", 7: "month", 10: "day"}[coarsest]
