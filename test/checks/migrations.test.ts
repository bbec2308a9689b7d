import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Migrations } from "../../src/checks/context.ts";
import { checkMigrations } from "../../src/checks/kinds/migrations.ts";
import type { MigrationsCheck } from "../../src/checks/kinds/migrations.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { migrationsOf } from "../../src/stages/preflight/migrations.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";

const check = (change: object = {}) =>
  parsed(checkSchema, { kind: "migrations", id: "m", ...change }) as MigrationsCheck;
const context = { plan: samplePlan(), expected: { tag: "v1", commit: "c" }, hosts: hostsOf() };
const ask = (migrations: Partial<Migrations> | null, change: object = {}) =>
  checkMigrations(check(change), {
    ...context,
    migrations: () =>
      migrations === null ? null : { host: "app-1", pending: async () => [], drift: async () => [], ...migrations },
  });

const broken = new CommandError(
  "app-1",
  { file: "python", args: ["manage.py"] },
  {
    code: 1,
    stdout: "",
    stderr: 'django.db.utils.OperationalError: FATAL:  database "x" does not exist',
    seconds: 1,
    timedOut: false,
  },
);
const cases: readonly [string, Partial<Migrations> | null, object, Verdict, string | RegExp][] = [
  ["all are applied", {}, {}, "pass", "every migration is applied"],
  [
    "all are applied, and the models agree",
    {},
    { models: true },
    "pass",
    "every migration is applied, and the models hold nothing beyond them",
  ],
  ["models are not asked for", { drift: async () => ["clients"] }, {}, "pass", "every migration is applied"],
  [
    "one is left",
    { pending: async () => ["clients.0003_note"] },
    {},
    "fail",
    "1 migration is not applied on app-1: clients.0003_note",
  ],
  [
    "many are left",
    { pending: async () => ["a", "b", "c", "d", "e", "f", "g"] },
    {},
    "fail",
    "7 migrations are not applied on app-1: a, b, c, d, e and 2 more",
  ],
  [
    "the models hold more",
    { drift: async () => ["clients"] },
    { models: true },
    "fail",
    "the models hold what no migration makes: clients",
  ],
  [
    "nobody can tell what the models hold",
    { drift: async () => null },
    { models: true },
    "error",
    "this preset cannot compare models and migrations",
  ],
  ["the plan tells no migrations", null, {}, "error", "the plan does not tell how the service's migrations are listed"],
  [
    "manage.py does not run",
    { pending: () => Promise.reject(broken) },
    {},
    "error",
    /^python manage\.py on app-1 exited 1: .*OperationalError/,
  ],
  [
    "the host cannot be reached",
    { pending: () => Promise.reject(new UserError({ code: "of-a-test", what: "no route to host" })) },
    {},
    "error",
    "no route to host",
  ],
];
for (const [name, migrations, change, verdict, evidence] of cases) {
  test(`${verdict === "pass" ? "good" : "bad condition"}: migrations, ${name}`, async () => {
    const found = await ask(migrations, change);
    assert.equal(found.verdict, verdict, found.evidence);
    if (typeof evidence === "string") assert.equal(found.evidence, evidence);
    else assert.match(found.evidence, evidence);
  });
}

test("bad condition: migrations, nothing is known of them outside a launch", async () => {
  assert.equal((await checkMigrations(check(), context)).verdict, "error");
});

/** Django's own words, as 3.2 and 4.2 print them. */
const said: readonly [
  string,
  { readonly code: number; readonly stdout: string; readonly stderr?: string },
  Verdict,
  RegExp,
][] = [
  ["no changes", { code: 0, stdout: "No changes detected\n" }, "pass", /nothing beyond them$/],
  [
    "a model has changed",
    {
      code: 1,
      stdout: "Migrations for 'clients':\n  clients/migrations/0004_client_note.py\n    - Add field note to client\n",
    },
    "fail",
    /no migration makes: clients$/,
  ],
  [
    "a change that would ask a question",
    { code: 3, stdout: "" },
    "fail",
    /no migration makes: a field that needs a default$/,
  ],
  [
    "two migrations are each other's rival",
    {
      code: 1,
      stdout: "",
      stderr: "CommandError: Conflicting migrations detected; multiple leaf nodes in the migration graph\n",
    },
    "error",
    /CommandError/,
  ],
];
for (const [name, finished, verdict, evidence] of said) {
  test(`${verdict === "pass" ? "good" : "bad condition"}: migrations, Django says: ${name}`, async () => {
    const host = hostFrom("app-1", async ({ args }) => ({
      seconds: 1,
      timedOut: false,
      stderr: "",
      ...(args.includes("makemigrations") ? finished : { code: 0, stdout: "[X]  clients.0001_initial\n" }),
    }));
    const plan = samplePlan();
    const hosts = hostsOf(host);
    const found = await checkMigrations(check({ models: true }), {
      ...context,
      hosts,
      migrations: migrationsOf(plan, hosts, { tag: "v1", commit: "c" }),
    });
    assert.equal(found.verdict, verdict, found.evidence);
    assert.match(found.evidence, evidence);
  });
}
