import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { test, type TestContext } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { wayBackIsThere } from "../../src/stages/backup/backup-record.ts";
import { filesSinceBackup, giveFilesBackSteps, keepFilesSteps } from "../../src/stages/files/files.ts";
import { filesLines, filesLoss } from "../../src/stages/files/files-lines.ts";
import type { Launch } from "../../src/stages/launch/context.ts";
import { fill, startUploads, type Uploads } from "../files/folders.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

const release = "v2-7";
const entry = (event: Event): Entry => ({
  ...event,
  at: new Date().toISOString(),
  release,
  run: { id: 7, attempt: 1 },
});
const done = (step: string, facts: object = {}): Event => ({ kind: "step", step, status: "done", facts: { ...facts } });

interface Tried {
  readonly launch: Launch;
  readonly uploads: Uploads;
  record(...events: Event[]): void;
}

/** A launch of a plan with uploads on this machine, as far as its files go. */
function launchWithUploads(t: TestContext): Tried {
  const uploads = startUploads();
  t.after(() => uploads.remove());
  fill(uploads);
  const files = `files: [{ id: media, host: app-1, directory: ${uploads.live} }]`;
  const plan = loadPlan(samplePlanText.replace("files: none", files), "golive.yml");
  const entries: Entry[] = [];
  const record = (...events: Event[]) => void entries.push(...events.map(entry));
  record(done("isolate.on"));
  const host = localHost("app-1");
  const { launch } = launchFor({ plan, release: { id: release }, hosts: [host], entries });
  return { launch, uploads, record };
}

async function keep({ launch, record }: Tried) {
  const [step] = keepFilesSteps(launch);
  assert.ok(step);
  const result = await step.run(launch);
  record(done(step.id, result.facts));
  return result;
}

async function back({ launch }: Tried) {
  const [step] = giveFilesBackSteps(launch);
  return step?.run(launch);
}

const migrated = done("deploy.migrate@app-1", { migrated: true });
const recalled: Event = { kind: "recalled", by: ["dmitry"], because: "so" };

test("nothing is deployed before the files are kept", async (t) => {
  const tried = launchWithUploads(t);
  tried.record(done("backup.copy", { copy: { name: "c", oid: "1" } }), done("backup.proof", { proved: "restore" }));
  assert.equal(wayBackIsThere(tried.launch), false);
  const { note } = await keep(tried);
  assert.match(note ?? "", /^19 uploaded files, 1 KiB; manifest [0-9a-f]{12}$/);
  assert.equal(wayBackIsThere(tried.launch), true);
});

test("a kept copy that is gone before the deploy is made anew; after a step that may have moved files it is not", async (t) => {
  const tried = launchWithUploads(t);
  await keep(tried);
  const [step] = keepFilesSteps(tried.launch);
  assert.equal(await step?.still?.(tried.launch), true);
  rmSync(`${tried.uploads.live}.golive`, { recursive: true });
  assert.equal(await step?.still?.(tried.launch), false);
  tried.record(migrated);
  assert.equal(await step?.still?.(tried.launch), true);
  await assert.rejects(async () => step?.run(tried.launch), /the deploy began before the files were kept/);
});

test("before the opening they go back, whether or not a migration ran", async (t) => {
  const tried = launchWithUploads(t);
  const before = tried.uploads.look();
  await keep(tried);
  rmSync(`${tried.uploads.live}/scan.pdf`);
  const result = await back(tried);
  assert.equal(result?.note, "1 file given back");
  assert.equal(tried.uploads.look(), before);
});

test("after the opening they go back with the database", async (t) => {
  const tried = launchWithUploads(t);
  await keep(tried);
  tried.record(migrated, recalled);
  tried.uploads.write("new.jpg", "new");
  assert.deepEqual(await filesSinceBackup(tried.launch), [
    { id: "media", uploaded: 1, changed: 0, deleted: 0, bytes: 3 },
  ]);
  const page = filesLoss(tried.launch, await filesSinceBackup(tried.launch));
  assert.match(page, /\| media \| 1 \| 0 \| 0 \| 1 KiB \|/);
  assert.ok(!page.includes("new.jpg"));
  assert.match((await back(tried))?.note ?? "", /^1 newer ones \(1 KiB\) set aside in app-1:\S+set-aside$/);
});

test("after the opening, where the database stays, they stay with their rows", async (t) => {
  const tried = launchWithUploads(t);
  await keep(tried);
  tried.record(recalled);
  tried.uploads.write("new.jpg", "new");
  assert.deepEqual(await filesSinceBackup(tried.launch), []);
  assert.match(filesLoss(tried.launch, []), /What people uploaded stays/);
  assert.equal((await back(tried))?.skipped, true);
  assert.ok(existsSync(`${tried.uploads.live}/new.jpg`));
});

test("a launch that kept nothing gives nothing back", async (t) => {
  const tried = launchWithUploads(t);
  tried.uploads.write("new.jpg", "new");
  assert.equal((await back(tried))?.skipped, true);
  assert.ok(existsSync(`${tried.uploads.live}/new.jpg`));
});

test("the lines of the checklist", (t) => {
  const { launch, uploads } = launchWithUploads(t);
  assert.deepEqual(filesLines(launch.plan, launch.messages, "backup"), [
    {
      id: "backup.files-media@app-1",
      title: `Keep the uploaded files: media, ${uploads.live} (app-1)`,
      lane: "files media",
    },
  ]);
});
