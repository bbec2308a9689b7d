import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { whyNoDecision, whyNotOwn } from "../../src/core/comments/said.ts";
import type { GitHub } from "../../src/github/client.ts";
import { talkAfter, withEdits } from "../../src/github/comments.ts";
import { editsReadable, historiesOf, versionsOf } from "../../src/github/edits.ts";
import { saidIn } from "../../src/github/said.ts";
import { here, twinUnderTest } from "../../packages/github-twin/test/twin-under-test.ts";

/** A checklist on the twin, and a client with what a job of golive's may do. */
async function checklist(t: TestContext) {
  const { twin, client, run } = await twinUnderTest(t);
  const bot = client(run({ permissions: { issues: "write", contents: "read", metadata: "read" } }).token);
  const github = { octokit: bot, owner: here.owner, repo: here.repo, serverUrl: twin.serverUrl } as unknown as GitHub;
  await bot.rest.issues.create({ ...here, title: "Launch", body: "b" });
  const people = (login: string) => client(`${login}-token`).rest.issues;
  const say = async (login: string, body: string) =>
    (await people(login).createComment({ ...here, issue_number: 1, body })).data;
  const edit = (login: string, comment_id: number, body: string) =>
    people(login).updateComment({ ...here, comment_id, body });
  return { twin, github, say, edit, people };
}

test("who edited a comment within the second that it was posted in is known", async (t) => {
  const { twin, github, say, edit } = await checklist(t);
  const { id } = await say("boris", "I will look at it tonight");
  assert.deepEqual((await saidIn(github, id))?.edits, []);
  await edit("anna", id, "/approve 0123456789abcdef");
  const said = await saidIn(github, id);
  assert.ok(said !== null);
  assert.deepEqual([said.author, said.permission, said.body], ["boris", "write", "/approve 0123456789abcdef"]);
  assert.deepEqual(
    said.edits?.map(({ by }) => by),
    ["anna"],
  );
  assert.deepEqual(said.bodies, ["I will look at it tonight", "/approve 0123456789abcdef"]);
  assert.match(whyNoDecision(said) ?? "", /edited/);
  assert.match(whyNotOwn(said) ?? "", /somebody else/);
  assert.deepEqual(twin.violations(), []);
});

test("one's own edit takes a decision back, and leaves a word one's own", async (t) => {
  const { github, say, edit } = await checklist(t);
  const { id } = await say("boris", "/pass g1");
  await edit("boris", id, "/fail g1 slow");
  const said = await saidIn(github, id);
  assert.ok(said !== null);
  assert.match(whyNoDecision(said) ?? "", /edited/);
  assert.equal(whyNotOwn(said), null);
});

test("a version taken out of the history is an edit of who took it out", async (t) => {
  const { twin, github, say, edit } = await checklist(t);
  const { id, node_id: node } = await say("boris", "one");
  await edit("boris", id, "two");
  await edit("boris", id, "three");
  twin.removeVersion(id, 1, "anna");
  const said = await saidIn(github, id);
  assert.ok(said !== null);
  assert.deepEqual(said.edits?.map(({ by }) => by).toSorted(), ["anna", "boris", "boris"]);
  assert.match(whyNotOwn(said) ?? "", /somebody else/);
  // Nobody can be told to have made the change that follows.
  assert.deepEqual(
    (await versionsOf(github, node))?.map(({ by, body }) => [by, body]),
    [
      ["boris", "one"],
      [null, "three"],
    ],
  );
});

test("the history of a comment that was edited often is read to its end", async (t) => {
  const { github, say, edit } = await checklist(t);
  const { id } = await say("boris", "0");
  await edit("anna", id, "1");
  for (let count = 2; count <= 120; count += 1) await edit("boris", id, String(count));
  const said = await saidIn(github, id);
  assert.equal(said?.edits?.length, 120);
  assert.equal(said?.edits?.filter(({ by }) => by === "anna").length, 1);
  assert.equal(said?.bodies?.[0], "0");
});

test("many comments are looked up in few requests, and one that is gone is told apart", async (t) => {
  const { twin, github, say, edit, people } = await checklist(t);
  const posted = [];
  for (let count = 0; count < 103; count += 1) posted.push(await say("boris", String(count)));
  const [first, second] = posted;
  assert.ok(first !== undefined && second !== undefined);
  await edit("anna", first.id, "changed");
  await people("boris").deleteComment({ ...here, comment_id: second.id });
  const before = twin.requests.length;
  const histories = await historiesOf(
    github,
    posted.map(({ node_id }) => node_id),
  );
  assert.equal(twin.requests.length - before, 2);
  assert.equal(histories.get(second.node_id), null);
  assert.equal([...histories.values()].filter((one) => one?.edits?.length === 0).length, 101);
  const { people: talk } = await talkAfter(github, 1, 0);
  const comments = await withEdits(github, talk);
  assert.deepEqual([comments.length, comments[0]?.body, comments[0]?.edits?.length], [102, "changed", 1]);
});

test("where GitHub does not tell who edited, nothing is guessed, and it is known by day", async (t) => {
  const { twin, github, say } = await checklist(t);
  const { id, node_id: node } = await say("boris", "/pass g1");
  assert.equal(await editsReadable(github), true);
  twin.hideEdits();
  assert.equal(await editsReadable(github), false);
  const said = await saidIn(github, id);
  assert.equal(said?.edits, null);
  assert.match(whyNotOwn({ author: "boris", edits: null }) ?? "", /does not tell/);
  await assert.rejects(versionsOf(github, node), /edits-unreadable/);
});

test("without any issue it cannot be told yet", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const octokit = client(run({ permissions: { issues: "write", metadata: "read" } }).token);
  const github = { octokit, owner: here.owner, repo: here.repo, serverUrl: twin.serverUrl } as unknown as GitHub;
  assert.equal(await editsReadable(github), null);
});

test("a token that may not ask at all is told so in words", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const weak = client(run({ permissions: { contents: "read", metadata: "read" } }).token);
  const github = { octokit: weak, owner: here.owner, repo: here.repo, serverUrl: twin.serverUrl } as unknown as GitHub;
  await assert.rejects(versionsOf(github, "node"), /issues: write/);
});
