import { z } from "zod";
import { type Command, script } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { text, userName } from "../../../plan/schema/fields.ts";
import { byExitCode, type Ways } from "../by-exit-code.ts";
import { defineWork, workKeys } from "../kind.ts";
import { jobs, pause, resume, status } from "./scripts.ts";

const { sudo: _, ...keys } = workKeys;
const crontabSchema = z.strictObject({
  kind: z.literal("crontab"),
  ...keys,
  user: userName.optional().describe("Whose crontab, by sudo -n -u. Default: that of the connection's user."),
  only: text("Only lines that hold this text. Default: all of them.")
    .regex(/^[^\n\0]*$/)
    .optional(),
});
type CrontabWork = Parsed<typeof crontabSchema>;

/** The jobs of a user's own crontab: comments while they are paused. */
export const crontab = defineWork(crontabSchema, {
  name: nameOf,
  open: (host, work) =>
    byExitCode(host, {
      ...waysOf(work),
      name: work.title ?? nameOf(work),
      mend: t`has it a job, and do the lines that \`golive sudoers\` prints let it be read?`,
      problems: async () => [],
    }),
  rights: ({ user }) => (user === undefined ? [] : ["-l", "-"].map((word) => ({ as: user, words: ["crontab", word] }))),
  programs: ["crontab", "awk"],
});

function nameOf({ user }: CrontabWork): string {
  return user === undefined ? t`the crontab of the connection's user` : t`the crontab of ${user}`;
}

function waysOf({ user, only = "", timeout }: CrontabWork): Ways {
  const words = user === undefined ? ["crontab"] : ["sudo", "-n", "-u", user, "crontab"];
  const asked = (told: string, label: string): Command =>
    script(`${jobs}\n${told}`, [only, ...words], { timeoutSeconds: timeout, label });
  return {
    status: asked(status, t`look at the crontab`),
    pause: asked(pause, t`make comments of the crontab's jobs`),
    resume: asked(resume, t`make jobs of the crontab's comments`),
  };
}
