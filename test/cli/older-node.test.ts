import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { realpathSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test, type TestContext } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { openLock } from "../../src/journal/lock.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

const golive = join(import.meta.dirname, "../../dist/golive.js");

/** Nodes of this machine that are older than the one of the actions, from 20.9 on. */
function olderNodes(): string[] {
  const found = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => {
    try {
      const version = execFileSync(join(folder, "node"), ["--version"], { encoding: "utf8" });
      const [, major = 0, minor = 0] = (/^v(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
      return major < 24 && major * 100 + minor >= 2009 ? [realpathSync(join(folder, "node"))] : [];
    } catch {
      return [];
    }
  });
  return [...new Set(found)];
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(node: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const settings = { env: { ...process.env, LANG: "C", LC_ALL: "", LC_MESSAGES: "", ...env }, timeout: 120_000 };
  return new Promise((resolve) =>
    execFile(node, [...args], settings, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    ),
  );
}

/** A site that is closed by a launch whose run is gone: its plan, its journal and lock, its page. */
async function closedSite(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), "golive-older-node-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const server = createServer((_, response) => void response.end("ok")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => server.close());
  const control = join(folder, "control");
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "bin/psql"), "#!/bin/sh\ncat > /dev/null\n");
  await chmod(join(folder, "bin/psql"), 0o755);
  const plan = join(folder, "golive.yml");
  await writeFile(
    plan,
    samplePlanText
      .replace("/var/lib/golive", control)
      .replace("/run/golive/flag", join(folder, "flag"))
      .replace("http://127.0.0.1:8080/", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      .replace("name: clinic\n", `name: clinic\n  programs: ${join(folder, "bin")}\n`),
  );
  await writeFile(join(folder, "flag"), "");
  const host = localHost("app-1");
  const [at, run] = [new Date().toISOString(), { id: 7, attempt: 1 }];
  const release = { id: "v2-7", tag: "v2", commit: "c".repeat(40), digest: "d".repeat(64) };
  const opened = { ...release, issue: 1, actor: "anna", runId: 7, window: { start: at, end: at } };
  await openJournal(host, control).append([
    { at, release: release.id, run, kind: "opened", opened },
    { at, release: release.id, run, kind: "step", step: "isolate.on", status: "done" },
    { at, release: release.id, run, kind: "maintenance", state: "on", because: "the launch" },
  ]);
  await openLock(host, control).take({
    release: release.id,
    ...release,
    runId: 7,
    runUrl: "https://github.example/7",
    actor: "anna",
    since: at,
  });
  return { folder, plan, control, env: { XDG_STATE_HOME: join(folder, "state") } };
}

const nodes = [process.execPath, ...olderNodes()];
for (const node of nodes)
  test(`${node}: the command line does its whole work`, async (t) => {
    const { folder, plan, control, env } = await closedSite(t);
    const validated = await run(node, [golive, "validate", plan]);
    assert.deepEqual([validated.code, validated.err], [0, ""]);
    const before = await run(node, [golive, "status", "--plan", plan], env);
    assert.match(before.out, /maintenance page {2}up\nlock {14}run 7 of anna/, before.err);
    const off = await run(node, [golive, "maintenance", "off", "--because", "a test", "--plan", plan], env);
    assert.equal(off.code, 0, off.err);
    await assert.rejects(stat(join(folder, "flag")));
    assert.match(await readFile(join(control, "journal.jsonl"), "utf8"), /"kind":"ended"/);
    const after = await run(node, [golive, "status", "--plan", plan], env);
    assert.match(after.out, /maintenance page {2}down\nlock {14}free/, after.err);
  });

test("a Node that is too old is told in words, before anything is done", async (t) => {
  const { folder, plan, control, env } = await closedSite(t);
  const journal = await readFile(join(control, "journal.jsonl"), "utf8");
  for (const version of ["14.21.3", "16.20.2", "18.20.8", "20.8.1"]) {
    const pretend = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`;
    const asOld = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, golive];
    const off = [...asOld, "maintenance", "off", "--because", "a test", "--plan", plan];
    const told = await run(process.execPath, off, env);
    const words = `golive runs on Node 20.9 and newer, and this is Node ${version}; nothing was done\n`;
    assert.deepEqual(told, { code: 1, out: "", err: words });
    const russian = await run(process.execPath, off, { ...env, LANG: "ru_RU.UTF-8" });
    assert.match(russian.err, /^golive работает на Node 20\.9 и новее, а это Node [\d.]+; ничего не сделано\n$/);
  }
  assert.ok((await readdir(folder)).includes("flag"), "the page is still up");
  assert.equal(await readFile(join(control, "journal.jsonl"), "utf8"), journal);
});

test("dist/golive.js looks before it loads anything", async () => {
  const text = await readFile(golive, "utf8");
  assert.equal(text, await readFile(join(import.meta.dirname, "../../script/golive.js"), "utf8"));
  assert.doesNotMatch(text, /^import |\bawait\b|\?\.|\?\?/m);
});
