"""The shape of authors' YAML files, as pydantic checks it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

Phrases = str | list[str]


class Door(BaseModel):
    """Text as it comes in: no field that we do not know."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SubjectFields(Door):
    """What else a subject is called."""

    aliases: Phrases = ""


class AspectFields(Door):
    """What else an aspect and its two ends are called."""

    aliases: Phrases = ""
    better: Phrases = ""
    worse: Phrases = ""


class IntentFields(Door):
    """How a kind of question is asked."""

    cues: Phrases = ""
    utterances: Phrases = ""


class QuestionFields(Door):
    """A free question with its answer in Markdown."""

    title: str = ""
    utterances: Phrases
    answer: str
    tags: Phrases = ""
    formerly: Phrases = ""


class SmallTalkFields(Door):
    """A pleasantry with its answer in Markdown."""

    utterances: Phrases
    answer: str


class ExpectationFields(Door):
    """What the answer to a question has to be."""

    declined: str = ""
    intent: str = ""
    entry: str = ""
    subjects: Phrases = ""
    aspects: Phrases = ""
    says: Phrases = ""


class FamilyFields(Door):
    """Measuring words: neutral, and for the better and the worse end."""

    words: Phrases
    better: Phrases = ""
    worse: Phrases = ""
    also: Phrases = ""
    names: Phrases = ""


class AmountFields(Door):
    """Words for what is measured, by what more of it is."""

    better: Phrases = ""
    worse: Phrases = ""


class ColumnFields(Door):
    """Names of columns, by what their cells are."""

    aspects: Phrases = ""
    things: Phrases = ""
    winners: Phrases = ""


class File(Door):
    """One file."""

    subjects: dict[str, SubjectFields] = {}
    aspects: dict[str, AspectFields] = {}
    intents: dict[str, IntentFields] = {}
    faq: dict[str, QuestionFields] = {}
    small_talk: dict[str, SmallTalkFields] = Field(default={}, alias="small talk")
    families: dict[str, FamilyFields] = {}
    amounts: AmountFields = AmountFields()
    columns: ColumnFields = ColumnFields()
    questions: dict[str, ExpectationFields] = {}
    opposites: Phrases = ""
    synonyms: Phrases = ""
    protected: Phrases = ""


FIELDS: dict[str, type[Door]] = {
    "subjects": SubjectFields,
    "aspects": AspectFields,
    "intents": IntentFields,
    "faq": QuestionFields,
    "small talk": SmallTalkFields,
    "families": FamilyFields,
    "questions": ExpectationFields,
}
SECTIONS = (*FIELDS, "amounts", "columns", "opposites", "synonyms", "protected")
