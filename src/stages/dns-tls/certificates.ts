import { certificateStep, dayBeforeCertificate } from "../../journal/steps/steps.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { pollUntil } from "../../core/poll-until.ts";
import { t } from "../../core/text/text.ts";
import type { PlanCertificate } from "../../plan/schema/certificate-schema.ts";
import { showDuration } from "../../core/text/figures.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { certificateTitle, look, type Seen, words } from "./certificate.ts";

/** Seconds that a server may take to show a renewed certificate after its reload. */
const shownWithin = 15;

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

async function untilGood(launch: Launch, certificate: PlanCertificate): Promise<Seen> {
  let seen: Seen = { state: "unknown", evidence: "" };
  let inARow = 0;
  const lookAgain = async (): Promise<true | null> => {
    seen = await look(launch, certificate);
    // A server that was told to reload has old workers for a moment, and they answer as well.
    inARow = seen.state === "good" ? inARow + 1 : 0;
    return inARow >= 3 || launch.signal.aborted ? true : null;
  };
  await pollUntil(lookAgain, { every: 0.25, limit: shownWithin });
  return seen;
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
