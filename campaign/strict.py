"""The base of what a definition is made of: unknown keys are refused, faults have a place and a kind."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
CampaignId = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
Name = Annotated[str, Field(min_length=1, max_length=100)]


@dataclass(frozen=True, slots=True)
class RuleFault:
    """What is wrong between fields: `kind` names the sentence, `place` leads to the line, `facts` fill it."""

    kind: str
    place: tuple[int | str, ...]
    facts: dict[str, str] = field(default_factory=dict)


class Strict(BaseModel):
    """A frozen model that refuses unknown keys and tells every fault between its fields at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def faults(self) -> Iterator[RuleFault]:
        """Return what is wrong between the fields, each of which is right by itself."""
        yield from ()

    @model_validator(mode="after")
    def _refuse_faults(self) -> Self:
        if found := list(self.faults()):
            raise ValidationError.from_exception_data(type(self).__name__, [_error(fault) for fault in found])
        return self


def twice(name: str, values: Iterable[Hashable], key: str = "id") -> Iterator[RuleFault]:
    """Return a fault for each item of the list `name` whose `key` an earlier item has."""
    seen = set()
    for place, value in enumerate(values):
        if value in seen:
            yield RuleFault("rule_same", (name, place, key), {"value": str(value)})
        seen.add(value)


def _error(fault: RuleFault) -> InitErrorDetails:
    error = PydanticCustomError("liaison_fault", "{kind}", {"kind": fault.kind, **fault.facts})
    return InitErrorDetails(type=error, loc=fault.place, input=fault.facts.get("value", ""))
