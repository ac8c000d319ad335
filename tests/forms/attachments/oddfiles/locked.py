"""Files under a password, or protected against changes only."""

from io import BytesIO

from pikepdf import Encryption, Pdf

from tests.forms.attachments.oddfiles.model import REPAIRED, Odd
from tests.forms.attachments.oddfiles.rawpdf import one_page
from tests.forms.pdfkit import saved

OPENS = "openpassword"


def locked(user: str, owner: str, revision: int, *, aes: bool = False, metadata: bool = True) -> bytes:
    """The plain page, encrypted."""
    with Pdf.open(BytesIO(one_page())) as pdf:
        return saved(pdf, Encryption(user=user, owner=owner, R=revision, aes=aes, metadata=metadata and aes))  # type: ignore[arg-type]


CERTIFIED = one_page().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5>>/ID[<00><00>]")

ODD = (
    Odd("rc4-40", "RC4 with 40 bits, opened by anybody", lambda: locked("", "owner", 2)),
    Odd("rc4-128", "RC4 with 128 bits, opened by anybody", lambda: locked("", "owner", 3)),
    Odd("aes-128", "AES with 128 bits, opened by anybody", lambda: locked("", "owner", 4, aes=True)),
    Odd("aes-256", "AES with 256 bits, opened by anybody", lambda: locked("", "owner", 6, aes=True)),
    Odd("aes-256-user", "AES with 256 bits and a password to open it", lambda: locked(OPENS, "owner", 6, aes=True), password=OPENS),
    Odd("aes-256-owner", "AES with 256 bits, opened with the owner's password", lambda: locked("user", OPENS, 6, aes=True), password=OPENS),
    Odd("rc4-user", "RC4 and a password to open it", lambda: locked(OPENS, "owner", 3), password=OPENS),
    Odd("password-unknown", "a password that nobody gives", lambda: locked("unknown", "owner", 6, aes=True), refused="パスワード"),
    Odd("password-japanese", "a password in Japanese that nobody gives", lambda: locked("特許", "商標", 6, aes=True), refused="パスワード"),
    Odd("metadata-open", "encrypted but for its metadata", lambda: locked("", "owner", 6, aes=True, metadata=False)),
    Odd("certificate", "encrypted for the owner of a certificate", lambda: CERTIFIED, refused="「"),
    Odd("encryption-odd", "an encryption of wrong kinds", lambda: one_page().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 99/R /x/O()/U 7/P(a)>>"), refused="「"),
    Odd("encryption-torn", "an encrypted file without its table of objects", lambda: locked("", "owner", 3).partition(b"\nxref\n")[0], notes=("1ページ目は壊れていて", REPAIRED), unlike="without the table nobody knows how it was encrypted"),
)  # fmt: skip
