"""Which characters are East Asian, and where a line of Japanese may not break (禁則処理).

The sets follow the strict rules of JIS X 4051 as LibreOffice applies them; Word's standard level lets small kana and ー start a
line, which is the one difference.
"""

NO_START = frozenset(
    "、。，．・：；？！ー゛゜ヽヾゝゞ々〻’”）〕］｝〉》」』】〙〗〟°′″℃％‰‼⁇⁈⁉"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.!?:;)]}｡､｣ｰﾞﾟ･ｧｨｩｪｫｬｭｮｯ％›»"
)
NO_END = frozenset("‘“（〔［｛〈《「『【〘〖〝([{｢￥＄£‹«")
HANGING = frozenset("、。，．,.｡､")
UNSPACED = frozenset("、。，．・：；（）「」『』【】〔〕［］｛｝〈〉《》\u3000！？〜～ー―…‥")
SYMBOLS = frozenset("―‥…※×÷±°′″℃§¶→←↑↓⇒⇔∞≠≦≧∴♂♀☆★○●◎◇◆□■△▲▽▼〒☐☑☒✓✔")
OPERATORS = frozenset("×÷±")  # they stay with the figures beside them
QUOTES = frozenset("‘’“”")


def is_eastern(character: str) -> bool:
    """Whether it is set with the East Asian font and may be broken from its neighbours."""
    code = ord(character)
    return code >= 0x2E80 or 0x2460 <= code <= 0x24FF or 0x2500 <= code <= 0x27BF or character in SYMBOLS


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between two characters of which one is East Asian at least."""
    calculation = (before in OPERATORS and after.isalnum()) or (after in OPERATORS and before.isascii() and before.isalnum())
    return after not in NO_START and before not in NO_END and not calculation


def wants_air(eastern: str, western: str) -> bool:
    """Whether a little space belongs between an ideograph or kana and a letter or digit."""
    return eastern.isalpha() and eastern not in UNSPACED and western.isalnum()
