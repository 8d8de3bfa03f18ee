"""The modal in which a channel's people choose how Docent behaves there, as Slack's view payload. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.store.channels import ChannelSettings, Mode

Json = dict[str, Any]

CALLBACK = "channel_settings"
MODE = "mode"
TAGS = "tags"
NOT_HERE = "These settings belong to channels. In a direct message I always answer."
NOT_YOURS = "In this workspace only admins change how I behave in a channel. Please ask one of them."
NOT_KNOWN = "I could not look up whether you are an admin of this workspace, so I leave the settings as they are."
_MODES: dict[Mode, tuple[str, str]] = {
    "mention": ("When mentioned", "In the thread of the question, and on in that thread"),
    "ambient": ("Unasked, when sure", "Also questions to nobody in particular; each once a day"),
    "off": ("Never", "Only /docent answers, and only to whoever asks"),
}
_SAID: dict[Mode, str] = {
    "mention": "I answer here when I am mentioned, and in threads that I am in.",
    "ambient": "I answer here when I am mentioned, and unasked where I am sure of the answer.",
    "off": "I am silent here. /docent still answers, so that only you see it.",
}
_OPTIONS = 100
_TEXT = 75
_VALUE = 150


def settings(channel: str, chosen: ChannelSettings, tags: Sequence[str], answer_to: str) -> Json:
    """The modal for one channel. In: all tags of the content; where to tell that it was saved."""
    modes = {mode: _option(text, mode, more) for mode, (text, more) in _MODES.items()}
    radio = {
        "type": "radio_buttons",
        "action_id": MODE,
        "options": list(modes.values()),
        "initial_option": modes[chosen.mode],
    }
    where = {"type": "mrkdwn", "text": f"How I behave in <#{channel}>."}
    shown: list[Json] = [
        {"type": "section", "text": where},
        {"type": "input", "block_id": MODE, "label": _plain("When do I answer?"), "element": radio},
    ]
    options = [_option(tag, tag) for tag in tags if len(tag) <= _VALUE][:_OPTIONS]
    if options:
        select: Json = {
            "type": "multi_static_select",
            "action_id": TAGS,
            "options": options,
            "placeholder": _plain("All overviews"),
        }
        initial = [option for option in options if option["value"] in chosen.tags]
        shown.append(
            {
                "type": "input",
                "block_id": TAGS,
                "optional": True,
                "label": _plain("Answer only from what has these tags"),
                "hint": _plain("What has no tags is always answered from."),
                "element": select | ({"initial_options": initial} if initial else {}),
            }
        )
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": _plain("Docent in this channel"),
        "submit": _plain("Save"),
        "close": _plain("Cancel"),
        "blocks": shown,
        "private_metadata": json.dumps({"channel": channel, "answer_to": answer_to}),
    }


def chosen(view: Json) -> tuple[str, str, ChannelSettings] | None:
    """What was sent off: the channel, where to tell that it was saved, and the settings. None for what is not ours."""
    place = json.loads(view.get("private_metadata") or "{}")
    values = (view.get("state") or {}).get("values") or {}
    picked = (((values.get(MODE) or {}).get(MODE) or {}).get("selected_option") or {}).get("value")
    mode = next((mode for mode in _MODES if mode == picked), None)
    if mode is None or not place.get("channel"):
        return None
    options = ((values.get(TAGS) or {}).get(TAGS) or {}).get("selected_options") or []
    tags = tuple(str(option.get("value", "")) for option in options)
    return str(place["channel"]), str(place.get("answer_to", "")), ChannelSettings(mode, tags)


def saved(settings: ChannelSettings) -> str:
    """What was saved, in words."""
    limited = f" Here I know the overviews on: {', '.join(settings.tags)}." if settings.tags else ""
    return f"Saved. {_SAID[settings.mode]}{limited}"


def _option(text: str, value: str, description: str = "") -> Json:
    found: Json = {"text": _plain(text[:_TEXT]), "value": value}
    return found | ({"description": _plain(description)} if description else {})


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}
