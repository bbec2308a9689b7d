import { retry as retryPlugin } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

test("a fault happens as often as it is told and can be taken back", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { rest } = client("boris-token");
  const get = () => rest.repos.get(here);
  const match = (method: string, path: string): boolean => method === "GET" && path.startsWith("/repos/");

  twin.fault({ match, answer: "500", times: 1 });
  assert.equal((await failure(get())).status, 500);
  assert.equal((await get()).status, 200);
  const remove = twin.fault({ match, answer: "429" });
  assert.equal((await failure(get())).status, 429);
  assert.equal((await failure(get())).status, 429);
  remove();
  twin.fault({ match, answer: "403-rate-limit", times: 1 });
  assert.match((await failure(get())).message, /rate limit exceeded/);
  assert.deepEqual(
    twin.requests.map((request) => request.status),
    [500, 200, 429, 429, 403],
  );
});

test("an answer can stay away or be cut off, before the write or after it", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { rest } = client("boris-token");
  const create = (signal?: AbortSignal) =>
    rest.issues.create({ ...here, title: "Launch", ...(signal === undefined ? {} : { request: { signal } }) });
  const match = (method: string): boolean => method === "POST";

  twin.fault({ match, answer: "hang", times: 1 });
  await assert.rejects(create(AbortSignal.timeout(200)));
  twin.fault({ match, answer: "reset", times: 1 });
  await assert.rejects(create());
  assert.equal((await rest.issues.listForRepo(here)).data.length, 0);
  twin.fault({ match, answer: "reset-after", times: 1 });
  await assert.rejects(create());
  assert.equal((await rest.issues.listForRepo(here)).data.length, 1);
  assert.deepEqual(
    twin.requests.filter((request) => request.write).map((request) => request.status),
    [0, 0, 0],
  );
});

test("Octokit with retries and throttling gets through limits and errors", async (t) => {
  const { twin } = await twinUnderTest(t);
  const seen: number[] = [];
  const retry = (after: number): boolean => seen.push(after) < 5;
  const options = { throttle: { onRateLimit: retry, onSecondaryRateLimit: retry }, retry: { retryAfterBaseValue: 1 } };
  const Client = Octokit.plugin(retryPlugin, throttling);
  const octokit = new Client({ auth: "boris-token", baseUrl: twin.url, ...options });
  const match = (): boolean => true;
  for (const answer of ["500", "429", "403-rate-limit"] as const) twin.fault({ match, answer, times: 1 });
  assert.equal((await octokit.rest.repos.get(here)).status, 200);
  assert.deepEqual(
    twin.requests.map((request) => request.status),
    [500, 429, 403, 200],
  );
  assert.ok(seen.length > 0);
});
