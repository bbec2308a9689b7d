import assert from "node:assert/strict";
import { test } from "node:test";
import { balancerNeeds, knowsServers } from "../../src/load-balancer/balancer.ts";
import { balancerKind, balancerSchema } from "../../src/load-balancer/registry.ts";
import { parsed } from "../../src/plan/camel-keys.ts";

const planned = (keys: object) => parsed(balancerSchema, keys);
const problems = (keys: object) => {
  const plan = planned(keys);
  return balancerKind(plan)
    .problems(plan, ["lb-1", "app-1"])
    .map(({ code, place }) => [code, place.path.join(".")]);
};

test("nginx: what its hosts need goes with what the plan has of it", () => {
  const nginx = { kind: "nginx", hosts: ["lb-1"], flag: "/run/golive/flag" };
  const flag = { key: "load-balancer.flag", path: "/run/golive" };
  assert.deepEqual(balancerNeeds(planned(nginx)), [{ host: "lb-1", programs: [], folders: [flag] }]);
  const all = { ...nginx, bypass: { directory: "/run/tokens" }, drain: { status: "http://127.0.0.1:8080/" } };
  assert.deepEqual(balancerNeeds(planned(all)), [
    {
      host: "lb-1",
      programs: ["curl", "find"],
      folders: [flag, { key: "load-balancer.bypass", path: "/run/tokens", made: true }],
    },
  ]);
  assert.equal(knowsServers(planned(all)), false);
  assert.deepEqual(problems({ ...nginx, bypass: { directory: "/run/golive" } }), [
    ["plan-nginx-flag-among-tokens", "load-balancer.bypass.directory"],
  ]);
});

test("haproxy: one user for all that is written, and servers where there is a backend", () => {
  const haproxy = { kind: "haproxy", hosts: ["lb-1"], map: "/etc/haproxy/golive.map", "run-as": "haproxy" };
  const all = { ...haproxy, "state-file": "/var/lib/haproxy/state", backend: "clinic", servers: { "app-1": "one" } };
  assert.deepEqual(balancerNeeds(planned(all)), [
    {
      host: "lb-1",
      programs: ["socat", "awk"],
      user: "haproxy",
      folders: [
        { key: "load-balancer.map", path: "/etc/haproxy", user: "haproxy" },
        { key: "load-balancer.state-file", path: "/var/lib/haproxy", user: "haproxy" },
      ],
    },
  ]);
  assert.deepEqual([knowsServers(planned(haproxy)), knowsServers(planned(all))], [false, true]);
  assert.deepEqual(problems({ ...haproxy, drain: {}, bypass: { map: haproxy.map }, servers: { "app-9": "nine" } }), [
    ["plan-haproxy-no-backend", "load-balancer.drain"],
    ["plan-haproxy-no-backend", "load-balancer.servers"],
    ["plan-haproxy-token-map-shared", "load-balancer.bypass.map"],
    ["plan-host-unknown", "load-balancer.servers.app-9"],
  ]);
});

test("by command: the words that begin with sudo are rights", () => {
  const on = ["sudo", "-n", "page", "on"];
  const plan = planned({ kind: "command", host: "lb-1", on, off: ["page", "off"], status: ["page", "status"] });
  assert.deepEqual(balancerNeeds(plan), [
    { host: "lb-1", rights: [{ as: "root", words: ["page", "on"], by: undefined }] },
  ]);
});
