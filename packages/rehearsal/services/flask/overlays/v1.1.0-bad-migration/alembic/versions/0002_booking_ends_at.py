import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    # MariaDB has no transactions for changes of tables: this one stays.
    op.add_column("bookings", sa.Column("ends_at", sa.DateTime))
    op.execute("UPDATE bookings SET ends_at = starts_at + INTERVAL length MINUTE")


def downgrade():
    op.drop_column("bookings", "ends_at")
