"""Scripts: what people do, a step a line, and what is told of a line that is none."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.slack.playground.script import Step, parse
from tests.playground.harness import ANA, BEN, ROOT, playground
from tests.playground.test_command import started

PEOPLE, CHANNELS = ("ana", "ben"), ("general", "help-docker", "random")
WHOLE = """# A demonstration

ana in #general: @docent whats the diffrence between a vm and a docker container?
ben in thread: and which is safer?
ana in #random: /docent is docker faster
ana clicks: Share to channel
ben in direct: what is an image?
ben clicks: Helpful
ana opens: home
"""


def steps(text: str) -> tuple[Step, ...]:
    found, problems = parse(text, "demo.txt", PEOPLE, CHANNELS)
    assert problems == ()
    return found


def test_each_line_says_who_does_what_where() -> None:
    assert [(one.line, one.act, one.user, one.channel) for one in steps(WHOLE)] == [
        (3, "say", "ana", "general"),
        (4, "reply", "ben", ""),
        (5, "say", "ana", "random"),
        (6, "click", "ana", ""),
        (7, "direct", "ben", ""),
        (8, "click", "ben", ""),
        (9, "open", "ana", ""),
    ]


def test_a_record_of_questions_and_replies_is_a_script() -> None:
    recorded = steps((ROOT / "tests" / "dialogues" / "comparison.md").read_text("utf-8"))

    assert (recorded[0].act, recorded[0].channel) == ("say", "general")
    assert recorded[0].text.startswith("@docent whats the diffrence")
    assert {one.act for one in recorded[1:]} == {"reply"}


def test_a_heading_begins_another_thread() -> None:
    assert [one.act for one in steps("> one\n> two\n# Next\n> three\n")] == ["say", "reply", "say"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("carol in #general: hello", 'there is nobody called "carol" (write ana or ben)'),
        ("ana in #sales: hello", 'there is no channel "#sales" (write #general, #help-docker, #random)'),
        ("ana in #general:", "nothing stands behind the colon (write what is said, or what it is called)"),
        ("ana fills Words:", "nothing stands behind the colon (write what is said, or what it is called)"),
        ("ana closes: home", '"home" cannot be closed (write modal)'),
        ("ana in thread: and why?", 'there is no thread yet (begin with a message: "ana in #general: …")'),
        ("ana opens: settings", '"settings" cannot be opened (write home)'),
        ("what is docker?", "this is no step (write"),
    ],
)
def test_a_line_that_cannot_be_done_is_told_with_its_place_and_its_remedy(line: str, told: str) -> None:
    _, (problem,) = parse(f"# Title\n{line}\n", "demo.txt", PEOPLE, CHANNELS)

    assert str(problem).startswith(f"demo.txt:2: {told}")


def test_a_command_in_a_thread_is_refused_as_in_slack() -> None:
    _, (problem,) = parse("> one\nana in thread: /docent topics\n", "demo.txt", PEOPLE, CHANNELS)

    assert "commands do not work in threads" in problem.message


def test_a_script_without_steps_is_told() -> None:
    assert "no step" in str(parse("\n# Only a title\n", "demo.txt", PEOPLE, CHANNELS)[1][0])


@pytest.mark.parametrize("transport", ["socket", "http"])
def test_a_script_is_played_into_the_workspace(transport: str) -> None:
    async def scene() -> None:
        async with playground(script=steps(WHOLE), script_file="demo.txt", transport=transport) as page:
            assert await asyncio.wait_for(page.said.get(), 60) == "demo.txt: 7 steps were played."
            async with page.seen(ANA) as ana, page.seen(BEN) as ben:
                threads = {one["thread"] for one in ben.all("message") if one["thread"]}
                assert len(threads) == 2, "one in the channel, one in the direct message"
                assert any(one["private"] for one in ana.all("message"))
                assert not any(one["private"] for one in ben.all("message"))
                assert any(one["surface"] == "response" for one in ben.all("message")), "shared"
                assert any(home.get("id") for home in ana.all("home"))

    asyncio.run(scene())


FORM = """ana uses: Ask Docent
ana clicks: Ask
ana fills Or ask in your words: docker size
ana clicks: Ask
ana clicks: Source
ana closes: modal
ana closes: modal
ana opens: home
ana picks Type a word or two: advantages of docker
ana closes: modal
ana uses: Ask Docent
ana picks Find a question: advantages of docker
"""


def test_the_fields_of_a_modal_are_filled_in_and_sent_off() -> None:
    async def scene() -> None:
        async with playground(script=steps(FORM), script_file="demo.txt") as page:
            async with page.seen(ANA) as ana:
                assert await asyncio.wait_for(page.said.get(), 60) == "demo.txt: 12 steps were played."
                last = await ana.until("modal", lambda one: one.get("filled", {}).get("topic"))
            shown = [one for one in ana.all("modal") if one]
            picked = last["filled"]["topic"]["topic"]["selected_option"]["text"]["text"]

            assert {"words": "Pick a question above, or write one here."} in [one["errors"] for one in shown]
            assert any("Size" in str(one["payload"]["blocks"]) for one in shown), "what was written is answered"
            assert any(one["below"] for one in shown), "the source lies upon the answer"
            assert "advantages" in picked.lower()

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("ana closes: modal\n", "demo.txt:1: no modal is open (open one first)"),
        ("ana uses: Dance\n", 'demo.txt:1: there is no shortcut "Dance" (there is Ask Docent, Answer with Docent)'),
        ("ana uses: Answer with Docent\n", "demo.txt:1: there is no message to use this on (write one first)"),
        ("ana fills Name: x\n", 'demo.txt:1: no field is called "Name" (nothing is there yet)'),
        (
            "ana uses: Ask Docent\nana fills Name: x\n",
            'demo.txt:2: no field is called "Name" (there is Find a question, Or ask in your words)',
        ),
        ("ana uses: Ask Docent\nana fills Find a question: x\n", "demo.txt:2: nothing can be written in"),
        (
            "ana uses: Ask Docent\nana clicks: Send\n",
            'demo.txt:2: nothing that can be clicked is called "Send" (there is Ask)',
        ),
        (
            "ana in #general: /docent settings\nana picks When do I answer?: Never ever\n",
            'demo.txt:2: no option is called "Never ever" (there is ',
        ),
    ],
)
def test_what_cannot_be_used_is_told_with_what_there_is(script: str, told: str) -> None:
    async def scene() -> None:
        async with playground(script=steps(script), script_file="demo.txt") as page:
            assert (await asyncio.wait_for(page.said.get(), 60)).startswith(told)

    asyncio.run(scene())


def test_a_step_that_fails_ends_the_script_and_is_told() -> None:
    async def scene() -> None:
        script = steps("> what is docker?\nana clicks: Nowhere\nana opens: home\n")
        async with playground(script=script, script_file="demo.txt") as page:
            told = await asyncio.wait_for(page.said.get(), 60)
            assert told.startswith('demo.txt:2: nothing that can be clicked is called "Nowhere" (there is ')

    asyncio.run(scene())


def test_the_command_refuses_a_bad_script_before_it_starts(tmp_path: Path) -> None:
    script = tmp_path / "demo.txt"
    script.write_text("ana in #general: hello\ncarol opens: home\n", "utf-8")
    with started("--port=0", f"--script={script}") as run:
        said, errors = run.communicate(timeout=60)

    assert (run.returncode, said) == (2, "")
    assert f'{script}:2: there is nobody called "carol" (write ana or ben)' in errors


def test_the_command_tells_of_a_script_that_is_not_there(tmp_path: Path) -> None:
    with started("--port=0", f"--script={tmp_path / 'none.txt'}") as run:
        _, errors = run.communicate(timeout=60)

    assert run.returncode == 2
    assert "none.txt" in errors
    assert "Traceback" not in errors
