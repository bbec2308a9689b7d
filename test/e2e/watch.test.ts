import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { withWatch } from "../../packages/rehearsal/rehearse/testers.ts";
import { changeMain } from "../../packages/rehearsal/world/in-clone.ts";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { repository, startWorld } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

const soon = (form: { readonly url: string }) => (plan: Record<string, any>) => {
  withWatch(plan);
  Object.assign(plan.watch, {
    // Counted from the opening; a busy machine needs half a minute until the first look.
    for: "90s",
    every: "3s",
    feedback: {
      url: "https://forms.example.org/1",
      totals: {
        url: form.url,
        numbers: [
          { title: "Answers", path: "total" },
          { title: "Content", path: "answers[1].count" },
          { title: "A name", path: "last" },
        ],
      },
    },
  });
  plan.locale = "ru";
  // Only what this is about.
  plan.verify.checks = (plan.verify.checks as { id: string }[]).filter(({ id }) =>
    ["health", "version", "smoke"].includes(id),
  );
  for (const section of ["dns", "certificates"]) delete plan[section];
};

test("a release that is well is watched by one job after the other, reported, and its checklist closed; a SEV-1 goes back with one approval", async (t) => {
  // What the form's service answers: totals, and what is nobody's business here.
  const server = createServer((_, answer) =>
    answer.end(JSON.stringify({ total: 12345, answers: [{ count: 2 }, { count: 12343 }], last: "Anna Petrova" })),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const world = await startWorld({
    watched: true,
    change: soon({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }),
  });
  t.after(() => world.stop());
  const traffic = world.production.startTraffic({ writesPerSecond: 8, readsPerSecond: 20 });
  const comments = async (issue: number) =>
    (
      (await world.api("anna", "GET", `/repos/${repository}/issues/${issue}/comments?per_page=100`)) as {
        body: string;
      }[]
    ).map(({ body }) => body);

  // How long a job lasts stands in the workflow's file, and that a private repository attests as well.
  await changeMain(world.production.origin, "Short jobs of the watch, and what they say attested", {
    ".github/workflows/go-live.yml": (text) => text.replaceAll("'5h30m'", "'20s'").replaceAll("inputs.attest", "true"),
  });
  const good = await world.launch({ tag: "v1.0.1" });
  assert.equal(good.conclusion, "success", good.log.slice(-60).join("\n"));
  const live = await lastState(world);
  assert.match(
    live.steps.get("watch.watch")?.note ?? "",
    /^запросы с хорошим ответом: (100|99,\d+) % из \d+; собственные запросы с хорошим ответом: 100 % из \d+; без инцидентов$/,
  );
  const [first] = await world.issues();
  assert.equal(first?.state, "closed");
  const report = (await comments(first?.number ?? 0)).at(-1) ?? "";
  assert.match(
    report,
    /^## 🟢 psychology-api v1\.0\.1: отчёт\n\n[\s\S]*\| Запросы с хорошим ответом \| [\d,]+ % \(обещано 99,9 %\) · плохих \d+ из \d+, это \d+ % допустимого \|[\s\S]*\| Инциденты \| не было \|[\s\S]*\| Отзывы \| Answers: 12\s345; Content: 12\s343; A name: неизвестно \|[\s\S]*```mermaid\nxychart-beta[\s\S]*forms\.example\.org/,
  );
  // Each job hands on what it knows: what one of them saw is in the report, and in the charts of the checklist.
  const jobs = good.log.filter((line) => /^наблюдение, .*; осталось /.test(line));
  assert.ok(jobs.length >= 4, good.log.join("\n"));
  assert.match(first?.body ?? "", /```mermaid\nxychart-beta\n {4}title "Плохие запросы/);
  const run = join(world.production.directory, "runner/kept", String(good.runId));
  const evidence = await readFile(join(run, "artifacts/golive-evidence/evidence.json"), "utf8");
  const { outcome, feedback, approvedBy, watch } = JSON.parse(evidence) as Record<string, any>;
  assert.deepEqual(
    [outcome, approvedBy, feedback],
    [
      "live",
      ["dmitry"],
      [
        { title: "Answers", value: 12345 },
        { title: "Content", value: 12343 },
        { title: "A name", value: null },
      ],
    ],
  );
  assert.equal(evidence.includes("Petrova"), false);
  assert.equal(
    (await readFile(join(run, "attested/evidence.json"), "utf8")).slice(0, 64),
    createHash("sha256").update(evidence).digest("hex"),
  );
  assert.ok(watch.probes.all >= 20, JSON.stringify(watch));

  // By hand, for a watch that was lost: this one is over, and its report is said once.
  const before = (await comments(first?.number ?? 0)).length;
  const again = await world.launch({ tag: "v1.0.1", workflow: "watch.yml" });
  assert.equal(again.conclusion, "success", again.log.join("\n"));
  assert.equal((await comments(first?.number ?? 0)).length, before);

  const bad = await world.launch({ tag: "v1.1.0-sev1" });
  const visits = await traffic.stop();
  assert.equal(bad.conclusion, "success", bad.log.slice(-80).join("\n"));
  const state = await lastState(world);
  assert.equal(state.ended?.outcome, "rolled-back");
  assert.match(state.ended?.because ?? "", /^SEV-1: запросы: плохих \d+ из \d+ за 5 мин$/);
  assert.deepEqual(state.recalled?.by, ["dmitry"]);
  assert.deepEqual(
    state.incidents.map(({ change }) => change).filter((change) => change !== "changed"),
    ["opened", "sev1"],
  );
  assert.equal((await stateOfProduction(world)).version, "v1.0.1");
  const issue = (await world.issues()).toSorted((a, b) => b.number - a.number)[0];
  assert.equal(issue?.state, "closed");
  const said = await comments(issue?.number ?? 0);
  assert.ok(
    said.some((body) => body.startsWith("## 🔴 SEV-1: v1.1.0-sev1 надо откатывать")),
    said.join("\n---\n"),
  );
  assert.ok(said.some((body) => body.startsWith("## ↩️ Вернуть psychology-api с v1.1.0-sev1 назад?")));
  const back = JSON.parse(
    await readFile(
      join(world.production.directory, "runner/kept", String(bad.runId), "artifacts/golive-evidence/evidence.json"),
      "utf8",
    ),
  ) as Record<string, any>;
  assert.deepEqual([back.outcome, back.recalled.by, back.incidents.at(-1).change], ["rolled-back", ["dmitry"], "sev1"]);
  // The incident has an issue of its own, which ended with the rollback.
  const incidents = (await world.api(
    "anna",
    "GET",
    `/repos/${repository}/issues?state=all&labels=golive-incident`,
  )) as { number: number; title: string; body: string; state: string }[];
  assert.deepEqual(
    incidents.map(({ title, state: how }) => [title, how]),
    [["Инцидент: psychology-api v1.1.0-sev1", "closed"]],
  );
  assert.match(incidents[0]?.body ?? "", new RegExp(`плохих \\d+ из \\d+ за 5 мин[\\s\\S]*#${issue?.number}\\.`));
  assert.match((await comments(incidents[0]?.number ?? 0)).at(-1) ?? "", /откатили/);
  const kept = (await stateOfProduction(world)).databases.filter((name) => name.includes("_failed_"));
  assert.deepEqual(
    (
      await locate(visits.acknowledged, world.production.postgres, [
        world.production.postgres.database,
        ...kept,
        ...(await stateOfProduction(world)).shut,
      ])
    ).lost,
    [],
  );
  // The plan is in Russian, and so is all that golive says of itself.
  const words = [...live.steps.values(), ...state.steps.values()].flatMap(({ note }) => note ?? []);
  assert.deepEqual(
    words.filter((note) => /\b(?:the|was|were|is|are|of|for|before|after|rows|in|done|not)\b/.test(note)),
    [],
  );
  assert.match(state.steps.get("watch.watch")?.note ?? "", /^SEV-1: запросы/);
  assert.deepEqual(world.twin.violations(), []);
});
