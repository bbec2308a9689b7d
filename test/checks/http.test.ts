import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { checkHttp, curl, type HttpFacts, judgeHttp } from "../../src/checks/http.ts";
import { checkSchema, type HttpCheck } from "../../src/checks/schema.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";
import { serve } from "./serve.ts";

const expected = { tag: "v1.2.0", commit: "c0ffee" };
const context = { plan: samplePlan(), expected, hosts: hostsOf(localHost("app-1")) };
const check = (change: object = {}): HttpCheck => ({ ...(checkSchema.parse({ kind: "http", id: "front", url: "http://127.0.0.1/", tries: 1 }) as HttpCheck), ...change });

const judged: readonly [string, object, Partial<HttpFacts>, Verdict, string][] = [
  ["as expected", {}, {}, "pass", "status 200 in 0.25 s"],
  ["another status, as the plan wants it", { status: 403 }, { status: 403 }, "pass", "status 403 in 0.25 s"],
  ["another status than the plan wants", {}, { status: 503 }, "fail", "status 503 in 0.25 s, expected 200"],
  ["a good status where the plan wants another", { status: 403 }, {}, "fail", "status 200 in 0.25 s, expected 403"],
  ["a redirect is not followed", {}, { status: 302 }, "fail", "status 302 in 0.25 s, expected 200"],
  ["no answer", {}, { status: 0, error: "ECONNREFUSED" }, "fail", "no answer: ECONNREFUSED"],
  ["no answer and no reason", {}, { status: 0 }, "fail", "no answer: connection failed"],
  ["just in time", { within: 2 }, { seconds: 2 }, "pass", "status 200 in 2.00 s"],
  ["late", { within: 2 }, { seconds: 2.5 }, "fail", "answered in 2.50 s, later than 2 s"],
  ["holds the text", { contains: "welcome" }, {}, "pass", "status 200 in 0.25 s"],
  ["does not hold the text", { contains: "goodbye" }, {}, "fail", 'status 200 in 0.25 s, but the answer does not hold "goodbye"'],
  ["the text is no pattern", { contains: "w.lcome" }, {}, "fail", 'status 200 in 0.25 s, but the answer does not hold "w.lcome"'],
  ["names the release", { contains: "{tag} ({commit})" }, {}, "pass", "status 200 in 0.25 s"],
  ["names another release", { contains: "{tag}" }, { body: "welcome v1.1.0" }, "fail", 'status 200 in 0.25 s, but the answer does not hold "v1.2.0"'],
];

for (const [name, change, facts, verdict, evidence] of judged) {
  test(`judgeHttp: ${name}`, () => assert.deepEqual(judgeHttp(check(change), { status: 200, body: "welcome v1.2.0 (c0ffee)", seconds: 0.25, ...facts }, expected), { verdict, evidence }));
}

/** Where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const page: RequestListener = (request, answer) => {
  const path = decodeURI(request.url ?? "");
  if (path === "/moved") answer.writeHead(302, { location: "/" }).end();
  else if (path === "/never") return;
  else if (path === "/cut") answer.writeHead(200, { "content-length": "100" }).write("half", () => answer.destroy());
  else if (path === "/[1-3]{tag}?q=a&b=$(id)") answer.end("brackets");
  else if (path === "/") answer.end(`first line\n${expected.tag}\nlast line`);
  else answer.writeHead(404).end();
};

for (const [from, asks] of [[undefined, "from the runner"], ["app-1", "from a host"]] as const) {
  test(`a real page, asked ${asks}`, async (t: TestContext) => {
    const site = await serve(t, page);
    const ask = (path: string, change: object = {}) => checkHttp(check({ url: `http://${site}${path}`, from, ...change }), context);
    const cases: readonly [string, object, Verdict, RegExp][] = [
      ["/", { contains: "{tag}\nlast line" }, "pass", /^status 200 in \d/],
      ["/", { contains: "v9" }, "fail", /does not hold "v9"$/],
      ["/none", {}, "fail", /^status 404 in .*, expected 200$/],
      ["/none", { status: 404 }, "pass", /^status 404/],
      ["/moved", {}, "fail", /^status 302/],
      ["/[1-3]{tag}?q=a&b=$(id)", { contains: "brackets" }, "pass", /^status 200/],
      ["/never", { within: 0.4 }, "fail", /^no answer: ./],
      ["/cut", { within: 5 }, "fail", /^no answer: ./],
    ];
    for (const [path, change, verdict, evidence] of cases) {
      const found = await ask(path, change);
      assert.equal(found.verdict, verdict, `${path}: ${found.evidence}`);
      assert.match(found.evidence, evidence);
    }
    const nobody = await checkHttp(check({ url: `http://127.0.0.1:${await closedPort()}/`, from }), context);
    assert.equal(nobody.verdict, "fail");
    assert.match(nobody.evidence, /^no answer: ./);
  });
}

test("asks as often as the plan says and no more once it passes", async (t) => {
  let asked = 0;
  let goodFrom = 2;
  const site = await serve(t, (_, answer) => answer.writeHead(++asked >= goodFrom ? 200 : 503).end());
  const ask = (tries: number) => checkHttp(check({ url: `http://${site}/`, tries }), context);
  assert.deepEqual([(await ask(3)).verdict, asked], ["pass", 2]);
  assert.deepEqual([(await ask(3)).verdict, asked], ["pass", 3]);
  goodFrom = 99;
  assert.deepEqual([(await ask(1)).verdict, asked], ["fail", 4]);
});

{
  const token = "ab".repeat(32);
  const page: RequestListener = (_, answer) => answer.writeHead(503, { "x-golive-maintenance": "on" }).end();
  const closed: RequestListener = (request, answer) => (request.headers["x-golive-bypass"] === token && request.headers.host === "clinic.example.org" ? answer.end("v1.2.0") : page(request, answer));
  const past = async (t: TestContext, listeners: readonly RequestListener[], bypass: string | undefined) => {
    const addresses = await Promise.all(listeners.map((listener) => serve(t, listener)));
    const plan = samplePlan({ "load-balancer": { addresses } });
    const judged = await checkHttp(check({ url: "http://clinic.example.org/x", bypass: true, contains: "{tag}" }), { ...context, plan, bypass });
    return [judged.verdict, judged.evidence.replaceAll(addresses[0] ?? "-", "lb-1").replaceAll(addresses[1] ?? "no other", "lb-2").replaceAll(/\d\.\d\d s/g, "… s")];
  };

  test("past the page: every balancer is asked for the site, with the token", async (t) => {
    assert.deepEqual(await past(t, [closed, closed], token), ["pass", "lb-1: status 200 in … s; lb-2: status 200 in … s"]);
  });
  test("past the page: one balancer that does not know the token fails", async (t) => {
    assert.deepEqual(await past(t, [closed, page], token), ["fail", "lb-2: the maintenance page answers, although the launch's token was sent"]);
  });
  test("past the page: without a token nothing was measured while it is up, and the site is while it is not", async (t) => {
    assert.deepEqual(await past(t, [closed], undefined), ["error", "lb-1: the maintenance page is up, and there is no token that leads past it"]);
    assert.deepEqual(await past(t, [(_, answer) => answer.end("v1.2.0")], undefined), ["pass", "lb-1: status 200 in … s"]);
  });
  test("past the page: the service's own 503 is its own", async (t) => {
    assert.deepEqual(await past(t, [(_, answer) => answer.writeHead(503).end()], token), ["fail", "lb-1: status 503 in … s, expected 200"]);
  });
}

test("a host that cannot be reached is not a site that does not answer", async () => {
  const away = hostFrom("app-1", async () => {
    throw new UserError({ what: "no route to host" });
  });
  await assert.rejects(checkHttp(check({ from: "app-1" }), { ...context, hosts: hostsOf(away) }), /no route to host/);
});

test("a host's own settings of curl and its proxy do not answer in the site's place", async (t) => {
  const site = await serve(t, page);
  const behindProxy = hostFrom("app-1", (command) => localHost("app-1").attempt({ ...command, env: { http_proxy: "http://127.0.0.1:1", ALL_PROXY: "http://127.0.0.1:1", HOME: "/nowhere" } }));
  const answer = await curl(behindProxy, `http://${site}/`, 5);
  assert.deepEqual([answer.status, answer.body, answer.error], [200, `first line\n${expected.tag}\nlast line`, undefined]);
});
