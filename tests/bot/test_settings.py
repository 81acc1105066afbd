"""What the environment may say, and the sentence for what it may not."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.settings import FILE_SUFFIX, SECRETS, LogFormat, Settings, SettingsError, load_settings, variable

TOKEN = "123456:AAxyz-_0"


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        monkeypatch.delenv(variable(field), raising=False)
        monkeypatch.delenv(variable(field) + FILE_SUFFIX, raising=False)


def test_nothing_set_is_enough_for_the_command_line() -> None:
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url.get_secret_value() == "sqlite:///var/liaison.sqlite3"
    assert (settings.log_format, settings.log_level) == (LogFormat.TEXT, "INFO")


@pytest.mark.parametrize(
    ("field", "written", "meant"),
    [
        ("api_url", "http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("campaign", "jiujiang-2022", "jiujiang-2022"),
        ("log_format", "json", LogFormat.JSON),
        ("log_level", "debug", "DEBUG"),
        ("now", "2023-02-20T08:30", datetime.fromisoformat("2023-02-20T08:30+08:00")),
        ("now", "2023-02-20 08:30Z", datetime.fromisoformat("2023-02-20T16:30+08:00")),
        ("campaign", "", None),
        ("proxy", "", None),
        ("listen", "0.0.0.0:8443", "0.0.0.0:8443"),
        ("listen", "[::1]:8080", "[::1]:8080"),
        ("metrics", "true", True),
        ("heartbeat", "var/beat", Path("var/beat")),
    ],
)
def test_what_is_set_counts(monkeypatch: pytest.MonkeyPatch, field: str, written: str, meant: object) -> None:
    monkeypatch.setenv(variable(field), written)
    assert getattr(load_settings(), field) == meant


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("bot_token", "no-colon-here"),
        ("bot_token", "12a:AAxyz"),
        ("bot_token", "98765:"),
        ("bot_token", "123456:a b"),
        ("api_url", "api.example"),
        ("api_url", "https:///path"),
        ("proxy", "socks4://user:geheim@example:1"),
        ("webhook_url", "ftp://example/x"),
        ("webhook_secret", "short"),
        ("webhook_secret", "with spaces and dots...."),
        ("listen", "localhost"),
        ("listen", "127.0.0.1:65536"),
        ("metrics", "perhaps"),
        ("api_url", "http://127.0.0.1:eighty"),
        ("proxy", "socks5://127.0.0.1:port"),
        ("proxy", "http://127.0.0.1:0"),
        ("webhook_url", "https://bot.example:x/telegram"),
        ("database_url", "mysql://user:geheim@example/db"),
        ("database_url", "sqlite:///:memory:"),
        ("database_url", "sqlite:///var/"),
        ("database_url", "postgresql://liaison:geheim@example:port/liaison"),
        ("database_url", "postgresql://liaison@example:70000/liaison"),
        ("now", "0001-01-01"),
        ("now", "9999-12-31T23:59"),
        ("campaign", "../etc"),
        ("now", "yesterday"),
        ("log_format", "xml"),
        ("log_level", "loud"),
    ],
)
def test_a_mistake_is_named_without_its_value(
    monkeypatch: pytest.MonkeyPatch, field: str, written: str
) -> None:
    monkeypatch.setenv(variable(field), written)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.field == variable(field)
    assert str(caught.value) == f"{variable(field)} {caught.value.reason}."
    assert written not in str(caught.value)


@pytest.mark.parametrize("field", SECRETS)
def test_secrets_may_stand_in_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, field: str) -> None:
    secrets = {
        "bot_token": TOKEN,
        "proxy": "socks5://user:geheim@example:1080",
        "webhook_secret": "geheim-geheim-geheim",
    }
    secret = secrets.get(field, "postgresql+psycopg://liaison:geheim@example/liaison")
    (tmp_path / "secret").write_text(f"{secret}\n")
    monkeypatch.setenv(variable(field) + FILE_SUFFIX, str(tmp_path / "secret"))
    settings = load_settings()
    assert getattr(settings, field).get_secret_value() == secret
    assert secret not in repr(settings)


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LIAISON_BOT_TOKEN_FILE", str(tmp_path / "missing"))
    with pytest.raises(SettingsError, match="LIAISON_BOT_TOKEN_FILE names a file that cannot be read"):
        load_settings()


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_WEBHOOK_URL", "https://bot.example/telegram")
    with pytest.raises(SettingsError, match="LIAISON_WEBHOOK_SECRET is needed beside LIAISON_WEBHOOK_URL"):
        load_settings()


def test_one_secret_in_two_places_is_a_mistake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(TOKEN)
    monkeypatch.setenv("LIAISON_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("LIAISON_BOT_TOKEN_FILE", str(tmp_path / "secret"))
    with pytest.raises(SettingsError, match="LIAISON_BOT_TOKEN is set twice"):
        load_settings()


def test_what_the_caller_gives_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_CAMPAIGN", "anhui-2022")
    assert load_settings(campaign="jiujiang-2022-demo").campaign == "jiujiang-2022-demo"


def test_a_short_postgresql_address_names_the_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_DATABASE_URL", "postgresql://liaison@example/liaison")
    url = load_settings().database_url.get_secret_value()
    assert url == "postgresql+psycopg://liaison@example/liaison"


@pytest.mark.parametrize(
    "rest",
    [
        "example/x",
        "example:5433/x",
        "u:p@ss:1@[::1]:5432/x?sslmode=require",
        "/x?host=/run/postgresql",
        "u@h",
    ],
)
def test_any_good_postgresql_address_is_taken(monkeypatch: pytest.MonkeyPatch, rest: str) -> None:
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"postgresql://{rest}")
    assert load_settings().database_url.get_secret_value() == f"postgresql+psycopg://{rest}"
