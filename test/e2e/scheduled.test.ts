import assert from "node:assert/strict";
import { access, appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startBotApi } from "../../packages/rehearsal/production/twins/bot-api-twin.ts";
import { startWorld } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

test("scheduled work rests while the site is closed and works again after: launch, rollback, and taken back after the opening", async (t) => {
  const words = (directory: string, name: string, did: string) => [
    "sh",
    "-c",
    `echo "${did} ${name} $([ -e "$1/flag" ] && echo closed || echo open)" >> "$1/asked-${name}"; ${did === "pause" ? "touch" : "rm -f"} "$1/paused-${name}"`,
    "sh",
    directory,
  ];
  let directory = "";
  const token = "123456789:AAHf_key-OfTheBot0123456789abcdefgh";
  const api = await startBotApi(t, token);
  Object.assign(api.hook, {
    url: `https://clinic.example.org/hook/${token}`,
    max_connections: 7,
    allowed_updates: ["message"],
  });
  const hook = structuredClone(api.hook);
  const world = await startWorld({
    change: (plan) => {
      directory = plan.control.directory;
      const flag = plan["load-balancer"].flag;
      const work = (name: string) => ({
        kind: "command",
        id: name,
        title: `the ${name}`,
        host: "app-1",
        pause: words(directory, name, "pause").map((word) => word.replaceAll("$1/flag", flag)),
        resume: words(directory, name, "resume").map((word) => word.replaceAll("$1/flag", flag)),
        status: ["sh", "-c", `[ -e "$1/paused-${name}" ] && exit 3 || exit 0`, "sh", directory],
      });
      plan.services.pause = [
        work("reminders"),
        work("letters"),
        { kind: "telegram-webhook", id: "bot", host: "app-1", secret: "BOT_TOKEN", base: api.base, timeout: "20s" },
      ];
    },
  });
  t.after(() => world.stop());
  await appendFile(world.production.envFile, `\nBOT_TOKEN=${token}\n`);
  const webhookCalls = () => api.calls.filter((method) => method !== "getWebhookInfo").join();
  const asked = async (name: string) =>
    (await readFile(join(directory, `asked-${name}`), "utf8").catch(() => "")).trim().split("\n");
  const rests = (name: string) =>
    access(join(directory, `paused-${name}`)).then(
      () => true,
      () => false,
    );
  // Somebody switched the letters off long ago: they stay off.
  const { writeFile } = await import("node:fs/promises");
  await writeFile(join(directory, "paused-letters"), "");

  const launched = await world.launch({ tag: "v1.1.0" });
  assert.equal(launched.conclusion, "success", launched.log.join("\n"));
  assert.deepEqual(await asked("reminders"), ["pause reminders closed", "resume reminders open"]);
  assert.deepEqual(await asked("letters"), [""]);
  assert.deepEqual([api.hook, webhookCalls(), api.violations], [hook, "deleteWebhook,setWebhook", []]);
  assert.deepEqual([await rests("reminders"), await rests("letters")], [false, true]);
  const state = await lastState(world);
  assert.equal(state.steps.get("isolate.pause-letters")?.status, "skipped");
  const [issue] = await world.issues();
  assert.match(issue?.body ?? "", /- \[x\] Pause the reminders/);
  assert.match(issue?.body ?? "", /- \[x\] Resume the reminders/);
  assert.match(issue?.body ?? "", /- \[x\] Pause the bot's webhook/);
  const told = [
    launched.log.join("\n"),
    JSON.stringify(issue),
    await readFile(join(directory, "journal.jsonl"), "utf8"),
  ].join("\n");
  for (const secret of [token, "clinic.example.org"]) assert.ok(!told.includes(secret), secret);

  const back = await world.launch({ tag: "v1.1.0", workflow: "rollback.yml", inputs: { because: "bookings fail" } });
  assert.equal(back.conclusion, "success", back.log.join("\n"));
  assert.deepEqual(await asked("reminders"), [
    "pause reminders closed",
    "resume reminders open",
    "pause reminders closed",
    "resume reminders open",
  ]);
  assert.deepEqual([await rests("reminders"), await rests("letters")], [false, true]);

  const broken = await world.launch({ tag: "v1.1.0-broken" });
  assert.equal((await lastState(world)).ended?.outcome, "rolled-back", broken.log.join("\n"));
  assert.equal((await asked("reminders")).length, 6);
  assert.deepEqual([api.hook, webhookCalls()], [hook, Array(3).fill("deleteWebhook,setWebhook").join()]);
  assert.deepEqual([await rests("reminders"), await rests("letters")], [false, true]);
  assert.equal((await stateOfProduction(world)).page, "down");
});
