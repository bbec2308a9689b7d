import { prepareTools } from "../../../journal/steps/steps.ts";
import { script } from "../../../core/command.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";
import { programsByHost } from "../programs.ts";

/** Whether every program that will be started is there. */
export async function programsFinding(plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<Finding> {
  const wanted = [...programsByHost(plan)];
  const problems = await Promise.all(wanted.map(([name, programs]) => missingOn(hosts.get(name), programs)));
  return {
    step: prepareTools.id,
    problems: problems.flat(),
    note: [...new Set(wanted.flatMap(([, programs]) => [...programs]))].join(", "),
  };
}

export async function missingOn(host: Host, programs: ReadonlySet<string>): Promise<Problem[]> {
  const look = 'for p; do command -v -- "$p" >/dev/null || echo "$p"; done';
  const { stdout } = await host.run(script(look, [...programs], { timeoutSeconds: 60 }));
  return stdout
    .split("\n")
    .filter((program) => program !== "")
    .map((program) => ({
      code: "program-missing",
      what: t`${program} is not installed`,
      where: host.name,
      mend: t`install it there`,
    }));
}
