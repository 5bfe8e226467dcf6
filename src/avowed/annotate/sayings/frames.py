"""What a cue word governs: its source and the words that are its content, read off the parse."""

from dataclasses import dataclass

from avowed.annotate.grammar.clauses import antecedent, children, is_passive, surface_subjects
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import Cue, cues
from avowed.annotate.sayings.saying import Stance
from avowed.annotate.sayings.silent import commonly_known
from avowed.model.evidence import Span

CONTENT_LABELS = ("ccomp", "xcomp")
_ISSUES = frozenset(
    {"make", "issue", "release", "publish", "repeat", "give", "spread", "have", "hold", "send", "write"}
)
_VIEWS = frozenset(
    {"view", "opinion", "eyes", "judgement", "judgment", "assessment", "estimation", "mind", "reckoning"}
)
_HEARSAY = frozenset({"word", "rumour", "rumor", "talk", "gossip", "story", "news", "whisper", "tale"})
_GOES_ROUND = frozenset({"spread", "circulate", "go", "emerge", "leak", "get", "have", "be", "reach", "run", "swirl"})
_FALSE = frozenset(
    {"lie", "myth", "fabrication", "falsehood", "untruth", "slander", "nonsense", "fiction", "untrue", "false"}
    | {"baseless", "unfounded", "groundless", "wrong", "invention"}
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its source word (None where nobody is named) and its content."""

    cue: Cue
    word: Token
    source: Token | None
    contents: tuple[Span, ...]
    stance: Stance


def frame_of(token: Token) -> Frame | None:
    """The saying that a word introduces, if any."""
    if token.lower_ == "according":
        return _according(token)
    if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
        return _verb_frame(token)
    if token.lower_ in _VIEWS and (found := _in_view(token)) is not None:
        return found
    return _noun_frame(token) if token.pos_ == "NOUN" else None


def _in_view(noun: Token) -> Frame | None:
    """`in the view of X`, `in X's opinion`: the rest of the sentence is what X holds; not `in view of the raid`."""
    owners = children(noun, "poss") or tuple(
        owner for prep in children(noun, "prep") if prep.lower_ == "of" for owner in children(prep, "pobj")
    )
    prep = noun.head
    described = children(noun, "det", "poss")
    if noun.dep_ != "pobj" or prep.lower_ not in ("in", "by", "to", "from") or not owners or not described:
        return None
    if prep.lower_ != "in" and noun.lower_ not in ("account", "accounts", "reckoning", "admission", "mind"):
        return None
    top = prep.head
    while top.head != top and top.dep_ not in ("ccomp", "relcl", "advcl", "ROOT"):
        top = top.head
    cue = cues()["verb", "believe"][0]
    return Frame(cue, noun, antecedent(owners[0]), _cut_out(extent(top), extent(prep)), cue.stance)


def _verb_frame(verb: Token) -> Frame | None:
    if commonly_known(verb):
        return None
    if _spreads(verb):
        cue = cues()["verb", "say"][0]
        return Frame(cue, verb, None, tuple(map(extent, _that_clauses(verb))), cue.stance)
    for cue in verb_cues(verb):
        contents = _verb_contents(verb, cue)
        if contents:
            return Frame(cue, verb, _verb_source(verb), contents, stance_of(verb, cue.stance))
    return None


def _spreads(verb: Token) -> bool:
    """`word has spread that`, `rumour has it that`: words of nobody in particular."""
    told = any(child.lemma_.lower() in _HEARSAY for child in children(verb, "nsubj", "nsubjpass"))
    return told and verb.lemma_ in _GOES_ROUND and bool(_that_clauses(verb))


def _that_clauses(verb: Token) -> tuple[Token, ...]:
    """Clauses that tell what goes round; one that the parser takes for a circumstance is known by its `that`."""
    clauses = children(verb, "ccomp", "advcl")
    return tuple(
        one for one in clauses if one.dep_ == "ccomp" or any(part.lower_ == "that" for part in children(one, "mark"))
    )


def verb_cues(verb: Token) -> tuple[Cue, ...]:
    """The rows that a verb form belongs to, with its particle if the table knows it so."""
    return cues().get(("verb", phrase_of(verb)), ()) or cues().get(("verb", verb.lemma_.lower()), ())


def _noun_frame(noun: Token) -> Frame | None:
    for cue in cues().get(("noun", noun.lemma_.lower()), ()):
        clauses = [child for child in children(noun, "acl", "ccomp", "relcl") if _told(child)]
        if clauses:
            return Frame(cue, noun, _noun_source(noun), tuple(map(extent, clauses)), _noun_stance(noun, cue))
    return None


def stance_of(verb: Token, told: Stance) -> Stance:
    """What the speaker does by a verb that tells so much; one who did not say so, or declined to say, withholds it."""
    silent = bool(children(verb, "neg")) or any(child.lower_ in ("neither", "nor") for child in verb.children)
    declined = verb.dep_ == "xcomp" and verb.head.lemma_ in ("decline", "refuse", "fail")
    return Stance.WITHHOLDS if silent or declined else told


def _noun_stance(noun: Token, cue: Cue) -> Stance:
    false = noun.dep_ == "pobj" and noun.head.lower_ == "as"  # `dismissed as false a report that ...`
    above = noun.head if noun.dep_ == "dobj" else noun.head.head if false else None
    denied = above is not None and any(row.stance is Stance.DENIES for row in verb_cues(above))
    return Stance.DENIES if denied or _is_false(noun) else cue.stance


def _is_false(noun: Token) -> bool:
    """`the claim that X did it is a lie`."""
    said_of = children(noun.head, "acomp", "attr") if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else ()
    return any(word.lemma_.lower() in _FALSE for word in said_of) and not children(noun.head, "neg")


def _told(clause: Token) -> bool:
    """`the claim that ...`, also where the parser takes `that` for an object; not `the claim that he made`."""
    if clause.lemma_ in _ISSUES:
        return False
    return any(child.dep_ in ("mark", "dobj") and child.lower_ == "that" for child in clause.children)


def extent(token: Token) -> Span:
    """From the first to the last word under a token."""
    first, last = token.left_edge, token.right_edge
    return Span(first.idx, last.idx + len(last.text))


def _verb_contents(verb: Token, cue: Cue) -> tuple[Span, ...]:
    clauses = _clauses(verb, cue)
    if clauses:
        return tuple(_without(extent(clause), verb) for clause in clauses)
    if cue.name in ("accuses", "convicts"):
        return _charge(verb)
    if deeds := _deeds(verb, cue):
        return deeds
    if behind := _told_behind(verb):
        return behind
    if cue.objects:
        things = [thing for thing in _things(verb) if not cue.only or thing.lemma_.lower() in cue.only]
        return tuple(extent(thing) for thing in things)
    return ()


def _things(verb: Token) -> tuple[Token, ...]:
    return children(verb, "nsubjpass") if is_passive(verb) else children(verb, "dobj")


def _clauses(verb: Token, cue: Cue) -> list[Token]:
    found = []
    for child in children(verb, *CONTENT_LABELS):
        if child.dep_ == "xcomp" and not _takes_infinitive(verb, child, cue):
            continue
        if perceived(verb, child):
            continue
        if child.dep_ == "ccomp" and child.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON"):
            continue
        found.append(child)
    return found


def perceived(verb: Token, clause: Token) -> bool:
    """`found her lying in the yard`: what somebody comes upon, and nothing that he says."""
    bare = clause.dep_ in CONTENT_LABELS and clause.tag_ == "VBG" and not children(clause, "aux", "mark")
    return bare and verb.lemma_ in ("find", "discover", "see")


def _takes_infinitive(verb: Token, child: Token, cue: Cue) -> bool:
    """`claims to have`, `is said to be`, `denied helping`; not `threatened to leave` of the speaker itself."""
    if is_passive(verb):
        return True
    if verb.lemma_ in ("claim", "purport", "profess", "deny", "admit", "acknowledge", "pretend", "boast", "recall"):
        return True
    return cue.stance in ("orders",) and child.tag_ == "VB"


def _charge(verb: Token) -> tuple[Span, ...]:
    """What somebody is accused of: `of training Y`, `for the attack`; with the accused, who acts in it."""
    found: list[Span] = []
    for prep in children(verb, "prep"):
        if prep.i > verb.i and prep.lower_ in ("of", "for", "with", "in"):
            found.extend(extent(part) for part in children(prep, "pcomp", "pobj"))
    return tuple(found)


def _deeds(verb: Token, cue: Cue) -> tuple[Span, ...]:
    """What is owned up to, boasted or spoken of as a deed: `boasts of having burned X`, `spoke of X burning Y`."""
    if cue.name not in ("says", "claims", "reveals"):
        return ()
    preps = [prep for prep in children(verb, "prep") if prep.lower_ in ("of", "about", "to")]
    deeds = [part for prep in preps for part in children(prep, "pcomp") if part.tag_ in ("VBG", "VBN")]
    doers = [one for prep in preps if prep.lower_ == "of" for one in children(prep, "pobj")]
    deeds += [one for one in doers if any(part.tag_ == "VBG" for part in children(one, "acl"))]
    return tuple(map(extent, deeds))


def _told_behind(verb: Token) -> tuple[Span, ...]:
    """What stands around or before a cue that is put into its sentence or behind it."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return _quoted_behind(verb.head.head)
    return _around(verb) if verb.dep_ in ("parataxis", "ccomp", "advcl") and _inserted(verb) else ()


def _quoted_behind(quoting: Token) -> tuple[Span, ...]:
    """What stands before `..., the paper quoted an official as saying`."""
    if clauses := children(quoting, "ccomp"):
        return tuple(map(extent, clauses))
    return _around(quoting) if quoting.dep_ in ("conj", "ccomp", "parataxis") and _set_off(quoting) else ()


def _inserted(verb: Token) -> bool:
    """`..., officials said, ...` and `as officials said`: the cue hangs in the sentence that it reports."""
    if verb.dep_ == "advcl":
        return any(child.lower_ == "as" and child.i < verb.i for child in verb.children)
    return bool(children(verb, "nsubj")) and not children(verb, "mark") and _set_off(verb)


def _set_off(verb: Token) -> bool:
    """True where a clause begins after a mark or with its sentence; not so in `regimes it deems unclean`."""
    first = verb.left_edge
    return first.is_sent_start or first.nbor(-1).pos_ in ("PUNCT", "SPACE", "CCONJ")


def _around(verb: Token) -> tuple[Span, ...]:
    """The sentence that a cue was put into, without the cue's own words."""
    return _cut_out(extent(verb.head), extent(verb))


def _cut_out(whole: Span, part: Span) -> tuple[Span, ...]:
    if not whole.covers(part):
        return (whole,)
    sides = (Span(whole.start, part.start), Span(part.end, whole.end))
    return tuple(side for side in sides if side.end - side.start > 1)


def _without(content: Span, cue: Token) -> Span:
    """Content that the parser let run over its own cue is cut at the cue."""
    if content.start <= cue.idx < content.end:
        before = Span(content.start, cue.idx)
        after = Span(cue.idx + len(cue.text), content.end)
        return max(before, after, key=lambda span: span.end - span.start)
    return content


def _verb_source(verb: Token) -> Token | None:
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and (quoted := children(verb.head.head, "dobj", "nsubjpass")):
        return quoted[0]  # `quotes an official as saying`
    if is_passive(verb):
        agents = [inner for agent in children(verb, "agent") for inner in children(agent, "pobj")]
        return agents[0] if agents else None
    subjects = [token for token in surface_subjects(verb) if token.dep_ != "expl"]
    named = [token for token in subjects if not (token.lower_ == "it" and _impersonal(verb))]
    return named[0] if named else None


def _impersonal(verb: Token) -> bool:
    return is_passive(verb)


def _noun_source(noun: Token) -> Token | None:
    owners = children(noun, "poss")
    for prep in children(noun, "prep"):
        if prep.lower_ in ("by", "from", "of"):
            owners += children(prep, "pobj")
    if owners:
        return antecedent(owners[0])
    head = noun.head
    if noun.dep_ == "dobj" and (head.lemma_ in _ISSUES or verb_cues(head)):
        subjects = surface_subjects(head)
        return subjects[0] if subjects else None
    return None


def _according(token: Token) -> Frame | None:
    inner = [prep for prep in children(token, "prep") if prep.lower_ == "to"] or [token]
    sources = [source for prep in inner for source in children(prep, "pobj")]
    if not sources or token.head == token:
        return None
    top = token
    while top.head != top and top.head.pos_ not in ("VERB", "AUX"):
        top = top.head
    whole = Span(token.sent.start_char, token.sent.end_char) if top.head.dep_ == "ROOT" else extent(top.head)
    contents = _cut_out(whole, extent(token))
    cue = cues()["verb", "say"][0]
    return Frame(cue, token, sources[0], contents, cue.stance)
