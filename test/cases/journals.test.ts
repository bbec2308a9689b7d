import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { UserError } from "../../src/core/errors.ts";
import { observe } from "../../src/core/watch/watch.ts";
import type { WatchState } from "../../src/core/watch/watch-state.ts";
import { readManifest } from "../../src/database/dump/manifest.ts";
import { localHost } from "../../src/hosts/local.ts";
import { openLock } from "../../src/journal/lock.ts";
import { backup } from "../../src/stages/backup/backup.ts";
import { backupDirectory, databaseHost, manifestHash } from "../../src/stages/backup/backup-record.ts";
import { type Bound, digestOf } from "../../src/stages/gate/bound.ts";
import type { Passed } from "../../src/stages/gate/gate.ts";
import { asOnRecord } from "../../src/stages/gate/on-record.ts";
import { isOlderPlan } from "../../src/stages/gate/plans/older-plan.ts";
import { findLaunch } from "../../src/stages/launch/record/find-launch.ts";
import type { Connections } from "../../src/stages/launch/connect/connect.ts";
import type { RunContext } from "../../src/stages/launch/context.ts";
import { needless, ownBack } from "../../src/stages/rollback/back-order.ts";
import { rollback } from "../../src/stages/rollback/rollback.ts";
import { closeWithReport } from "../../src/stages/watch/report.ts";
import { casesOf } from "../cases.ts";
import {
  checklistOf,
  githubWith,
  onRecord,
  planFile,
  type Repository,
  standingOf,
  stepsLeft,
  wayBackOf,
  withoutLine,
} from "./journals-of-then.ts";
import { olderDigest, olderJournal, shapesOf } from "./older-record.ts";
import { postgresqlOf } from "../../src/plan/engine/engine.ts";

/** How what an older golive left (README.md) has to be read. */
interface Expected {
  readonly standing: object;
  /** What the way back needs. */
  readonly wayBack: object;
  /** What of the window would be done by a launch that goes on, and of the way back by a rollback that does. */
  readonly left: { readonly forward: readonly string[]; readonly back: readonly string[] };
  readonly checklist: { readonly ticked: number; readonly says: readonly string[] };
}

const cases = await casesOf<Expected>("journals");
const caseOf = (name: string) => cases.find((one) => one.name === name)?.directory ?? "";

for (const { name, directory, expected } of cases) {
  test(`of an older golive: ${name}`, async () => {
    const recorded = await onRecord(directory);
    assert.equal(isOlderPlan(recorded.plan, recorded.release), true, "the digest on record is of that plan");
    assert.deepEqual(standingOf(recorded), expected.standing);
    assert.deepEqual(wayBackOf(recorded), expected.wayBack);
    assert.deepEqual(
      {
        forward: await stepsLeft(directory, "isolate", "backup", "deploy", "dns-tls", "verify", "open"),
        back: await stepsLeft(directory, "rollback"),
      },
      expected.left,
    );
    const page = checklistOf(recorded);
    assert.equal(page.match(/^- \[x\]/gm)?.length ?? 0, expected.checklist.ticked, page);
    for (const text of expected.checklist.says) assert.ok(page.includes(text), `${text} is not in\n${page}`);
    assert.ok(!/undefined|\[object|NaN/.test(page), page);
    assert.deepEqual(withoutLine(recorded), []);
  });
}

test("what was backed up then is not backed up again, and no host is asked by the run that did it", async () => {
  for (const name of ["closed-and-backed-up", "closed-and-backed-up-releases", "cut-off-in-deploy"]) {
    const { launch, entries } = await onRecord(caseOf(name));
    const before = new Map(launch.state().steps);
    await backup(launch);
    assert.deepEqual(launch.state().steps, before, `${name}: ${entries.length} lines`);
  }
});

test("a step that nobody said anything of then is not run on the way back, as it was not then", async () => {
  const { launch } = await onRecord(caseOf("cut-off-in-deploy"));
  const steps = ownBack(launch.plan, "before-start");
  assert.deepEqual(
    steps.map((step) => [step.id, needless(launch.state(), step)]),
    [
      [
        "rollback.step-system-check@app-1",
        "the plan does not say what becomes of it on the way back, and the day before did not try it",
      ],
    ],
  );
  await launch.record({ kind: "step", step: "day-before.way-back", status: "done", facts: { practised: true } });
  assert.deepEqual(
    steps.map((step) => needless(launch.state(), step)),
    [null],
  );
});

test("the lock of then is read, and taken over by the words it was spelled with", async (t) => {
  const { directory } = await placed(t, "cut-off-in-deploy");
  await cp(join(caseOf("cut-off-in-deploy"), "lock"), join(directory, "lock.json"));
  const lock = openLock(localHost("app-1"), directory);
  const held = await lock.held();
  assert.deepEqual([held?.owner.tag, held?.owner.runId, held?.owner.actor], ["v1.1.0", 17000000001, "anna"]);
  assert.ok(held !== null && (await lock.takeOver(held.owner, { ...held.owner, runId: 9 })) !== null);
  assert.equal((await lock.held())?.owner.runId, 9);
});

test("what was rolled back then is not rolled back again", async () => {
  for (const name of ["rolled-back", "rolled-back-releases"]) {
    const { launch } = await onRecord(caseOf(name));
    await rollback(launch);
    assert.equal(launch.state().ended?.outcome, "rolled-back");
  }
});

for (const name of ["closed-and-backed-up", "cut-off-in-deploy-releases"])
  test(`the manifest of then is the one on record, and is read: ${name}`, async () => {
    const manifest = await readFile(join(caseOf(name), "manifest"), "utf8");
    const { files } = JSON.parse(manifest) as { files: { name: string; sha256: string }[] };
    const hashes = files.map((file) => `${file.sha256}  ${file.name}`).join("\n");
    const { launch } = await onRecord(caseOf(name), {
      answer: (asked) => (asked.includes("manifest.json") && asked.includes("cat --") ? manifest : hashes),
    });
    const host = databaseHost(launch);
    const read = await readManifest(host, postgresqlOf(launch.plan), backupDirectory(launch), manifestHash(launch));
    assert.equal(read.release, launch.release.id);
  });

for (const name of ["opened-and-watched", "watched-to-the-end"])
  test(`the report on a launch that was opened then: ${name}`, async () => {
    const said: string[] = [];
    let kept = "";
    const recorded = await onRecord(caseOf(name), { github: githubWith({ plans: {} }, said), answer: () => "" });
    const { get } = recorded.launch.hosts;
    const run = async ({ stdin = "" }) => {
      kept = String(stdin);
    };
    const hosts = { get: (host: string) => ({ ...get(host), run }) };
    const { text, evidence } = await closeWithReport({ ...recorded.launch, hosts } as never);
    assert.match(text, /^## 🟢 psychology-api v1\.1\.0: the report\n/);
    assert.match(text, /\| The site was closed for \| \d+ s \(forecast \d+ s\) \|/);
    assert.match(text, /\| Incidents \| none \|/);
    const { outcome, digest, backupManifestSha256, approvedBy } = evidence;
    const { release, launch } = recorded;
    assert.deepEqual(
      [outcome, digest, backupManifestSha256, approvedBy],
      ["live", release.digest, manifestHash(launch), ["dmitry"]],
    );
    assert.deepEqual(JSON.parse(kept), JSON.parse(JSON.stringify(evidence)));
    // Said once: one of them was reported then.
    assert.deepEqual(said, name === "watched-to-the-end" ? ["issue closed"] : [text, "issue closed"]);
    if (name === "watched-to-the-end") assert.match(text, /\| .* \| 100 % .*\n/);
  });

test("what a watch of then handed on is gone on with", async () => {
  const kept = JSON.parse(await readFile(join(caseOf("opened-and-watched"), "watch"), "utf8"));
  const before = kept.watch as WatchState;
  const at = (before.recent.at(-1)?.at ?? 0) + 3000;
  const poll = { at, traffic: { bad: 0, all: 40 }, probes: { bad: 0, all: 6 }, units: "good" as never };
  const settings = { availability: 0.999, latency: 0.99, every: 3, probes: 6 };
  const { state, change } = observe(before, poll, settings);
  assert.equal(change, null);
  assert.deepEqual([state.begun, state.sev1], [before.begun, null]);
  assert.equal(state.recent.at(-1)?.traffic[1], (before.recent.at(-1)?.traffic[1] ?? 0) + 40);
});

function contextWith(repository: Repository, change: Partial<RunContext> = {}): RunContext {
  return {
    github: githubWith(repository),
    log: { info() {}, warn() {}, error() {} },
    run: { id: 9, attempt: 1, actor: "vera" },
    sshKey: "",
    planFile,
    jobDirectory: tmpdir(),
    signal: new AbortController().signal,
    ...change,
  };
}

/** The record in a folder of this machine: that its plan names another place is the only thing that changes. */
async function placed(t: TestContext, name: string) {
  const directory = await mkdtemp(join(tmpdir(), "golive-older-"));
  t.after(() => rm(directory, { recursive: true }));
  const { journal, plan, release } = await onRecord(caseOf(name));
  const text = plan.replace("/srv/psychology/state", directory);
  const digest = olderDigest(text, release.commit);
  await writeFile(join(directory, "journal.jsonl"), journal.replaceAll(release.digest, digest));
  return { text, release: { ...release, digest }, directory };
}

for (const { name } of cases)
  test(`the way back finds a launch of then with its plan, and what leads there may be another: ${name}`, async (t) => {
    const { text, release } = await placed(t, name);
    const { tag, commit, issue } = release;
    const renamed = text.replace("service: psychology-api", "service: other");
    for (const main of [text, renamed])
      for (const wanted of [{ tag }, { issue }, "last"] as const) {
        const plans = { main, [commit]: text };
        const found = await findLaunch(contextWith({ plans, tags: { [tag]: commit } }), wanted);
        assert.deepEqual([found.plan.service, found.text, found.told], ["psychology-api", text, []]);
        assert.deepEqual(found.release, release);
      }
  });

test("the key that was renamed since means what it did", async (t) => {
  const { text, release } = await placed(t, "closed-and-backed-up-releases");
  assert.match(text, /^ {2}keep: 2$/m);
  const { plan } = await findLaunch(contextWith({ plans: { main: text } }), "last");
  assert.deepEqual([plan.deploy.keepReleases, plan.deploy.keep, release.tag], [2, [], "v1.1.0"]);
});

test("a plan that is not the one of then is none; only a person at the keyboard may say otherwise", async (t) => {
  const { text } = await placed(t, "cut-off-in-deploy");
  const other = text.replace("within: 30s", "within: 31s");
  const lost = findLaunch(contextWith({ plans: { main: other } }), "last");
  await assert.rejects(lost, (error: UserError) => error.problems[0]?.code === "plan-lost");
  const byHand = await findLaunch(contextWith({ plans: {} }, { planText: other }), "last");
  assert.match(byHand.told.join("\n"), /is not the plan of the launch; it is used as it is/);
  assert.deepEqual((await findLaunch(contextWith({ plans: {} }, { planText: text }), "last")).told, []);
});

/** What a new run of the tag launches, when this is on record. */
async function goneOn(name: string) {
  const { plan, entries, release } = await onRecord(caseOf(name));
  const { tag, commit } = release;
  const bound: Bound = {
    tag,
    commit,
    plan: { path: planFile, sha256: "1" },
    policy: "2",
    workflow: null,
    version: "1",
    override: "",
    date: "",
    environments: { window: "production", day: "production-day", rollback: "production-rollback" },
  };
  const main = { name: "main", commit: "main" };
  const now = { tag, commit, bound, digest: digestOf(bound), main, plan: { control: {} } };
  const first = { journal: { read: async () => entries }, close: async () => {} };
  const context = contextWith({ plans: { [commit]: plan } });
  const wanted = { override: "", date: "", approval: "", digest: "" };
  const gone = await asOnRecord(context, now as unknown as Passed, wanted, first as unknown as Connections);
  return { ...gone, release, plan };
}

test("a launch that was half done then is gone on with: its plan, and nobody asks what was not asked then", async () => {
  for (const name of ["closed-and-backed-up", "cut-off-in-deploy"]) {
    const { to, reached, release, plan } = await goneOn(name);
    await reached.close();
    const { tag, commit, digest } = release;
    assert.deepEqual(
      [to.tag, to.commit, to.digest, to.policy, to.text, to.underWay],
      [tag, commit, digest, commit, plan, true],
    );
  }
});

test("an approval of then does not open a launch of today: what waits is asked for anew", async () => {
  const { to, release } = await goneOn("waits-for-a-comment");
  assert.notEqual(to.digest, release.digest);
  assert.equal(to.underWay, undefined);
});

test("a journal of today's that is put as it was then has nothing that was not written then", async () => {
  const { plan, journal } = await onRecord(caseOf("closed-and-backed-up"));
  const known = (await Promise.all(cases.map(({ directory }) => onRecord(directory)))).flatMap((one) =>
    shapesOf(one.journal),
  );
  const today = await readFile(new URL("journals/today.jsonl", import.meta.url), "utf8");
  const odd = (text: string) => shapesOf(text).filter((shape) => !known.includes(shape));
  assert.notDeepEqual(odd(today), [], "what is put otherwise is there");
  assert.deepEqual(odd(olderJournal(today, plan)), []);
  assert.equal(olderJournal(journal, plan), journal, "what was written then stays as it is");
});
