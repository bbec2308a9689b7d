import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { leadsInCircles } from "../../ways.ts";
import { hostsOfChecks } from "../checks/kinds.ts";
import { type Rule, rule } from "../rule.ts";
import { type Path, unknownHost } from "../shared.ts";

export const hostRules: readonly Rule[] = [
  rule("hosts-known", {
    problems: (plan) => {
      const known = Object.keys(plan.hosts);
      return hostsNamed(plan)
        .filter(({ host }) => !known.includes(host))
        .map(({ path, host }) => unknownHost(path, host, known));
    },
  }),
  rule("ways-lead-there", { problems: (plan) => Object.keys(plan.hosts).flatMap((name) => wayProblems(plan, name)) }),
];

/** A jump host has to be reached by ssh, and not by way of the host that it leads to. */
function wayProblems({ hosts }: Plan, name: string): PlanProblem[] {
  const host = hosts[name];
  if (host?.connect !== "ssh" || host.via === undefined) return [];
  const path = ["hosts", name, "via"];
  const local = host.via.filter((one) => typeof one === "string" && hosts[one]?.connect === "local");
  const found: PlanProblem[] = local.map((one) => ({
    code: "plan-way-local",
    place: { path },
    what: t`"${String(one)}" is the runner itself, so no way leads by it`,
    mend: t`take it out of via`,
  }));
  if (leadsInCircles(name, hosts))
    found.push({
      code: "plan-way-circle",
      place: { path },
      what: t`the way to "${name}" leads by "${name}" itself`,
      mend: t`let via name a host that the runner reaches`,
    });
  return found;
}

interface Named {
  readonly path: Path;
  readonly host: string;
}

/** Every place that names one host. Lists of hosts may name roles as well; those have a rule of their own. */
function hostsNamed(plan: Plan): Named[] {
  return [...ofWays(plan), ...ofParts(plan), ...ofLists(plan), ...ofPrepare(plan), ...hostsOfChecks(plan)];
}

function ofWays({ hosts }: Plan): Named[] {
  return Object.entries(hosts).flatMap(([name, host]) =>
    host.connect === "local"
      ? []
      : (host.via ?? []).flatMap((one) => (typeof one === "string" ? named(["hosts", name, "via"], one) : [])),
  );
}

function named(path: Path, host: string | undefined): Named[] {
  return host === undefined ? [] : [{ path, host }];
}

function ofParts({ control, database, loadBalancer, deploy, silence, annotation }: Plan): Named[] {
  return [
    ...named(["control", "host"], control.host),
    ...named(["database", "host"], database.engine === "none" ? undefined : database.host),
    ...(database.engine === "postgresql" ? database.poolers : []).flatMap(({ host }, index) =>
      named(["database", "poolers", index, "host"], host),
    ),
    ...named(["load-balancer", "host"], "host" in loadBalancer ? loadBalancer.host : undefined),
    ...named(["deploy", "migrate-on"], deploy.migrateOn),
    ...named(["silence", "from"], silence?.from),
    ...named(["annotation", "from"], annotation?.from),
  ];
}

function ofLists({ services, certificates, dns, files }: Plan): Named[] {
  const inList = (path: Path, list: readonly { readonly host: string }[]) =>
    list.map(({ host }, index) => ({ path: [...path, index, "host"], host }));
  return [
    ...inList(["services", "pause"], services.pause),
    ...inList(["certificates"], certificates),
    ...inList(["dns"], dns),
    ...inList(["files"], Array.isArray(files) ? files : []),
  ];
}

function ofPrepare({ prepare }: Plan): Named[] {
  const { access, keys, testRestore, newestBackup } = prepare;
  return [
    ...access.flatMap(({ from }, index) => named(["prepare", "access", index, "from"], from)),
    ...named(["prepare", "keys", "staging", "host"], keys?.staging?.host),
    ...named(["prepare", "test-restore", "server", "host"], testRestore?.server?.host),
    ...named(["prepare", "newest-backup", "host"], newestBackup?.host),
  ];
}
