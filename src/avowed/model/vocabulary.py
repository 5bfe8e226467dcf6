"""The closed vocabularies that every layer speaks; their values are the words shown to users and stored in cases."""

from enum import StrEnum


class MentionType(StrEnum):
    """What kind of thing a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    LOCATION = "location"
    FACILITY = "facility"
    NATIONALITY = "nationality"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    MILITARY_PLATFORM = "military_platform"
    MONEY = "money"
    QUANTITY = "quantity"
    TIME = "time"
    DOCUMENT = "document"
    OTHER = "other"


class Form(StrEnum):
    """How a mention refers: by name, by a noun ("the group") or by a pronoun ("it")."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class ActorKind(StrEnum):
    """What kind of actor stands behind a name."""

    ARMED_GROUP = "armed_group"
    FACTION = "faction"
    UMBRELLA = "umbrella"
    STATE_AGENCY = "state_agency"
    GOVERNMENT = "government"
    IGO = "igo"
    ORGANISATION = "organisation"
    COMMUNITY = "community"
    PERSON = "person"
    EITHER_OR = "either_or"


class Slot(StrEnum):
    """What a name is to its actor; weak aliases never suffice to merge on."""

    NAME = "name"
    ALIAS = "alias"
    WEAK_ALIAS = "weak_alias"
    FORMER_NAME = "former_name"


class Dimension(StrEnum):
    """In which respect two actors are tied."""

    COMMAND = "command"
    MEMBERSHIP = "membership"
    ALLEGIANCE = "allegiance"
    KINSHIP = "kinship"
    FINANCE = "finance"
    ARMS = "arms"
    TRAINING = "training"
    LOGISTICS = "logistics"
    INTELLIGENCE = "intelligence"
    SAFE_HAVEN = "safe_haven"
    SUPPORT = "support"
    JOINT_OPERATION = "joint_operation"
    PERSONNEL = "personnel"
    ACCORD = "accord"
    IDEOLOGY = "ideology"
    STANCE = "stance"
    RIVALRY = "rivalry"
    COERCION = "coercion"
    ATTACK = "attack"
    CLASH = "clash"
    ORIGIN = "origin"

    @property
    def symmetric(self) -> bool:
        """True where subject and object may be exchanged without changing the meaning."""
        return self in SYMMETRIC


SYMMETRIC = frozenset(
    {
        Dimension.KINSHIP,
        Dimension.JOINT_OPERATION,
        Dimension.ACCORD,
        Dimension.IDEOLOGY,
        Dimension.RIVALRY,
        Dimension.CLASH,
    }
)


class Factuality(StrEnum):
    """How sure the innermost speaker is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """Whether the proposition is told as fact (past or present), as future or as hypothetical."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


class Voice(StrEnum):
    """Who vouches: a party itself, the report as conduct observed, or a third party's judgement."""

    STATED = "stated"
    OBSERVED = "observed"
    ASSESSED = "assessed"


class SpeakerRole(StrEnum):
    """What a speaker is to the thing said."""

    SELF = "self"
    COUNTERPARTY = "counterparty"
    ALLY = "ally"
    ADVERSARY = "adversary"
    OFFICIAL = "official"
    INTELLIGENCE = "intelligence"
    COURT = "court"
    WITNESS = "witness"
    DETAINEE = "detainee"
    ANALYST = "analyst"
    JOURNALIST = "journalist"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class CueTone(StrEnum):
    """Whether the cue verb doubts ("claimed"), endorses ("revealed") or does neither ("said")."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    ENDORSING = "endorsing"


class Kind(StrEnum):
    """What kind of proposition an assertion is."""

    TIE = "tie"
    INCIDENT = "incident"
    ATTRIBUTE = "attribute"
    JUDGEMENT = "judgement"
    PREDICTION = "prediction"
    STATEMENT = "statement"


class AttributeName(StrEnum):
    """What an attribute assertion says of its subject."""

    ALIAS = "alias"
    FORMER_NAME = "former_name"
    OFFICE = "office"
    IDEOLOGY = "ideology"
    BASE = "base"
    INCOME = "income"
    SIZE = "size"
    LOCATION = "location"
    HOLDING = "holding"
    OWNER = "owner"
    QUALITY = "quality"
    DESCRIPTION = "description"
    ASSOCIATION = "association"


class IncidentType(StrEnum):
    """What happened."""

    ATTACK = "attack"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    SHOOTING = "shooting"
    SIEGE = "siege"
    KIDNAPPING = "kidnapping"
    ASSASSINATION = "assassination"
    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    CLASH = "clash"
    ARSON = "arson"
    ROBBERY = "robbery"
    ARREST = "arrest"
    RAID = "raid"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    EXERCISE = "exercise"
    TAKEOVER = "takeover"
    DESIGNATION = "designation"
    STATEMENT = "statement"
    OTHER = "other"


class Stage(StrEnum):
    """How far an incident got."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    THREATENED = "threatened"


class ParticipantRole(StrEnum):
    """What part a mention has in an incident."""

    PERPETRATOR_INDIVIDUAL = "perpetrator_individual"
    PERPETRATOR_ORGANISATION = "perpetrator_organisation"
    TARGET = "target"
    VICTIM = "victim"
    WEAPON = "weapon"
    FACILITATOR = "facilitator"
    BENEFICIARY = "beneficiary"
    PARTY = "party"


class Basis(StrEnum):
    """On what footing an actor is named as responsible."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    ATTRIBUTED = "attributed"
    SUSPECTED = "suspected"
    ACCUSED_BY_AUTHORITIES = "accused_by_authorities"
    CONVICTED = "convicted"
    DENIED = "denied"
    NO_COMMENT = "no_comment"


class Harm(StrEnum):
    """What a toll counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"


class Side(StrEnum):
    """Whose people a toll counts."""

    CIVILIAN = "civilian"
    SECURITY = "security"
    PERPETRATOR = "perpetrator"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How finely a date is known; never finer than its words."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How finely a place is known."""

    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class TimeKind(StrEnum):
    """What kind of time expression it is."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class DateBasis(StrEnum):
    """How a publication date is known."""

    METADATA = "metadata"
    TEXT = "text"
    INFERRED = "inferred"
    GIVEN = "given"
