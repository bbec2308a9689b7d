import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { UserError } from "../../src/core/errors.ts";
import { prove } from "../../src/load-balancer/proof.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { pageIs } from "../../src/stages/window/page.ts";
import { mayHaveWritten } from "../../src/stages/window/pageless.ts";
import { noticeReopening } from "../../src/stages/window/reopened.ts";
import { launchFor } from "../stages/launch-for.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

/** What visitors get; nothing listens where it is null. */
async function site(t: { after(end: () => void): void }, status: number | null): Promise<Plan> {
  const server: Server = createServer((_, answer) => answer.writeHead(status ?? 200).end("shop"));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  if (status === null) await new Promise((closed) => server.close(closed));
  else t.after(() => void server.close());
  const keys = { site: { url: `http://127.0.0.1:${port}/` }, "load-balancer": { kind: "none" } };
  return loadPlan(stringify({ ...parse(samplePlanText), ...keys }), "plan.yml");
}

const codes = (error: unknown) =>
  error instanceof UserError ? error.problems.map(({ code }) => code) : [String(error)];

test("without a page the site is closed once nothing answers for it", async (t) => {
  for (const status of [null, 502, 503]) {
    const plan = await site(t, status);
    assert.match(await prove(plan, "closed", 5), /^3 looks in a row/, String(status));
    await assert.rejects(prove(plan, "open", 1), (error) => codes(error).join() === "site-other-than-wanted");
  }
});

test("what still answers after the stop is no closed site", async (t) => {
  for (const status of [200, 302, 404]) {
    const plan = await site(t, status);
    await assert.rejects(prove(plan, "closed", 1), /visitors get status \d+, though the services are stopped/);
    assert.match(await prove(plan, "open", 5), /^5 looks in a row/);
  }
});

test("the record says whether it is closed, and whoever started the release may have let people write", async (t) => {
  const plan = await site(t, 200);
  const { launch } = launchFor({ plan });
  assert.deepEqual([await pageIs("off", launch), await pageIs("on", launch)], [true, false]);
  await launch.record({ kind: "maintenance", state: "on", because: "launch" });
  assert.deepEqual([await pageIs("off", launch), await pageIs("on", launch)], [false, true]);
  await launch.record({ kind: "step", step: "isolate.on", status: "done" });
  // No balancer is asked.
  await noticeReopening(launch);
  assert.equal(launch.state().reopened, 0);
  assert.equal(mayHaveWritten(launch), false);
  await launch.record({ kind: "step", step: "deploy.start@app-1", status: "started" });
  assert.equal(mayHaveWritten(launch), true);
});
