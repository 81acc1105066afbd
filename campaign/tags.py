"""Trees of tags by which an organisation groups what it records."""

from collections.abc import Iterator

from pydantic import Field

from campaign.strict import Name, RuleFault, Slug, Strict


class Tag(Strict):
    """A tag, and those under it."""

    id: Slug
    name: Name
    children: tuple["Tag", ...] = ()


class TagTree(Strict):
    """One way of grouping; the ids are unique within it."""

    id: Slug
    name: Name
    tags: tuple[Tag, ...] = Field(min_length=1)

    def faults(self) -> Iterator[RuleFault]:
        """Return ids that stand twice anywhere in the tree."""
        seen: set[str] = set()
        for tag, place in walk(self.tags):
            if tag.id in seen:
                yield RuleFault("rule_same", (*place, "id"), {"value": tag.id})
            seen.add(tag.id)


def walk(
    tags: tuple[Tag, ...], place: tuple[int | str, ...] = ("tags",)
) -> Iterator[tuple[Tag, tuple[int | str, ...]]]:
    """Return every tag with its place, each before those under it."""
    for number, tag in enumerate(tags):
        here = (*place, number)
        yield tag, here
        yield from walk(tag.children, (*here, "children"))
