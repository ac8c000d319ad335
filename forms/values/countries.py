"""Countries and offices one may file with: WIPO ST.3 codes, with the short Japanese names patent people use.

Decision: CLDR (Babel) names the countries; only what patent practice calls otherwise, and regional offices, stand here.
"""

from functools import cache

from babel import Locale

from forms.errors import InvalidAnswer
from forms.values.narrow import key, quoted

_OFFICES = {
    "EP": "欧州特許庁",
    "EM": "欧州連合知的財産庁",
    "EA": "ユーラシア特許庁",
    "OA": "アフリカ知的財産機関",
    "AP": "アフリカ広域知的財産機関",
    "GC": "湾岸協力会議特許庁",
    "BX": "ベネルクス",
}
_SHORT = {
    "US": "米国",
    "GB": "英国",
    "HK": "香港",
    "MO": "マカオ",
    "MM": "ミャンマー",
    "CD": "コンゴ民主共和国",
    "CG": "コンゴ共和国",
    "PS": "パレスチナ",
    "CC": "ココス諸島",
}
_ALSO = {
    "US": "アメリカ 合衆国 USA U.S. U.S.A. 米",
    "CN": "中華人民共和国 中 PRC",
    "KR": "大韓民国 韓 ROK 南朝鮮",
    "TW": "中華民国 台",
    "GB": "イギリス 英 UK U.K. グレートブリテン 連合王国",
    "DE": "独 独国 ドイツ連邦共和国",
    "FR": "仏 仏国",
    "IT": "伊 伊国",
    "ES": "西国",
    "NL": "蘭 蘭国",
    "RU": "露 露国 ロシア連邦",
    "AU": "豪 豪州 豪国",
    "CA": "加 加国",
    "IN": "印 印国",
    "VN": "ヴェトナム 越",
    "TH": "泰 タイ王国",
    "ID": "尼",
    "MY": "馬",
    "PH": "比 比国",
    "SG": "星",
    "BR": "伯",
    "MX": "墨",
    "TR": "テュルキエ 土",
    "AE": "UAE アラブ首長国",
    "NZ": "ニュー・ジーランド",
    "ZA": "南アフリカ共和国 南ア",
    "GE": "グルジア",
    "CZ": "チェコ共和国",
    "BE": "白国",
    "AT": "墺国",
    "CH": "瑞西",
    "SE": "瑞典",
    "MM": "ビルマ",
    "EP": "EPO 欧州 ヨーロッパ 欧州特許 欧州特許機構",
    "EM": "EUIPO OHIM 欧州共同体商標意匠庁 欧州連合商標 EU商標 EU意匠 EUTM",
    "EA": "EAPO ユーラシア ユーラシア特許機構",
    "OA": "OAPI アフリカ知的財産機関(OAPI)",
    "AP": "ARIPO アフリカ広域知的財産機関(ARIPO) アフリカ広域知的所有権機関",
    "GC": "GCC 湾岸協力会議 湾岸協力会議特許庁(GCC)",
    "BX": "BOIP ベネルクス知的財産庁",
}
# CLDR's codes that are no country one can file in: groups, test locales, islands without a code of their own in ST.3
_NO_COUNTRY = frozenset({"AC", "CP", "DG", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
_REFUSED = {
    "WO IB WIPO 世界知的所有権機関 国際事務局 国際出願 PCT": (
        "は国ではなく国際出願です。移行・指定する国を、「米国」のように1つずつ入力してください。"
    ),
    "EU 欧州連合": "では出願先が決まりません。特許はEP（欧州特許庁）、商標・意匠はEM（欧州連合知的財産庁）です。",
    "アフリカ": "では出願先が決まりません。「OAPI」か「ARIPO」、または国名を入力してください。",
}


def parse_country(text: str) -> str:
    """An ST.3 code, typed as code, Japanese name or usual short name."""
    wanted = key(text)
    if code := _codes().get(wanted):
        return code
    for words, why in _REFUSED.items():
        if wanted in map(key, words.split()):
            raise InvalidAnswer(quoted(text) + why)
    raise InvalidAnswer(f"{quoted(text)}という国・地域は見つかりません。「米国」や「US」のように入力してください。")


def show_country(code: str) -> str:
    """The Japanese short name of an ST.3 code."""
    return _names()[code]


@cache
def _names() -> dict[str, str]:
    """Code to Japanese name: CLDR's, then the short names, then the offices (EA is Ceuta and Melilla to CLDR)."""
    return _territories("ja") | _SHORT | _OFFICES


@cache
def _codes() -> dict[str, str]:
    """Every accepted spelling to its code; a code outranks any name."""
    cldr = {key(name): code for tongue in ("en", "ja") for code, name in _territories(tongue).items()}
    shown = {key(name): code for code, name in _names().items()}
    also = {key(word): code for code, words in _ALSO.items() for word in words.split()}
    return cldr | shown | also | {key(code): code for code in _names()}


def _territories(tongue: str) -> dict[str, str]:
    names = Locale(tongue).territories
    return {code: names[code] for code in map(str, names) if _is_country(code)}


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY and code not in _OFFICES
