"""What a reply to a card or record corrects: values and the words around them, and nothing else."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest

from campaign.vocabulary import Channel
from understanding import Reader
from understanding.fragments import Fragment

NOW = datetime.fromisoformat("2023-02-20T15:00:00+08:00")
TOLD: dict[str, dict[str, Any]] = {
    "座谈15人": {"participants": 15},
    "15人": {"participants": 15},
    "人数改为20": {"participants": 20},
    "不是12人，是15人": {"participants": 15},
    "是15人不是12人": {"participants": 15},
    "座谈15个人，不是12个人": {"participants": 15},
    "从12人改成15人": {"participants": 15},
    "是昨天去的": {"day": date(2023, 2, 19)},
    "日期错了，是18号": {"day": date(2023, 2, 18)},
    "不是今天，是前天": {"day": date(2023, 2, 18)},
    "是视频不是实地": {"channel": Channel.VIDEO},
    "打电话联系的": {"channel": Channel.PHONE},
    "方式应该是视频": {"channel": Channel.VIDEO},
    "是武宁县不是修水县": {"county": "武宁县"},
    "去的是张副主席(演示)": {"attendees": "张副主席(演示)"},
    "张副主席和小李去的": {"attendees": "张副主席和小李"},
    "带队的是演示某部长": {"attendees": "演示某部长"},
    "领导没去": {"leader_present": False},
    "领导也到场了": {"leader_present": True},
    "是昨天去的，座谈15人": {"day": date(2023, 2, 19), "participants": 15},
    "修水县是15人": {"county": "修水县", "participants": 15},
    "人数不对，是15个": {"participants": 15},
    "人数写错了 应该是十五个": {"participants": 15},
    "忘了说，时间是前天": {"day": date(2023, 2, 18)},
    "哦对 12人": {"participants": 12},
    "不是我去的，是李科长去的": {"attendees": "李科长"},
    "座谈15人，还有经费也不够": {"participants": 15, "rest": "还有经费也不够"},
}


@pytest.mark.parametrize("text", TOLD)
def test_reads_new_values(text: str, readers: Mapping[str, Reader]) -> None:
    assert readers["jiujiang"].fragment(text, NOW) == Fragment(**TOLD[text])


@pytest.mark.parametrize(
    "text",
    [
        "还有经费也不够",
        "还有15人没有拿到工资",
        "还有两家企业，15人，没有签合同",
        "是的",
        "收到",
        "不是",
        "明天再去",
        "开车去的",
        "最近去的",
        "上个月的记录",
        "人数是15人还是20人",
        "张副主席说经费不够",
        "职工视频看病不方便",
        "",
    ],
)
def test_leaves_what_says_anything_else(text: str, readers: Mapping[str, Reader]) -> None:
    assert readers["jiujiang"].fragment(text, NOW) is None
