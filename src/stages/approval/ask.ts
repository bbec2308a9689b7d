import { errorLine } from "../../core/errors.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { commandsOf, onlyCommand, type Reply, subjectOf } from "../../core/comments/comment-commands.ts";
import { mayWrite } from "../../core/permission.ts";
import { type Comment, whyNoDecision } from "../../core/comments/said.ts";
import { t } from "../../core/text/text.ts";
import { talkAfter, withEdits } from "../../github/comments.ts";
import { comment } from "../../github/issue.ts";
import { answerOnce, permissionOf } from "../../github/said.ts";
import type { Launch } from "../launch/context.ts";

export interface Question<Answer extends Reply> {
  /** GitHub logins with @. The plan at the approved commit names them. */
  readonly who: readonly string[];
  readonly text: (until: string) => string;
  /** What may be answered. */
  readonly answers: readonly Answer[];
  /** Seconds. */
  readonly atMost: number;
  readonly everySeconds?: number;
}

interface Given<Answer> {
  readonly answer: Answer;
  readonly by: string;
}

/** Asks people on the checklist, and waits. Null when none of them answered in time, or nobody could be asked. */
export async function askPeople<Answer extends Reply>(
  launch: Launch,
  question: Question<Answer>,
): Promise<Given<Answer> | null> {
  const { github, release, plan, log, signal } = launch;
  const { who, text, atMost, everySeconds = 10 } = question;
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
  while (asked !== null && DateTime.now() < until && !signal.aborted) {
    const given = await answerAfter(launch, question, asked, told).catch((error: unknown) => {
      log.warn(t`What people wrote could not be looked at: ${errorLine(error)}`);
      return null;
    });
    if (given !== null) return given;
    await sleep(Math.max(0, Math.min(everySeconds * 1000, until.diffNow().as("milliseconds"))), undefined, {
      signal,
    }).catch(() => {});
  }
  return null;
}

/** The first comment that answers, looked up with its edits. Whoever meant to answer and did not is told why. */
async function answerAfter<Answer extends Reply>(
  launch: Launch,
  { who, answers }: Question<Answer>,
  asked: number,
  told: Set<string>,
): Promise<Given<Answer> | null> {
  const { github, release } = launch;
  const { people } = await talkAfter(github, release.issue, asked);
  const meant = people.filter(({ body }) => commandsOf(body).commands.some((one) => subjectOf(one) === "reply"));
  if (meant.length === 0) return null;
  for (const said of await withEdits(github, meant)) {
    const answer = answerIn(said, answers);
    const why = whyNoAnswer(said, who, answer);
    // One that cannot be looked up now is looked at again.
    const permission = await permissionOf(github, said.author).catch(() => null);
    if (permission === null) continue;
    const weak = mayWrite(permission)
      ? null
      : t`${said.author} may not write to the repository (${permission}), so this answer does not count`;
    if (answer !== null && why === null && weak === null) return { answer, by: said.author };
    await tell(launch, { ...said, permission }, weak ?? why ?? "", told);
  }
  return null;
}

function answerIn<Answer extends Reply>({ body }: Comment, answers: readonly Answer[]): Answer | null {
  const command = onlyCommand(commandsOf(body));
  return command?.kind === "reply" ? (answers.find((one) => one === command.reply) ?? null) : null;
}

function whyNoAnswer(said: Comment, who: readonly string[], answer: Reply | null): string | null {
  if (!who.some((one) => one.slice(1).toLowerCase() === said.author.toLowerCase()))
    return t`This answer does not count: it was asked of ${who.map((one) => one.slice(1)).join(", ")}`;
  if (answer === null)
    return t`This answer does not count: write one of the answers of the question, and nothing else, as a new comment`;
  const edited = whyNoDecision(said);
  return edited === null ? null : t`This answer does not count: ${edited}`;
}

async function tell(
  { github, release, log }: Launch,
  said: Comment & { readonly permission: string },
  why: string,
  told: Set<string>,
): Promise<void> {
  // Who may not write is answered once, whatever else that person writes.
  const key = mayWrite(said.permission) ? String(said.id) : said.author;
  if (told.has(key)) return;
  told.add(key);
  log.warn(why);
  await answerOnce(github, { ...said, issue: release.issue }, `${why}.`).catch(() => {});
}
