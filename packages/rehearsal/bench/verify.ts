import type { PlanData } from "../plan/plan-data.ts";
import { latestRelease, stateOf } from "../../../src/journal/state.ts";
import { verifyCheck } from "../../../src/journal/steps/steps.ts";
import { startWorld } from "../world/world.ts";
import type { Bench } from "./bench.ts";

const names = { all: "verify, 20 checks", slowest: "its slowest check", alone: "that check alone" } as const;
const tag = "v1.1.0";

/** What a plan of twenty checks costs over the one of them that takes longest. */
export const verify: Bench = {
  about: "twenty checks of a launch, beside the slowest of them in the same run and in a launch of its own",
  unit: "s",
  rounds: 3,
  warmUps: 0,
  async open() {
    let slowest = { id: "", seconds: 0 };
    return {
      subjects: [
        {
          name: names.all,
          async measure() {
            const { seconds, checks } = await launch(() => true);
            if (checks.length !== 20) throw new Error(`there are ${checks.length} checks`);
            slowest = checks.toSorted((a, b) => b.seconds - a.seconds)[0] ?? slowest;
            console.log(
              `  ${seconds.toFixed(2)} s: ${checks.map((check) => `${check.id} ${check.seconds.toFixed(2)}`).join(", ")}`,
            );
            return seconds;
          },
        },
        { name: names.slowest, measure: async () => slowest.seconds },
        {
          name: names.alone,
          measure: async () => (await launch((id) => id === slowest.id)).checks[0]?.seconds ?? Number.NaN,
        },
      ],
      ratios: [
        [names.all, names.slowest],
        [names.all, names.alone],
      ],
      close: async () => {},
    };
  },
};

/** A launch on a fresh production with those of the checks. */
async function launch(
  keep: (id: string) => boolean,
): Promise<{ seconds: number; checks: { id: string; seconds: number }[] }> {
  const world = await startWorld({
    watched: true,
    change: (plan) => {
      const { checks } = plan.verify as { checks: PlanData[] };
      const app = String(checks[0]?.url).replace("/health/", "");
      const site = String(plan.site.url);
      const host = "app-1";
      const http = (id: string, url: string, more: object = {}) => ({ kind: "http", id, url, ...more });
      checks.push(
        ...[1, 2, 3].map((n) => http(`front-${n}`, site, { bypass: true })),
        ...[1, 2].map((n) => http(`host-${n}`, `${app}/health/`, { from: host, headers: { "X-Powered-By": false } })),
        http("json", `${app}/version/`, { from: host, json: { path: "version", equals: "{tag}" } }),
        { kind: "smoke", id: "smoke-again", host, path: "smoke", "least-tests": 5, env: { BASE_URL: app } },
        ...["one", "two", "three", "four"].map((id) => ({ kind: "command", id, host, run: ["sh", "-c", "test -d /"] })),
        { kind: "command", id: "check", host, run: [plan.deploy.python, "-c", "print(1)"] },
        { kind: "migrations", id: "migrations" },
        ...["scrapes", "again"].map((id) => ({
          ...checks.find(({ kind }) => kind === "prometheus"),
          id,
          canary: undefined,
        })),
      );
      plan.verify.checks = checks.filter(({ id }) => keep(id));
    },
  });
  try {
    const { conclusion, log } = await world.launch({ tag });
    if (conclusion !== "success") throw new Error(log.join("\n"));
    const entries = await world.journal();
    const steps = verifyCheck.all(stateOf(entries, latestRelease(entries) ?? ""));
    const from = Math.min(...steps.map(([, step]) => Date.parse(step.startedAt)));
    const to = Math.max(...steps.map(([, step]) => Date.parse(step.endedAt ?? "")));
    return {
      seconds: (to - from) / 1000,
      checks: steps.map(([id, { seconds = 0 }]) => ({ id, seconds })),
    };
  } finally {
    await world.stop();
  }
}
