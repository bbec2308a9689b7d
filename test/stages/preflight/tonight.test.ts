import assert from "node:assert/strict";
import { DateTime } from "luxon";
import { test } from "node:test";
import type { Command } from "../../../src/core/command.ts";
import { CommandError } from "../../../src/core/errors.ts";
import { hostFrom } from "../../../src/hosts/host.ts";
import { loadPlan } from "../../../src/plan/load.ts";
import { tonight, tonightFinding } from "../../../src/stages/preflight/looks/tonight.ts";
import { hostsOf } from "../../checks/hosts-of.ts";
import { samplePlanText } from "../../plan/sample-plan.ts";
import { recordedHost } from "../launch-for.ts";

const pause = "pause: [{ kind: cron, id: reports, host: app-1, file: /etc/cron.d/clinic }]";
const plan = loadPlan(samplePlanText.replace("units: [web, bot]", `units: [web, bot], ${pause}`), "sample.yml");
const now: DateTime = DateTime.fromISO("2026-11-28T12:00", { zone: "UTC" });
const at = (minutes: number) => DateTime.fromMillis(tonight(plan, now).from, { zone: plan.timezone }).plus({ minutes });
const cronAt = (minutes: number) => at(minutes).toFormat("m H * * *");

/** GitHub with these workflow files on its default branch. */
function githubWith(files: Readonly<Record<string, string>>) {
  const getContent = async ({ path }: { path: string }) => {
    if (path === ".github/workflows")
      return { data: Object.keys(files).map((name) => ({ type: "file", path: `${path}/${name}` })) };
    const text = files[path.slice(path.lastIndexOf("/") + 1)] ?? "";
    return { data: { type: "file", content: Buffer.from(text).toString("base64") } };
  };
  const octokit = { rest: { repos: { get: async () => ({ data: { default_branch: "main" } }), getContent } } };
  return {
    github: { octokit, owner: "o", repo: "r", serverUrl: "https://github.com" } as never,
    run: { id: 7, attempt: 1, actor: "anna" },
  };
}

const seen = [
  `zone\t${plan.timezone}\t+0000`,
  "cron\t",
  `line\tfile\t/etc/cron.d/clinic\t1\t${cronAt(5)}\troot\t0\t\t\t`,
  `line\tfile\t/etc/cron.d/dump\t1\t${cronAt(10)}\troot\t0\tdump\t\t`,
  `line\tfile\t/etc/cron.d/later\t1\t${cronAt(-90)}\troot\t0\tdump\t\t`,
  "unread\t/var/spool/cron/crontabs",
].join("\n");

test("what runs at night is told with its time, what pauses it, and the line that would", async () => {
  const { host } = recordedHost("app-1", () => ({ stdout: seen }));
  const { problems, note = "" } = await tonightFinding(plan, { hosts: hostsOf(host), ...githubWith({}) }, now);
  assert.deepEqual(problems, []);
  const [first, ...others] = note.split("; ");
  assert.match(
    first ?? "",
    /^\d\d:\d\d to \d\d:\d\d: app-1 \d\d:05 \/etc\/cron\.d\/clinic: paused as \/etc\/cron\.d\/clinic$/,
  );
  assert.deepEqual(others, [
    `app-1 02:10 /etc/cron.d/dump (dumps a database: what migrates waits for it) → to pause it, under services.pause: \
{ kind: cron, id: dump, host: app-1, file: /etc/cron.d/dump, sudo: true }`,
    "app-1: other users' crontabs (/var/spool/cron/crontabs) cannot be read",
  ]);
});

test("crontabs of users that golive may be are asked for; a host that does not tell is said to", async () => {
  const asked: Command[] = [];
  const { host } = recordedHost("app-1", (command) => {
    asked.push(command);
    return { stdout: command.user === undefined ? "zone\tUTC\t+0000\n" : "" };
  });
  const more = loadPlan(
    samplePlanText.replace("directory: /srv/clinic", "directory: /srv/clinic, run-as: clinic"),
    "sample.yml",
  );
  assert.match((await tonightFinding(more, { hosts: hostsOf(host), ...githubWith({}) }, now)).note ?? "", /^nothing, /);
  assert.ok(asked.some(({ user, args }) => user === "clinic" && args.at(-1) === "own"));
  const silent = hostFrom("app-1", async (command) => {
    throw new CommandError("app-1", command, { code: 2, stdout: "", stderr: "", seconds: 0, timedOut: false });
  });
  const { problems, note } = await tonightFinding(plan, { hosts: hostsOf(silent), ...githubWith({}) }, now);
  assert.deepEqual(problems, []);
  assert.match(note ?? "", /app-1 could not be asked: look what runs by itself on app-1 exited 2/);
});

test("the team's own workflows that would deploy meanwhile are told; no others", async () => {
  const { host } = recordedHost("app-1", () => ({ stdout: "zone\tUTC\t+0000\n" }));
  const files = {
    "deploy.yml": "on: { push: { branches: [main] } }\njobs: { go: { runs-on: x, steps: [{ run: make }] } }",
    "tests.yml": "on: [push, pull_request]\njobs: { test: { steps: [{ run: make test }] } }",
    "nightly.yml": "on: { schedule: [{ cron: '30 3 * * *' }] }\njobs: { one: { environment: production } }",
    "weekly.yml": "on: { schedule: [{ cron: '30 12 * * *' }] }\njobs: { one: { environment: production } }",
    "go-live.yml": "on: push\njobs: { plan: { uses: team/golive/.github/workflows/go-live.yml@v1 } }",
    "broken.yml": "on: [",
  };
  const mend = (file: string) =>
    `to keep it from that: gh workflow disable ${file}, and enable it again after the launch`;
  const { note } = await tonightFinding(plan, { hosts: hostsOf(host), ...githubWith(files) }, now);
  assert.deepEqual(note?.split("; "), [
    `02:00 to 05:00: the workflow deploy.yml deploys with every push to main → ${mend("deploy.yml")}`,
    `the workflow nightly.yml deploys by its schedule, due at 03:30 → ${mend("nightly.yml")}`,
  ]);
  const failing = { ...githubWith({}), github: { octokit: { rest: { repos: {} } }, owner: "o", repo: "r" } as never };
  const silent = await tonightFinding(plan, { hosts: hostsOf(host), ...failing }, now);
  assert.match(silent.note ?? "", /the repository's workflows could not be read/);
});
