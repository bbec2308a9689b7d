import assert from "node:assert/strict";
import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse, stringify } from "yaml";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { changeMain } from "../../packages/rehearsal/world/in-clone.ts";
import { leaksIn, type Planted } from "../../packages/rehearsal/planted.ts";
import { psql } from "../../packages/rehearsal/production/servers/psql.ts";
import { whatItLeft } from "../../packages/rehearsal/what-it-left.ts";
import { type Launched, repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState } from "./state-of-production.ts";

const name = "Marfa Otrepyeva";
const mail = "m.otrepyeva@mail.example";
const token = "tok3n-8d1f-Zq/+=x";
const indexPassword = "1ndexpassw0rd-c4f7";
const printed = "Evpraksia Skuratova";

const planted: readonly Planted[] = [
  { where: "database: a name", value: name },
  { where: "database: a mail", value: mail },
  { where: "env-file: a key", value: token },
  { where: "the address of an index", value: indexPassword },
  { where: "a host's output", value: printed },
];

/** What goes wrong, each in a release of its own, and what has still to be told of it. */
interface Trouble {
  readonly about: string;
  readonly files: Readonly<Record<string, (before: string) => string>>;
  readonly plan?: (plan: Record<string, any>) => void;
  readonly told: RegExp;
}

const client = `SELECT name FROM clients WHERE code = 'planted'`;

const troubles: readonly Trouble[] = [
  {
    about: "a migration quotes a client",
    files: {
      "clinic/migrations/0003_quote.py": () => `from django.db import migrations
def quote(apps, schema_editor):
    row = apps.get_model("clinic", "Client").objects.get(code="planted")
    raise RuntimeError(f"cannot convert {row.name} <{row.email}>")
class Migration(migrations.Migration):
    dependencies = [("clinic", "0002_booking_ends_at")]
    operations = [migrations.RunPython(quote)]
`,
    },
    told: /RuntimeError/,
  },
  {
    about: "the server quotes a client",
    files: {
      "clinic/migrations/0003_raise.py": () => `from django.db import migrations
class Migration(migrations.Migration):
    dependencies = [("clinic", "0002_booking_ends_at")]
    operations = [migrations.RunSQL("DO $$ BEGIN RAISE EXCEPTION 'client % has no phone', (${client}); END $$")]
`,
    },
    told: /RaiseException|InternalError|P0001/,
  },
  {
    about: "a step prints a client, the environment and a host's words",
    files: {},
    plan(plan) {
      const words = `cat ${plan.control.directory}/words >&2; env >&2; env | base64 -w0 >&2; exit 3`;
      plan.deploy.steps.push({ id: "say", title: "Say it", run: ["sh", "-c", words], "on-rollback": "skip" });
    },
    told: /exited 3/,
  },
  {
    about: "the tests quote a client, in their names too",
    files: {
      "smoke/test_planted.py": () => `import os, pytest, psycopg2
@pytest.mark.parametrize("who", ["${printed}"])
def test_planted(who):
    raise ValueError(f"{who} {os.environ.get('PLANTED_TOKEN')}")
globals()["test ${printed}"] = lambda: 1
`,
    },
    told: /test_planted/,
  },
  {
    about: "a command asks the database, which quotes a client",
    files: {},
    plan(plan) {
      const { connection, name: database } = plan.database;
      const words = `PGPASSFILE=${connection.passfile} psql -X -h ${connection.host} -p ${connection.port} -U ${connection.user} -d ${database} -v ON_ERROR_STOP=1 -c "DO \\$\\$ BEGIN RAISE EXCEPTION 'client % is late', (${client}); END \\$\\$"`;
      plan.verify.checks.push({ kind: "command", id: "late", host: "app-1", run: ["sh", "-c", words] });
    },
    told: /exit \d.*all it said: app-1:/s,
  },
  {
    about: "pip names an index with its password",
    files: {
      "requirements.txt": (text) =>
        `--index-url http://golive:${indexPassword}@127.0.0.1:9/simple/\n${text}\nnothing-of-the-kind==1.0\n`,
    },
    plan(plan) {
      plan.deploy.steps = [];
    },
    told: /nothing-of-the-kind|pip|exited/,
  },
];

describe("what was planted stays on the hosts", () => {
  let world: World;
  const runs: Launched[] = [];

  before(async () => {
    world = await startWorld();
    const { postgres, envFile } = world.production;
    await psql(
      postgres,
      `INSERT INTO clients (code, name, email, time_zone, synthetic) VALUES ('planted', '${name}', '${mail}', 'UTC', false);`,
    );
    await writeFile(join(world.production.state, "words"), `CommandError: ${printed} has no phone\n`);
    await appendFile(envFile, `\nPLANTED_TOKEN=${token}\n`);
  });
  after(() => world.stop());

  // Two of them with every change; all with GOLIVE_LONG=1.
  const played = process.env.GOLIVE_LONG === "1" ? troubles : troubles.slice(0, 2);
  for (const [index, { about, files, plan, told }] of played.entries())
    test(about, async () => {
      const tag = `v1.2.${index}`;
      await addTag({
        origin: world.production.origin,
        from: "v1.1.0",
        tag,
        files: {
          ...files,
          VERSION: () => `${tag}\n`,
          ".github/golive.yml": (text) => {
            const read = parse(text);
            plan?.(read);
            return stringify(read);
          },
        },
      });
      const launched = await world.launch({ tag });
      runs.push(launched);
      assert.equal(launched.conclusion, "failure");
      const log = launched.log.join("\n");
      assert.match(log, told, "what failed is told");
      assert.match(log, /[Aa]ll it said(?: is in|:) app-1:\//, "and where the rest is");
      assert.deepEqual(leaksIn(await whatItLeft(world, [launched]), planted), []);
      const state = await lastState(world).catch(() => null);
      assert.notEqual(state?.ended?.outcome, "live");
    });

  test("a release that goes live tells nothing either", async () => {
    const launched = await world.launch({ tag: "v1.1.0" });
    runs.push(launched);
    assert.equal(launched.conclusion, "success", launched.log.slice(-20).join("\n"));
    assert.deepEqual(leaksIn(await whatItLeft(world, runs), planted), []);
  });

  test("a leak on purpose is found in each channel", async () => {
    const issues = `/repos/${repository}/issues`;
    const { number } = (await world.api("anna", "POST", issues, { title: "A leak", body: `of ${name}` })) as {
      number: number;
    };
    await world.api("anna", "POST", `${issues}/${number}/comments`, { body: `look at ${encodeURIComponent(mail)}` });
    const file = leakingWorkflow();
    await changeMain(world.production.origin, "A workflow that leaks", { ".github/workflows/leaks.yml": () => file });
    const launched = await world.launch({ tag: "", workflow: "leaks.yml" });
    const found = leaksIn(await whatItLeft(world, [launched]), planted).map(({ channel, where, as }) => [
      channel.replace(/ (?:of run|#)?\d+$|^.*\//g, "").replace(/ of$/, ""),
      where,
      as,
    ]);
    const wanted = [
      ["issue", "database: a name", "plain"],
      ["comments of", "database: a mail", "plain"],
      ["log", "a host's output", "base64"],
      ["annotations", "a host's output", "plain"],
      ["outputs", "env-file: a key", "base64"],
      ["summaries", "the address of an index", "plain"],
      ["leak.txt", "database: a name", "hexadecimal"],
    ];
    for (const [channel = "", where, as] of wanted)
      assert.ok(
        found.some(
          (one) => String(one[0]).startsWith(channel.replace(/ of$/, "")) && one[1] === where && one[2] === as,
        ),
        `${channel}: ${JSON.stringify(found)}`,
      );
  });
});

/** A workflow that is none of golive's: each of its lines lets something out. */
function leakingWorkflow(): string {
  const of = (text: string) => Buffer.from(text).toString("base64");
  const run = [
    `echo ${of(`xy${printed}`)}`,
    `echo "::warning::${printed}"`,
    `echo "found=${of(token)}" >> "$GITHUB_OUTPUT"`,
    `echo "http://golive:${indexPassword}@index" >> "$GITHUB_STEP_SUMMARY"`,
    `echo ${Buffer.from(name).toString("hex")} > leak.txt`,
  ].join("\n");
  const steps = [
    { id: "leak", shell: "bash", run },
    { uses: "actions/upload-artifact@v4", with: { name: "leak", path: "leak.txt" } },
  ];
  const workflow = {
    name: "leaks",
    on: { workflow_dispatch: { inputs: { tag: { type: "string" } } } },
    jobs: { leak: { "runs-on": "ubuntu-latest", outputs: { found: "${{ steps.leak.outputs.found }}" }, steps } },
  };
  return stringify(workflow);
}
