import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { feedbackTotals } from "../../src/stages/watch/feedback.ts";

const numbers = [
  { title: "Answers", path: "total" },
  { title: "Bad", path: "by[1].count" },
  { title: "Listed", path: "answers" },
];

const cases: readonly [
  name: string,
  status: number,
  body: string,
  values: readonly (number | null)[],
  trouble?: RegExp,
][] = [
  [
    "as the plan says",
    200,
    JSON.stringify({ total: 12, by: [{ count: 9 }, { count: 3 }], answers: ["Anna Petrova", "b"] }),
    [12, 3, 2],
  ],
  ["a text is no number", 200, JSON.stringify({ total: "12", by: [], answers: { name: "Anna" } }), [null, null, null]],
  [
    "what every object has is no number",
    200,
    JSON.stringify({ total: null, by: {}, answers: true }),
    [null, null, null],
  ],
  ["no JSON", 200, "<html>Anna</html>", [null, null, null], /the answer is no JSON/],
  ["it wants a key", 403, "{}", [null, null, null], /wants a key/],
  ["a form that is gone", 404, "{}", [null, null, null], /status 404/],
];

for (const [name, status, body, values, trouble] of cases) {
  test(`totals of the feedback: ${name}`, async (t) => {
    const server = createServer((_, answer) => answer.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/form`;
    const found = await feedbackTotals({
      plan: { deploy: { hosts: [] }, watch: { feedback: { url, totals: { url, within: 5, numbers } } } } as never,
      hosts: {} as never,
    });
    assert.deepEqual(
      found?.numbers.map(({ value }) => value),
      values,
    );
    assert.equal(JSON.stringify(found).includes("Anna"), false);
    if (trouble) assert.match(found?.trouble ?? "", trouble);
    else assert.equal(found?.trouble, undefined);
  });
}

test("a plan that names no totals asks nobody", async () => {
  assert.equal(
    await feedbackTotals({ plan: { watch: { feedback: { url: "http://x.test" } } } as never, hosts: {} as never }),
    null,
  );
});
