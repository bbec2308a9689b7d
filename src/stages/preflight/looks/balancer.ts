import { prepareBalancer } from "../../../journal/steps/steps.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { type Balancer, hasPage, openBalancer } from "../../../load-balancer/balancer.ts";
import { calledPath, gotAt, lookAtPaths, type PathSeen } from "../../../load-balancer/open-paths.ts";
import { look, type Sight, sawInstead } from "../../../load-balancer/proof.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import { answeredFacts } from "../../window/answered-before.ts";
import type { Finding } from "../finding.ts";
import { lookOfWatch } from "./watch.ts";

const step = prepareBalancer.id;

/** That no page is up, that what gets visitors can be counted, and that the site is seen where visitors see it. */
export async function balancerFinding(plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<Finding> {
  const balancer = openBalancer(plan.loadBalancer, hosts);
  const unready = hasPage(plan.loadBalancer) ? await unreadyProblems(balancer) : [];
  if (unready.length > 0) return { step, problems: unready };
  const sights = await look(plan);
  const watched = await lookOfWatch(plan, { hosts });
  const paths = await lookAtPaths(plan);
  const answered = answeredFacts(plan, sights);
  const statuses = [...new Set(answered.map(({ status }) => status))].join(", ");
  return {
    step,
    problems: [...siteProblems(sights), ...watched.problems, ...paths.flatMap((one) => pathProblems(one, plan))],
    note: [
      statuses === "" ? plan.site.url : `${plan.site.url}: ${statuses}`,
      ...otherThanMeant(plan, answered),
      ...watchNotes(watched),
    ].join("; "),
    facts: { answered: [...answered, ...watched.answered] },
  };
}

async function unreadyProblems(balancer: Balancer): Promise<Problem[]> {
  if ((await balancer.status()) !== "off") return [pageUp()];
  // What cannot be counted or is not ready by day will not be at night.
  await balancer.running?.();
  const missing = (await balancer.servers?.missing()) ?? [];
  return missing.map(({ balancer: where, server, state }) => ({
    code: "server-without-visitors",
    what: t`${server} is ${state}, so it gets no visitors`,
    where,
    mend: t`a launch starts from a site that works; mend it, or name in load-balancer.servers those that count`,
  }));
}

function pageUp(): Problem {
  return {
    code: "page-up-already",
    what: t`the maintenance page is up already, and no launch of golive is under way`,
    where: "load-balancer",
    mend: t`find out who put it up, and take it down first`,
  };
}

/** A path that is not open by day is not open at night. */
function pathProblems(seen: PathSeen, plan: Plan): Problem[] {
  if (seen.open) return [];
  return [
    {
      code: "open-path-not-open",
      what: t`${calledPath(seen.path)} should stay open at night, and by day one gets ${gotAt(seen, plan)}`,
      where: seen.address,
      mend: t`correct the path or its status under load-balancer.open-paths, or mend what serves it`,
    },
  ];
}

function watchNotes({ notes }: { readonly notes: readonly string[] }): string[] {
  return notes.length === 0 ? [] : [t`the watch sees ${notes.join(", ")}`];
}

/** The plan says how the site will answer: that it does not by day may be what the release changes. */
function otherThanMeant({ site }: Plan, answered: readonly { readonly status: number | null }[]): string[] {
  const { status } = site;
  if (status === undefined || answered.every((one) => one.status === status)) return [];
  return [t`⚠ the plan wants ${status} (site.status) once the release is there`];
}

function siteProblems(sights: readonly Sight[]): Problem[] {
  return sights
    .filter(({ answer, closed }) => closed || answer.status === 0 || answer.status >= 500)
    .map((sight) => ({
      code: "site-not-open",
      what: sawInstead(sight, "open"),
      where: sight.address,
      mend: t`a launch starts from a site that works; see site.url and load-balancer.addresses in the plan`,
    }));
}
