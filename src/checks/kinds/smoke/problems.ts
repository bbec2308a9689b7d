import { t } from "../../../core/text/text.ts";
import type { Abilities, CheckedPlan } from "../../context.ts";
import type { CheckPhase, CheckProblem } from "../../define-check.ts";
import { noPageYet, noWayPast } from "../../past-page.ts";
import type { SmokeCheck } from "./schema.ts";

export function smokeProblems(
  check: SmokeCheck,
  plan: CheckedPlan,
  phase: CheckPhase,
  can: Pick<Abilities, "pytest">,
): CheckProblem[] {
  switch (phase) {
    case "prepare":
      return [
        {
          code: "smoke-before-the-window",
          path: [],
          what: t`smoke tests before the window are run against staging`,
          mend: t`name them in verify.checks, and add prepare.staging`,
        },
      ];
    case "trial":
      return check.bypassEnv === undefined ? [] : noPageYet();
    case "verify":
      return [
        ...placeProblems(check, plan, can.pytest),
        ...(check.bypassEnv === undefined ? [] : noWayPast(plan, ["bypass-env"])),
      ];
  }
}

function placeProblems({ host, run }: SmokeCheck, { hosts, deploy }: CheckedPlan, pytest: boolean): CheckProblem[] {
  const problems: CheckProblem[] = [];
  if (host in hosts && !deploy.hosts.includes(host))
    problems.push({
      code: "smoke-host-without-checkout",
      path: ["host"],
      what: t`"${host}" has no checkout to run pytest in`,
      mend: t`use one of deploy.hosts: ${deploy.hosts.join(", ")}`,
    });
  if (run === undefined && !pytest)
    problems.push({
      code: "smoke-without-pytest",
      path: [],
      what: t`with preset ${deploy.preset} there is no pytest of the virtual environment`,
      mend: t`add run: with the words that write a JUnit report to {report}`,
    });
  return problems;
}
