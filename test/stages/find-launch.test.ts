import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { UserError } from "../../src/core/errors.ts";
import type { Release } from "../../src/core/release.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import { keepPlan, keptPlan } from "../../src/journal/plans.ts";
import { findLaunch } from "../../src/stages/launch/record/find-launch.ts";
import type { RunContext } from "../../src/stages/launch/context.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

const launched = "1".repeat(40);
const moved = "2".repeat(40);
/** A commit that is no part of the default branch. */
const outside = "3".repeat(40);
const file = ".github/golive.yml";

interface Repository {
  /** Commits of tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Texts by `ref:path`; main is the default branch. */
  readonly files: Readonly<Record<string, string>>;
}

function context({ tags, files }: Repository, change: Partial<RunContext> = {}): RunContext {
  const missing = () => Promise.reject(Object.assign(new Error("Not Found"), { status: 404 }));
  const octokit = {
    rest: {
      repos: {
        get: async () => ({ data: { default_branch: "main" } }),
        getBranch: async () => ({ data: { name: "main", protected: true, commit: { sha: "main" } } }),
        compareCommitsWithBasehead: async ({ basehead }: { basehead: string }) => ({
          data: { status: basehead.endsWith(outside) ? "diverged" : "behind" },
        }),
        getCommit: async ({ ref }: { ref: string }) => {
          const sha = tags[ref.replace("tags/", "")];
          return sha === undefined ? missing() : { data: { sha } };
        },
        getContent: async ({ path, ref }: { path: string; ref: string }) => {
          const text = files[`${ref}:${path}`];
          if (text === undefined) return missing();
          return { data: { type: "file", content: Buffer.from(text).toString("base64") } };
        },
      },
    },
  };
  return {
    github: { octokit: octokit as never, owner: "o", repo: "r", serverUrl: "https://github.test" },
    log: { info() {}, warn() {}, error() {} },
    run: { id: 9, attempt: 1, actor: "vera" },
    sshKey: "",
    planFile: file,
    jobDirectory: tmpdir(),
    signal: new AbortController().signal,
    ...change,
  };
}

/** A control host with one launch that touched the site, of this plan's text. */
async function service(t: TestContext, { kept = true, tag = "v2" } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "golive-record-"));
  t.after(() => rm(directory, { recursive: true }));
  const text = samplePlanText.replace("/var/lib/golive", directory);
  const release: Release = {
    id: `${tag}-7`,
    tag,
    commit: launched,
    digest: "d".repeat(64),
    issue: 12,
    actor: "anna",
    runId: 7,
    window: { start: "2026-11-24T23:00:00.000Z", end: "2026-11-25T01:00:00.000Z" },
  };
  const sha256 = kept ? await keepPlan(localHost("app-1"), directory, release.id, text) : "";
  const plan = { path: file, sha256, repository: "https://github.test/o/r" };
  await writeJournal(directory, release.id, [
    kept ? { kind: "opened", opened: release, plan } : { kind: "opened", opened: release },
    { kind: "step", step: "isolate.on", status: "done" },
  ]);
  return { directory, text, release, plan: join(directory, "plans", `${release.id}.yml`) };
}

async function writeJournal(directory: string, release: string, events: readonly Event[]): Promise<void> {
  const entries = events.map(
    (event): Entry => ({ at: "2026-11-24T23:00:00Z", release, run: { id: 7, attempt: 1 }, ...event }),
  );
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "journal.jsonl"), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
}

type Service = Awaited<ReturnType<typeof service>>;
const renamed = (text: string) => text.replace("service: clinic", "service: other");
const broken = (text: string) =>
  text.replace("version: 1", "version: 7").replace("engine: postgresql", "engine: oracle");

/** What the repository has become, and what has to be told. */
const repositories: readonly [name: string, of: (s: Service) => Repository, told: RegExp | null][] = [
  ["as it was", ({ text }) => ({ tags: { v2: launched }, files: { [`${launched}:${file}`]: text } }), null],
  ["the tag is gone", ({ text }) => ({ tags: {}, files: { [`main:${file}`]: text } }), /the tag v2 is gone/],
  [
    "the tag moved, and the plan there is another",
    ({ text }) => ({ tags: { v2: moved }, files: { [`${moved}:${file}`]: renamed(text) } }),
    /the tag v2 leads to 222222222222 now; the launch on record was of 111111111111/,
  ],
  [
    "the tag moved to where there is no plan",
    ({ text }) => ({ tags: { v2: moved }, files: { [`main:${file}`]: text } }),
    /leads to 222222222222/,
  ],
  [
    "the tag moved to a plan that leads to nowhere",
    ({ text }) => ({ tags: { v2: moved }, files: { [`${moved}:${file}`]: "version: 1\n", [`main:${file}`]: text } }),
    /leads to 222222222222/,
  ],
  [
    "the tag moved to a plan of another control host",
    ({ text, directory }) => ({
      tags: { v2: moved },
      files: { [`${moved}:${file}`]: text.replace(directory, `${directory}/elsewhere`), [`main:${file}`]: text },
    }),
    /leads to 222222222222/,
  ],
  [
    "the default branch was rewritten, and its plan does not hold",
    ({ text }) => ({ tags: {}, files: { [`main:${file}`]: broken(text) } }),
    /is gone/,
  ],
  [
    "the plan at the tag is no longer YAML, that of the branch is",
    ({ text }) => ({ tags: { v2: moved }, files: { [`${moved}:${file}`]: "a: [", [`main:${file}`]: text } }),
    /leads to/,
  ],
];

for (const [name, of, told] of repositories) {
  test(`the plan of the launch, and its commit: ${name}`, async (t) => {
    const made = await service(t);
    for (const wanted of [{ tag: "v2" }, { issue: 12 }] as const) {
      const repository = of(made);
      // By the checklist's number only the default branch leads there.
      if ("issue" in wanted && repository.files[`main:${file}`] === undefined) continue;
      const found = await findLaunch(context(repository), wanted);
      assert.equal(found.plan.service, "clinic");
      assert.equal(found.plan.control.directory, made.directory);
      assert.equal(found.release.commit, launched);
      if (told !== null && "tag" in wanted) assert.match(found.told.join("\n"), told);
      else assert.deepEqual(found.told, []);
    }
  });
}

test("a plan that was renamed since leads there all the same, and that is told", async (t) => {
  const { text } = await service(t);
  const asked = context({ tags: { v2: launched }, files: { "main:ops/plan.yml": text } }, { planFile: "ops/plan.yml" });
  const found = await findLaunch(asked, { tag: "v2" });
  assert.match(found.told.join("\n"), /the plan was \.github\/golive\.yml when the launch opened/);
});

test("a person's file leads there without GitHub, broken as it may be", async (t) => {
  const { text } = await service(t);
  for (const planText of [text, broken(text), renamed(text), `${text}nonsense: true\n`]) {
    const asked = context({ tags: {}, files: {} }, { planText });
    const found = await findLaunch({ ...asked, github: undefined as never }, "last");
    assert.deepEqual([found.plan.service, found.told], ["clinic", []]);
  }
});

test("the plan of a tag outside of the default branch leads nowhere", async (t) => {
  const { text } = await service(t);
  const stranger = text.replace("app-1.example", "stranger.example");
  const asked = context({ tags: { v2: outside }, files: { [`${outside}:${file}`]: stranger } });
  const error = await findLaunch(asked, { tag: "v2" }).catch((one: UserError) => one);
  assert.match((error as UserError).message, /333333333333: it is not part of main/);
});

test("the plan of a tag leads to no host that the default branch does not know", async (t) => {
  const { text, directory } = await service(t);
  const foreign = text.replace(
    "app-1: { connect: local }",
    "app-1: { connect: ssh, address: 192.0.2.1, user: x, host-key: ssh-ed25519 AAAA }",
  );
  const main = samplePlanText.replace("/var/lib/golive", `${directory}-new`);
  const of = (tagged: string): Repository => ({
    tags: { v2: launched },
    files: { [`${launched}:${file}`]: tagged, [`main:${file}`]: main },
  });
  await assert.rejects(findLaunch(context(of(foreign)), { tag: "v2" }), /leads to a host that main does not know/);
  // The folder may have moved since.
  assert.equal((await findLaunch(context(of(text)), { tag: "v2" })).release.tag, "v2");
});

test("a plan that was not kept is lost, unless a person gives it", async (t) => {
  const { text } = await service(t, { kept: false });
  const lost = findLaunch(context({ tags: {}, files: { [`main:${file}`]: text } }), { tag: "v2" });
  await assert.rejects(lost, (error: UserError) => error.problems[0]?.code === "plan-lost");
  const given = context({ tags: {}, files: {} }, { planText: renamed(text) });
  const byHand = await findLaunch(given, "last");
  assert.match(byHand.told.join("\n"), /is not the plan of the launch; it is used as it is/);
});

test("a kept plan that somebody changed is not used, and that is told", async (t) => {
  const { text, plan } = await service(t);
  await writeFile(plan, renamed(text));
  const found = await findLaunch(context({ tags: { v2: launched }, files: { [`${launched}:${file}`]: text } }), {
    tag: "v2",
  });
  assert.equal(found.plan.service, "clinic");
  assert.match(found.told.join("\n"), /is gone or was changed/);
});

test("what is not found is said: which plans led where, and what to give", async (t) => {
  const { text } = await service(t);
  const codeOf = async (repository: Repository, wanted: Parameters<typeof findLaunch>[1]) =>
    findLaunch(context(repository), wanted).then(
      () => "found",
      (error: UserError) => error.problems[0]?.code,
    );
  const main = { [`main:${file}`]: text };
  assert.equal(await codeOf({ tags: { v1: launched }, files: main }, { tag: "v1" }), "not-the-last");
  assert.equal(await codeOf({ tags: {}, files: main }, { issue: 11 }), "not-the-last");
  assert.equal(await codeOf({ tags: {}, files: {} }, { tag: "v2" }), "launch-not-found");
  const elsewhere = { [`main:${file}`]: text.replace("directory: /", "directory: /nowhere/") };
  assert.equal(await codeOf({ tags: {}, files: elsewhere }, { tag: "v2" }), "launch-not-found");
  const error = await findLaunch(context({ tags: {}, files: {} }), { tag: "v2" }).catch((one: UserError) => one);
  assert.match((error as UserError).message, /\.github\/golive\.yml @ main: there is no such file[\s\S]*--plan FILE/);
});

test("a GitHub that does not answer is said, with the way that needs none", async () => {
  const asked = context({ tags: {}, files: {} });
  for (const status of [500, 403, undefined]) {
    const fails = () =>
      Promise.reject(
        Object.assign(new Error("Server Error"), {
          status,
          request: { method: "GET", url: "https://api.github.com/x" },
        }),
      );
    const octokit = { rest: { repos: { get: fails, getCommit: fails, getContent: fails } } };
    for (const wanted of [{ tag: "v2" }, { issue: 12 }, "last"] as const) {
      const github = { ...asked.github, octokit: octokit as never };
      const error = await findLaunch({ ...asked, github }, wanted).catch((one: UserError) => one);
      assert.equal((error as UserError).problems[0]?.code, "github-silent");
      assert.match(
        (error as UserError).message,
        /on record \((?:GitHub answered \d+ to GET \/x|Error)\)[\s\S]*golive rollback/,
      );
    }
  }
});

test("a plan is kept whole and for its owner's eyes; a text that is not the one on record is none", async (t) => {
  const directory = join(await mkdtemp(join(tmpdir(), "golive-plans-")), "made");
  t.after(() => rm(join(directory, ".."), { recursive: true }));
  const host = localHost("app-1");
  for (const text of ["a: 1\n", "", "\uFEFFwith: a mark\r\n", "я: ключ\n", "x".repeat(1_000_000)]) {
    const sha256 = await keepPlan(host, directory, "v1-7", text);
    assert.equal((await stat(join(directory, "plans", "v1-7.yml"))).mode & 0o777, 0o600);
    assert.equal(await keptPlan(host, directory, "v1-7", sha256), text);
    assert.equal(await keptPlan(host, directory, "v1-7", "0".repeat(64)), null);
  }
  assert.equal(await keptPlan(host, directory, "v9-9", "0".repeat(64)), null);
  const full = hostFrom("full", async () => ({
    code: 1,
    stdout: "",
    stderr: "No space left",
    seconds: 0,
    timedOut: false,
  }));
  await assert.rejects(keepPlan(full, directory, "v1-7", "a: 1\n"));
});
