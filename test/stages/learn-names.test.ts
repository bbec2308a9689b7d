import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { createKnown } from "../../src/core/redact/known.ts";
import { CommandError } from "../../src/core/errors.ts";
import { createNames } from "../../src/core/redact/names.ts";
import { command } from "../../src/core/command.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { knownOfPlan } from "../../src/plan/known-of-plan.ts";
import { learnNames } from "../../src/stages/launch/connect/learn-names.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const files: Readonly<Record<string, string>> = {
  "clinic/models.py":
    "import psycopg\nfrom django.db import models\nclass Client(models.Model):\n    def book(self): pass\n",
  "clinic/migrations/0007_phone.py": "class Migration: pass\n",
  "requirements.txt": "# ours\nDjango==4.2  # long\npsycopg2-binary>=2.9\n",
  "package.json": '{\n  "dependencies": {\n    "express": "^4"\n  }\n}\n',
  "web/site.test.mjs": 'test("shows the page", () => {});\n',
};

async function repository(t: { after(work: () => unknown): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "golive-names-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const git = (...words: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@example.invalid", ...words]);
  git("init", "--quiet");
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  git("add", "--all");
  git("commit", "--quiet", "--message", "x");
  await writeFile(join(folder, "clinic/next.py"), "class Later(Exception): pass\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "y");
  git("tag", "v2");
  git("checkout", "--quiet", "HEAD~1");
  // Not committed: nobody's name for it.
  await writeFile(join(folder, "petrova.py"), "class Petrova: pass\n");
  return folder;
}

const catalog = (tables: string): Host =>
  hostFrom("db-1", async () => ({ code: 0, stdout: tables, stderr: "", seconds: 0, timedOut: false }));

const hostsOf = (hosts: Readonly<Record<string, Host>>) => ({
  all: Object.values(hosts),
  get: (name: string) => hosts[name] ?? assert.fail(name),
  close: async () => {},
});

test("the tree of what serves and of the newest tags, and the catalog, are known", async (t) => {
  const plan = samplePlan({ deploy: { directory: await repository(t) } });
  const known = createKnown(knownOfPlan(plan));
  const app = localHost("app-1");
  const hosts = hostsOf({
    [plan.deploy.hosts[0] ?? ""]: app,
    [plan.database.host]: catalog("clients\nclients_email_key\n"),
  });
  const one = plan.deploy.hosts[0] === plan.database.host;
  if (one)
    hosts.get = (name) => (name === plan.database.host ? both(app, catalog("clients\nclients_email_key\n")) : app);
  await learnNames(known, plan, hosts);
  for (const name of [
    "Client",
    "book",
    "psycopg",
    "django.db",
    "Django",
    "Django==4.2",
    "psycopg2",
    "0007_phone",
    "express",
  ])
    assert.ok(known.isName(name), name);
  for (const name of ["shows the page", "Later", "clients", "clients_email_key"]) assert.ok(known.isName(name), name);
  assert.equal(known.shownPath("clinic/models.py"), "clinic/models.py");
  assert.equal(known.shownPath("/x/releases/v2/clinic/next.py"), "…/clinic/next.py");
  assert.equal(known.shownPath("petrova.py"), null);
  assert.ok(!known.isName("Petrova"));
});

/** psql is asked of the one, everything else of the other. */
function both(app: Host, database: Host): Host {
  return { ...app, attempt: (asked) => (asked.file.endsWith("psql") ? database : app).attempt(asked) };
}

test("a host and a database that do not answer leave what is known as it was", async () => {
  const plan = samplePlan();
  const away = hostFrom("app-1", () => Promise.reject(new Error("away")));
  const known = createKnown();
  await learnNames(known, plan, { all: [away], get: () => away, close: async () => {} });
  assert.ok(!known.isName("clients"));
});

test("a command that fails is told with what was learnt when it failed", async () => {
  const names = createNames();
  const said = 'ERROR:  relation "clients" does not exist';
  const finished = { code: 1, stdout: "", stderr: said, seconds: 0, timedOut: false };
  const host = hostFrom("db-1", async () => finished, undefined, names);
  assert.match(new CommandError(host, command("psql", []), finished).message, /relation "…" does not exist/);
  names.lookWith(async () => names.known.learn({ names: ["clients"] }));
  await assert.rejects(host.run(command("psql", [])), /relation "clients" does not exist/);
});
