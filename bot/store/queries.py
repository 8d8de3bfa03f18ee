"""What is asked of the exchanges table: plain functions over a connection, each within the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.store.records import REPEATABLE, ClaimResult, Incoming, Outcome, State, as_json, storable, texts
from bot.store.rows import Exchange

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlite_utils import Database

MOST_ATTEMPTS = 3
"""How often a question is taken up: one that ends the process each time is not tried for ever."""
_ASKED = ("team", "enterprise", "channel", "thread", "ts", "user", "surface", "question", "event_id", "client_msg_id")
"""Fields of a question, and their columns."""
_REPLY = (
    *("status", "intent", "meaning", "context", "subjects", "aspects", "confidence", "runners_up", "trace"),
    *("reply_text", "sources", "content_version", "milliseconds", "answered_at"),
)
"""Columns of a reply."""


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _inserting(*columns: str) -> str:
    return f"INSERT INTO exchanges ({', '.join(columns)}) VALUES ({_marks(columns)})"  # noqa: S608 - names of columns


_INSERT = _inserting(*_ASKED, "received_at", "state")
_INSERT_WITH_REPLY = _inserting(*_ASKED, "received_at", "state", *_REPLY)
_COMPLETE = f"""
    UPDATE exchanges SET state = ?, {", ".join(f"{column} = ?" for column in _REPLY)}
    WHERE id = ? AND state IN ('received', 'answering')
    """  # noqa: S608 - as above


def claim(db: Database, incoming: Incoming, now: str, outcome: Outcome | None = None) -> ClaimResult:
    """Insert a question, or find the exchange of an earlier delivery and note this one's keys beside it; a new one with
    its reply, if that is given, as about to be posted.
    """
    keys = incoming.keys()
    # Only question marks are put in.
    query = f"SELECT min(exchange) FROM deliveries WHERE key IN ({_marks(keys)})"  # noqa: S608
    known = db.execute(query, keys).fetchone()[0] if keys else None
    if known is None:
        state: State = "received" if outcome is None else "sending"
        return ClaimResult(insert(db, incoming, now, outcome), new=True, state=state)
    _insert_keys(db, keys, known)
    state = db.execute("SELECT state FROM exchanges WHERE id = ?", [known]).fetchone()[0]
    return ClaimResult(known, new=False, state=state)


def insert(db: Database, incoming: Incoming, now: str, outcome: Outcome | None = None) -> int:
    """Insert a question as received, with the keys of its delivery; with its reply, if that is given, as about to be
    posted.
    """
    asked = (*texts(getattr(incoming, name) for name in _ASKED), now)
    if outcome is None:
        cursor = db.execute(_INSERT, (*asked, "received"))
    else:
        cursor = db.execute(_INSERT_WITH_REPLY, (*asked, "sending", *_reply(outcome, now)))
    id_ = int(cursor.lastrowid or 0)
    _insert_keys(db, incoming.keys(), id_)
    return id_


def _reply(outcome: Outcome, now: str) -> tuple[object, ...]:
    return (
        *(outcome.status, outcome.intent, *texts((outcome.meaning, outcome.context))),
        *(as_json(outcome.subjects), as_json(outcome.aspects), outcome.confidence, outcome.runners_up),
        *(outcome.trace, storable(outcome.reply_text), outcome.sources, outcome.content_version),
        *(outcome.milliseconds, now),
    )


def _insert_keys(db: Database, keys: Sequence[str], exchange: int) -> None:
    pairs = [value for key in keys for value in (key, exchange)]
    if pairs:
        marks = ", ".join(["(?, ?)"] * len(keys))
        db.execute(f"INSERT OR IGNORE INTO deliveries (key, exchange) VALUES {marks}", pairs)  # noqa: S608 - as above


def start(db: Database, id_: int) -> None:
    """Mark a received question as taken up."""
    db.execute("UPDATE exchanges SET state = 'answering' WHERE id = ? AND state = 'received'", [id_])


def complete(db: Database, id_: int, outcome: Outcome, now: str, state: State) -> None:
    """Store the reply; ``state`` is answering, or sending where its posting begins at once."""
    db.execute(_COMPLETE, (state, *_reply(outcome, now), id_))


def mark_sending(db: Database, id_: int) -> bool:
    """Mark that posting begins; False where it has begun before."""
    cursor = db.execute(
        "UPDATE exchanges SET state = 'sending' WHERE id = ? AND state IN ('received', 'answering')", [id_]
    )
    return cursor.rowcount == 1


def sent(db: Database, id_: int, posted_ts: str, now: str) -> None:
    """Mark a reply as posted, whatever it was taken for before."""
    db.execute(
        "UPDATE exchanges SET state = 'sent', posted_ts = ?, sent_at = ?, error = '' WHERE id = ?",
        (storable(posted_ts), now, id_),
    )


def end(db: Database, id_: int, state: State, error: str) -> None:
    """End an exchange without a reply that is known to be posted; one that was sent stays sent."""
    db.execute(
        "UPDATE exchanges SET state = ?, error = ? WHERE id = ? AND state != 'sent'", (state, storable(error), id_)
    )


def record(db: Database, incoming: Incoming, outcome: Outcome, now: str, posted_ts: str) -> int:
    """Insert a whole exchange at once: asked, answered and sent."""
    id_ = insert(db, incoming, now, outcome)
    sent(db, id_, posted_ts, now)
    return id_


def pending(db: Database, last_id: int, orphans: Collection[int], taken: Collection[int]) -> list[Exchange]:
    """Take up again what an earlier process (ids up to ``last_id``), or a caller that gave up, left unanswered."""
    rows = db.query("SELECT * FROM exchanges WHERE state IN ('received', 'answering', 'sending') ORDER BY id")
    again = []
    for row in list(rows):
        id_ = row["id"]
        if not (id_ in orphans or (id_ <= last_id and id_ not in taken)):
            continue
        if row["state"] == "sending" and id_ not in orphans:
            end(db, id_, "unknown", "the process ended while the reply was being posted")
        elif row["surface"] not in REPEATABLE:
            end(db, id_, "failed", "the process ended before it was answered")
        elif row["attempts"] >= MOST_ATTEMPTS:
            end(db, id_, "failed", f"given up after {MOST_ATTEMPTS} attempts")
        else:
            db.execute("UPDATE exchanges SET attempts = attempts + 1, state = 'received' WHERE id = ?", [id_])
            again.append(Exchange.model_validate({**row, "attempts": row["attempts"] + 1, "state": "received"}))
    return again


def previous(db: Database, conversation: tuple[str, str, str], before: int | None, since: str) -> str:
    """Context id that the latest reply of a conversation left; empty where it left none."""
    row = db.execute(
        """
        SELECT context FROM exchanges
        WHERE team = ? AND channel = ? AND thread = ? AND status IS NOT NULL AND id < ? AND received_at >= ?
            AND state IN ('answering', 'sending', 'sent', 'unknown')
        ORDER BY id DESC LIMIT 1
        """,
        (*texts(conversation), before if before is not None else 1 << 62, since),
    ).fetchone()
    return str(row[0]) if row else ""


def engaged(db: Database, conversation: tuple[str, str, str]) -> bool:
    """Whether a reply of ours stands in a thread, may stand there, or is on its way to whoever has named us there."""
    row = db.execute(
        """
        SELECT 1 FROM exchanges WHERE team = ? AND channel = ? AND thread = ? AND (state IN ('sending', 'sent', 'unknown')
            OR (surface IN ('mention', 'button') AND state IN ('received', 'answering'))) LIMIT 1
        """,
        texts(conversation),
    ).fetchone()
    return row is not None


def answered_in(
    db: Database, place: tuple[str, str], before: int | None, since: str, surfaces: Collection[str]
) -> list[tuple[str, str]]:
    """Questions that were answered in a channel, each with the id of its meaning."""
    marks = ", ".join("?" * len(surfaces))
    query = f"""
        SELECT question, meaning FROM exchanges WHERE team = ? AND channel = ? AND id < ? AND received_at >= ?
            AND status = 'answered' AND state IN ('answering', 'sending', 'sent', 'unknown') AND surface IN ({marks})
        """  # noqa: S608 - only question marks are put in
    limits = (before if before is not None else 1 << 62, since)
    return [(str(row[0]), str(row[1])) for row in db.execute(query, (*texts(place), *limits, *surfaces)).fetchall()]


def recent(db: Database, limit: int, *, where: dict[str, Any], since: str, unanswered: bool) -> list[Exchange]:
    """The latest exchanges, the oldest of them first."""
    clauses = [f"{column} = :{column}" for column in where]
    if since:
        clauses.append("received_at >= :since")
    if unanswered:
        clauses.append("(status IN ('unsure', 'unknown') OR (status IS NULL AND state NOT IN ('ignored')))")
    condition = " AND ".join(clauses) or "1"
    # Column names alone are put in; they come from our own code.
    query = f"SELECT * FROM (SELECT * FROM exchanges WHERE {condition} ORDER BY id DESC LIMIT :limit) ORDER BY id"  # noqa: S608
    rows = db.query(query, {**where, "since": since, "limit": limit})
    return [Exchange.model_validate(row) for row in rows]


def one(db: Database, id_: int) -> Exchange | None:
    """One exchange by its id."""
    for row in db.query("SELECT * FROM exchanges WHERE id = ?", [id_]):
        return Exchange.model_validate(row)
    return None


def last_id(db: Database) -> int:
    """Id of the latest exchange; 0 for none."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM exchanges").fetchone()[0])
