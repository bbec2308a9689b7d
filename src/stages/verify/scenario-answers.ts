import { errorLine } from "../../core/errors.ts";
import { code, plain } from "../../checklist/markdown.ts";
import { peoplePhases } from "../../core/comments/people-phases.ts";
import { mayWrite } from "../../core/permission.ts";
import type { Comment } from "../../core/comments/said.ts";
import { scenarioWords } from "../../core/comments/scenario-words.ts";
import type { Refusal } from "../../core/comments/scenarios.ts";
import { t } from "../../core/text/text.ts";
import { comment } from "../../github/issue.ts";
import { answerMark, isPublic, permissionOf } from "../../github/said.ts";
import { type PeopleLine, peopleLines } from "../../plan/people/lines.ts";
import type { Launch } from "../launch/context.ts";
import { askedPhases } from "./scenarios.ts";

/** What a process remembers between two looks at the comment. */
export interface Memory {
  readonly permissions: Map<string, Promise<string>>;
  readonly answered: Set<string>;
  isPublic?: boolean;
}

export const noMemory = (): Memory => ({ permissions: new Map(), answered: new Set() });

export interface Rights {
  /** May write to the repository. */
  entitled(login: string): boolean;
  may(login: string, scenario: string): boolean;
}

/** More answers than this to what does not count would only be noise; the boxes are put back all the same. */
const mostAnswers = 20;

/** Who may say something of a scenario: who has write permission, of those the plan names if it names any. */
export async function rightsOf(
  { plan, github }: Launch,
  { permissions }: Memory,
  logins: readonly string[],
): Promise<Rights> {
  const owners = new Map(
    everyLine(plan).map((line) => [line.id, line.owners.map((owner) => owner.slice(1).toLowerCase())]),
  );
  const found = new Map<string, string>();
  for (const login of new Set(logins)) {
    if (!permissions.has(login))
      permissions.set(
        login,
        permissionOf(github, login).catch((error: unknown) => {
          permissions.delete(login);
          throw error;
        }),
      );
    found.set(login, (await permissions.get(login)) ?? "none");
  }
  const entitled = (login: string) => mayWrite(found.get(login) ?? "none");
  return {
    entitled,
    may(login, scenario) {
      const named = owners.get(scenario) ?? [];
      return entitled(login) && (named.length === 0 || named.includes(login.toLowerCase()));
    },
  };
}

export interface Refused {
  readonly refused: readonly Refusal[];
  /** Something was said after the launch had ended. */
  readonly late: boolean;
  /** Bodies of the suite's own comments: what was answered before. */
  readonly own: readonly string[];
  readonly entitled: Rights["entitled"];
}

/** A word why to whoever said or ticked what does not count; once, also over several processes. */
export async function answerRefusals(
  launch: Launch,
  memory: Memory,
  post: number,
  { refused, late, own, entitled }: Refused,
): Promise<void> {
  const { github, release, messages, log } = launch;
  const { answered } = memory;
  for (const mark of own.flatMap(marksIn)) answered.add(mark);
  const others = refused.filter(({ by }) => !entitled(by));
  const texts = [
    ...refused
      .filter(({ by }) => entitled(by))
      .map((one) => ({ mark: markOf(post, one.key), text: textOf(launch, one) })),
    ...(await mayAnswer(github, memory, others)).map((one) => ({
      mark: answerMark({ ...one, permission: "none" }),
      text: textOf(launch, { ...one, why: one.why === "not-yours" ? one.why : "no-right" }),
    })),
    ...(late ? [{ mark: markOf(post, "late"), text: messages.scenarios.late }] : []),
  ]
    .filter(({ mark }) => !answered.has(mark))
    .slice(0, mostAnswers);
  if (texts.length === 0 || answered.size >= mostAnswers) return;
  for (const { mark } of texts) answered.add(mark);
  const body = texts.map(({ mark, text }) => `${mark}\n${text}`).join("\n\n");
  await comment(github, release.issue, body).catch((error: unknown) =>
    log.warn(t`It could not be said why ticks were put back: ${errorLine(error)}`),
  );
}

/** Nobody can be heard, as GitHub does not tell who edited what: whoever said something is told so. */
export async function answerDeaf(
  launch: Launch,
  memory: Memory,
  post: number,
  { people, own }: { readonly people: readonly Comment[]; readonly own: readonly string[] },
): Promise<void> {
  const refused = people.flatMap((one) => scenarioWords(one).refused);
  const logins = refused.map(({ by }) => by);
  const { entitled } = await rightsOf(launch, memory, logins);
  await answerRefusals(launch, memory, post, { refused, late: false, own, entitled });
}

function everyLine(plan: Launch["plan"]): readonly PeopleLine[] {
  return peoplePhases.flatMap((phase) => peopleLines(plan, phase));
}

/** Whoever may not write is answered once, and not at all where anybody could come and have golive write. */
async function mayAnswer(
  github: Launch["github"],
  memory: Memory,
  others: readonly Refusal[],
): Promise<(Refusal & { readonly author: string; readonly id: number })[]> {
  if (others.length === 0) return [];
  memory.isPublic ??= await isPublic(github);
  if (memory.isPublic) return [];
  const first = new Map(others.toReversed().map((one) => [one.by, one]));
  return [...first.values()].map((one) => ({ ...one, author: one.by, id: one.comment ?? 0 }));
}

function markOf(post: number, key: string): string {
  return `<!-- golive:put-back=${post} ${key} -->`;
}

function marksIn(body: string): string[] {
  return [...body.matchAll(/^<!-- golive:(?:put-back|answer-to)=.*? -->$/gm)].map(([mark]) => mark);
}

function textOf({ plan, messages, state }: Launch, { by, scenario, why }: Refusal): string {
  const owners = everyLine(plan).find(({ id }) => id === scenario)?.owners ?? [];
  const asked = askedPhases(state()).flatMap((phase) => peopleLines(plan, phase));
  const known = asked.map(({ id }) => code(id)).join(", ");
  const named = owners.map((owner) => plain(owner)).join(", ");
  return `@${by}: ${messages.scenarios.refused[why](code(scenario), named, known)}`;
}
