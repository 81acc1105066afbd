"""Digests that were claimed, each for one audience."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Protocol


class ClaimedDigest(Protocol):
    """A digest to one audience (a group's chat id); `facts` are None until frozen."""

    @property
    def id(self) -> int:
        """Its key."""

    @property
    def campaign_id(self) -> str:
        """Whose digest it is."""

    @property
    def cut_off(self) -> datetime:
        """The moment of its figures."""

    @property
    def audience(self) -> int:
        """The group it is for."""

    @property
    def state(self) -> str:
        """A DigestState."""

    @property
    def facts(self) -> dict[str, Any] | None:
        """What was counted, as plain JSON data."""

    @property
    def edits(self) -> dict[str, Any] | None:
        """What reviewers changed, as plain JSON data (digests.edits.Edits)."""


class Digests(Protocol):
    """Digests that were claimed: one at most for each campaign, cut-off and audience."""

    def claim(self, campaign_id: str, kinds: str, cut_off: datetime, audience: int, state: str) -> int | None:
        """Claim a digest: return its id to the one caller who was first, None to all others."""

    def freeze(self, digest_id: int, facts: dict[str, Any], edits: dict[str, Any]) -> None:
        """Keep what was counted, and what reviewers changed."""

    def get(self, digest_id: int) -> ClaimedDigest | None:
        """Return a digest."""

    def set_state(self, digest_id: int, state: str) -> None:
        """Note how far it got."""

    def frozen(self, campaign_id: str, cut_off: datetime, kinds: str) -> dict[str, Any] | None:
        """Return what was counted for the first digest of some kinds; None before there is one."""

    def claimed(self, campaign_id: str) -> Collection[tuple[datetime, int]]:
        """Return every (cut-off, audience) that was claimed."""

    def held(self, campaign_id: str, cut_off: datetime) -> Sequence[int]:
        """Return the ids of a cut-off's digests that wait for an approval."""
