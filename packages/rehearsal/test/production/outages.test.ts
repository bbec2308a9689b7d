import assert from "node:assert/strict";
import { test } from "node:test";
import { outagesOf } from "../../production/traffic/outages.ts";

test("an outage ends at the next 200; one that lasts ends at the last sample, unended", () => {
  const statuses = [200, 503, 503, "timeout", 200, 200, "ECONNREFUSED", 502];
  assert.deepEqual(outagesOf(statuses.map((status, index) => ({ at: index * 100, status }))), [
    { from: 100, to: 400, ended: true, statuses: { 503: 2, timeout: 1 } },
    { from: 600, to: 700, ended: false, statuses: { ECONNREFUSED: 1, 502: 1 } },
  ]);
  assert.deepEqual(outagesOf([]), []);
});
