"""Yes and no follow who stands better: no word for an end of an aspect ever gets the verdict of the other end."""

from __future__ import annotations

import pytest

from bot.catalogue.standing import standing
from bot.docent import Docent
from bot.model.dialogue import Reply
from bot.model.terms import Alias, Aspect
from tests.questions.judging import shipped

FORMS = {
    "are {} {}?": False,
    "aren't {} {}?": False,
    "{} are {}, right?": False,
    "is it true that {} are {}": False,
    "{} are {}, true or false": False,
    "{} aren't {}, right?": True,
    "is it true that {} are not {}": True,
    "{} are never {}. correct?": True,
}
"""Ways to put a claim, and whether it is denied in them."""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return shipped()


def _ends(docent: Docent) -> list[tuple[Aspect, Alias, str, bool]]:
    """Each word for an end, with a subject and whether it stands at that end."""
    catalogue = docent.understander.catalogue
    found = []
    for aspect in docent.knowledge.aspects:
        subjects = docent.knowledge.comparisons[0].subjects
        best = standing(catalogue, aspect.id, subjects).best
        found += [
            (aspect, alias, subject, (subject == best) == (alias.sense == "better"))
            for alias in aspect.aliases
            if alias.sense and best
            for subject in subjects
        ]
    return found


def _said(reply: Reply) -> bool | None:
    lead = reply.answer.lead.plain
    return True if lead.startswith("Yes.") else False if lead.startswith("No.") else None


def _states_it_itself(docent: Docent, reply: Reply) -> bool:
    """A point of the subject's definition has the word: containers "have isolation", and are isolated."""
    assert reply.meaning is not None
    return any(docent.understander.catalogue.facts[fact].kind == "point" for fact in reply.meaning.facts[:1])


def test_a_verdict_never_contradicts_who_stands_better(docent: Docent) -> None:
    names = {"virtual-machines": "virtual machines", "docker": "containers"}
    verdicts, wrong = 0, []
    for aspect, alias, subject, stands in _ends(docent):
        for form, denied in FORMS.items():
            reply = docent.ask(form.format(names[subject], alias.text))
            said = _said(reply) if reply.status == "answered" else None
            verdicts += said is not None
            if said not in (None, stands != denied) and not _states_it_itself(docent, reply):
                wrong.append((aspect.name, alias.text, subject, reply.answer.lead.plain))

    assert not wrong
    assert verdicts > 1000


def test_a_slip_that_is_as_near_to_the_name_of_an_aspect_as_to_an_end_of_it_is_the_name(docent: Docent) -> None:
    meaning = docent.ask("is Docker worse than Virtual Machines on isolatfdn").meaning
    assert meaning is None or meaning.sense == "worse"


@pytest.mark.parametrize(
    "asked", ["is an image faster?", "is an image smaller than a vm?", "which is safer, an image or a vm?"]
)
def test_nobody_is_ahead_on_what_the_overview_does_not_tell_of_one(docent: Docent, asked: str) -> None:
    meaning = docent.ask(asked).meaning
    assert meaning is None or meaning.intent not in ("confirm", "verdict")
