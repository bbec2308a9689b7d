import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse } from "yaml";
import { checkTitle, runCheck } from "../../src/checks/check.ts";
import { checkKinds, checkSchema } from "../../src/checks/registry.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostSaying, hostsOf } from "./hosts-of.ts";

test("a check without a title is told by what it asks", () => {
  const cases: readonly [object, string][] = [
    [{ kind: "http", id: "a", url: "http://x/", status: 204 }, "a: http://x/ answers 204"],
    [{ kind: "smoke", id: "a", host: "h", path: "smoke" }, "Smoke tests: smoke"],
    [{ kind: "command", id: "a", host: "h", run: ["check_queue", "-v"] }, "check_queue says so on h"],
    [{ kind: "tls", id: "a" }, "The certificate is good"],
    [{ kind: "tls", id: "a", name: "x.example.org" }, "The certificate of x.example.org is good"],
    [{ kind: "dns", id: "a" }, "The site's name leads where it should"],
    [{ kind: "dns", id: "a", name: "x.example.org" }, "x.example.org leads where it should"],
    [{ kind: "systemd", id: "a" }, "The units of the service run"],
    [{ kind: "systemd", id: "a", host: "h", units: ["web"] }, "web runs on h"],
    [{ kind: "migrations", id: "a" }, "Every migration is applied"],
    [{ kind: "telegram-bot", id: "a", secret: "BOT" }, "The Telegram bot is well"],
    [{ kind: "prometheus", id: "a", url: "http://x/", job: "clinic" }, "Prometheus scrapes the release (job clinic)"],
    [
      { kind: "loki", id: "a", url: "http://x/", query: "{}", version: { label: "v" }, canary: { url: "http://x/" } },
      "Requests arrive in Loki",
    ],
    [
      { kind: "elasticsearch", id: "a", url: "http://x/", index: "logs", canary: { url: "http://x/" } },
      "Requests arrive in logs",
    ],
    [{ kind: "grafana", id: "a", url: "http://x/" }, "Grafana is well"],
    [{ kind: "http", id: "a", url: "http://x/", title: "The front page" }, "The front page"],
  ];
  for (const [given, title] of cases) assert.equal(checkTitle(parsed(checkSchema, given)), title);
});

test("what docs/checks.md tells people to write is a check", async () => {
  const page = await readFile(new URL("../../docs/checks.md", import.meta.url), "utf8");
  const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block = ""]) => parse(block) as object[]);
  const kinds = new Set<string>(blocks.flat().map((check) => parsed(checkSchema, check).kind));
  // docs/metrics-and-logs.md has the others.
  const elsewhere = ["prometheus", "loki", "elasticsearch", "grafana"];
  assert.deepEqual(
    checkKinds
      .map(({ schema }) => schema.shape.kind.value)
      .filter((kind) => !elsewhere.includes(kind) && !(kinds.has(kind) && page.includes(`## ${kind}\n`))),
    [],
  );
});

test("each kind is run by its own", async () => {
  const context = {
    plan: samplePlan(),
    expected: { tag: "v1", commit: "c" },
    hosts: hostsOf(hostSaying("app-1", { code: 7, stdout: "7\n" })),
  };
  const run = (given: object) => runCheck(parsed(checkSchema, given), context).then(({ evidence }) => evidence);
  assert.equal(await run({ kind: "command", id: "a", host: "app-1", run: ["x"] }), "exit 7 in 0.5 s");
  assert.equal(await run({ kind: "smoke", id: "a", host: "app-1", path: "smoke" }), "pytest wrote no report (exit 7)");
  assert.equal(
    await run({ kind: "systemd", id: "a", host: "app-1", steady: "0s" }),
    "systemd on app-1 does not answer",
  );
  assert.equal(
    await run({ kind: "migrations", id: "a" }),
    "the plan does not tell how the service's migrations are listed",
  );
  assert.equal(await run({ kind: "telegram-bot", id: "a", secret: "BOT" }), "curl could not be run on app-1");
  assert.equal(
    await run({ kind: "tls", id: "a", name: "x.example.org", addresses: ["127.0.0.1:1"], redirect: false }),
    "127.0.0.1:1: connection refused",
  );
  assert.match(
    await run({ kind: "dns", id: "a", name: "x.example.org", servers: ["127.0.0.1:1"], within: "1s", wait: "0s" }),
    /^127\.0\.0\.1:1: (connection refused|no answer in time)$/,
  );
  assert.match(await run({ kind: "http", id: "a", url: "http://x/", from: "app-1", tries: 1 }), /^no answer: /);
  assert.match(
    await run({ kind: "prometheus", id: "a", url: "http://x/", job: "j", from: "app-1", wait: "0s" }),
    /^Prometheus: /,
  );
  assert.match(
    await run({
      kind: "loki",
      id: "a",
      url: "http://x/",
      query: "{}",
      version: { label: "v" },
      from: "app-1",
      canary: { url: "http://x/" },
    }),
    /^the canary got no answer/,
  );
  assert.match(
    await run({
      kind: "elasticsearch",
      id: "a",
      url: "http://x/",
      index: "logs",
      from: "app-1",
      canary: { url: "http://x/" },
    }),
    /^the canary got no answer/,
  );
  assert.match(await run({ kind: "grafana", id: "a", url: "http://x/", from: "app-1" }), /^Grafana: /);
});
