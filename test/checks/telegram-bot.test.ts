import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { checkSchema } from "../../src/checks/registry.ts";
import { judgeWebhook } from "../../src/checks/kinds/telegram-bot/judge.ts";
import { checkTelegramBot } from "../../src/checks/kinds/telegram-bot/telegram-bot.ts";
import type { TelegramBotCheck } from "../../src/checks/kinds/telegram-bot/schema.ts";
import type { Command } from "../../src/core/command.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { startBotApi } from "../../packages/rehearsal/production/twins/bot-api-twin.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";

const token = "123456:AAH-the_token_of_this_test";
const address = "https://bot.example.org/hook/s3cr3t-path";
const started = Date.parse("2026-11-24T02:31:00Z");
type Twin = Awaited<ReturnType<typeof startBotApi>>;

interface Setting {
  readonly change?: Partial<TelegramBotCheck>;
  /** Put the service, the bot or Telegram into its condition. */
  readonly twin?: (twin: Twin) => void;
  readonly env?: string;
  readonly host?: (host: Host) => Host;
  readonly base?: string;
}

async function ask(
  t: TestContext,
  {
    change = {},
    twin: spoil = () => {},
    env = `OTHER=1\nBOT_TOKEN="${token}"\n`,
    host: around = (host) => host,
    base,
  }: Setting,
) {
  const directory = await mkdtemp(join(tmpdir(), "golive-bot-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const file = join(directory, "clinic.env");
  await writeFile(file, env, { mode: 0o600 });
  const twin = await startBotApi(t, token);
  twin.hook.url = address;
  twin.pending = 2;
  spoil(twin);
  const run: Command[] = [];
  const local = localHost("app-1");
  const host = around(hostFrom("app-1", (command) => (run.push(command), local.attempt(command))));
  const check = {
    ...(parsed(checkSchema, {
      kind: "telegram-bot",
      id: "bot",
      secret: "BOT_TOKEN",
      base: base ?? twin.base,
      webhook: "bot.example.org/hook/",
      every: "0s",
      within: "2s",
    }) as TelegramBotCheck),
    ...change,
  };
  const plan = samplePlan();
  const found = await checkTelegramBot(check, {
    plan: { ...plan, deploy: { ...plan.deploy, envFile: file } },
    expected: { tag: "v1", commit: "c" },
    hosts: hostsOf(host),
    startedOn: () => new Date(started).toISOString(),
  });
  // Neither the token nor the address of the webhook is anybody's to read.
  assert.doesNotMatch(JSON.stringify([found, run]), /AAH-the_token|s3cr3t/);
  assert.deepEqual(twin.violations, []);
  assert.ok(
    !twin.calls.includes("getUpdates") && !twin.calls.includes("setWebhook") && !twin.calls.includes("deleteWebhook"),
  );
  return found;
}

const grow =
  (...counts: readonly number[]) =>
  (twin: Twin) => {
    let look = 0;
    twin.onCall = () => {
      if (twin.calls.at(-1) === "getWebhookInfo") twin.pending = counts[look++] ?? 0;
    };
  };
const fails =
  (status: number, body = JSON.stringify({ ok: false, error_code: status, description: "for Anna" })) =>
  (twin: Twin) =>
    void twin.trouble.push({ status, body });
/** The first call, getMe, goes well. */
const second = (trouble: Twin["trouble"][number]) => (twin: Twin) => void twin.trouble.push(undefined, trouble);

const good: readonly [string, Setting, string][] = [
  ["all is well", {}, "the bot answers, its webhook leads where it should; 2, 2, 2 messages wait"],
  [
    "the host alone",
    { change: { webhook: "bot.example.org" } },
    "the bot answers, its webhook leads where it should; 2, 2, 2 messages wait",
  ],
  [
    "its queue becomes shorter",
    { twin: grow(5, 7, 3) },
    "the bot answers, its webhook leads where it should; 5, 7, 3 messages wait",
  ],
  [
    "its last error was before the launch",
    { twin: (twin) => (twin.lastError = started / 1000 - 60) },
    "the bot answers, its webhook leads where it should; 2, 2, 2 messages wait",
  ],
  [
    "it polls",
    { change: { webhook: undefined, polling: true }, twin: (twin) => (twin.hook.url = "") },
    "the bot answers, no webhook is set; 2, 2, 2 messages wait",
  ],
  [
    "only the bot is asked for",
    { change: { webhook: undefined, username: "Clinic_Bot" }, twin: (twin) => (twin.hook.url = "") },
    "the bot answers with this token",
  ],
];
for (const [name, setting, evidence] of good)
  test(`good: ${name}`, async (t) => assert.deepEqual(await ask(t, setting), { verdict: "pass", evidence }));

const bad: readonly [string, Setting, Verdict, RegExp][] = [
  [
    "the token is refused (401)",
    { env: "BOT_TOKEN=123:another\n" },
    "fail",
    /^Telegram refuses the token in BOT_TOKEN \(status 401\)$/,
  ],
  [
    "the token is unknown (404)",
    { twin: fails(404) },
    "fail",
    /^Telegram refuses the token in BOT_TOKEN \(status 404\)$/,
  ],
  ["no token in the settings", { env: "OTHER=1\n" }, "fail", /^BOT_TOKEN is not in the settings file, or empty$/],
  ["a token of another shape", { env: "BOT_TOKEN=../../x\n" }, "fail", /^BOT_TOKEN has not the shape of such a token/],
  ["another bot's token", { change: { username: "other_bot" } }, "fail", /^the token in BOT_TOKEN is another bot's$/],
  ["asked too often (429)", { twin: fails(429) }, "inconclusive", /^Telegram: asked too often/],
  [
    "asked too often in between",
    { twin: second({ status: 429, body: "{}" }) },
    "inconclusive",
    /^Telegram: asked too often/,
  ],
  [
    "Telegram is ill (502)",
    { twin: fails(502, "<html>bad gateway</html>") },
    "error",
    /^Telegram: status 502, and no answer of a Bot API$/,
  ],
  [
    "Telegram is ill in between (500)",
    { twin: second({ status: 500, body: "{}" }) },
    "error",
    /^Telegram: status 500$/,
  ],
  [
    "no answer in time",
    { change: { within: 0.5 }, twin: (twin) => void twin.trouble.push("silence") },
    "error",
    /^Telegram: no answer within 0\.5 s$/,
  ],
  [
    "the connection breaks",
    { twin: (twin) => void twin.trouble.push("break") },
    "error",
    /^Telegram: no connection \(curl 52\)$/,
  ],
  ["nobody is there", { base: "http://127.0.0.1:1" }, "error", /^Telegram: connection refused$/],
  [
    "something else answers",
    { twin: fails(200, "<html>welcome</html>") },
    "error",
    /^Telegram: status 200, and no answer of a Bot API$/,
  ],
  [
    "something else says ok",
    { twin: fails(200, '{"ok": true, "result": true}') },
    "error",
    /not what the Bot API says of a bot$/,
  ],
  ["it says not ok with status 200", { twin: fails(200, '{"ok": false}') }, "error", /^Telegram: status 200$/],
  [
    "what it says of the webhook is nothing",
    { twin: second({ status: 200, body: '{"ok": true, "result": {}}' }) },
    "error",
    /not what the Bot API says of a webhook$/,
  ],
  [
    "the webhook leads to another host",
    { twin: (twin) => (twin.hook.url = "https://staging.example.org/hook/x") },
    "fail",
    /^the webhook leads elsewhere than the plan says$/,
  ],
  [
    "the webhook leads to another path",
    { twin: (twin) => (twin.hook.url = "https://bot.example.org/old/x") },
    "fail",
    /^the webhook leads elsewhere/,
  ],
  [
    "the webhook's host only begins like it",
    {
      change: { webhook: "bot.example.org" },
      twin: (twin) => (twin.hook.url = "https://bot.example.org.evil.test/hook/x"),
    },
    "fail",
    /^the webhook leads elsewhere/,
  ],
  ["no webhook is set", { twin: (twin) => (twin.hook.url = "") }, "fail", /^no webhook is set$/],
  [
    "a webhook is set, and the bot polls",
    { change: { webhook: undefined, polling: true } },
    "fail",
    /^a webhook is set, so the bot gets nothing by fetching$/,
  ],
  ["the queue grows", { twin: grow(2, 5, 9) }, "fail", /^2, 5, 9 messages wait: they become more$/],
  [
    "the queue is longer at the end",
    { twin: grow(2, 9, 5) },
    "inconclusive",
    /^2, 9, 5 messages wait: whether they become more cannot be told$/,
  ],
  ["too many wait", { twin: (twin) => (twin.pending = 101) }, "fail", /^101, 101, 101 messages wait, more than 100$/],
  [
    "a delivery failed since the launch",
    { twin: (twin) => (twin.lastError = started / 1000 + 5) },
    "fail",
    /^Telegram could not deliver a message since the release was started$/,
  ],
  [
    "all of it",
    {
      twin: (twin) => (
        (twin.hook.url = "https://x.test/"), (twin.lastError = started / 1000 + 5), (twin.pending = 500)
      ),
    },
    "fail",
    /^the webhook leads elsewhere .*; Telegram could not deliver .*; 500, 500, 500 messages wait/,
  ],
  [
    "no settings file",
    {
      host: (host) =>
        hostFrom("app-1", (command) =>
          host.attempt({
            ...command,
            args: command.args.map((arg) => (arg.endsWith("clinic.env") ? `${arg}.gone` : arg)),
          }),
        ),
    },
    "error",
    /^the settings file cannot be read on app-1$/,
  ],
  [
    "no curl there",
    {
      host: (host) =>
        hostFrom("app-1", (command) =>
          host.attempt({
            ...command,
            args: command.args.map((arg) => arg.replace("command -v curl", "command -v no-curl")),
          }),
        ),
    },
    "error",
    /^curl is not installed on app-1$/,
  ],
  [
    "the host cannot be reached",
    {
      host: () =>
        hostFrom("app-1", () => Promise.reject(new UserError({ code: "of-a-test", what: "no route to host" }))),
    },
    "error",
    /^app-1 itself cannot ask: no route to host$/,
  ],
];
for (const [name, setting, verdict, evidence] of bad) {
  test(`bad condition: telegram-bot, ${name}`, async (t) => {
    const found = await ask(t, setting);
    assert.equal(found.verdict, verdict, found.evidence);
    assert.match(found.evidence, evidence);
  });
}

test("bad condition: telegram-bot, too few looks conclude nothing", () => {
  const check = parsed(checkSchema, {
    kind: "telegram-bot",
    id: "bot",
    secret: "BOT_TOKEN",
    webhook: "bot.example.org",
  }) as TelegramBotCheck;
  assert.equal(judgeWebhook(check, [{ url: address, pending: 0, lastError: null }], 0).verdict, "inconclusive");
});
