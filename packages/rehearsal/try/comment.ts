import { readFile } from "node:fs/promises";
import { approvalText } from "../../../src/core/comments/approval.ts";
import { commandsOf, subjectOf } from "../../../src/core/comments/comment-commands.ts";
import { UserError } from "../../../src/core/errors.ts";
import { approvalBy } from "../../../src/stages/approval/approval.ts";
import { askPeople } from "../../../src/stages/approval/ask.ts";
import { passOn } from "../../../src/stages/launch/pass-on.ts";
import { listen } from "../../../src/stages/verify/listen.ts";
import { triedId, type TriedComment } from "./comment/canned-github.ts";
import { type StartedRun, startedRuns } from "./comment/started-runs.ts";
import { digest, release, type TriedWorld, usualTime, worldWith } from "./comment/world.ts";
import { type Front, TryProblem } from "./front.ts";

/** What golive made of a comment. */
export interface Heard {
  /** What counts, in order: `approve`, `pass g1`, `fail g1: the reason`, `undo g1`, `go on`, `go back`, `accept`. */
  readonly hears: readonly string[];
  /** What it says to the author; golive's own marks are left out. */
  readonly answers: readonly string[];
  /** Which of the two workflows for comments it starts. */
  readonly starts: readonly StartedRun[];
}

const question = "Is it to go on?";

export const comment: Front = {
  usage: "FILE --as LOGIN | --digest",
  about:
    "what golive hears of a comment on the checklist of examples/golive.yml. boris started the launch; dmitry approves it; " +
    "g1 is anna's and g2 dmitry's, who said before that they work; anna and dmitry are asked whether to go on or accept. " +
    "All may write, others only read. " +
    "Beside FILE.md, FILE.json may say more: permission, by, at, edits, public (see packages/rehearsal/try/comment). " +
    "--digest: what an approver has to write",

  async run(words) {
    if (words.length === 1 && words[0] === "--digest") return { approval: approvalText(digest) };
    const [file, as, author, ...more] = words;
    if (file === undefined || as !== "--as" || author === undefined || more.length > 0)
      throw new TryProblem("a file and --as LOGIN are wanted");
    return { ...(await hearTried(await readTried(file, author))) };
  },
};

/** A comment from a file, and from the one beside it what else is to be known of it. */
export async function readTried(file: string, author?: string): Promise<TriedComment> {
  const body = await readFile(file, "utf8").catch(() => {
    throw new TryProblem(`${file} cannot be read`);
  });
  const said = { author: "anna", ...(await besideOf(file)), ...(author ? { author } : {}) };
  const writers = ["anna", "dmitry", "boris"];
  const permission = writers.includes(said.author.toLowerCase()) ? "write" : "read";
  return { permission, by: "person", at: usualTime, edits: [], public: false, ...said, body };
}

async function besideOf(file: string): Promise<Partial<TriedComment>> {
  const beside = file.replace(/\.[^./]+$/, ".json");
  const text = beside === file ? "{}" : await readFile(beside, "utf8").catch(() => "{}");
  try {
    return JSON.parse(text) as Partial<TriedComment>;
  } catch {
    throw new TryProblem(`${beside} is no JSON`);
  }
}

/** By the ways that the actions go: approve, scenarios, and the questions of a window. */
export async function hearTried(tried: TriedComment): Promise<Heard> {
  const world = await worldWith(tried);
  const starts = await startedRuns(tried);
  const approvals = starts.includes("approve") ? await approved(world) : [];
  // The other two are also looked for by the job of the window, which needs no run of its own.
  const hears = [...approvals, ...(await words(world)), ...(await replied(world, tried))];
  const answers = world.canned.answers.filter((text) => !text.endsWith(question));
  return { hears, answers: answers.map(withoutMarks), starts };
}

async function approved({ context, plan, entries, canned }: TriedWorld): Promise<string[]> {
  await passOn(context, triedId, "go-live.yml");
  if (canned.dispatched.length === 0) return [];
  const { tag } = release;
  try {
    const approval = await approvalBy(context, plan, String(triedId), { now: { tag, digest }, entries, patience: 0 });
    return approval === null ? [] : ["approve"];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

async function words({ launch, entries }: TriedWorld): Promise<string[]> {
  const before = entries.length;
  await listen(launch).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
  });
  return entries.slice(before).flatMap((one) => {
    if (one.kind !== "scenario") return [];
    const mark = one.mark === "none" ? "undo" : one.mark;
    return [`${mark} ${one.scenario}${one.note === undefined ? "" : `: ${one.note}`}`];
  });
}

/** Without a command that could be an answer nobody has to wait for the end of the question. */
async function replied({ launch }: TriedWorld, { body }: TriedComment): Promise<string[]> {
  const meant = commandsOf(body).commands.filter((one) => subjectOf(one) === "reply");
  if (meant.length === 0) return [];
  const asked = { who: ["@anna", "@dmitry"], text: () => question, atMost: 0.1, everySeconds: 0.05 };
  const given = await askPeople(launch, { ...asked, answers: ["on", "back", "accept"] });
  const said = { on: "go on", back: "go back", accept: "accept" } as const;
  return given === null ? [] : [said[given.answer]];
}

function withoutMarks(text: string): string {
  return text.replaceAll(/<!-- golive:.*? -->\n/g, "");
}
