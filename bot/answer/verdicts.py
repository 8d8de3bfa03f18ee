"""Who is ahead, yes or no, and why: read off the facts, with the reason beside it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.pieces import ended, fact_prose, listing, sources, stated, table
from bot.answer.rows import aspect, bearing
from bot.catalogue.causes import gives_reason
from bot.catalogue.lookups import Catalogue
from bot.catalogue.marks import mark_of, marks
from bot.catalogue.quantities import quantity
from bot.catalogue.standing import Standing, amounts, standing
from bot.catalogue.wording import aspect_name, capital, listed, name, verb
from bot.model.answer import Answer
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.prose import Part, Prose
from bot.text import words


def verdict(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """Which subject is at the better, or the worse, end of the aspect."""
    subjects = meaning.subjects
    facts = bearing(meaning.aspects, subjects, catalogue)
    if not facts:
        return None
    marked = _marked(meaning, catalogue)
    if marked is not None:
        return Answer(
            f"{capital(aspect_name(meaning.aspects[0], catalogue))}: {_names(subjects, catalogue)}",
            marked,
            _rows(facts, subjects, meaning.aspects, catalogue),
            sources=sources(facts),
        )
    most, least = amounts(catalogue, meaning.aspects[0], subjects) if meaning.amount else ("", "")
    if chosen := least if meaning.amount == "less" else most:
        topic = aspect_name(meaning.aspects[0], catalogue)
        cell = catalogue.cell(meaning.aspects[0], chosen)
        end = _END[meaning.amount][len(subjects) > _PAIR]
        if cell and (found := quantity(cell.prose.plain)) and found.kind == "time":
            end = _TIME_END[meaning.amount][len(subjects) > _PAIR] + " on"
        lead = Prose.of(name(chosen, catalogue), bold=True) + Prose.of(f", by this overview: {end} {topic}. ")
        return Answer(
            f"{capital(topic)}: {_names(subjects, catalogue)}",
            lead + ended(fact_prose(cell)) if cell else lead,
            _rows(facts, subjects, meaning.aspects, catalogue),
            sources=sources(facts),
        )
    told, place = _first_told(meaning, catalogue, subjects)
    if place is None or meaning.amount == "less":
        answer = aspect(Meaning("aspect", subjects, meaning.aspects), catalogue)
        if answer is None:
            return None
        if not meaning.sense:
            # Which of them has it was asked, and neither end.
            return answer
        lead = Prose.of("The overview does not say which is ahead. ") + answer.lead
        return Answer(answer.heading, lead, answer.parts, sources=answer.sources)
    if (apart := _apart(meaning, catalogue, subjects)) is not None:
        return Answer(
            f"{capital(listed([aspect_name(each, catalogue) for each in meaning.aspects]))}: {_names(subjects, catalogue)}",
            Prose.of("It depends. By this overview, ") + apart,
            _rows(facts, subjects, meaning.aspects, catalogue),
            sources=sources(facts),
        )
    chosen = place.worst if meaning.sense == "worse" else place.best
    topic = aspect_name(told, catalogue)
    stand = "behind" if meaning.sense == "worse" else "ahead"
    lead = Prose.of(name(chosen, catalogue), bold=True) + Prose.of(f", by this overview: {stand} on {topic}. ")
    cell = catalogue.cell(told, chosen) or next((fact for fact in facts if chosen in fact.subjects), None)
    lead += ended(fact_prose(cell) if cell else stated(place.reasons[0], catalogue))
    return Answer(
        f"{capital(topic)}: {_names(subjects, catalogue)}",
        lead,
        _rows(facts, subjects, meaning.aspects, catalogue),
        sources=sources(facts),
    )


_PAIR = 2
_END = {"more": ("more", "most"), "less": ("less", "least")}
_TIME_END = {"more": ("longer", "longest"), "less": ("shorter", "shortest")}
"""What is said of two, and of more."""


def _apart(meaning: Meaning, catalogue: Catalogue, subjects: tuple[str, ...]) -> Prose | None:
    """Who is ahead on which aspect, where it is one on this and another on that; None where all say the same."""
    ends: dict[str, list[str]] = {}
    for each in meaning.aspects if meaning.each else _of_one_word(meaning.aspects, catalogue):
        place = standing(catalogue, each, subjects) if len(subjects) > 1 else Standing("", "")
        if chosen := place.worst if meaning.sense == "worse" else place.best:
            ends.setdefault(chosen, []).append(aspect_name(each, catalogue))
    if len(ends) < 2:
        return None
    stand = "behind" if meaning.sense == "worse" else "ahead"
    said = [
        Prose.of(name(subject, catalogue), bold=True)
        + Prose.of(f" {verb(subject, catalogue)} {stand} on {listed(topics)}")
        for subject, topics in ends.items()
    ]
    whole = said[0]
    for piece in said[1:]:
        whole = whole + Prose.of(", ") + piece
    return ended(whole)


def _of_one_word(aspects: Sequence[str], catalogue: Catalogue) -> list[str]:
    """The aspects that one word for an end names as it names the first, "cheaper": the price and the running costs. Where the
    first has a name of one word, "Time", that comes before "Setup time".
    """
    said = {each: {alias.text for alias in catalogue.aspects[each].aliases if alias.sense} for each in aspects}
    plain = {each: len(words(catalogue.aspects[each].name)) == 1 for each in aspects}
    first = aspects[0]
    return [each for each in aspects if said[each] & said[first] and (plain[each] or not plain[first])]


def _marked(meaning: Meaning, catalogue: Catalogue) -> Prose | None:
    """Who has a yes and who a no in the row of a feature matrix; None where the row holds anything else."""
    row = marks(catalogue, meaning.aspects[0], meaning.subjects)
    if meaning.sense or not row:
        return None
    topic = capital(aspect_name(meaning.aspects[0], catalogue))
    having = [subject for subject, found in row.items() if found == "yes"]
    if len(having) == 1:
        lead = Prose.of(name(having[0], catalogue), bold=True) + Prose.of(f", by this overview. {topic}: ")
    else:
        lead = Prose.of(f"{topic}, by this overview: ")
    said = []
    for mark in ("yes", "no"):
        named = tuple(subject for subject, found in row.items() if found == mark)
        if named:
            said.append(Prose.of(mark, bold=True) + Prose.of(f" for {_names(named, catalogue)}"))
    return ended(lead + (said[0] + Prose.of(", ") + said[1] if len(said) > 1 else said[0]))


def confirm(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """Yes or no first, then what the overview says; no verdict where it gives none."""
    if meaning.aspects and meaning.sense and meaning.subjects:
        return _confirm_standing(meaning, catalogue)
    facts = [catalogue.facts[fact] for fact in meaning.facts if fact in catalogue.facts]
    if not facts:
        return None
    opening = {"stated": "Yes. By this overview: ", "denied": "No. By this overview: ", "": "By this overview: "}[
        meaning.premise
    ]
    first = facts[0]
    # A bare "✅" says nothing without the name of its row.
    row = f": {first.label}: " if mark_of(first) else ": "
    said = fact_prose(first)
    if first.kind == "passage" and meaning.premise:
        # The document's own yes or no, under its own question.
        opening = ""
    if first.subjects and first.kind != "passage":
        said = Prose.of(_names(first.subjects, catalogue), bold=True) + Prose.of(row) + said
    heading = _names(meaning.subjects, catalogue) + (f": {first.label}" if first.label else "")
    parts: tuple[Part, ...] = (listing(facts[1:], catalogue, named=True),) if facts[1:] else ()
    return Answer(
        heading,
        Prose.of(opening) + ended(said),
        parts,
        sources=sources(facts),
    )


def _confirm_each(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """Whether a subject is ahead on every aspect, of which it is on some."""
    apart = _apart(meaning, catalogue, meaning.subjects)
    if apart is None:
        return None
    rows = table(catalogue, meaning.subjects, meaning.aspects)
    cells = [cell for row in meaning.aspects for each in meaning.subjects if (cell := catalogue.cell(row, each))]
    # What the overview says to the choice between just these, "neither is best everywhere", says it as well.
    advice = [fact for fact in catalogue.of(meaning.subjects[0], "advice") if {*fact.subjects} >= {*meaning.subjects}]
    parts: list[Part] = [rows] if rows else []
    parts += [listing(advice, catalogue, named=False)] if advice else []
    word = "Yes." if meaning.negated else "No."
    return Answer(
        _names(meaning.subjects, catalogue),
        Prose.of(f"{word} It depends: by this overview, ") + apart,
        tuple(parts),
        sources=sources([*cells, *advice]),
    )


def _confirm_standing(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    if meaning.each and (answer := _confirm_each(meaning, catalogue)) is not None:
        return answer
    asked = meaning.subjects[0]
    for each in meaning.aspects:
        named = meaning.subjects if len(meaning.subjects) > 1 else ()
        compared = named or tuple(dict.fromkeys((*meaning.subjects, *catalogue.compared_on(each))))
        place = standing(catalogue, each, compared) if len(compared) > 1 else Standing("", "")
        if place.best or place.worst:
            break
    else:
        answer = aspect(Meaning("aspect", meaning.subjects, meaning.aspects), catalogue)
        lone = _lone_trait(meaning, catalogue)
        if answer is None or lone is None:
            return answer
        return Answer(
            answer.heading,
            Prose.of("Yes. By this overview: " if lone != meaning.negated else "No. By this overview: ") + answer.lead,
            answer.parts,
            sources=answer.sources,
        )
    if (apart := _apart(meaning, catalogue, compared)) is not None:
        facts = bearing(meaning.aspects, compared, catalogue)
        return Answer(
            f"{capital(listed([aspect_name(each, catalogue) for each in meaning.aspects]))}: {_names(compared, catalogue)}",
            Prose.of("It depends. By this overview, ") + apart,
            _rows(facts, compared, meaning.aspects, catalogue),
            sources=sources(facts),
        )
    at_end, other_end = (place.worst, place.best) if meaning.sense == "worse" else (place.best, place.worst)
    # Who is between others, or of whom the overview does not say, gets neither a yes nor a no.
    told = asked in (at_end, other_end) or len(compared) == 2
    word = ("Yes. " if (asked == at_end) != meaning.negated else "No. ") if told else ""
    ahead = place.best or next((s for s in compared if s != place.worst), asked)
    topic = aspect_name(each, catalogue)
    led = [row for row in meaning.aspects if standing(catalogue, row, compared).best == ahead] or [each]
    on = listed([aspect_name(row, catalogue) for row in led])
    facts = bearing(meaning.aspects, compared, catalogue)
    lead = Prose.of(f"{word}By this overview, {name(ahead, catalogue)} {verb(ahead, catalogue)} ahead on {on}: ")
    reason = catalogue.cell(each, asked) or next((fact for fact in facts if asked in fact.subjects), facts[0])
    of = asked if asked in reason.subjects else reason.subjects[0]
    lead += ended(Prose.of(name(of, catalogue), bold=True) + Prose.of(": ") + fact_prose(reason))
    return Answer(
        f"{capital(topic)}: {_names(compared, catalogue)}",
        lead,
        _rows(facts, compared, meaning.aspects, catalogue),
        sources=sources(facts),
    )


def _lone_trait(meaning: Meaning, catalogue: Catalogue) -> bool | None:
    """Whether the one subject that the overview speaks of on the aspect is at the asked end; None where it is silent."""
    for each in meaning.aspects:
        for fact in catalogue.on(each, meaning.subjects[0]):
            if fact.kind in ("advantage", "disadvantage"):
                return (fact.kind == "advantage") == (meaning.sense == "better")
    return None


def why(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """The reason first, then the row; a premise that the overview denies is set right."""
    asked = [catalogue.facts[fact] for fact in meaning.facts if fact in catalogue.facts]
    subjects = meaning.subjects
    compared = tuple(dict.fromkeys((*subjects, *(s for a in meaning.aspects for s in catalogue.compared_on(a)))))
    on_aspects = bearing(meaning.aspects, compared or subjects, catalogue)
    if not asked and not on_aspects:
        return None
    own = [fact for fact in on_aspects if not subjects or subjects[0] in fact.subjects]
    told, place = _first_told(meaning, catalogue, compared)
    lead = Prose()
    if meaning.sense and place is not None and subjects:
        at_end, other_end = (place.worst, place.best) if meaning.sense == "worse" else (place.best, place.worst)
        told_apart = len(compared) == 2 or (len(compared) > 1 and subjects[0] in (at_end, other_end))
        if own and at_end and (at_end != subjects[0]) != meaning.negated and told_apart:
            ahead = name(place.best or at_end, catalogue)
            lead = Prose.of(
                f"By this overview it is the other way round: {ahead} {verb(place.best or at_end, catalogue)} ahead on {aspect_name(told, catalogue)}. "
            )
            own = [fact for fact in on_aspects if at_end in fact.subjects]
    reasons = _by_cause([*asked, *(own or on_aspects)])
    if meaning.sense and not asked:
        # The end is asked of one aspect; the others only tell of what.
        reasons.sort(key=lambda fact: told not in fact.aspects)
    first = reasons[0]
    names = _names(first.subjects, catalogue)
    lead += (
        Prose.of(names, bold=True) + Prose.of(": ") + ended(fact_prose(first)) if names else ended(fact_prose(first))
    )
    topic = listed([aspect_name(a, catalogue) for a in meaning.aspects]) or first.label or names
    facts = list(dict.fromkeys([*reasons, *on_aspects]))
    rest = [fact for fact in facts if fact is not first and (fact.kind != "cell" or not meaning.aspects)]
    parts: list[Part] = []
    made = table(catalogue, compared, meaning.aspects) if len(compared) > 1 and meaning.aspects else None
    parts += [listing(rest, catalogue, named=True)] if rest else []
    parts += [made] if made is not None else []
    return Answer(f"Why: {topic}", lead, tuple(parts), sources=sources(facts))


def _by_cause(facts: Sequence[Fact]) -> list[Fact]:
    """Statements that give a reason before those that only state; cells and traits in the document's order."""
    return sorted(dict.fromkeys(facts), key=lambda fact: (not gives_reason(fact), fact.kind == "cell"))


def _first_told(meaning: Meaning, catalogue: Catalogue, subjects: tuple[str, ...]) -> tuple[str, Standing | None]:
    """The first of the aspects on which the overview says who is ahead."""
    for each in meaning.aspects:
        if len(subjects) > 1:
            place = standing(catalogue, each, subjects)
            if place.worst if meaning.sense == "worse" else place.best:
                return each, place
    return (meaning.aspects[0] if meaning.aspects else ""), None


def _rows(
    facts: list[Fact], subjects: tuple[str, ...], aspects: tuple[str, ...], catalogue: Catalogue
) -> tuple[Part, ...]:
    made = table(catalogue, subjects, aspects) if len(subjects) > 1 else None
    traits = [fact for fact in facts if fact.kind != "cell" or made is None]
    parts: list[Part] = [made] if made is not None else []
    parts += [listing(traits, catalogue, named=True)] if traits else []
    return tuple(parts)


def _names(subjects: Sequence[str], catalogue: Catalogue) -> str:
    return listed([name(subject, catalogue) for subject in subjects])
