"""Settings: what is taken, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError


def told(**environment: str) -> str:
    with pytest.raises(SettingsError) as refused:
        Settings.read(environment).slack()
    return str(refused.value)


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.read({"DOCENT_THRESHOLD": " "}) == Settings.read({})


def test_an_option_stands_above_its_variable(tmp_path: Path) -> None:
    found = Settings.read({"DOCENT_KNOWLEDGE": "/nowhere"}, {"--knowledge": str(tmp_path)})

    assert found.knowledge == tmp_path


@pytest.mark.parametrize("text", ["0", "0.62", "1"])
def test_a_threshold_is_a_number_from_0_to_1(text: str) -> None:
    assert Settings.read({"DOCENT_THRESHOLD": text}).threshold == float(text)


@pytest.mark.parametrize("text", ["70", "-0.1", "nan", "inf", "high", "1.01"])
def test_any_other_threshold_is_refused_with_its_value(text: str) -> None:
    assert f'DOCENT_THRESHOLD: "{text}" is not a number from 0 to 1. Write 0' in told(DOCENT_THRESHOLD=text)


def test_what_holds_in_slacks_channels_has_quiet_defaults() -> None:
    found = Settings.read({})

    assert (found.settings_by, found.ambient_threshold, found.experts) == ("members", 0.8, {})


def test_what_holds_in_slacks_channels_is_taken_or_refused_with_its_remedy() -> None:
    given = {"DOCENT_SETTINGS_BY": "admins", "DOCENT_AMBIENT_THRESHOLD": "0.95", "DOCENT_EXPERTS": "C0123ABCD"}
    found = Settings.read(given)
    assert (found.settings_by, found.ambient_threshold, found.experts) == ("admins", 0.95, {"": "C0123ABCD"})

    assert 'Write "members" or "admins"' in told(DOCENT_SETTINGS_BY="everyone")
    assert Settings.read({"DOCENT_ADMINS": "U0123ABCD, W0456EFGH"}).admins == ("U0123ABCD", "W0456EFGH")
    assert '"ana" is nobody' in told(DOCENT_ADMINS="U0123ABCD,ana")
    assert Settings.read({"DOCENT_EXPERTS": "C0123/S0456"}).experts == {"": "C0123/S0456"}
    with pytest.raises(SettingsError, match="user group"):
        Settings.read({"DOCENT_EXPERTS": "C0123/U0456"})
    by_team = Settings.read({"DOCENT_EXPERTS": "T0123=C0456, T0789=C0012"}).experts
    assert by_team == {"T0123": "C0456", "T0789": "C0012"}
    assert '"acme" is no workspace' in told(DOCENT_EXPERTS="acme=C0123ABCD")
    assert "two channels for one workspace" in told(DOCENT_EXPERTS="T0123=C0456,T0123=C0012")
    assert "two channels for one workspace" in told(DOCENT_EXPERTS="C0123,T0123=C0012")
    assert '"#experts" is no channel' in told(DOCENT_EXPERTS="#experts")
    assert "Write 0.8" in told(DOCENT_AMBIENT_THRESHOLD="80")


def test_all_mistakes_are_told_at_once() -> None:
    assert len(told(DOCENT_THRESHOLD="70", DOCENT_PORT="x", DOCENT_TRANSPORT="y").splitlines()) == 3


def test_tokens_that_changed_places_are_refused_without_being_shown() -> None:
    text = told(SLACK_BOT_TOKEN="xapp-secret", SLACK_APP_TOKEN="xoxb-secret")

    assert "SLACK_BOT_TOKEN: this is an app-level token" in text
    assert "SLACK_APP_TOKEN: this is not an app-level token" in text
    assert "secret" not in text


def test_tokens_are_not_shown_when_settings_are_printed() -> None:
    assert "hush" not in repr(Settings.read({"SLACK_BOT_TOKEN": "xoxb-hush"}))


def test_slack_is_wanted_with_all_tokens_and_not_with_none() -> None:
    assert not Settings.read({}).slack()
    assert Settings.read({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}).slack()
    over_http = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "DOCENT_TRANSPORT": "http"}
    assert Settings.read(over_http).slack()


SEVERAL = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "hush",
    "SLACK_APP_TOKEN": "xapp-1",
    "DOCENT_KEY": f"{'0' * 43}=",
}


def test_several_workspaces_take_the_app_itself_and_a_key_in_place_of_a_token() -> None:
    assert Settings.read(SEVERAL).slack()
    assert "hush" not in repr(Settings.read(SEVERAL))

    without = {name: value for name, value in SEVERAL.items() if name != "DOCENT_KEY"}
    assert "DOCENT_KEY: is missing, and several workspaces need it. Make one with `openssl rand" in told(**without)
    assert "SLACK_CLIENT_SECRET: is missing" in told(SLACK_CLIENT_ID="1.2")
    assert "SLACK_BOT_TOKEN: is for one workspace" in told(**SEVERAL, SLACK_BOT_TOKEN="xoxb-1")
    assert "Write T0123ABCD=C0123ABCD for each" in told(**SEVERAL, DOCENT_EXPERTS="C0123ABCD")


@pytest.mark.parametrize("key", ["secret", f"{'0' * 43}=,secret", ",", "0" * 44])
def test_what_is_no_key_is_refused_without_being_shown_and_with_how_to_make_one(key: str) -> None:
    text = told(DOCENT_KEY=key)

    assert "DOCENT_KEY: this is no key. Make one with `openssl rand -base64 32" in text
    assert "secret" not in text


def test_a_new_key_stands_before_the_old_one() -> None:
    assert Settings.read({"DOCENT_KEY": f"{'1' * 43}=, {'0' * 43}="}).key is not None


def test_keeping_is_a_number_of_days() -> None:
    assert Settings.read({}).keep_days == 0
    assert Settings.read({"DOCENT_KEEP_DAYS": "90"}).keep_days == 90
    for text in ("-1", "ever", "1.5", "36501"):
        assert f'"{text}" is not a number of days. Write 90' in told(DOCENT_KEEP_DAYS=text)
