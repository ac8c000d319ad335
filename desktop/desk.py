"""What a page needs of its surroundings, handed to each as one thing."""

from dataclasses import dataclass

from desktop.session import Session
from desktop.settings import SettingsFile
from desktop.studio import Studio


@dataclass(frozen=True)
class Desk:
    """The open case, the worker that draws and reads, and the person's settings."""

    session: Session
    studio: Studio
    settings: SettingsFile
