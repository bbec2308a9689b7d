import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse, stringify } from "yaml";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

type Change = (plan: Record<string, any>) => void;

const old = "Book a talk</h1>";
const compress = { id: "compress", title: "Build the styles", run: [".venv/bin/python", "manage.py", "compress"] };

/** A release whose step builds a file that the service reads, on the checks' page; and a check that fails at night. */
const building =
  (step: object, more: Change = () => {}): Change =>
  (plan) => {
    plan.deploy.steps = [step];
    const page = { kind: "http", from: "app-1", url: new URL("/", plan.health.url).href };
    plan.verify.checks.push(
      { ...page, id: "front", contains: "Book a talk" },
      { ...page, id: "no", contains: "never" },
    );
    for (const check of [...plan.verify.checks, ...plan.prepare.trial.tests])
      if (check.kind === "smoke") check.env.FRONT = "built";
    more(plan);
  };

describe("the way back of a release that builds files", () => {
  let world: World;
  before(async () => {
    world = await startWorld({ dayBefore: true });
  });
  after(() => world.stop());

  const release = async (tag: string, change: Change) => {
    await addTag({
      origin: world.production.origin,
      from: "v1.1.0",
      tag,
      files: {
        ".github/golive.yml": (text) => {
          const plan = parse(text);
          change(plan);
          return stringify(plan);
        },
        VERSION: () => `${tag}\n`,
      },
    });
    const launched = await world.launch({ tag });
    return {
      launched,
      state: await lastState(world),
      page: await (await fetch(`${world.production.siteUrl}/`)).text(),
    };
  };
  const manifest = () => readFile(join(world.production.live, "built/manifest.json"), "utf8");

  test("practised by day, the step is run again on the way back: the release before serves its own file", async () => {
    const before = await manifest();
    const { state, page, launched } = await release("v1.2.0", building(compress));
    assert.equal(state.ended?.outcome, "rolled-back", launched.log.slice(-20).join("\n"));
    assert.equal(state.steps.get("day-before.way-back")?.facts.practised, true);
    assert.equal(state.steps.get("rollback.step-compress@app-1")?.status, "done");
    assert.match(page, new RegExp(old));
    assert.equal(await manifest(), before);
  });

  test("kept aside and put back: the very file that was there", async () => {
    const own = `{"by hand": 1, ${(await manifest()).slice(1)}`;
    await writeFile(join(world.production.live, "built/manifest.json"), own);
    const skip = { ...compress, "on-rollback": "skip" };
    const { state, page, launched } = await release(
      "v1.2.1",
      building(skip, (plan) => (plan.deploy.keep = ["built"])),
    );
    assert.equal(state.ended?.outcome, "rolled-back", launched.log.slice(-20).join("\n"));
    assert.match(state.steps.get("rollback.code@app-1")?.note ?? "", /1 built file as before/);
    assert.match(page, new RegExp(old));
    assert.equal(await manifest(), own);
  });

  const untouched = async (tag: string, change: Change, step: string, code: RegExp) => {
    const before = await stateOfProduction(world);
    const { state, launched } = await release(tag, change);
    assert.equal(state.ended?.outcome, "failed");
    assert.equal(state.steps.get(step)?.status, "failed", launched.log.slice(-20).join("\n"));
    assert.match(state.steps.get(step)?.note ?? "", code);
    assert.deepEqual(await stateOfProduction(world), before);
  };

  test("a way back that leaves the release before without its file is refused by day", () =>
    untouched(
      "v1.2.2",
      building({ ...compress, "on-rollback": "skip" }),
      "day-before.way-back",
      /Smoke tests on the release before, after the way back/,
    ));

  test("what the smoke tests do not look at, the checks of the night do by day: refused", async () => {
    const unseen: Change = (plan) => {
      for (const check of [...plan.verify.checks, ...plan.prepare.trial.tests])
        if (check.kind === "smoke") delete check.env.FRONT;
    };
    const skip = building({ ...compress, "on-rollback": "skip" }, unseen);
    await untouched("v1.2.5", skip, "day-before.way-back", /front on the release before, after the way back/);
    const { ended } = await lastState(world);
    assert.match(ended?.because ?? "", /it failed at “The way back is practised.*”: front on the release before/);
  });

  test("a step that writes to what is live outside of the release is stopped by day, and wrote nothing", async () => {
    const log = join(world.production.directory, "shared.log");
    await writeFile(log, "live\n");
    await untouched(
      "v1.2.4",
      building({ ...compress, run: ["sh", "-c", 'echo by day >> "$1"', "sh", log] }),
      "day-before.tests",
      /step-writes-elsewhere|writes outside of the release's directory/,
    );
    assert.equal(await readFile(log, "utf8"), "live\n");
  });

  test("a step that never makes the same files twice has to say what becomes of it", () =>
    untouched(
      "v1.2.3",
      building({ ...compress, run: ["sh", "-c", "mkdir -p built; date +%s%N > built/when"] }),
      "day-before.tests",
      /step-not-repeatable|made other files when it was run a second time/,
    ));
});
