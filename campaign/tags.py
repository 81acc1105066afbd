"""Trees of tags by which an organisation groups what it records."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from campaign.strict import Name, RuleFault, Slug, Strict

Word = Annotated[str, Field(min_length=2, max_length=40)]


class Tag(Strict):
    """A tag, and those under it. `words`: by one of these in its text an issue may belong to the tag."""

    id: Slug
    name: Name
    words: tuple[Word, ...] = ()
    children: tuple["Tag", ...] = ()


class TagTree(Strict):
    """One way of grouping; the ids are unique within it. `issues`: issues are grouped by this one."""

    id: Slug
    name: Name
    issues: bool = False
    tags: tuple[Tag, ...] = Field(min_length=1)

    def faults(self) -> Iterator[RuleFault]:
        """Return ids that stand twice anywhere in the tree, and words where nothing is grouped by them."""
        seen: set[str] = set()
        for tag, place in walk(self.tags):
            if tag.id in seen:
                yield RuleFault("rule_same", (*place, "id"), {"value": tag.id})
            seen.add(tag.id)
            if tag.words and not self.issues:
                yield RuleFault("rule_words_idle", (*place, "words"), {"value": tag.name})


def walk(
    tags: tuple[Tag, ...], place: tuple[int | str, ...] = ("tags",)
) -> Iterator[tuple[Tag, tuple[int | str, ...]]]:
    """Return every tag with its place, each before those under it."""
    for number, tag in enumerate(tags):
        here = (*place, number)
        yield tag, here
        yield from walk(tag.children, (*here, "children"))
