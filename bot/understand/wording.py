"""The words of a question as plain English: set phrases, asides and inversions put in the words that they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text import Word
from bot.understand.beside import set_beside
from bot.understand.clauses import sentences, without_contrast, without_thought
from bot.understand.deeds import different
from bot.understand.lasting import as_lasting
from bot.understand.plainly import plainly
from bot.understand.shorthand import in_full, with_than, without_hearsay
from bot.understand.straight import straight
from bot.understand.words.lexicon import Lexicon


def in_plain_english(text: str, repaired: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """What is read of a question: its ``repaired`` words with all that others stand for; spans lie in ``text``."""
    straightened = straight(plainly(without_hearsay(in_full(repaired))))
    said = [as_lasting(sentence, lexicon) for sentence in sentences(text, different(straightened, lexicon))]
    outright = without_contrast(text, tuple(word for sentence in said for word in sentence))
    return without_thought(text, set_beside(text, with_than(outright, lexicon), lexicon))
