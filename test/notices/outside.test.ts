import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse } from "yaml";
import { explainIssue } from "../../src/plan/judge/explain.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { type Message, send } from "../../src/notices/channel.ts";
import { type NoticeEvent, noticeEvents, noticesSchema, type NoticesPlan } from "../../src/notices/schema.ts";
import { startOutside } from "./outside-twin.ts";

const keys: Readonly<Record<string, string>> = {
  SENTRY_TOKEN: "SENTRY",
  STATUSPAGE_KEY: "STATUSPAGE",
  INSTATUS_KEY: "INSTATUS",
  CACHET_TOKEN: "CACHET",
  PAGERDUTY_ROUTING_KEY: "0123456789abcdef0123456789abcdef",
};

const page = await readFile(new URL("../../docs/outside-services.md", import.meta.url), "utf8");
const blocks = [...page.matchAll(/## ([^\n]*)\n|```yaml\n([\s\S]*?)```/g)];

/** Every block of the page, its channels at another address. */
function plansOf(base: string): NoticesPlan[] {
  return blocks.flatMap(([, , block]) => {
    if (block === undefined) return [];
    const moved = block.replaceAll(/https:\/\/[a-z.]+\//g, `${base}/`);
    return [parsed(noticesSchema, (parse(moved) as { notices: unknown }).notices)];
  });
}

function messageFor(event: NoticeEvent, more: Partial<Message> = {}): Message {
  return {
    key: `v1-7.${event}.0`,
    launch: "v1-7",
    event,
    service: "clinic",
    tag: "v1.2+x",
    headline: `"quoted" {link} \\ @everyone`,
    lines: ["deploy.migrate: it broke\n\u2028", "x".repeat(5000)],
    link: "https://github.example/o/r/issues/7",
    at: "2026-11-28T23:10:00.000Z",
    ...more,
  };
}

async function tell(plan: NoticesPlan, base: string, event: NoticeEvent, doubtful = false) {
  const results: string[] = [];
  for (const { on, via } of plan.tell) {
    if (!on.includes(event)) continue;
    for (const channel of plan.channels.filter(({ id }) => via.includes(id))) {
      const secret = channel.id === "discord" ? `${base}/api/webhooks/1/token` : (keys[channel.key] ?? "");
      const way = { secret, signal: AbortSignal.timeout(20_000), last: 0, doubtful };
      const sent = await send(channel, messageFor(event), way);
      results.push(`${channel.id} ${sent.status}${"why" in sent ? ` ${sent.why}` : ""}`);
    }
  }
  return results;
}

test("each worked example, for each event that it names, is taken by what holds the service's contract", async (t) => {
  const outside = await startOutside(t);
  const plans = plansOf(outside.base);
  assert.equal(plans.length, 6);
  for (const plan of plans)
    for (const event of noticeEvents)
      for (const told of await tell(plan, outside.base, event)) assert.match(told, / sent$/, `${event}: ${told}`);
  assert.deepEqual(
    outside.asked.filter(({ status }) => status >= 300),
    [],
  );
  const routes = new Set(outside.asked.map(({ route }) => route.replace(/%40.*\/deploys/, "…/deploys")));
  assert.equal(routes.size, 7);
  assert.ok(routes.has("POST /api/0/organizations/clinic/releases/clinic…/deploys/"));
  // What a text holds is text.
  const alert = outside.asked.find(({ body }) => body.event_action === "trigger")?.body as {
    payload: { summary: string };
  };
  assert.equal(alert.payload.summary, `clinic v1.2+x: "quoted" {link} \\ @everyone`);
});

test("a lost answer: sent again where the plan says so, and nowhere else; 429 is waited for", async (t) => {
  const outside = await startOutside(t);
  const [sentry, , , , pagerDuty, discord] = plansOf(outside.base);
  outside.instead.push(0);
  assert.deepEqual(await tell(pagerDuty as NoticesPlan, outside.base, "sev1"), ["pager sent"]);
  assert.equal(outside.asked.length, 2);
  outside.instead.push(0);
  assert.match(String(await tell(discord as NoticesPlan, outside.base, "live")), /^discord unknown /);
  assert.deepEqual(await tell(discord as NoticesPlan, outside.base, "live", true), [
    "discord unknown an earlier try may have arrived",
  ]);
  assert.equal(outside.asked.length, 3);
  outside.instead.push(429);
  assert.deepEqual(await tell(discord as NoticesPlan, outside.base, "live"), ["discord sent"]);
  assert.deepEqual(await tell(sentry as NoticesPlan, outside.base, "live", true), [
    "sentry-release sent",
    "sentry-deploy unknown an earlier try may have arrived",
  ]);
});

test("refused, and told by the status alone: a wrong key is in no word of it", async (t) => {
  const outside = await startOutside(t);
  const plan = plansOf(outside.base)[0] as NoticesPlan;
  const [channel] = plan.channels;
  const way = { signal: AbortSignal.timeout(20_000), last: 0, doubtful: false };
  const wrong = await send(channel as never, messageFor("live"), { ...way, secret: "wrong-key" });
  assert.deepEqual(wrong, { status: "failed", why: "sentry-release answers 401" });
  const odd = await send(channel as never, messageFor("live"), { ...way, secret: "ключ" });
  assert.deepEqual(odd, { status: "failed", why: "its key cannot stand in a header" });
  assert.equal(outside.asked.length, 1);
});

const channel = { kind: "http", id: "x", key: "KEY", body: { a: "{key}" }, url: "https://example.org/" };
const refused: readonly (readonly [name: string, change: object, said: RegExp])[] = [
  ["a name that no message has", { body: { a: "{key}", b: [{ c: "{tga}" }] } }, /in braces that no message has/],
  ["the same in the address", { url: "https://example.org/{nope}" }, /in braces that no message has/],
  ["the key in the address", { url: "https://example.org/{key}" }, /would show the key/],
  ["a key that goes nowhere", { body: { a: "b" } }, /goes nowhere/],
  ["a login in the address", { url: "https://me:secret@example.org/" }, /holds credentials/],
  ["a header of the connection", { headers: { Host: "other" } }, /cannot be a name/],
  ["a header of two lines", { headers: { "X-A": "a\nb" } }, /control character/],
  ["a method that reads", { method: "GET" }, /method is "GET"/],
  ["no body", { body: undefined }, /body is missing/],
];
for (const [name, change, said] of refused)
  test(`by day: ${name}`, () => {
    const value = { channels: [{ ...channel, ...change }], tell: [{ via: ["x"] }] };
    const { error } = noticesSchema.safeParse(value);
    const told = (error?.issues ?? []).flatMap((issue) => explainIssue(issue, value)).map(({ what }) => what);
    assert.match(told.join("; "), said);
  });
