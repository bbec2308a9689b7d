import { backupCluster, backupManifest, watchLine } from "../../journal/steps/steps.ts";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { writeFileCommand } from "../../hosts/host.ts";
import { manifestHash } from "../backup/backup-record.ts";
import type { FeedbackTotals } from "../watch/feedback.ts";
import type { Launch } from "./context.ts";

/** For machines: who approved which plan, what was proved and with which verdict, who took what on, and when. */
export type Evidence = Readonly<Record<string, unknown>>;

function evidenceOf(launch: Launch, feedback: FeedbackTotals | null): Evidence {
  const { plan, release } = launch;
  const state = launch.state();
  const backedUp = (backupManifest.state(state) ?? backupCluster.state(state))?.status === "done";
  const watched = watchLine.facts(state).totals ?? null;
  return {
    service: plan.service,
    tag: release.tag,
    commit: release.commit,
    digest: release.digest,
    policyCommit: state.plan?.policy ?? null,
    release: release.id,
    issue: release.issue,
    startedBy: release.actor,
    approvedBy: state.approvedBy,
    approvals: state.comments,
    overridden: state.overridden,
    recalled: state.recalled,
    outcome: state.ended?.outcome ?? null,
    because: state.ended?.because ?? null,
    endedAt: state.ended?.at ?? null,
    backupManifestSha256: backedUp ? manifestHash(launch) : null,
    steps: [...state.steps].map(([id, { status, startedAt, endedAt, facts }]) => ({
      id,
      status,
      startedAt,
      endedAt: endedAt ?? null,
      ...(facts.verdict === undefined || facts.verdict === null ? {} : { verdict: facts.verdict }),
      ...(facts.acceptedBy === undefined ? {} : { acceptedBy: facts.acceptedBy }),
    })),
    // What people typed stays where they typed it.
    scenarios: [...state.scenarios.values()].map(({ note: _, ...word }) => word),
    incidents: state.incidents,
    watch: watched,
    promised: plan.watch?.slo ?? null,
    feedback: feedback?.numbers ?? null,
  };
}

/**
 * The evidence of a launch, kept on the control host: an artifact ends after some weeks, and the record of who answered
 * for what should not.
 */
export async function keepEvidence(launch: Launch, feedback: FeedbackTotals | null = null): Promise<Evidence> {
  const { control } = launch.plan;
  const evidence = evidenceOf(launch, feedback);
  await launch.hosts
    .get(control.host)
    .run(writeFileCommand(`${control.directory}/evidence-${launch.release.id}.json`, textOf(evidence), "600"))
    .catch((error: unknown) =>
      launch.log.warn(t`The evidence could not be kept on the control host: ${errorLine(error)}`),
    );
  return evidence;
}

/** For the job's next step; returns its path. */
export async function writeEvidence(directory: string, evidence: Evidence): Promise<string> {
  const file = join(directory, "evidence.json");
  await writeFile(file, textOf(evidence));
  return file;
}

function textOf(evidence: Evidence): string {
  return `${JSON.stringify(evidence, null, 2)}\n`;
}
