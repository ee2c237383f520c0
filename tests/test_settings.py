"""Settings: defaults < file < variables < flags, and what is wrong with them is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from dorsi.errors import InvalidFile, UsageError
from dorsi.settings import Settings, config_path, load_settings, postgres_database
from dorsi.units import MassUnit

HOME = Path("/home/mira")


def loaded(
    text: str = "",
    environ: dict[str, str] | None = None,
    flags: dict[str, str | None] | None = None,
    *,
    platform: str = "linux",
) -> Settings:
    return load_settings(
        environ=environ or {},
        home=HOME,
        platform=platform,
        flags=flags,
        config_text=text,
        config_file=HOME / "settings" / "dorsi.toml",
    )


def test_without_a_word_everything_has_its_default() -> None:
    assert loaded() == Settings(data_dir=HOME / ".local/share/dorsi", database_url="", time_zone="", units=MassUnit.KG)
    assert loaded().journal_file == HOME / ".local/share/dorsi/dorsi.sqlite3"


def test_the_file_yields_to_variables_and_they_to_flags() -> None:
    text = 'units = "lb"\ntime_zone = "Europe/Rome"\ndata_dir = "/a"'
    environ = {"DORSI_TIME_ZONE": "Asia/Tokyo", "DORSI_DATA_DIR": "/b"}
    assert loaded(text, environ, {"data_dir": "/c", "time_zone": None}) == Settings(
        data_dir=Path("/c"), time_zone="Asia/Tokyo", units=MassUnit.LB
    )


@pytest.mark.parametrize(
    ("platform", "environ", "data", "config"),
    [
        ("linux", {}, ".local/share/dorsi", ".config/dorsi/dorsi.toml"),
        ("linux", {"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"}, "/d/dorsi", "/c/dorsi/dorsi.toml"),
        ("linux", {"XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": ""}, ".local/share/dorsi", ".config/dorsi/dorsi.toml"),
        ("darwin", {}, "Library/Application Support/dorsi", "Library/Application Support/dorsi/dorsi.toml"),
        ("win32", {}, "AppData/Local/dorsi", "AppData/Roaming/dorsi/dorsi.toml"),
        ("win32", {"LOCALAPPDATA": "/l", "APPDATA": "/r"}, "/l/dorsi", "/r/dorsi/dorsi.toml"),
        ("linux", {"DORSI_CONFIG": "~/my.toml"}, ".local/share/dorsi", "my.toml"),
    ],
)
def test_each_system_has_its_usual_places(platform: str, environ: dict[str, str], data: str, config: str) -> None:
    assert loaded(environ=environ, platform=platform).data_dir == HOME / data
    assert config_path(environ, HOME, platform) == HOME / config


def test_folders_count_from_home_the_file_or_here() -> None:
    assert loaded('data_dir = "~/journal"').data_dir == HOME / "journal"
    assert loaded('data_dir = "journal"').data_dir == HOME / "settings" / "journal"
    assert loaded(environ={"DORSI_DATA_DIR": "journal"}).data_dir == Path("journal")


def test_an_empty_variable_says_nothing_and_an_empty_flag_does() -> None:
    text = 'time_zone = "Europe/Rome"'
    assert loaded(text, {"DORSI_TIME_ZONE": ""}).time_zone == "Europe/Rome"
    assert loaded(text, flags={"time_zone": ""}).time_zone == ""


def test_everything_wrong_with_the_file_is_told_at_once() -> None:
    with pytest.raises(InvalidFile) as caught:
        loaded('unit = "kg"\ntime_zone = "Europe/Rom"\ndata_dir = 7\nunits = "stone"\ndatabase_url = "mysql://x/y"')
    assert [(problem.where, problem.file) for problem in caught.value.problems] == [
        (key, str(HOME / "settings" / "dorsi.toml"))
        for key in ("unit", "time_zone", "data_dir", "units", "database_url")
    ]
    said = str(caught.value)
    for hint in (
        "did you mean 'units'",
        "did you mean 'Europe/Rome'",
        "text in quotes, found 7",
        "'kg' or 'lb'",
        "mysql",
    ):
        assert hint in said


def test_a_file_that_is_no_toml_has_a_line() -> None:
    with pytest.raises(InvalidFile) as caught:
        loaded('units = "kg"\ntime_zone = Rome')
    assert caught.value.problems[0].line == 2


def test_wrong_variables_and_flags_are_told_with_their_name() -> None:
    with pytest.raises(UsageError) as caught:
        loaded(environ={"DORSI_UNITS": "stone", "DORSI_TIMEZONE": "x"}, flags={"time_zone": "../etc", "data_dir": ""})
    said = str(caught.value).splitlines()
    assert [line.partition(":")[0] for line in said] == ["DORSI_TIMEZONE", "DORSI_UNITS", "--time-zone", "--data-dir"]
    assert "DORSI_TIME_ZONE" in said[0]


def test_variables_that_resemble_none_of_ours_are_left_alone() -> None:
    assert loaded(environ={"DORSI_DEBUG": "1", "DORSI_SECRET_KEY": "x", "HOME": "y"}) == loaded()


def test_a_server_address_becomes_djangos_words() -> None:
    url = "postgres://mira:p%40ss%2Fword@db.example:5433/dorsi%20log?sslmode=require"
    assert loaded(environ={"DORSI_DATABASE_URL": url}).database_url == url
    assert postgres_database(url) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "dorsi log",
        "USER": "mira",
        "PASSWORD": "p@ss/word",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }
    assert postgres_database("postgresql://db/dorsi")["PORT"] == ""


@pytest.mark.parametrize(
    "url",
    ["mysql://u:secret@h/d", "secret", "postgres://u:secret@/d", "postgres://u:secret@h", "postgres://u:secret@h:x/d"],
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(UsageError, match="DORSI_DATABASE_URL") as caught:
        loaded(environ={"DORSI_DATABASE_URL": url})
    assert "secret" not in str(caught.value).replace("user:password", "")


@pytest.mark.parametrize("url", ["https://dorsi.example.org", "https://dorsi.example.org/", "http://10.0.0.2:8080"])
def test_the_address_of_a_site_is_kept_without_a_path(url: str) -> None:
    assert loaded(environ={"DORSI_PUBLIC_URL": url}).public_url == url.rstrip("/")


@pytest.mark.parametrize(
    "url", ["dorsi.example.org", "ftp://a.example", "https://a.example/dorsi", "https://a.example:x", "https://[a",
            "https://mira@a.example"],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_told(url: str) -> None:
    with pytest.raises(UsageError, match=r"DORSI_PUBLIC_URL: .* is no address of a site"):
        loaded(environ={"DORSI_PUBLIC_URL": url})
