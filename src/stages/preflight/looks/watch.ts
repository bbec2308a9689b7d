import type { Problem } from "../../../core/errors.ts";
import { isOfSite } from "../../../hosts/requests/as-site.ts";
import { t } from "../../../core/text/text.ts";
import { pageName } from "../../../core/watch/as-before.ts";
import { counterNames } from "../../../core/watch/counters.ts";
import { addressesOf } from "../../../load-balancer/proof.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { PlanWatch } from "../../../plan/schema/watch-schema.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import { askerOfWatch, samplesNow } from "../../watch/counters-now.ts";
import { isWell, pagesOf, type Probed, probePage } from "../../watch/probe-site.ts";

/** What a look of the watch found. */
interface Looked {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** One look of the watch, by day: what it could not see then it would not see at night, when it is all that watches. */
export async function lookOfWatch(
  plan: Plan,
  reached: Pick<Connections, "hosts">,
): Promise<Looked & { readonly answered: ReturnType<typeof answeredOf> }> {
  const { watch } = plan;
  if (watch === undefined) return { problems: [], notes: [], answered: [] };
  const [probed, metrics] = await Promise.all([probeAll(plan, watch), lookAtMetrics(plan, watch, reached)]);
  const answered = answeredOf(probed);
  const statuses = [...new Set(answered.map(({ url, status }) => `${url}: ${status}`))];
  return {
    problems: [...probed.flatMap((one) => probeProblems(one)), ...metrics.problems],
    notes: [...statuses, ...metrics.notes],
    answered,
  };
}

/** How pages answered that did. */
function answeredOf(probed: readonly Probed[]) {
  return probed
    .filter(({ answer: { status } }) => status >= 200 && status < 500)
    .map(({ page, address, answer: { status } }) => ({
      url: pageName(page.url),
      ...(address === undefined ? {} : { address }),
      status,
    }));
}

async function probeAll(plan: Plan, watch: PlanWatch): Promise<Probed[]> {
  // Without a word of the plan it is the site's page, which is looked at anyway.
  if (watch.requests === 0 || watch.probes === undefined) return [];
  const asked = pagesOf(plan, watch).flatMap((page) => {
    // A page elsewhere has one address, however many the balancers have.
    const turns = isOfSite(page.url, plan) ? addressesOf(plan).length : 1;
    return Array.from({ length: turns }, (_, turn) => probePage({ plan, within: watch.within }, page, turn));
  });
  return Promise.all(asked);
}

function probeProblems(probed: Probed): Problem[] {
  const { page, address, answer } = probed;
  const { status, body } = answer;
  if (page.new || isWell(probed, isRight(status) ? [{ status }] : [{ status: 200 }])) return [];
  const where = address ?? new URL(page.url).host;
  if (page.contains !== undefined && status !== 0 && !body.includes(page.contains))
    return [
      {
        code: "watch-page-without-text",
        what: t`${pageName(page.url)} does not hold the text that the watch looks for`,
        where,
        mend: mendProbe(),
      },
    ];
  const got = status === 0 ? t`no answer (${answer.error})` : t`status ${status}`;
  return [
    {
      code: "watch-page-not-well",
      what: t`${pageName(page.url)}: the watch gets ${got}, and would call every visitor's request bad`,
      where,
      mend: mendProbe(),
    },
  ];
}

/** What a page may answer with by day to be right with that at night; one that is not there is no page to watch. */
function isRight(status: number): boolean {
  return (status >= 200 && status < 400) || status === 401 || status === 403;
}

const mendProbe = () => t`correct it under watch.probes; for a page that only the release brings, \`new: true\``;

async function lookAtMetrics(plan: Plan, watch: PlanWatch, { hosts }: Pick<Connections, "hosts">): Promise<Looked> {
  const { prometheus } = watch;
  if (prometheus === undefined) return { problems: [], notes: [] };
  const found = await samplesNow(askerOfWatch(prometheus, { hosts, plan }), prometheus);
  if ("verdict" in found)
    return {
      problems: [
        {
          code: "watch-metrics-unseen",
          what: t`the watch cannot ask for its metrics: ${found.evidence}`,
          where: prometheus.from ?? t`the runner`,
          mend: t`correct watch.prometheus, or what it asks; without it nobody would see errors after the opening`,
        },
      ],
      notes: [],
    };
  const exporters = new Set(found.map(({ exporter }) => exporter)).size;
  const missing = counterNames.filter(
    (name) => name !== "bad" && prometheus[name] !== undefined && !found.some((one) => one.name === name),
  );
  return {
    problems: [],
    notes: [
      ...(exporters > 0 ? [t`metrics of ${exporters} {0:exporter|exporters|exporters}`] : []),
      ...missing.map((name) => t`⚠ watch.prometheus.${name} has no series; does the release bring its metrics?`),
    ],
  };
}
