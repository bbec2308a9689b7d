"""A line for each migration that is not applied."""
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from clinic.database import engine

scripts = ScriptDirectory.from_config(Config("alembic.ini"))
with engine.connect() as connection:
    applied = MigrationContext.configure(connection).get_current_revision()
for script in reversed(list(scripts.iterate_revisions("head", applied))):
    print(script.revision)
