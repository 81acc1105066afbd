"""The category of an issue, by the words of its text: those of the campaign's rules, or the shipped ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from campaign.tags import Tag, TagTree, walk


@dataclass(frozen=True, slots=True)
class Category:
    """One category: its id and its name."""

    id: str
    name: str


class Categories:
    """The categories of a campaign, in the order of its rules. `names`: by their ids."""

    def __init__(self, tree: TagTree) -> None:
        self.tree = tree
        tags = [tag for tag, _ in walk(tree.tags)]
        self.every = tuple(Category(tag.id, tag.name) for tag in tags if tag.words or not tag.children)
        self.names = {category.id: category.name for category in self.every}
        self._patterns = tuple((tag.id, _pattern(tag)) for tag in tags if tag.words)

    def of(self, text: str) -> str | None:
        """Return the id of the category of which a text holds the most characters, the first of several.

        None when no word of any category stands in it. Of words that overlap the longer counts.
        """
        plain = "".join(text.split())
        found = [(sum(map(len, pattern.findall(plain))), category) for category, pattern in self._patterns]
        most, best = max(found, key=lambda one: one[0], default=(0, None))
        return best if most else None


def categories_of(trees: Iterable[TagTree]) -> Categories:
    """Return the categories of the tree by which issues are grouped, or else the shipped ones."""
    return Categories(next((tree for tree in trees if tree.issues), None) or shipped_tree())


@cache
def shipped_tree() -> TagTree:
    """Return the tree of a campaign that has none of its own."""
    text = files("campaign").joinpath("data", "categories.json").read_text("utf-8")
    return TagTree.model_validate_json(text)


def _pattern(tag: Tag) -> re.Pattern[str]:
    words = sorted({*tag.words}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
