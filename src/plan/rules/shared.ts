import { t } from "../../core/text/text.ts";
import type { PlanProblem } from "../judge/plan-problem.ts";
import { nearest } from "../nearest.ts";
import type { Plan } from "../schema/schema.ts";

/** A place in the plan, as the schema names it. */
export type Path = readonly PropertyKey[];

/** A name that the plan gives to no host. */
export function unknownHost(path: Path, host: string, known: readonly string[]): PlanProblem {
  const near = nearest(host, known);
  return {
    code: "plan-host-unknown",
    place: { path },
    what: t`host "${host}" is not among hosts`,
    mend: near ? t`did you mean "${near}"?` : t`add it under hosts, or use one of: ${known.join(", ")}`,
  };
}

/** Ids in a list that are there already. */
export function twice(path: Path, list: readonly { readonly id: string }[]): PlanProblem[] {
  const ids = list.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            code: "plan-id-twice",
            place: { path: [...path, index, "id"] },
            what: t`id "${id}" is used twice`,
            mend: t`give each its own`,
          },
        ],
  );
}

export function notOfTheDeploy(path: Path, host: string, { deploy }: Plan): PlanProblem {
  return {
    code: "plan-host-not-of-deploy",
    place: { path },
    what: t`"${host}" is not a host of the deploy`,
    mend: t`use some of: ${deploy.hosts.join(", ")}`,
  };
}

/** Which host migrates, before any other has the release. */
export function migrateHostOf({ deploy }: Plan): string {
  return deploy.migrateOn ?? deploy.hosts[0] ?? "";
}

/** The names of a list that are hosts of the plan and not among `inside`, each with its place. */
export function hostsOutside(
  plan: Plan,
  {
    hosts,
    inside,
    path,
  }: { readonly hosts: readonly string[]; readonly inside: readonly string[]; readonly path: Path },
): { readonly host: string; readonly path: Path }[] {
  // With roles the list is longer than it is written, so no place in it is known.
  const asWritten = Object.keys(plan.roles).length === 0;
  return hosts
    .map((host, index) => ({ host, path: asWritten ? [...path, index] : path }))
    .filter(({ host }) => host in plan.hosts && !inside.includes(host));
}
