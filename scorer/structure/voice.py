"""What a report calls itself in its own words: 我局, 我镇, 我县; and the place that its opening names as its subject.

This is asked where neither title nor signature settles who reports. 我市 and 我区 decide nothing: a 市 may be a
prefecture or a county, and some 区 are no divisions at all.
"""

from __future__ import annotations

from scorer.i18n import mark, said
from scorer.patterns import lazily
from scorer.structure.divisions import resolve
from scorer.structure.model import Level

__all__ = ["level_by_voice", "mentioned_place", "speaks_as_department"]

# Few reports leave it to their own words who they are, so none of these is compiled before it is asked for.
_DEPARTMENT_SPEAKS = lazily(r"我[局厅委办院]|本[局厅委]|局党[组委]")
_GOVERNMENT_SPEAKS = lazily(r"我[省市县区旗州]|全[省市县区旗州]")
# 2023年，市市场监管局在市委领导下……: whom the first sentence names as the one that reports. 市政府 may be a county's.
_OPENING = lazily(
    r"(?:(?<![\s\S])|(?<=[\n。]))(?:20\d\d年(?:度|以来)?|一年来|今年以来|近年来|全年)，(?:在[^，。]{2,40}下，)?(?P<subject>[\u4e00-\u9fff]{2,20}?)"
    r"(?:坚持|深入|认真|以习近平|紧[紧扣]|全面|高度|在(?=[^，。]{0,24}(?:领导|指导))|切实|始终|牢|扎实|严格)"
)
_OPENS_AS = (
    (lazily(r"(?:乡|镇|街道)(?:党委政府|人民政府|政府|办事处)?$"), Level.TOWN),
    (lazily(r"(?:省|自治区)(?:人民)?政府$"), Level.PROVINCE),
    (lazily(r"[县旗](?:人民)?政府$"), Level.COUNTY),
    (lazily(r"(?:局|厅|部|署|[^省市县区党工]委|委员会|公安处)$"), Level.DEPARTMENT),
)
_TOWN_SPEAKS = lazily(r"我[镇乡街]|全[镇乡]|本镇|本街道")
_DISTRICT_SPEAKS = lazily("(?<!自治)(?<!开发)(?<!新)区(?:人民)?政府(?!办)")
_MENTION = lazily(
    r"(?:^|[，。；])(?:20\d\d年(?:度|以来|来)?，?)?([\u4e00-\u9fff]{2,12}?[省市县区旗州盟])(?=始终|"
    r"坚持|政府|认真|深入|委|以|在|全面|紧紧|严格|各级|人民政府|法治|深化|围绕|高度)"
)
_SELVES = (
    ("我省", Level.PROVINCE),
    ("我县", Level.COUNTY),
    ("我旗", Level.COUNTY),
    ("我州", Level.CITY),
)


def mentioned_place(body: str, context: str) -> str | None:
    """The place that the body names as its subject and the table knows; ``context`` tells namesakes apart."""
    for found in _MENTION.finditer(body):
        if resolve(found[1], context) is not None:
            return found[1]
    return None


def speaks_as_department(text: str) -> bool:
    """Whether the text says 我局 and the like more often than 我市 and the like."""
    return len(_DEPARTMENT_SPEAKS.findall(text)) > len(_GOVERNMENT_SPEAKS.findall(text))


def level_by_voice(text: str, opening: str) -> tuple[Level, str] | None:
    """The level that a text shows by its words for itself, and in Chinese by which; None when it shows none.

    ``opening`` is what its body begins with.

    >>> level_by_voice("我镇召开会议。我镇印发文件。我镇开展培训。", "")[0]
    <Level.TOWN: 'town'>
    """
    if told := _by_subject(opening):
        return told
    if len(_TOWN_SPEAKS.findall(text)) > 2:
        return Level.TOWN, mark("文中自称“我镇”“我乡”或“我街道”")
    if speaks_as_department(text):
        return Level.DEPARTMENT, mark("文中自称“我局”“我委”等部门称谓")
    for word, level in _SELVES:
        if text.count(word) > 1:
            return level, said("文中自称“{words}”", words=word)
    if len(_DISTRICT_SPEAKS.findall(text)) > 2:
        return Level.COUNTY, mark("文中多次说“区政府”")
    if text.count("全县") > 1 and "县政府" in text:
        return Level.COUNTY, mark("文中说“全县”和“县政府”")
    return None


def _by_subject(opening: str) -> tuple[Level, str] | None:
    """The level of the one whom the first sentence names as reporting."""
    found = _OPENING.search(opening)
    subject = found["subject"] if found else ""
    for pattern, level in _OPENS_AS:
        if pattern.search(subject):
            return level, said("开头自称“{words}”", words=subject)
    return None
