// Concurrency groups of a repository: one at a time, one more may wait, and a newer one takes the waiting one's place.

export interface TurnRequest {
  readonly group: string;
  readonly cancelInProgress: boolean;
  /** Any number may wait, instead of one. */
  readonly queues: boolean;
  /** Called when a newer one wants its turn at once. */
  readonly cancel: () => void;
  /** Aborted when it is not wanted any more. */
  readonly signal: AbortSignal;
}

export interface Turn {
  leave(): void;
}

export interface Concurrency {
  /** `replaced`: a newer one came while it waited. `cancelled`: it was cancelled while it waited. */
  enter(request: TurnRequest): Promise<Turn | "replaced" | "cancelled">;
  /** How many wait for their turn in a group. */
  waiting(group: string): number;
}

interface Entry {
  readonly request: TurnRequest;
  readonly resolve: (turn: Turn | "replaced" | "cancelled") => void;
}

interface Group {
  running: Entry | undefined;
  waiting: Entry[];
}

export function concurrency(): Concurrency {
  const groups = new Map<string, Group>();

  const start = (group: Group, entry: Entry): void => {
    group.running = entry;
    entry.resolve({
      leave() {
        if (group.running !== entry) return;
        group.running = undefined;
        const next = group.waiting.shift();
        if (next !== undefined) start(group, next);
      },
    });
  };
  const wait = (group: Group, entry: Entry): void => {
    const { request, resolve } = entry;
    if (!request.queues) for (const older of group.waiting.splice(0)) older.resolve("replaced");
    group.waiting.push(entry);
    const giveUp = (): void => {
      group.waiting = group.waiting.filter((one) => one !== entry);
      resolve("cancelled");
    };
    if (request.signal.aborted) giveUp();
    else request.signal.addEventListener("abort", giveUp, { once: true });
    if (request.cancelInProgress) group.running?.request.cancel();
  };

  return {
    waiting: (group) => groups.get(group.toLowerCase())?.waiting.length ?? 0,
    enter: (request) =>
      new Promise((resolve) => {
        // Names are not case-sensitive.
        const key = request.group.toLowerCase();
        const group = groups.get(key) ?? { running: undefined, waiting: [] };
        groups.set(key, group);
        const entry = { request, resolve };
        if (group.running === undefined) start(group, entry);
        else wait(group, entry);
      }),
  };
}
