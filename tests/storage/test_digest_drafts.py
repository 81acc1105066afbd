"""Drafts of digests: made once a cut-off, kept with all that was changed, followed when a group moves."""

from dataclasses import replace
from datetime import timedelta

from campaign.groups import Group
from campaign.review import DigestDraft, ReviewChange, ReviewStep
from campaign.vocabulary import ChatState, ReviewState
from tests.storage.play import NOW, Play


def test_a_draft_is_made_once_and_keeps_what_was_changed(play: Play) -> None:
    new = DigestDraft(0, play.id, "two_month", NOW, ReviewState.OPEN, 0, {}, (), (), {"县": 13})
    made = play.write(lambda unit: unit.digest_drafts.make(new))
    assert made
    assert play.write(lambda unit: unit.digest_drafts.make(new)) is None
    change = ReviewChange(7, "甲", NOW, ReviewStep.OMIT, "overall")
    changed = replace(
        new,
        id=made,
        state=ReviewState.APPROVED,
        version=2,
        edits={"omitted": ["overall"]},
        withheld=(-1, -2),
        changes=(change,),
        approved_by=7,
        approved_at=NOW,
    )
    play.write(lambda unit: unit.digest_drafts.put(changed))
    assert play.read(lambda unit: unit.digest_drafts.get(made)) == changed
    assert play.write(lambda unit: unit.digest_drafts.of(play.id, NOW)) == changed
    assert play.read(lambda unit: unit.digest_drafts.of(play.id, NOW + timedelta(1))) is None
    assert play.read(lambda unit: unit.digest_drafts.drafted(play.id)) == {NOW: new.kinds}
    assert play.read(lambda unit: unit.digest_drafts.standing(play.id)) == [changed]
    group = Group(-1, "群", ChatState.APPROVED, play.id)
    play.write(lambda unit: unit.groups.put(group))
    play.write(lambda unit: unit.outbox.moved_chat(-1, -100))
    moved = replace(changed, withheld=(-100, -2))
    assert play.read(lambda unit: unit.digest_drafts.get(made)) == moved
    play.write(lambda unit: unit.digest_drafts.put(replace(moved, state=ReviewState.DONE)))
    assert play.read(lambda unit: unit.digest_drafts.standing(play.id)) == []
    assert play.read(lambda unit: unit.digest_drafts.held(play.id)) == []
    other = replace(moved, state=ReviewState.HELD, kinds="month,two_month", facts={"县": 14}, version=3)
    play.write(lambda unit: unit.digest_drafts.renew(other))
    assert play.read(lambda unit: unit.digest_drafts.get(made)) == other
    assert play.read(lambda unit: unit.digest_drafts.held(play.id)) == [(made, NOW)]
