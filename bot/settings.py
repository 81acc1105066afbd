"""What the environment says: one class, plain sentences for mistakes, secrets that never print."""

import os
import re
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "LIAISON_"
FILE_SUFFIX = "_FILE"
SECRETS = ("bot_token", "proxy", "database_url", "webhook_secret")
CAMPAIGN_ZONE = ZoneInfo("Asia/Shanghai")
# Also with a host left out, in brackets, or an @ within the password.
_POSTGRESQL = re.compile(
    r"postgresql(\+psycopg)?://([^/]*@)?([^/@:\[\]?]*|\[[^\]/]+\])(:(?P<port>[0-9]{1,5}))?([/?].*)?$"
)
# Beyond these there is no campaign, and no room to count days in.
_YEARS = range(2000, 2100)
_REASONS = {
    "bot_token": "is no bot token: it looks like 123456:LETTERS, as BotFather gave it",
    "api_url": "must be the address of a Bot API server: http://HOST:PORT or https://HOST, the port a number",
    "proxy": "must begin with http://, https://, socks5:// or socks5h://, and its port must be a number",
    "database_url": "must be sqlite:///FILE or postgresql://USER@HOST:PORT/NAME, the port a number",
    "campaign": "must be a campaign's id: small letters, digits and hyphens",
    "now": "must be a moment of 2000 to 2099 such as 2023-02-20T08:30 (Asia/Shanghai unless a zone follows)",
    "webhook_url": "must be the address that Telegram calls, such as https://bot.example/telegram",
    "webhook_secret": "must be 16 to 256 letters, digits, underscores and hyphens",
    "listen": "must be a host and a port such as 127.0.0.1:8080",
    "metrics": "must be true or false",
    "map": "must be true or false",
    "heartbeat": "must be a file's path",
    "log_format": "must be text or json",
    "log_level": "must be DEBUG, INFO, WARNING or ERROR",
}


class SettingsError(Exception):
    """A setting that cannot be used: `field` is the variable's name, `reason` never repeats its value."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field} {reason}.")
        self.field = field
        self.reason = reason


class LogFormat(StrEnum):
    """How log lines are written."""

    TEXT = "text"
    JSON = "json"


class SecretFiles(PydanticBaseSettingsSource):
    """Secrets kept in files: LIAISON_BOT_TOKEN_FILE names the file that holds LIAISON_BOT_TOKEN."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        """Return the file's text without surrounding space, or None; raise SettingsError."""
        name = variable(field_name)
        path = os.environ.get(name + FILE_SUFFIX, "")
        if not path or field_name not in SECRETS:
            return None, field_name, False
        if os.environ.get(name):
            raise SettingsError(name, f"is set twice, also by {name}{FILE_SUFFIX}; keep one of them")
        try:
            return Path(path).read_text(encoding="utf-8").strip(), field_name, False
        except (OSError, UnicodeError):
            raise SettingsError(name + FILE_SUFFIX, "names a file that cannot be read") from None

    def __call__(self) -> dict[str, Any]:
        """Return the values of all files that are named."""
        found = (
            (name, self.get_field_value(f, name)[0]) for name, f in self.settings_cls.model_fields.items()
        )
        return {name: value for name, value in found if value}


class Settings(BaseSettings):
    """Every setting. A variable's name is the field's in capitals behind LIAISON_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    bot_token: SecretStr | None = None
    api_url: str = "https://api.telegram.org"
    proxy: SecretStr | None = None
    database_url: SecretStr = SecretStr("sqlite:///var/liaison.sqlite3")
    campaign: str | None = Field(default=None, pattern=r"^[a-z0-9-]{1,60}$")
    now: datetime | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = Field(
        default="127.0.0.1:8080", pattern=r"^[\w.-]+:[0-9]{1,5}$|^\[[0-9A-Fa-f:]+\]:[0-9]{1,5}$"
    )
    metrics: bool = False
    map: bool = False
    heartbeat: Path | None = None
    alarms: str | None = None
    log_format: LogFormat = LogFormat.TEXT
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what the caller gives, then the environment, then the files it names."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, SecretFiles(settings_cls)

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        _expect_web(value)
        return value.rstrip("/")

    @field_validator("proxy")
    @classmethod
    def _proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value:
            _expect_web(value.get_secret_value(), "socks5", "socks5h")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url(cls, value: str | None) -> str | None:
        if value:
            _expect_web(value)
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        _expect_port(int(value.rpartition(":")[2]))
        return value

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: SecretStr) -> SecretStr:
        url = value.get_secret_value()
        if url.startswith("sqlite:///"):
            if url.removeprefix("sqlite:///") in {"", ":memory:"} or url.endswith("/"):
                raise ValueError
            return value
        if (found := _POSTGRESQL.match(url)) is None:
            raise ValueError
        _expect_port(int(found["port"] or 5432))
        return SecretStr(re.sub(r"^postgresql:", "postgresql+psycopg:", url))

    @field_validator("now", mode="before")
    @classmethod
    def _now(cls, value: Any) -> Any:
        moment = datetime.fromisoformat(value.strip()) if isinstance(value, str) else value
        if isinstance(moment, datetime) and moment.year not in _YEARS:
            raise ValueError
        if isinstance(moment, datetime) and moment.tzinfo is None:
            return moment.replace(tzinfo=CAMPAIGN_ZONE)
        return moment

    @field_validator("log_level", mode="before")
    @classmethod
    def _log_level(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value


def variable(field: str) -> str:
    """Return the environment variable of a field."""
    return PREFIX + field.upper()


def load_settings(**given: Any) -> Settings:
    """Read the settings; `given` fields win over the environment. Raise SettingsError."""
    try:
        settings = Settings(**given)
    except ValidationError as error:
        field = str(error.errors(include_input=False, include_context=False)[0]["loc"][0])
        raise SettingsError(variable(field), _REASONS[field]) from None
    if settings.webhook_url and not settings.webhook_secret:
        raise SettingsError(variable("webhook_secret"), "is needed beside " + variable("webhook_url"))
    return settings


def _expect_web(address: str, *others: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https", *others} or not parts.hostname:
        raise ValueError(parts.scheme)
    if parts.port is not None:  # raises ValueError itself when it is no number
        _expect_port(parts.port)


def _expect_port(port: int) -> None:
    if not 0 < port < 65536:
        raise ValueError(port)
