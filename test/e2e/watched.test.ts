import assert from "node:assert/strict";
import { test } from "node:test";
import { startWorld } from "../../packages/rehearsal/world/world.ts";
import { startAlertmanager } from "../monitoring/alertmanager-server.ts";
import { grafanaTwin } from "../monitoring/grafana-twin.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

test("metrics and logs are asked for the release that should run; alerts rest while the site is closed: launch, taken back, rolled back", async (t) => {
  const [server, grafana] = [await startAlertmanager(t), await grafanaTwin(t)];
  await server.ring({ alertname: "Down", service: "clinic" }, { alertname: "Watchdog", service: "clinic" });
  const world = await startWorld({
    watched: true,
    change: (plan) => {
      plan.silence = { url: server.url, from: "app-1", matchers: ['service="clinic"'] };
      plan.annotation = { url: grafana.url };
      // While the release is verified, and once more on the way back.
      plan.verify.checks.push({
        kind: "command",
        id: "quiet",
        title: "Alerts rest now",
        host: "app-1",
        run: ["sh", "-c", 'curl -s "$1/api/v2/alerts?silenced=true&active=false" | grep -q Down', "sh", server.url],
      });
    },
  });
  t.after(() => world.stop());
  const states = async () => (await server.silences()).map(({ status }) => status.state);

  const launched = await world.launch({ tag: "v1.1.0" });
  assert.equal(launched.conclusion, "success", launched.log.join("\n"));
  const state = await lastState(world);
  assert.match(
    state.steps.get("verify.metrics")?.note ?? "",
    /^1 of 1 targets up, .*all of v1\.1\.0; 3 canary requests counted/,
  );
  assert.match(state.steps.get("verify.logs")?.note ?? "", /^3 of 3 canary requests logged by v1\.1\.0/);
  assert.equal(state.steps.get("verify.quiet")?.status, "done");
  assert.deepEqual(
    [
      state.steps.get("isolate.silence")?.status,
      state.steps.get("open.silence")?.status,
      state.steps.get("open.annotation")?.status,
    ],
    ["done", "done", "done"],
  );
  assert.deepEqual(await server.alerts(), { silenced: [], loud: ["Down", "Watchdog"] });
  assert.deepEqual(await states(), ["expired"]);
  const [issue] = await world.issues();
  assert.match(issue?.body ?? "", /- \[x\] Silence the service's alerts until the site is open/);

  const back = await world.launch({ tag: "v1.1.0", workflow: "rollback.yml", inputs: { because: "bookings fail" } });
  assert.equal(back.conclusion, "success", back.log.join("\n"));
  const after = await lastState(world);
  assert.equal(after.ended?.outcome, "rolled-back");
  assert.deepEqual(
    [after.steps.get("rollback.silence-on")?.status, after.steps.get("rollback.silence")?.status],
    ["done", "done"],
  );
  // The release before was asked for by its own version.
  assert.match(
    after.steps.get("rollback.verify")?.note ?? "",
    /^\d checks pass; not asked of the previous release: certificate, name, quiet$/,
  );
  assert.deepEqual(await states(), ["expired", "expired"]);
  assert.equal(grafana.annotations.length, 2);
  assert.ok(grafana.annotations.every(({ time, timeEnd }) => timeEnd > time));

  // A launch that goes back before the site opens ends its silence as well.
  const broken = await world.launch({ tag: "v1.1.0-broken" });
  assert.equal((await lastState(world)).ended?.outcome, "rolled-back", broken.log.join("\n"));
  assert.deepEqual([...new Set(await states())], ["expired"]);
  assert.equal((await stateOfProduction(world)).page, "down");
});
