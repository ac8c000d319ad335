"""The paper of the kit, given pictures as the library makes them."""

from PySide6.QtWidgets import QSizePolicy

from desktop.kit.paper import A4, SHADOW, PaperPicture
from forms.pdf.pictures import Box, Picture


class PaperView(PaperPicture):
    """One page, or a part of one, of a width that is set; the picture that is there stays until the next one comes."""

    def __init__(self, name: str, shape: float = A4) -> None:
        """`name`: what a screen reader says; `shape`: height divided by width while there is no picture."""
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box: Box | None = None
        self.show_nothing(shape)

    def set_paper_width(self, width: int) -> None:
        """Be so wide, in pixels, the shadow included."""
        if width != self.width() or self.minimumWidth() != width:
            self._fit(width)

    def _fit(self, width: int) -> None:
        self.setFixedSize(width, self.heightForWidth(width))

    def pixels(self) -> int:
        """How many pixels a picture should be wide here, at the screen's own ratio."""
        return max(round((self.minimumWidth() - 2 * SHADOW) * self.devicePixelRatioF()), 1)

    def show_page(self, picture: Picture, box: Box | None = None) -> None:
        """Show a picture, with a frame around `box`: left, top, right, bottom as shares of it."""
        self.box = box
        self.show_picture(picture.width, picture.height, picture.rgb)
        self.mark([(box[0], box[1], box[2] - box[0], box[3] - box[1])] if box else [])
        self._fit(self.minimumWidth())
