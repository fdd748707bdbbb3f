"""Brings the database's schema to this version of the program."""

from pathlib import Path

from alembic import command
from alembic.config import Config

FOLDER = Path(__file__).parents[2] / "migrations"


def alembic_config(dsn: str) -> Config:
    """Alembic's settings for one database."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["dsn"] = dsn
    return config


def migrate(dsn: str) -> None:
    """Run what is missing. Several processes may call this at once: an advisory lock lets one at a time work."""
    command.upgrade(alembic_config(dsn), "head")
