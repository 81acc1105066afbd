"""One chat message becomes a reading: intent, contacts, issues, experiences, each field with its evidence.

Pure: no network, no clock, no store. Its vocabulary is data in ``understanding/lexicon``.
"""

from understanding.amends import Amends, Told
from understanding.duties import DutyReading
from understanding.flat import flat
from understanding.fragments import Fragment
from understanding.gazetteer import CountyName, Gazetteer
from understanding.lexicon import Lexicon, LexiconError, load_lexicon
from understanding.planned import Planned
from understanding.questions import Query, Topic, Wanted
from understanding.reader import Reader
from understanding.reading import (
    BAR,
    ContactReading,
    ExperienceReading,
    Field,
    Intent,
    IssueReading,
    Reading,
    Sender,
    Span,
)

__all__ = [
    "BAR",
    "Amends",
    "ContactReading",
    "CountyName",
    "DutyReading",
    "ExperienceReading",
    "Field",
    "Fragment",
    "Gazetteer",
    "Intent",
    "IssueReading",
    "Lexicon",
    "LexiconError",
    "Planned",
    "Query",
    "Reader",
    "Reading",
    "Sender",
    "Span",
    "Told",
    "Topic",
    "Wanted",
    "flat",
    "load_lexicon",
]
