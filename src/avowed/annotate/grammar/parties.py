"""From a word of the parse to the actors it stands for: lists are spread, `fighters of X` without a mention is X."""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from avowed.annotate.grammar.clauses import antecedent, children, surface_subjects
from avowed.annotate.grammar.tables import read_lexicon, word_set
from avowed.annotate.grammar.together import Together
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Mention
from avowed.model.vocabulary import Form, MentionType

DEEPEST = 4
BEING = frozenset({"be", "become", "remain"})
PLACING = word_set("placing")
OWNING_PREPOSITIONS = frozenset({"of", "from", "in", "within", "belonging", "inside", "among"})


class Parties:
    """Which mentions of actors stand behind the words of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.together = Together(page)
        self.people, self.portions, self.belongings = map(_words, ("people", "portions", "belongings"))

    @cached_property
    def _by_root(self) -> dict[int, Mention]:
        found: dict[int, Mention] = {}
        for mention in sorted(self._acting, key=lambda mention: mention.span.end - mention.span.start):
            root = self._root(mention)
            if root is not None:
                found[root.i] = mention
        return found

    @cached_property
    def _covering(self) -> dict[int, Mention]:
        found: dict[int, Mention] = {}
        named = (mention for mention in self._acting if mention.form is Form.NAME)
        for mention in sorted(named, key=lambda mention: mention.span.start - mention.span.end):
            for token in self._tokens(mention):
                found[token.i] = mention
        return found

    @cached_property
    def _acting(self) -> tuple[Mention, ...]:
        return tuple(
            mention for mention in self.page.mentions if mention.actor is not None and not self._merely_where(mention)
        )

    def _merely_where(self, mention: Mention) -> bool:
        """A country named as the place of something (`in X`, `across X`) is not acting there."""
        if mention.type is not MentionType.LOCATION:
            return False
        first = self.page.token_at(mention.span.start)
        while first is not None and first.i > 0 and first.nbor(-1).pos_ in ("DET", "ADJ"):
            first = first.nbor(-1)
        return first is not None and first.i > 0 and first.nbor(-1).lower_ in PLACING

    def _tokens(self, mention: Mention) -> tuple[Token, ...]:
        first = self.page.token_at(mention.span.start)
        last = self.page.token_at(mention.span.end - 1)
        if first is None or last is None:
            return ()
        return tuple(self.page.doc[first.i : last.i + 1])

    def _root(self, mention: Mention) -> Token | None:
        tokens = self._tokens(mention)
        inside = {token.i for token in tokens}
        roots = [token for token in tokens if token.head.i not in inside or token.head == token]
        named = self.page.token_at(mention.head.end - 1)
        return named if named in roots else (roots[-1] if roots else None)

    def of_all(self, tokens: Iterable[Token], belongings: bool = False, lists: bool = True) -> tuple[Mention, ...]:
        """The actors behind several words, each actor once, in the order of the words."""
        found: dict[str, Mention] = {}
        for token in tokens:
            for mention in self.of(token, belongings, lists):
                found.setdefault(mention.actor or mention.id, mention)
        return tuple(found.values())

    def of(self, token: Token, belongings: bool = False, lists: bool = True) -> tuple[Mention, ...]:
        """The actors behind a word and the rest of its list; with `belongings`, also owners of what is struck."""
        first = antecedent(token)
        members = self._members(first) if lists else (first,)
        return tuple(mention for part in members for mention in self._one(part, belongings, 0))

    def headed_by(self, token: Token) -> Mention | None:
        """The actor's mention whose head this very word is, unless a name beside it says who is meant."""
        mention = self._by_root.get(token.i)
        if mention is not None and mention.form is not Form.NAME and self._name_beside(token) is not None:
            return None
        return mention

    def _name_beside(self, token: Token) -> Mention | None:
        """The name that a noun is said of: `X is the leader`, `the leader is X`, `the leader, X`, `X, the leader`."""
        partners = [*children(token, "appos"), *_same(token)]
        if token.dep_ == "nsubj" and token.head.lemma_ == "be":
            partners.extend(children(token.head, "attr"))
        for partner in partners:
            mention = self._by_root.get(partner.i)
            if mention is not None and mention.form is not Form.NOMINAL and mention.span.start != token.idx:
                return mention
        return None

    def _members(self, first: Token) -> tuple[Token, ...]:
        """A word with the rest of its list, and what it says it includes: `groups such as X and Y`."""
        listed = (first, *(part for part in first.conjuncts if part.i > first.i))
        named = tuple(example for part in listed for example in _examples(part))
        misread = tuple(part for member in listed for part in self._listed_names(member))
        return (*listed, *misread, *named)

    def _listed_names(self, token: Token) -> tuple[Token, ...]:
        """`X, Y and Z` that the parser took for an apposition: names, with more names joined on."""
        if token.i not in self._by_root or self._by_root[token.i].form is not Form.NAME:
            return ()
        found: list[Token] = []
        for part in children(token, "appos"):
            rest = tuple(other for other in part.conjuncts if other.i > part.i)
            mention = self._by_root.get(part.i)
            if (
                rest
                and mention is not None
                and mention.form is Form.NAME
                and mention.actor != self._by_root[token.i].actor
            ):
                found.extend((part, *rest))
        return tuple(found)

    def _one(self, token: Token, belongings: bool, depth: int) -> tuple[Mention, ...]:
        mention = self._by_root.get(token.i) or self._covering.get(token.i)
        if mention is not None:
            named = self._name_beside(token) if mention.form is Form.NOMINAL else None
            together = () if named or mention.form is Form.NAME else tuple(self.together.of(mention))
            return together or (named or mention,)
        if depth > DEEPEST:
            return ()
        for parts in self._ways(token, belongings):
            found = tuple(
                mention
                for part in parts
                for mention in (self._one(part, belongings, depth + 1) + self._conjuncts(part, belongings, depth + 1))
            )
            if found:
                return found
        return ()

    def _last_named(self, token: Token) -> tuple[Token, ...]:
        """What `the latter` points at: the root of the name that ends last before it."""
        before = [index for index, mention in self._by_root.items() if mention.span.end <= token.idx]
        return (token.doc[max(before)],) if before else ()

    def _name_behind(self, token: Token) -> tuple[Token, ...]:
        """`the outfit X`: the root of a name that begins right behind a describing noun."""
        behind = next((word.idx for word in token.doc[token.i + 1 :] if not word.is_space), None)
        for index, mention in self._by_root.items():
            if mention.span.start == behind and mention.form is Form.NAME:
                return (token.doc[index],)
        return ()

    def is_name(self, token: Token) -> bool:
        """Whether a word is the root of an actor's name: the `Front` of `the Karsh Front` is no front."""
        return token.i in self._by_root and self._by_root[token.i].form is Form.NAME

    def _conjuncts(self, token: Token, belongings: bool, depth: int) -> tuple[Mention, ...]:
        later = (part for part in token.conjuncts if part.i > token.i)
        return tuple(mention for part in later for mention in self._one(part, belongings, depth))

    def _ways(self, token: Token, belongings: bool) -> Iterator[tuple[Token, ...]]:
        lemma = token.lemma_.lower()
        if lemma in self.people or lemma in self.portions or (belongings and lemma in self.belongings):
            yield self._name_behind(token)
            yield tuple(part for part in children(token, "appos") if self.is_name(part))
            yield children(token, "poss", "compound", "amod", "nmod")
            yield tuple(
                antecedent(inner)
                for prep in children(token, "prep")
                if prep.lower_ in OWNING_PREPOSITIONS
                for inner in children(prep, "pobj")
            )
        if lemma == "latter":
            yield self._last_named(token)
        yield children(token, "appos")
        yield _same(token)


def _examples(token: Token) -> Iterator[Token]:
    for prep in children(token, "prep"):
        such = prep.lower_ == "as" and any(child.lower_ == "such" for child in prep.children)
        if prep.lower_ in ("including", "include") or such:
            for part in children(prep, "pobj", "pcomp"):
                yield from (part, *(other for other in part.conjuncts if other.i > part.i))


def _same(token: Token) -> tuple[Token, ...]:
    """What a descriptive noun is said of: `X is a group that ...`, `X, a group that ...`, `a leader identified as X`."""
    found: list[Token] = []
    for clause in children(token, "acl"):
        if clause.lemma_ in ("identify", "name", "call", "know"):
            found.extend(part for prep in children(clause, "prep", "oprd") for part in (prep, *children(prep, "pobj")))
    if token.dep_ == "attr" and token.head.lemma_ in BEING:
        found.extend(surface_subjects(token.head))
    elif token.dep_ == "appos":
        found.append(token.head)
    return tuple(part for part in found if part.pos_ != "ADP")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(str(read_lexicon("ties_people").get(key, "")).split())
