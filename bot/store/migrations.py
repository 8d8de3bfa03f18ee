"""The shapes of the database, oldest first. A migration that has been released is never changed: append another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x446F6354
"""Says in the file's header that it is ours: "DocT" in ASCII."""


def m001_exchanges(db: Database) -> None:
    """Inbox, outbox and log in one table."""
    db.execute(
        """
        CREATE TABLE exchanges (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            team TEXT NOT NULL,
            enterprise TEXT NOT NULL DEFAULT '',
            channel TEXT NOT NULL DEFAULT '',
            thread TEXT NOT NULL DEFAULT '',
            ts TEXT NOT NULL DEFAULT '',
            user TEXT NOT NULL DEFAULT '',
            surface TEXT NOT NULL,
            question TEXT NOT NULL,
            state TEXT NOT NULL,
            event_id TEXT NOT NULL DEFAULT '',
            client_msg_id TEXT NOT NULL DEFAULT '',
            status TEXT,
            intent TEXT NOT NULL DEFAULT '',
            meaning TEXT NOT NULL DEFAULT '',
            context TEXT NOT NULL DEFAULT '',
            subjects TEXT NOT NULL DEFAULT '[]',
            aspects TEXT NOT NULL DEFAULT '[]',
            confidence REAL,
            runners_up TEXT NOT NULL DEFAULT '[]',
            trace TEXT NOT NULL DEFAULT '',
            reply_text TEXT NOT NULL DEFAULT '',
            sources TEXT NOT NULL DEFAULT '[]',
            content_version TEXT NOT NULL DEFAULT '',
            milliseconds REAL,
            received_at TEXT NOT NULL,
            answered_at TEXT,
            sent_at TEXT,
            posted_ts TEXT NOT NULL DEFAULT '',
            error TEXT NOT NULL DEFAULT '',
            attempts INTEGER NOT NULL DEFAULT 1
        )
        """
    )
    db.execute("CREATE INDEX exchanges_conversation ON exchanges (team, channel, thread, id)")
    db.execute("CREATE INDEX exchanges_person ON exchanges (team, user, id)")
    db.execute("CREATE INDEX exchanges_open ON exchanges (id) WHERE state IN ('received', 'answering', 'sending')")


def m002_deliveries(db: Database) -> None:
    """Every key under which a question was delivered; the key's uniqueness is what makes one claim win."""
    db.execute(
        """
        CREATE TABLE deliveries (
            key TEXT PRIMARY KEY,
            exchange INTEGER NOT NULL REFERENCES exchanges (id) ON DELETE CASCADE
        ) WITHOUT ROWID
        """
    )
    db.execute("CREATE INDEX deliveries_exchange ON deliveries (exchange)")


def m003_feedback(db: Database) -> None:
    """What people say of answers, one word a person; it goes when its exchange goes."""
    db.execute(
        """
        CREATE TABLE feedback (
            exchange INTEGER NOT NULL REFERENCES exchanges (id) ON DELETE CASCADE,
            user TEXT NOT NULL,
            rating TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            given_at TEXT NOT NULL,
            PRIMARY KEY (exchange, user)
        ) WITHOUT ROWID
        """
    )


def m004_channels(db: Database) -> None:
    """How Docent behaves in a channel, where its people have chosen."""
    db.execute(
        """
        CREATE TABLE channels (
            team TEXT NOT NULL,
            channel TEXT NOT NULL,
            mode TEXT NOT NULL DEFAULT 'mention',
            tags TEXT NOT NULL DEFAULT '[]',
            changed_at TEXT NOT NULL,
            PRIMARY KEY (team, channel)
        ) WITHOUT ROWID
        """
    )


def m005_escalations(db: Database) -> None:
    """Questions that were handed to people, at most one hand-over an exchange; it goes when its exchange goes."""
    db.execute(
        """
        CREATE TABLE escalations (
            exchange INTEGER PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
            team TEXT NOT NULL,
            asker TEXT NOT NULL,
            channel TEXT NOT NULL,
            ts TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL,
            opened_at TEXT NOT NULL,
            resolved_by TEXT NOT NULL DEFAULT '',
            resolved_at TEXT
        )
        """
    )


def m006_installations(db: Database) -> None:
    """Where Docent is installed, with its locked token, and states of installations that have been given back."""
    db.execute(
        """
        CREATE TABLE installations (
            place TEXT PRIMARY KEY,
            team TEXT NOT NULL,
            enterprise TEXT NOT NULL,
            name TEXT NOT NULL,
            token TEXT NOT NULL,
            bot_id TEXT NOT NULL,
            bot_user TEXT NOT NULL,
            scopes TEXT NOT NULL,
            installed_by TEXT NOT NULL,
            installed_at REAL NOT NULL
        ) WITHOUT ROWID
        """
    )
    db.execute("CREATE TABLE oauth_states (state TEXT PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID")


STEPS = (m001_exchanges, m002_deliveries, m003_feedback, m004_channels, m005_escalations, m006_installations)
"""All migrations in their order; the file's ``user_version`` is how many of them it has."""

LATEST = len(STEPS)

MIGRATIONS = Migrations("docent")
for _step in STEPS:
    MIGRATIONS()(_step)
