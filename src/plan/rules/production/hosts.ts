import type { Plan } from "../../schema/schema.ts";
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
];

interface Named {
  readonly path: Path;
  readonly host: string;
}

/** Every place that names one host. Lists of hosts may name roles as well; those have a rule of their own. */
function hostsNamed(plan: Plan): Named[] {
  return [...ofParts(plan), ...ofLists(plan), ...ofPrepare(plan), ...hostsOfChecks(plan)];
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
