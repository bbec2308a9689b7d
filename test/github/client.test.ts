import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { test, type TestContext } from "node:test";
import type { Log } from "../../src/core/log.ts";
import { userAgent } from "../../src/github/connection.ts";
import { openGitHub } from "../../src/github/client.ts";
import { listening, proxyTo } from "./proxy-to.ts";

const proxyNames = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"];

/** The proxy settings of this process for one test: these, and no others. */
function proxySettings(t: TestContext, settings: Readonly<Record<string, string>>): void {
  const before = proxyNames.map((name) => [name, process.env[name]] as const);
  for (const name of proxyNames) delete process.env[name];
  Object.assign(process.env, settings);
  t.after(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}

/** Answers each request by the next of these, then always by the last, and keeps what it was asked. */
async function api(t: TestContext, ...answers: readonly RequestListener[]) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answers[Math.min(asked.length, answers.length) - 1]?.(request, response);
  });
  return { asked, port: await listening(t, server) };
}

const answer =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = '{"name":"shop"}'): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);

function open(apiUrl: string) {
  const warned: string[] = [];
  const nothing = (): void => undefined;
  const log: Log = { info: nothing, error: nothing, secret: nothing, warn: (text) => warned.push(text) };
  const github = openGitHub({ token: "a-token", repository: "acme/shop", apiUrl, serverUrl: "https://ghe.test" }, log);
  const ask = () => github.octokit.rest.repos.get({ owner: github.owner, repo: github.repo });
  return { github, warned, ask };
}

test("GitHub is asked at the given address, by name and with the token", async (t) => {
  proxySettings(t, {});
  const { asked, port } = await api(t, answer(200));
  const { ask, github } = open(`http://127.0.0.1:${port}/api/v3`);
  assert.equal((await ask()).data.name, "shop");
  const [request] = asked;
  assert.equal(request?.url, "/api/v3/repos/acme/shop");
  assert.equal(request?.headers.authorization, "token a-token");
  assert.match(request?.headers["user-agent"] ?? "", /^golive /);
  await github.octokit.graphql("{ viewer { login } }");
  assert.equal(asked[1]?.url, "/api/graphql");
});

test("the orchestration of the job is named beside golive", () => {
  assert.equal(userAgent(""), "golive");
  assert.equal(userAgent("ab/c 1"), "golive actions_orchestration_id/ab_c_1");
});

test("without a token nothing is opened", () => {
  const settings = { repository: "acme/shop", apiUrl: "https://api.github.com", serverUrl: "https://github.com" };
  const nothing = (): void => undefined;
  const log: Log = { info: nothing, error: nothing, secret: nothing, warn: nothing };
  assert.throws(() => openGitHub({ ...settings, token: "" }, log), /without a token/);
});

test("the runner's proxy is asked to lead to GitHub, with its login", async (t) => {
  const { asked, port } = await api(t, answer(200));
  const way = await proxyTo(t, port);
  proxySettings(t, { http_proxy: `http://anna:s%40fe@127.0.0.1:${way.port}` });
  const { ask } = open("http://api.ghe.test/api/v3");
  assert.equal((await ask()).data.name, "shop");
  assert.deepEqual(way.tunnels, [
    { to: "api.ghe.test:80", login: `Basic ${Buffer.from("anna:s@fe").toString("base64")}` },
  ]);
  assert.equal(asked[0]?.headers["proxy-authorization"], undefined, "GitHub does not see the proxy's login");
  assert.equal(asked[0]?.headers.authorization, "token a-token");
});

test("a name that no_proxy has is asked directly, and so is this machine", async (t) => {
  const { port } = await api(t, answer(200));
  const way = await proxyTo(t, port);
  proxySettings(t, { HTTP_PROXY: `127.0.0.1:${way.port}`, NO_PROXY: "other.test, .ghe.test" });
  // Nobody has this name: directly it leads nowhere.
  const away = open("http://api.ghe.test").github.octokit;
  await assert.rejects(away.rest.meta.root({ request: { retries: 0 } }));
  await open(`http://127.0.0.1:${port}`).ask();
  assert.deepEqual(way.tunnels, []);
  await open("http://api.acme.test").ask();
  assert.deepEqual(
    way.tunnels.map(({ to }) => to),
    ["api.acme.test:80"],
  );
});

test("what the server failed at is asked again, what it refused is not", async (t) => {
  proxySettings(t, {});
  const { asked, port } = await api(t, answer(502), answer(200));
  assert.equal((await open(`http://127.0.0.1:${port}`).ask()).status, 200);
  assert.equal(asked.length, 2);
  const gone = await api(t, answer(404));
  await assert.rejects(open(`http://127.0.0.1:${gone.port}`).ask());
  assert.equal(gone.asked.length, 1);
});

test("a limit is waited out up to a minute, and told", async (t) => {
  proxySettings(t, {});
  const limited = (seconds: string) =>
    answer(403, { "retry-after": seconds }, '{"message":"You have exceeded a secondary rate limit."}');
  const short = await api(t, limited("1"), answer(200));
  const patient = open(`http://127.0.0.1:${short.port}`);
  assert.equal((await patient.ask()).status, 200);
  assert.deepEqual(patient.warned, [
    "GitHub's secondary limit is reached (GET /repos/{owner}/{repo}); trying again in 1 s",
  ]);
  const long = await api(t, limited("61"));
  const hasty = open(`http://127.0.0.1:${long.port}`);
  await assert.rejects(hasty.ask());
  assert.deepEqual(hasty.warned, ["GitHub's secondary limit is reached (GET /repos/{owner}/{repo}); giving up"]);
  assert.equal(long.asked.length, 1);
});
