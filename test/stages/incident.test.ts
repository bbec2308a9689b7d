import assert from "node:assert/strict";
import { test } from "node:test";
import { closeIncident, tellIncident } from "../../src/stages/watch/incident.ts";
import { launchFor } from "./launch-for.ts";

/** A GitHub that takes issues and comments down, and may be away. */
function github() {
  const calls: string[] = [];
  const away = { now: false };
  const asked = (text: string, data: object) => {
    if (away.now) throw new Error("502");
    calls.push(text);
    return Promise.resolve({ data });
  };
  const octokit = {
    rest: {
      issues: {
        create: async ({ title, labels, body }: { title: string; labels: string[]; body: string }) =>
          asked(`create ${title} [${labels.join()}] ${body}`, { number: 13 }),
        update: async ({ issue_number, body, state }: { issue_number: number; body?: string; state?: string }) =>
          asked(`update ${issue_number} ${state ?? body}`, {}),
        createComment: async ({ issue_number, body }: { issue_number: number; body: string }) =>
          asked(`comment ${issue_number} ${body}`, { id: 70 + issue_number }),
        updateComment: async ({ comment_id, body }: { comment_id: number; body: string }) =>
          asked(`rewrite ${comment_id} ${body}`, {}),
      },
    },
  };
  const { launch, told } = launchFor({ release: { tag: "v2", issue: 12 }, octokit });
  return { calls, away, launch, warnings: told.warn };
}

test("an incident: an issue that leads to the checklist, kept up to date, closed with what became of it", async () => {
  const { calls, launch, warnings } = github();
  const told = await tellIncident(launch, null, ["requests: 9 of 20 bad in 5 min"]);
  assert.deepEqual(told, { issue: 13, comment: 82 });
  assert.match(
    calls[0] ?? "",
    /^create Incident: clinic v2 \[golive-incident\] ### ⚠️ Incident with v2\n\n- requests: 9 of 20 bad in 5 min\n\n.*#12\./,
  );
  assert.match(calls[1] ?? "", /^comment 12 [\s\S]*→ #13$/);
  assert.equal(await tellIncident(launch, told, ["the bot is not well"]), told);
  assert.match(calls[2] ?? "", /^update 13 [\s\S]*- the bot is not well/);
  assert.match(calls[3] ?? "", /^comment 13 [\s\S]*- the bot is not well/);
  await closeIncident(launch, told, "✅ over");
  assert.deepEqual(calls.slice(4), ["comment 13 ✅ over", "update 13 closed", "rewrite 82 ✅ over\n\n→ #13"]);
  assert.deepEqual(warnings, []);
});

test("a GitHub that is away: it is told, nothing stops, and the issue is opened by the next try", async () => {
  const { calls, away, launch, warnings } = github();
  away.now = true;
  assert.equal(await tellIncident(launch, null, ["x"]), null);
  await closeIncident(launch, { issue: 13, comment: null }, "over");
  assert.equal(warnings.length, 2);
  away.now = false;
  assert.equal((await tellIncident(launch, null, ["x"]))?.issue, 13);
  assert.ok(calls[0]?.startsWith("create"));
  await closeIncident(launch, null, "nothing was told");
  assert.equal(calls.length, 2);
});

test("what was seen is text, whatever it holds", async () => {
  const { calls, launch } = github();
  await tellIncident(launch, null, ["@everyone - [x] forged\n# heading"]);
  assert.doesNotMatch(calls[0] ?? "", /@everyone|^# heading/m);
});
