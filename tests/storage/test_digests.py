"""A digest is claimed by one, frozen once, and followed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from storage import Unit
from tests.storage.play import NOW, Play


def test_of_many_claims_one_wins(play: Play) -> None:
    together = Barrier(6)

    def claim(_: int) -> int | None:
        together.wait()
        return play.write(lambda unit: unit.digests.claim(play.id, "two_month", NOW, -1, "claimed"))

    with ThreadPoolExecutor(6) as threads:
        winners = [claimed for claimed in threads.map(claim, range(6)) if claimed is not None]
    assert len(winners) == 1
    assert play.read(lambda unit: unit.digests.claimed(play.id)) == {(NOW, -1)}


def test_another_audience_or_cut_off_is_another_digest(play: Play) -> None:
    later = NOW + timedelta(days=60)

    def claim(unit: Unit) -> list[int | None]:
        keys = ((NOW, -1), (NOW, -2), (later, -1))
        return [unit.digests.claim(play.id, "quarter", cut_off, audience, "x") for cut_off, audience in keys]

    assert all(play.write(claim))
    assert play.read(lambda unit: unit.digests.claimed(play.id)) == {(NOW, -1), (NOW, -2), (later, -1)}


def test_a_digest_from_claim_to_post(play: Play) -> None:
    claimed = play.write(lambda unit: unit.digests.claim(play.id, "two_month", NOW, -1, "claimed"))
    assert claimed
    digest = play.read(lambda unit: unit.digests.get(claimed))
    assert digest
    assert (digest.campaign_id, digest.kinds, digest.cut_off, digest.audience) == (
        play.id,
        "two_month",
        NOW,
        -1,
    )
    assert (digest.state, digest.facts, digest.claimed_at) == ("claimed", None, NOW)
    play.write(lambda unit: unit.digests.freeze(claimed, {"县": 13}, {"omitted": ["issues"]}))
    play.write(lambda unit: unit.digests.set_state(claimed, "posted"))
    frozen = play.read(lambda unit: unit.digests.in_state(play.id, "posted"))
    kept = digest._replace(state="posted", facts={"县": 13}, edits={"omitted": ["issues"]})
    assert frozen == [kept]
    assert play.read(lambda unit: unit.digests.frozen(play.id, NOW, "two_month")) == {"县": 13}
    assert play.read(lambda unit: unit.digests.frozen(play.id, NOW, "quarter")) is None
    play.write(lambda unit: unit.digests.set_state(claimed, "held"))
    assert play.read(lambda unit: unit.digests.held(play.id, NOW)) == [claimed]
    assert play.read(lambda unit: unit.digests.get(claimed + 1)) is None
