"""What is told of two mentions, as an attribute of the first: its quote, who says it, how surely, and in whose voice."""

from collections.abc import Sequence

from avowed.annotate.certainty.judge import judge
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.quoting import quote_of, speaker_spans
from avowed.annotate.sayings.saying import Saying, innermost, line_of, speakers_of
from avowed.model.evidence import Assertion, AttributeContent, Mention
from avowed.model.vocabulary import AttributeName, Factuality, Voice

Pair = tuple[Mention, Mention]


def of_two(
    page: Page, sayings: Sequence[Saying], word: Token, pair: Pair, attribute: AttributeName, identity: str
) -> Assertion:
    """What a word says of the first of two mentions by the second; the rule and its score are left to who asks."""
    one, other = pair
    line = tuple(sayings[index] for index in line_of(sayings, innermost(sayings, word.idx)))
    certainty = judge(word, line)
    speakers = speakers_of(line, page.report.text)
    plain = not line and certainty.factuality is Factuality.CERTAIN
    return Assertion(
        id=identity,
        quote=quote_of(page, word, (one.span, other.span, *speaker_spans(speakers), *certainty.hedges)),
        content=AttributeContent(one.id, attribute, other.span, other.id),
        negated=certainty.negated,
        factuality=certainty.factuality,
        hedges=certainty.hedges,
        mode=certainty.mode,
        voice=Voice.OBSERVED if plain else Voice.ASSESSED,
        attribution=speakers,
    )
