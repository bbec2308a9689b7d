import assert from "node:assert/strict";
import { test } from "node:test";
import { knownHostLines } from "../../src/hosts/ssh/client-options.ts";
import type { SshPlanHost } from "../../src/hosts/ssh/plan-host.ts";
import { loadPlan, parsePlan } from "../../src/plan/load.ts";
import { leadsToKnownHost, recordPlace } from "../../src/plan/record-place.ts";
import { samplePlanText } from "./sample-plan.ts";

const key = "host-key: ssh-ed25519 AAAA";

/** The sample with its second application host behind others. */
function withHosts(lines: readonly string[]): string {
  return samplePlanText.replace("  app-2: { connect: local }\n", `${lines.map((line) => `  ${line}\n`).join("")}`);
}

function hostOf(lines: readonly string[], name = "app-2"): SshPlanHost {
  const host = loadPlan(withHosts(lines), "p.yml").hosts[name];
  assert.ok(host?.connect === "ssh");
  return host;
}

function codesOf(lines: readonly string[]): (string | undefined)[] {
  const result = parsePlan(withHosts(lines), "p.yml");
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

test("a way by a host of the plan, by an address with its own key, and by several", () => {
  const named = hostOf([
    `bastion: { connect: ssh, address: b.example, port: 2222, user: anna.petrova, ${key} }`,
    `app-2: { connect: ssh, address: 10.0.0.2, user: deploy, ${key}, via: bastion }`,
  ]);
  const bastion = { address: "b.example", port: 2222, user: "anna.petrova", hostKey: ["ssh-ed25519 AAAA"] };
  assert.deepEqual(named.via, [bastion]);
  const own = hostOf([
    `app-2: { connect: ssh, address: 10.0.0.2, user: d, ${key}, via: { address: b.example, port: 2222, user: anna.petrova, ${key} } }`,
  ]);
  assert.deepEqual(own.via, [bastion]);
  const inner = { address: "i.example", port: 22, user: "j", hostKey: ["ssh-ed25519 AAAA"] };
  const both = hostOf([
    `bastion: { connect: ssh, address: b.example, port: 2222, user: anna.petrova, ${key} }`,
    `app-2: { connect: ssh, address: 10.0.0.2, user: d, ${key}, via: [bastion, { address: i.example, user: j, ${key} }] }`,
  ]);
  assert.deepEqual(both.via, [bastion, inner]);
});

test("a jump host is put in with its own way before it", () => {
  const host = hostOf([
    `outer: { connect: ssh, address: outer, user: j, ${key} }`,
    `inner: { connect: ssh, address: inner, user: j, ${key}, via: outer }`,
    `app-2: { connect: ssh, address: app, user: d, ${key}, via: inner }`,
  ]);
  const addresses = host.via?.map((one) => (typeof one === "string" ? one : one.address));
  assert.deepEqual(addresses, ["outer", "inner"]);
  assert.equal(
    knownHostLines(host),
    "outer ssh-ed25519 AAAA\ninner ssh-ed25519 AAAA\napp ssh-ed25519 AAAA\n",
    "the keys of all of them are known, and no other",
  );
});

test("ways that lead nowhere are told together", () => {
  const codes = codesOf([
    `a: { connect: ssh, address: a, user: u, ${key}, via: b }`,
    `b: { connect: ssh, address: b, user: u, ${key}, via: [a] }`,
    `app-2: { connect: ssh, address: app, user: d, ${key}, via: [app-1, bastion] }`,
  ]);
  assert.deepEqual(codes.toSorted(), ["plan-host-unknown", "plan-way-circle", "plan-way-circle", "plan-way-local"]);
  assert.deepEqual(codesOf([`app-2: { connect: ssh, address: app, user: d, ${key}, via: app-2 }`]), [
    "plan-way-circle",
  ]);
  assert.equal(codesOf([`app-2: { connect: ssh, address: app, user: d, ${key}, via: [] }`]).length, 1);
  assert.equal(
    codesOf([`app-2: { connect: ssh, address: app, user: d, ${key}, via: { address: b, user: u } }`]).length,
    1,
  );
});

test("the record behind a jump host is found by a plan's text alone, and is another place without it", () => {
  const text = (via: string) =>
    `hosts:\n  b: { connect: ssh, address: b, user: u, ${key} }\n` +
    `  ops: { connect: ssh, address: ops, user: u, ${key}${via} }\ncontrol: { host: ops, directory: /var/lib/golive }\n`;
  const place = recordPlace(text(", via: b"));
  assert.deepEqual(place?.connection.connect === "ssh" ? place.connection.via : null, [
    { address: "b", port: 22, user: "u", hostKey: ["ssh-ed25519 AAAA"] },
  ]);
  assert.equal(leadsToKnownHost(text(", via: b"), text(", via: [b]")), true);
  assert.equal(leadsToKnownHost(text(", via: b"), text("")), false);
});

test("the key of an authority, marked as one", () => {
  for (const written of ["@cert-authority * ssh-ed25519 AAAA", "@cert-authority ssh-ed25519 AAAA ca@example"]) {
    const host = hostOf([`app-2: { connect: ssh, address: app, port: 2222, user: d, host-key: "${written}" }`]);
    assert.deepEqual(host.hostKey, ["@cert-authority ssh-ed25519 AAAA"]);
    assert.equal(knownHostLines(host), "@cert-authority [app]:2222 ssh-ed25519 AAAA\n");
  }
  const host = (written: string) => [`app-2: { connect: ssh, address: a, user: d, host-key: "${written}" }`];
  assert.equal(codesOf(host("@cert-authority @revoked ssh-ed25519 AAAA")).length, 1);
  assert.equal(codesOf(host("@cert-authority a b ssh-ed25519 AAAA")).length, 1);
});

test("users as directories name them", () => {
  for (const user of ["anna.petrova", "Deploy", "svc_x.y-z"])
    assert.equal(hostOf([`app-2: { connect: ssh, address: a, user: ${user}, ${key} }`]).user, user);
  for (const user of [".anna", "-x", "a b", "1user", "a$(id)"])
    assert.equal(codesOf([`app-2: { connect: ssh, address: a, user: "${user}", ${key} }`]).length, 1, user);
});

test("units of a user's own systemd: of systemd, and without sudo", () => {
  const codes = (services: string) => {
    const from = /services:\n(?: {2}.*\n)+|services: \{.*\}\n/;
    assert.match(samplePlanText, from);
    const result = parsePlan(samplePlanText.replace(from, `services: ${services}\n`), "p.yml");
    return result.ok ? [] : result.problems.map(({ code }) => code);
  };
  const base = "hosts: [app-1], units: [web], user: clinic.web";
  assert.deepEqual(codes(`{ manager: systemd, ${base} }`), []);
  assert.deepEqual(codes(`{ manager: systemd, ${base}, sudo: true }`), ["plan-own-units-sudo"]);
  assert.deepEqual(codes(`{ manager: supervisor, ${base} }`), ["plan-own-units-manager"]);
});
