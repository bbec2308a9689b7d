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
  readonly why: "not-yours" | "not-your-tick" | "one-at-a-time" | NotHeard;
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
  versions: readonly Version[],
  commands: readonly Command[],
  may: (login: string, scenario: string) => boolean,
  before: readonly Word[] = [],
): Heard {
  const words = new Map<string, Word>(before.map((word) => [word.scenario, word]));
  const refused: Refusal[] = [];
  const refuse = (
    why: Refusal["why"],
    { at, by, scenario, box, comment }: { at: string; by: string; scenario: string; box: string; comment?: number },
  ) =>
    void refused.push({
      key: `${at} ${by} ${scenario} ${box}`,
      by,
      scenario,
      why,
      ...(comment === undefined ? {} : { comment }),
    });
  const say = (word: Word) => {
    const known = words.get(word.scenario);
    if (known === undefined || Date.parse(known.said) <= Date.parse(word.said)) words.set(word.scenario, word);
  };
  const hearCommand = ({ at, by, scenario, mark, note, comment }: Command) => {
    const what = { at, by, scenario, box: mark, ...(comment === undefined ? {} : { comment }) };
    if (!scenarios.includes(scenario)) return refuse("unknown", what);
    if (!may(by, scenario)) return refuse("not-yours", what);
    say({ scenario, mark, by, said: at, ...(note === "" ? {} : { note }) });
    if (mark === "fail" && note === "") refuse("say-why", what);
    else if (namesMore(note, scenarios)) refuse("one-a-line", what);
  };
  // A box that was ticked once may come back with an old page: then it is nobody's word.
  const seen = new Set(before.map(({ scenario, mark }) => `${scenario} ${mark}`));
  const edits = versions.slice(1).map((version, index) => ({
    at: version.at,
    by: version.by,
    change: changesOf(scenarios, versions[index]?.boxes ?? new Map(), version.boxes),
  }));
  const acts = [...edits, ...commands]
    .map((act, order) => ({ act, order, at: Date.parse(act.at) }))
    .toSorted((a, b) => a.at - b.at || a.order - b.order);
  for (const { act } of acts) {
    if ("mark" in act) {
      hearCommand(act);
      continue;
    }
    const { at, by, change } = act;
    const old = new Set(seen);
    for (const { scenario, box, ticked } of change) if (ticked) seen.add(`${scenario} ${box}`);
    if (by === null) continue;
    for (const { scenario, box, ticked } of change) {
      const known = words.get(scenario);
      if (ticked) {
        if (!may(by, scenario)) refuse("not-yours", { at, by, scenario, box });
        else if (known?.mark !== box && change.length > 1 && old.has(`${scenario} ${box}`))
          refuse("one-at-a-time", { at, by, scenario, box });
        // The page was put back to what is known: nobody said it anew.
        else if (known?.mark !== box) say({ scenario, mark: box, by, said: at });
      } else if (change.length === 1 && known?.mark === box) {
        if (known.by === by) say({ scenario, mark: "none", by, said: at });
        else refuse("not-your-tick", { at, by, scenario, box });
      }
    }
  }
  return { words, refused };
}

/** `/pass g1, g2`: of the second nothing was said. */
function namesMore(note: string, scenarios: readonly string[]): boolean {
  const words = note.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
  const others = words.filter((word) => !["and", "и"].includes(word));
  return others.length > 0 && others.every((word) => scenarios.includes(word));
}

function changesOf(
  scenarios: readonly string[],
  before: Boxes,
  after: Boxes,
): { scenario: string; box: Box; ticked: boolean }[] {
  return scenarios.flatMap((scenario) =>
    (["pass", "fail"] as const).flatMap((box) => {
      const was = before.get(scenario)?.has(box) ?? false;
      const is = after.get(scenario)?.has(box) ?? false;
      return was === is ? [] : [{ scenario, box, ticked: is }];
    }),
  );
}
