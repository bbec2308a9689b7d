import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { hostsProblem } from "../../packages/rehearsal/hosts/able.ts";
import { cases } from "../../packages/rehearsal/rehearse/cases.ts";

const main = fileURLToPath(new URL("../../packages/rehearsal/main.ts", import.meta.url));

/** Scenarios as script/rehearse plays them, with the flags that they are played with. */
const plays: readonly (readonly [name: string, ...flags: readonly string[]])[] = [
  ["built-files"],
  ["built-files", "--releases"],
  ["built-files-recall"],
  ["built-files-recall", "--releases"],
  ["stubborn"],
  ["sev1", "--balancer", "haproxy"],
  ["recall", "--releases"],
  ["success", "--stage", "hosts"],
  ["sev1", "--stage", "hosts"],
  ["built-files", "--stage", "hosts"],
];

for (const [name, ...flags] of plays)
  test(`rehearse ${[name, ...flags].join(" ")}`, async (t) => {
    const root = process.getuid?.() === 0;
    if (name === "stubborn" && !root) return t.skip("it mounts a disk of its own, which needs root");
    const problem = flags.includes("hosts") ? await hostsProblem() : null;
    if (problem !== null) return t.skip(problem);
    const out = await mkdtemp(join(tmpdir(), "golive-play-"));
    t.after(() => rm(out, { recursive: true, force: true }));
    const words = ["--disable-warning=ExperimentalWarning", main, name, ...flags, "--out", out];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(code, 0, Buffer.concat(said).toString().split("\n").slice(-60).join("\n"));
    const report = JSON.parse(await readFile(join(out, "report.json"), "utf8")) as {
      outcome: string;
      lostWrites: number;
      acknowledgedWrites: number;
    };
    assert.equal(report.outcome, cases[name]?.outcome);
    assert.equal(report.lostWrites, 0);
    assert.ok(report.acknowledgedWrites > 20, "there was traffic");
  });
