import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { GitHub } from "../../src/github/client.ts";
import { hearComment } from "../../src/stages/approval/hear-comment.ts";
import type { RunContext } from "../../src/stages/launch/context.ts";
import { olderDigest } from "../cases/older-record.ts";
import { release } from "../checklist/sample-page.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { here, twinUnderTest } from "../../packages/github-twin/test/twin-under-test.ts";

interface Asked {
  readonly label?: string;
  readonly byBot?: boolean;
  /** Texts of the plan by branch and commit. */
  readonly plans?: Readonly<Record<string, string>>;
}

/** A checklist, or another issue, on a repository that has no plan unless told: whoever goes on to ask a host fails. */
async function issueWith(t: TestContext, { label = "golive", byBot = true, plans = {} }: Asked = {}) {
  const { client, run } = await twinUnderTest(t);
  const bot = client(run({ permissions: { issues: "write", contents: "read", metadata: "read" } }).token);
  bot.hook.wrap("request", (request, options) => {
    const text = options.url.includes("/contents/") ? plans[String(options.ref)] : undefined;
    if (text === undefined) return request(options);
    return { data: { type: "file", content: Buffer.from(text).toString("base64") } } as never;
  });
  const opener = byBot ? bot : client("anna-token");
  await opener.rest.issues.create({ ...here, title: "Go-live", body: "…", labels: [label] });
  const context = {
    github: { octokit: bot, owner: here.owner, repo: here.repo, serverUrl: "" } as unknown as GitHub,
    log: { info() {}, warn() {}, error() {} },
    planFile: "no-plan.yml",
    run: { id: 9, attempt: 1, actor: "vera" },
    sshKey: "",
    jobDirectory: tmpdir(),
    signal: new AbortController().signal,
  } as unknown as RunContext;
  const hear = async (login: string, body: string) => {
    const issues = client(`${login}-token`).rest.issues;
    return hearComment(context, (await issues.createComment({ ...here, issue_number: 1, body })).data.id);
  };
  const answers = async () =>
    (await bot.rest.issues.listComments({ ...here, issue_number: 1 })).data
      .filter(({ user }) => user?.type === "Bot")
      .map(({ body = "" }) => body);
  return { hear, answers };
}

test("no host is asked for talk, nor for who may not write; that person is told once", async (t) => {
  const { hear, answers } = await issueWith(t);
  for (const body of ["All quiet.", "> /pass g1", "see /pass", "/approve 0123456789abcdef", "golive go on"])
    assert.equal(await hear("anna", body), null, body);
  assert.deepEqual(await answers(), []);
  assert.equal(await hear("vera", "/pass g1"), null);
  assert.equal(await hear("vera", "/fail g1 x"), null);
  assert.deepEqual(await answers(), [
    "<!-- golive:answer-to=vera -->\nThis comment was not heard: its author may not write to this repository.",
  ]);
  // Who may write is heard, however GitHub calls that person: here that ends at the plan that is missing.
  await assert.rejects(hear("anna", "/pass g1"), /there is no plan at no-plan\.yml/);
  await assert.rejects(hear("anna", "/psas g1"), /there is no plan at no-plan\.yml/);
});

test("only on a checklist that golive opened", async (t) => {
  const other = await issueWith(t, { label: "bug" });
  assert.equal(await other.hear("anna", "/pass g1"), null);
  const forged = await issueWith(t, { byBot: false });
  assert.equal(await forged.hear("anna", "/pass g1"), null);
  assert.deepEqual([await other.answers(), await forged.answers()], [[], []]);
});

test("of a launch that was opened before plans were kept: heard with the plan of its commit, and with no other", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive-heard-"));
  t.after(() => rm(directory, { recursive: true }));
  const text = samplePlanText.replace("/var/lib/golive", directory);
  const opened = { ...release, issue: 1, digest: olderDigest(text, release.commit) };
  const entry = { at: "2026-11-24T23:00:00Z", release: release.id, run: { id: 7, attempt: 1 }, kind: "opened", opened };
  await writeFile(join(directory, "journal.jsonl"), `${JSON.stringify(entry)}\n`);
  const plans = { main: text, [release.commit]: text };
  const { hear, answers } = await issueWith(t, { plans });
  assert.equal(await hear("anna", "/pass g1"), null);
  assert.match((await answers())[0] ?? "", /the plan of this launch has no scenarios/);
  plans[release.commit] = text.replace("app-1", "app-2");
  await assert.rejects(
    hear("anna", "/pass g1"),
    /the plan that was kept when the launch opened is gone or was changed/,
  );
});
