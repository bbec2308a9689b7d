import { errorLine } from "../core/errors.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { mayWrite } from "../core/permission.ts";
import { t } from "../core/text.ts";
import { commentsAfter } from "../github/comments.ts";
import { comment } from "../github/issue.ts";
import { permissionOf } from "../github/said.ts";
import type { Launch } from "./launch.ts";

export interface Question<Answer extends string> {
  /** GitHub logins with @. The plan at the approved commit names them. */
  readonly who: readonly string[];
  readonly text: (until: string) => string;
  /** What a comment has to be, whole, to be that answer. */
  readonly answers: Readonly<Record<Answer, RegExp>>;
  /** Seconds. */
  readonly atMost: number;
  readonly everySeconds?: number;
}

/** Asks people on the checklist, and waits. Null when none of them answered in time, or nobody could be asked. */
export async function askPeople<Answer extends string>(
  { github, release, plan, log, signal }: Launch,
  { who, text, answers, atMost, everySeconds = 10 }: Question<Answer>,
): Promise<{ readonly answer: Answer; readonly by: string } | null> {
  const until = DateTime.now().plus({ seconds: atMost });
  const asked = await comment(
    github,
    release.issue,
    `${who.join(" ")}: ${text(until.setZone(plan.timezone).toFormat("HH:mm:ss"))}`,
  ).catch((error: unknown) => {
    log.warn(t`Nobody could be asked: ${errorLine(error)}`);
    return null;
  });
  const told = new Set<string>();
  /** Looked up when the answer is used. One that cannot be looked up now is looked at again. */
  const counts = async (author: string): Promise<boolean> => {
    const permission = await permissionOf(github, author).catch(() => null);
    if (permission !== null && mayWrite(permission)) return true;
    if (permission === null || told.has(author)) return false;
    told.add(author);
    const why = t`${author} may not write to the repository (${permission}), so this answer does not count`;
    log.warn(why);
    await comment(github, release.issue, `${why}.`).catch(() => {});
    return false;
  };
  while (asked !== null && DateTime.now() < until && !signal.aborted) {
    for (const { author, body, edited } of await commentsAfter(github, release.issue, asked).catch(() => [])) {
      // One that was changed afterwards is nobody's word.
      const [answer] = (Object.entries(answers) as [Answer, RegExp][]).find(([, words]) => words.test(body)) ?? [];
      const named = who.some((one) => one.slice(1).toLowerCase() === author.toLowerCase());
      if (answer !== undefined && !edited && named && (await counts(author))) return { answer, by: author };
    }
    await sleep(Math.max(0, Math.min(everySeconds * 1000, until.diffNow().as("milliseconds"))), undefined, {
      signal,
    }).catch(() => {});
  }
  return null;
}
