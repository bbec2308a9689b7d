import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../src/core/command.ts";
import { compose } from "../../src/services/managers/compose.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const plan = {
  ...samplePlan().services,
  manager: "compose" as const,
  config: "/srv/clinic/current/compose.yaml",
  stopTimeout: 20,
};
const words = ({ file, args }: Command) => [file, ...args].join(" ");

test("compose: the exact words", () => {
  const at = "docker compose --file /srv/clinic/current/compose.yaml";
  assert.equal(words(compose.stop(plan, "web")), `${at} stop --timeout 20 web`);
  assert.equal(words(compose.start(plan, "web")), `${at} up --detach --no-deps --no-build --pull never web`);
  assert.equal(words(compose.status({ ...plan, sudo: true }, "web")), `sudo -n ${at} ps --all --format json web`);
  assert.equal(compose.stop(plan, "web").timeoutSeconds, 80);
});

test("compose: what it printed, as a list and line by line", () => {
  const container = (state: string) => `{"Name":"clinic-web-1","Service":"web","State":"${state}","Status":"x"}`;
  for (const [stdout, expected] of [
    [container("running"), "running"],
    [`[${container("running")},${container("exited")}]`, "running"],
    [container("restarting"), "running"],
    [`${container("exited")}\n${container("exited")}\n`, "stopped"],
    [`[${container("created")}]`, "stopped"],
    ["", "unknown"],
    ["[]", "unknown"],
    [container("somethingnew"), "unknown"],
    ["no such service: web", "unknown"],
  ] as const)
    assert.equal(compose.state(stdout), expected, stdout);
});
