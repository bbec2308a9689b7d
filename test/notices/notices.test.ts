import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Entry, Event } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { setLocale } from "../../src/core/text/text.ts";
import { en } from "../../src/locale/en.ts";
import { languageOf } from "../../src/locale/locale.ts";
import { htmlOf } from "../../src/notices/telegram/html.ts";
import { signatureOf } from "../../src/notices/webhook.ts";
import { noticeEvents, noticesSchema } from "../../src/notices/schema.ts";
import { missingKeys, openNotices, readKeys } from "../../src/stages/tell/notices.ts";
import { makeAuthority } from "../checks/certificates.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { startMailServer } from "./mail-server.ts";
import { startTelegram, type Trouble } from "../../packages/rehearsal/production/twins/telegram-twin.ts";

const token = "123456:AAtokentokentokentokentokentoken";

/** A server that keeps what it gets; `answers` are for the next calls, 200 afterwards. 0: no answer. */
async function receiver(t: TestContext, answers: number[] = []) {
  const got: { headers: Record<string, unknown>; body: any; text: string }[] = [];
  const server = createServer(async (asked, response) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const status = answers.shift() ?? 200;
    got.push({ headers: asked.headers, body: JSON.parse(text), text });
    if (status === 0) return void asked.socket.destroy();
    response.writeHead(status).end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret-path` };
}

function launch(
  channels: readonly object[],
  keys: Record<string, string>,
  tell: readonly object[] = [{ via: channels.map((channel) => (channel as { id: string }).id) }],
) {
  const plan = { ...samplePlan(), notices: parsed(noticesSchema, { channels, tell }) } as ReturnType<typeof samplePlan>;
  const entries: Entry[] = [];
  const lines: string[] = [];
  const log = {
    info() {},
    warn: (text: string) => void lines.push(text),
    error: (text: string) => void lines.push(text),
  };
  /** A process of the launch; what it records it follows, as a launch does. */
  const process = () => {
    const record = async (event: Event) => {
      entries.push({ at: new Date().toISOString(), release: "v1-1", run: { id: 1, attempt: 1 }, ...event });
      if (event.kind !== "notice") notices.follow(event);
    };
    const notices = openNotices({
      plan,
      release: { id: "v1-1", tag: "v1<script>" } as never,
      messages: en,
      link: "https://github.example/o/r/issues/7",
      keys,
      log,
      state: () => stateOf(entries, "v1-1"),
      record,
    });
    notices.follow(null);
    return { record, flush: (seconds = 20) => notices.flush(seconds) };
  };
  return {
    process,
    entries,
    lines,
    plan,
    state: () => stateOf(entries, "v1-1"),
    all: () => JSON.stringify([entries, lines]),
  };
}

const telegram = (base: string, more: object = {}) => ({
  kind: "telegram",
  id: "team",
  key: "TOKEN",
  chat: "-100123",
  base,
  ...more,
});
const live: Event = { kind: "ended", outcome: "live", because: "v1 is verified & open" };

test("Telegram: one message is kept up to date, and new ones come for what the plan names", async (t) => {
  const twin = await startTelegram(t, token);
  const { process, all } = launch([telegram(twin.base)], { TOKEN: token });
  const first = process();
  await first.record({ kind: "maintenance", state: "on", because: "launch" });
  await first.flush();
  const second = process();
  await second.record({ kind: "maintenance", state: "off", because: "x" });
  await second.record(live);
  await second.flush();
  // Run again, nobody is told again.
  await process().flush();
  assert.deepEqual(
    twin.own().map((text) => text.split("\n").slice(0, 2).join(" / ")),
    ["<b>clinic v1&lt;script&gt;</b> / 🟢 Live", "<b>clinic v1&lt;script&gt;</b> / 🟢 Live"],
  );
  assert.ok(twin.chat[0] !== undefined && twin.chat[0].edits >= 2, "the first was kept up to date");
  assert.match(twin.own()[1] ?? "", /v1 is verified &amp; open\nhttps:\/\/github\.example\/o\/r\/issues\/7$/);
  assert.deepEqual(twin.violations, []);
  assert.ok(!all().includes(token));
});

const troubles: readonly { name: string; trouble: (Trouble | undefined)[]; others?: number }[] = [
  { name: "429, and it says how long", trouble: [undefined, { status: 429, retryAfter: 1 }] },
  { name: "429 twice", trouble: [undefined, { status: 429, retryAfter: 1 }, { status: 429, retryAfter: 1 }] },
  { name: "a 5xx before it did anything", trouble: [undefined, { status: 500 }] },
  { name: "a 5xx after it wrote", trouble: [undefined, "lost-500"] },
  { name: "no answer, and nothing written", trouble: [undefined, "silence"] },
  { name: "no answer, and it was written", trouble: [undefined, "lost"] },
  { name: "no answer, it was written, and others wrote in between", trouble: [undefined, "lost"], others: 3 },
  { name: "no answer to an edit", trouble: [undefined, undefined, "lost", "lost"] },
];
for (const { name, trouble, others = 0 } of troubles) {
  test(`Telegram: ${name}: nothing is lost, and nothing comes twice`, async (t) => {
    const twin = await startTelegram(t, token);
    twin.others = others;
    const { process, lines } = launch([telegram(twin.base)], { TOKEN: token });
    twin.trouble.push(...trouble);
    const one = process();
    await one.record(live);
    await one.flush();
    await process().flush();
    assert.deepEqual(
      twin.own().map((text) => text.split("\n")[1]),
      ["🟢 Live", "🟢 Live"],
      `${lines.join("; ")}\n${twin.calls.join(" ")}`,
    );
  });
}

test("Telegram: a group that became a supergroup is followed, and the checklist says what to write into the plan", async (t) => {
  const twin = await startTelegram(t, token);
  const { process, state, lines } = launch([telegram(twin.base)], { TOKEN: token });
  const first = process();
  await first.record({ kind: "maintenance", state: "on", because: "launch" });
  await first.flush();
  twin.supergroup = -1001234567890;
  twin.chat.splice(0);
  const second = process();
  await second.record(live);
  await second.flush();
  assert.deepEqual(
    twin.own().map((text) => text.split("\n")[1]),
    ["🟢 Live", "🟢 Live"],
    twin.calls.join(" "),
  );
  assert.deepEqual(
    state().notes.map(({ text }) => text),
    ['notices by team: the group -100123 is a supergroup now; write chat: "-1001234567890" into the plan'],
  );
  assert.equal(lines.length, 1);
});

test("Telegram: a group that is sent on in a circle is a channel that is down", async (t) => {
  const twin = await startTelegram(t, token);
  const { process, state } = launch([telegram(twin.base, { keep: false, chat: "-7" })], { TOKEN: token });
  let id = -100;
  Object.defineProperty(twin, "supergroup", { get: () => id-- });
  const one = process();
  await one.record(live);
  await one.flush();
  assert.match(
    state()
      .notes.map(({ text }) => text)
      .join(),
    /do not get through: .*\(400\)/,
  );
  assert.equal(twin.calls.length, 2);
});

test("Telegram: a process that was killed with an answer under way is gone on by the next, once", async (t) => {
  for (const arrived of [true, false]) {
    const twin = await startTelegram(t, token);
    const { process, entries } = launch([telegram(twin.base)], { TOKEN: token });
    const one = process();
    await one.record(live);
    await one.flush();
    assert.equal(twin.own().length, 2);
    // The record as it was when the process died: sent, or not, and nobody knows.
    const last = entries.findLastIndex(
      (entry) => entry.kind === "notice" && entry.key === "team live 0" && entry.status === "sent",
    );
    entries.splice(last, 1);
    if (!arrived)
      twin.chat.splice(
        twin.chat.findIndex(({ id }) => id > (twin.chat[0]?.id ?? 0)),
        1,
      );
    await process().flush();
    assert.equal(twin.own().filter((text) => text.includes("🟢 Live")).length, 2, String(arrived));
  }
});

test("a channel that is down is told once, and the next is tried; the launch is not held up", async (t) => {
  const twin = await startTelegram(t, token);
  const slack = await receiver(t);
  const { process, state, all } = launch(
    [telegram("http://127.0.0.1:9", { keep: false }), { kind: "slack", id: "slack", key: "SLACK" }],
    { TOKEN: token, SLACK: slack.url },
  );
  const one = process();
  const began = Date.now();
  await one.record(live);
  assert.ok(Date.now() - began < 100, "nothing waits for it");
  await one.flush();
  assert.equal(slack.got.length, 1);
  assert.equal(
    slack.got[0]?.body.text,
    "*clinic v1&lt;script&gt;*\n🟢 Live\nv1 is verified &amp; open\n<https://github.example/o/r/issues/7>",
  );
  assert.deepEqual(
    state().notes.map(({ text }) => text),
    ["notices by team do not get through: ECONNREFUSED"],
  );
  assert.ok(!all().includes("secret-path") && !all().includes(token));
  assert.equal(twin.calls.length, 0);
});

test("that a channel is down is noted once, also by a process that speaks another language", async () => {
  const { process, state } = launch([{ kind: "slack", id: "slack", key: "SLACK" }], {});
  const one = process();
  await one.record(live);
  await one.flush();
  try {
    setLocale(languageOf("ru"));
    await process().flush();
  } finally {
    setLocale(languageOf("en"));
  }
  assert.deepEqual(
    state().notes.map(({ text }) => text),
    ["notices by slack do not get through: there is no key SLACK in GOLIVE_NOTICES"],
  );
});

const began = (step: string): Event => ({ kind: "step", step, status: "started" });
const closed: readonly Event[] = [began("isolate.on"), { kind: "maintenance", state: "on", because: "launch" }];
const ended = (outcome: "failed" | "rolled-back" | "prepared"): Event => ({ kind: "ended", outcome, because: "x" });
const stuckAt = (step: string): Event => ({ kind: "stuck", step, what: "it broke", page: "on", again: false });
const stands: readonly (readonly [name: string, events: readonly Event[], told: readonly string[]])[] = [
  ["it is planned", [], ["planned"]],
  ["it waits, and closes", [{ kind: "waiting" }, ...closed], ["planned", "waiting", "closed"]],
  ["it opens again and is not through", [...closed, began("open.off")], ["planned", "closed"]],
  ["it ends with nothing begun", [ended("failed")], ["planned", "failed"]],
  [
    "it goes back",
    [...closed, began("rollback.on"), ended("rolled-back")],
    ["planned", "closed", "rolling-back", "rolled-back"],
  ],
  ["it is stuck before it goes back", [...closed, stuckAt("")], ["planned", "closed", "rollback-failed"]],
  [
    "the way back fails",
    [...closed, began("rollback.on"), stuckAt("rollback.on")],
    ["planned", "closed", "rolling-back", "rollback-failed"],
  ],
  ["it ends half-way", [...closed, ended("failed")], ["planned", "closed", "failed"]],
  ["it was only rehearsed", [ended("prepared")], ["planned", "prepared"]],
];
for (const [name, events, told] of stands)
  test(`what people hear of a launch, when ${name}`, async (t) => {
    const hook = await receiver(t);
    const rule = { on: [...noticeEvents], via: ["hook"] };
    const { process } = launch([{ kind: "webhook", id: "hook", key: "HOOK", url: hook.url }], { HOOK: "k" }, [rule]);
    const one = process();
    for (const event of events) await one.record(event);
    await one.flush();
    await process().flush();
    assert.deepEqual(
      hook.got.map(({ body }) => body.type.replace("golive.", "")),
      told,
    );
  });

test("Slack and Mattermost: mentions are parted, and what may have arrived is not sent again but by another way", async (t) => {
  const slack = await receiver(t, [0]);
  const mattermost = await receiver(t);
  const { process } = launch(
    [
      { kind: "slack", id: "slack", key: "SLACK" },
      { kind: "mattermost", id: "mm", key: "MM" },
    ],
    { SLACK: slack.url, MM: mattermost.url },
  );
  const one = process();
  await one.record({ kind: "ended", outcome: "failed", because: "<!channel> @all **bold** [x](http://evil)" });
  await one.flush();
  await process().flush();
  assert.deepEqual([slack.got.length, mattermost.got.length], [1, 1]);
  assert.match(slack.got[0]?.body.text, /&lt;!channel&gt;/);
  assert.ok(
    !/@all|\*\*bold|\[x\]\(/.test(mattermost.got[0]?.body.text.split("\n").slice(2).join("\n").replaceAll("\\", "\\")),
    mattermost.got[0]?.body.text,
  );
});

test("a webhook is signed, and has the same id in every try", async (t) => {
  const hook = await receiver(t, [500, 0]);
  const secret = `whsec_${Buffer.from("a secret of thirty-two bytes!!!!").toString("base64")}`;
  const { process } = launch([{ kind: "webhook", id: "hook", url: hook.url, key: "HOOK" }], { HOOK: secret });
  const one = process();
  await one.record({ kind: "watch", change: "sev1", what: ["traffic: 9 of 20 bad in 5 min"] });
  await one.flush();
  assert.equal(hook.got.length, 3);
  assert.equal(new Set(hook.got.map(({ headers }) => headers["webhook-id"])).size, 1);
  const { headers, text, body } = hook.got[2] ?? { headers: {}, text: "", body: {} };
  assert.equal(
    headers["webhook-signature"],
    signatureOf(secret, String(headers["webhook-id"]), String(headers["webhook-timestamp"]), text),
  );
  assert.deepEqual([body.type, body.data.lines], ["golive.sev1", ["traffic: 9 of 20 bad in 5 min"]]);
});

test("through a proxy, where the plan names one", async (t) => {
  const hook = await receiver(t);
  const asked: string[] = [];
  const proxy = createServer().on("connect", (asking, socket) => {
    asked.push(asking.url ?? "");
    const [host = "", port = ""] = (asking.url ?? "").split(":");
    const way = connect(
      Number(port),
      host,
      () => (socket.write("HTTP/1.1 200 OK\r\n\r\n"), way.pipe(socket).pipe(way)),
    );
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  t.after(() => (proxy.closeAllConnections(), proxy.close()));
  const { process } = launch(
    [{ kind: "slack", id: "slack", key: "SLACK", proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }],
    { SLACK: hook.url },
  );
  const one = process();
  await one.record(live);
  await one.flush();
  assert.deepEqual([hook.got.length, asked], [1, [new URL(hook.url).host]]);
});

test("a channel that never answers holds nothing up for longer than the flush", async (t) => {
  const server = createServer(() => {}).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  const { process } = launch([telegram(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)], {
    TOKEN: token,
  });
  const one = process();
  await one.record(live);
  const began = Date.now();
  await one.flush(1);
  assert.ok(Date.now() - began < 2500, `${Date.now() - began} ms`);
});

test("a text of any length fits, and no tag is left open", () => {
  const message = {
    key: "",
    event: "live",
    service: "clinic",
    tag: "v1",
    launch: "v1-1",
    headline: "<b>".repeat(400),
    lines: Array.from({ length: 80 }, () => "&<>".repeat(300)),
    link: "https://x",
    at: "",
  };
  const text = htmlOf(message);
  assert.ok(text.length <= 4096, String(text.length));
  assert.ok(text.endsWith("https://x"));
  assert.equal(text.match(/<b>/g)?.length, text.match(/<\/b>/g)?.length);
});

test("keys are lines of a secret; one that is missing is told by day, and by night as a channel that is down", async () => {
  assert.deepEqual(readKeys("TOKEN = 1:a\n# x\nSLACK='https://x/=y'\r\nbroken\n"), {
    TOKEN: "1:a",
    SLACK: "https://x/=y",
  });
  const { plan, process, state } = launch([telegram("http://127.0.0.1:9")], {});
  assert.deepEqual(
    missingKeys(plan, {}).map(({ what }) => what),
    ['channel "team" needs the key TOKEN, and it is not there'],
  );
  const one = process();
  await one.record(live);
  await one.flush();
  assert.equal(state().notes.length, 1);
});

test("mail goes over STARTTLS to a server that is the right one, with headers that nothing gets into; else the channel is down", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive-mail-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const [authority, another] = [
    await makeAuthority(join(directory, "ca")),
    await makeAuthority(join(directory, "another")),
  ];
  const certificate = await authority.issue({ names: ["localhost"] });
  const told = async (server: { port: number }, change: object = {}, event: Event = live) => {
    const { process, state, all } = launch(
      [
        {
          kind: "email",
          id: "mail",
          host: "localhost",
          port: server.port,
          user: "golive",
          key: "MAIL",
          from: "golive@example.org",
          to: ["team@example.org", "boss@example.org"],
          ca: authority.root,
          ...change,
        },
      ],
      { MAIL: "secret" },
    );
    const one = process();
    await one.record(event);
    await one.flush();
    await process().flush();
    assert.ok(!all().includes("secret"));
    return state().notes.map(({ text }) => text);
  };
  const good = await startMailServer(t, { certificate });
  assert.deepEqual(
    await told(good, {}, { kind: "ended", outcome: "failed", because: "x\r\nBcc: all@example.org" }),
    [],
  );
  assert.equal(good.mails.length, 1);
  const { to, text, secure } = good.mails[0] ?? { to: [], text: "", secure: false };
  assert.deepEqual([to.length, secure], [2, true]);
  const [head = ""] = text.split("\n\n");
  assert.match(head, /^Message-ID: <v1-1\.failed\.0@golive\.invalid>$/m);
  assert.doesNotMatch(head, /^Bcc:/m);
  assert.match(text, /issues\/7/);

  const plain = await startMailServer(t, { certificate, startTls: false });
  assert.match((await told(plain)).join(), /notices by mail do not get through: the mail server localhost:/);
  const stranger = await startMailServer(t, { certificate });
  assert.match((await told(stranger, { ca: another.root })).join(), /do not get through/);
  const strict = await startMailServer(t, { certificate, password: "another" });
  assert.match((await told(strict)).join(), /the mail server localhost: 535/);
  // The answer to the text was lost: it may have been taken, and is not sent again.
  const lost = await startMailServer(t, { certificate, breakAt: "DATA-END" });
  assert.equal((await told(lost)).length, 1);
  assert.deepEqual([plain.mails.length, stranger.mails.length, strict.mails.length, lost.mails.length], [0, 0, 0, 1]);
});

test("a way back that failed is told once for each failure, by whichever process can", async (t) => {
  const { got, url } = await receiver(t, [500, 500, 500]);
  const hook = { kind: "webhook", id: "pager", url, key: "PAGER" };
  const keys = { PAGER: `whsec_${Buffer.alloc(24, 1).toString("base64")}` };
  const { process, state } = launch([hook], keys);
  const stuck = (what: string, again = false): Event => ({
    kind: "stuck",
    step: "rollback.start@app-1",
    what,
    page: "on",
    again,
  });
  const told = () => got.map(({ body }) => `${body.type}: ${JSON.stringify(body.data ?? body)}`);
  const first = process();
  await first.record({ kind: "step", step: "rollback.start@app-1", status: "failed", note: "pid 1 ended" });
  await first.record(stuck("pid 1 ended"));
  await first.flush();
  assert.ok([...state().notices].some(([key]) => key.includes("rollback-failed-1")));
  // The receiver was down; the next process tells it.
  await process().flush();
  const sent = () =>
    [...state().notices].filter(([key, { status }]) => key.includes("rollback-failed") && status === "sent");
  assert.equal(sent().length, 1);
  const so = got.length;
  const second = process();
  await second.record(stuck("pid 22 ended", true));
  await second.flush();
  await process().flush();
  assert.equal(got.length, so, told().slice(so).join("\n"));
  await second.record(stuck("no such unit"));
  await second.flush();
  assert.equal(sent().length, 2);
  assert.match(told().at(-1) ?? "", /rollback-failed.*no such unit.*the maintenance page is up/);
});
