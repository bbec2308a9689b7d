import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsBefore } from "../../src/core/watch/as-before.ts";

const url = "https://clinic.example.org/";
const cases: readonly (readonly [before: number, now: number, location: string | undefined, same: boolean])[] = [
  [200, 200, undefined, true],
  [200, 204, undefined, true],
  [302, 302, "/login/?next=/", true],
  [302, 303, "https://sso.example.org/", true],
  [302, 301, "/", false],
  [302, 301, url, false],
  [302, 302, "http://[", true],
  [302, 302, undefined, true],
  [302, 200, undefined, false],
  [401, 401, undefined, true],
  [401, 403, undefined, false],
  [401, 200, undefined, false],
  [404, 404, undefined, true],
  [404, 400, undefined, false],
  [404, 200, undefined, true],
  [404, 302, "/login/", true],
  [404, 301, "/", false],
  [403, 302, "/login/", false],
  [404, 500, undefined, false],
  ...[400, 401, 403, 404, 410, 429, 500, 503, 0, 302].map((now) => [200, now, undefined, false] as const),
];
for (const [before, now, location, same] of cases)
  test(`${before} before and ${now}${location === undefined ? "" : ` to ${location}`} after is ${same ? "as before" : "another thing"}`, () => {
    assert.equal(
      isAsBefore([{ status: before }], { status: now, headers: location === undefined ? {} : { location } }, url),
      same,
    );
  });

test("one of two looks before is enough, and without any nothing is as before", () => {
  assert.equal(isAsBefore([{ status: 404 }, { status: 200 }], { status: 200, headers: {} }, url), true);
  assert.equal(isAsBefore([], { status: 200, headers: {} }, url), false);
});
