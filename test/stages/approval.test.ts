import assert from "node:assert/strict";
import { test } from "node:test";
import { DateTime } from "luxon";
import { approvalText } from "../../src/core/comments/approval.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import { approvalBy, awaitsComment, requireStillApproved } from "../../src/stages/approval/approval.ts";
import type { RunContext } from "../../src/stages/launch/context.ts";
import { passOn } from "../../src/stages/launch/pass-on.ts";
import { emptyState, stateOf } from "../../src/journal/state.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { nodeOf, type TestComment } from "./edits-of.ts";
import { release as sample } from "../checklist/sample-page.ts";
import { launchFor } from "./launch-for.ts";

const release = { ...sample, digest: "0123456789abcdef".repeat(4) };
const word = approvalText(release.digest);
const opening = release.runId;
const thisRun = 99;

const aMinuteAgo = Math.floor(Date.now() / 1000) - 60;
/** Seconds from when the comment was written, as GitHub tells a time. */
const said = (seconds: number) => new Date((aMinuteAgo + seconds) * 1000).toISOString().replace(".000Z", "Z");

type Happened = Event & { readonly run?: number; readonly release?: string };

interface World {
  readonly comment?: Partial<{
    author: string;
    type: string;
    app: boolean;
    body: string;
    created: string;
    edits: NonNullable<TestComment["edits"]>;
    issue: number;
    gone: boolean;
  }>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly approvers?: readonly string[];
  readonly issue?: Partial<{
    state: string;
    body: string;
    label: string;
    type: string;
    text: string;
    edits: TestComment["edits"];
  }>;
  /** Of the run that opened the launch. */
  readonly run?: Partial<{
    actor: string;
    triggering: string;
    started: string;
    status: string;
    gone: boolean;
    looks: number;
  }>;
  /** Instead of: opened, forecast, waiting. */
  readonly events?: readonly Happened[];
  readonly now?: Partial<{ tag: string; digest: string }>;
  /** Minutes from now to the window's start and end. */
  readonly window?: readonly [number, number];
  readonly input?: string;
  readonly noGate?: boolean;
  readonly public?: boolean;
  readonly answered?: boolean;
  /** What GitHub answers to the dispatch instead. */
  readonly dispatch?: number;
}

const opened: Happened = { kind: "opened", opened: release };
const waits: Happened = { kind: "waiting" };

/** GitHub, journal and plan as they are for a right approval, with one thing changed. */
function worldOf(w: World) {
  const {
    author = "dmitry",
    type = "User",
    app = false,
    body = word,
    created = said(0),
    edits = [],
    issue = release.issue,
    gone = false,
  } = w.comment ?? {};
  const answers: string[] = [];
  const dispatched: Record<string, unknown>[] = [];
  const missing = () => Promise.reject(Object.assign(new Error("Not Found"), { status: 404 }));
  const permissions: Readonly<Record<string, string>> = {
    anna: "admin",
    dmitry: "write",
    vera: "write",
    guest: "read",
    ...w.permissions,
  };
  const { issue: about = {}, run = {} } = w;
  let looks = run.looks ?? 0;
  const { text = "- [ ] Nothing", edits: changes = [] } = about;
  const checklist = { body: text, first: "- [ ] Backup", author: null, at: said(-3600), edits: changes };
  const octokit = {
    graphql: async (_: string, { ids }: { ids: readonly string[] }) =>
      ids[0] === "checklist"
        ? { nodes: [nodeOf(checklist)] }
        : { nodes: [nodeOf({ body, author, at: created, edits })] },
    paginate: async () => [
      ...answers.map((text) => ({ user: { type: "Bot" }, body: text })),
      ...(w.answered ? [{ user: { type: "Bot" }, body: "<!-- golive:answer=500 -->\nno" }] : []),
      { user: { type: "User" }, body: "<!-- golive:answer=500 -->\nforged" },
    ],
    rest: {
      repos: {
        get: async () => ({ data: { default_branch: "main", private: w.public !== true } }),
        getCollaboratorPermissionLevel: async ({ username }: { username: string }) =>
          username in permissions ? { data: { permission: permissions[username] } } : missing(),
      },
      issues: {
        listComments: {},
        getComment: async ({ comment_id }: { comment_id: number }) =>
          gone
            ? missing()
            : {
                data: {
                  id: comment_id,
                  issue_url: `https://api.test/repos/o/r/issues/${issue}`,
                  user: { login: author, type },
                  performed_via_github_app: app ? { id: 1 } : null,
                  body,
                  node_id: "node",
                  created_at: created,
                },
              },
        get: async () => ({
          data: {
            state: about.state ?? "open",
            body: about.body ?? `<!-- golive:release=${release.id} -->\n<!-- golive:waiting=v1.1.0 -->\n\n| | |`,
            labels: [{ name: about.label ?? "golive" }],
            user: { type: about.type ?? "Bot" },
            node_id: "checklist",
          },
        }),
        createComment: async ({ body: text }: { body: string }) => (answers.push(text), { data: { id: 600 } }),
      },
      actions: {
        getWorkflowRun: async () =>
          run.gone
            ? missing()
            : {
                data: {
                  status: looks-- > 0 ? "in_progress" : (run.status ?? "completed"),
                  created_at: said(-3600),
                  run_started_at: run.started ?? said(-3600),
                  actor: { login: run.actor ?? "anna" },
                  triggering_actor: { login: run.triggering ?? "anna" },
                },
              },
        createWorkflowDispatch: async (sent: Record<string, unknown>) =>
          w.dispatch === undefined
            ? void dispatched.push(sent)
            : Promise.reject(Object.assign(new Error("no"), { status: w.dispatch })),
      },
    },
  };
  const [from, to] = w.window ?? [-10, 60];
  const clock = (minutes: number) => DateTime.utc().plus({ minutes }).toFormat("HH:mm");
  const plan = samplePlan({
    window: { start: clock(from), end: clock(to), waitAtMost: 600 },
    approval: w.noGate ? {} : { comment: { approvers: [...(w.approvers ?? ["anna", "Dmitry"])] } },
  });
  const events = w.events ?? [opened, waits];
  const entries = events.map(
    ({ run: by = opening, release: of = release.id, ...event }, index): Entry =>
      ({ at: said(-3600 + 60 * index), release: of, run: { id: by, attempt: 1 }, ...event }) as Entry,
  );
  const context = {
    github: { octokit, owner: "o", repo: "r", serverUrl: "https://github.test" },
    log: { info() {}, warn() {}, error() {} },
    run: { id: thisRun, attempt: 1, actor: "github-actions[bot]" },
    signal: new AbortController().signal,
  } as unknown as RunContext;
  const now = { tag: release.tag, digest: release.digest, ...w.now };
  return {
    context,
    plan,
    entries,
    now,
    answers,
    dispatched,
    approve: (patience = 0) => approvalBy(context, plan, w.input ?? "500", { now, entries, patience }),
  };
}

const approvedIn = (run: number, id = 500): Happened => ({
  kind: "approved",
  by: ["dmitry"],
  comment: { id, at: said(0), opening },
  run,
});
const began: Happened = { kind: "step", step: "isolate.on", status: "done", run: thisRun };

/** The day before expects this many seconds for the launch. */
const forecastOf = (seconds: number): Happened => ({
  kind: "step",
  step: "day-before.forecast",
  status: "done",
  facts: { forecast: { launch: { seconds, spread: 0 }, rollback: { seconds: 0, spread: 0 }, steps: [], phases: [] } },
});

test("the right comment of the right person approves, however its ends are spaced and the login is written", async () => {
  const written = [
    `  ${word}\r\n`,
    word.replace("/approve", "/Approve"),
    word.replace(" ", "\u00a0 "),
    `> ${word}\n> says the checklist\n\n${word}.`,
    `/approve \`${word.slice(9)}\``,
    `\ufeff\u200f${word}\u200e`,
    `<!-- a template -->\n${word}`,
  ].map((body) => ({ body }));
  for (const comment of [{}, ...written, { author: "DMITRY" }]) {
    const world = worldOf({ comment, permissions: { DMITRY: "write" } });
    const approval = await world.approve();
    assert.deepEqual(approval?.comment, { id: 500, at: said(0), opening });
    assert.equal(approval?.by[0]?.toLowerCase(), "dmitry");
    assert.deepEqual(world.answers, []);
  }
});

test("a box that somebody ticked on the checklist changes nothing of what it says", async () => {
  const world = (text: string) => worldOf({ issue: { text, edits: [{ at: said(-60), by: "anna" }] } });
  assert.notEqual(await world("- [x] Backup").approve(), null);
  await assert.rejects(world("- [x] No backup").approve(), /anna edited the checklist/);
});

test("a checklist that golive wrote anew after somebody edited it is golive's", async () => {
  const edits = [
    { at: said(-90), by: "anna" },
    { at: said(-60), by: null },
  ];
  assert.notEqual(await worldOf({ issue: { edits } }).approve(), null);
});

const refused: readonly (readonly [string, World, RegExp])[] = [
  ["another issue", { comment: { issue: 4 } }, /not on the checklist/],
  ["a closed checklist", { issue: { state: "closed" } }, /checklist is closed/],
  ["a bot", { comment: { type: "Bot" } }, /by a bot or an app/],
  ["an app in a person's name", { comment: { app: true } }, /by a bot or an app/],
  ["a stranger with write permission", { comment: { author: "vera" } }, /not among the approvers/],
  [
    "a login that begins like an approver's",
    { comment: { author: "dmitry2" }, permissions: { dmitry2: "write" } },
    /not among the approvers/,
  ],
  ["who started the launch", { comment: { author: "anna" } }, /started this launch/],
  [
    "who started it, in other letters",
    { comment: { author: "ANNA" }, permissions: { ANNA: "admin" } },
    /started this launch/,
  ],
  ["who started the run, though another name is on record", { run: { actor: "dmitry" } }, /started this launch/],
  ["who re-ran the run", { run: { triggering: "dmitry" } }, /started this launch/],
  [
    "who started the launch the first of two times",
    { events: [{ kind: "opened", opened: { ...release, actor: "dmitry" } }, opened, waits] },
    /started this launch/,
  ],
  ["an approver who may only read", { permissions: { dmitry: "read" } }, /may not write/],
  ["an approver who has left", { permissions: { dmitry: "none" } }, /may not write/],
  ["an edited comment", { comment: { edits: [{ at: said(1), by: "dmitry" }] } }, /edited/],
  [
    "edited within the second by who started the launch",
    { comment: { edits: [{ at: said(0), by: "anna" }] } },
    /edited/,
  ],
  ["edited within the second by its author", { comment: { edits: [{ at: said(0), by: "dmitry" }] } }, /edited/],
  ["edited by nobody that GitHub names", { comment: { edits: [{ at: said(0), by: null }] } }, /edited/],
  [
    "a version of it was taken out of the history",
    { comment: { edits: [{ at: said(0), by: "dmitry", removedBy: "anna" }] } },
    /edited/,
  ],
  [
    "GitHub does not tell who edited it",
    { comment: { edits: "hidden" } },
    /does not tell golive's token who edited it/,
  ],
  ["a comment used by another run", { events: [opened, approvedIn(50), opened, waits] }, /used already/],
  [
    "a comment used for another release",
    { events: [{ ...approvedIn(50), release: "v1.0.0-3" }, opened, waits] },
    /used already/,
  ],
  [
    "a comment used by this run, which is over",
    { events: [opened, waits, approvedIn(thisRun), { kind: "ended", outcome: "failed", because: "x" }] },
    /does not wait/,
  ],
  ["another digest", { comment: { body: "/approve fedcba9876543210" } }, /another plan digest/],
  ["a digest in capitals", { comment: { body: word.toUpperCase().replace("/APPROVE", "/approve") } }, /exactly/],
  ["half a digest", { comment: { body: "/approve 01234567" } }, /exactly/],
  ["the whole digest", { comment: { body: `/approve ${release.digest}` } }, /exactly/],
  ["the word alone", { comment: { body: "/approve" } }, /exactly/],
  ["a quotation", { comment: { body: `> ${word}` } }, /exactly/],
  ["more than the word", { comment: { body: `${word}\nbut not today` } }, /exactly/],
  ["words before it", { comment: { body: `Not yet!\n${word}` } }, /exactly/],
  ["twice", { comment: { body: `${word}\n${word}` } }, /exactly/],
  ["another command beside it", { comment: { body: `${word}\n/undo g1` } }, /exactly/],
  ["a block of code", { comment: { body: `\`\`\`\n${word}\n\`\`\`` } }, /exactly/],
  [
    "an unseen character in the digest",
    { comment: { body: `${word.slice(0, 15)}\u200b${word.slice(15)}` } },
    /exactly/,
  ],
  ["letters that only look alike", { comment: { body: word.replace("a", "\u0430") } }, /exactly/],
  ["a plan or tag that changed since", { now: { digest: "f".repeat(64) } }, /changed since/],
  [
    "a plan that changed since, approved by its new digest",
    { now: { digest: "f".repeat(64) }, comment: { body: approvalText("f".repeat(64)) } },
    /changed since/,
  ],
  ["another tag", { now: { tag: "v1.2.0" } }, /another tag/],
  ["older than the run that opened the launch", { run: { started: said(1) } }, /older than the run/],
  ["a time that cannot be read", { run: { started: "" } }, /older than the run/],
  ["a launch whose day before is not through", { events: [opened] }, /does not wait/],
  ["a launch that another comment approved", { events: [opened, waits, approvedIn(50, 400)] }, /does not wait/],
  [
    "a launch that has ended",
    { events: [opened, waits, { kind: "ended", outcome: "failed", because: "x" }] },
    /does not wait/,
  ],
  ["a run that is gone", { run: { gone: true } }, /gone from GitHub/],
  ["a run that is not over", { run: { status: "in_progress" } }, /not over yet/],
  [
    "too late for the launch and the way back",
    { events: [opened, forecastOf(4000), waits] },
    /write it again for the next window/,
  ],
  [
    "a checklist that somebody edited",
    { issue: { edits: [{ at: said(-60), by: "anna" }] } },
    /anna edited the checklist/,
  ],
  [
    "a checklist that somebody edited within the second of golive's writing",
    {
      issue: {
        edits: [
          { at: said(-60), by: "anna" },
          { at: said(-60), by: null },
        ],
      },
    },
    /anna edited the checklist/,
  ],
  [
    "a checklist that somebody edited, whose text was taken out of the history",
    { issue: { edits: [{ at: said(-60), by: null, removedBy: "anna" }] } },
    /anna edited the checklist/,
  ],
  [
    "written before the day before was through",
    { comment: { created: said(-3570) }, run: { started: said(-3600) } },
    /day before was not through when it was written/,
  ],
  [
    "written too early, and handed on once it is time",
    { comment: { created: said(-1800) }, window: [5, 60] },
    /before the time for this window; write it again/,
  ],
  ["too early", { window: [720, 800] }, /too early; write it again from/],
];

for (const [name, world, why] of refused) {
  test(`refused, and answered once: ${name}`, async () => {
    const { approve, answers } = worldOf(world);
    await assert.rejects(approve(), why);
    assert.equal(answers.length, 1);
    assert.match(answers[0] ?? "", why);
    const weak = ["read", "none"].includes(world.permissions?.dmitry ?? "");
    assert.match(answers[0] ?? "", weak ? /^<!-- golive:answer-to=dmitry -->\n/ : /^<!-- golive:answer=500 -->\n/);
    await assert.rejects(approve(), why);
    assert.equal(answers.length, 1, "no second answer");
  });
}

test("an answer of an earlier run is enough; one that a person forged is not", async () => {
  const before = worldOf({ comment: { body: "/approve" }, answered: true });
  await assert.rejects(before.approve());
  assert.deepEqual(before.answers, []);
});

for (const [name, world, why] of [
  ["a plan without approvers", { noGate: true }, /takes no approval by a comment/],
  ["an id that is none", { input: "1; id" }, /not the id of a comment/],
  ["no launch at all", { events: [] }, /no launch was opened/],
  ["a comment that is gone", { comment: { gone: true } }, /there is no comment 500/],
] as const) {
  test(`refused without an answer: ${name}`, async () => {
    const { approve, answers } = worldOf(world);
    await assert.rejects(approve(), why);
    assert.deepEqual(answers, []);
  });
}

test("the run that a comment approved may be run again, before and after it began", async () => {
  assert.equal((await worldOf({ events: [opened, waits, opened, approvedIn(thisRun)] }).approve())?.comment?.id, 500);
  assert.equal(
    await worldOf({ events: [opened, waits, opened, approvedIn(thisRun), began], comment: { gone: true } }).approve(),
    null,
  );
});

test("a run that is about to end is waited for", async () => {
  assert.equal((await worldOf({ run: { looks: 2 } }).approve(0.1))?.comment?.id, 500);
});

test("who took on that the window is not kept to may have it approved at any time", async () => {
  const events: readonly Happened[] = [opened, { kind: "overridden", by: "anna", because: "x" }, waits];
  assert.equal((await worldOf({ window: [720, 800], events }).approve())?.comment?.id, 500);
});

test("before the window the comment is looked at once more", async () => {
  const launch = (world: World) => {
    const { context, plan, entries, answers } = worldOf({
      events: [
        opened,
        waits,
        { kind: "opened", opened: { ...release, runId: thisRun }, run: thisRun },
        approvedIn(thisRun),
      ],
      ...world,
    });
    return {
      launch: launchFor({ plan, entries, release: { ...release, runId: thisRun }, over: context }).launch,
      answers,
    };
  };
  await requireStillApproved(launch({}).launch);
  await assert.rejects(requireStillApproved(launch({ comment: { gone: true } }).launch), /was deleted/);
  await assert.rejects(
    requireStillApproved(launch({ comment: { edits: [{ at: said(0), by: "anna" }] } }).launch),
    /edited/,
  );
  await assert.rejects(requireStillApproved(launch({ permissions: { dmitry: "read" } }).launch), /may not write/);
  await assert.rejects(
    requireStillApproved(launch({ events: [opened, waits] }).launch),
    /nobody approved this run by a comment/,
  );
  await assert.rejects(
    requireStillApproved(launch({ events: [opened, waits, approvedIn(50)] }).launch),
    /nobody approved this run by a comment/,
  );
});

test("a run waits for a comment until it has its own, or the launch is under way", () => {
  const awaits = (world: World) => {
    const { context, plan, entries } = worldOf(world);
    return awaitsComment({
      plan,
      run: context.run,
      state: () => (entries.length === 0 ? emptyState : stateOf(entries, release.id)),
    });
  };
  assert.equal(awaits({}), true);
  assert.equal(awaits({ noGate: true }), false);
  assert.equal(awaits({ events: [opened, approvedIn(50)] }), true);
  assert.equal(awaits({ events: [opened, approvedIn(thisRun)] }), false);
  assert.equal(awaits({ events: [opened, began] }), false);
});

const target = "launch.yml";
test("a command on a checklist that waits is handed on, with its id and no text of its own", async () => {
  const { context, dispatched, answers } = worldOf({ comment: { body: "/approve anything" } });
  assert.equal(await passOn(context, 500, target), "v1.1.0");
  assert.deepEqual(dispatched, [
    { owner: "o", repo: "r", workflow_id: "launch.yml", ref: "main", inputs: { tag: "v1.1.0", approval: "500" } },
  ]);
  assert.deepEqual(answers, []);
});

for (const [name, world, answered] of [
  ["talk", { comment: { body: "fine by me" } }, 0],
  ["the word inside a text", { comment: { body: `please ${word}` } }, 0],
  ["a path", { comment: { body: "/approve/index.html" } }, 0],
  ["quoted", { comment: { body: `> ${word}` } }, 0],
  ["a longer word", { comment: { body: "/approved" } }, 1],
  ["misspelt", { comment: { body: word.replace("pp", "p") } }, 1],
  ["letters that only look alike", { comment: { body: word.replace("/a", "/\u0430") } }, 1],
  ["edited", { comment: { edits: [{ at: said(0), by: "anna" }] } }, 1],
  ["who may not write", { comment: { author: "guest" } }, 1],
  ["a stranger where everybody may come", { comment: { author: "stranger" }, public: true }, 0],
  ["a bot", { comment: { type: "Bot" } }, 0],
  ["a comment that is gone", { comment: { gone: true } }, 0],
  ["an issue without the label", { issue: { label: "bug" } }, 0],
  ["an issue that a person opened", { issue: { type: "User" } }, 0],
  ["a closed checklist", { issue: { state: "closed" } }, 1],
  [
    "a checklist that does not wait",
    { issue: { body: `<!-- golive:release=${release.id} -->\n\n<!-- golive:waiting=v1.1.0 -->\n` } },
    1,
  ],
  [
    "a checklist whose tag is none",
    { issue: { body: "<!-- golive:release=x -->\n<!-- golive:waiting=$(id) -->\n" } },
    1,
  ],
] as const) {
  test(`not handed on: ${name}`, async () => {
    const { context, dispatched, answers } = worldOf(world);
    assert.equal(await passOn(context, 500, target), null);
    assert.deepEqual(dispatched, []);
    assert.equal(answers.length, answered);
  });
}

test("a dispatch that GitHub refuses is told with its mend", async () => {
  await assert.rejects(
    passOn(worldOf({ dispatch: 403 }).context, 500, target),
    /may not start launch\.yml[\s\S]*actions: write/,
  );
  await assert.rejects(
    passOn(worldOf({ dispatch: 404 }).context, 500, target),
    /launch\.yml cannot be started on main/,
  );
  await assert.rejects(passOn(worldOf({ dispatch: 422 }).context, 500, target), /the inputs tag and approval/);
});
