import pytest

from understanding import Lexicon
from understanding.numbers import Numerals
from understanding.people import PeopleFinder


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("12", 12),
        ("十五", 15),
        ("二十", 20),
        ("一百二十", 120),
        ("五六", 5),
        ("三十五六", 35),
        ("两", 2),
        ("仨", 3),
        ("廿八", 28),
    ],
)
def test_reads_numerals(numeral: str, number: int, lexicon: Lexicon) -> None:
    assert Numerals(lexicon).read(numeral) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("座谈12人", 12),
        ("主会场9人,3个分会场合计16人", 25),
        ("实地 县总3人 企业方2人 市总2人", 7),
        ("我办:2人\n县总:4人\n乡镇财务:十三人", 19),
        ("不到十个人,具体没数,按8个人记吧", 8),
        ("他们那边五个人,我这边就我一个", 6),
        ("跑了6个工地,我们去了四个人", 4),
        ("一行4人走访,参加座谈17人", 17),
        ("大概三十五六个人", 35),
        ("40多人参加", 40),
        ("近30人", 30),
        ("十来个人", 10),
        ("市总3人,他们5人", 8),
        ("对方四位我方一位", 5),
        ("我和司机俩人", 2),
        ("就我们三个,没惊动别人", 3),
        ("和7个货车司机聊了聊", 7),
        ("加上镇里的一共9个人", 9),
        ("分别为8人和14人", 22),
        ("各6人参加", 6),
        ("市总2人,县总4人,企业6人", 12),
        ("我办2人会同区审计局5人", 7),
        ("连我6个", 6),
        ("来了80来号人", 80),
        ("派员4人赴该县", 4),
        ("跟6位保洁员围着火炉聊", 6),
        ("和一线代表15人交流", 15),
        ("8人,哦不,9人", 9),
        ("办事处3人、县总5人、平台公司4人", 12),
        ("参加人员:市总2人,县总4人,外卖、快递企业各1人", 8),
        ("应到25人,实到22人", 22),
        ("电视台两人加我,三个", 3),
        ("问了二十几个退休工人", 20),
        ("到场的师傅有11个", 11),
    ],
)
def test_counts_those_taking_part(text: str, number: int, lexicon: Lexicon) -> None:
    counts = PeopleFinder(lexicon).find(text, [(0, len(text))])
    assert min(counts, key=lambda count: (count.rank, count.start)).value == number


@pytest.mark.parametrize(
    "text", ["慰问困难职工60人", "走了4家企业", "发了60份慰问品", "新增就业300人", "3名在编人员"]
)
def test_others_are_not_counted(text: str, lexicon: Lexicon) -> None:
    assert PeopleFinder(lexicon).find(text, [(0, len(text))]) == []
