import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { openOff, openProof, openServers } from "../../journal/steps/steps.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import { prove } from "../../load-balancer/proof.ts";
import { awaitServers } from "../../load-balancer/servers.ts";
import { dumpProved } from "../backup/backup-record.ts";
import type { Launch } from "../launch/context.ts";
import { endLaunch, requireForward } from "../launch/guards.ts";
import { runSteps, type Step } from "../launch/run-steps.ts";
import { askAfterOpening } from "../verify/after-opening.ts";
import { required } from "../verify/verify.ts";
import { answeredBefore } from "./answered-before.ts";
import { withdrawToken } from "./bypass.ts";
import { pageIs } from "./page.ts";
import { resumeSteps } from "./scheduled.ts";
import { loudSteps } from "./silence.ts";
import { engineOf } from "../engine/registry.ts";

/** Opens the site after the release was verified. */
export async function openSite(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (!dumpProved(launch))
    throw new UserError({
      code: "open-dump-not-proved",
      what: t`the site stays closed: the dump is not proved yet`,
      mend: t`run backup once more after the deploy (database.backup.dump is after-migration)`,
    });
  const open = required(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
  if (open.length > 0) {
    throw new UserError({
      code: "open-not-verified",
      what: t`the site stays closed: not verified yet (${open.join(", ")})`,
      mend: t`run verify first; the maintenance page comes down for a verified release or a finished rollback only`,
    });
  }
  await runSteps(launch, [
    ...(openBalancer(launch.plan.loadBalancer, launch.hosts).servers === undefined ? [] : [servers]),
    off,
    proveOpen,
    ...loudSteps(launch.plan, "open"),
    ...resumeSteps(launch.plan, "open"),
  ]);
  await askAfterOpening(launch);
  await endLaunch(launch, "live", t`${launch.release.tag} is verified and open`);
}

const servers: Step = {
  id: openServers.id,
  async run({ plan, hosts }) {
    const { servers: known } = openBalancer(plan.loadBalancer, hosts);
    return known === undefined ? { skipped: true } : { note: await awaitServers(known) };
  },
  // Until the page comes down; afterwards it is the visitors' proof that counts.
  holds: async (launch) => openOff.begun(launch.state()),
};

const off: Step = {
  id: openOff.id,
  async run(launch) {
    await markOpening(launch);
    await openBalancer(launch.plan.loadBalancer, launch.hosts).off();
    await launch.record({ kind: "maintenance", state: "off", because: t`${launch.release.tag} is verified` });
    await withdrawToken(launch);
    return {};
  },
  holds: (launch) => pageIs("off", launch),
};

/**
 * What a rollback would set aside later is told apart from the release's own writing by this mark. It is on record
 * before the page can be down, and the first one stays: a run that begins the opening again finds people at work.
 */
async function markOpening(launch: Launch): Promise<void> {
  if (typeof openOff.facts(launch.state()).openedAt === "string") return;
  const openedAt = await engineOf(launch.plan).openingMark(launch);
  await launch.record({ kind: "step", step: openOff.id, status: "started", facts: { openedAt } });
}

const proveOpen: Step = {
  id: openProof.id,
  run: async (launch) => ({ note: await prove(launch.plan, "open", undefined, answeredBefore(launch.state())) }),
};
