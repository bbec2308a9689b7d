import { backupCluster, backupCopy, backupManifest, backupProof, backupSnapshot } from "../../journal/steps/steps.ts";
import type { Manifest } from "../../database/dump/manifest.ts";
import type { Copy } from "../../database/copy.ts";
import type { Snapshot } from "../../database/provider/snapshot.ts";
import { filesAreKept } from "../files/files-record.ts";
import type { Recorded } from "../launch/context.ts";
import { InternalError } from "../../core/errors.ts";
import { ifPostgresql, type Keeping, keepingOf } from "../../plan/engine/engine.ts";

export function databaseHost(launch: Recorded) {
  return launch.hosts.get(keepingIn(launch).host);
}

export function backupDirectory(launch: Recorded): string {
  return `${keepingIn(launch).directory}/${backupName(launch)}`;
}

function keepingIn({ plan }: Pick<Recorded, "plan">): Keeping {
  const keeping = keepingOf(plan);
  if (keeping === null) throw new InternalError("the plan has no database to back up");
  return keeping;
}

/** A backup is never overwritten: one made anew has a folder of its own. */
export function backupName({ release, state }: Pick<Recorded, "release" | "state">): string {
  const { reopened } = state();
  return `${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
}

/** Of what a backup is, as its manifest begins. */
export function manifestHead({
  plan,
  release,
}: Pick<Recorded, "plan" | "release">): Pick<
  Manifest,
  "format" | "service" | "release" | "tag" | "commit" | "database"
> {
  return {
    format: 2,
    service: plan.service,
    release: release.id,
    tag: release.tag,
    commit: release.commit,
    database: "name" in plan.database ? plan.database.name : "",
  };
}

export function manifestHash(launch: Recorded): string {
  const { steps } = launch.state();
  return String((backupManifest.state({ steps }) ?? backupCluster.state({ steps }))?.facts.sha256);
}

/** Where the backup lies and the sha256 of its manifest; empty where the plan has no database. */
export function backupPlace(launch: Recorded): { readonly directory: string; readonly manifest: string } {
  if (keepingOf(launch.plan) === null) return { directory: "", manifest: "" };
  return { directory: backupDirectory(launch), manifest: manifestHash(launch) };
}

/** The rollback copy of this launch, or null when none was finished. */
export function copyOf(launch: Recorded): Pick<Copy, "name" | "oid"> | null {
  const step = backupCopy.state(launch.state());
  return step?.status === "done" ? (backupCopy.facts(launch.state()).copy ?? null) : null;
}

/** The provider's snapshot of this launch, or null when none was taken. */
export function snapshotOf(launch: Recorded): Snapshot | null {
  const step = backupSnapshot.state(launch.state());
  return step?.status === "done" ? (step.facts.snapshot as Snapshot) : null;
}

/** Whether this release's dump is on record as proved, in the way the plan wants: the site does not open before. */
export function dumpProved(launch: Recorded): boolean {
  if (launch.plan.database.engine === "none") return true;
  const step = backupProof.state(launch.state());
  return (step?.status === "done" || step?.status === "skipped") && typeof step.facts.proved === "string";
}

/** Nothing that cannot be undone begins before the way back is there: the proved dump, or the copy where the plan lets the dump wait. */
export function wayBackIsThere(launch: Recorded): boolean {
  if (!filesAreKept(launch)) return false;
  const postgresql = ifPostgresql(launch.plan);
  if (postgresql === undefined) return dumpProved(launch);
  const { copy, dump } = postgresql.backup;
  if (copy === "snapshot") return dumpProved(launch) && snapshotOf(launch) !== null;
  if (dump === "before-deploy") return dumpProved(launch) && (!copy || copyOf(launch) !== null);
  return copyOf(launch) !== null;
}
