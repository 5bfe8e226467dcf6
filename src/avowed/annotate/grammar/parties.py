"""From a word of the parse to the actors it stands for: lists are spread, `fighters of X` without a mention is X."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.tokens import Token

from avowed.annotate.grammar.clauses import antecedent, children
from avowed.annotate.grammar.tables import read_lexicon
from avowed.annotate.page import Page
from avowed.model.evidence import Mention

DEEPEST = 4
OWNING_PREPOSITIONS = frozenset({"of", "from", "in", "within", "belonging", "inside", "among"})


class Parties:
    """Which mentions of actors stand behind the words of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        lexicon = read_lexicon("ties_people")
        self.people = frozenset(_words(lexicon, "people"))
        self.portions = frozenset(_words(lexicon, "portions"))
        self.belongings = frozenset(_words(lexicon, "belongings"))

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
        for mention in sorted(self._acting, key=lambda mention: mention.span.start - mention.span.end):
            for token in self._tokens(mention):
                found[token.i] = mention
        return found

    @cached_property
    def _acting(self) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.page.mentions if mention.actor is not None)

    def _tokens(self, mention: Mention) -> tuple[Token, ...]:
        first = self.page.token_at(mention.span.start)
        last = self.page.token_at(mention.span.end - 1)
        if first is None or last is None:
            return ()
        return tuple(self.page.doc[first.i : last.i + 1])

    def _root(self, mention: Mention) -> Token | None:
        tokens = self._tokens(mention)
        inside = {token.i for token in tokens}
        roots = [token for token in tokens if token.head.i not in inside or token.head is token]
        named = self.page.token_at(mention.head.end - 1)
        return named if named in roots else (roots[-1] if roots else None)

    def of_all(self, tokens: Iterable[Token], belongings: bool = False) -> tuple[Mention, ...]:
        """The actors behind several words, each actor once, in the order of the words."""
        found: dict[str, Mention] = {}
        for token in tokens:
            for mention in self.of(token, belongings):
                found.setdefault(mention.actor or mention.id, mention)
        return tuple(found.values())

    def of(self, token: Token, belongings: bool = False) -> tuple[Mention, ...]:
        """The actors behind a word and the rest of its list; with `belongings`, also owners of what is struck."""
        first = antecedent(token)
        members = (first, *(part for part in first.conjuncts if part.i > first.i))
        return tuple(mention for part in members for mention in self._one(part, belongings, 0))

    def _one(self, token: Token, belongings: bool, depth: int) -> tuple[Mention, ...]:
        mention = self._by_root.get(token.i) or self._covering.get(token.i)
        if mention is not None:
            return (mention,)
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

    def _conjuncts(self, token: Token, belongings: bool, depth: int) -> tuple[Mention, ...]:
        later = (part for part in token.conjuncts if part.i > token.i)
        return tuple(mention for part in later for mention in self._one(part, belongings, depth))

    def _ways(self, token: Token, belongings: bool) -> Iterator[tuple[Token, ...]]:
        lemma = token.lemma_.lower()
        if lemma in self.people or lemma in self.portions or (belongings and lemma in self.belongings):
            yield children(token, "poss", "compound", "amod", "nmod")
            yield tuple(
                antecedent(inner)
                for prep in children(token, "prep")
                if prep.lower_ in OWNING_PREPOSITIONS
                for inner in children(prep, "pobj")
            )
        yield children(token, "appos")


def _words(lexicon: object, key: str) -> tuple[str, ...]:
    found = lexicon.get(key, "") if isinstance(lexicon, dict) else ""
    return tuple(str(found).split())
