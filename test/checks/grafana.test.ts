import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckContext } from "../../src/checks/context.ts";
import { checkGrafana, judgeGrafana } from "../../src/checks/kinds/grafana.ts";
import type { GrafanaCheck } from "../../src/checks/kinds/grafana.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { localHost } from "../../src/hosts/local.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostSaying, hostsOf } from "./hosts-of.ts";
import { against } from "./published-answers.ts";
import { serve } from "./serve.ts";

const context: CheckContext = {
  plan: samplePlan(),
  expected: { tag: "v1.1.0", commit: "c" },
  hosts: hostsOf(localHost("app-1"), hostSaying("bare", { code: 127 })),
};
const well = { commit: "095a33e3d4", database: "ok", version: "12.3.0" };
const ill = { ...well, database: "failing" };

describe("grafana", { concurrency: true }, () => {
  const rows: readonly [string, number, string, object, Verdict, RegExp][] = [
    ["well", 200, JSON.stringify(well), {}, "pass", /^Grafana 12\.3\.0 and its database are well$/],
    ["well, asked from a host", 200, JSON.stringify(well), { from: "app-1" }, "pass", /are well$/],
    ["its database is not well", 503, JSON.stringify(ill), {}, "fail", /^Grafana's database is not well$/],
    [
      "its database is not well, asked from a host",
      503,
      JSON.stringify(ill),
      { from: "app-1" },
      "fail",
      /is not well$/,
    ],
    ["503, and its own page says all is well", 503, JSON.stringify(well), {}, "error", /status 503$/],
    ["503 of a gateway", 503, "<html>", {}, "error", /status 503$/],
    ["500", 500, JSON.stringify(well), {}, "error", /status 500$/],
    ["it wants a key", 401, '{"message":"Unauthorized"}', {}, "error", /wants a key/],
    ["redirected to a login", 302, "", {}, "error", /leads elsewhere/],
    ["a page of another program", 200, "<html>", {}, "error", /no JSON$/],
    ["JSON of another program", 200, '{"status":"ok"}', {}, "error", /not of its API$/],
    ["no answer", 0, "", {}, "error", /no answer within 1 s$/],
    ["no curl on the host", 200, JSON.stringify(well), { from: "bare" }, "error", /curl is not installed on bare$/],
  ];
  for (const [name, status, body, change, verdict, evidence] of rows) {
    test(name, async (t) => {
      const address = await serve(t, (request, answer) => {
        if (status === 0) return;
        if (request.url === "/grafana/api/health") answer.writeHead(status, { location: "/login" }).end(body);
        else answer.writeHead(404).end();
      });
      const judged = await checkGrafana(
        {
          ...(parsed(checkSchema, {
            kind: "grafana",
            id: "g",
            url: `http://${address}/grafana/`,
            ...change,
          }) as GrafanaCheck),
          within: 1,
        },
        context,
      );
      assert.equal(judged.verdict, verdict, judged.evidence);
      assert.match(judged.evidence, evidence);
    });
  }
  test("what is no answer of Grafana is no verdict on it", () => {
    for (const json of [null, 1, [], {}, { database: 1 }]) assert.equal(judgeGrafana(json).verdict, "error");
    assert.deepEqual([against("grafanaHealth", well), against("grafanaHealth", ill)], [null, null]);
  });
});
