import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "../../src/checklist/page.ts";
import { renderPage } from "../../src/checklist/render.ts";
import { plain } from "../../src/checklist/markdown.ts";
import { lineState } from "../../src/checklist/model.ts";
import { stateLine } from "../../src/checklist/standing-text.ts";
import type { Event } from "../../src/journal/event.ts";
import { ru } from "../../src/locale/ru.ts";
import { parsePlan } from "../../src/plan/load.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { type At, release, samplePage } from "./sample-page.ts";

/** GitHub's own limit is 65,536 characters. */
const most = 65_000;
const hosts = Array.from({ length: 50 }, (_, i) => `app-${i + 1}`);
const checks = Array.from({ length: 60 }, (_, i) => i + 1);
const said = "проверка показала то, что и должна была показать, со всеми подробностями, числами и оговорками; ";

const text = samplePlanText
  .replace(
    "  app-1: { connect: local }\n  app-2: { connect: local }\n",
    hosts.map((host) => `  ${host}: { connect: local }\n`).join(""),
  )
  .replace("services: { manager: systemd, hosts: [app-1]", `services: { manager: systemd, hosts: [${hosts.join(", ")}]`)
  .replace("preset: django, hosts: [app-1]", `preset: django, hosts: [${hosts.join(", ")}]`)
  .replace(
    / {4}- \{ kind: http.*\n/,
    checks
      .map(
        (i) =>
          `    - { kind: http, id: c-${i}, title: "Проверка номер ${i}: страница записи к врачу отвечает", url: "http://127.0.0.1:8000/${i}" }\n`,
      )
      .join(""),
  );
const parsed = parsePlan(text, "large.yml");
assert.ok(parsed.ok);
const { plan } = parsed;
const phases = outline(plan, ru);

const idsOf = (wanted: (phase: string) => boolean) =>
  phases.filter(({ id }) => wanted(id)).flatMap(({ lines }) => lines.map(({ id }) => id));
const forward = idsOf((id) => id !== "rollback" && id !== "after");
const back = idsOf((id) => id === "rollback");

const clockAt = (n: number) => new Date(Date.UTC(2026, 10, 24, 20) + n * 9000).toISOString().slice(11, 19);

/** A launch to its last line, in which now and then something warns; then it fails and goes back, where one line fails too. */
function launch(): At[] {
  const events: Event[] = [];
  for (const [n, step] of forward.entries()) {
    events.push({ kind: "step", step, status: "started" });
    const warns = n % 25 === 3;
    const note = `${warns ? "⚠️ " : ""}${said.repeat(warns ? 5 : 2)}конец-${n}`;
    events.push(
      n % 40 === 7
        ? { kind: "step", step, status: "failed", seconds: 4, note, facts: { required: false } }
        : { kind: "step", step, status: "done", seconds: 4, note },
    );
    if (step === "isolate.on") events.push({ kind: "maintenance", state: "on", because: "запуск" });
    if (n % 30 === 0) events.push({ kind: "note", text: said.repeat(3) });
  }
  events.push({
    kind: "step",
    step: forward.at(-3) ?? "",
    status: "failed",
    note: `${said.repeat(6)}причина`,
    facts: { log: "app-1:/var/lib/golive/logs/a.log" },
  });
  for (const [n, step] of back.entries()) {
    events.push({ kind: "step", step, status: "started" });
    events.push(
      n === back.length - 2
        ? { kind: "step", step, status: "failed", seconds: 1, note: `${said.repeat(4)}путь назад` }
        : { kind: "step", step, status: "done", seconds: 4, note: said },
    );
  }
  events.push({ kind: "stuck", again: false, step: back.at(-2) ?? "", what: "копия не нашлась", page: "on" });
  return events.map((event, n): At => [clockAt(n), event]);
}

const events = launch();

/** What people cannot do without, at any moment. */
function holds(page: Page, body: string, moment: string): void {
  assert.ok(body.length <= most, `${moment}: ${body.length} characters`);
  const visible = body.split("\n").filter((line) => line !== "" && !line.startsWith("<!--"));
  assert.ok(visible[0]?.startsWith(`**${stateLine(page.state, ru)}**`), `${moment}: ${visible[0]}`);
  for (const line of page.phases.flatMap((phase) => phase.lines)) {
    const step = page.state.steps.get(line.id);
    const state = lineState(step);
    if (step === undefined || (["done", "skipped"].includes(state) && !step.note?.includes("⚠️"))) continue;
    const shown = visible.find(
      (one) =>
        one.startsWith("- [") &&
        one.includes(plain(line.title)) &&
        (state === "running" || one.includes(plain(step.note ?? "", Infinity))),
    );
    assert.ok(shown !== undefined, `${moment}: ${line.id} (${state}) is not whole`);
  }
  assert.equal(body.split("<details>").length, body.split("</details>").length, `${moment}: every fold is closed`);
  assert.equal((body.match(/^```/gm) ?? []).length % 2, 0, `${moment}: every block is closed`);
}

test("50 hosts, 60 checks and a rollback: at every moment GitHub takes the page, and what people need is whole", () => {
  const sizes: number[] = [];
  for (let end = 0; end <= events.length; end += end > events.length - 60 ? 3 : 41) {
    const page = samplePage(events.slice(0, end), { plan, phases, messages: ru });
    const body = renderPage(page);
    sizes.push(body.length);
    holds(page, body, `after ${end} of ${events.length} events`);
  }
  const page = samplePage(events, { plan, phases, messages: ru });
  const body = renderPage(page);
  holds(page, body, "at the end");
  assert.match(
    body,
    /\*Re-run failed jobs\* .*\[.*7\]\(https:\/\/github\.test\/clinic\/actions\/runs\/7\)/,
    "what to press",
  );
  assert.match(body, /golive rollback/);
  assert.ok(sizes.length > 40 && Math.max(...sizes) > 60_000, "the page is as long as it may be");
});

test("whoever decides by comment reads every look whole, and what to write", () => {
  const looks = idsOf((id) => id === "prepare" || id === "day-before");
  const eleven = Array.from(
    { length: 11 },
    (_, i) => `clinic.00${10 + i}_очень_длинное_название_миграции: ⚠️ переписывает таблицу`,
  ).join("; ");
  const before = looks.map(
    (step, n): At => [
      clockAt(n),
      { kind: "step", step, status: "done", note: step === "prepare.migrations" ? eleven : said.repeat(7) },
    ],
  );
  const asked = {
    ...plan,
    approval: { ...plan.approval, comment: { approvers: ["boris"], "look-at": [] } },
  } as unknown as typeof plan;
  const page = samplePage([...before, [clockAt(99), { kind: "waiting" }]], { plan: asked, phases, messages: ru });
  const body = renderPage(page);
  holds(page, body, "waiting");
  assert.ok(body.includes(plain(eleven, Infinity)), "eleven of eleven");
  assert.match(body, new RegExp(`/approve ${release.digest.slice(0, 16)}`));
});

test("a page that holds more than can be read is cut between lines, and says where the rest is", () => {
  const failed = forward.map(
    (step, n): At => [clockAt(n), { kind: "step", step, status: "failed", note: said.repeat(30) }],
  );
  const page = samplePage(failed, { plan, phases, messages: ru });
  const body = renderPage(page);
  assert.ok(body.length <= most, `${body.length}`);
  assert.match(body, /\[[^\]]*7\]\(https:[^)]*\)$|<\/sub>$/);
});
