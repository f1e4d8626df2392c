"""What an administrator sets from outside: environment variables, checked and typed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class SettingsError(Exception):
    """A setting cannot be read; the message is one sentence for an administrator."""


def default_store() -> Path:
    """Where the store lies unless FLOWN_STORE says otherwise: the user's data folder."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "flown" / "flown.sqlite3"


class Settings(BaseSettings):
    """Everything that can be set in the environment; `docs/admin.md` explains each."""

    model_config = SettingsConfigDict(
        env_prefix="FLOWN_", env_ignore_empty=True, extra="ignore", frozen=True
    )

    token: SecretStr | None = Field(default=None, validation_alias="DISCORD_TOKEN")
    token_file: Path | None = Field(default=None, validation_alias="DISCORD_TOKEN_FILE")
    knowledge: Path | None = None
    store: Path = Field(default_factory=default_store)
    message_content: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @classmethod
    def environment_name(cls, field: str) -> str:
        """The name of the environment variable that sets a field."""
        return field if field.isupper() else f"FLOWN_{field.upper()}"

    def discord_token(self) -> str | None:
        """The bot's token from DISCORD_TOKEN or the file named by DISCORD_TOKEN_FILE, else None.

        Raises:
            OSError: the file cannot be read.
        """
        if self.token is not None:
            return self.token.get_secret_value().strip() or None
        if self.token_file is not None:
            return self.token_file.read_text(encoding="utf-8").strip() or None
        return None


def read_settings() -> Settings:
    """The settings as the environment gives them.

    Raises:
        SettingsError: one sentence that names the settings that are wrong.
    """
    try:
        return Settings()
    except ValidationError as error:
        wrong = [
            f"{Settings.environment_name(str(detail['loc'][0]))}: {detail['msg']}"
            for detail in error.errors()
        ]
        raise SettingsError(f"A setting is wrong ({'; '.join(wrong)}).") from error
