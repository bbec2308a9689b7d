import { certificateStep, dayBeforeCertificate } from "../../journal/steps/steps.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { lookAtCertificate } from "../../checks/kinds/tls/tls.ts";
import { checksOf } from "../../checks/registry.ts";
import { t } from "../../core/text/text.ts";
import type { PlanCertificate } from "../../plan/schema/certificate-schema.ts";
import type { Command } from "../../core/command.ts";
import { showDuration } from "../../core/text/figures.ts";
import { errorLine, InternalError, type Problem, UserError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { type Right, rightOf, rootCommand } from "../../hosts/sudo/sudo.ts";
import type { Connections } from "../launch/connect/connect.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";

/** Seconds that a server may take to show a renewed certificate after its reload. */
const shownWithin = 15;

export function certificateTitle({ title, check }: PlanCertificate): string {
  return title ?? t`The certificate of ${check} is good, or renewed`;
}

/** Renews, by the host's own client, what its check does not find good. */
export function certificateSteps({ certificates }: Plan): Step[] {
  return certificates.map((certificate) => {
    const id = certificateStep.of(certificate.id).id;
    return {
      id,
      run: (launch) =>
        certificate.required
          ? renew(launch, id, certificate)
          : orTell(launch, certificate, () => renew(launch, id, certificate)),
      holds: async (launch) => !certificate.required || (await look(launch, certificate)).state === "good",
    };
  });
}

/** Before anything is touched: whether the client is there and may run. What the window would do is the note. */
export async function certificateFinding(
  plan: Plan,
  { hosts }: Pick<Connections, "hosts">,
): Promise<{ readonly problems: readonly Problem[]; readonly note: string }> {
  const found = await Promise.all(
    plan.certificates.map(async (certificate) => {
      const { state, evidence } = await look({ plan, hosts }, certificate);
      const then = {
        good: evidence,
        bad: t`${evidence}: it is renewed in the window`,
        unknown: t`${evidence}: whether it has to be renewed is not known`,
      }[state];
      return {
        problems:
          state === "unknown" && certificate.required
            ? [
                {
                  code: "certificate-unseen",
                  what: t`the certificate cannot be looked at: ${evidence}`,
                  where: certificateTitle(certificate),
                  mend: t`nothing is renewed on a guess; mend the check or what it asks`,
                },
              ]
            : [],
        note: `${certificate.id}: ${then}`,
      };
    }),
  );
  return { problems: found.flatMap(({ problems }) => problems), note: found.map(({ note }) => note).join("; ") };
}

/** The programs that a host needs for it. With sudo it is sudo that finds them. */
export function certificatePrograms({ sudo, renew: client, reload, rehearse }: PlanCertificate): string[] {
  return sudo ? ["sudo"] : [client, reload, rehearse].flatMap((words) => (words?.[0] === undefined ? [] : [words[0]]));
}

/** The day before: a renewal that could not work is known by day. */
export function certificateRehearsals({ certificates }: Plan): Step[] {
  return certificates.flatMap((certificate) => {
    const { rehearse, required } = certificate;
    if (rehearse === undefined) return [];
    return [
      {
        id: dayBeforeCertificate.of(certificate.id).id,
        async run(launch: Launch): Promise<Done> {
          const { state, evidence } = await look(launch, certificate);
          if (state === "good") return { skipped: true, note: t`it is not renewed: ${evidence}` };
          const rehearsed = async (): Promise<Done> => {
            await launch.hosts.get(certificate.host).run(words(certificate, rehearse));
            return { note: t`${evidence}; its renewal was rehearsed` };
          };
          return required ? rehearsed() : orTell(launch, certificate, rehearsed);
        },
      },
    ];
  });
}

async function renew(launch: Launch, id: string, certificate: PlanCertificate): Promise<Done> {
  const first = await look(launch, certificate);
  if (first.state === "good") return { skipped: true, note: first.evidence };
  if (first.state === "unknown") throw notBlindly(certificate, first.evidence);
  let last: Tried = { done: null, evidence: first.evidence };
  for (;;) {
    const made = certificateStep.of(certificate.id).facts(launch.state()).tries ?? 0;
    if (made >= certificate.tries) throw notRenewed(launch, certificate, { made, last });
    // On record before it begins: what a CA counts, a run that is run again must not forget.
    await launch.record({ kind: "step", step: id, status: "started", facts: { tries: made + 1 } });
    last = await tryOnce(launch, id, certificate, { made, evidence: last.evidence });
    if (last.done !== null) return last.done;
    if (made + 1 < certificate.tries) await pauseBetween(launch, id, certificate.pause);
  }
}

/** How one try ended: `done` when the certificate is good, else what is wrong with it, and what went wrong. */
interface Tried {
  readonly done: Done | null;
  readonly evidence: string;
  readonly cause?: unknown;
}

async function tryOnce(
  launch: Launch,
  id: string,
  certificate: PlanCertificate,
  { made, evidence }: { readonly made: number; readonly evidence: string },
): Promise<Tried> {
  const host = launch.hosts.get(certificate.host);
  try {
    await host.run(words(certificate, certificate.renew));
    if (certificate.reload) await host.run(words(certificate, certificate.reload));
    const shown = await untilGood(launch, certificate);
    if (shown.state !== "good") return { done: null, evidence: shown.evidence };
    const note = t`renewed${made === 0 ? "" : t`, with try ${made + 1}`}: ${shown.evidence}`;
    return { done: { note }, evidence: shown.evidence };
  } catch (error) {
    if (launch.signal.aborted) throw error;
    launch.log.warn(`${id}: ${errorLine(error)}`);
    return { done: null, evidence, cause: error };
  }
}

async function pauseBetween({ log, signal }: Launch, id: string, seconds: number): Promise<void> {
  log.info(t`${id}: tried again in ${showDuration(seconds)}`);
  await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
  if (signal.aborted)
    throw new UserError({ code: "certificate-cancelled", what: t`the run was cancelled between two tries` });
}

function notBlindly(certificate: PlanCertificate, evidence: string): UserError {
  return new UserError({
    code: "certificate-not-renewed-blindly",
    what: t`the certificate cannot be looked at, and is not renewed on a guess: ${evidence}`,
    where: certificateTitle(certificate),
    mend: t`mend what the check asks, then re-run the job`,
  });
}

function notRenewed(
  { hosts }: Launch,
  certificate: PlanCertificate,
  { made, last: { evidence, cause } }: { readonly made: number; readonly last: Tried },
): UserError {
  const why = cause === undefined ? "" : t`; the last: ${errorLine(cause)}`;
  return new UserError(
    {
      code: "certificate-not-renewed",
      what: t`still not good after ${made} ${made === 1 ? "try" : "tries"}: ${evidence}${why}`,
      where: `${certificateTitle(certificate)}, ${hosts.get(certificate.host).name}`,
      mend: t`look at the client's log there; a CA lets few tries fail in an hour, so renew it by hand and \
re-run the job, or let it roll back`,
    },
    { cause },
  );
}

async function untilGood(launch: Launch, certificate: PlanCertificate): Promise<Awaited<ReturnType<typeof look>>> {
  let inARow = 0;
  for (
    const until = Date.now() + shownWithin * 1000;
    ;
    await sleep(250, undefined, { signal: launch.signal }).catch(() => {})
  ) {
    const seen = await look(launch, certificate);
    // A server that was told to reload has old workers for a moment, and they answer as well.
    inARow = seen.state === "good" ? inARow + 1 : 0;
    if (inARow >= 3 || Date.now() >= until || launch.signal.aborted) return seen;
  }
}

function look({ plan, hosts }: Pick<Launch, "plan" | "hosts">, { check: id }: PlanCertificate) {
  const check = checksOf("tls", plan.verify.checks).find((one) => one.id === id);
  if (check === undefined) throw new InternalError(t`there is no check ${id} of kind tls`);
  return lookAtCertificate(check, { plan, hosts });
}

function words({ sudo, timeout }: PlanCertificate, given: readonly string[]): Command {
  return rootCommand(sudo, given, { timeoutSeconds: timeout });
}

/** What golive runs with sudo to renew it. */
export function certificateRights(certificate: PlanCertificate): Right[] {
  return [certificate.renew, certificate.reload, certificate.rehearse].flatMap((one) => {
    if (one === undefined) return [];
    const { file, args } = words(certificate, one);
    return rightOf([file, ...args]) ?? [];
  });
}

async function orTell(launch: Launch, certificate: PlanCertificate, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (launch.signal.aborted) throw error;
    const text = t`${certificateTitle(certificate)}: not renewed, and not required: ${errorLine(error)}`;
    launch.log.warn(text);
    await launch.record({ kind: "note", text });
    return { skipped: true, note: `⚠️ ${errorLine(error)}` };
  }
}
