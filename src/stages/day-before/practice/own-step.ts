import type { Command } from "../../../core/command.ts";
import { CommandError, errorLine, StepError, UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { connectionLost } from "../../../hosts/ssh/ssh-problem.ts";
import type { Launch } from "../../launch/context.ts";
import type { Practice } from "./practice.ts";

/** A step of the plan's own. What it may not write is named, with what to say about it. */
export async function runOwn({ sealed, directory }: Practice, asked: Command): Promise<void> {
  const finished = await sealed.attempt({ ...asked, env: { ...asked.env, TMPDIR: `${directory}/tmp` } });
  if (finished.code === 0 && !finished.timedOut) return;
  if (!/read-only file system|EROFS/i.test(finished.stderr)) throw new CommandError(sealed, asked, finished);
  throw new UserError(
    {
      code: "step-writes-elsewhere",
      what: t`it writes outside of the release's directory, which the day before does not allow: that is live`,
      where: sealed.name,
      mend: t`name the folder in prepare.trial.scratch, and the practice shows the step a copy of it; or say \
practice: false and on-rollback: for the step. What it said is on the control host`,
    },
    { cause: new CommandError(sealed, asked, finished) },
  );
}

/** Names of files stay on the control host, as what failed commands say does; told is where they can be read. */
export async function listed({ journal, release }: Launch, name: string, files: readonly string[]): Promise<string> {
  const at = await journal.keepLog(release.id, name, `${files.join("\n")}\n`).catch(() => null);
  return at === null ? "" : t`, named in ${at}`;
}

/** Problems that say all by themselves: of the plan's own steps, of folders and settings, and of the way to the host. */
const toldAsTheyAre: ReadonlySet<string | undefined> = new Set([
  "step-not-repeatable",
  "step-writes-elsewhere",
  "keep-unreadable",
  "folder-not-own",
  "folder-not-safe",
  "folder-not-writable",
  "settings-unreadable",
  "settings-nul",
  "settings-not-utf8",
  "lock-lost",
  "tunnel-refused",
  connectionLost,
]);

function saysAll(error: unknown): boolean {
  if (error instanceof StepError) return true;
  if (!(error instanceof UserError)) return false;
  return error.problems.some(({ code }) => toldAsTheyAre.has(code) || code?.startsWith("ssh-"));
}

/** A step of the launch that fails on the trial is told by its name. */
export async function named<T>(step: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (saysAll(error)) throw error;
    throw new UserError(
      {
        code: "practice-failed",
        what: t`${step} fails on the trial: ${errorLine(error)}`,
        mend: t`mend it by day; nothing that serves was touched`,
      },
      { cause: error },
    );
  }
}
