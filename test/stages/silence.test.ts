import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { DateTime } from "luxon";
import type { Entry } from "../../src/journal/event.ts";
import { localHost } from "../../src/hosts/local.ts";
import { matchersOf } from "../../src/monitoring/alertmanager.ts";
import { annotationSchema, silenceSchema } from "../../src/monitoring/schema.ts";
import { runSteps, type Step } from "../../src/stages/launch/run-steps.ts";
import { loudByHand, loudSteps, quietSteps } from "../../src/stages/window/silence.ts";
import { against } from "../checks/published-answers.ts";
import { serve } from "../checks/serve.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { startAlertmanager } from "../monitoring/alertmanager-server.ts";
import { grafanaTwin } from "../monitoring/grafana-twin.ts";
import { launchFor } from "./launch-for.ts";

const matchers = ['service="clinic"', 'severity=~"warning|critical"'];

/** A launch whose window ends so many minutes from now. */
function launchWith(change: { silence?: object; annotation?: object }, { minutes = 60, release = "v1.1.0-abc" } = {}) {
  const plan = {
    ...samplePlan(),
    ...(change.silence ? { silence: parsed(silenceSchema, { matchers, ...change.silence }) } : {}),
    ...(change.annotation ? { annotation: parsed(annotationSchema, change.annotation) } : {}),
  };
  const entries: Entry[] = [];
  let run = 1;
  const { launch, told } = launchFor({
    plan,
    run: {
      id: 42,
      get attempt() {
        return run;
      },
      actor: "anna",
    },
    release: {
      id: release,
      tag: "v1.1.0",
      window: { start: DateTime.utc().toISO(), end: DateTime.utc().plus({ minutes }).toISO() },
    },
    hosts: [localHost("app-1")],
    entries,
  });
  return {
    launch,
    warnings: told.warn,
    step: (id: string) => launch.state().steps.get(id),
    notes: () => launch.state().notes.map(({ text }) => text),
    forget: () => void entries.splice(0),
    again: () => void run++,
    run: (steps: readonly Step[]) => runSteps(launch, steps),
  };
}

test("matchers are written as people write them, and the watchdog always rings", () => {
  const of = (change: object) => matchersOf(parsed(silenceSchema, { url: "http://a/", matchers, ...change }));
  assert.deepEqual(of({}), [
    { name: "service", value: "clinic", isRegex: false, isEqual: true },
    { name: "severity", value: "warning|critical", isRegex: true, isEqual: true },
    { name: "alertname", value: "Watchdog|DeadMansSwitch", isRegex: true, isEqual: false },
  ]);
  assert.deepEqual(of({ matchers: ["a=b", 'c!="d \\"e\\""', 'f!~"g"'], not: ["A.B"] }), [
    { name: "a", value: "b", isRegex: false, isEqual: true },
    { name: "c", value: 'd "e"', isRegex: false, isEqual: false },
    { name: "f", value: "g", isRegex: true, isEqual: false },
    { name: "alertname", value: "A\\.B", isRegex: true, isEqual: false },
  ]);
  for (const bad of [[], ["clinic"], ['service="clinic'], ['service!="shop"'], ['service=""']])
    assert.ok(!silenceSchema.safeParse({ url: "http://a/", matchers: bad }).success, JSON.stringify(bad));
});

test("alerts rest while the site is closed, all but the watchdog, and ring again: a real Alertmanager", async (t: TestContext) => {
  const server = await startAlertmanager(t);
  await server.ring(
    { alertname: "Down", service: "clinic", severity: "critical" },
    { alertname: "Watchdog", service: "clinic", severity: "critical" },
    { alertname: "Info", service: "clinic", severity: "info" },
    { alertname: "Other", service: "shop", severity: "critical" },
  );
  const { launch, run, step, again, forget, warnings } = launchWith({ silence: { url: server.url, from: "app-1" } });
  const quiet = quietSteps(launch.plan, "isolate");
  await run(quiet);
  assert.deepEqual(await server.alerts(), { silenced: ["Down"], loud: ["Info", "Other", "Watchdog"] });
  const [silence] = await server.silences();
  assert.ok(silence !== undefined && step("isolate.silence")?.facts.silence === silence.id);
  assert.match(silence.comment, /^launch of v1\.1\.0, run 42 \[golive v1\.1\.0-abc\]$/);
  assert.ok(
    Math.abs(Date.parse(silence.endsAt) - Date.parse(launch.release.window.end) - 15 * 60_000) < 2000,
    silence.endsAt,
  );
  assert.match(step("isolate.silence")?.note ?? "", /^until \d\d:\d\d at the latest; not Watchdog, DeadMansSwitch$/);

  // Another attempt finds it there; one that lost its record as well.
  again();
  await run(quiet);
  forget();
  await run(quiet);
  assert.equal((await server.silences()).length, 1);
  // Somebody expired it by hand meanwhile: it is made anew.
  await fetch(`${server.url}/api/v2/silence/${silence.id}`, { method: "DELETE" });
  again();
  await run(quiet);
  assert.deepEqual((await server.alerts()).silenced, ["Down"]);

  await run(loudSteps(launch.plan, "open"));
  assert.deepEqual(await server.alerts(), { silenced: [], loud: ["Down", "Info", "Other", "Watchdog"] });
  assert.deepEqual(
    (await server.silences()).map(({ status }) => status.state),
    ["expired", "expired"],
  );
  assert.equal(step("open.silence")?.status, "done");

  // Taken back after the opening: once more, for as long as that takes.
  await run(quietSteps(launch.plan, "rollback"));
  assert.deepEqual((await server.alerts()).silenced, ["Down"]);
  await run(loudSteps(launch.plan, "rollback"));
  assert.deepEqual((await server.alerts()).silenced, []);
  assert.deepEqual(warnings, []);
});

test("a silence of another launch, or of a person, is left alone; one whose record was lost is ended as well", async (t) => {
  const server = await startAlertmanager(t);
  await server.ring({ alertname: "Down", service: "clinic", severity: "critical" });
  const other = launchWith({ silence: { url: server.url } }, { release: "v1.0.9-xyz" });
  await other.run(quietSteps(other.launch.plan, "isolate"));
  const mine = launchWith({ silence: { url: server.url } });
  await mine.run(quietSteps(mine.launch.plan, "isolate"));
  mine.forget();
  await mine.run(loudSteps(mine.launch.plan, "rollback"));
  assert.deepEqual(
    Object.fromEntries(
      (await server.silences()).map(({ comment, status }) => [comment.replace(/^.*\[golive |\]$/g, ""), status.state]),
    ),
    { "v1.0.9-xyz": "active", "v1.1.0-abc": "expired" },
  );
  // Nothing left of it: that is said, and is no failure.
  await mine.run(loudSteps(mine.launch.plan, "rollback"));
  const { plan, log, state } = other.launch;
  await loudByHand(plan, other.launch, state(), { release: "v1.0.9-xyz", log });
  assert.deepEqual((await server.alerts()).silenced, []);
});

test("a window that is over gives the silence a quarter of an hour from now", async (t) => {
  const server = await startAlertmanager(t);
  const { launch, run } = launchWith({ silence: { url: server.url } }, { minutes: -30 });
  await run(quietSteps(launch.plan, "isolate"));
  const [silence] = await server.silences();
  assert.ok(Math.abs(Date.parse(silence?.endsAt ?? "") - Date.now() - 15 * 60_000) < 5000);
});

test("a launch goes on without a silence, and says so: on the page, in the log", async (t) => {
  const bad: readonly [string, string, RegExp][] = [
    ["refused", "http://127.0.0.1:9", /connection refused|broke/],
    [
      "500",
      `http://${await serve(t, (_, answer) => answer.writeHead(500).end())}`,
      /says no to GET \/api\/v2\/silences \(status 500\)/,
    ],
    [
      "401",
      `http://${await serve(t, (_, answer) => answer.writeHead(401).end())}`,
      /refuses the key, or wants one \(status 401\)/,
    ],
    [
      "redirected",
      `http://${await serve(t, (_, answer) => answer.writeHead(302, { location: "/" }).end())}`,
      /leads elsewhere \(status 302\)/,
    ],
    ["a page", `http://${await serve(t, (_, answer) => answer.end("<html>"))}`, /no JSON/],
    ["JSON of another program", `http://${await serve(t, (_, answer) => answer.end("{}"))}`, /not of its API/],
    [
      "a silence that is not there",
      `http://${await serve(t, (request, answer) => answer.end(request.method === "POST" ? '{"silenceID":"x"}' : request.url === "/api/v2/silences" ? "[]" : '{"status":{"state":"expired"}}'))}`,
      /silence x is expired already/,
    ],
  ];
  for (const [name, url, told] of bad) {
    const { launch, run, step, notes, warnings } = launchWith({ silence: { url, within: "2s" } });
    await run(quietSteps(launch.plan, "isolate"));
    assert.equal(step("isolate.silence")?.status, "skipped", name);
    assert.match(notes()[0] ?? "", /^alerts are NOT silenced: /, name);
    assert.match(warnings[0] ?? "", told, name);
  }
});

test("a silence that does not end is told, after some tries", async (t) => {
  let deleted = 0;
  const stuck = await serve(t, (request, answer) => {
    if (request.method === "DELETE") deleted++;
    answer.end(
      request.method === "DELETE"
        ? ""
        : request.url === "/api/v2/silences"
          ? '[{"id":"x","comment":"a [golive v1.1.0-abc]","status":{"state":"active"}}]'
          : '{"status":{"state":"active"}}',
    );
  });
  const { launch, run, step, notes } = launchWith({ silence: { url: `http://${stuck}` } });
  await run(loudSteps(launch.plan, "open"));
  assert.deepEqual([step("open.silence")?.status, deleted], ["skipped", 3]);
  assert.match(
    notes()[0] ?? "",
    /^alerts may still be SILENCED: Alertmanager: silence x is active after it was deleted$/,
  );
});

test("the window is a region on Grafana's graphs, with an end", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive-settings-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const file = join(directory, "env");
  await writeFile(file, "GRAFANA=glsa_token\n");
  const twin = await grafanaTwin(t, { token: "glsa_token" });
  const { launch, run, step, forget, notes } = launchWith({
    annotation: {
      url: twin.url,
      from: "app-1",
      auth: { secret: "GRAFANA", file },
      tags: ["golive", "clinic"],
      dashboard: "abc-1",
    },
  });
  await run(quietSteps(launch.plan, "isolate"));
  const [made] = twin.annotations;
  assert.deepEqual(
    [made?.tags, made?.dashboardUID, made?.text],
    [["golive", "clinic", "v1.1.0-abc"], "abc-1", "clinic v1.1.0: the site is closed"],
  );
  assert.ok(Math.abs((made?.time ?? 0) - Date.now()) < 10_000);
  assert.equal(made?.timeEnd, made?.time);
  assert.equal(step("isolate.annotation")?.facts.annotation, 1);
  forget();
  await run(quietSteps(launch.plan, "isolate"));
  assert.equal(twin.annotations.length, 1);
  await run(loudSteps(launch.plan, "open"));
  const [closed] = twin.annotations;
  assert.ok((closed?.timeEnd ?? 0) > (closed?.time ?? 0));
  assert.equal(closed?.text, "clinic: the site was closed; opened");
  assert.equal(against("annotation", closed), null);
  assert.equal(against("annotationMade", { id: 1, message: "Annotation added" }), null);
  assert.deepEqual(notes(), []);

  twin.broken = true;
  forget();
  await run([...quietSteps(launch.plan, "isolate"), ...loudSteps(launch.plan, "rollback")]);
  assert.deepEqual(
    notes().map((text) => text.split(":")[0]),
    ["Grafana's graphs do not show the window", "the region on Grafana's graphs has no end"],
  );
});

test("without either in the plan there is no step", () => {
  const plan = samplePlan();
  assert.deepEqual(
    [
      ...quietSteps(plan, "isolate"),
      ...quietSteps(plan, "rollback"),
      ...loudSteps(plan, "open"),
      ...loudSteps(plan, "rollback"),
    ],
    [],
  );
});
