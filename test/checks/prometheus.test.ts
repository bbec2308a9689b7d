import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import type { CheckContext } from "../../src/checks/context.ts";
import { vectorOf } from "../../src/checks/kinds/prometheus/api.ts";
import { judgeCanary } from "../../src/checks/kinds/prometheus/canary.ts";
import { judgeQuery } from "../../src/checks/kinds/prometheus/judge-query.ts";
import { judgeScrape, type ScrapeFacts } from "../../src/checks/kinds/prometheus/judge-scrape.ts";
import { checkPrometheus } from "../../src/checks/kinds/prometheus/prometheus.ts";
import type { PrometheusCheck, PrometheusQuery } from "../../src/checks/kinds/prometheus/schema.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import type { Judgement, Verdict } from "../../src/core/verdict.ts";
import { localHost } from "../../src/hosts/local.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostSaying, hostsOf } from "./hosts-of.ts";
import { password, startPrometheus } from "./prometheus-server.ts";
import { serve } from "./serve.ts";

const bare: CheckContext = {
  plan: samplePlan(),
  expected: { tag: "v1.1.0", commit: "c0ffee" },
  previous: "v1.0.0",
  hosts: hostsOf(localHost("app-1"), hostSaying("bare", { code: 127 })),
};
const checkOf = (change: object): PrometheusCheck =>
  parsed(checkSchema, {
    kind: "prometheus",
    id: "metrics",
    job: "good",
    url: "http://127.0.0.1:1",
    ...change,
  }) as PrometheusCheck;

describe("what is known of a scrape, judged", () => {
  const target = { health: "up", lastScrape: 2000, lastError: "" };
  const one = { version: "v1.1.0", value: 1, at: 2000 };
  const facts: ScrapeFacts = { targets: [target], series: [one], since: 1000, now: 2500 };
  const rows: readonly [string, Partial<ScrapeFacts>, Verdict, string][] = [
    ["all signs are there", {}, "pass", "1 of 1 targets up, scraped 0.5 s ago; all of v1.1.0"],
    ["no target", { targets: [] }, "fail", "Prometheus scrapes no target of job good"],
    [
      "a target is down",
      {
        targets: [
          { ...target, health: "down", lastError: 'Get "http://u:p@h/metrics?token=x": dial tcp: connection refused' },
        ],
      },
      "fail",
      "1 of 1 targets of job good down (dial tcp: connection refused)",
    ],
    [
      "a target is down for a reason that holds an address",
      { targets: [{ ...target, health: "down", lastError: "redirected to http://u:p@h/" }] },
      "fail",
      "1 of 1 targets of job good down",
    ],
    [
      "more targets than instances",
      { targets: [target, target] },
      "fail",
      "2 targets of job good, and the service has 1 instances",
    ],
    [
      "never scraped",
      { targets: [{ ...target, health: "unknown", lastScrape: Date.parse("0001-01-01T00:00:00Z") }] },
      "inconclusive",
      "1 of 1 targets of job good not scraped since the release was started",
    ],
    [
      "a moment of no date",
      { targets: [{ ...target, lastScrape: Number.NaN }] },
      "inconclusive",
      "1 of 1 targets of job good not scraped since the release was started",
    ],
    [
      "scraped at the very moment of the start",
      { since: 2000 },
      "inconclusive",
      "1 of 1 targets of job good not scraped since the release was started",
    ],
    ["no series", { series: [] }, "inconclusive", "no series app_build_info of job good"],
    [
      "a label of another kind is not shown",
      { series: [{ ...one, version: "Anna Petrova" }] },
      "fail",
      "1 of 1 series app_build_info of another version, not of v1.1.0",
    ],
    [
      "no label",
      { series: [{ ...one, version: "" }] },
      "fail",
      "1 of 1 series app_build_info of no version, not of v1.1.0",
    ],
    ["no number", { series: [{ ...one, value: Number.NaN }] }, "inconclusive", "app_build_info has no number"],
    [
      "two series of one instance",
      { series: [one, one] },
      "fail",
      "2 series app_build_info of v1.1.0, and the service has 1 instances",
    ],
    [
      "an old sample",
      { series: [{ ...one, at: 999 }] },
      "inconclusive",
      "1 of 1 samples of app_build_info from before the release was started",
    ],
    [
      "a sample without a time",
      { series: [{ ...one, at: Number.NaN }] },
      "inconclusive",
      "1 of 1 samples of app_build_info from before the release was started",
    ],
  ];
  for (const [name, change, verdict, evidence] of rows) {
    test(name, () =>
      assert.deepEqual(
        judgeScrape(checkOf({}), { ...facts, ...change }, { version: "v1.1.0", instances: 1, previous: "v1.0.0" }),
        { verdict, evidence },
      ),
    );
  }
});

describe("numbers, judged", () => {
  const query = (change: object): PrometheusQuery =>
    checkOf({ queries: [{ expr: "x", "at-most": 5, ...change }] }).queries[0] as PrometheusQuery;
  const share = (change: object = {}) => query({ expr: undefined, bad: "b", all: "a", "at-most": 0.072, ...change });
  const rows: readonly [string, PrometheusQuery, readonly number[], readonly number[] | undefined, Verdict, string][] =
    [
      ["just within", query({}), [5], undefined, "pass", "5, at most 5"],
      ["above", query({}), [5.01], undefined, "fail", "5.01, at most 5"],
      ["one series of several is above", query({}), [1, 9, 1], undefined, "fail", "9, at most 5"],
      ["below", query({ "at-most": undefined, "at-least": 2 }), [3, 1], undefined, "fail", "1, at least 2"],
      ["between", query({ "at-least": 2 }), [3], undefined, "pass", "3, at most 5, at least 2"],
      ["nothing", query({}), [], undefined, "inconclusive", "no data"],
      ["no number", query({}), [Number.NaN], undefined, "inconclusive", "no number"],
      ["no number among others", query({}), [1, Number.NaN], undefined, "inconclusive", "no number"],
      [
        "without end",
        query({ "at-most": undefined, "at-least": 1 }),
        [Number.POSITIVE_INFINITY],
        undefined,
        "inconclusive",
        "no number",
      ],
      ["enough samples", query({ samples: "n", "least-samples": 20 }), [1], [20], "pass", "1, at most 5"],
      [
        "too few samples",
        query({ samples: "n", "least-samples": 20 }),
        [1],
        [19],
        "inconclusive",
        "19 samples, and the plan wants 20",
      ],
      [
        "too few samples, and bad",
        query({ samples: "n", "least-samples": 20 }),
        [9],
        [1],
        "inconclusive",
        "1 sample, and the plan wants 20",
      ],
      [
        "samples are no number",
        query({ samples: "n" }),
        [1],
        [Number.NaN],
        "inconclusive",
        "NaN samples, and the plan wants 1",
      ],
      ["no samples at all", query({ samples: "n" }), [1], [], "inconclusive", "0 samples, and the plan wants 1"],
      ["35 clean requests clear", share(), [0], [35], "pass", "0 bad of 35, at most 7.2 %"],
      ["34 do not", share(), [0], [34], "inconclusive", "0 bad of 34, at most 7.2 %: too few to tell"],
      ["3 of 10 condemn", share(), [3], [10], "fail", "3 bad of 10, at most 7.2 %"],
      ["2 of 10 do not", share(), [2], [10], "inconclusive", "2 bad of 10, at most 7.2 %: too few to tell"],
      [
        "the same by the promise",
        share({ "at-most": undefined, slo: 99.5 }),
        [3],
        [10],
        "fail",
        "3 bad of 10, at most 7.2 %",
      ],
      [
        "nothing known of the bad",
        share(),
        [],
        [100],
        "inconclusive",
        "no data about bad ones; where none is usual, write (…) or vector(0)",
      ],
      ["nothing known of all", share(), [0], [], "inconclusive", "no data about all requests"],
      ["no requests", share(), [0], [0], "inconclusive", "0 bad of 0, at most 7.2 %: too few to tell"],
      [
        "more bad than there are",
        share(),
        [5],
        [4],
        "error",
        "5 bad of 4, at most 7.2 %: these do not belong together",
      ],
      ["several series", share(), [0, 0], [100], "error", "more than one series; sum them in the plan"],
    ];
  for (const [name, one, first, second, verdict, evidence] of rows)
    test(name, () => assert.deepEqual(judgeQuery(one, first, second), { verdict, evidence }));

  test("the canary's counter", () => {
    assert.equal(judgeCanary(3, 10, 13, 1).verdict, "pass");
    assert.equal(judgeCanary(3, null, 3, 1).verdict, "pass");
    assert.deepEqual(judgeCanary(3, 10, 12, 1.5), {
      verdict: "fail",
      evidence: "3 canary requests moved the counter by 2, seen for 1.5 s",
    });
    assert.equal(judgeCanary(3, 10, 4, 1).verdict, "fail");
    assert.equal(judgeCanary(3, null, null, 1).verdict, "inconclusive");
  });

  test("answers of the API", () => {
    const vector = (...values: string[]) => ({
      status: "success",
      data: { resultType: "vector", result: values.map((value) => ({ metric: { a: "b" }, value: [1, value] })) },
    });
    assert.deepEqual(
      vectorOf(vector("1", "+Inf"))?.values.map(({ value }) => value),
      [1, Number.POSITIVE_INFINITY],
    );
    assert.ok(Number.isNaN(vectorOf(vector("NaN"))?.values[0]?.value));
    assert.deepEqual(
      vectorOf({ ...vector("1"), warnings: ["PromQL info: metric might not be a counter"] })?.partial,
      false,
    );
    assert.deepEqual(vectorOf({ ...vector("1"), warnings: ["a store did not answer"] })?.partial, true);
    for (const bad of [
      null,
      1,
      [],
      {},
      { status: "success" },
      { status: "error", data: vector("1").data },
      { status: "success", data: { resultType: "matrix", result: [] } },
      { status: "success", data: { resultType: "vector", result: [{ metric: {} }] } },
      { status: "success", data: { resultType: "vector", result: [{ value: [1, 2] }] } },
    ])
      assert.equal(vectorOf(bad), null, JSON.stringify(bad));
  });
});

test("what the plan may ask", () => {
  const asked = (query: object) =>
    checkSchema.safeParse({ kind: "prometheus", id: "m", job: "j", url: "http://p/", queries: [query] }).success;
  for (const good of [
    { expr: "x", "at-most": 1 },
    { expr: "x", "at-least": 1 },
    { bad: "b", all: "a", slo: 99.5 },
    { bad: "b", all: "a", "at-most": 0.01 },
  ])
    assert.ok(asked(good), JSON.stringify(good));
  for (const bad of [
    {},
    { expr: "x" },
    { "at-most": 1 },
    { bad: "b", "at-most": 0.1 },
    { expr: "x", bad: "b", all: "a", "at-most": 0.1 },
    { bad: "b", all: "a" },
    { bad: "b", all: "a", slo: 99, "at-most": 0.1 },
    { bad: "b", all: "a", "at-most": 2 },
  ])
    assert.ok(!asked(bad), JSON.stringify(bad));
  for (const url of ["http://u:p@h/", "http://h/?q", "ftp://h/"])
    assert.ok(!checkSchema.safeParse({ kind: "prometheus", id: "m", job: "j", url }).success, url);
});

describe("a Prometheus whose clock is not ours", () => {
  /** Its clock is so many seconds ahead; its target was scraped so long ago. */
  const ask = async (t: { after(end: () => unknown): void }, ahead: number, scrapedAgo: number) => {
    const now = () => Date.now() / 1000 + ahead;
    const vector = (value: number) => ({
      resultType: "vector",
      result: [
        { metric: { __name__: "app_build_info", job: "good", version: "v1.1.0" }, value: [now(), String(value)] },
      ],
    });
    const address = await serve(t, (request, answer) => {
      let body = "";
      request.on("data", (part: Buffer) => (body += part.toString()));
      request.on("end", () => {
        const query = new URLSearchParams(body).get("query") ?? "";
        const scraped = now() - scrapedAgo;
        const data =
          request.method === "GET"
            ? {
                activeTargets: [
                  {
                    labels: { job: "good" },
                    health: "up",
                    lastScrape: new Date(scraped * 1000).toISOString(),
                    lastError: "",
                  },
                ],
              }
            : query === "time()"
              ? { resultType: "scalar", result: [now(), String(now())] }
              : vector(query.startsWith("timestamp") ? scraped : 1);
        answer.end(JSON.stringify({ status: "success", data }));
      });
    });
    return checkPrometheus(
      { ...checkOf({ url: `http://${address}` }), wait: 0 },
      { ...bare, since: new Date(Date.now() - 10_000).toISOString() },
    );
  };
  for (const ahead of [-3600, 0, 3600]) {
    test(`${ahead} s ahead: a scrape from after the start counts`, async (t) =>
      assert.equal((await ask(t, ahead, 5)).verdict, "pass"));
    test(`${ahead} s ahead: a scrape from before the start does not`, async (t) =>
      assert.equal((await ask(t, ahead, 15)).verdict, "inconclusive"));
  }
});

describe("against a real Prometheus", { timeout: 120_000 }, () => {
  const ends: (() => unknown)[] = [];
  const scope = { after: (end: () => unknown) => void ends.unshift(end) } as { after(end: () => unknown): void };
  after(async () => {
    for (const end of ends) await end();
  });
  let url = "";
  let locked = "";
  let app = "";
  let broken = "";
  let gone = "";
  let counted = 0;
  let file = "";
  const started = new Date().toISOString();

  /** An instance of the service: its metrics page. */
  const instance = (lines: () => string) =>
    serve(
      scope,
      (_, answer) => void answer.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(lines()),
    );
  const build = (version: string, value = "1", stamp = "") =>
    `# TYPE app_build_info gauge\napp_build_info{version="${version}"} ${value} ${stamp}\n`;
  /** In front of the real one: what a bad network or another program makes of it. */
  const proxy = (
    change: (
      path: string,
      body: string,
    ) => Promise<readonly [number, string, object?]> | readonly [number, string, object?],
  ) =>
    serve(scope, (request, answer) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", async () => {
        const real = await fetch(`${url}${request.url}`, {
          method: request.method ?? "GET",
          headers: { "content-type": String(request.headers["content-type"] ?? "") },
          ...(request.method === "POST" ? { body: Buffer.concat(parts) } : {}),
        });
        const [status, body, headers = {}] = await change(request.url ?? "", await real.text());
        answer.writeHead(status, headers as Record<string, string>).end(body);
      });
    });

  before(async () => {
    app = await instance(
      () =>
        `${build("v1.1.0")}# TYPE http_requests_total counter\nhttp_requests_total{status="200"} ${counted}\nhttp_requests_total{status="404"} 7\n# TYPE ratio gauge\nratio NaN\n# TYPE queue gauge\nqueue 12\n`,
    );
    broken = await serve(scope, (_, answer) => answer.writeHead(500).end());
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    gone = `127.0.0.1:${(closed.address() as AddressInfo).port}`;
    await new Promise((resolve) => closed.close(resolve));
    const old = await instance(() => build("v1.0.0"));
    const twin = await instance(() => build("v1.1.0"));
    const jobs = [
      { name: "good", targets: [app] },
      { name: "down", targets: [gone] },
      { name: "ill", targets: [broken] },
      { name: "old", targets: [old] },
      { name: "mixed", targets: [twin, old] },
      { name: "both", targets: [twin, app] },
      { name: "mute", targets: [await instance(() => "# TYPE other gauge\nother 1\n")] },
      { name: "plain", targets: [await instance(() => "# TYPE app_build_info gauge\napp_build_info 1\n")] },
      { name: "nan", targets: [await instance(() => build("v1.1.0", "NaN"))] },
      { name: "stamped", targets: [await instance(() => build("v1.1.0", "1", String(Date.parse(started) - 60_000)))] },
      { name: "seldom", targets: [await instance(() => build("v1.1.0"))], interval: "1h" },
    ];
    url = await startPrometheus(scope, jobs);
    locked = await startPrometheus(scope, [{ name: "good", targets: [app] }], { login: true });
    const directory = await mkdtemp(join(tmpdir(), "golive-settings-"));
    scope.after(() => rm(directory, { recursive: true, force: true }));
    file = join(directory, "golive.env");
    // As systemd reads it: a backslash is written twice.
    await writeFile(file, `RIGHT=${password.replaceAll("\\", "\\\\")}\nWRONG=nonsense\nEMPTY=\n`);
    await chmod(file, 0o600);
    await pollUntil(
      async () => {
        const { data } = (await (await fetch(`${url}/api/v1/targets`)).json()) as {
          data: { activeTargets: { health: string; labels: { job: string } }[] };
        };
        return (
          data.activeTargets.filter(({ health, labels }) => health !== "unknown" || labels.job === "seldom").length ===
          13
        );
      },
      { what: "Prometheus scraped nothing" },
    );
  });

  const ask = (change: object, context: Partial<CheckContext> = {}, wait = 2) =>
    checkPrometheus(
      { ...checkOf({ url, within: "3s", ...change }), wait },
      { ...bare, since: new Date(Date.now() - 100).toISOString(), ...context },
    );
  const canary = (change: object = {}) => ({
    url: `http://${counting}/`,
    counter: 'http_requests_total{job="good",status="200"}',
    ...change,
  });
  let counting = "";
  before(async () => {
    counting = await serve(scope, (_, answer) => {
      counted++;
      answer.end();
    });
  });

  const query = (change: object) => ({ queries: [change] });
  const withKey = (secret: string) => ({ url: locked, from: "app-1", auth: { user: "golive", secret, file } });
  const rows: readonly [string, () => Promise<Judgement>, Verdict, RegExp][] = [
    [
      "good, asked from the runner",
      () => ask({}),
      "pass",
      /^1 of 1 targets up, scraped \d\.\d s ago; all of v1\.1\.0$/,
    ],
    ["good, asked from a host", () => ask({ from: "app-1" }), "pass", /^1 of 1 targets up/],
    ["good, two instances", () => ask({ job: "both", instances: 2 }), "pass", /^2 of 2 targets up/],
    ["good, with the right key", () => ask(withKey("RIGHT")), "pass", /^1 of 1 targets up/],
    [
      "good, a threshold that is kept",
      () => ask(query({ expr: 'queue{job="good"}', "at-most": 12 })),
      "pass",
      /queue\{job="good"\}: 12, at most 12$/,
    ],
    [
      "nothing said about a start: scraped once more since the check began",
      () => ask({}, { since: undefined }, 4),
      "pass",
      /^1 of 1 targets up/,
    ],
    [
      "the target is down",
      () => ask({ job: "down" }),
      "fail",
      /^1 of 1 targets of job down down \(dial tcp 127\.0\.0\.1:\d+: connect: connection refused\)$/,
    ],
    ["the target answers 500", () => ask({ job: "ill" }), "fail", /down \(server returned HTTP status 500/],
    ["no such job", () => ask({ job: "unheard-of" }), "fail", /^Prometheus scrapes no target of job unheard-of$/],
    ["a label that no target has", () => ask({ labels: { env: "production" } }), "fail", /scrapes no target/],
    [
      "an instance is missing",
      () => ask({ instances: 2 }),
      "fail",
      /^1 target of job good, and the service has 2 instances$/,
    ],
    ["the old release is still scraped", () => ask({ job: "old" }), "fail", /of v1\.0\.0, not of v1\.1\.0$/],
    [
      "two versions mixed",
      () => ask({ job: "mixed", instances: 2 }),
      "fail",
      /^1 of 2 series app_build_info of v1\.0\.0, not of v1\.1\.0$/,
    ],
    ["the version is not known", () => ask({}, { expected: { tag: "", commit: "" } }), "fail", /of v1\.1\.0, not of $/],
    ["no such metric", () => ask({ job: "mute" }), "inconclusive", /^no series app_build_info of job mute$/],
    ["a metric without the label", () => ask({ job: "plain" }), "fail", /of no version/],
    ["NaN", () => ask({ job: "nan" }), "inconclusive", /has no number$/],
    [
      "scraped before the deploy only",
      () => ask({ job: "seldom" }, { since: new Date(Date.now() + 1).toISOString() }, 1),
      "inconclusive",
      /^1 of 1 targets of job seldom not scraped since/,
    ],
    [
      "a sample from before the deploy",
      () => ask({ job: "stamped" }),
      "inconclusive",
      /^1 of 1 samples of app_build_info from before/,
    ],
    [
      "a threshold is broken",
      () => ask(query({ expr: 'queue{job="good"}', "at-most": 11 })),
      "fail",
      /^queue\{job="good"\}: 12, at most 11$/,
    ],
    [
      "a threshold is not reached",
      () => ask(query({ name: "free workers", expr: 'queue{job="good"}', "at-least": 13 })),
      "fail",
      /^free workers: 12, at least 13$/,
    ],
    [
      "a query without a result",
      () => ask(query({ expr: "no_such_metric", "at-most": 1 })),
      "inconclusive",
      /: no data$/,
    ],
    [
      "a query that is NaN",
      () => ask(query({ expr: 'ratio{job="good"}', "at-most": 1 })),
      "inconclusive",
      /: no number$/,
    ],
    [
      "one divided by nothing",
      () => ask(query({ expr: "vector(0) / vector(0)", "at-most": 1 })),
      "inconclusive",
      /: no number$/,
    ],
    [
      "too few samples",
      () =>
        ask(
          query({
            expr: 'queue{job="good"}',
            "at-most": 99,
            samples: 'http_requests_total{job="good",status="404"}',
            "least-samples": 20,
          }),
        ),
      "inconclusive",
      /: 7 samples, and the plan wants 20$/,
    ],
    [
      "too few requests for a share",
      () => ask(query({ name: "errors", bad: "vector(1)", all: "vector(5)", slo: 99.5 })),
      "inconclusive",
      /^errors: 1 bad of 5, at most 7\.2 %: too few to tell$/,
    ],
    [
      "too many errors",
      () => ask(query({ name: "errors", bad: "vector(4)", all: "vector(20)", slo: 99.5 })),
      "fail",
      /^errors: 4 bad of 20, at most 7\.2 %$/,
    ],
    [
      "no series of errors",
      () => ask(query({ bad: 'sum(no_such_metric{status="500"})', all: "vector(100)", "at-most": 0.01 })),
      "inconclusive",
      /no data about bad ones/,
    ],
    [
      "one of two queries is bad",
      () =>
        ask({
          queries: [
            { expr: "vector(1)", "at-most": 2 },
            { expr: "vector(3)", "at-most": 2 },
          ],
        }),
      "fail",
      /^vector\(3\): 3, at most 2$/,
    ],
    ["a syntax error", () => ask(query({ expr: "rate(x[5m]", "at-most": 1 })), "error", /status 400: .*parse error/],
    ["refused", () => ask({ url: `http://${gone}` }, {}, 1), "error", /^Prometheus: connection refused$/],
    [
      "refused, asked from a host",
      () => ask({ url: `http://${gone}`, from: "app-1" }, {}, 1),
      "error",
      /^Prometheus: connection refused$/,
    ],
    [
      "slow",
      async () =>
        ask({ url: `http://${await proxy(async (_, body) => (await sleep(4000), [200, body]))}`, within: "1s" }, {}, 1),
      "error",
      /^Prometheus: no answer within 1 s$/,
    ],
    [
      "slow, asked from a host",
      async () =>
        ask(
          {
            url: `http://${await proxy(async (_, body) => (await sleep(4000), [200, body]))}`,
            within: "1s",
            from: "app-1",
          },
          {},
          1,
        ),
      "error",
      /^Prometheus: no answer within 1 s$/,
    ],
    [
      "redirected",
      async () => ask({ url: `http://${await proxy((path) => [302, "", { location: `${url}${path}` }])}` }),
      "error",
      /leads elsewhere \(status 302\)/,
    ],
    [
      "redirected, asked from a host",
      async () =>
        ask({ from: "app-1", url: `http://${await proxy((path) => [307, "", { location: `${url}${path}` }])}` }),
      "error",
      /leads elsewhere \(status 307\)/,
    ],
    ["it wants a key", () => ask({ url: locked }), "error", /^Prometheus: wants a key \(status 401\)$/],
    ["a wrong key", () => ask(withKey("WRONG")), "error", /^Prometheus: refuses the key \(status 401\)$/],
    ["a key that is missing", () => ask(withKey("OTHER")), "error", /OTHER is not in the settings file on app-1$/],
    ["an empty key", () => ask(withKey("EMPTY")), "error", /EMPTY is empty in the settings file on app-1$/],
    [
      "no settings file",
      () => ask({ ...withKey("RIGHT"), auth: { secret: "RIGHT", file: "/nowhere" } }),
      "error",
      /cannot be read on app-1$/,
    ],
    ["no curl on the host", () => ask({ from: "bare" }), "error", /^Prometheus: curl is not installed on bare$/],
    [
      "a page of another program",
      async () => ask({ url: `http://${await proxy(() => [200, "<html>Welcome</html>"])}` }, {}, 0),
      "error",
      /the answer is no JSON$/,
    ],
    [
      "JSON of another program",
      async () => ask({ url: `http://${await proxy(() => [200, '{"status":"success"}'])}` }, {}, 0),
      "error",
      /not of its API$/,
    ],
    [
      "targets of another program",
      async () =>
        ask(
          { url: `http://${await proxy((path, body) => [200, path.startsWith("/api/v1/targets") ? "{}" : body])}` },
          {},
          0,
        ),
      "error",
      /not of its API$/,
    ],
    [
      "503 while it starts",
      async () => ask({ url: `http://${await proxy(() => [503, "Service Unavailable"])}` }, {}, 1),
      "error",
      /^Prometheus: status 503$/,
    ],
    [
      "half of its data is missing",
      async () =>
        ask(
          {
            url: `http://${await proxy((_, body) => [200, body.replace('"success"', '"success","warnings":["a store did not answer"]')])}`,
          },
          {},
          0,
        ),
      "inconclusive",
      /not whole$/,
    ],
    ["not there at all", async () => ask({ url: `http://${broken}/prometheus` }, {}, 0), "error", /status 500$/],
    [
      "the canary's page is broken",
      () => ask({ canary: canary({ url: `http://${broken}/` }) }),
      "fail",
      /^the canary got status 500$/,
    ],
    [
      "the canary's page does not answer",
      () => ask({ canary: canary({ url: `http://${gone}/` }) }),
      "fail",
      /^the canary got no answer: connection refused$/,
    ],
    [
      "the canary's counter has several series",
      () => ask({ canary: canary({ counter: 'http_requests_total{job="good"}' }) }),
      "error",
      /has 2 series; sum them/,
    ],
    [
      "the canary's counter is not there",
      () => ask({ canary: canary({ counter: "no_such_total" }) }),
      "inconclusive",
      /counter has no series$/,
    ],
    [
      "the canary's counter is NaN",
      () => ask({ canary: canary({ counter: 'ratio{job="good"}' }) }),
      "inconclusive",
      /counter has no number$/,
    ],
    [
      "the canary's counter does not move",
      () => ask({ canary: canary({ counter: 'http_requests_total{job="good",status="404"}' }) }),
      "fail",
      /^3 canary requests moved the counter by 0, seen for \d/,
    ],
    [
      "the host that sends the canary has no curl",
      () => ask({ canary: canary({ from: "bare" }) }),
      "error",
      /^curl is not installed on bare$/,
    ],
  ];
  const bad = rows.filter(([, , verdict]) => verdict !== "pass").length;

  test(`${rows.length} conditions, ${bad} of them bad`, { concurrency: 12 }, async (t) => {
    assert.ok(bad >= 40);
    await Promise.all(
      rows.map(([name, run, verdict, evidence]) =>
        t.test(name, async () => {
          const judged = await run();
          assert.equal(judged.verdict, verdict, judged.evidence);
          assert.match(judged.evidence, evidence);
          assert.doesNotMatch(JSON.stringify(judged), /s3c|nonsense/);
        }),
      ),
    );
  });

  test("good with a canary that is counted", async () => {
    const judged = await ask({ from: "app-1", canary: canary() }, {}, 8);
    assert.equal(judged.verdict, "pass", judged.evidence);
    assert.match(judged.evidence, /all of v1\.1\.0; 3 canary requests counted after \d\.\d s$/);
  });

  test("what comes up while the check waits is good enough, and a run that is cancelled waits no longer", async () => {
    let version = "v1.0.0";
    const late = await instance(() => build(version));
    const other = await startPrometheus(scope, [{ name: "good", targets: [late] }]);
    setTimeout(() => void (version = "v1.1.0"), 1500);
    const judged = await ask({ url: other }, {}, 15);
    assert.equal(judged.verdict, "pass", judged.evidence);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    const began = performance.now();
    assert.match(
      (await ask({ job: "down" }, { signal: stop.signal }, 60)).evidence,
      /^cancelled; the last look said: 1 of 1 targets/,
    );
    assert.ok(performance.now() - began < 5000);
  });
});
