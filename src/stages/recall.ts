import { plain } from "../checklist/markdown.ts";
import { UserError } from "../core/errors.ts";
import { showDuration } from "../core/figures.ts";
import { t } from "../core/text.ts";
import { type Written, writtenText } from "../database/written.ts";
import { comment, updateIssue } from "../github/issue.ts";
import { approversOf, runUrl } from "../github/runs.ts";
import type { Owner } from "../journal/lock.ts";
import { writtenSinceBackup } from "./baseline.ts";
import { filesSinceBackup } from "./files.ts";
import { filesLoss } from "./files-lines.ts";
import { requireOver } from "./claim.ts";
import { type Evidence, keepEvidence } from "./evidence.ts";
import { type Launch, type Reach, type RunContext, shutOut } from "./launch.ts";
import { openedLaunch } from "./opened-launch.ts";
import { migrationRan, rollback } from "./rollback.ts";
import { endIncident } from "./watch.ts";

/** Without a watch in the plan. */
const freelySeconds = 3600;

export interface Look {
  readonly commit: string;
  readonly digest: string;
  readonly environment: string;
  /** The reason given, or that none was needed. */
  readonly because: string;
  readonly written: readonly Written[];
  /** Markdown for the page that is approved, the job summary and the checklist. */
  readonly page: string;
}

/** What taking the opened release back would set aside, table by table, before anyone approves it. Changes nothing. */
export async function lookBack(context: RunContext, tag: string, reason: string): Promise<Look> {
  const { launch, close } = await openedLaunch(context, tag);
  try {
    const because = reasonFor(launch, context, reason);
    const { plan, release } = launch;
    const touchesDatabase = migrationRan(launch);
    const written = touchesDatabase ? await writtenSinceBackup(launch, plan.database.name, null) : [];
    const files = await filesSinceBackup(launch);
    const page = `${lossPage(launch, because, touchesDatabase, written)}${filesLoss(launch, files)}`;
    await comment(context.github, release.issue, page);
    context.log.info(
      touchesDatabase ? t`Since the backup: ${writtenText(written)}` : t`No migration ran: the database stays as it is`,
    );
    return {
      commit: release.commit,
      digest: release.digest,
      environment: plan.approval["rollback-environment"],
      because,
      written,
      page,
    };
  } finally {
    await close();
  }
}

/** Takes an opened release back after people approved it: the page goes up, newer rows are set aside, the old release serves. */
export async function recall(
  context: RunContext,
  tag: string,
  reason: string,
  digest: string,
): Promise<{ readonly launch: Launch; readonly evidence: Evidence }> {
  const { launch, reached, close } = await openedLaunch(context, tag);
  try {
    if (launch.release.digest !== digest)
      throw new UserError({
        what: t`the launch is not the one that was looked at (its digest differs)`,
        mend: t`start the rollback again, so that a reviewer sees what it would set aside`,
      });
    const because = reasonFor(launch, context, reason);
    const by = await requireApproval(context, launch);
    await takeLock(context, launch, reached);
    const { recalled } = launch.state();
    const ours = launch.release.runId === context.run.id;
    if (!ours || recalled === null) {
      await launch.record({ kind: "opened", opened: { ...launch.release, runId: context.run.id } });
      await launch.record({ kind: "recalled", by, because });
    }
    await rollback(launch, because);
    const evidence = await keepEvidence(launch);
    await endIncident(launch, launch.messages.people.rolledBack(plain(launch.plan.service), plain(launch.release.tag)));
    launch.view.changed();
    await launch.view.flush();
    await updateIssue(context.github, launch.release.issue, { state: "closed", state_reason: "not_planned" }).catch(
      (error: unknown) => context.log.warn(t`The checklist could not be closed: ${(error as Error).message}`),
    );
    return { launch, evidence };
  } finally {
    await close();
  }
}

/** A release may be called back without a reason as long as the plan watches it closely; after that one is needed. */
export function reasonFor(
  { plan, state }: Pick<Launch, "plan" | "state">,
  { run }: Pick<RunContext, "run">,
  reason: string,
): string {
  if (reason.trim() !== "") return reason;
  const freely = plan.watch?.for ?? freelySeconds;
  const { ended, steps } = state();
  const since =
    (Date.now() - Date.parse(ended?.outcome === "live" ? ended.at : (steps.get("open.off")?.startedAt ?? ""))) / 1000;
  if (since <= freely)
    return t`${run.actor} calls it back, ${showDuration(Math.max(0, Math.round(since)))} after the opening`;
  throw new UserError({
    what: t`the site has been open for ${showDuration(since)}, and no reason is given; without one a release is called back within ${showDuration(freely)}`,
    where: t`input because`,
    mend: t`say why, for those who approve it and for the record`,
  });
}

async function requireApproval({ github, run }: RunContext, { plan }: Launch): Promise<string[]> {
  const environment = plan.approval["rollback-environment"];
  const by = await approversOf(github, run.id, environment);
  if (by.length === 0 && plan.approval.unprotected === undefined) {
    throw new UserError({
      what: t`nobody approved ${environment} in this run`,
      mend: t`the job of this step has to name that environment, and a reviewer has to approve it`,
    });
  }
  return by;
}

async function takeLock(context: RunContext, { lock, release, plan }: Launch, reached: Reach): Promise<void> {
  const { github, run, log } = context;
  const { id, tag, commit, digest } = release;
  const owner: Owner = {
    release: id,
    tag,
    commit,
    digest,
    runId: run.id,
    runUrl: runUrl(github, run.id),
    actor: run.actor,
    since: new Date().toISOString(),
  };
  const taken = await lock.take(owner);
  if (taken.taken) return shutOut(plan, reached, taken.token, log);
  const held = taken.owner;
  if (held.runId !== run.id) await requireOver(context, plan, taken);
  const token = held.release === id || held.runId === run.id ? await lock.takeOver(held, owner) : null;
  if (token === null)
    throw new UserError({
      what: t`the launch lock is held by run ${held.runId} for ${held.tag}`,
      where: plan.control.host,
      mend: t`finish that launch first: ${held.runUrl}`,
    });
  await shutOut(plan, reached, token, log);
}

function lossPage(
  { plan, release, messages }: Launch,
  because: string,
  touchesDatabase: boolean,
  written: readonly Written[],
): string {
  const { loss } = messages;
  const head = `## ↩️ ${loss.title(plain(plan.service), plain(release.tag))}\n\n${plain(because)}\n`;
  if (!touchesDatabase) return `${head}\n${loss.codeOnly}\n`;
  if (written.length === 0) return `${head}\n${loss.nothing}\n`;
  const rows = written.map(
    ({ table, inserted, changed, deleted, byPeople }) =>
      `| ${plain(table)} | ${inserted} | ${changed} | ${deleted} | ${byPeople} |`,
  );
  return `${head}\n${loss.kept(plain(plan.database.name))}\n\n| ${loss.columns.join(" | ")} |\n|---|---:|---:|---:|---:|\n${rows.join("\n")}\n${notCompared(loss, written)}`;
}

function notCompared({ notCompared: say }: Launch["messages"]["loss"], written: readonly Written[]): string {
  const found = written.filter(({ leftOut }) => leftOut.length > 0);
  const tables = found.map(
    ({ table, leftOut }) => `${plain(table)} (${leftOut.map((name) => plain(name)).join(", ")})`,
  );
  return found.length === 0 ? "" : `\n${say(tables.join(", "))}\n`;
}
