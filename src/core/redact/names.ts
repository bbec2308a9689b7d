import { createKnown, type Known } from "./known.ts";

/** What is known of a service, and how more of it is learnt when something failed and has to be told. */
export interface Names {
  readonly known: Known;
  /** Looks at the tree and the catalog, once. Never throws, and never takes long. */
  look(): Promise<void>;
  /** How to look; it may take a few seconds, and may fail. */
  lookWith(look: () => Promise<void>): void;
}

const patienceMs = 10_000;

export function createNames(known: Known = createKnown()): Names {
  let how: (() => Promise<void>) | null = null;
  let looked: Promise<void> | null = null;
  return {
    known,
    lookWith(look) {
      how = look;
    },
    look() {
      if (how === null) return Promise.resolve();
      looked ??= inTime(how());
      return looked;
    },
  };
}

/** What could not be learnt is masked: that is no reason to fail, or to keep anyone waiting. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs).unref();
  });
  await Promise.race([work.catch(() => {}), late]);
  clearTimeout(timer);
}
