import assert from "node:assert/strict";
import { test } from "node:test";
import { placeName, recordPlace, samePlace } from "../../src/plan/record-place.ts";
import { samplePlanText } from "./sample-plan.ts";

const found = [
  ["a whole plan", samplePlanText],
  ["of another version", samplePlanText.replace("version: 1", "version: 99")],
  ["with an engine that there is not", samplePlanText.replace("postgresql", "oracle")],
  ["with keys of a newer golive", `${samplePlanText}tea: { cups: 2 }\n`],
  ["without checks", samplePlanText.replace(/^verify:[\s\S]*/m, "")],
  [
    "with another host that does not hold",
    samplePlanText.replace("app-2: { connect: local }", "app-2: { connect: 7 }"),
  ],
  ["only that", "hosts: { app-1: { connect: local } }\ncontrol: { host: app-1, directory: /var/lib/golive }\n"],
] as const;
const lost = [
  ["nothing", ""],
  ["no YAML", "a: ["],
  ["a list", "- a\n"],
  ["a word", "hello"],
  ["no control", samplePlanText.replace(/^control:.*$/m, "")],
  ["a control host that is not there", samplePlanText.replace("control: { host: app-1", "control: { host: app-9")],
  ["a relative folder", samplePlanText.replace("directory: /var/lib/golive", "directory: var/lib/golive")],
  ["a control host that does not hold", samplePlanText.replace("app-1: { connect: local }", "app-1: { connect: ftp }")],
  ["a name of every object", samplePlanText.replace("control: { host: app-1", "control: { host: constructor")],
] as const;

for (const [name, text] of found)
  test(`a plan leads to the record: ${name}`, () => {
    assert.deepEqual(recordPlace(text), {
      host: "app-1",
      connection: { connect: "local" },
      directory: "/var/lib/golive",
    });
  });
for (const [name, text] of lost) test(`a plan leads nowhere: ${name}`, () => assert.equal(recordPlace(text), null));

test("the same place under another name, and other places", () => {
  const ssh = (address: string, port = 22, user = "golive") =>
    ({ connect: "ssh", address, port, user, "host-key": [""] }) as const;
  const place = (host: string, connection: object, directory = "/j") => ({ host, connection, directory }) as never;
  assert.ok(samePlace(place("a", ssh("ops")), place("b", ssh("ops", 22, "other"))));
  assert.ok(!samePlace(place("a", ssh("ops")), place("a", ssh("ops", 2222))));
  assert.ok(!samePlace(place("a", ssh("ops")), place("a", ssh("ops"), "/k")));
  assert.ok(!samePlace(place("a", ssh("ops")), place("a", { connect: "local" })));
  assert.equal(placeName(place("a", ssh("ops", 2222))), "ops:2222");
});
