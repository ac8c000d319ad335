"""A filled [post] table, parties with long names, and what is enclosed, for the tests of post/."""

from collections.abc import Sequence
from dataclasses import replace

from forms.catalog.post import Post
from forms.positions import Layout
from forms.post.letter import Enclosed
from forms.post.texts import filled_post
from tests.forms.whole import Changes, facts_of, whole

LONG_NAME = "株式会社" + "みなと精密機械製作所" * 5 + "未来工場"
LONG: Changes = {
    "applicant.trade_name": LONG_NAME,
    "applicant.head_office_address": "兵庫県神戸市西区汐見台七丁目12番3号 汐見台国際ビジネスセンター西館15階1503号室 みなと精機グループ本部内",
    "applicant.representative_title": "代表取締役社長兼最高経営責任者",
    "contact.department": "知的財産・技術管理統括本部国際出願推進室",
}


def post_of(*changes: Changes) -> Post:
    """The table of the whole case, with changes."""
    return filled_post(facts_of(whole(*changes)))


def enclosed(titles: Sequence[str], sets: int = 6) -> Enclosed:
    """Documents of three pages with these titles."""
    documents = [(f"資料{number} {title}", 3) for number, title in enumerate(titles, 1)]
    return Enclosed(documents, Layout((3,) * len(documents), sets))


def without_phone(post: Post) -> Post:
    """The same where nobody gave a telephone."""
    return replace(post, sender=replace(post.sender, phone=""))
