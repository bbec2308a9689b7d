import { errorLine } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { type Judgement, worst } from "../../../core/verdict.ts";
import type { Abilities, CheckContext, CheckedPlan } from "../../context.ts";
import { type CheckPhase, type CheckProblem, defineCheck } from "../../define-check.ts";
import { judgeSystemd } from "./judge.ts";
import { lookAtUnits } from "./look.ts";
import { type SystemdCheck, systemdSchema } from "./schema.ts";

export const systemd = defineCheck(systemdSchema, {
  cost: "look",
  title: systemdTitle,
  hosts: (check) => [{ path: ["host"], host: check.host }],
  programs: (check, plan) => {
    const programs = ["systemctl", ...(check.journal ? ["journalctl"] : [])];
    return hostsOf(check, plan).map((host) => ({ host, programs }));
  },
  problems: systemdProblems,
  run: checkSystemd,
});

function systemdTitle({ units, host }: SystemdCheck): string {
  const plural = units?.length === 1 ? "s" : "";
  const where = host === undefined ? "" : t` on ${host}`;
  return t`${units?.join(", ") ?? t`The units of the service`} run${plural}${where}`;
}

function systemdProblems(
  { units }: SystemdCheck,
  { services }: CheckedPlan,
  _phase: CheckPhase,
  can: Pick<Abilities, "systemd">,
): CheckProblem[] {
  if (units !== undefined || can.systemd) return [];
  return [
    {
      code: "systemd-runs-no-services",
      path: [],
      what: t`the services run under ${services.manager}, so systemd knows nothing of them`,
      mend: t`name units of systemd in units:, or take the check out`,
    },
  ];
}

function hostsOf({ host }: SystemdCheck, { services }: CheckedPlan): readonly string[] {
  return host === undefined ? services.hosts : [host];
}

function unitsOf({ services }: CheckedPlan, host: string): string[] {
  const here = services.units.filter((unit) => typeof unit === "string" || unit.hosts.includes(host));
  return here.map((unit) => (typeof unit === "string" ? unit : unit.name));
}

/** Looks at every unit twice, and counts what the journal has of errors since the release was started. Their text stays on the host. */
export async function checkSystemd(check: SystemdCheck, { plan, hosts, startedOn }: CheckContext): Promise<Judgement> {
  const found = await Promise.all(
    hostsOf(check, plan).map(async (name): Promise<Judgement> => {
      const units = check.units ?? unitsOf(plan, name);
      if (units.length === 0) return { verdict: "error", evidence: t`no unit is named for ${name}` };
      try {
        const seen = await lookAtUnits(check, hosts.get(name), units, {
          startedAt: startedOn?.(name),
          // Units that the check names itself are the machine's.
          scope: check.units === undefined ? { user: plan.services.user } : {},
        });
        return seen === null
          ? { verdict: "error", evidence: t`systemd on ${name} does not answer` }
          : judgeSystemd(check, name, seen.sights, seen.started);
      } catch (error) {
        return { verdict: "error", evidence: `${name}: ${errorLine(error)}` };
      }
    }),
  );
  const verdict = worst(found.map((one) => one.verdict));
  const told = verdict === "pass" ? found : found.filter((one) => one.verdict !== "pass");
  return { verdict, evidence: told.map(({ evidence }) => evidence).join("; ") };
}
