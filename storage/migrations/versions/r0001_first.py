"""Every table.

Revision ID: 0001
"""

from storage.migrations.first import campaigns, chats, counts, drafts, people, records, run

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

_SUBJECTS = (campaigns, people, drafts, records, counts, chats, run)


def upgrade() -> None:
    for subject in _SUBJECTS:
        subject.create()


def downgrade() -> None:
    for subject in reversed(_SUBJECTS):
        subject.drop()
