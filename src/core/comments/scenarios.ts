/** What a person says of a scenario; `none` takes an earlier word back. */
export type Mark = "pass" | "fail" | "none";

/** A person's word on a scenario, as the journal keeps it. */
export interface Word {
  readonly scenario: string;
  readonly mark: Mark;
  readonly by: string;
  /** When it was said, by GitHub's clock; ISO 8601. */
  readonly said: string;
  readonly note?: string;
}

export type Box = "pass" | "fail";
/** Which boxes of a text are ticked, by scenario. A scenario that is missing has neither. */
export type Boxes = ReadonlyMap<string, ReadonlySet<Box>>;

/** One version of the comment with the scenarios. `by` is null for the suite itself and for what GitHub no longer tells. */
export interface Version {
  readonly at: string;
  readonly by: string | null;
  readonly boxes: Boxes;
}

/** A word written as a comment of its own: `/pass g1`, `/fail g1 why`. */
export interface Command {
  readonly at: string;
  readonly by: string;
  readonly scenario: string;
  readonly mark: Mark;
  readonly note: string;
  /** Id of the comment. */
  readonly comment?: number;
}

/** What did not count, and is put back with a word why. `key` tells it apart from all others. */
export interface Refusal {
  readonly key: string;
  readonly by: string;
  /** Empty where none is named. */
  readonly scenario: string;
  readonly why: "not-yours" | "not-yet" | "not-your-tick" | "one-at-a-time" | NotHeard;
  /** Id of the comment; none for a tick. */
  readonly comment?: number;
}

/** Why a comment was not heard, or not all of it. `say-why` was, and asks for more. */
export type NotHeard =
  | "unknown"
  | "which"
  | "unclear"
  | "one-a-line"
  | "edited"
  | "unreadable"
  | "no-right"
  | "say-why";

export interface Heard {
  /** The last word on each scenario. */
  readonly words: ReadonlyMap<string, Word>;
  readonly refused: readonly Refusal[];
}

/**
 * What people say, from everything they ever did: each edit is held against the version before it, so that one who
 * clicked on an old page, and so wrote over another's tick, takes nothing away. `before` are the words that are known
 * from an earlier comment. A tick counts for who may give it. An untick counts when it is all that the edit did and
 * the tick was the editor's own: anything more is an old page.
 */
export function hear(
  scenarios: readonly string[],
  said: {
    readonly versions: readonly Version[];
    readonly commands: readonly Command[];
    readonly before?: readonly Word[];
  },
  may: (login: string, scenario: string) => boolean,
): Heard {
  const { versions, commands, before = [] } = said;
  const hearing: Hearing = {
    scenarios,
    may,
    words: new Map(before.map((word) => [word.scenario, word])),
    refused: [],
    // A box that was ticked once may come back with an old page: then it is nobody's word.
    seen: new Set(before.map(({ scenario, mark }) => `${scenario} ${mark}`)),
  };
  const edits = versions.slice(1).map((version, index) => ({
    at: version.at,
    by: version.by,
    change: changesOf(scenarios, versions[index]?.boxes ?? new Map(), version.boxes),
  }));
  const acts = [...edits, ...commands]
    .map((act, order) => ({ act, order, at: Date.parse(act.at) }))
    .toSorted((a, b) => a.at - b.at || a.order - b.order);
  for (const { act } of acts) {
    if ("mark" in act) hearCommand(hearing, act);
    else hearEdit(hearing, act);
  }
  return { words: hearing.words, refused: hearing.refused };
}

/** What is known so far, while people's acts are gone through in order. */
interface Hearing {
  readonly scenarios: readonly string[];
  readonly may: (login: string, scenario: string) => boolean;
  readonly words: Map<string, Word>;
  readonly refused: Refusal[];
  readonly seen: Set<string>;
}

/** Somebody's act on a box of a scenario, or their comment on it. */
interface Act {
  readonly at: string;
  readonly by: string;
  readonly scenario: string;
  readonly box: string;
  readonly comment?: number;
}

function refuse({ refused }: Hearing, why: Refusal["why"], { at, by, scenario, box, comment }: Act): void {
  const key = `${at} ${by} ${scenario} ${box}`;
  refused.push({ key, by, scenario, why, ...(comment === undefined ? {} : { comment }) });
}

function say({ words }: Hearing, word: Word): void {
  const known = words.get(word.scenario);
  if (known === undefined || Date.parse(known.said) <= Date.parse(word.said)) words.set(word.scenario, word);
}

function whyUnheard({ scenarios, may }: Hearing, by: string, scenario: string): Refusal["why"] | null {
  if (!scenarios.includes(scenario)) return "unknown";
  return may(by, scenario) ? null : "not-yours";
}

/** What is asked of somebody who was heard. */
function doubtOf(mark: Mark, note: string, scenarios: readonly string[]): Refusal["why"] | null {
  if (mark === "fail" && note === "") return "say-why";
  return namesMore(note, scenarios) ? "one-a-line" : null;
}

function hearCommand(hearing: Hearing, { at, by, scenario, mark, note, comment }: Command): void {
  const act = { at, by, scenario, box: mark, ...(comment === undefined ? {} : { comment }) };
  const why = whyUnheard(hearing, by, scenario);
  if (why === null) say(hearing, { scenario, mark, by, said: at, ...(note === "" ? {} : { note }) });
  const doubt = why ?? doubtOf(mark, note, hearing.scenarios);
  if (doubt !== null) refuse(hearing, doubt, act);
}

interface Edit {
  readonly at: string;
  readonly by: string | null;
  readonly change: readonly Change[];
}

function hearEdit(hearing: Hearing, { at, by, change }: Edit): void {
  const old = new Set(hearing.seen);
  for (const { scenario, box, ticked } of change) if (ticked) hearing.seen.add(`${scenario} ${box}`);
  if (by === null) return;
  for (const { scenario, box, ticked } of change) {
    const act = { at, by, scenario, box };
    if (!ticked) hearUntick(hearing, act, change.length === 1);
    else hearTick(hearing, act, change.length > 1 && old.has(`${scenario} ${box}`));
  }
}

/** `stale`: it comes with others, and was ticked once before. */
function hearTick(hearing: Hearing, act: Act & { readonly box: Box }, stale: boolean): void {
  const { at, by, scenario, box } = act;
  const known = hearing.words.get(scenario);
  if (!hearing.may(by, scenario)) refuse(hearing, "not-yours", act);
  // The page was put back to what is known: nobody said it anew.
  else if (known?.mark === box) return;
  else if (stale) refuse(hearing, "one-at-a-time", act);
  else say(hearing, { scenario, mark: box, by, said: at });
}

/** `alone`: it is all that the edit did. */
function hearUntick(hearing: Hearing, act: Act, alone: boolean): void {
  const { at, by, scenario, box } = act;
  const known = hearing.words.get(scenario);
  if (!alone || known?.mark !== box) return;
  if (known.by === by) say(hearing, { scenario, mark: "none", by, said: at });
  else refuse(hearing, "not-your-tick", act);
}

/** `/pass g1, g2`: of the second nothing was said. */
function namesMore(note: string, scenarios: readonly string[]): boolean {
  const words = note.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
  const others = words.filter((word) => !["and", "и"].includes(word));
  return others.length > 0 && others.every((word) => scenarios.includes(word));
}

interface Change {
  readonly scenario: string;
  readonly box: Box;
  readonly ticked: boolean;
}

function changesOf(scenarios: readonly string[], before: Boxes, after: Boxes): Change[] {
  return scenarios.flatMap((scenario) =>
    (["pass", "fail"] as const).flatMap((box) => {
      const was = before.get(scenario)?.has(box) ?? false;
      const is = after.get(scenario)?.has(box) ?? false;
      return was === is ? [] : [{ scenario, box, ticked: is }];
    }),
  );
}
