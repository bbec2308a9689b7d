import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.add_column("bookings", sa.Column("ends_at", sa.DateTime))
    op.execute("UPDATE bookings SET ends_at = starts_at + INTERVAL minutes MINUTE")
    op.alter_column("bookings", "ends_at", existing_type=sa.DateTime, nullable=False)


def downgrade():
    op.drop_column("bookings", "ends_at")
