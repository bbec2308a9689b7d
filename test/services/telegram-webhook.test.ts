import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import {
  pauseScheduled,
  resumeScheduled,
  type Scheduled,
  scheduledProblems,
  scheduledState,
} from "../../src/services/scheduled.ts";
import { startBotApi } from "../../packages/rehearsal/production/twins/bot-api-twin.ts";

const token = "123456789:AAHf_key-OfTheBot0123456789abcdefgh";
const secretToken = "sEcret_Of-the-hook_42";

async function setUp(t: TestContext, change: Partial<Extract<Scheduled, { kind: "telegram-webhook" }>> = {}) {
  const directory = await mkdtemp(join(tmpdir(), "golive bot's-"));
  t.after(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, "settings.env"), `BOT=${token}\nHOOK="${secretToken}"\nODD='a b'\n`, { mode: 0o600 });
  const api = await startBotApi(t, token);
  // A token in the webhook's own address, as the Bot API's reference once advised.
  Object.assign(api.hook, {
    url: `https://clinic.example.org/hook/${token}/"in\\ quotes"?a=%41&b=$(id)`,
    max_connections: 7,
    allowed_updates: ["message", "chat_member"],
    secret_token: secretToken,
  });
  api.pending = 3;
  const said: string[] = [];
  const host = hostFrom("app-1", async (command) => {
    said.push(JSON.stringify([command.file, command.args, command.label, command.env]));
    return localHost("app-1").attempt({
      ...command,
      env: { ...command.env, XDG_STATE_HOME: join(directory, "state") },
    });
  });
  const work: Scheduled = {
    kind: "telegram-webhook",
    id: "bot",
    host: "app-1",
    sudo: false,
    timeout: 6,
    secret: "BOT",
    secretToken: "HOOK",
    base: api.base,
    within: 1,
    ...change,
  };
  const place = { service: "clinic", envFile: join(directory, "settings.env"), user: undefined, hold: directory };
  return {
    api,
    directory,
    said,
    kept: join(directory, "state/golive/webhook-clinic-bot"),
    state: () => scheduledState(host, work, place),
    pause: () => pauseScheduled(host, work, place),
    resume: () => resumeScheduled(host, work, place),
    problems: () => scheduledProblems(host, work, place),
  };
}

/** Every word and variable of every process, as anyone with the right may read it. */
function shownByProcesses(): string {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) =>
      ["cmdline", "environ"].map((file) => {
        try {
          return readFileSync(`/proc/${pid}/${file}`, "utf8");
        } catch {
          return "";
        }
      }),
    )
    .join("\n");
}

test("paused: Telegram keeps the updates; resumed: it is as it was, its secret as well", async (t) => {
  const { api, state, pause, resume, kept, said } = await setUp(t);
  const before = structuredClone(api.hook);
  let shown = "";
  api.onCall = () => void (shown += shownByProcesses());
  assert.equal(await state(), "working");
  assert.equal(await pause(), "Telegram keeps what comes, for a day at most");
  assert.equal(await pause(), undefined);
  assert.deepEqual([api.hook.url, await state(), api.pending], ["", "paused", 3]);
  assert.equal((await stat(kept)).mode & 0o777, 0o600);
  assert.equal(JSON.parse(await readFile(kept, "utf8")).url, before.url);
  api.pending = 5;
  assert.equal(await resume(), "5 updates waited");
  assert.deepEqual(api.hook, before);
  assert.deepEqual([await state(), api.pending], ["working", 5]);
  await resume();
  assert.equal(api.calls.filter((method) => method === "setWebhook").length, 1);
  assert.deepEqual(await readdir(join(kept, "..")), [], "nothing of it is left");
  assert.deepEqual(api.violations, []);
  for (const key of [token.slice(10), secretToken, "clinic.example.org"])
    assert.ok(!shown.includes(key) && !said.join().includes(key), key);
  assert.match(shown, /curl/);
});

test("what Telegram does by default is said, so that an earlier setting does not come back", async (t) => {
  const { api, pause, resume } = await setUp(t);
  Object.assign(api.hook, { allowed_updates: undefined, max_connections: 40 });
  const before = structuredClone(api.hook);
  await pause();
  api.hook.allowed_updates = ["poll"];
  await resume();
  assert.deepEqual(api.hook, before);
});

test("cut off after each call, a second try ends the same", async (t) => {
  const { api, pause, resume } = await setUp(t, { timeout: 0.4, within: 0.3 });
  const before = structuredClone(api.hook);
  for (const work of [pause, resume]) {
    for (const trouble of ["break", "lost"] as const) {
      for (let call = 0; call < 3; call++) {
        api.trouble = [...Array<undefined>(call).fill(undefined), trouble];
        await work().catch((error: unknown) => assert.ok(error instanceof UserError));
      }
    }
    api.trouble = [];
    await work();
    assert.equal(api.hook.url === "", work === pause);
  }
  assert.deepEqual(api.hook, before);
});

test("the release set a webhook of its own meanwhile: that counts", async (t) => {
  const { api, pause, resume, kept } = await setUp(t);
  await pause();
  api.hook.url = "https://clinic.example.org/new";
  await resume();
  assert.equal(api.hook.url, "https://clinic.example.org/new");
  await assert.rejects(readFile(kept), "the old one is forgotten");
});

test("a bot without a webhook is paused already, and nothing is made up for it", async (t) => {
  const { api, state, pause, resume } = await setUp(t);
  api.hook.url = "";
  assert.equal(await state(), "paused");
  await pause();
  await assert.rejects(resume(), /nothing is kept of the bot's webhook/);
});

test("a certificate of its own is given again, and asked for by day", async (t) => {
  const bare = await setUp(t);
  bare.api.hook.certificate = "pem";
  assert.match((await bare.problems())[0]?.what ?? "", /certificate of its own, which Telegram does not give back/);
  await assert.rejects(bare.pause(), UserError);
  assert.notEqual(bare.api.hook.url, "");
  const folder = await mkdtemp(join(tmpdir(), "golive-pem-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "hook.pem"), "pem");
  const named = await setUp(t, { certificate: join(folder, "hook.pem") });
  named.api.hook.certificate = "pem";
  assert.deepEqual(await named.problems(), []);
  await named.pause();
  await named.resume();
  assert.equal(named.api.hook.certificate, "pem");
  await named.pause();
  await rm(join(folder, "hook.pem"));
  await assert.rejects(named.resume(), /certificate cannot be read/);
});

const tooMany = (after: number) => ({
  status: 429,
  body: JSON.stringify({
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${after}`,
    parameters: { retry_after: after },
  }),
});
const broken = { status: 502, body: "<html>Bad Gateway</html>" };

test("asked too often: it waits as long as it is told, and goes on", async (t) => {
  const { api, pause } = await setUp(t);
  api.trouble = [tooMany(2), broken];
  const started = Date.now();
  await pause();
  assert.ok(Date.now() - started >= 3000);
  assert.equal(api.hook.url, "");
});

for (const [name, trouble, told] of [
  ["asked too often for longer than the plan waits", [tooMany(3600)], /asked too often, again in 3600 s/],
  ["no answer in time", Array(9).fill("silence"), /no answer within 0.5 s/],
  ["the connection breaks", Array(9).fill("break"), /no connection/],
  ["a proxy's page", Array(9).fill(broken), /status 502/],
  [
    "a refusal of another kind",
    [
      {
        status: 400,
        body: JSON.stringify({
          ok: false,
          error_code: 400,
          description: `Bad Request: bad webhook: https://clinic.example.org/${token} is no good`,
        }),
      },
    ],
    /status 400, Bad Request: bad webhook: …/,
  ],
] as const) {
  test(`it cannot be told, and nothing is changed: ${name}`, async (t) => {
    const { api, state, problems } = await setUp(t, { timeout: 1.2, within: 0.5 });
    api.trouble = [...trouble];
    await assert.rejects(
      state(),
      (error) =>
        error instanceof UserError &&
        told.test(error.message) &&
        !error.message.includes(token.slice(10)) &&
        !error.message.includes("clinic.example.org"),
    );
    api.trouble = [...trouble];
    assert.equal((await problems()).length, 1);
  });
}

for (const [name, change, told] of [
  ["another bot's token", { secret: "OTHER" }, /OTHER is not in the settings file/],
  ["a token of another shape is not sent", { secret: "ODD" }, /ODD has not the shape/],
  ["a secret that is not there", { secretToken: "GONE" }, /GONE is not in the settings file/],
  ["nobody listens", { base: "http://127.0.0.1:1", timeout: 1 }, /no connection/],
] as const) {
  test(`told by day: ${name}`, async (t) => {
    const { problems, api } = await setUp(t, change);
    assert.match((await problems())[0]?.what ?? "", told);
    assert.notEqual(api.hook.url, "");
  });
}

test("told by day: Telegram refuses the token", async (t) => {
  const { problems, directory } = await setUp(t);
  await writeFile(join(directory, "settings.env"), `BOT=1:another\nHOOK=${secretToken}\n`);
  assert.match((await problems())[0]?.what ?? "", /^Telegram refuses the token in BOT \(status 401\)$/);
});
