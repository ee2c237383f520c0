"""What the system says reaches the settings, the clock and the journal."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connections

from dorsi.bootstrap import open_journal, system_chance, system_clock, system_settings, zone_name
from dorsi.errors import FileMissing, InvalidFile
from dorsi.settings import Settings
from dorsi.units import MassUnit


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file that the environment names, not there yet; nothing else is set."""
    for name in [name for name in os.environ if name.startswith("DORSI_")]:
        monkeypatch.delenv(name)
    file = tmp_path / "my.toml"
    monkeypatch.setenv("DORSI_CONFIG", str(file))
    return file


def test_file_environment_and_flags_are_read(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('units = "lb"\ndata_dir = "journal"\n', encoding="utf-8-sig")
    monkeypatch.setenv("DORSI_TIME_ZONE", "Asia/Tokyo")
    assert system_settings({"units": "kg"}) == Settings(
        data_dir=config.parent / "journal", time_zone="Asia/Tokyo", units=MassUnit.KG
    )


def test_a_file_that_was_named_must_be_there(config: Path) -> None:
    with pytest.raises(FileMissing, match="DORSI_CONFIG"):
        system_settings()


def test_a_file_at_the_usual_place_need_not_be(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DORSI_CONFIG")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert system_settings().data_dir.is_relative_to(tmp_path)


def test_an_unreadable_file_is_told(config: Path) -> None:
    config.write_bytes(b"units = '\xff'")
    with pytest.raises(FileMissing, match="UTF-8"):
        system_settings()
    config.write_text("units = 'stone'")
    with pytest.raises(InvalidFile, match="units"):
        system_settings()
    config.unlink()
    config.mkdir()
    with pytest.raises(FileMissing, match="directory"):
        system_settings()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_is_that_of_the_athletes_zone(zone: str) -> None:
    clock = system_clock(Settings(data_dir=Path("unused"), time_zone=zone))
    before = datetime.now(UTC)
    today, now = clock.today(), clock.now()
    assert now.tzinfo is UTC
    assert before <= now <= before + timedelta(minutes=1)
    assert today in {before.astimezone(ZoneInfo(zone)).date(), now.astimezone(ZoneInfo(zone)).date()}


def test_without_a_zone_the_system_has_the_say() -> None:
    look = (
        "from pathlib import Path; from dorsi.bootstrap import system_clock; from dorsi.settings import Settings;"
        " clock = system_clock(Settings(data_dir=Path())); from datetime import timedelta;"
        " print(clock.today() == (clock.now() + timedelta(hours=14)).date())"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, env={**os.environ, "TZ": "XXX-14"}, check=True
    )
    assert done.stdout == "True\n"


def test_chance_gives_as_many_bytes_as_asked_for_and_others_each_time() -> None:
    chance = system_chance()
    assert len(chance.bytes(16)) == 16
    assert chance.bytes(16) != chance.bytes(16)


def test_one_journal_is_opened_again_and_again(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "a" / "b")
    assert open_journal(settings).athlete == open_journal(settings).athlete
    assert open_journal(Settings(data_dir=tmp_path / "c")).alias != open_journal(settings).alias
    connections.close_all()


def test_the_zone_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":Europe/Rome")
    assert zone_name(Settings(data_dir=tmp_path)) == "Europe/Rome"
    assert zone_name(Settings(data_dir=tmp_path, time_zone="Asia/Tokyo")) == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "no zone at all")
    assert ZoneInfo(zone_name(Settings(data_dir=tmp_path)))
