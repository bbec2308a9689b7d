import assert from "node:assert/strict";
import { test } from "node:test";
import { releaseId, tagProblem } from "../../src/core/release.ts";

const good = [
  "v1.0.0",
  "1",
  "2026-11-24",
  "v1.0.0-rc.1",
  "v1.0.0+build.5",
  "release/2026.11",
  "a/b/c",
  "V_1",
  "x".repeat(100),
  "v1.locked",
  "lock",
  "a.b.c",
  "v1-",
];

const bad: readonly [string, RegExp][] = [
  ["", /is empty/],
  ["   ", /is empty/],
  ["\n", /is empty/],
  ["$(x)", /letters, digits/],
  ["v1$(reboot)", /letters, digits/],
  ["${HOME}", /letters, digits/],
  ["v1;reboot", /letters, digits/],
  ["v1`id`", /letters, digits/],
  ["v1 0", /letters, digits/],
  [" v1", /letters, digits/],
  ["v1\nv2", /letters, digits/],
  ["v1\n", /letters, digits/],
  ["v1\r", /letters, digits/],
  ["v1\0", /letters, digits/],
  ["v1\t", /letters, digits/],
  ["-v1", /starts with a letter or digit/],
  ["--upload-pack=x", /starts with a letter or digit/],
  [".v1", /starts with a letter or digit/],
  ["/v1", /starts with a letter or digit/],
  ["+v1", /starts with a letter or digit/],
  ["v1@{1}", /letters, digits/],
  ["@", /letters, digits/],
  ["v1~1", /letters, digits/],
  ["v1^", /letters, digits/],
  ["v1:x", /letters, digits/],
  ["v1*", /letters, digits/],
  ["v1?", /letters, digits/],
  ["v1[0]", /letters, digits/],
  ["v1\\x", /letters, digits/],
  ["v1|x", /letters, digits/],
  ["v1&x", /letters, digits/],
  ["v1>x", /letters, digits/],
  ["v1'x", /letters, digits/],
  ['v1"x', /letters, digits/],
  ["v1#2", /letters, digits/],
  ["версия-1", /letters, digits/],
  ["v1\u200b0", /letters, digits/],
  ["v1..v2", /not a name that git accepts/],
  ["a//b", /not a name that git accepts/],
  ["v1/", /not a name that git accepts/],
  ["v1.", /not a name that git accepts/],
  ["v1.lock", /not a name that git accepts/],
  ["a/../b", /not a name that git accepts/],
  ["x".repeat(101), /longer than 100/],
];

test("names that a launch takes", () => {
  for (const tag of good) assert.equal(tagProblem(tag), null, tag);
});

for (const [tag, expected] of bad) {
  test(`the tag ${JSON.stringify(tag).slice(0, 40)} is refused`, () =>
    assert.match(tagProblem(tag) ?? "accepted", expected));
}

test("a release id is safe in a path and unique per run", () => {
  assert.equal(releaseId("v1.0.0", 7), "v1.0.0-7");
  assert.equal(releaseId("release/1+2", 7), "release-1-2-7");
  assert.notEqual(releaseId("v1", 7), releaseId("v1", 8));
  assert.match(releaseId("x".repeat(100), 123456789), /^x{40}-123456789$/);
  assert.match(releaseId("../../etc", 1), /^[A-Za-z0-9._-]+$/);
});
