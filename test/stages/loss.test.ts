import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import type { Event } from "../../src/journal/event.ts";
import { lossDigest, lossOf } from "../../src/stages/rollback/database/loss.ts";
import { lossPage, lossText } from "../../src/stages/rollback/database/loss-page.ts";
import { release } from "../checklist/sample-page.ts";
import { launchFor, recordedHost } from "./launch-for.ts";

const written = [{ table: "public.bookings", inserted: 368, changed: 2, deleted: 0, byPeople: 360, leftOut: [] }];
const migrated: Event = { kind: "step", step: "deploy.migrate@app-1", status: "done", facts: { migrated: true } };
const opened: Event = { kind: "step", step: "open.off", status: "done" };
const copy: Event = {
  kind: "step",
  step: "backup.copy",
  status: "done",
  facts: { copy: { name: "clinic_copy", oid: "17001" } },
};
const swapBegun: Event = {
  kind: "step",
  step: "rollback.database",
  status: "started",
  facts: { replacement: "17001" },
};
const counted: Event = { kind: "counted", database: "16384", written };

/** `oid`: of the database that bears the service's name, or why that cannot be asked. */
function launch(events: readonly Event[], oid: string | Error | null) {
  let compared = 0;
  const { host } = recordedHost("app-1", ({ stdin = "", args }) => {
    if (oid instanceof Error) throw oid;
    const asked = `${stdin} ${args.join(" ")}`;
    if (asked.includes("SELECT oid FROM pg_database")) {
      // The copy is where it was only as long as it did not take the other's name.
      const isCopy = asked.includes("clinic_copy");
      return { stdout: isCopy ? "17001" : (oid ?? "") };
    }
    compared++;
    throw new UserError({ code: "of-a-test", what: "the comparison did not end" });
  });
  const { launch: made } = launchFor({ hosts: [host], events });
  return { made, state: made.state, compared: () => compared };
}

const kinds: readonly [name: string, events: readonly Event[], oid: string | Error | null, expected: RegExp][] = [
  ["never opened", [migrated, copy], "16384", /^never-open$/],
  ["no migration", [opened], "16384", /^code-only$/],
  [
    "swapped, counted before",
    [migrated, opened, copy, counted, swapBegun],
    "17001",
    /^counted 368 .*of before serves already/,
  ],
  ["swapped, never counted", [migrated, opened, copy, swapBegun], "17001", /^unknown .*of before serves already/],
  [
    "the copy was renamed by hand",
    [migrated, opened, copy, counted],
    "17001",
    /^counted 368 .*of before serves already/,
  ],
  ["another database of the name", [migrated, opened, copy, counted], "20000", /^counted 368 .*another database/],
  ["no database of the name", [migrated, opened, copy, counted], null, /^counted 368 .*there is no database clinic/],
  [
    "the server does not answer",
    [migrated, opened, copy],
    new UserError({ code: "of-a-test", what: "no route" }),
    /^unknown no route$/,
  ],
  [
    "it does not answer, counted before",
    [migrated, opened, copy, counted],
    new UserError({ code: "of-a-test", what: "no route" }),
    /^counted 368 no route$/,
  ],
  ["the comparison fails", [migrated, opened, copy], "16384", /^unknown the comparison did not end$/],
  ["it fails, counted before", [migrated, opened, copy, counted], "16384", /^counted 368 the comparison did not end$/],
  [
    "swapped and opened by hand since",
    [migrated, opened, copy, counted, swapBegun, { kind: "maintenance", state: "off", because: "vera" }],
    "17001",
    /^counted 368/,
  ],
];

for (const [name, events, oid, expected] of kinds)
  test(`what going back sets aside: ${name}`, async () => {
    const { made, state, compared } = launch(events, oid);
    const loss = await lossOf(made);
    const said =
      loss.kind === "counted"
        ? `counted ${loss.written[0]?.inserted} ${loss.since ?? ""}`
        : `${loss.kind} ${loss.kind === "unknown" ? loss.why : ""}`.trim();
    assert.match(said, expected);
    if (oid !== "16384") assert.equal(compared(), 0, "nothing is counted in another database");
    const page = lossPage(made, "bookings fail", loss, []);
    if (loss.kind === "unknown") {
      assert.match(page, /not known/);
      assert.doesNotMatch(`${page} ${lossText(loss)}`, /Nothing was written|nothing was written|\| 0 \|/);
    }
    if (loss.kind === "counted") assert.match(page, /\| public\.bookings \| 368 \| 2 \| 0 \| 360 \|/);
    assert.match(lossDigest(state(), loss), /^[0-9a-f]{12}$/);
  });

test("a way back that is gone is refused before anybody approves it", async () => {
  const { made } = launch([migrated, opened], "16384");
  await assert.rejects(lossOf(made), (error: UserError) => error.problems[0]?.code === "way-back-gone");
});

test("what is accepted is one count of one launch", () => {
  const { state } = launch([migrated, opened, counted], "16384");
  const known = { kind: "counted", at: "2026", written, since: null } as const;
  const digests = [
    lossDigest(state(), known),
    lossDigest(state(), { ...known, at: "2027" }),
    lossDigest(state(), { ...known, written: [] }),
    lossDigest({ ...state(), release: { ...release, id: "v9-9" } }, known),
    lossDigest(state(), { kind: "unknown", why: "x" }),
    lossDigest(state(), { kind: "code-only" }),
  ];
  assert.equal(new Set(digests).size, digests.length);
  assert.equal(
    lossDigest(state(), { ...known, since: "counted before" }),
    digests[0],
    "why it is an earlier one is nothing new",
  );
});
