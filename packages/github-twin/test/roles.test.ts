import assert from "node:assert/strict";
import { test } from "node:test";
import type { TwinEvent, TwinUser } from "../src/twin.ts";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

const person = (login: string, rest: Partial<TwinUser>): TwinUser => ({
  login,
  token: `${login}-token`,
  permission: "write",
  ...rest,
});

const users = [
  person("anna", { permission: "admin", membership: "public" }),
  person("mara", { permission: "maintain", membership: "private", contributed: true }),
  person("petr", { membership: "private" }),
  person("boris", {}),
  person("tim", { permission: "triage" }),
  person("vera", { permission: "read" }),
  person("gleb", { permission: "none", contributed: true }),
  person("clinic", { permission: "admin" }),
];
const environments = { production: { reviewers: ["anna"] } };

test("roles: the old name of the permission, and the role's own", async (t) => {
  const { twin, client } = await twinUnderTest(t, {}, { users, environments });
  const level = async (username: string) => {
    const { data } = await client("mara-token").rest.repos.getCollaboratorPermissionLevel({ ...here, username });
    return [data.permission, data.role_name, data.user?.permissions?.push];
  };
  assert.deepEqual(await level("anna"), ["admin", "admin", true]);
  assert.deepEqual(await level("mara"), ["write", "maintain", true]);
  assert.deepEqual(await level("tim"), ["read", "triage", false]);
  assert.deepEqual(await level("vera"), ["read", "read", false]);
  assert.deepEqual(await level("gleb"), ["none", "none", false]);
  const dispatch = (who: string) =>
    client(`${who}-token`).rest.actions.createWorkflowDispatch({
      ...here,
      workflow_id: "go-live.yml",
      ref: "main",
      inputs: { tag: "v1" },
    });
  await dispatch("mara");
  assert.equal((await failure(dispatch("tim"))).status, 403);
  await client("anna-token").rest.issues.create({ ...here, title: "x" });
  await client("tim-token").rest.issues.addLabels({ ...here, issue_number: 1, labels: ["golive"] });
  const add = client("vera-token").rest.issues.addLabels({ ...here, issue_number: 1, labels: ["golive"] });
  assert.equal((await failure(add)).status, 403);
  assert.deepEqual(twin.violations(), []);
});

test("an event tells of a membership only when it is public", async (t) => {
  const { twin, client } = await twinUnderTest(t, {}, { users, environments });
  const events: TwinEvent[] = [];
  twin.onEvent((event) => events.push(event));
  await client("anna-token").rest.issues.create({ ...here, title: "x" });
  const said = async (who: string) => {
    await client(`${who}-token`).rest.issues.createComment({ ...here, issue_number: 1, body: "hello" });
    const payload = events.at(-1)?.payload as { comment: { author_association: string } } | undefined;
    return payload?.comment.author_association;
  };
  assert.equal(await said("anna"), "MEMBER");
  assert.equal(await said("mara"), "CONTRIBUTOR");
  assert.equal(await said("petr"), "NONE");
  assert.equal(await said("boris"), "COLLABORATOR");
  assert.equal(await said("clinic"), "OWNER");
  assert.deepEqual(twin.violations(), []);
});

test("a repository without issues answers so", async (t) => {
  const { twin, client } = await twinUnderTest(t, {}, { issues: false });
  const { rest } = client("anna-token");
  assert.equal((await rest.repos.get(here)).data.has_issues, false);
  const made = await failure(rest.issues.create({ ...here, title: "x" }));
  assert.equal(made.status, 410);
  assert.match(made.message, /Issues has been disabled in this repository/);
  assert.deepEqual(twin.violations(), []);
});

test("names of secrets are shown to those who may push, and never to a run", async (t) => {
  const secrets = {
    environments: { production: { reviewers: [], secrets: { key: "k" } } },
    repositorySecrets: { A: "1" },
  };
  const { twin, client, run } = await twinUnderTest(t, {}, secrets);
  const place = { ...here, environment_name: "production" };
  const { rest } = client("boris-token");
  assert.deepEqual(
    (await rest.actions.listRepoSecrets(here)).data.secrets.map(({ name }) => name),
    ["A"],
  );
  assert.deepEqual(
    (await rest.actions.listEnvironmentSecrets(place)).data.secrets.map(({ name }) => name),
    ["KEY"],
  );
  const { token } = run({ permissions: { actions: "write", contents: "write" } });
  for (const who of [token, "vera-token"]) {
    const { actions } = client(who).rest;
    assert.equal((await failure(actions.listRepoSecrets(here))).status, 403);
    assert.equal((await failure(actions.listEnvironmentSecrets(place))).status, 403);
  }
  assert.deepEqual(twin.violations(), []);
});

test("what GraphQL refuses a run it answers a person", async (t) => {
  const refused = { refusedToRuns: ["userContentEdits", "lastEditedAt"] };
  const { twin, client, run } = await twinUnderTest(t, {}, refused);
  await client("anna-token").rest.issues.create({ ...here, title: "x", body: "one" });
  const query = `{ repository(owner: "clinic", name: "psychology-api") { issue(number: 1) {
    body lastEditedAt userContentEdits(first: 1) { totalCount } } } }`;
  const person = await client("vera-token").graphql<{ repository: { issue: object } }>(query);
  assert.deepEqual(person.repository.issue, { body: "one", lastEditedAt: null, userContentEdits: { totalCount: 0 } });
  const asked = client(run({ permissions: { issues: "read" } }).token).graphql(query);
  const error = await asked.then(
    () => null,
    (reason: { data: { repository: { issue: object } }; errors: { type: string; message: string }[] }) => reason,
  );
  assert.deepEqual(error?.data.repository.issue, { body: "one", lastEditedAt: null, userContentEdits: null });
  assert.deepEqual(
    error?.errors.map(({ type, message }) => [type, message]),
    Array(2).fill(["FORBIDDEN", "Resource not accessible by integration"]),
  );
  assert.deepEqual(twin.violations(), []);
});

test("a revision that was taken out of the history stays in it without its text", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { issues } = client("vera-token").rest;
  await issues.create({ ...here, title: "x" });
  const { data: comment } = await issues.createComment({ ...here, issue_number: 1, body: "one" });
  await client("boris-token").rest.issues.updateComment({ ...here, comment_id: comment.id, body: "two" });
  twin.deleteRevision(comment.id, 0, "boris");
  const query = `query ($id: ID!) { node(id: $id) { ... on IssueComment {
    userContentEdits(first: 10) { nodes { diff deletedAt deletedBy { login } editor { login } } } } } }`;
  const { node } = await client("anna-token").graphql<{ node: { userContentEdits: { nodes: Edit[] } } }>(query, {
    id: comment.node_id,
  });
  const rows = node.userContentEdits.nodes.map((edit) => [
    edit.editor.login,
    edit.diff,
    edit.deletedAt === null,
    edit.deletedBy?.login,
  ]);
  assert.deepEqual(rows, [
    ["boris", "two", true, undefined],
    ["vera", null, false, "boris"],
  ]);
  assert.deepEqual(twin.violations(), []);
});

interface Edit {
  readonly diff: string | null;
  readonly deletedAt: string | null;
  readonly deletedBy: { readonly login: string } | null;
  readonly editor: { readonly login: string };
}
