import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../../src/core/command.ts";
import { loadPlan } from "../../../src/plan/load.ts";
import { currentReleaseFinding } from "../../../src/stages/preflight/looks/current-release.ts";
import { hostsOf } from "../../checks/hosts-of.ts";
import { serve } from "../../checks/serve.ts";
import { samplePlanText } from "../../plan/sample-plan.ts";
import { recordedHost } from "../launch-for.ts";

const commit = "c".repeat(40);
const checks = `
  checks:
    - { kind: http, id: home, from: app-1, url: "http://127.0.0.1:8000/", contains: "{tag}", tries: 1 }
    - { kind: http, id: new-page, from: app-1, url: "http://127.0.0.1:8000/new", tries: 1 }
`;
const byDay = `
prepare:
  checks:
    - { kind: command, id: queue, host: app-1, run: [bin/queue] }
    - { kind: command, id: lag, host: app-1, run: [bin/lag], required: false }
`;

function planWith(more = ""): ReturnType<typeof loadPlan> {
  const text = samplePlanText
    .replace(/\n {2}checks:\n.*\n/, checks)
    .replace('/health/" }', '/health/", version: { url: "http://127.0.0.1:8000/version", json: version } }');
  return loadPlan(text + more, "sample.yml");
}

interface World {
  /** Status by path; 200 where none is named. */
  readonly pages?: Readonly<Record<string, number>>;
  readonly version?: string;
  readonly database?: string | null;
  /** Exit code by program. */
  readonly programs?: Readonly<Record<string, number>>;
  readonly git?: boolean;
}

/** What lies and answers on app-1. */
function answerOf({ pages = {}, version = "v1.0", database = "clinic", programs = {}, git = true }: World) {
  return (command: Command) => {
    const words = [command.file, ...command.args];
    const text = words.join(" ");
    if (words[0] === "curl") {
      const path = new URL(words.at(-1) ?? "").pathname;
      const body = path === "/version" ? JSON.stringify({ version }) : `this is ${version}`;
      return { stdout: `HTTP/1.1 200 OK\r\n\r\n${body}\n${pages[path] ?? 200} 0.01` };
    }
    if (text.includes("rev-parse")) return git ? { stdout: `${commit}\n` } : { code: 128, stderr: "no repository" };
    if (text.includes("golive-database=")) return { stdout: database === null ? "" : `golive-database=${database}\n` };
    const program = Object.keys(programs).find((name) => text.includes(name));
    return program === undefined ? {} : { code: programs[program] ?? 0 };
  };
}

const finding = (world: World, plan = planWith()) =>
  currentReleaseFinding(plan, { hosts: hostsOf(recordedHost("app-1", answerOf(world)).host) });

test("what serves is kept: its version, and the checks of the window that it passes", async () => {
  const found = await finding({ pages: { "/new": 404 } });
  assert.deepEqual(found, {
    step: "prepare.checks",
    problems: [],
    note:
      "v1.0; ⚠ not passed by what runs now either, so the release has to bring it: " +
      "new-page: http://127.0.0.1:8000/new answers 200: fail: status 404 in 0.01 s, expected 200",
    facts: { versions: { "app-1": "v1.0" }, passed: ["home"] },
  });
});

const refused: readonly [name: string, world: World, code: string, what: RegExp][] = [
  [
    "that is not healthy",
    { pages: { "/health/": 503 } },
    "current-unhealthy",
    /the release that runs now is not healthy: .*\/health\/ answers 503/,
  ],
  ["whose settings name another database", { database: "other" }, "django-database-differs", /database "other"/],
  ["whose settings cannot be read", { database: null }, "django-settings-fail", /manage\.py does not run/],
];

for (const [name, world, code, what] of refused)
  test(`a release ${name} is refused by day`, async () => {
    const { problems } = await finding(world);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.where]),
      [[code, "app-1"]],
    );
    assert.match(problems[0]?.what ?? "", what);
  });

test("where nothing lies yet its settings are not asked, and its version page is its name", async () => {
  const { problems, facts } = await finding({ git: false, database: null });
  assert.deepEqual([problems, facts?.versions], [[], { "app-1": "v1.0" }]);
});

test("a version page that says nothing is no version", async () => {
  const { note, facts } = await finding({ pages: { "/version": 500 } });
  assert.deepEqual(facts?.versions, {});
  assert.match(
    note ?? "",
    /^⚠ no version is told today \(app-1: http:\S+\/version answers 500\); the release has to bring it/,
  );
});

test("a check for this day stops it when it is required, and is told when it is not", async () => {
  const plan = planWith(byDay);
  const found = await finding({ programs: { "bin/queue": 1, "bin/lag": 1 } }, plan);
  assert.deepEqual(
    found.problems.map(({ code }) => code),
    ["day-check-failed"],
  );
  assert.match(found.note ?? "", /^v1\.0; not required: .*lag.*: fail: /);
  const unmeasured = await finding({ programs: { "bin/queue": 127 } }, plan);
  assert.deepEqual(
    unmeasured.problems.map(({ code }) => code),
    ["day-check-unmeasured"],
  );
  assert.match(unmeasured.problems[0]?.what ?? "", /^error: /);
});

test("what the release that serves does not pass either is told by name: a redirect, models that drifted, a query that is no query", async (t) => {
  const address = await serve(t, ({ method }, answer) => {
    answer
      .writeHead(method === "POST" ? 400 : 200, { "content-type": "application/json" })
      .end(
        method === "POST"
          ? '{"status":"error","error":"1:5: parse error: unexpected end of input"}'
          : '{"status":"success","data":{"activeTargets":[]}}',
      );
  });
  const more = `
    - { kind: migrations, id: schema, models: true }
    - { kind: prometheus, id: metrics, title: Metrics arrive, url: "http://${address}", job: clinic, wait: 0s, queries: [{ name: errors, expr: "sum(", at-most: 1 }] }
`;
  const plan = planWith();
  const asked = loadPlan(
    samplePlanText
      .replace(/\n {2}checks:\n.*\n/, checks + more.slice(1))
      .replace('/health/" }', '/health/", version: { url: "http://127.0.0.1:8000/version", json: version } }'),
    "sample.yml",
  );
  assert.ok(plan.verify.checks.length < asked.verify.checks.length);
  const answer = answerOf({ pages: { "/new": 302 } });
  const host = recordedHost("app-1", (command: Command) => {
    const text = [command.file, ...command.args].join(" ");
    if (text.includes("showmigrations")) return { stdout: "[X]  clinic.0001_initial\n" };
    if (text.includes("makemigrations")) return { code: 1, stdout: "Migrations for 'clinic':\n  clinic/x.py\n" };
    return answer(command);
  }).host;
  const { note, problems, facts } = await currentReleaseFinding(asked, { hosts: hostsOf(host) });
  assert.deepEqual([problems, facts?.passed], [[], ["home"]]);
  const told = note ?? "";
  assert.match(told, /new-page: \S+ answers 200: fail: status 302/);
  assert.match(told, /Every migration is applied \(schema\): fail: the models hold what no migration makes: clinic/);
  assert.match(told, /Metrics arrive \(metrics\): .*errors: Prometheus: status 400/);
});
