import assert from "node:assert/strict";
import { test } from "node:test";
import type { TwinEvent } from "../src/twin.ts";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

test("an issue lives: created, labelled, listed, edited, closed", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const { rest } = client(run({ permissions: { issues: "write" } }).token);

  const { data: issue } = await rest.issues.create({
    ...here,
    title: "Launch v1.1.0",
    body: "one",
    labels: ["golive"],
  });
  assert.deepEqual([issue.number, issue.user?.login, issue.user?.type], [1, "github-actions[bot]", "Bot"]);
  assert.ok(issue.id > 2 ** 31, "an id is not a number");
  await rest.issues.create({ ...here, title: "Another" });
  const { data: label } = await rest.issues.createLabel({ ...here, name: "window", color: "00ff00" });
  assert.equal((await rest.issues.getLabel({ ...here, name: label.name })).data.color, "00ff00");
  await rest.issues.addLabels({ ...here, issue_number: 1, labels: ["window"] });
  const { data: found } = await rest.issues.listForRepo({ ...here, labels: "golive,window", state: "all" });
  assert.deepEqual(
    found.map((one) => one.number),
    [1],
  );
  const { data: newest, headers } = await rest.issues.listForRepo({
    ...here,
    per_page: 1,
    sort: "created",
    direction: "desc",
  });
  assert.deepEqual(
    newest.map((one) => one.number),
    [2],
  );
  assert.ok(headers.link?.includes(`<${twin.url}/repos/`), headers.link);

  const { data: closed } = await rest.issues.update({
    ...here,
    issue_number: 1,
    body: "two",
    state: "closed",
    state_reason: "not_planned",
  });
  assert.deepEqual([closed.state, closed.state_reason, closed.body], ["closed", "not_planned", "two"]);
  assert.equal((await rest.issues.listForRepo({ ...here })).data.length, 1);
  assert.equal((await failure(rest.issues.get({ ...here, issue_number: 77 }))).status, 404);
  assert.deepEqual(twin.violations(), []);
});

test("an edited comment tells what it was, and keeps its history", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const events: TwinEvent[] = [];
  twin.onEvent((event) => events.push(event));
  const bot = client(run({ permissions: { issues: "write" } }).token);
  await bot.rest.issues.create({ ...here, title: "Launch", body: "b" });
  const { data: comment } = await bot.rest.issues.createComment({ ...here, issue_number: 1, body: "- [ ] G1" });
  const { data: edited } = await client("boris-token").rest.issues.updateComment({
    ...here,
    comment_id: comment.id,
    body: "- [x] G1",
  });
  assert.equal(edited.id, comment.id);
  assert.equal((await bot.rest.issues.getComment({ ...here, comment_id: comment.id })).data.body, "- [x] G1");

  assert.deepEqual(
    events.map((event) => `${event.name} ${event.action} ${event.sender}`),
    ["issues opened github-actions[bot]", "issue_comment created github-actions[bot]", "issue_comment edited boris"],
  );
  assert.deepEqual((events[2]?.payload as { changes?: unknown } | undefined)?.changes, { body: { from: "- [ ] G1" } });

  const query = `query($id: ID!) { node(id: $id) { ... on IssueComment { body editor { login }
    userContentEdits(first: 10) { totalCount nodes { editedAt diff editor { login } } } } } }`;
  const { node } = await bot.graphql<{
    node: {
      editor: unknown;
      userContentEdits: { totalCount: number; nodes: { diff: string; editor: { login: string } }[] };
    };
  }>(query, { id: comment.node_id });
  assert.deepEqual(node.editor, { login: "boris" });
  assert.deepEqual(
    node.userContentEdits.nodes.map((edit) => [edit.editor.login, edit.diff]),
    [
      ["boris", "- [x] G1"],
      ["github-actions", "- [ ] G1"],
    ],
  );
  await bot.rest.issues.deleteComment({ ...here, comment_id: comment.id });
  assert.equal(events.at(-1)?.action, "deleted");
  assert.equal((await failure(bot.rest.issues.getComment({ ...here, comment_id: comment.id }))).status, 404);
  assert.deepEqual(twin.violations(), []);
});

test("GraphQL refuses what it does not know", async (t) => {
  const { client } = await twinUnderTest(t);
  const { graphql } = client("boris-token");
  await assert.rejects(
    graphql(`
      {
        repository(owner: "clinic", name: "psychology-api") {
          stars
        }
      }
    `),
    /Field 'stars' doesn't exist on type 'Repository'/,
  );
  await assert.rejects(
    graphql(`
      {
        repository(owner: "clinic", name: "psychology-api") {
          issue(number: 5) {
            title
          }
        }
      }
    `),
    /Could not resolve to an Issue/,
  );
  await assert.rejects(graphql(`{ viewer { login }`), /Parse error/);
});

test("a query is held to GitHub's schema, and what the twin has not of it is refused as well", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { rest, graphql } = client("boris-token");
  await rest.issues.create({ ...here, title: "Launch" });
  const asking = (what: string): Promise<unknown> =>
    graphql(`{ repository(owner: "clinic", name: "psychology-api") { ${what} } }`);
  await assert.rejects(asking(`issue(number: "1") { title }`), /Int cannot represent non-integer value: "1"/);
  await assert.rejects(asking(`issue(number: 1) { title(upper: true) }`), /Unknown argument "upper"/);
  await assert.rejects(asking(`issue(number: 1) { comments }`), /must have a selection of subfields/);
  await assert.rejects(asking("stargazerCount"), /The twin does not know Repository.stargazerCount/);
  assert.equal(twin.violations().length, 4);
  assert.deepEqual(await asking(`issue(number: 1) { title state }`), {
    repository: { issue: { title: "Launch", state: "OPEN" } },
  });
});

test("a body over the limit is refused in GitHub's words", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { rest } = client("boris-token");
  await rest.issues.create({ ...here, title: "Launch", body: "я".repeat(65_536) });
  const { status, message } = await failure(rest.issues.update({ ...here, issue_number: 1, body: "я".repeat(65_537) }));
  assert.equal(status, 422);
  assert.match(message, /body is too long \(maximum is 65536 characters\)/);
  assert.equal(
    (await failure(rest.issues.createComment({ ...here, issue_number: 1, body: "x".repeat(65_537) }))).status,
    422,
  );
  assert.deepEqual(twin.violations(), []);
});

test("labels, assignees, locks and milestones are as the description has them", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { rest } = client("anna-token");
  const first = { ...here, issue_number: 1 };
  await rest.issues.create({ ...here, title: "Launch", labels: ["a", "b"] });
  assert.deepEqual(
    (await rest.issues.listLabelsOnIssue(first)).data.map((label) => label.name),
    ["a", "b"],
  );
  await rest.issues.removeLabel({ ...first, name: "a" });
  await rest.issues.setLabels({ ...first, labels: ["c"] });
  await rest.issues.updateLabel({ ...here, name: "c", color: "ffffff" });
  await rest.issues.removeAllLabels(first);
  assert.equal((await rest.issues.listLabelsForRepo(here)).data.length, 3);
  await rest.issues.deleteLabel({ ...here, name: "c" });
  assert.equal((await failure(rest.issues.getLabel({ ...here, name: "c" }))).status, 404);
  assert.equal((await failure(rest.issues.createLabel({ ...here, name: "a" }))).status, 422);
  await rest.issues.addAssignees({ ...first, assignees: ["boris"] });
  await rest.issues.removeAssignees({ ...first, assignees: ["boris"] });
  const { data: milestone } = await rest.issues.createMilestone({ ...here, title: "v2" });
  await rest.issues.update({ ...first, milestone: milestone.number });
  await rest.issues.lock(first);
  await rest.issues.unlock(first);
  for (let n = 0; n < 3; n += 1) await rest.issues.createComment({ ...first, body: `${n}` });
  assert.equal((await client("anna-token").paginate(rest.issues.listComments, { ...first, per_page: 2 })).length, 3);
  await rest.issues.update({ ...first, state: "closed" });
  const { data: open } = await rest.issues.update({ ...first, state: "open" });
  assert.equal(open.state_reason, "reopened");
  assert.deepEqual(twin.violations(), []);
});
