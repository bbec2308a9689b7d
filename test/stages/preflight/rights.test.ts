import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command, Finished } from "../../../src/core/command.ts";
import { loadPlan } from "../../../src/plan/load.ts";
import { scratchFolders, writtenFolders } from "../../../src/stages/preflight/folders.ts";
import { rightsFinding } from "../../../src/stages/preflight/looks/rights.ts";
import { hostsOf } from "../../checks/hosts-of.ts";
import { samplePlanText } from "../../plan/sample-plan.ts";
import { recordedHost } from "../launch-for.ts";

const nginx = "{ kind: nginx, hosts: [app-1], flag: /run/golive/flag }";
const withBypass =
  "{ kind: nginx, hosts: [app-1, app-2], flag: /run/golive/flag, bypass: { directory: /run/golive/b } }";

function planOf(balancer = nginx) {
  const text = samplePlanText
    .replace(nginx, balancer)
    .replace("directory: /srv/clinic }", "directory: /srv/clinic, run-as: clinic }");
  return loadPlan(text, "sample.yml");
}

const shown = (folders: ReturnType<typeof writtenFolders>) =>
  folders.map(({ host, user, key, path, made }) => `${host} ${user ?? "-"} ${key} ${path}${made ? " made" : ""}`);

test("the folders that a launch writes, by whom, on every host of the balancer", () => {
  assert.deepEqual(shown(writtenFolders(planOf(withBypass))), [
    "app-1 clinic deploy.directory /srv/clinic",
    "app-1 - load-balancer.flag /run/golive",
    "app-1 - load-balancer.bypass /run/golive/b made",
    "app-2 - load-balancer.flag /run/golive",
    "app-2 - load-balancer.bypass /run/golive/b made",
  ]);
  const haproxy =
    "{ kind: haproxy, hosts: [app-2], socket: /run/haproxy.sock, map: /etc/haproxy/maps/m.map, run-as: haproxy, " +
    "bypass: { map: /etc/haproxy/maps/b.map }, backend: web, state-file: /var/lib/haproxy/state }";
  assert.deepEqual(shown(writtenFolders(planOf(haproxy))).slice(1), [
    "app-2 haproxy load-balancer.map /etc/haproxy/maps",
    "app-2 haproxy load-balancer.bypass /etc/haproxy/maps made",
    "app-2 haproxy load-balancer.state-file /var/lib/haproxy",
  ]);
});

test("folders that are built and dumped in: of the dump always, of the trial where the release is built aside", () => {
  assert.deepEqual(shown(scratchFolders(planOf())), ["app-1 - database.backup.directory /var/backups/golive"]);
  const staging = loadPlan(
    `${samplePlanText}prepare: { staging: { env: {} } }\n`.replace(
      "checks:\n",
      "checks:\n    - { kind: smoke, id: smoke, host: app-1, path: smoke }\n",
    ),
    "sample.yml",
  );
  assert.deepEqual(shown(scratchFolders(staging)), [
    "app-1 - database.backup.directory /var/backups/golive",
    "app-1 - prepare.trial.directory /var/lib/golive/trial",
  ]);
});

/** What becomes of a look: its words are the script's, and then its values. */
type Looked = (path: string, asked: Command) => Partial<Finished> | undefined;

async function found(look: Looked) {
  const answer = (asked: Command) => {
    if (asked.file !== "sh") return undefined;
    return look(asked.args[3] ?? "", asked);
  };
  const one = recordedHost("app-1", answer);
  const other = recordedHost("app-2", answer);
  const { problems } = await rightsFinding(planOf(withBypass), { hosts: hostsOf(one.host, other.host) });
  const asked = [...one.commands, ...other.commands];
  return { codes: problems.map(({ code, where, what }) => `${code} ${where}: ${what}`), asked };
}

const sudoTried = ({ args }: Command) => args[1]?.includes("sudo -k -n -u") === true;

test("where everything may be done nothing is told", async () => {
  assert.deepEqual((await found(() => undefined)).codes, []);
});

test("a folder that cannot be written is told with the key that names it", async () => {
  const { codes } = await found((path) => (path === "/run/golive" ? { code: 1 } : undefined));
  assert.deepEqual(codes, [
    "folder-not-writable app-1: /run/golive cannot be written (load-balancer.flag)",
    "folder-not-writable app-2: /run/golive cannot be written (load-balancer.flag)",
  ]);
});

test("only a folder that the launch makes may be missing: then its nearest parent counts", async () => {
  const { asked } = await found(() => undefined);
  const climbs = asked.filter(({ args }) => args[1]?.startsWith("p=$1; while ") === true);
  assert.deepEqual([...new Set(climbs.map(({ args }) => args[3]))], ["/run/golive/b"]);
});

test("whoever cannot become a user is told that once, and its folders are not looked at", async () => {
  const { codes, asked } = await found((_, command) => (sudoTried(command) ? { code: 1 } : undefined));
  assert.deepEqual(codes, ["sudo-user app-1: commands cannot run as clinic"]);
  assert.deepEqual(
    asked.filter(({ user }) => user === "clinic"),
    [],
  );
});

test("a folder of dumps in which somebody else may put something is told", async () => {
  const { codes } = await found((path) =>
    path === "/var/backups/golive" ? { code: 95, stderr: "unsafe /var/backups\n" } : undefined,
  );
  assert.deepEqual(codes, [
    "folder-not-safe app-1: others may put something else in the place of /var/backups (database.backup.directory)",
  ]);
});
