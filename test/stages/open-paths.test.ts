import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { Event } from "../../src/journal/event.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { balancerFinding } from "../../src/stages/preflight/looks/balancer.ts";
import { runStep } from "../../src/stages/launch/run-steps.ts";
import { openPaths, reconcile } from "../../src/stages/window/open-paths.ts";
import { hostsOf } from "../checks/hosts-of.ts";
import { serve } from "../checks/serve.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

const paths = [
  { path: "/.well-known/acme-challenge/golive", title: "ACME challenges", status: 404 },
  { path: "/ping/health?from=golive", title: "the machines' pings" },
  { path: "/payments/callback" },
];

function planAt(site: string, open: object = paths) {
  const balancer = `load-balancer: { kind: command, host: app-1, on: [a], off: [b], status: [sh, -c, "exit 3"], open-paths: ${JSON.stringify(open)} }`;
  const text = samplePlanText.replace(/^load-balancer: .*$/m, balancer).replace("http://127.0.0.1:8080/", site);
  return loadPlan(`${text}timezone: Europe/Moscow\n`, "sample.yml");
}

/** A balancer of any kind: by path a status, or the page. */
async function balancer(t: TestContext, answers: Readonly<Record<string, number | "page">>) {
  const address = await serve(t, ({ url = "" }, answer) => {
    const status = answers[url] ?? 200;
    if (status === "page") answer.writeHead(503, { "X-Golive-Maintenance": "on" }).end();
    else answer.writeHead(status).end();
  });
  return `http://${address}/`;
}

const closed: Event = { kind: "step", step: "isolate.on", status: "done" };

test("paths that stay open are proved, and nothing is left to people", async (t) => {
  const site = await balancer(t, { [paths[0]?.path ?? ""]: 404, "/payments/callback": 405 });
  const { launch, entries } = launchFor({ plan: planAt(site), events: [closed] });
  await runStep(launch, openPaths);
  await runStep(launch, reconcile);
  const { steps, notes } = launch.state();
  assert.match(
    steps.get("isolate.open-paths")?.note ?? "",
    /^ACME challenges \(\S+\): 404, the machines' pings \(\S+\): 200, /,
  );
  assert.deepEqual([notes, steps.get("after.reconcile")?.status], [[], "skipped"]);
  assert.ok(entries.length > 0);
});

test("those that do not are told at once, and left to people with the times in the plan's zone", async (t) => {
  const site = await balancer(t, {
    [paths[0]?.path ?? ""]: 404,
    "/payments/callback": 502,
    [paths[1]?.path ?? ""]: "page",
  });
  const { launch, entries } = launchFor({ plan: planAt(site), events: [closed] });
  // The site closed at 02:03 of Moscow, and was opened at 02:41.
  Object.assign(entries[0] ?? {}, { at: "2026-11-27T23:03:10.000Z" });
  await runStep(launch, openPaths);
  await launch.record({ kind: "ended", outcome: "live", because: "verified" });
  Object.assign(entries.at(-1) ?? {}, { at: "2026-11-27T23:41:40.000Z" });
  await runStep(launch, reconcile);
  const { steps, notes } = launch.state();
  const told =
    "⚠ not open: the machines' pings (/ping/health): the maintenance page; /payments/callback: status 502. Reconcile since 02:03";
  assert.equal(steps.get("isolate.open-paths")?.note, told);
  assert.deepEqual(
    notes.map(({ text }) => text),
    [told],
  );
  assert.equal(
    steps.get("after.reconcile")?.note,
    "⚠ left to do by people: the machines' pings (/ping/health); /payments/callback, from 02:03 to 02:41",
  );
});

test("a path that is not open by day is refused, with the others", async (t) => {
  const site = await balancer(t, { "/payments/callback": 502 });
  const { problems } = await balancerFinding(planAt(site), { hosts: hostsOf(localHost("app-1")) });
  assert.deepEqual(
    problems.map(({ code, what }) => [code, what]),
    [
      [
        "open-path-not-open",
        "ACME challenges (/.well-known/acme-challenge/golive) should stay open at night, and by day one gets status 200",
      ],
      ["open-path-not-open", "/payments/callback should stay open at night, and by day one gets status 502"],
    ],
  );
});

test("the site's own page, another's site, a path named twice and one that is none are refused", () => {
  const codes = (open: object) => {
    try {
      planAt("http://127.0.0.1:8080/", open);
      return [];
    } catch (error) {
      return (error as UserError).problems.map(({ code }) => code);
    }
  };
  assert.deepEqual(codes([{ path: "/" }, { path: "/a/../" }]), [
    "plan-open-path-is-the-site",
    "plan-open-path-is-the-site",
  ]);
  assert.deepEqual(codes([{ path: "//other.example.org/" }]), ["plan-open-path-odd"]);
  assert.deepEqual(codes([{ path: "/a" }, { path: "/a" }]), ["plan-open-path-odd"]);
  assert.deepEqual(codes([{ path: "a" }]), ["plan-value-refused"]);
  assert.equal(codes([]).length, 1);
});
