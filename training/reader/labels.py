"""The label sets of the reader's heads, in the order of their columns; index 0 is always "nothing"."""

from avowed.model.vocabulary import Dimension, Factuality, MentionType, Mode, Voice

MENTIONS = ("none", *(kind.value for kind in MentionType))
ACTORS = ("none", "party")
ROLES = ("none", "PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
INCIDENTS = ("none", "attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")

REPORTS = (*INCIDENTS, *(f"several: {kind}" for kind in INCIDENTS[1:]))  # what a whole report tells of
TEMPLATES = ("apart", "same")

TWO_SIGNED = (Dimension.ALLEGIANCE, Dimension.PERSONNEL, Dimension.ACCORD, Dimension.IDEOLOGY, Dimension.STANCE)
HOSTILE = (Dimension.RIVALRY, Dimension.COERCION, Dimension.ATTACK, Dimension.CLASH)
SIGN_MARK = {1: "+", 0: "0", -1: "-"}


def _signs(dimension: Dimension) -> tuple[int, ...]:
    if dimension in TWO_SIGNED:
        return (1, -1)
    if dimension is Dimension.ORIGIN:
        return (0,)
    return (-1,) if dimension in HOSTILE else (1,)


TIES = ("none", *(f"{one.value}{SIGN_MARK[sign]}" for one in Dimension for sign in _signs(one)))
SYMMETRIC_TIES = frozenset(tie for tie in TIES[1:] if Dimension(tie[:-1]).symmetric)

RELATIONS = (
    "none",
    "CoLocated",
    "FightingAgainst",
    "BelongsTo",
    "HasAttrOf",
    "CommWith",
    "IsSynonymOf",
    "InChargeOf",
    "Likes",
    "AlliesOf",
    "Dislikes",
    "Apart",
)
SYMMETRIC_RELATIONS = frozenset({"CoLocated", "FightingAgainst", "AlliesOf", "CommWith", "IsSynonymOf", "Apart"})
SIGNED_RELATIONS = frozenset({"FightingAgainst", "Dislikes", "AlliesOf", "Likes"})

ATTRIBUTES = {
    "negated": ("no", "yes"),
    "factuality": (Factuality.CERTAIN.value, Factuality.PROBABLE.value, Factuality.POSSIBLE.value),
    "mode": tuple(mode.value for mode in Mode),
    "voice": tuple(voice.value for voice in Voice),
}

RE3D_TYPES = {
    "Organisation": MentionType.ORGANISATION,
    "Location": MentionType.LOCATION,
    "Person": MentionType.PERSON,
    "Temporal": MentionType.TIME,
    "Quantity": MentionType.QUANTITY,
    "DocumentReference": MentionType.DOCUMENT,
    "Weapon": MentionType.WEAPON,
    "MilitaryPlatform": MentionType.MILITARY_PLATFORM,
    "Nationality": MentionType.NATIONALITY,
    "Money": MentionType.MONEY,
    "Vehicle": MentionType.VEHICLE,
    "CommsIdentifier": MentionType.OTHER,
    "Frequency": MentionType.OTHER,
}


def tie_label(dimension: str, sign: int) -> str | None:
    """The column of this dimension and sign; None where the pair of them has none."""
    label = f"{dimension}{SIGN_MARK[sign]}"
    return label if label in TIES else None
