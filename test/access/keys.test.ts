import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { keyProblems } from "../../src/access/keys/keys.ts";
import { localHost } from "../../src/hosts/local.ts";

let folder: string;
before(async () => void (folder = await mkdtemp(join(tmpdir(), "golive keys'-"))));
after(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function settings(lines: readonly string[]) {
  const file = join(folder, `settings ${++count}.env`);
  await writeFile(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return { host: localHost("app-1"), file, user: undefined };
}
async function codes(
  production: readonly string[],
  staging: readonly string[] | null = null,
  names: readonly string[] = [],
  shared: readonly string[] = [],
) {
  const problems = await keyProblems(await settings(production), staging === null ? null : await settings(staging), {
    names,
    shared,
  });
  return problems.map(({ code, what }) => `${code} ${what.split(" ")[0]}`);
}

const good = "kJ8s-2hf7Gd_x91Qz";

test("good keys, and settings that are no keys", async () => {
  assert.deepEqual(
    await codes([
      `SECRET_KEY=${good}`,
      `DATABASE_URL=postgres://app:${good}@db/clinic`,
      "DEBUG=0",
      "PASSWORD_MIN_LENGTH=8",
      "TOKEN_TTL=60",
      "API_KEY_HEADER=X-Key",
      "PGPASSFILE=/etc/x",
      "ALLOWED_HOSTS=example.org",
      "SENTRY_URL=https://errors.example.org/1",
    ]),
    [],
  );
});

for (const [line, code] of [
  ["SECRET_KEY=", "key-empty"],
  ["SECRET_KEY=''", "key-empty"],
  ["SECRET_KEY=changeme", "key-placeholder"],
  ["SECRET_KEY=ChangeMe123!", "key-placeholder"],
  ["SECRET_KEY=django-insecure-3a8f9aab3c0d2f7d1e", "key-placeholder"],
  ["API_TOKEN=<token>", "key-placeholder"],
  ["API_TOKEN=your-token-goes-here", "key-placeholder"],
  ["API_TOKEN=xxxxxxxxxxxxxxxx", "key-placeholder"],
  ["API_TOKEN=****************", "key-placeholder"],
  ["API_TOKEN=todo", "key-placeholder"],
  ["DB_PASSWORD=password", "key-placeholder"],
  ["DB_PASSWORD=db_password", "key-placeholder"],
  ["DATABASE_URL=postgres://app:changeme@db/clinic", "key-placeholder"],
  ["DB_PASSWORD=Zk3f9", "key-short"],
  ["DB_PASSWORD=Zk3f9abc\u0001def12", "key-control"],
] as const) {
  test(`${JSON.stringify(line)} is ${code}`, async () =>
    assert.deepEqual(await codes([line]), [`${code} ${line.split("=")[0]}`]));
}

test("a key of several lines is one", async () =>
  assert.deepEqual(
    await codes(['SIGNING_KEY="-----BEGIN PRIVATE KEY-----', "MIIBVgIBADANBgkq", '-----END PRIVATE KEY-----"']),
    [],
  ));

test("the last of several counts, as for systemd", async () => {
  assert.deepEqual(await codes(["SECRET_KEY=changeme", `SECRET_KEY=${good}`]), []);
  assert.deepEqual(await codes([`SECRET_KEY=${good}`, "SECRET_KEY=changeme"]), ["key-placeholder SECRET_KEY"]);
});

test("what staging has as well, under its name or another, is told; what may be the same is not", async () => {
  const others = [`SECRET_KEY=${good}`, "BOT_TOKEN=another-one-of-them"];
  assert.deepEqual(await codes([`SECRET_KEY=${good}`, "BOT_TOKEN=123456:abcdefgh"], others), ["key-shared SECRET_KEY"]);
  assert.deepEqual(await codes([`API_KEY=${good}`], others), ["key-shared API_KEY"]);
  assert.deepEqual(await codes([`SECRET_KEY=${good}`], others, [], ["SECRET_KEY"]), []);
  assert.deepEqual(
    await codes(
      [`DATABASE_URL=postgres://app:${good}@db-1/clinic`],
      [`DATABASE_URL=postgres://app:${good}@db-2/staging`],
    ),
    ["key-shared DATABASE_URL"],
    "the password counts, not the address",
  );
});

test("named settings count whatever their name, and have to be there", async () => {
  assert.deepEqual(await codes(["DSN=changeme", "HOOK=changeme"], null, ["HOOK", "GONE"]), [
    "key-missing GONE",
    "key-placeholder DSN",
    "key-placeholder HOOK",
  ]);
});

test("a file that cannot be read is told for what it is", async () => {
  const at = { host: localHost("app-1"), file: join(folder, "none"), user: undefined };
  assert.deepEqual(
    (await keyProblems(at, null, { shared: [] })).map(({ code }) => code),
    ["key-unreadable"],
  );
  assert.deepEqual(
    (await keyProblems(await settings([`SECRET_KEY=${good}`]), at, { shared: [] })).map(({ code }) => code),
    ["key-unreadable"],
  );
});

test("no value and no digest of one leaves the function, and nothing in a file is run", async () => {
  const problems = await keyProblems(
    await settings([`SECRET_KEY=${good}`, `X_TOKEN=$(touch ${folder}/hacked)`, "Y_TOKEN=`id`", "Z_TOKEN=abc"]),
    await settings([`SECRET_KEY=${good}`]),
    { shared: [] },
  );
  const text = JSON.stringify(problems);
  assert.ok(!text.includes(good) && !/[0-9a-f]{32}/.test(text) && !text.includes("abc"));
  const { existsSync } = await import("node:fs");
  assert.ok(!existsSync(join(folder, "hacked")));
});
