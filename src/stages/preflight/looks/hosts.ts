import { prepareHosts } from "../../../journal/steps/steps.ts";
import { type Problem, problemsFrom } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { type HostLook, lookAtHost } from "../../../hosts/look/look-host.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";

/** One that cannot be reached is a failure, and counted before anything starts; so is one that has no room or another time. */
export async function hostsAnswer(plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<Finding> {
  const looks: HostLook[] = [];
  const problems = await Promise.all(
    hosts.all.map((host) =>
      problemsFrom(async () => {
        const look = await lookAtHost(host);
        looks.push(look);
        return look.problems;
      }),
    ),
  );
  const silent = problems.filter((one) => one.length > 0).length;
  return {
    step: prepareHosts.id,
    problems: [...silentProblems(silent, hosts.all.length), ...problems.flat()],
    note: [Object.keys(plan.hosts).join(", "), ...looks.flatMap(({ notes }) => notes)].join("; "),
  };
}

function silentProblems(silent: number, all: number): Problem[] {
  if (silent === 0 || all === 1) return [];
  return [
    {
      code: "hosts-silent",
      what: t`${silent} of ${all} hosts cannot be used, so nothing is begun on any`,
      where: "hosts",
      mend: t`mend them, or take them out of the plan`,
    },
  ];
}
