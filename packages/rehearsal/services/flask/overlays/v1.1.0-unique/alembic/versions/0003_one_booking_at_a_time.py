from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    op.create_unique_constraint("one_at_a_time", "bookings", ["starts_at"])


def downgrade():
    op.drop_constraint("one_at_a_time", "bookings", type_="unique")
