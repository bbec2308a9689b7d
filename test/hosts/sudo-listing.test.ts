import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../src/core/command.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { rightOf } from "../../src/hosts/sudo/sudo.ts";
import { parseListing, runsWithoutPassword } from "../../src/hosts/sudo/sudo-listing.ts";
import { rightProblems } from "../../src/hosts/sudo/sudo-rights.ts";

// As sudo-rs 0.2.5 printed it (Debian 13), for lines of NOPASSWD and PASSWD in one.
const fromSudoRs = `User deploy may run the following commands on vm:

Sudoers entry:
    RunAsUsers: root
    Options: !authenticate
    Commands:
\t/usr/bin/systemctl daemon-reload
\t/usr/bin/systemctl stop -- web

Sudoers entry:
    RunAsUsers: root
    Options: authenticate
    Commands:
\t/usr/bin/systemctl start -- web

Sudoers entry:
    RunAsUsers: postgres
    Options: !authenticate
    Commands:
\tALL

Sudoers entry:
    RunAsUsers: ALL
    RunAsGroups: ALL
    Commands:
\t/usr/bin/true
`;

const wanted = (words: string, as = "root") => {
  const [file = "", ...args] = words.split(" ");
  return { as, file, path: `/usr/bin/${file}`, args };
};

test("the listing of sudo-rs", () => {
  const listing = parseListing(fromSudoRs);
  assert.equal(listing.entries.length, 4);
  const free = (words: string, as?: string) => runsWithoutPassword(listing, wanted(words, as));
  assert.deepEqual([free("systemctl daemon-reload"), free("systemctl stop -- web")], [true, true]);
  assert.deepEqual(
    [free("systemctl start -- web"), free("true"), free("systemctl stop -- ssh")],
    [false, false, false],
  );
  assert.deepEqual(
    [free("psql -l", "postgres"), free("true", "postgres"), free("psql", "backup")],
    [true, false, false],
  );
});

test("entries that end, from a directory service, with unknown users, or without a path that is known", () => {
  const entry = (lines: string, command: string) => `Sudoers entry:\n${lines}\n    Commands:\n\t${command}\n`;
  const free = (text: string, words = "true", path: string | null = "/usr/bin/true") =>
    runsWithoutPassword(parseListing(text), { ...wanted(words), path });
  const open = "    RunAsUsers: root\n    Options: setenv, !authenticate";
  assert.equal(free(entry(open, "/usr/bin/true")), true);
  assert.equal(free(entry(`${open}\n    NotAfter: 20301231120000Z`, "/usr/bin/true")), false);
  assert.equal(free(entry(open, "/usr/bin/true").replace("Sudoers entry:", "SSSD Role: golive")), true);
  assert.equal(free(entry(open, "/usr/bin/true").replace("entry:", "entry: /etc/sudoers.d/golive")), true);
  assert.equal(
    free(entry("    RunAsUsers: %wheel\n    Options: !authenticate", "ALL")),
    true,
    "else it were not permitted",
  );
  assert.equal(free(entry("    RunAsUsers: ALL, !root\n    Options: !authenticate", "ALL")), false);
  assert.equal(free(entry(open, "/opt/true"), "true", null), true);
  assert.equal(free(entry(open, "/usr/bin/true\n\t/opt/true\n\t/opt/false"), "true x", null), true);
  assert.equal(free(""), false);
});

test("a newer sudo names the entry that counts itself", async () => {
  const asked: string[] = [];
  // As sudo 1.9.16 printed it.
  const matched = (option: string) => `Sudoers entry: /etc/sudoers.d/golive
    RunAsUsers: root
    Options: ${option}
    Commands:
\t/usr/bin/systemctl start -- web
    Matched: /usr/bin/systemctl start -- web
`;
  const host = (option: string) =>
    hostFrom("app-1", async ({ file, args }: Command) => {
      asked.push([file, ...args].join(" "));
      const stdout = file === "sh" ? "1000\ndeploy\n" : args.includes("--") ? matched(option) : "";
      return { code: 0, stdout, stderr: "", seconds: 0, timedOut: false };
    });
  const right = { as: "root", words: ["systemctl", "start", "--", "web"] };
  assert.deepEqual(await rightProblems(host("!authenticate"), [right]), []);
  const codes = (await rightProblems(host("authenticate"), [right])).map(({ code }) => code);
  assert.deepEqual(codes, ["sudo-password"]);
  assert.ok(
    asked.every((words) => !words.startsWith("sudo") || words.startsWith("sudo -k -n -ll")),
    "nothing is run",
  );
});

test("calls of sudo in a plan's own words", () => {
  const cases: readonly [string, string | null][] = [
    ["sudo -n systemctl reload nginx", "root: systemctl reload nginx"],
    ["sudo -n -u www-data -- php occ", "www-data: php occ"],
    ["/usr/bin/sudo -H true", "root: true"],
    ["sudo", null],
    ["sudo -n", null],
    ["sudo -E -s", null],
    ["systemctl reload nginx", null],
    ["sudoedit /etc/hosts", null],
  ];
  for (const [words, right] of cases) {
    const found = rightOf(words.split(" "));
    assert.equal(found === null ? null : `${found.as}: ${found.words?.join(" ")}`, right, words);
  }
});
