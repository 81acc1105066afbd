"""How an issue is filed when it is saved: its category and the print of what it says."""

import hashlib
from collections.abc import Sequence
from functools import cached_property

from campaign.categories import Categories, categories_of
from campaign.gist import gist_data, gist_of
from campaign.tags import TagTree

METHOD = "1"
"""Another one whenever the same words lead to another category or print."""


class Filing:
    """Files the issues of one campaign."""

    def __init__(self, trees: Sequence[TagTree]) -> None:
        self._trees = trees

    @cached_property
    def categories(self) -> Categories:
        """The categories that issues may have."""
        return categories_of(self._trees)

    @cached_property
    def stamp(self) -> str:
        """Sixteen characters, others when issues may be filed otherwise."""
        said = (METHOD, gist_data(), self.categories.tree.model_dump_json())
        return hashlib.blake2b("\n".join(said).encode(), digest_size=8).hexdigest()

    def of(self, text: str, county: str) -> tuple[str | None, str]:
        """Return the category, None for no known one, and the print of an issue of a county."""
        return self.categories.of(text), gist_of(text, county)
