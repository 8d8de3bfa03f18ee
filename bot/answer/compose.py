"""From what is asked to what is said: one form for each kind of question."""

from __future__ import annotations

from bot.answer import compare, define, recommend, rows, small, statements, traits, verdicts
from bot.catalogue.follow_ups import follow_ups
from bot.catalogue.lookups import Catalogue
from bot.model.answer import Answer
from bot.model.meaning import Meaning


def compose(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """The answer to an understood question, with its follow-ups.

    Returns:
        None where the content has nothing (any more) that the meaning refers to.
    """
    answer = _body(meaning, catalogue)
    if answer is None or answer.choices:
        return answer
    parts = () if meaning.brief else answer.parts
    return Answer(answer.heading, answer.lead, parts, follow_ups(meaning, catalogue), answer.sources)


def _body(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    match meaning.intent:
        case "compare":
            return compare.whole(meaning, catalogue)
        case "difference":
            return compare.difference(meaning, catalogue)
        case "aspect":
            return rows.aspect(meaning, catalogue)
        case "verdict":
            return verdicts.verdict(meaning, catalogue)
        case "confirm":
            return verdicts.confirm(meaning, catalogue)
        case "why":
            return verdicts.why(meaning, catalogue)
        case "advantages" | "disadvantages" | "pros_cons":
            return traits.traits(meaning, catalogue)
        case "define":
            return define.define(meaning, catalogue)
        case "fact":
            return statements.fact(meaning, catalogue)
        case "passage":
            return statements.passage(meaning, catalogue)
        case "analogy":
            return statements.analogy(meaning, catalogue)
        case "recommend":
            return recommend.recommend(meaning, catalogue)
        case "entry":
            return small.entry(meaning, catalogue)
        case "list":
            return small.topics(catalogue)
        case "help":
            return small.help_(catalogue)
