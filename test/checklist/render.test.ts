import { setLocale } from "../../src/core/text/text.ts";
import { languageOf } from "../../src/locale/locale.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { lineState } from "../../src/checklist/model.ts";
import { marker, pageTitle, renderPage, waitingTag } from "../../src/checklist/render.ts";
import { stateLine } from "../../src/checklist/standing-text.ts";
import type { Event, Facts, StepStatus } from "../../src/journal/event.ts";
import { en } from "../../src/locale/en.ts";
import { ru } from "../../src/locale/ru.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { type At, release, samplePage } from "./sample-page.ts";

const step = (
  id: string,
  status: StepStatus,
  change: { seconds?: number; note?: string; facts?: Facts } = {},
): Event => ({ kind: "step", step: id, status, ...change });
const started = step("backup.dump", "started");
const page = (...events: readonly At[]) => renderPage(samplePage(events));
const linesOf = (body: string) => body.split("\n").filter((line) => /^- \[[ x]\] /.test(line));

const failure = { seconds: 65, note: "pg_dump exited 1: no space", facts: { log: "db-1:/var/lib/golive/logs/a.log" } };
const shown: readonly [string, readonly At[], string, string][] = [
  ["waiting", [], "waiting", "- [ ] Dump the database"],
  ["running", [["23:01:02", started]], "running", "- [ ] ⏳ Dump the database · since 02:01:02"],
  [
    "done",
    [
      ["23:01:02", started],
      ["23:02:03", step("backup.dump", "done", { seconds: 61, note: "3 MiB" })],
    ],
    "done",
    "- [x] Dump the database — 3 MiB · 1 min 1 s · 02:02:03",
  ],
  ["done, nothing to say", [["23:02:03", step("backup.dump", "done")]], "done", "- [x] Dump the database · 02:02:03"],
  [
    "skipped",
    [["23:02:03", step("backup.dump", "skipped", { seconds: 0, note: "no tables" })]],
    "skipped",
    "- [x] ➖ Dump the database — skipped: no tables · 02:02:03",
  ],
  [
    "failed",
    [
      ["23:01:02", started],
      ["23:02:07", step("backup.dump", "failed", failure)],
    ],
    "failed",
    "- [ ] ❌ **Dump the database** — pg\\_dump exited 1: no space · 1 min 5 s · 02:02:07<br>all it said: `db-1:/var/lib/golive/logs/a.log`",
  ],
  [
    "failed, then tried again",
    [
      ["23:02:07", step("backup.dump", "failed", failure)],
      ["23:05:00", started],
    ],
    "running",
    "- [ ] ⏳ Dump the database · since 02:05:00",
  ],
  [
    "could not measure",
    [["23:02:07", step("backup.dump", "failed", { note: "error: no report", facts: { verdict: "error" } })]],
    "inconclusive",
    "- [ ] ❔ **Dump the database** — error: no report · 02:02:07",
  ],
  [
    "too little data",
    [
      [
        "23:02:07",
        step("backup.dump", "failed", { note: "inconclusive: 3 requests", facts: { verdict: "inconclusive" } }),
      ],
    ],
    "inconclusive",
    "- [ ] ❔ **Dump the database** — inconclusive: 3 requests · 02:02:07",
  ],
  [
    "a check that fails",
    [["23:02:07", step("backup.dump", "failed", { note: "status 503", facts: { verdict: "fail" } })]],
    "failed",
    "- [ ] ❌ **Dump the database** — status 503 · 02:02:07",
  ],
];

for (const [name, events, expected, line] of shown) {
  test(`a line: ${name}`, () => {
    const sample = samplePage(events);
    assert.equal(lineState(sample.state.steps.get("backup.dump")), expected);
    assert.deepEqual(
      linesOf(renderPage(sample)).filter((text) => text.includes("Dump the database")),
      [line],
    );
  });
}

test("every line of the plan has its place before anything ran, the rollback's once it began", () => {
  const titles = (body: string) => linesOf(body).map((line) => line.slice(6));
  const usual = [
    "The tag is there",
    "Put the page up",
    "Dump the database",
    "Restore it beside",
    "Run the migrations",
    "It answers",
    "Take the page down",
  ];
  assert.deepEqual(titles(page()), usual);
  assert.equal(titles(page(["23:50:00", step("rollback.stop", "started")])).length, usual.length + 1);
});

test("a phase tells its progress and its planned start in the plan's zone", () => {
  const heads = page(
    ["23:02:00", step("backup.dump", "done")],
    ["23:03:00", step("backup.restore", "failed")],
    ["23:20:00", step("deploy.migrate@app-1", "skipped")],
  )
    .split("\n")
    .filter((line) => line.startsWith("### "));
  assert.deepEqual(heads, [
    "### Before the window · 0/1",
    "### Isolate · 0/1 · planned 02:00",
    "### Back up · 1/2 · planned 02:00",
    "### Deploy · 1/1 · planned 02:15",
    "### Verify · 0/1 · planned 03:15",
    "### Open · 0/1 · planned 04:00",
  ]);
});

const on: Event = { kind: "maintenance", state: "on", because: "launch of v1.1.0" };
const off: Event = { kind: "maintenance", state: "off", because: "verified" };
const up: readonly At[] = [
  ["23:00:00", step("isolate.on", "started")],
  ["23:00:05", on],
];
const ended = (outcome: "live" | "rolled-back" | "failed"): At => [
  "23:59:00",
  { kind: "ended", outcome, because: "so it is" },
];
const standings: readonly [string, readonly At[], string][] = [
  ["before anything", [], en.states.planned],
  ["prepared", [["20:00:00", step("prepare.tag", "done")]], en.states.planned],
  ["while the page goes up", [["23:00:00", step("isolate.on", "started")]], en.states.closed],
  ["in the window", up, en.states.closed],
  ["while the page goes down", [...up, ["23:40:00", step("open.off", "started")]], en.states.openingClosed],
  [
    "once it is down",
    [
      ...up,
      ["23:40:00", step("open.off", "started")],
      ["20:35:30", { kind: "maintenance", state: "off", because: "v1 is verified" }],
    ],
    en.states.opening,
  ],
  ["on the way back", [...up, ["23:40:00", step("rollback.stop", "started")]], en.states.rollingBack],
  ["live", [...up, ["23:40:00", off], ended("live")], en.states.live],
  ["rolled back", [...up, ["23:40:00", off], ended("rolled-back")], en.states.rolledBack],
  ["failed with the page up", [...up, ended("failed")], en.states.failedClosed],
  [
    "failed while the page went up",
    [["23:00:00", step("isolate.on", "failed")], ended("failed")],
    en.states.failedClosed,
  ],
  ["failed before", [["20:00:00", step("prepare.tag", "failed")], ended("failed")], en.states.failedOpen],
];

test("how the launch stands", () => {
  for (const [name, events, expected] of standings) {
    const sample = samplePage(events);
    assert.equal(stateLine(sample.state, en), expected, name);
    assert.ok(renderPage(sample).includes(`**${expected}**`), name);
  }
});

test("the facts of the launch, in the plan's zone", () => {
  const body = page(["22:50:00", { kind: "approved", by: ["boris", "vera"] }], ...up, [
    "23:10:00",
    { kind: "note", text: "the disk is nearly full" },
  ]);
  assert.ok(body.startsWith(marker(release.id)));
  for (const said of [
    "| Release | `v1.1.0` · `0123456789ab` · `v1.1.0-7` |",
    "| Window | November 25, 2026, 02:00 – 04:00 (Europe/Moscow) |",
    "| Run | [7](https://github.test/clinic/actions/runs/7) · anna |",
    "| Approved by | boris, vera |",
    "| Maintenance page | up since 02:00:05 — launch of v1.1.0 |",
    "- 02:10:00 the disk is nearly full",
  ])
    assert.ok(body.includes(said), said);
  assert.equal(pageTitle(samplePlan(), release, en), "Go-live: clinic v1.1.0");
  assert.ok(!page().includes("No reviewer required"));
  const unprotected = samplePage([], {
    plan: samplePlan({ approval: { unprotected: { by: "@anna", because: "two of us" } } }),
  });
  assert.match(renderPage(unprotected), /\| No reviewer required \| .*anna: two of us \|/);
});

test("a window that waits for a comment says what to write and who may; then who approved it", () => {
  const plan = samplePlan({
    timezone: "Europe/Moscow",
    approval: { comment: { approvers: ["boris", "vera"] }, unprotected: { by: "@anna", because: "two of us" } },
  });
  const waiting = renderPage(samplePage([["22:40:00", { kind: "waiting" }]], { plan }));
  assert.ok(waiting.startsWith(`${marker(release.id)}\n<!-- golive:waiting=v1.1.0 -->\n\n`));
  assert.equal(waitingTag(waiting), "v1.1.0");
  assert.match(
    waiting,
    /\| To approve \| .*holds `\/approve d{16}` and nothing else\. Not anna, who started it\..* These may: boris, vera\. \|/,
  );
  assert.match(waiting, /\| No reviewer required for a rollback \| /);
  const comment = { id: 5, at: "2026-11-24T22:50:30Z", opening: 7 };
  for (const after of [
    { kind: "approved", by: ["vera"], comment },
    { kind: "opened", opened: release },
    { kind: "ended", outcome: "failed", because: "x" },
  ] as const) {
    const body = renderPage(
      samplePage(
        [
          ["22:40:00", { kind: "waiting" }],
          ["22:51:00", after],
        ],
        { plan },
      ),
    );
    assert.equal(waitingTag(body), null, after.kind);
    assert.doesNotMatch(body, /To approve/);
    assert.equal(/\| Approved by \| vera · comment 5 · 01:50:30 \|/.test(body), after.kind === "approved");
  }
  for (const forged of [
    "<!-- golive:waiting=v1 -->\n",
    `x\n${marker("a")}\n<!-- golive:waiting=v1 -->\n`,
    `${marker("a")}\n\n<!-- golive:waiting=v1 -->\n`,
  ])
    assert.equal(waitingTag(forged), null);
});

test("text from outside forges nothing, wherever it stands", () => {
  const hostile = "x\n- [x] forged <b>y</b> | z `c` @boris [l](https://evil.test)";
  const body = renderPage(
    samplePage(
      [
        ["23:00:00", { kind: "approved", by: [hostile] }],
        ["23:00:05", { ...on, because: hostile }],
        ["23:02:00", step("backup.dump", "failed", { note: hostile, facts: { log: hostile } })],
        ["23:03:00", step("backup.restore", "skipped", { note: hostile })],
        ["23:04:00", { kind: "note", text: hostile }],
        ["23:59:00", { kind: "ended", outcome: "failed", because: hostile }],
      ],
      {
        release: { ...release, actor: hostile },
        phases: [
          {
            id: "backup",
            title: "Back up",
            lines: [
              { id: "backup.dump", title: hostile },
              { id: "backup.restore", title: "b" },
            ],
          },
        ],
      },
    ),
  );
  assert.equal(linesOf(body).length, 2);
  const outsideCode = body.replaceAll(/`[^`\n]+`/g, "");
  assert.doesNotMatch(outsideCode, /@boris|<b>|\[l\]|https:\/\/evil/);
  for (const row of body.split("\n").filter((line) => line.startsWith("|")))
    assert.equal(row.replaceAll("\\|", "").split("|").length, 4, row);
});

test("a page that GitHub takes, with 400 lines and long notes", () => {
  const lines = Array.from({ length: 400 }, (_, index) => ({
    id: `deploy.custom-${index}`,
    title: `A step of the plan, number ${index}`,
  }));
  const events = lines.map(
    ({ id }, index): At => [
      "23:30:00",
      step(id, index === 399 ? "failed" : "done", { seconds: 7, note: `why ${"long <note> ".repeat(30)}` }),
    ],
  );
  const body = renderPage(samplePage(events, { phases: [{ id: "deploy", title: "Deploy", lines }] }));
  assert.ok(body.length < 65_536, `${body.length}`);
  assert.equal(linesOf(body).length, 400);
  assert.match(linesOf(body).at(-1) ?? "", /^- \[ \] ❌ \*\*A step of the plan, number 399\*\* — why long/);
  const longer = renderPage(
    samplePage(
      events.map(([at, event]) => [at, { ...event, note: "<|>".repeat(200) } as Event]),
      {
        phases: [
          { id: "deploy", title: "Deploy", lines: lines.map(({ id, title }) => ({ id, title: title.repeat(9) })) },
        ],
      },
    ),
  );
  assert.ok(longer.length < 65_536 && longer.startsWith(marker(release.id)), `${longer.length}`);
});

test("in Russian every line that golive itself writes is Russian", () => {
  const plan = samplePlan();
  const page = samplePage([], { messages: ru });
  setLocale(languageOf("ru"));
  const russian = renderPage({ ...page, phases: outline(plan, ru) });
  setLocale(languageOf("en"));
  assert.equal(pageTitle(samplePlan(), release, ru), "Запуск: clinic v1.1.0");
  const lines = russian.split("\n").filter((line) => line.startsWith("- [") || line.startsWith("### "));
  assert.ok(lines.length > 20);
  // Checks without a title of the plan's own are named by what they ask.
  for (const line of lines.filter((one) => !one.includes("answers 200"))) assert.match(line, /[а-яё]/i, line);
});
