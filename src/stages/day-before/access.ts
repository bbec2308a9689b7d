import { dayBeforeAccess, dayBeforeKeys } from "../../journal/steps/steps.ts";
import { performance } from "node:perf_hooks";
import type { Probed } from "../../access/access.ts";
import { keyProblems } from "../../access/keys/keys.ts";
import { accessTitle, probeAccess } from "../../access/probe.ts";
import type { Access } from "../../access/registry.ts";
import { errorLine, type Problem, StepError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch } from "../launch/context.ts";
import { runStep, type Step } from "../launch/run-steps.ts";

/** The host that asks: the plan's, or else the first that the service runs on. */
export function asking(plan: Plan, probe: Access): string {
  return probe.from ?? plan.services.hosts[0] ?? "";
}

/** Every probe of the plan at the same time and then the keys; all results are on record before one that is bad stops the day. */
export async function tryAccess(launch: Launch): Promise<void> {
  const { access, keys } = launch.plan.prepare;
  const problems = (await Promise.all(access.map((probe) => tryOne(launch, probe)))).flat();
  const found =
    keys === undefined
      ? null
      : await runStep(launch, keysStep).then(
          () => null,
          (error: unknown) => error,
        );
  if (found !== null && !(found instanceof StepError)) throw found;
  if (problems.length === 0 && found !== null) throw found;
  const both = [...problems, ...(found?.cause instanceof UserError ? found.cause.problems : [])];
  if (both.length > 0) throw new StepError("day-before.access", new UserError(both));
}

async function tryOne(launch: Launch, probe: Access): Promise<readonly Problem[]> {
  const { plan } = launch;
  const step = dayBeforeAccess.of(probe.id).id;
  const from = asking(plan, probe);
  await launch.record({ kind: "step", step, status: "started" });
  const started = performance.now();
  const { verdict, evidence, latencyMs, expires } = await probeAccess(probe, {
    host: launch.hosts.get(from),
    envFile: plan.deploy.envFile,
    user: readerOn(plan, from),
  }).catch((error: unknown): Probed => ({ verdict: "error", evidence: errorLine(error) }));
  const note = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
  const facts = {
    verdict,
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(expires === undefined ? {} : { expires }),
  };
  await launch.record({
    kind: "step",
    step,
    status: verdict === "pass" ? "done" : "failed",
    seconds: Math.round(performance.now() - started) / 1000,
    note,
    facts,
  });
  launch.log.info(`${verdict === "pass" ? "" : "❌ "}${step} ${verdict}: ${evidence}`);
  return verdict === "pass" ? [] : [unproved(verdict, `${accessTitle(probe)}: ${note}`, from)];
}

function unproved(verdict: Probed["verdict"], what: string, where: string): Problem {
  if (verdict === "fail")
    return { code: "access-refused", what, where, mend: t`put the right key or address there before the night` };
  return { code: "access-unproved", what, where, mend: t`nothing was proved, which is not a pass; look why` };
}

const keysStep: Step = {
  id: dayBeforeKeys.id,
  async run({ plan, hosts }) {
    const { keys } = plan.prepare;
    const file = plan.deploy.envFile;
    if (!keys || file === undefined) return { skipped: true };
    const staging =
      keys.staging === undefined
        ? null
        : { host: hosts.get(keys.staging.host), file: keys.staging.file, user: readerOn(plan, keys.staging.host) };
    const problems = await Promise.all(
      plan.deploy.hosts.map((name) =>
        keyProblems({ host: hosts.get(name), file, user: readerOn(plan, name) }, staging, keys),
      ),
    );
    if (problems.flat().length > 0) throw new UserError(problems.flat());
    return {
      note: staging === null ? t`no placeholder, none empty` : t`no placeholder, none empty, none that staging has`,
    };
  },
  holds: async () => false,
};

/** Who reads the settings: the user that deploys, where there is one. */
function readerOn(plan: Plan, host: string): string | undefined {
  return plan.deploy.hosts.includes(host) ? plan.deploy.runAs : undefined;
}
