"""Settings from the environment, checked as a whole: every mistake is told with its variable, its value and its remedy."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

Transport = Literal["socket", "http"]
SettingsBy = Literal["members", "admins"]

MAKE_KEY = "Make one with `openssl rand -base64 32 | tr +/ -_`, and keep it where the tokens of services are kept."
"""How to come by a key."""

DATABASE = Path("docent.db")
"""Where exchanges are kept by default: in the folder that Docent is started in."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One setting that cannot be used."""

    name: str
    """The variable or the option, as the person wrote it."""
    message: str
    """What is wrong with which value, and what to write."""

    def __str__(self) -> str:
        """``DOCENT_PORT: "abc" is not a port. Write a number from 1 to 65535.``"""
        return f"{self.name}: {self.message}"


class SettingsError(Exception):
    """Settings that cannot be used, all mistakes at once."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def _threshold(value: object) -> object:
    try:
        number = float(str(value))
    except ValueError:
        number = float("nan")
    if 0 <= number <= 1:
        return number
    remedy = f"Write {number / 100:g}." if 1 < number <= 100 else "Write 0.7, for example."
    message = f'"{value}" is not a number from 0 to 1. {remedy}'
    raise ValueError(message)


def _settings_by(value: object) -> object:
    if value in ("members", "admins"):
        return value
    message = f'"{value}" is nobody who could change settings. Write "members" or "admins".'
    raise ValueError(message)


def _channel(value: object) -> object:
    if re.fullmatch(r"[CG][A-Z0-9]{2,}", str(value)):
        return str(value)
    remedy = "Write the id of a channel, such as C0123ABCD: it stands at the end of the channel's details in Slack."
    message = f'"{value}" is no channel. {remedy}'
    raise ValueError(message)


def _experts(value: object) -> object:
    """One channel, or ``T0123=C0123`` for each workspace; by workspace, the one under "". Behind a slash the group of people
    that is called there: ``C0123/S0123``.
    """
    found: dict[str, str] = {}
    for part in re.split(r"[,\s]+", str(value).strip(", ")):
        team, _, channel = part.rpartition("=")
        if team and not re.fullmatch(r"[TE][A-Z0-9]{2,}", team):
            remedy = (
                "Write the id of a workspace before each channel, such as T0123ABCD=C0123ABCD, with commas between."
            )
            message = f'"{team}" is no workspace. {remedy}'
            raise ValueError(message)
        channel, called, group = channel.partition("/")
        if called and not re.fullmatch(r"S[A-Z0-9]{2,}", group):
            remedy = "Write the id of a user group behind the slash, such as C0123ABCD/S0123ABCD, or leave both out."
            message = f'"{group}" is no user group. {remedy}'
            raise ValueError(message)
        found[team] = f"{_channel(channel)}{called}{group}"
    if ("" in found and len(found) > 1) or len(found) != len(str(value).strip(", ").replace(",", " ").split()):
        message = (
            f'"{value}" names two channels for one workspace. Write T0123ABCD=C0123ABCD for each, with commas between.'
        )
        raise ValueError(message)
    return found


def _key(secret: SecretStr) -> SecretStr:
    keys = [key.strip() for key in secret.get_secret_value().split(",") if key.strip()]
    if not keys or not all(map(_is_key, keys)):
        message = f"this is no key. {MAKE_KEY}"
        raise ValueError(message)
    return secret


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == 32
    except ValueError:
        return False


def _days(value: object) -> object:
    text = str(value)
    if text.isascii() and text.isdigit() and int(text) <= 36500:
        return int(text)
    message = f'"{value}" is not a number of days. Write 90, for example, or 0 to keep everything.'
    raise ValueError(message)


def _people(value: object) -> object:
    ids = tuple(re.split(r"[,\s]+", str(value).strip(", ")))
    wrong = next((each for each in ids if not re.fullmatch(r"[UW][A-Z0-9]{2,}", each)), None)
    if wrong is None:
        return ids
    remedy = "Write member ids such as U0123ABCD, with commas between: they stand in the menu of a profile in Slack."
    message = f'"{wrong}" is nobody. {remedy}'
    raise ValueError(message)


def _port(value: object) -> object:
    text = str(value)
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    message = f'"{value}" is not a port. Write a number from 1 to 65535, or 0 for any free one.'
    raise ValueError(message)


def _transport(value: object) -> object:
    if value in ("socket", "http"):
        return value
    message = f'"{value}" is no way to reach Slack. Write "socket" or "http".'
    raise ValueError(message)


def _address(value: object) -> object:
    if str(value).startswith(("http://", "https://")):
        return f"{str(value).rstrip('/')}/"
    message = f'"{value}" is not a web address. Write one that begins with https://.'
    raise ValueError(message)


def _existing(path: Path) -> Path:
    if path.exists():
        return path
    message = f'"{path}" does not exist. Name a folder, or one file.'
    raise ValueError(message)


def _bot_token(token: SecretStr) -> SecretStr:
    if token.get_secret_value().startswith("xapp-"):
        message = 'this is an app-level token. The bot token begins with "xoxb-" (OAuth & Permissions).'
        raise ValueError(message)
    return token


def _app_token(token: SecretStr) -> SecretStr:
    if token.get_secret_value().startswith(("xoxb-", "xoxp-")):
        message = 'this is not an app-level token. Those begin with "xapp-" (Basic Information, App-Level Tokens).'
        raise ValueError(message)
    return token


Content = Annotated[Path, AfterValidator(_existing)]


class Settings(BaseModel):
    """Everything that can be set, by the name of its environment variable."""

    model_config = ConfigDict(frozen=True, extra="ignore", validate_by_name=True)

    knowledge: Content | None = Field(None, alias="DOCENT_KNOWLEDGE")
    """Folder of overviews, or one Markdown file. Unset: what Docent ships."""
    intents: Content | None = Field(None, alias="DOCENT_INTENTS")
    """Folder of YAML files that say how people ask, or one such file. Unset: what Docent ships."""
    threshold: Annotated[float, BeforeValidator(_threshold)] | None = Field(None, alias="DOCENT_THRESHOLD")
    """Confidence from 0 to 1 below which Docent does not answer. Unset: the one that was fitted."""
    database: Path | None = Field(None, alias="DOCENT_DATABASE")
    """SQLite file of the exchanges. Unset: docent.db for Slack, and none for questions in the terminal."""
    transport: Annotated[Transport, BeforeValidator(_transport)] = Field("socket", alias="DOCENT_TRANSPORT")
    """How Slack reaches Docent: socket (no public address needed) or http."""
    host: str = Field("127.0.0.1", alias="DOCENT_HOST")
    """Address to listen on for http, the install page and /healthz."""
    port: Annotated[int, BeforeValidator(_port)] = Field(3000, alias="DOCENT_PORT")
    """Port to listen on for http, and for the install page."""
    settings_by: Annotated[SettingsBy, BeforeValidator(_settings_by)] = Field("members", alias="DOCENT_SETTINGS_BY")
    """Who may change how Docent behaves in a channel: members, or the workspace's admins."""
    ambient_threshold: Annotated[float, BeforeValidator(_threshold)] = Field(0.8, alias="DOCENT_AMBIENT_THRESHOLD")
    """Confidence from 0 to 1 from which a question is answered unasked, where a channel has chosen that."""
    admins: Annotated[tuple[str, ...], BeforeValidator(_people)] = Field((), alias="DOCENT_ADMINS")
    """Ids of people who count as admins, beside the workspace's own."""
    experts: Annotated[dict[str, str], BeforeValidator(_experts)] = Field({}, alias="DOCENT_EXPERTS")
    """Id of the Slack channel where people take over what Docent cannot answer; for several workspaces T…=C… for each.
    With /S… behind it, that user group is called there. Unset: nobody does."""
    keep_days: Annotated[int, BeforeValidator(_days)] = Field(0, alias="DOCENT_KEEP_DAYS")
    """How many days exchanges are kept; 0 for ever."""
    health_port: Annotated[int, BeforeValidator(_port)] | None = Field(None, alias="DOCENT_HEALTH_PORT")
    """Port of /healthz and /readyz alone. Unset: they are only where Docent listens for http or installations."""
    bot_token: Annotated[SecretStr, AfterValidator(_bot_token)] | None = Field(None, alias="SLACK_BOT_TOKEN")
    """The bot's own token, xoxb-…."""
    app_token: Annotated[SecretStr, AfterValidator(_app_token)] | None = Field(None, alias="SLACK_APP_TOKEN")
    """App-level token with connections:write, xapp-…, for socket."""
    signing_secret: SecretStr | None = Field(None, alias="SLACK_SIGNING_SECRET")
    """Proves that requests come from Slack, for http."""
    client_id: str | None = Field(None, alias="SLACK_CLIENT_ID")
    """Client ID of the app, for several workspaces."""
    client_secret: SecretStr | None = Field(None, alias="SLACK_CLIENT_SECRET")
    """Client Secret of the app, for several workspaces."""
    key: Annotated[SecretStr, AfterValidator(_key)] | None = Field(None, alias="DOCENT_KEY")
    """Locks the tokens of several workspaces in the database: 32 bytes in URL-safe base64; a new key before older ones."""
    slack_api_url: Annotated[str, BeforeValidator(_address)] = Field("https://slack.com/api/", alias="SLACK_API_URL")
    """Another address of Slack's Web API, for a stand-in."""

    @classmethod
    def read(cls, environment: Mapping[str, str], options: Mapping[str, str | None] | None = None) -> Settings:
        """Settings from environment variables and, above them, the command's options (``{"--knowledge": "docs"}``).

        An empty variable counts as unset.

        Raises:
            SettingsError: what is set cannot be used.
        """
        given = {name: value for name in names() if (value := environment.get(name, "").strip())}
        source = {name: name for name in given}
        for option, chosen in (options or {}).items():
            if chosen is not None:
                name = f"DOCENT_{option.removeprefix('--').upper()}"
                given[name], source[name] = chosen, option
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            found = error.errors(include_url=False)
        raise SettingsError(tuple(_mistake(str(each["loc"][0]), each["msg"], source) for each in found))

    def slack(self) -> bool:
        """Whether to connect to Slack: true with all of its tokens, false with none.

        Raises:
            SettingsError: some are set and others are missing.
        """
        token: dict[str, object] = {"SLACK_BOT_TOKEN": self.bot_token}
        if self.several:
            token = {
                "SLACK_CLIENT_SECRET": self.client_secret,
                "SLACK_CLIENT_ID": self.client_id,
                "DOCENT_KEY": self.key,
            }
            self._refuse_mixture()
        needed = token | (
            {"SLACK_APP_TOKEN": self.app_token}
            if self.transport == "socket"
            else {"SLACK_SIGNING_SECRET": self.signing_secret}
        )
        missing = [name for name, value in needed.items() if value is None]
        wanted = self.transport == "http" or any((self.several, self.bot_token, self.app_token, self.signing_secret))
        if missing and wanted:
            why = "several workspaces need" if self.several else f"DOCENT_TRANSPORT={self.transport} needs"
            where = "deploy/README.md says where to find it."
            raise SettingsError(
                tuple(
                    Mistake(name, f"is missing, and {why} it. {MAKE_KEY if name == 'DOCENT_KEY' else where}")
                    for name in missing
                )
            )
        return not missing

    @property
    def several(self) -> bool:
        """Whether Docent is for several workspaces, each with the token that its installation has given."""
        return any((self.client_id, self.client_secret, self.key))

    def _refuse_mixture(self) -> None:
        mistakes = []
        if self.bot_token is not None:
            told = "is for one workspace, and SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and DOCENT_KEY are for several. Unset either."
            mistakes.append(Mistake("SLACK_BOT_TOKEN", told))
        if "" in self.experts:
            told = (
                "several workspaces have no channel in common. Write T0123ABCD=C0123ABCD for each, with commas between."
            )
            mistakes.append(Mistake("DOCENT_EXPERTS", told))
        if mistakes:
            raise SettingsError(tuple(mistakes))


def names() -> tuple[str, ...]:
    """Every environment variable that is read."""
    return tuple(field.alias for field in Settings.model_fields.values() if field.alias)


def _mistake(name: str, message: str, source: Mapping[str, str]) -> Mistake:
    return Mistake(source.get(name, name), message.removeprefix("Value error, "))
