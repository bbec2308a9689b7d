import assert from "node:assert/strict";
import { test } from "node:test";
import { pollUntil } from "../../src/core/poll-until.ts";

const after = (looks: number) => {
  let asked = 0;
  return async () => (++asked > looks ? asked : null);
};

test("what a look finds is returned, whether at once or later", async () => {
  assert.equal(await pollUntil(after(0), { every: 60, limit: 60 }), 1);
  assert.equal(await pollUntil(after(3), { every: 0.001, limit: 10 }), 4);
  assert.equal(await pollUntil(async () => false, { every: 60, limit: 60 }), false, "only null is nothing");
});

test("nothing is waited for beyond the limit, and there is a look at its end", async () => {
  let looks = 0;
  const started = performance.now();
  const found = await pollUntil(
    async () => {
      looks += 1;
      return null;
    },
    { every: 30, limit: 0.05 },
  );
  assert.equal(found, null);
  assert.equal(looks, 2);
  assert.ok(performance.now() - started < 5000);
  assert.equal(await pollUntil(async () => null, { every: 30, limit: 0 }), null);
});

test("the pause may go by how long it is waited already", async () => {
  const asked: number[] = [];
  const every = (since: number) => {
    asked.push(since);
    return asked.length < 3 ? 0.001 : 30;
  };
  assert.equal(await pollUntil(async () => null, { every, limit: 0.05 }), null);
  assert.equal(asked.length, 3, "the third pause ends with the limit");
  assert.ok(
    asked.every((since, index) => since > (asked[index - 1] ?? 0) && since < 0.05),
    String(asked),
  );
});

test("a look that fails is no reason to go on", async () => {
  await assert.rejects(
    pollUntil(
      async () => {
        throw new Error("broken");
      },
      { every: 0.001, limit: 1 },
    ),
    /broken/,
  );
});

test("an abort ends the waiting with its reason, before a look as between two", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("cancelled")), 20);
  await assert.rejects(
    pollUntil(async () => null, { every: 60, limit: 60, signal: controller.signal }),
    /cancelled/,
  );
  let looked = false;
  await assert.rejects(
    pollUntil(
      async () => {
        looked = true;
        return null;
      },
      { every: 60, limit: 60, signal: controller.signal },
    ),
    /cancelled/,
  );
  assert.equal(looked, false);
});
