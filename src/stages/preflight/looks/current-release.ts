import { prepareChecks } from "../../../journal/steps/steps.ts";
import type { CheckContext } from "../../../checks/context.ts";
import { kindOf } from "../../../checks/registry.ts";
import { checkTitle, runCheck } from "../../../checks/check.ts";
import { errorLine, type Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Hosts } from "../../../hosts/open-hosts.ts";
import { liveDirectory } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { presetOf } from "../../../presets/preset.ts";
import { strategyOf } from "../../../presets/strategy.ts";
import { healthHosts } from "../../deploy/deploy-order.ts";
import { healthProblem } from "../../deploy/health.ts";
import { versionOn } from "../../deploy/version.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";
import { migrationsOf } from "../migrations.ts";
import { calledNow } from "../night-checks.ts";

type DayCheck = Plan["prepare"]["checks"][number];

/**
 * How the release that runs now answers. Its health page has to: after a rollback it is what opens the site again.
 * Its version and the checks it passes today are kept; no more can be asked of it later.
 */
export async function currentReleaseFinding(plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<Finding> {
  const unhealthy = await healthProblems(plan, hosts);
  const versions = await versionsNow(plan, hosts);
  const unreadable = await settingsProblems(plan, hosts);
  const expected = await calledNow(plan, hosts, versions);
  const asked: CheckContext = { plan, expected, hosts, migrations: migrationsOf(plan, hosts, expected) };
  const judged = await judgedByDay(plan, asked);
  const failed = await failedByDay(plan, asked);
  const warned = failed.filter(({ check }) => !check.required).map(warning);
  const failing = judged.filter(({ verdict }) => verdict !== "pass");
  const note = [
    Object.values(versions).join(", "),
    ...warned,
    ...(await silentVersions(plan, hosts, versions)),
    ...notYet(failing),
  ]
    .filter((one) => one !== "")
    .join("; ");
  return {
    step: prepareChecks.id,
    problems: [...unhealthy, ...unreadable, ...failed.filter(({ check }) => check.required).map(failure)],
    ...(note === "" ? {} : { note }),
    facts: { versions, passed: judged.flatMap(({ verdict, check }) => (verdict === "pass" ? [check.id] : [])) },
  };
}

async function healthProblems(plan: Plan, hosts: Hosts): Promise<Problem[]> {
  const found = await Promise.all(
    healthHosts(plan).map(async (name): Promise<readonly Problem[]> => {
      const problem = await healthProblem(hosts.get(name), plan, null);
      if (problem === null) return [];
      return [
        {
          code: "current-unhealthy",
          what: t`the release that runs now is not healthy: ${problem}`,
          where: name,
          mend: t`mend the service, or health.url in the plan; a rollback could not be told from a failure`,
        },
      ];
    }),
  );
  return found.flat();
}

/** What the version page says, by host; without those that say nothing. */
async function versionsNow(plan: Plan, hosts: Hosts): Promise<Readonly<Record<string, string>>> {
  const told = await Promise.all(
    healthHosts(plan).map(async (name) => [name, await versionOn(hosts.get(name), plan)] as const),
  );
  return Object.fromEntries(told.flatMap(([name, version]) => (typeof version === "string" ? [[name, version]] : [])));
}

/** Whether the service's settings can be read and name the plan's database, where something lies. */
async function settingsProblems(plan: Plan, hosts: Hosts): Promise<Problem[]> {
  const found = await Promise.all(
    plan.deploy.hosts.map(async (name): Promise<readonly Problem[]> => {
      const host = hosts.get(name);
      const now = await strategyOf(plan)
        .current(host, plan)
        .catch(() => null);
      if (now === null) return [];
      const context = { plan, host, release: { ...now, id: "now" }, directory: liveDirectory(plan) };
      const wrong = await presetOf(plan).settings(context);
      return wrong === null ? [] : [{ ...wrong, what: wrong.problem, where: name }];
    }),
  );
  return found.flat();
}

/** The checks of the window that can be asked today, and how the release that serves stands them. */
async function judgedByDay({ verify }: Plan, asked: CheckContext): Promise<Failed[]> {
  const judged = await Promise.all(
    verify.checks.map(async (check): Promise<readonly Failed[]> => {
      const { byDay, unanswered } = kindOf(check);
      const now = byDay ? byDay(check) : check;
      if (now === null) return [];
      const found = await judgedNow(now, asked);
      // What asks for the new release's version first gets no further on the one before.
      const more = found.verdict === "pass" ? [] : ((await unanswered?.(now, asked).catch(() => [])) ?? []);
      const other = more.filter((one) => !found.evidence.includes(one));
      return [{ ...found, evidence: [found.evidence, ...other].join("; "), check }];
    }),
  );
  return judged.flat();
}

async function judgedNow(check: DayCheck, asked: CheckContext): Promise<Judgement> {
  return runCheck(check, asked).catch(
    (error: unknown): Judgement => ({ verdict: "error", evidence: errorLine(error) }),
  );
}

/** By its title and its name in the plan; a page without a title has both already. */
function called(check: DayCheck): string {
  const title = checkTitle(check);
  return title.startsWith(`${check.id}: `) ? title : `${title} (${check.id})`;
}

/** Told by name: at night such a check takes the release back, unless that is what makes it pass. */
function notYet(failing: readonly Failed[]): string[] {
  const told = failing.map(({ check, verdict, evidence }) => `${called(check)}: ${verdict}: ${evidence}`);
  return told.length === 0
    ? []
    : [t`⚠ not passed by what runs now either, so the release has to bring it: ${told.join("; ")}`];
}

/** Where the plan has a version to be told, a host that tells none: at night the release would not be told from another. */
async function silentVersions(plan: Plan, hosts: Hosts, told: Readonly<Record<string, string>>): Promise<string[]> {
  if (plan.health.version === undefined) return [];
  const silent = healthHosts(plan).filter((name) => !(name in told));
  const found = await Promise.all(
    silent.map(async (name) => {
      const version = await versionOn(hosts.get(name), plan);
      return typeof version === "string" ? [] : [`${name}: ${version.problem}`];
    }),
  );
  return found.flat().map((one) => t`⚠ no version is told today (${one}); the release has to bring it`);
}

type Failed = Judgement & { readonly check: DayCheck };

/** Checks of the plan for this day that do not pass. */
async function failedByDay({ prepare }: Plan, asked: CheckContext): Promise<Failed[]> {
  const judged = await Promise.all(
    prepare.checks.map(async (check): Promise<Failed> => {
      const judgement = await judgedNow(check, asked);
      return { ...judgement, check };
    }),
  );
  return judged.filter(({ verdict }) => verdict !== "pass");
}

function warning({ check, verdict, evidence }: Failed): string {
  const said = `${checkTitle(check)}: ${verdict}: ${evidence}`;
  return t`not required: ${said}`;
}

function failure({ check, verdict, evidence }: Failed): Problem {
  const where = checkTitle(check);
  if (verdict === "fail")
    return {
      code: "day-check-failed",
      what: evidence,
      where,
      mend: t`mend it before the window; at night it would be no better`,
    };
  return {
    code: "day-check-unmeasured",
    what: `${verdict}: ${evidence}`,
    where,
    mend: t`nothing was measured, which is not a pass; mend the check or what it asks`,
  };
}
