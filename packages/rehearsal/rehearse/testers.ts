import { boxesOf } from "../../../src/checklist/scenarios.ts";
import type { TwinEvent } from "@golive/github-twin";
import type { PlanData } from "../plan/plan-data.ts";
import { repository, type World } from "../world/world.ts";

/** What the clinic's people walk through. dmitry is the doctor on duty. */
export const clinicScenarios = [
  {
    id: "g1",
    title: "A client finds a free hour and books it",
    owners: ["@anna"],
    steps: ["Open the calendar of next week.", "Book a free hour.", "It is shown as booked, with its end."],
  },
  {
    id: "g2",
    title: "The doctor sees the booking",
    owners: ["@dmitry"],
    steps: ["Log in as a doctor.", "The new booking is in the list."],
  },
  {
    id: "g3",
    title: "The client cancels, and the hour is free again",
    owners: ["@anna", "@dmitry"],
    steps: ["Cancel the booking.", "The hour can be booked again."],
  },
  {
    id: "g4",
    title: "The reminder would go to the right person",
    steps: ["Look at the reminder of a test client."],
    required: false,
  },
];

/** Gives a plan the clinic's scenarios, with people who are quick. */
export function withScenarios(plan: PlanData): void {
  Object.assign(plan.verify, { scenarios: clinicScenarios, people: { within: "2m", usual: "3s", remind: "1m" } });
}

/**
 * Has the release watched for some seconds once it is open. Throws where nothing collects its metrics: a rehearsal that
 * nobody watches would end well whatever became of it.
 */
export function withWatch(plan: PlanData): void {
  const metrics = (plan.verify.checks as PlanData[]).find(({ kind }) => kind === "prometheus");
  if (metrics === undefined) throw new Error("the production collects no metrics, so nothing can be watched");
  const of = (labels: string) => `sum(http_requests_total{job="${metrics.job}"${labels}})`;
  plan.watch = {
    for: "60s",
    every: "5s",
    day: "0s",
    prometheus: { url: metrics.url, from: metrics.from, requests: of(""), bad: of(', status=~"5.."') },
  };
}

/**
 * People who tick each scenario as its owner once the comment is there. `works` is asked for each; by default all do.
 * What GitHub starts upon the first tick (`checklist.yml`) runs as well. Returns how to wait for the runs.
 */
export function startTesters(
  world: Pick<World, "twin" | "api" | "launch">,
  works: (title: string, steps: readonly string[]) => Promise<boolean> = async () => true,
): { runs(): Promise<readonly string[]> } {
  const runs: Promise<string>[] = [];
  let edited: TwinEvent | null = null;
  const tick = async (comment: number, id: string, owner: string, box: "pass" | "fail") => {
    const path = `/repos/${repository}/issues/comments/${comment}`;
    const { body } = (await world.api(owner, "GET", path)) as { body: string };
    if (boxesOf(body).get(id)?.has(box)) return;
    await world.api(owner, "PATCH", path, {
      body: body
        .split("\n")
        .map((line) => (line.includes(`golive:box=${id}:${box}`) ? line.replace("[ ]", "[x]") : line))
        .join("\n"),
    });
    if (edited === null || runs.length > 0) return;
    runs.push(
      world
        .launch({
          tag: "",
          workflow: "checklist.yml",
          actor: owner,
          event: edited,
        })
        .then(({ conclusion, log }) => `${conclusion}: ${log.join("\n")}`),
    );
  };
  world.twin.onEvent((event) => {
    if (event.name !== "issue_comment") return;
    const { comment, sender } = event.payload as { comment: { id: number; body: string }; sender: { type: string } };
    if (event.action === "edited" && sender.type === "User") edited = event;
    if (event.action !== "created" || !comment.body.startsWith("<!-- golive:scenarios=")) return;
    void (async () => {
      for (const { id, title, owners, steps } of clinicScenarios)
        await tick(comment.id, id, (owners?.[0] ?? "@dmitry").slice(1), (await works(title, steps)) ? "pass" : "fail");
    })();
  });
  return { runs: () => Promise.all(runs) };
}
