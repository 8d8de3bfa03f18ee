"""The command from outside: what it prints, and its exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bot.store.exchanges import Exchanges

ROOT = Path(__file__).parent.parent.parent
COMPARED = "whats the diffrence between a vm and a docker container?"


def docent(*words: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOCENT_", "SLACK_"))}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env=kept | {"COLUMNS": "90", "PYTHONIOENCODING": "utf-8"} | environment,
    )


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_an_answer_is_printed_with_its_source_within_the_width() -> None:
    asked = docent("ask", COMPARED, COLUMNS="70")

    assert asked.returncode == 0
    assert "Startup Time" in asked.stdout
    assert "Source: docker-overview.md" in asked.stdout
    assert "\x1b" not in asked.stdout
    assert max(map(len, asked.stdout.splitlines())) <= 70


def test_what_the_content_does_not_know_is_declined_with_status_1() -> None:
    assert docent("ask", "what is the capital of France?").returncode == 1


def test_a_question_needs_no_quotes() -> None:
    assert docent("ask", "advantages", "of", "docker").stdout == docent("ask", "advantages of docker").stdout


def test_one_object_holds_all_that_a_person_reads() -> None:
    asked = docent("ask", "--json", "what are the advantages of docker?")
    (found,) = lines(asked.stdout)

    assert asked.returncode == 0
    assert list(found) == [
        *("question", "status", "intent", "subjects", "aspects", "confidence", "text", "sources", "suggestions"),
    ]
    assert (found["status"], found["intent"], found["subjects"]) == ("answered", "advantages", ["docker"])
    assert "Fast startup" in str(found["text"])
    assert isinstance(found["sources"], list)
    assert set(found["sources"][0]) == {"file", "heading", "first_line", "last_line"}


def test_lines_are_answered_in_order_and_a_thread_is_one_conversation() -> None:
    asked = [
        {"id": "a", "text": "What is the size of a container?", "thread": "t"},
        {"id": 2, "text": "and of a virtual machine?"},
        {"id": "c", "text": "and of a virtual machine?", "thread": "t"},
    ]
    answered = docent("ask", "--jsonl", text="\n".join(map(json.dumps, asked)))
    first, alone, followed = lines(answered.stdout)

    assert answered.returncode == 0
    assert [first["id"], alone["id"], followed["id"]] == ["a", 2, "c"]
    assert alone["aspects"] != ["size"]
    assert (followed["subjects"], followed["aspects"]) == (["virtual-machines"], ["size"])


def test_bad_lines_are_told_and_the_others_go_on() -> None:
    text = 'nonsense\n[]\n{"text": "no id"}\n{"id": 4}\n\n{"id": 6, "text": "advantages of docker"}\n'
    answered = docent("ask", "--jsonl", text=text)
    found = lines(answered.stdout)

    assert answered.returncode == 2
    assert ["error" in each for each in found] == [True, True, True, True, False]
    assert found[3] == {"id": 4, "error": 'line 4: "text" is missing, or is not a text'}
    assert found[4]["id"] == 6


def test_a_closed_pipe_is_no_traceback() -> None:
    command = f'"{sys.executable}" -m bot ask "compare vm and docker" | head -n 1'
    piped = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT)

    assert piped.stderr == ""
    assert piped.stdout.count("\n") == 1


def test_a_folder_of_markdown_alone_is_enough(tmp_path: Path) -> None:
    overview = (
        "# Data\n\n| Aspect | SQL | NoSQL |\n|---|---|---|\n| Schema | fixed | flexible |\n| Scaling | up | out |\n"
    )
    (tmp_path / "data.md").write_text(overview, "utf-8")
    for path in (tmp_path, tmp_path / "data.md"):
        asked = docent("ask", "--knowledge", str(path), "what is the difference between sql and nosql?")

        assert asked.returncode == 0
        assert "flexible" in asked.stdout
    assert docent("ask", "advantages of docker", DOCENT_KNOWLEDGE=str(tmp_path)).returncode == 1


def test_data_in_json_lines_is_a_body_of_questions_by_itself(tmp_path: Path) -> None:
    said = {
        "book_flight": ["book me a flight", "i need a plane ticket"],
        "pay_bill": ["pay my bill", "settle the invoice"],
    }
    data = [{"text": text, "intent": intent} for intent, texts in said.items() for text in texts]
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join(map(json.dumps, data)), "utf-8")
    (found,) = lines(docent("ask", "--json", "--intents", str(path), "book me a flight").stdout)

    assert found["intent"] == "book_flight"


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"DOCENT_THRESHOLD": "70"}, 'DOCENT_THRESHOLD: "70" is not a number from 0 to 1. Write 0.7.'),
        ({"DOCENT_KNOWLEDGE": "nowhere"}, 'DOCENT_KNOWLEDGE: "nowhere" does not exist.'),
        ({"DOCENT_PORT": "99999"}, 'DOCENT_PORT: "99999" is not a port.'),
        ({"DOCENT_TRANSPORT": "carrier pigeon"}, 'Write "socket" or "http".'),
    ],
)
def test_a_wrong_setting_is_told_with_its_remedy(environment: dict[str, str], told: str) -> None:
    asked = docent("ask", "x", **environment)

    assert asked.returncode == 2
    assert told in asked.stderr
    assert "Traceback" not in asked.stderr


def test_no_question_is_an_error() -> None:
    assert docent("ask").returncode == 2
    assert docent("ask", "--jsonl", "and a question").returncode == 2


def test_a_conversation_takes_up_what_was_said_and_numbers_pick_choices() -> None:
    talked = docent("chat", text="advantages of docker\n1\nquit\nnever asked\n")

    assert talked.returncode == 0
    assert "1. What are the disadvantages of Docker?" in talked.stdout
    assert "Disadvantages of Docker" in talked.stdout
    assert "never asked" not in talked.stdout


def test_without_tokens_run_is_a_conversation_and_says_so() -> None:
    ran = docent("run", text="advantages of docker")
    first, *rest = ran.stdout.splitlines()

    assert ran.returncode == 0
    assert "SLACK_BOT_TOKEN and SLACK_APP_TOKEN" in first
    assert "Advantages of Docker" in rest


def test_without_tokens_and_without_questions_run_serves_the_playground_until_it_is_stopped() -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOCENT_", "SLACK_"))}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=kept,
    ) as serving:
        assert serving.stdout is not None
        said = [serving.stdout.readline(), serving.stdout.readline()]
        address = next(word for word in said[1].split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(address, timeout=30) as page:
            assert page.status == 200
        serving.send_signal(signal.SIGTERM)
        _, complaints = serving.communicate(timeout=60)

    assert serving.returncode == 0
    assert "Traceback" not in complaints


@pytest.mark.parametrize(
    ("environment", "missing"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "DOCENT_TRANSPORT": "http"}, "SLACK_SIGNING_SECRET"),
    ],
)
def test_half_of_the_tokens_is_an_error_that_names_the_other(environment: dict[str, str], missing: str) -> None:
    ran = docent("run", **environment)

    assert ran.returncode == 2
    assert f"{missing}: is missing" in ran.stderr


def test_why_shows_how_a_question_was_understood() -> None:
    shown = docent("why", COMPARED)

    assert shown.returncode == 0
    assert '"diffrence" read as "difference" (1 edit)' in shown.stdout
    assert "subject virtual-machines" in shown.stdout
    assert "Threshold" in shown.stdout
    assert json.loads(docent("why", "--json", COMPARED).stdout)["status"] == "answered"


def test_why_explains_a_later_turn_by_what_it_takes_over() -> None:
    shown = docent("why", "how come?", "--after", "which is faster, docker or vm?", "--after", "thanks")

    assert shown.returncode == 0
    assert "Inherited   intent, subjects" in shown.stdout
    assert "why?subjects=docker,virtual-machines&aspects=startup-time" in shown.stdout


def test_picking_what_was_asked_back_is_a_turn_of_the_same_thread() -> None:
    turns = ["docker", "the second", "same for vms", "how do i mount a volume", "how come?"]
    asked = "".join(json.dumps({"id": n, "text": text, "thread": "t"}) + "\n" for n, text in enumerate(turns))

    found = lines(docent("ask", "--jsonl", text=asked).stdout)

    assert [(each["status"], each["intent"], each["subjects"]) for each in found] == [
        ("unsure", None, []),
        ("answered", "pros_cons", ["docker"]),
        ("answered", "pros_cons", ["virtual-machines"]),
        ("unknown", None, []),
        ("unknown", None, []),
    ]


def test_while_a_bot_writes_the_log_a_question_is_answered_and_said_to_be_unlogged(tmp_path: Path) -> None:
    with Exchanges(tmp_path / "docent.db"):
        asked = docent("ask", "advantages of docker", DOCENT_DATABASE=str(tmp_path / "docent.db"))

    assert asked.returncode == 0
    assert "Advantages of Docker" in asked.stdout
    assert "not logged" in asked.stderr


def test_the_log_keeps_questions_of_the_terminal_where_a_database_is_named(tmp_path: Path) -> None:
    database = str(tmp_path / "kept.db")
    docent("ask", "advantages of docker", DOCENT_DATABASE=database)
    docent("ask", "what is the capital of France?", DOCENT_DATABASE=database)
    found = lines(docent("log", "--json", DOCENT_DATABASE=database).stdout)
    (unanswered,) = lines(docent("log", "--json", "--unanswered", "--since", "1h", "--database", database).stdout)

    assert [each["question"] for each in found] == ["advantages of docker", "what is the capital of France?"]
    assert unanswered["status"] == "unknown"
    assert "Decision    answered" in docent("log", "--explain", str(found[0]["id"]), "--database", database).stdout
    assert docent("log", "--explain", "99", "--database", database).returncode == 2


def test_a_log_that_is_not_there_is_told(tmp_path: Path) -> None:
    asked = docent("log", "--database", str(tmp_path / "none.db"))

    assert asked.returncode == 2
    assert "Traceback" not in asked.stderr


def test_check_prints_problems_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("faq:\n  parking:\n    utternaces: |\n      where do i park\n", "utf-8")
    checked = docent("check", "--intents", str(tmp_path))
    annotated = docent("check", "--intents", str(tmp_path), "--format", "github")

    assert checked.returncode == 1
    assert f"{tmp_path / 'ours.yaml'}:3: " in checked.stdout
    assert "utterances" in checked.stdout
    assert "threshold: " in checked.stdout
    assert f"::error file={tmp_path / 'ours.yaml'},line=3::" in annotated.stdout


def test_mutations_are_counted() -> None:
    tried = docent("mutate", "--limit", "600", "--json")
    found = json.loads(tried.stdout)

    assert found["tried"] > 500
    assert found["same"] > found["declined"]
    assert tried.returncode == bool(found["flips"])


def test_the_version_and_every_command_have_words_of_their_own() -> None:
    assert docent("--version").stdout.startswith("docent")
    assert all(name in docent("--help").stdout for name in ("ask", "chat", "run", "check", "why", "log", "mutate"))
