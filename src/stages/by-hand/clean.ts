import { errorLine, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { leftoversOf } from "./leftovers/inventory.ts";
import type { Leftover } from "./leftovers/leftover.ts";
import { ownerByHand } from "./take-by-hand.ts";

export interface CleanWord {
  /** Ids as the list has them. */
  readonly ids: readonly string[];
  /** Everything older than so many seconds; null when that was not said. */
  readonly olderThan: number | null;
  readonly by: string;
  readonly because: string;
}

export interface Cleaned {
  readonly removed: readonly Leftover[];
  /** What was asked for and stays, and why. */
  readonly stays: readonly { readonly id: string; readonly why: string }[];
}

/**
 * Removes what a person named, on record with who and why before anything goes. Only while no launch is under way, and
 * never what the list holds.
 */
export async function clean(plan: Plan, reached: Connections, word: CleanWord): Promise<Cleaned> {
  return alone(plan, reached, word, async () => {
    const there = await leftoversOf(plan, reached);
    const asked = chosen(there, word);
    const free = asked.filter(({ held }) => held === null);
    await record(reached, free, word);
    const removed: Leftover[] = [];
    const stays = asked.flatMap(({ id, held }) => (held === null ? [] : [{ id, why: held }]));
    for (const one of free)
      await one.remove().then(
        () => removed.push(one),
        (error: unknown) => stays.push({ id: one.id, why: errorLine(error) }),
      );
    return { removed, stays };
  });
}

function chosen(there: readonly Leftover[], { ids, olderThan }: CleanWord): Leftover[] {
  const unknown = ids.filter((id) => !there.some((one) => one.id === id));
  if (unknown.length > 0)
    throw new UserError(
      unknown.map((id) => ({
        code: "clean-unknown",
        what: t`nothing that a launch left is called ${id}; nothing was removed`,
        where: "--remove",
        mend: t`\`golive clean\` lists what there is`,
      })),
    );
  const before = new Date(Date.now() - (olderThan ?? 0) * 1000).toISOString();
  return there.filter(({ id, since }) => ids.includes(id) || (olderThan !== null && since < before));
}

/** The launch lock is held meanwhile: no launch begins that would need what goes. */
async function alone<T>(
  plan: Plan,
  { lock, bind }: Connections,
  { by }: CleanWord,
  work: () => Promise<T>,
): Promise<T> {
  const mine = ownerByHand(by, "clean");
  const taken = await lock.take(mine);
  if (!taken.taken)
    throw new UserError({
      code: "clean-launch-under-way",
      what: t`a launch holds the lock (${taken.owner.actor}, ${taken.owner.tag || taken.owner.release}), and may need what is there`,
      where: plan.control.host,
      mend: t`wait until it is over; \`golive status\` says how it stands`,
    });
  bind(taken.token);
  try {
    return await work();
  } finally {
    await lock.release(mine);
  }
}

/** With each launch, that what it left was removed; without one, with none. */
async function record({ journal }: Connections, items: readonly Leftover[], { by, because }: CleanWord): Promise<void> {
  const releases = [...new Set(items.map(({ release }) => release ?? "none"))];
  const at = new Date().toISOString();
  await journal.append(
    releases.map((release) => ({
      kind: "cleaned" as const,
      at,
      release,
      run: { id: 0, attempt: 0 },
      items: items.filter((one) => (one.release ?? "none") === release).map(({ id }) => id),
      by,
      because,
    })),
  );
}
