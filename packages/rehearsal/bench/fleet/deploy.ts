// golive's deploy over a fleet as a process of its own, as the runner starts one. What comes before it in a launch
// (the page, the backup) is on record as done. Arguments: a file with the plan, the commit, the private key's file.
import { readFile } from "node:fs/promises";
import { connect } from "../../../../src/stages/launch/connect/connect.ts";
import type { RunContext } from "../../../../src/stages/launch/context.ts";
import { launchOf } from "../../../../src/stages/launch/open-launch.ts";
import { deploy } from "../../../../src/stages/deploy/deploy.ts";
import { loadPlan } from "../../../../src/plan/load.ts";
import {
  backupCopy,
  backupDump,
  backupManifest,
  backupProof,
  backupRead,
  isolateOn,
  isolateProof,
  isolateStop,
} from "../../../../src/journal/steps/steps.ts";
import type { Entry, Event } from "../../../../src/journal/event.ts";
import { openGitHub } from "../../../../src/github/client.ts";

const [planFile = "", commit = "", keyFile = "", id = "1"] = process.argv.slice(2);
const plan = loadPlan(await readFile(planFile, "utf8"), planFile);
const silent = { info: () => {}, warn: () => {}, error: (text: string) => console.error(text) };
const run = { id: Number(id), attempt: 1, actor: "anna" };
// Nothing listens there: the checklist is not what is measured, and a launch goes on without GitHub.
const github = openGitHub(
  { token: "none", repository: "acme/fleet", apiUrl: "http://127.0.0.1:9", serverUrl: "http://127.0.0.1:9" },
  silent,
);
const context: RunContext = {
  github,
  log: silent,
  run,
  sshKey: await readFile(keyFile, "utf8"),
  planFile,
  jobDirectory: "/nonexistent",
  signal: new AbortController().signal,
};
const release = {
  id: `v1.1.0-${id}`,
  tag: "v1.1.0",
  commit,
  digest: "0".repeat(64),
  issue: 1,
  actor: "anna",
  runId: run.id,
  window: { start: "2026-01-01T00:00:00Z", end: "2099-01-01T00:00:00Z" },
};
const reached = await connect(plan, context);
const taken = await reached.lock.take({
  release: release.id,
  tag: release.tag,
  commit,
  digest: release.digest,
  runId: run.id,
  runUrl: "",
  actor: "anna",
  since: new Date().toISOString(),
});
if (!taken.taken) throw new Error("the lock is held");
reached.bind(taken.token);
const copy = { name: "clinic_copy", oid: "1", bytes: 1, seconds: 0, how: "copy" };
const before: Event[] = [
  { kind: "opened", opened: release } as unknown as Event,
  ...[
    isolateOn,
    isolateProof,
    ...plan.services.hosts.map((host) => isolateStop.on(host)),
    backupDump,
    backupManifest,
    backupRead,
  ].map(({ id: step }): Event => ({ kind: "step", step, status: "done", seconds: 0 })),
  { kind: "step", step: backupCopy.id, status: "done", seconds: 0, facts: { copy } },
  { kind: "step", step: backupProof.id, status: "done", seconds: 0, facts: { proved: "restore" } },
];
const entries = before.map(
  (event): Entry => ({ at: new Date().toISOString(), release: release.id, run: { id: run.id, attempt: 1 }, ...event }),
);
await reached.journal.append(entries);
const launch = launchOf({ context, plan, release, connections: reached, entries });
await deploy(launch);
await reached.lock.release({
  release: release.id,
  tag: release.tag,
  commit,
  digest: release.digest,
  runId: run.id,
  runUrl: "",
  actor: "anna",
  since: "",
});
await reached.close();
process.exit(0);
