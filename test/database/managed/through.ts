import { readFile } from "node:fs/promises";
import { alike, see } from "../../../packages/rehearsal/try/database/looks.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { deployMigrate } from "../../../src/journal/steps/steps.ts";
import { manifest, read, takeDumpOf } from "../../../src/stages/backup/dump-steps.ts";
import { proof } from "../../../src/stages/backup/proof-of-dump.ts";
import { takeProvidersSnapshot, takeRollbackCopy } from "../../../src/stages/backup/rollback-copy.ts";
import type { Launch } from "../../../src/stages/launch/context.ts";
import type { Step } from "../../../src/stages/launch/run-steps.ts";
import { database, written } from "../../../src/stages/rollback/database/put-database-back.ts";
import { useSteps } from "../../../src/stages/rollback/database/use-database.ts";
import { launchFor } from "../../stages/launch-for.ts";
import type { Cluster } from "../throwaway-cluster.ts";
import type { OnPostgresql } from "../../../src/plan/engine/engine.ts";

export const contents = `
CREATE TABLE patients (id int PRIMARY KEY, name text NOT NULL, seen timestamptz);
INSERT INTO patients SELECT i, 'p' || i, '2026-01-01'::timestamptz + i * interval '1 hour' FROM generate_series(1, 500) i;
CREATE SEQUENCE tickets START 41; SELECT nextval('tickets');
CREATE VIEW recent AS SELECT name FROM patients WHERE id > 450;
GRANT SELECT ON patients TO clinic_app;
`;

/** What a release and then people do, between the backup and the way back. */
const release = `ALTER TABLE patients RENAME COLUMN name TO full_name; ALTER TABLE patients ADD COLUMN note text;
UPDATE patients SET note = 'migrated'; DROP VIEW recent;`;
const people =
  "INSERT INTO patients VALUES (501, 'Anna', now()), (502, 'Boris', now()); DELETE FROM patients WHERE id = 7;";

export interface WentThrough {
  /** The names of the steps that were done, with what they told. */
  readonly told: ReadonlyMap<string, string>;
  /** The database that the service's settings name, or the plan where nothing is switched. */
  readonly uses: string;
  /** Whether that one is the first again, by PostgreSQL's own word. */
  readonly same: boolean;
  /** The way back once more, as a run does that goes on where another was killed. */
  again(): Promise<void>;
}

/** Copy or snapshot, dump, proof; the release; the rows set aside, and the way back. */
export async function goThrough(cluster: Cluster, plan: OnPostgresql, settings: string): Promise<WentThrough> {
  const { launch } = launchFor({ plan, hosts: [localHost("app-1"), localHost("app-2")] });
  const first = await see(cluster, plan.database.name);
  const told = new Map<string, string>();
  const go = async (...steps: readonly Step[]) => {
    for (const step of steps) told.set(step.id, await doneBy(launch, step));
  };
  await go(...copySteps(plan), takeDumpOf, manifest, read, proof);
  await launch.record({
    kind: "step",
    step: deployMigrate.on("app-1").id,
    status: "done",
    facts: { migrated: true },
  });
  await cluster.sql(release, plan.database.name);
  await cluster.sql(people, plan.database.name);
  await go(written, database, ...useSteps(plan));
  const uses = plan.database.switch ? await namedIn(settings) : plan.database.name;
  const last = await see(cluster, uses);
  return { told, uses, same: alike(first, last), again: () => go(database, ...useSteps(plan)) };
}

/** The database that the service's settings name. */
async function namedIn(settings: string): Promise<string> {
  return /^DATABASE_URL=.*\/([^/?]*)\?/m.exec(await readFile(settings, "utf8"))?.[1] ?? "";
}

function copySteps({ database: { backup } }: OnPostgresql): readonly Step[] {
  if (backup.copy === "snapshot") return [takeProvidersSnapshot];
  return backup.copy ? [takeRollbackCopy] : [];
}

async function doneBy(launch: Launch, step: Step): Promise<string> {
  const { note, facts, skipped } = await step.run(launch);
  await launch.record({
    kind: "step",
    step: step.id,
    status: skipped ? "skipped" : "done",
    ...(note === undefined ? {} : { note }),
    ...(facts === undefined ? {} : { facts }),
  });
  return note ?? "";
}
