import { dirname } from "node:path";
import { z } from "zod";
import { type Command, script } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { msg, t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { path } from "../../plan/schema/fields.ts";
import { byExitCode, type Ways } from "./by-exit-code.ts";
import { defineWork, workKeys } from "./kind.ts";
import { cronPause, cronReader, cronResume, cronStatus } from "./scripts.ts";

const cronSchema = z.strictObject({
  kind: z.literal("cron"),
  ...workKeys,
  file: path("A file in /etc/cron.d, or in cron.daily and the like; it gets another name while it is paused.").regex(
    /^\/etc\/cron\.(d|hourly|daily|weekly|monthly)\/[A-Za-z0-9_-]+$/,
    msg`must be a file in /etc/cron.d (or cron.daily and the like), of letters, digits, _ and -`,
  ),
});
type CronWork = Parsed<typeof cronSchema>;

/** A crontab of its own: renamed while it is paused. */
export const cron = defineWork(cronSchema, {
  name: ({ file }) => file,
  open: (host, work) =>
    byExitCode(host, {
      ...waysOf(work),
      name: work.title ?? work.file,
      mend: t`is that file there?`,
      problems: async () => [
        ...(work.sudo ? [] : await folderProblems(host, work.file)),
        ...(await readerProblems(host, work.file)),
      ],
    }),
  rights: ({ sudo, file }) =>
    sudo ? [pauseWords(file), resumeWords(file)].map((words) => ({ as: "root", words })) : [],
});

const pauseWords = (file: string) => ["mv", "-f", "--", file, `${file}.golive-paused`];
const resumeWords = (file: string) => ["mv", "-n", "--", `${file}.golive-paused`, file];

function waysOf(work: CronWork): Ways {
  return {
    status: script(cronStatus, [work.file], { timeoutSeconds: 30, label: t`look for ${work.file}` }),
    pause: rename(cronPause, work, pauseWords(work.file)),
    resume: rename(cronResume, work, resumeWords(work.file)),
  };
}

function rename(text: string, { file, sudo, timeout }: CronWork, words: readonly string[]): Command {
  const asked = rootCommand(sudo, words);
  return script(text, [file, asked.file, ...asked.args], { timeoutSeconds: timeout, label: t`rename ${file}` });
}

async function folderProblems(host: Host, file: string): Promise<Problem[]> {
  const folder = dirname(file);
  if ((await host.attempt(script('[ -w "$1" ]', [folder], { timeoutSeconds: 30 }))).code === 0) return [];
  return [
    {
      code: "cron-right",
      what: t`${folder} cannot be written, so ${file} cannot be renamed`,
      where: host.name,
      mend: t`set sudo: true for it, with the lines that \`golive sudoers\` prints`,
    },
  ];
}

/** Cronie, which Fedora and Red Hat have, reads a file whatever dots are in its name: it would work on. */
async function readerProblems(host: Host, file: string): Promise<Problem[]> {
  const asked = script(cronReader, [], { timeoutSeconds: 30, label: t`look which cron there is` });
  if ((await host.attempt(asked)).code !== 3) return [];
  return [
    {
      code: "cron-reads-any-name",
      what: t`cron reads files of any name there, so ${file} would work on under another`,
      where: host.name,
      mend: t`move its lines into a user's crontab, and name that with kind: crontab`,
    },
  ];
}
