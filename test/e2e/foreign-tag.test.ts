import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addForeignTag, refusalProblems, traceOf } from "../../packages/rehearsal/rehearse/refusal.ts";
import { repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";

/** Whoever may write may push a tag, whatever it holds: nothing of it counts until it is part of the default branch. */
describe("a tag outside of the default branch, with a policy that suits whoever pushed it", () => {
  let world: World;
  before(async () => {
    world = await startWorld({
      ssh: true,
      people: [
        { login: "anna", token: "token-anna", permission: "write" },
        { login: "dmitry", token: "token-dmitry", permission: "write" },
      ],
    });
  });
  after(() => world.stop());

  for (const actor of ["anna", "dmitry"])
    for (const workflow of ["go-live.yml", "prepare.yml"])
      test(`${workflow} started by ${actor}: refused before a job has a key, and said on the run`, async () => {
        await addForeignTag(world.production, "v1.2.0");
        const untouched = await traceOf(world.production);
        assert.match(untouched.visits, /Server listening/, "the host tells who comes");
        const launched = await world.launch({ tag: "v1.2.0", actor, workflow });
        const says = /v1\.2\.0 \([0-9a-f]{12}\) is not part of main/;
        assert.deepEqual(await refusalProblems(world, launched, says, untouched), []);
        const ran = launched.jobs.filter(({ result }) => result !== "skipped").map(({ id }) => id);
        assert.deepEqual(ran, ["gate"]);
        const made = world.api("anna", "GET", `/repos/${repository}/environments/nobody`);
        await assert.rejects(made, /404/, "the environment that it names was not made");
        assert.deepEqual(world.twin.violations(), []);
      });

  test("with a workflow of its own that asks nobody, started on the tag: it gets no key", async () => {
    const steps = [{ run: 'echo "the key: <${{ secrets.GOLIVE_SSH_KEY }}>"' }];
    const job = { "runs-on": "ubuntu-latest", steps };
    const workflow = {
      on: { workflow_dispatch: { inputs: { tag: { type: "string" } } } },
      jobs: {
        bare: job,
        day: { ...job, environment: "production-day" },
        window: { ...job, environment: "production" },
      },
    };
    const files = { ".github/workflows/go-live.yml": () => JSON.stringify(workflow) };
    await addForeignTag(world.production, "v1.2.1", files);
    const untouched = await traceOf(world.production);
    const launched = await world.launch({ tag: "v1.2.1", ref: "v1.2.1" });
    assert.deepEqual(await refusalProblems(world, launched, /not allowed to deploy/, untouched), []);
    assert.deepEqual(
      launched.log.filter((line) => line.startsWith("the key:")),
      ["the key: <>"],
    );
  });
});
