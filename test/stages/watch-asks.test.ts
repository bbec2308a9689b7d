import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Counters } from "../../src/core/watch/counters.ts";
import type { Event } from "../../src/journal/event.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { PlanWatch } from "../../src/plan/schema/watch-schema.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { balancerFinding } from "../../src/stages/preflight/looks/balancer.ts";
import { pollOnce } from "../../src/stages/watch/poll-once.ts";
import { localHost } from "../../src/hosts/local.ts";
import { prove } from "../../src/load-balancer/proof.ts";
import { answeredBefore } from "../../src/stages/window/answered-before.ts";
import type { UserError } from "../../src/core/errors.ts";
import { hostsOf } from "../checks/hosts-of.ts";
import { startPrometheus } from "../checks/prometheus-server.ts";
import { serve } from "../checks/serve.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

function planWith(site: string, watch: object, siteKeys = ""): Plan {
  const text = samplePlanText.replace(/^site:\n {2}url: \S+$/m, `site:\n  url: ${site}${siteKeys}`);
  return loadPlan(`${text}watch: ${JSON.stringify({ units: false, ...watch })}\n`, "sample.yml");
}

const watchOf = (plan: Plan) => plan.watch as PlanWatch;

/** A service that counts, as its exporter tells it. */
async function exporter(t: TestContext, requests: number, bad: number | null) {
  const says = { requests, bad, fails: false };
  const address = await serve(t, (_request, answer) => {
    const lines = [
      `requests_total{status="200"} ${says.requests - (says.bad ?? 0)}`,
      ...(says.bad === null ? [] : [`requests_total{status="503"} ${says.bad}`]),
    ];
    answer.writeHead(says.fails ? 500 : 200, { "content-type": "text/plain" }).end(`${lines.join("\n")}\n`);
  });
  return { says, address };
}

test("two exporters of a real Prometheus, one of which is not scraped for a moment: no error is counted twice, and none is missed", async (t) => {
  // 6,000 times the maintenance page in the window before.
  const a = await exporter(t, 9000, 6000);
  const b = await exporter(t, 9000, 6000);
  const url = await startPrometheus(t, [{ name: "clinic", targets: [a.address, b.address] }]);
  const site = `http://${await serve(t, (_request, answer) => answer.end("ok"))}/`;
  const prometheus = {
    url,
    requests: 'sum(requests_total{job="clinic"})',
    bad: 'sum(requests_total{job="clinic", status=~"5.."}) or vector(0)',
  };
  const plan = planWith(site, { requests: 0, prometheus });
  const { launch } = launchFor({ plan });
  let counters: Counters | null = null;
  const poll = async () => {
    const looked = await pollOnce(launch, watchOf(plan), { before: counters, probes: 0, bot: false });
    counters = looked.counters;
    return looked.poll.traffic;
  };
  // Both are scraped.
  for (let tries = 0; (counters as Counters | null)?.exporters.length !== 2; tries++) {
    assert.ok(tries < 40, "Prometheus scrapes both");
    counters = null;
    await poll();
    await sleep(250);
  }
  b.says.fails = true;
  a.says.requests += 100;
  await sleep(2500);
  assert.deepEqual(await poll(), { bad: 0, all: 100 }, "the sum fell by 9,000");
  b.says.fails = false;
  Object.assign(b.says, { requests: 9050, bad: 6005 });
  await sleep(2500);
  assert.deepEqual(await poll(), { bad: 5, all: 50 });
  // A true one: the release fails every request from here.
  Object.assign(a.says, { requests: 9200, bad: 6100 });
  await sleep(2000);
  assert.deepEqual(await poll(), { bad: 100, all: 100 });

  // By day the same questions are asked once.
  const day = await balancerFinding(
    { ...plan, loadBalancer: openLoadBalancer },
    { hosts: hostsOf(localHost("app-1")) },
  );
  assert.deepEqual(day.problems, []);
  assert.match(day.note ?? "", /the watch sees metrics of 2 exporters$/);
  const wrong = planWith(site, { requests: 0, prometheus: { ...prometheus, bad: 'requests_total{status=~"5("}' } });
  const refused = await balancerFinding(
    { ...wrong, loadBalancer: openLoadBalancer },
    { hosts: hostsOf(localHost("app-1")) },
  );
  assert.deepEqual(
    refused.problems.map(({ code }) => code),
    ["watch-metrics-unseen"],
  );
});

const openLoadBalancer = {
  ...loadPlan(samplePlanText, "sample.yml").loadBalancer,
  flag: "/tmp/w22-asking-no-flag/flag",
} as Plan["loadBalancer"];

/** A site whose answer is changed under way. */
async function siteOf(t: TestContext, status: number, location?: string) {
  const says = { status, location };
  const listener: RequestListener = ({ url }, answer) => {
    const headers = says.location === undefined ? {} : { location: says.location };
    answer.writeHead(url === "/new" ? 404 : says.status, headers).end("ok");
  };
  return { says, url: `http://${await serve(t, listener)}/` };
}

const reached = { hosts: hostsOf(localHost("app-1")) };
const dayOf = (plan: Plan) => balancerFinding({ ...plan, loadBalancer: openLoadBalancer }, reached);
const doneBy = (facts: object | undefined): Event => ({
  kind: "step",
  step: "prepare.balancer",
  status: "done",
  facts: facts as Record<string, unknown>,
});

const courses: readonly (readonly [name: string, before: number, after: number, open: boolean])[] = [
  ["well, and well after", 200, 200, true],
  ["a redirect to the login is right where it was one", 302, 302, true],
  ["401 is right where it was one", 401, 401, true],
  ...[400, 401, 403, 404, 410, 429].map(
    (status) => [`${status} to every visitor is not, where it was well`, 200, status, false] as const,
  ),
  ["a login that is gone is not as before", 401, 200, false],
];
for (const [name, before, after, open] of courses)
  test(`the site after the opening: ${name}`, async (t) => {
    const { says, url } = await siteOf(t, before, before === 302 ? "/login/" : undefined);
    const plan = planWith(url, { requests: 4 });
    const found = await dayOf(plan);
    assert.deepEqual(found.problems, []);
    const { launch } = launchFor({ plan, events: [doneBy(found.facts)] });
    says.status = after;
    const polled = await pollOnce(launch, watchOf(plan), { before: null, probes: 4, bot: false });
    assert.deepEqual(polled.poll.probes, { bad: open ? 0 : 4, all: 4 });
    const proved = prove(plan, "open", 0, answeredBefore(launch.state()));
    if (open) assert.match(await proved, new RegExp(`: ${after}$`));
    else
      await assert.rejects(proved, ({ problems: [problem] }: UserError) => {
        assert.equal(problem?.code, "site-other-than-wanted");
        assert.match(problem?.mend ?? "", new RegExp(`it answered ${before} before the page went up`));
        return true;
      });
  });

test("the plan may say that the release changes how the site answers", async (t) => {
  const { says, url } = await siteOf(t, 200);
  const plan = planWith(url, { requests: 4 }, "\n  status: 302");
  const { problems, note, facts } = await dayOf(plan);
  assert.deepEqual(problems, []);
  assert.match(note ?? "", /: 200; ⚠ the plan wants 302 \(site\.status\) once the release is there/);
  const before = answeredBefore(launchFor({ plan, events: [doneBy(facts)] }).launch.state());
  await assert.rejects(prove(plan, "open", 0, before), /the plan wants 302/);
  says.status = 302;
  assert.match(await prove(plan, "open", 0, before), /: 302$/);
});

test("what the watch would call bad on the release that serves is refused by day, all at once", async (t) => {
  const { url } = await siteOf(t, 200);
  const plan = planWith(url, {
    probes: [
      { url, contains: "welcome" },
      { url, status: 302 },
      { url: `${url}new`, status: 200 },
      { url: `${url}new`, status: 200, new: true },
      { url: `${url}new` },
      { url: "http://127.0.0.1:9/" },
      { url },
    ],
    prometheus: { url: "http://127.0.0.1:9", requests: "a", bad: "b" },
  });
  const { problems, facts } = await dayOf(plan);
  assert.deepEqual(
    problems.map(({ code }) => code),
    [
      "watch-page-without-text",
      "watch-page-not-well",
      "watch-page-not-well",
      "watch-page-not-well",
      "watch-page-not-well",
      "watch-metrics-unseen",
    ],
  );
  const answered = (facts?.answered ?? []) as { url: string; status: number }[];
  assert.ok(answered.some((one) => one.url === `${url}new` && one.status === 404));
});
