import assert from "node:assert/strict";
import { test } from "node:test";
import { type Counters, grownSince, type Sample } from "../../src/core/watch/counters.ts";
import { sumTerms } from "../../src/core/watch/sum-terms.ts";

const sums: readonly [expression: string, terms: readonly string[]][] = [
  ["http_requests_total", ["+http_requests_total"]],
  [
    'sum(http_requests_total{job="clinic", status=~"5.."}) or vector(0)',
    ['+http_requests_total{job="clinic", status=~"5.."}'],
  ],
  ["sum(a) - sum(b)", ["+a", "-b"]],
  ['sum(a_count{job="x"}) - sum(a_bucket{job="x", le="0.5"})', ['+a_count{job="x"}', '-a_bucket{job="x", le="0.5"}']],
  ["(sum(a) or vector(0)) + (sum(b) or on() vector(0))", ["+a", "+b"]],
  ["sum by (status, job) (a)", ["+a"]],
  ['SUM without(le)(a{x="1"}) ', ['+a{x="1"}']],
  ["sum(a) by (job)", ["+a"]],
  ["sum(sum by (job) (a) - sum by (job) (b))", ["+a", "-b"]],
  ["a - (b - c)", ["+a", "-b", "+c"]],
  ['sum({__name__=~"a|b", path="}\\""})', ['+{__name__=~"a|b", path="}\\""}']],
  ["job:requests:total{x='a)'}", ["+job:requests:total{x='a)'}"]],
  ["sum(\n  a\n)\n", ["+a"]],
];
for (const [expression, terms] of sums)
  test(`a sum of counters: ${expression.trim()}`, () => {
    const found = sumTerms(expression)?.map(({ sign, selector }) => `${sign > 0 ? "+" : "-"}${selector}`);
    assert.deepEqual(found, terms);
  });

const others = [
  "",
  " ",
  "rate(a[5m])",
  "sum(rate(a[5m]))",
  "sum(increase(a[1h]))",
  "sum(a[5m])",
  "sum(a) / sum(b)",
  "sum(a) * 2",
  "sum(a offset 5m)",
  "a and b",
  "a or b",
  "a or vector(1)",
  "sum(a",
  "sum a)",
  "a)",
  "count(a)",
  "max(a)",
  "vector(0)",
  "5",
  "a b",
  'a{x="1}',
  "a # counted",
  "-",
  "a -",
];
for (const expression of others)
  test(`no sum of counters: ${JSON.stringify(expression)}`, () => assert.equal(sumTerms(expression), null));

const at = (exporter: string, requests: number, bad?: number): Sample[] => [
  { name: "requests", term: 0, sign: 1, exporter, value: requests },
  ...(bad === undefined ? [] : [{ name: "bad", term: 0, sign: 1, exporter, value: bad } as const]),
];

/** How much each look sees more: requests and bad ones. */
function course(...looks: readonly (readonly Sample[])[]): (readonly [number, number] | null)[] {
  let before: Counters | null = null;
  return looks.map((samples) => {
    const { counters, grown } = grownSince(before, samples);
    before = JSON.parse(JSON.stringify(counters)) as Counters;
    return grown === null ? null : [grown.requests, grown.bad];
  });
}

test("an exporter that was not scraped for a moment brings what it counted meanwhile, and nothing of before", () => {
  // The page's own 503s of the window are among what both have counted.
  assert.deepEqual(
    course([...at("a", 9000, 6000), ...at("b", 8000, 5000)], at("a", 9100, 6000), at("a", 9200, 6000), [
      ...at("a", 9300, 6001),
      ...at("b", 8290, 5002),
    ]),
    [null, [100, 0], [100, 0], [390, 3]],
  );
});

test("one that nobody saw before begins with what it has; a counter that a known one did not have began at nought", () => {
  assert.deepEqual(
    course(
      at("a", 100),
      [...at("a", 110, 8), ...at("b", 70_000, 6000)],
      [...at("a", 120, 9), ...at("b", 70_010, 6004)],
    ),
    [null, [10, 8], [20, 5]],
  );
});

test("one that was started anew counts from nought; one that lost a part of its sum counts nothing beside", () => {
  assert.deepEqual(course(at("a", 9000, 6000), at("a", 40, 30), at("a", 50, 31)), [null, [40, 30], [10, 1]]);
  // A worker that ended took its own counts along.
  assert.deepEqual(course(at("a", 9000, 6000), at("a", 7000, 4500), at("a", 7010, 4502)), [null, [0, 0], [10, 2]]);
});

test("what is taken away is counted exporter by exporter as well", () => {
  const slow = (exporter: string, all: number, fast: number): Sample[] => [
    ...at(exporter, all),
    { name: "slow", term: 0, sign: 1, exporter, value: all },
    { name: "slow", term: 1, sign: -1, exporter, value: fast },
  ];
  const first = grownSince(null, [...slow("a", 100, 90), ...slow("b", 100, 90)]);
  const second = grownSince(first.counters, slow("a", 150, 139));
  assert.deepEqual(second.grown, { requests: 50, bad: 0, slow: 1 });
  assert.equal(grownSince(second.counters, [...slow("a", 150, 139), ...slow("b", 120, 105)]).grown?.slow, 5);
});
