"""Troubles a test can order for the next calls."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.rehearsal.store import Json

Kind = Literal["400", "401", "429", "500", "502", "reset", "hang", "lost"]


class Fault(BaseModel):
    """What happens to the next `times` calls of `method` ("*": all but getUpdates) after `skip` good ones.

    400 refuses with `words`; 401 refuses the token; 429 says retry_after=`seconds`; 500 is Telegram JSON; 502
    an HTML page; reset drops the connection before anything is done; hang does so after `seconds`; lost does
    the work and drops the connection before the answer. `chat_id` limits it to one chat.
    """

    model_config = ConfigDict(extra="forbid")

    method: str = "*"
    kind: Kind
    times: int = Field(default=1, ge=1)
    skip: int = Field(default=0, ge=0)
    seconds: float = Field(default=1.0, ge=0)
    chat_id: int | None = None
    words: str = ""

    def concerns(self, method: str, params: Json) -> bool:
        """Whether a call of this method with these parameters is meant."""
        named = method != "getUpdates" if self.method == "*" else method.lower() == self.method.lower()
        return named and (self.chat_id is None or str(params.get("chat_id")) == str(self.chat_id))


class Faults:
    """The ordered troubles, first come first served."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        """Add one."""
        self._ordered.append(fault)

    def clear(self) -> None:
        """Forget all."""
        self._ordered.clear()

    def left(self) -> list[Json]:
        """What has not happened yet."""
        return [fault.model_dump() for fault in self._ordered]

    def take(self, method: str, params: Json) -> Fault | None:
        """The trouble that meets this call, if any."""
        for fault in self._ordered:
            if fault.concerns(method, params):
                return self._use(fault)
        return None

    def _use(self, fault: Fault) -> Fault | None:
        if fault.skip:
            fault.skip -= 1
            return None
        fault.times -= 1
        if not fault.times:
            self._ordered.remove(fault)
        return fault
