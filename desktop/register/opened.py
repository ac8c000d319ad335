"""The register with its own worker, made and ended together; what the window loads late."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.register.page import RegisterPage
from desktop.settings import SettingsFile
from desktop.studio import Studio


@dataclass(frozen=True)
class Register:
    """The page and who works for it."""

    page: RegisterPage
    studio: Studio

    def shut(self) -> None:
        """End what runs."""
        self.page.shut()
        self.studio.close()


def make_register(settings: SettingsFile, today: date, calls: Path | None) -> Register:
    """A register that has not looked at anything yet."""
    studio = Studio()
    return Register(RegisterPage(settings, studio, today, calls), studio)
