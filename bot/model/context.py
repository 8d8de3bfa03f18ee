"""What a turn of a conversation leaves for the next one to go on from."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from bot.model.meaning import Meaning, quote_part


@dataclass(frozen=True, slots=True)
class Context:
    """The answered question, or those that were offered when Docent asked back. Never both."""

    meaning: Meaning | None = None
    """What was answered."""
    said: tuple[str, ...] = ()
    """Words of the answered question that its facts hold: what is asked again when only the subject changes."""
    beside: tuple[str, ...] = ()
    """Subjects of which the same was asked: just before, "what is X?", "and Y?", or at once, "which of X and Y is so?"."""
    plural: bool = False
    """Whether the subject, with others ``beside`` it, was named in the plural: then "they" are the things of its name."""
    offered: tuple[Meaning, ...] = ()
    """The questions that were offered, in their order."""

    @property
    def id(self) -> str:
        """Stable text form: ``confirm?subjects=a&facts=f#read-only@b``, or the offered ones, each with a ``|`` behind it."""
        if self.meaning is None:
            return "".join(f"{each.id}|" for each in self.offered)
        said = f"#{','.join(map(quote_part, self.said))}" if self.said else ""
        at = "@@" if self.plural else "@"
        return self.meaning.id + said + (at + ",".join(map(quote_part, self.beside)) if self.beside else "")

    @classmethod
    def from_id(cls, text: str) -> Context:
        """Read back what ``id`` wrote.

        Raises:
            ValueError: the text is not the id of a context.
        """
        if "|" in text:
            return cls(offered=tuple(Meaning.from_id(each) for each in text.split("|") if each))
        told, _, beside = text.partition("@")
        meaning, _, said = told.partition("#")

        def several(part: str) -> tuple[str, ...]:
            return tuple(unquote(word) for word in part.split(",") if word)

        return cls(Meaning.from_id(meaning), several(said), several(beside.lstrip("@")), plural=beside.startswith("@"))

    @property
    def about(self) -> Meaning | None:
        """What the next turn may inherit: the answered question, or what all of the offered ones are about."""
        if self.meaning is not None or not self.offered:
            return self.meaning
        first, *rest = self.offered
        subjects = tuple(s for s in first.subjects if all(s in each.subjects for each in rest))
        aspects = tuple(a for a in first.aspects if all(a in each.aspects for each in rest))
        if not subjects and not aspects:
            return None
        return Meaning("aspect" if aspects else "define", subjects, aspects)
