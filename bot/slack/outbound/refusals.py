"""Why a call of the Web API failed, whatever has come back of it."""

from __future__ import annotations

from collections.abc import Mapping

BLOCKS = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_attachments",
        "only_one_table_allowed",
        "msg_blocks_too_long",
        "block_mismatch",
    }
)
"""Slack has refused the blocks, not the message."""
_UNCLEAR = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org", ""}
)


def read(error: Exception) -> tuple[int, str, Mapping[str, str]]:
    """Status, Slack's name of the error, and headers; 0, "" and none where there was no reply."""
    response = getattr(error, "response", None)
    data = getattr(response, "data", None)
    name = data.get("error", "") if isinstance(data, dict) else ""
    status = getattr(response, "status_code", None) or getattr(response, "status", 0)
    return int(status or 0), str(name), getattr(response, "headers", {}) or {}


def name_of(error: Exception) -> str:
    """Slack's name of the error, or what kind of error it is."""
    return read(error)[1] or type(error).__name__


def is_final(error: Exception) -> bool:
    """Whether Slack has surely not done what was asked, and would not the next time."""
    status, name, _ = read(error)
    return bool(name) and name not in _UNCLEAR and status < 500
