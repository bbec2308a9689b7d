import { prepareFiles, rollbackOpen } from "../../journal/steps/steps.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import { figure, showDuration, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { filesSince, giveBack, type GivenBack, type Since } from "../../files/give-back.ts";
import { isKept, type Kept, keepByDay, keepFiles } from "../../files/keep.ts";
import { lookAtFiles } from "../../files/problems.ts";
import type { Hosts } from "../../hosts/open-hosts.ts";
import { begun, touched } from "../../journal/state.ts";
import { filesOf, type Place } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { git } from "../../presets/git.ts";
import { presetOf } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { backupName } from "../backup/backup-record.ts";
import { migrationsRan } from "../../journal/migrated.ts";
import { filesStep, keptOf } from "./files-record.ts";
import type { Launch, Recorded } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { leastFreeOf } from "../../plan/engine/engine.ts";

/** By day: what lies in the folders of uploads, whether it can be kept, and whether the deploy leaves it alone. */
export async function filesFinding(plan: Plan, { hosts }: { readonly hosts: Hosts }) {
  const found = await Promise.all(
    filesOf(plan).map(async (place) => {
      const host = hosts.get(place.host);
      const look = await lookAtFiles(host, place, leastFreeOf(plan));
      return { place, look, problems: [...look.problems, ...(await replacedByDeploy(plan, place, hosts))] };
    }),
  );
  return {
    step: prepareFiles.id,
    problems: found.flatMap(({ problems }) => problems),
    note: found.map(({ place, look }) => t`${place.id}: ${countText(look)}, ${howKept(place, look.shared)}`).join("; "),
    facts: { files: found.map(({ place, look }) => ({ id: place.id, files: look.files, bytes: look.bytes })) },
  };
}

function howKept({ keep }: Place, shared: boolean): string {
  if (keep === "link") return t`kept by second names: what is written into a file that stays is not held`;
  if (keep === "count") return t`only counted: what is deleted cannot be given back`;
  return shared ? t`kept as a copy that shares blocks` : t`kept as a copy`;
}

/** What a schema cannot see: files of the release among the uploads, or uploads where something is installed. */
async function replacedByDeploy(plan: Plan, { directory, host }: Place, hosts: Hosts): Promise<Problem[]> {
  const base = plan.deploy.directory;
  if (!plan.deploy.hosts.includes(host) || strategyOf(plan).ownDirectory || !directory.startsWith(`${base}/`))
    return [];
  const inside = directory.slice(base.length + 1);
  const mend = t`move uploads to a folder of their own, outside of what a deploy replaces`;
  const installed = presetOf(plan)
    .installed(plan)
    .find((path) => inside === path || inside.startsWith(`${path}/`) || path.startsWith(`${inside}/`));
  if (installed !== undefined)
    return [
      { code: "files-in-release", what: t`${directory} and ${`${base}/${installed}`} overlap`, where: host, mend },
    ];
  const tracked = await hosts.get(host).attempt(git(plan, ["ls-files", "-z", "--", inside], 120));
  const count = tracked.stdout.split("\0").filter((name) => name !== "").length;
  if (tracked.code !== 0 || count === 0) return [];
  return [
    {
      code: "files-in-release",
      what: t`${count} {0:file|files|files} in ${directory} {0:is|are|are} the release's own (git ls-files)`,
      where: host,
      mend,
    },
  ];
}

/** The day before, while people go on: so that the window has to copy only what changed since. */
export function filesByDaySteps(launch: Launch, measured: Map<string, number>): Step[] {
  return filesOf(launch.plan).map((place) => ({
    id: filesStep("day-before", place),
    async run({ hosts }) {
      const first = await keepByDay(hosts.get(place.host), place);
      // The second time is what the window does.
      const again = await keepByDay(hosts.get(place.host), place);
      measured.set(filesStep("backup", place), again.seconds);
      measured.set(filesStep("rollback", place), again.seconds);
      return {
        note: t`${countText(first)} in ${showDuration(first.seconds)}; once more in ${showDuration(again.seconds)}`,
      };
    },
  }));
}

/** Behind closed doors, before anything can move them. */
export function keepFilesSteps({ plan }: Pick<Launch, "plan">): Step[] {
  return filesOf(plan).map((place) => ({
    id: filesStep("backup", place),
    async run(launch) {
      requireUntouched(launch);
      const kept = await keepFiles(launch.hosts.get(place.host), place, backupName(launch));
      return { note: t`${countText(kept)}; manifest ${kept.sha256.slice(0, 12)}`, facts: { kept } };
    },
    async still(launch) {
      const kept = keptOf(launch, place);
      return mayHaveMoved(launch) || (kept !== null && (await isKept(launch.hosts.get(place.host), place, kept)));
    },
  }));
}

/** Whether a step of the release began that may have moved files. */
function mayHaveMoved({ state }: Launch): boolean {
  return [...state().steps.keys()].some((id) => /^deploy\.(migrate@|step-)/.test(id) && begun(state(), id));
}

/** What the release's steps left of the files is nothing to keep. */
function requireUntouched(launch: Launch): void {
  if (!mayHaveMoved(launch)) return;
  throw new UserError({
    code: "files-too-late",
    what: t`the deploy began before the files were kept`,
    mend: t`roll back: the next launch keeps them first`,
  });
}

/** After the database, before anything is started. */
export function giveFilesBackSteps({ plan }: Pick<Launch, "plan">): Step[] {
  return filesOf(plan).map((place) => ({
    id: filesStep("rollback", place),
    async run(launch) {
      const kept = keptOf(launch, place);
      if (kept === null) return { skipped: true, note: t`they were not kept yet, and not touched` };
      if (filesStay(launch)) return { skipped: true, note: staysText() };
      const givenBack = await giveBack(launch.hosts.get(place.host), place, kept);
      if (givenBack.gone > 0) launch.log.warn(t`${place.id}: ${goneText(givenBack)}`);
      return { note: backText(place, givenBack), facts: { givenBack } };
    },
    // What is uploaded again once the site was open is looked at again.
    holds: async (launch) => rollbackOpen.begun(launch.state()),
  }));
}

/** Once people used the release, their files belong to their rows: where the database stays, these stay as well. */
export function filesStay({ state }: Pick<Recorded, "state">): boolean {
  if (state().recalled === null) return false;
  return !migrationsRan(state());
}

export interface FilesSince extends Since {
  readonly id: string;
}

/** What was uploaded, changed and deleted since the files were kept, for the page that is approved. Changes nothing. */
export async function filesSinceBackup(launch: Recorded): Promise<FilesSince[]> {
  if (!touched(launch.state()) || filesStay(launch)) return [];
  const found = await Promise.all(
    filesOf(launch.plan).map(async (place) => {
      const kept = keptOf(launch, place);
      if (kept === null) return [];
      return [{ id: place.id, ...(await filesSince(launch.hosts.get(place.host), place, kept)) }];
    }),
  );
  return found.flat();
}

export function countText({ files, bytes }: Pick<Kept, "files" | "bytes">): string {
  return t`${figure(files)} uploaded files, ${showSize(bytes)}`;
}

function staysText(): string {
  return t`the database stays as it is, so what people uploaded stays with it`;
}

function backText({ host }: Place, givenBack: GivenBack): string {
  const { same, back, aside, gone } = givenBack;
  if (same) return t`as they were: nothing was touched`;
  return [
    ...(back > 0 || aside.files === 0 ? [t`${figure(back)} {0:file|files|files} given back`] : []),
    ...(aside.files > 0
      ? [t`${figure(aside.files)} newer ones (${showSize(aside.bytes)}) set aside in ${host}:${aside.folder}`]
      : []),
    ...(gone > 0 ? [goneText(givenBack)] : []),
  ].join("; ");
}

function goneText({ gone }: GivenBack): string {
  return t`${figure(gone)} {0:file was|files were|files were} NOT given back: they are not among what was kept`;
}
