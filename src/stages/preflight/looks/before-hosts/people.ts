import { prepareApproval } from "../../../../journal/steps/steps.ts";
import type { Problem } from "../../../../core/errors.ts";
import { mayWrite } from "../../../../core/permission.ts";
import { t } from "../../../../core/text/text.ts";
import type { GitHub } from "../../../../github/client.ts";
import { permissionOf } from "../../../../github/said.ts";
import type { Plan } from "../../../../plan/schema/schema.ts";
import type { RunContext } from "../../../launch/context.ts";
import { deafProblems } from "../../deaf.ts";
import type { Finding } from "../../finding.ts";

/** Somebody whose word decides something, and where the plan names them. */
interface Named {
  readonly where: string;
  readonly login: string;
}

/**
 * Who approves, and whether those whom the plan asks may decide anything. `first`: this run opens the launch, and
 * whoever started it cannot approve it by a comment. `notes`: what the gate found.
 */
export async function peopleFinding(
  { github, run }: Pick<RunContext, "github" | "run">,
  plan: Plan,
  { first, notes }: { readonly first: boolean; readonly notes: readonly string[] },
): Promise<Finding> {
  const { comment } = plan.approval;
  return {
    step: prepareApproval.id,
    problems: [
      ...(comment ? await approverProblems(github, comment.approvers, first ? run.actor : "") : []),
      ...(await weakProblems(github, askedPeople(plan))),
      ...(await deafProblems(github, plan)),
    ],
    note: [...(comment ? [t`a comment of ${comment.approvers.join(t` or `)}`] : []), ...notes].join("; "),
  };
}

/** People of the plan other than the approvers, each once. */
function askedPeople({ verify, window, manual }: Plan): Named[] {
  const named = [
    ...verify.scenarios.flatMap(({ id, owners }) => owners.map((who) => ({ where: `verify.scenarios ${id}`, who }))),
    ...manual.flatMap(({ id, owners }) => owners.map((who) => ({ where: `manual ${id}`, who }))),
    ...(verify.ask?.who ?? []).map((who) => ({ where: "verify.ask.who", who })),
    ...(window.ask?.who ?? []).map((who) => ({ where: "window.ask.who", who })),
  ];
  const first = new Map(named.toReversed().map(({ where, who }) => [who.slice(1).toLowerCase(), { where, who }]));
  return [...first.values()].map(({ where, who }) => ({ where, login: who.slice(1) })).toReversed();
}

/** Who is named and may not write: their word would not count at night. */
async function weakProblems(github: GitHub, people: readonly Named[]): Promise<Problem[]> {
  const may = await Promise.all(
    people.map(async (one) => ({ ...one, permission: await permissionOf(github, one.login) })),
  );
  return may
    .filter(({ permission }) => !mayWrite(permission))
    .map(({ login, permission, where }) => ({
      code: "person-without-permission",
      what: t`${login} may not write to the repository (${permission}), so what they say would not count`,
      where,
      mend: t`give them write permission, or name somebody else`,
    }));
}

/** `starter`: who opens the launch with this run; empty when it is open already. */
async function approverProblems(github: GitHub, approvers: readonly string[], starter: string): Promise<Problem[]> {
  const where = "approval.comment.approvers";
  const weak = await weakProblems(
    github,
    approvers.map((login) => ({ where, login })),
  );
  const alone = approvers.every((login) => login.toLowerCase() === starter.toLowerCase());
  if (!alone) return weak;
  return [
    ...weak,
    {
      code: "approver-alone",
      what: t`${starter} starts this launch and is the only approver, so nobody could approve it`,
      where,
      mend: t`name another approver, or let somebody else start it`,
    },
  ];
}
