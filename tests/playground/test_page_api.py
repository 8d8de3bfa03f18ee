"""The page's own API: what people do reaches the bot as from Slack, and what they may see comes back, no more."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot.slack.playground.page import FILES
from bot.slack.playground.web_api import BOT_TOKEN
from tests.playground.harness import ANA, BEN, DIRECT, GENERAL, QUESTION, ROOT, Open, content, playground

Scene = Callable[[Open], Coroutine[Any, Any, None]]
CALLBACK = "ask_docent"


def run(scene: Scene) -> None:
    async def whole() -> None:
        async with playground() as page:
            await scene(page)

    asyncio.run(whole())


def from_bot(thread: str) -> Callable[[dict[str, Any]], bool]:
    return lambda message: message["by_bot"] and message["thread"] == thread


def test_a_mention_is_answered_in_its_thread_and_a_follow_up_needs_none() -> None:
    async def scene(page: Open) -> None:
        async with page.seen(BEN) as seen:
            asked = (await page.do("say", channel=GENERAL, text=QUESTION))["ts"]
            answer = await seen.until("message", from_bot(asked))
            await page.do("say", channel=GENERAL, text="and which is safer?", thread=asked)
            await seen.until("message", lambda one: one["by_bot"] and one["ts"] != answer["ts"])

            question = next(one for one in seen.all("message") if one["ts"] == asked)
            assert question["text"].startswith("<@U0DOCENT> whats")
            assert any(block["type"] == "table" for block in answer["blocks"])
            assert answer["violations"] == []

    run(scene)


def test_a_command_is_answered_for_its_asker_alone_and_shared_with_a_button() -> None:
    async def scene(page: Open) -> None:
        async with page.seen(ANA) as ana, page.seen(BEN) as ben:
            await page.do("command", channel=GENERAL, text="/docent is docker faster")
            private = await ana.until("message", lambda one: one["private"])
            assert not ben.all("message")

            await page.do("press", channel=GENERAL, ts=private["ts"], action="share_to_channel")
            shared = await ben.until("message")
            assert not shared["private"]
            assert shared["surface"] == "response"

    run(scene)


def test_nobody_presses_what_somebody_else_alone_can_see() -> None:
    async def scene(page: Open) -> None:
        async with page.seen(ANA) as ana:
            await page.do("command", channel=GENERAL, text="/docent is docker faster")
            private = await ana.until("message", lambda one: one["private"])

        given = {"channel": GENERAL, "ts": private["ts"], "action": "share_to_channel"}
        assert await page.tried("press", BEN, **given) == (
            400,
            {"ok": False, "error": "This is not there any more."},
        )
        assert (await page.tried("say", BEN, channel=DIRECT, text="hello"))[0] == 400

    run(scene)


def test_the_home_finds_questions_as_one_types_and_answers_the_picked_one_in_a_modal() -> None:
    async def scene(page: Open) -> None:
        async with page.seen() as seen:
            await page.do("open", tab="home")
            home = await seen.until("home", lambda one: one.get("id"))
            found = (await page.do("options", view=home["id"], action="topic", typed="advantages docker"))["options"]
            await page.do("press", view=home["id"], action="topic", option=found[0])
            modal = await seen.until("modal", lambda one: one.get("id"))
            await page.do("close", view=modal["id"])

            assert found
            assert await seen.until("modal", lambda one: seen.all("modal")[-1] == {} and not one) == {}
            assert (await page.tried("close", view=modal["id"]))[0] == 400

    run(scene)


def test_a_modal_tells_what_is_wrong_with_it_and_then_shows_the_answer() -> None:
    async def scene(page: Open) -> None:
        async with page.seen() as seen:
            await page.do("shortcut", callback=CALLBACK)
            modal = await seen.until("modal", lambda one: one.get("id"))
            wrong = (await page.do("submit", view=modal["id"], values={}))["errors"]
            words = {"words": {"words": {"type": "plain_text_input", "value": "docker size"}}}
            right = (await page.do("submit", view=modal["id"], values=words))["errors"]
            answer = await seen.until("modal", lambda one: one.get("payload", {}).get("callback_id") == "answer_modal")

            assert list(wrong) == ["words"]
            assert right == {}
            assert answer["id"] == modal["id"]

    run(scene)


def test_a_direct_message_offers_prompts_and_is_answered_without_a_mention() -> None:
    async def scene(page: Open) -> None:
        async with page.seen() as seen:
            await page.do("open", tab="messages")
            prompts = (await seen.until("prompts"))["prompts"]
            asked = (await page.do("say", channel=DIRECT, text=prompts[0]["message"]))["ts"]

            assert (await seen.until("message", from_bot(asked)))["channel"] == DIRECT

    run(scene)


def test_the_first_visit_offers_three_questions_that_are_answered_and_one_that_is_not() -> None:
    async def scene(page: Open) -> None:
        async with page.seen() as seen:
            starters = await seen.until("starters")
        docent = content().docent()

        assert len(starters["questions"]) == 3
        assert {docent.ask(text).status for text in starters["questions"]} == {"answered"}
        assert docent.ask(starters["declined"]).status == "unknown"

    run(scene)


def test_what_slack_refuses_is_shown_with_its_error_and_the_broken_limits() -> None:
    async def scene(page: Open) -> None:
        blocks = [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]
        body = {"channel": GENERAL, "text": "x", "blocks": blocks}
        headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
        async with page.seen() as seen:
            async with page.session.post(f"{page.url}api/chat.postMessage", json=body, headers=headers) as response:
                assert (await response.json())["error"] == "invalid_blocks"
            refused = await seen.until("refused")

            assert (refused["method"], refused["error"]) == ("chat.postMessage", "invalid_blocks")
            assert refused["violations"] == ["/0/text/text: 151 characters, at most 150"]
            assert refused["blocks"] == blocks

    run(scene)


@pytest.mark.parametrize(
    ("deed", "given", "told"),
    [
        ("say", {"channel": GENERAL, "text": " "}, "nothing to send"),
        ("say", {"channel": GENERAL, "text": "x" * 40_001}, "too long"),
        ("say", {"channel": "C0NOWHERE", "text": "x"}, "no such channel"),
        ("say", {"channel": GENERAL, "text": "x", "thread": "1.2"}, "no such thread"),
        ("say", {"user": "U0DOCENT", "channel": GENERAL, "text": "x"}, "no such person"),
        ("command", {"channel": GENERAL, "text": "/dance now"}, "/dance is not a command"),
        ("press", {"channel": GENERAL, "ts": "1.2", "action": "x"}, "not there any more"),
        ("shortcut", {"callback": "nothing"}, "no such shortcut"),
        ("dismiss", {"channel": GENERAL, "ts": "1.2"}, "not there any more"),
        ("submit", {"view": "V0"}, "not there any more"),
    ],
)
def test_what_cannot_be_done_is_told(deed: str, given: dict[str, str], told: str) -> None:
    async def scene(page: Open) -> None:
        status, answer = await page.tried(deed, **{"user": ANA, **given})

        assert status == 400
        assert told in answer["error"]

    run(scene)


def test_the_page_serves_its_own_machine_alone_under_a_strict_policy() -> None:
    async def scene(page: Open) -> None:
        for name in ("", *(f"page/{name}" for name in FILES)):
            async with page.session.get(page.url + name) as response:
                policy = response.headers["Content-Security-Policy"]
                assert response.status == 200
                assert "default-src 'none'" in policy
                assert "unsafe" not in policy
        async with page.session.get(page.url, headers={"Host": "evil.example"}) as response:
            assert response.status == 403
        for address in (page.url, f"{page.url}api/auth.test", f"{page.url}page/say"):
            async with page.session.post(address, headers={"Origin": "https://evil.example"}) as response:
                assert response.status == 403
        async with page.session.get(f"{page.url}page/..%2fpage.py") as response:
            assert response.status == 404
        async with page.session.post(f"{page.url}page/say", data='{"user": "U0ANA"}') as response:
            assert (response.status, (await response.json())["error"]) == (400, "Only JSON is taken.")
        async with page.session.get(f"{page.url}page/events?user=U0NOBODY") as response:
            assert response.status == 400

    run(scene)


def test_a_taken_port_is_said_and_the_next_one_is_used() -> None:
    async def whole() -> None:
        async with playground() as first:
            port = int(first.url.rstrip("/").rpartition(":")[2])
            async with playground(port=port) as second:
                assert second.url != first.url
                assert f"(port {port} was taken)" in second.line

    asyncio.run(whole())


def test_an_edited_file_is_taken_over_and_a_broken_one_leaves_the_last_good_content(tmp_path: Path) -> None:
    async def whole() -> None:
        for folder in ("knowledge", "intents"):
            shutil.copytree(ROOT / folder, tmp_path / folder)
        own = tmp_path / "intents" / "own.yaml"
        live = content(tmp_path / "knowledge", tmp_path / "intents")
        async with playground(live) as page, page.seen() as seen:
            first = live.docent()
            own.write_text("faq:\n  lunch:\n    utterence: |\n      when is lunch\n    answer: At noon.\n", "utf-8")
            broken = await seen.until("content", lambda one: one["problems"])
            assert broken["problems"][0].startswith("own.yaml:2: ")
            assert live.docent() is first

            own.write_text("faq:\n  lunch:\n    utterances: |\n      when is lunch\n    answer: At noon.\n", "utf-8")
            mended = await seen.until("content", lambda one: one["reloads"] == 2)
            assert mended["problems"] == []
            assert mended["version"] != broken["version"]
            asked = (await page.do("say", channel=DIRECT, text="when is lunch?"))["ts"]
            assert "At noon." in str((await seen.until("message", from_bot(asked)))["blocks"])

    asyncio.run(whole())
