import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import { withTrialSettings } from "../../src/presets/environment-file.ts";

const host = localHost("app-1");
const server = { host: "/var/lib/golive/scratch/ab12/s", port: 5432 };
const spelled = "%2Fvar%2Flib%2Fgolive%2Fscratch%2Fab12%2Fs";

async function settingOf(name: string, file: string, to: typeof server | undefined, env: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "golive-settings-"));
  try {
    const path = join(folder, "service.env");
    await writeFile(path, file);
    const settings = { database: "clinic_trial_7", server: to, url: "DATABASE_URL", env };
    const asked = withTrialSettings(path, settings, ["sh", "-c", 'printenv "$0" || echo unset', name], {});
    return (await host.run(asked)).stdout.trimEnd();
  } finally {
    await rm(folder, { recursive: true });
  }
}

for (const [url, there, same] of [
  [
    "postgres://psy:secret@10.0.0.5:5432/psy",
    `postgres://psy@${spelled}/clinic_trial_7`,
    "postgres://psy:secret@10.0.0.5:5432/clinic_trial_7",
  ],
  [
    "postgresql://psy@db/psy?sslmode=require",
    `postgresql://psy@${spelled}/clinic_trial_7?sslmode=require`,
    "postgresql://psy@db/clinic_trial_7?sslmode=require",
  ],
  ["postgres://db/psy", `postgres://@${spelled}/clinic_trial_7`, "postgres://db/clinic_trial_7"],
  [
    "postgres://psy:se%2Fcret%40@db/psy",
    `postgres://psy@${spelled}/clinic_trial_7`,
    "postgres://psy:se%2Fcret%40@db/clinic_trial_7",
  ],
  [
    "postgres://psy:secret@/psy?host=/run/postgresql",
    `postgres://psy@${spelled}/clinic_trial_7`,
    "postgres://psy:secret@/clinic_trial_7?host=/run/postgresql",
  ],
  [
    "postgresql+psycopg2://psy:a:b@db:6432/psy",
    `postgresql+psycopg2://psy@${spelled}/clinic_trial_7`,
    "postgresql+psycopg2://psy:a:b@db:6432/clinic_trial_7",
  ],
] as const)
  test(`a URL is pointed to the scratch database: ${url}`, async () => {
    const file = `DATABASE_URL="${url}"\n`;
    assert.equal(await settingOf("DATABASE_URL", file, server), there);
    assert.equal(await settingOf("DATABASE_URL", file, undefined), same);
  });

test("libpq's own settings lead to the throwaway server, and no password goes there", async () => {
  const file = "PGHOST=10.0.0.5\nPGPORT=6432\nPGPASSWORD=secret\nPGPASSFILE=/etc/psy.pgpass\nPGUSER=psy\n";
  const there = async (name: string, env = {}) => settingOf(name, file, server, env);
  assert.deepEqual(
    await Promise.all(["PGHOST", "PGPORT", "PGPASSWORD", "PGPASSFILE", "PGUSER"].map((name) => there(name))),
    [server.host, "5432", "unset", "unset", "psy"],
  );
  assert.equal(
    await there("DB", { DB: "{database} {host} {port} {other}" }),
    `clinic_trial_7 ${server.host} 5432 {other}`,
  );
  assert.equal(await settingOf("PGPASSWORD", file, undefined), "secret");
});
