import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { chmod, copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { probeAccess } from "../../src/access/probe.ts";
import { judgeRefusal } from "../../src/access/probes/postgres.ts";
import { accessSchema } from "../../src/access/registry.ts";
import { localHost } from "../../src/hosts/local.ts";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { type Sshd, startSshd } from "../../packages/rehearsal/production/servers/sshd.ts";
import { type Cluster, startCluster } from "../database/throwaway-cluster.ts";

const context = { host: localHost("app-1"), envFile: undefined, user: undefined };
const probe = (plan: Record<string, unknown>) =>
  probeAccess(parsed(accessSchema, { id: "one", within: "3s", ...plan }), context);

describe("postgres", () => {
  let cluster: Cluster;
  const passfile = async (name: string, password: string, mode = 0o600) => {
    const file = join(cluster.directory, name);
    await writeFile(file, `*:*:*:clinic_app:${password}\n`, { mode });
    await chmod(file, mode);
    return file;
  };
  before(async () => {
    cluster = await startCluster();
    await cluster.sql("CREATE ROLE clinic_app LOGIN PASSWORD 'right'", "postgres");
    await cluster.sql("CREATE ROLE may_become LOGIN PASSWORD 'right'", "postgres");
    await cluster.sql(`GRANT "${cluster.facts.adminUser}" TO may_become`, "postgres");
  });
  after(() => cluster.stop());

  const table: readonly [
    about: string,
    change: () => Promise<Record<string, unknown>>,
    verdict: string,
    evidence: RegExp,
  ][] = [
    ["as the service connects", async () => ({}), "pass", /^connected in \d\.\d\d s, not as a superuser$/],
    [
      "a wrong password",
      async () => ({ connection: { passfile: await passfile("wrong", "wrong") } }),
      "fail",
      /^the password is refused$/,
    ],
    ["no password", async () => ({ connection: { passfile: "/nowhere" } }), "fail", /no password for it/],
    [
      "a password file that others may read",
      async () => ({ connection: { passfile: await passfile("open", "right", 0o644) } }),
      "fail",
      /mode 0600/,
    ],
    ["no such database", async () => ({ database: "nothing" }), "fail", /^no such database there$/],
    [
      "a superuser",
      async () => ({ connection: { user: cluster.facts.adminUser, passfile: cluster.facts.passfile } }),
      "fail",
      /superuser/,
    ],
    ["nobody listens", async () => ({ connection: { port: (await freePorts(1))[0] } }), "error", /no connection/],
    ["no such service", async () => ({ connection: { service: "none-such" } }), "fail", /pg_service\.conf/],
    ["a name without address", async () => ({ connection: { host: "nowhere.invalid" } }), "error", /no address/],
  ];
  for (const [about, change, verdict, evidence] of table) {
    test(`${about}: ${verdict}`, async () => {
      const { connection = {}, ...more } = await change();
      const { host, port, database } = cluster.facts;
      const found = await probe({
        kind: "postgres",
        database,
        connection: {
          host,
          port,
          user: "clinic_app",
          passfile: await passfile("right", "right"),
          ...(connection as object),
        },
        ...more,
      });
      assert.equal(found.verdict, verdict, found.evidence);
      assert.match(found.evidence, evidence);
    });
  }

  test("what a server says, in its words: never a pass, and none of it is shown", () => {
    for (const [said, verdict] of [
      ["FATAL: the database system is starting up", "error"],
      ["FATAL: sorry, too many clients already", "error"],
      ["server closed the connection unexpectedly", "error"],
      ['FATAL: no pg_hba.conf entry for host "1.2.3.4", user "anna"', "fail"],
      ['FATAL:  роль "anna" не существует', "fail"],
      ["timeout expired", "error"],
    ] as const) {
      const found = judgeRefusal(said, 3);
      assert.equal(found.verdict, verdict, said);
      assert.ok(!found.evidence.includes("anna") && !found.evidence.includes("1.2.3.4"));
    }
  });
});

describe("ssh", () => {
  let folder: string;
  let sshd: Sshd;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "golive-access-"));
    const [port = 0] = await freePorts(1);
    sshd = await startSshd(join(folder, "ssh"), port);
  });
  after(async () => {
    await sshd.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const other = async (name: string) => {
    const file = join(folder, name);
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]);
    return file;
  };
  const table: readonly [
    about: string,
    change: () => Promise<Record<string, unknown>>,
    verdict: string,
    evidence: RegExp,
  ][] = [
    ["let in", async () => ({}), "pass", /^let in in \d\.\d\d s, host key as in the plan$/],
    [
      "another host key",
      async () => ({ "host-key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE5hbXBsZSBrZXk6IHJlcGxhY2UgaXQgYnkgeW91cnMA" }),
      "fail",
      /^shows another host key than the plan's$/,
    ],
    [
      "a key that is not known there",
      async () => ({ "identity-file": await other("stranger") }),
      "fail",
      /^the key is refused$/,
    ],
    ["a key that is not there", async () => ({ "identity-file": join(folder, "none") }), "fail", /not there/],
    [
      "a key open to others",
      async () => {
        const file = join(folder, "open");
        await copyFile(sshd.privateKeyFile, file);
        await chmod(file, 0o644);
        return { "identity-file": file };
      },
      "fail",
      /mode 0600/,
    ],
    [
      "a key that is none",
      async () => {
        const file = join(folder, "broken");
        await writeFile(file, "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", {
          mode: 0o600,
        });
        return { "identity-file": file };
      },
      "fail",
      /cannot be used|refused/,
    ],
    ["nobody listens", async () => ({ port: (await freePorts(1))[0] }), "error", /refused/],
    ["a name without address", async () => ({ address: "nowhere.invalid" }), "error", /no address/],
  ];
  for (const [about, change, verdict, evidence] of table) {
    test(`${about}: ${verdict}`, async () => {
      const found = await probe({
        kind: "ssh",
        within: "8s",
        address: sshd.host,
        port: sshd.port,
        user: sshd.user,
        "host-key": sshd.hostKey,
        "identity-file": sshd.privateKeyFile,
        ...(await change()),
      });
      assert.equal(found.verdict, verdict, found.evidence);
      assert.match(found.evidence, evidence);
    });
  }
});
