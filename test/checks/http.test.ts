import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { curl } from "../../src/checks/kinds/http/curl.ts";
import { checkHttp } from "../../src/checks/kinds/http/http.ts";
import { type HttpFacts, judgeHttp } from "../../src/checks/kinds/http/judge.ts";
import type { HttpCheck } from "../../src/checks/kinds/http/schema.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";
import { serve } from "./serve.ts";

const expected = { tag: "v1.2.0", commit: "c0ffee" };
const context = { plan: samplePlan(), expected, hosts: hostsOf(localHost("app-1")) };
const check = (change: object = {}): HttpCheck => ({
  ...(parsed(checkSchema, { kind: "http", id: "front", url: "http://127.0.0.1/", tries: 1 }) as HttpCheck),
  ...change,
});

const json = JSON.stringify({
  status: "ok",
  checks: [{ up: false }, { up: true }],
  "a.b": { n: 3 },
  count: 3,
  version: "v1.2.0",
  gone: null,
});
const headers = {
  "x-frame-options": "DENY",
  "strict-transport-security": "max-age=31536000",
  server: "nginx",
  "x-version": "v1.2.0",
};
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
  [
    "does not hold the text",
    { contains: "goodbye" },
    {},
    "fail",
    'status 200 in 0.25 s, but the answer does not hold "goodbye"',
  ],
  [
    "the text is no pattern",
    { contains: "w.lcome" },
    {},
    "fail",
    'status 200 in 0.25 s, but the answer does not hold "w.lcome"',
  ],
  ["names the release", { contains: "{tag} ({commit})" }, {}, "pass", "status 200 in 0.25 s"],
  [
    "the headers of the plan",
    {
      headers: {
        "X-Frame-Options": "DENY",
        "strict-transport-security": true,
        "X-Powered-By": false,
        "X-Version": "{tag}",
      },
    },
    {},
    "pass",
    "status 200 in 0.25 s",
  ],
  [
    "a header is missing",
    { headers: { "Content-Security-Policy": true } },
    {},
    "fail",
    "status 200 in 0.25 s, but there is no header Content-Security-Policy",
  ],
  [
    "a header that may not be there",
    { headers: { Server: false } },
    {},
    "fail",
    "status 200 in 0.25 s, but there is a header Server",
  ],
  [
    "a header of another value, which is nobody's business",
    { headers: { "X-Frame-Options": "SAMEORIGIN" } },
    {},
    "fail",
    'status 200 in 0.25 s, but the header X-Frame-Options is not "SAMEORIGIN"',
  ],
  [
    "a header of the release before",
    { headers: { "X-Version": "{tag}" } },
    { headers: { "x-version": "v1.1.0" } },
    "fail",
    'status 200 in 0.25 s, but the header X-Version is not "v1.2.0"',
  ],
  [
    "values of the JSON",
    {
      json: [
        { path: "status", equals: "ok" },
        { path: "checks[1].up", equals: true },
        { path: '["a.b"].n', equals: 3 },
        { path: "version", equals: "{tag}" },
        { path: "gone", equals: null },
      ],
    },
    { body: json },
    "pass",
    "status 200 in 0.25 s",
  ],
  [
    "another value in the JSON",
    { json: { path: "checks[1].up", equals: false } },
    { body: json },
    "fail",
    "status 200 in 0.25 s, but checks[1].up is not false",
  ],
  [
    "a number that is a text",
    { json: { path: "count", equals: "3" } },
    { body: json },
    "fail",
    'status 200 in 0.25 s, but count is not "3"',
  ],
  [
    "no such value in the JSON",
    { json: { path: "checks[2].up", equals: true } },
    { body: json },
    "fail",
    "status 200 in 0.25 s, but the answer has no checks[2].up",
  ],
  [
    "what every object has is no value of the JSON",
    { json: { path: "constructor", equals: "Object" } },
    { body: json },
    "fail",
    "status 200 in 0.25 s, but the answer has no constructor",
  ],
  [
    "no JSON",
    { json: { path: "status", equals: "ok" } },
    { body: "<html>Anna</html>" },
    "fail",
    "status 200 in 0.25 s, but the answer is no JSON",
  ],
  [
    "half a JSON",
    { json: { path: "status", equals: "ok" } },
    { body: json.slice(0, -3) },
    "fail",
    "status 200 in 0.25 s, but the answer is no JSON",
  ],
  [
    "all that is wrong",
    { contains: "goodbye", headers: { Server: false }, json: { path: "status", equals: "ok" } },
    { body: '{"status": "Anna"}' },
    "fail",
    'status 200 in 0.25 s, but the answer does not hold "goodbye"; there is a header Server; status is not "ok"',
  ],
  [
    "names another release",
    { contains: "{tag}" },
    { body: "welcome v1.1.0" },
    "fail",
    'status 200 in 0.25 s, but the answer does not hold "v1.2.0"',
  ],
];

for (const [name, change, facts, verdict, evidence] of judged) {
  test(`${verdict === "pass" ? "judgeHttp" : "bad condition: http"}: ${name}`, () =>
    assert.deepEqual(
      judgeHttp(
        check(change),
        { status: 200, body: "welcome v1.2.0 (c0ffee)", headers, seconds: 0.25, ...facts },
        expected,
      ),
      { verdict, evidence },
    ));
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
  else if (path === "/json")
    answer
      .writeHead(200, { "X-Twice": ["a", "b"], "Content-Type": "application/json" })
      .end(JSON.stringify({ version: expected.tag, lines: "one\n\ntwo" }));
  else if (path === "/early")
    answer.writeEarlyHints({ link: "</x.css>; rel=preload" }, () =>
      answer.writeHead(200, { "X-Real": "yes" }).end("body"),
    );
  else if (path === "/never") return;
  else if (path === "/cut") answer.writeHead(200, { "content-length": "100" }).write("half", () => answer.destroy());
  else if (path === "/[1-3]{tag}?q=a&b=$(id)") answer.end("brackets");
  else if (path === "/") answer.end(`first line\n${expected.tag}\nlast line`);
  else answer.writeHead(404).end();
};

for (const [from, asks] of [
  [undefined, "from the runner"],
  ["app-1", "from a host"],
] as const) {
  test(`a real page, asked ${asks}`, async (t: TestContext) => {
    const site = await serve(t, page);
    const ask = (path: string, change: object = {}) =>
      checkHttp(check({ url: `http://${site}${path}`, from, ...change }), context);
    const cases: readonly [string, object, Verdict, RegExp][] = [
      ["/", { contains: "{tag}\nlast line" }, "pass", /^status 200 in \d/],
      [
        "/json",
        {
          headers: { "content-type": "application/json", "x-twice": "a, b", "X-None": false },
          json: [
            { path: "version", equals: "{tag}" },
            { path: "lines", equals: "one\n\ntwo" },
          ],
        },
        "pass",
        /^status 200/,
      ],
      [
        "/json",
        { headers: { "x-twice": "a" }, json: { path: "version", equals: "v9" } },
        "fail",
        /but the header x-twice is not "a"; version is not "v9"$/,
      ],
      ["/early", { headers: { "X-Real": "yes", Link: false }, contains: "body" }, "pass", /^status 200/],
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
  const closed: RequestListener = (request, answer) =>
    request.headers["x-golive-bypass"] === token && request.headers.host === "clinic.example.org"
      ? answer.end("v1.2.0")
      : page(request, answer);
  const past = async (t: TestContext, listeners: readonly RequestListener[], bypass: string | undefined) => {
    const addresses = await Promise.all(listeners.map((listener) => serve(t, listener)));
    const plan = samplePlan({ loadBalancer: { addresses } });
    const judged = await checkHttp(check({ url: "http://clinic.example.org/x", bypass: true, contains: "{tag}" }), {
      ...context,
      plan,
      bypass,
    });
    return [
      judged.verdict,
      judged.evidence
        .replaceAll(addresses[0] ?? "-", "lb-1")
        .replaceAll(addresses[1] ?? "no other", "lb-2")
        .replaceAll(/\d\.\d\d s/g, "… s"),
    ];
  };

  test("past the page: every balancer is asked for the site, with the token", async (t) => {
    assert.deepEqual(await past(t, [closed, closed], token), [
      "pass",
      "lb-1: status 200 in … s; lb-2: status 200 in … s",
    ]);
  });
  test("past the page: one balancer that does not know the token fails", async (t) => {
    assert.deepEqual(await past(t, [closed, page], token), [
      "fail",
      "lb-2: the maintenance page answers, although the launch's token was sent",
    ]);
  });
  test("past the page: without a token nothing was measured while it is up, and the site is while it is not", async (t) => {
    assert.deepEqual(await past(t, [closed], undefined), [
      "error",
      "lb-1: the maintenance page is up, and there is no token that leads past it",
    ]);
    assert.deepEqual(await past(t, [(_, answer) => answer.end("v1.2.0")], undefined), [
      "pass",
      "lb-1: status 200 in … s",
    ]);
  });
  test("past the page: the service's own 503 is its own", async (t) => {
    assert.deepEqual(await past(t, [(_, answer) => answer.writeHead(503).end()], token), [
      "fail",
      "lb-1: status 503 in … s, expected 200",
    ]);
  });
}

test("a host that cannot be reached is not a site that does not answer", async () => {
  const away = hostFrom("app-1", async () => {
    throw new UserError({ code: "of-a-test", what: "no route to host" });
  });
  await assert.rejects(checkHttp(check({ from: "app-1" }), { ...context, hosts: hostsOf(away) }), /no route to host/);
});

test("a host's own settings of curl and its proxy do not answer in the site's place", async (t) => {
  const site = await serve(t, page);
  const behindProxy = hostFrom("app-1", (command) =>
    localHost("app-1").attempt({
      ...command,
      env: { http_proxy: "http://127.0.0.1:1", ALL_PROXY: "http://127.0.0.1:1", HOME: "/nowhere" },
    }),
  );
  const answer = await curl(behindProxy, `http://${site}/`, 5);
  assert.deepEqual(
    [answer.status, answer.body, answer.error],
    [200, `first line\n${expected.tag}\nlast line`, undefined],
  );
});
