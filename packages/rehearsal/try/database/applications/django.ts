import { join } from "node:path";
import type { PostgresFacts } from "../../../production/facts.ts";
import { run } from "../../../production/processes/run.ts";

const program = `
import json, sys
import django
from django.conf import settings
from django.core.management import call_command
asked = json.loads(sys.argv[1])
settings.configure(
    INSTALLED_APPS=asked["apps"], DATABASES={"default": asked["database"]}, USE_TZ=True, SECRET_KEY="x" * 50, SITE_ID=1,
    DEFAULT_AUTO_FIELD="django.db.models.AutoField", SILENCED_SYSTEM_CHECKS=["admin.E403", "admin.E408", "admin.E409", "admin.E410"],
    OAUTH2_PROVIDER_APPLICATION_MODEL="oauth2_provider.Application",
)
django.setup()
call_command("migrate", verbosity=0, skip_checks=True)
`;

/** Lets apps of Django make their tables, as \`manage.py migrate\` does. Their packages lie in these folders. */
export async function migrateDjango(
  facts: PostgresFacts,
  apps: readonly string[],
  folders: readonly string[],
): Promise<void> {
  const database = {
    ENGINE: "django.db.backends.postgresql",
    NAME: facts.database,
    HOST: facts.host,
    PORT: String(facts.port),
    USER: facts.adminUser,
    OPTIONS: { passfile: facts.passfile },
  };
  const modules = folders.map((folder) => join(folder, "usr/lib/python3/dist-packages"));
  await run("/usr/bin/python3", ["-W", "ignore", "-c", program, JSON.stringify({ apps, database })], {
    env: { PYTHONPATH: modules.join(":"), PYTHONDONTWRITEBYTECODE: "1" },
  });
}
