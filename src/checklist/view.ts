import { errorLine } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { GitHub } from "../github/client.ts";
import { updateIssue } from "../github/issue.ts";
import type { Log } from "../core/log.ts";

/** Keeps the issue in step with the journal without writing it for every line. */
export interface View {
  /** Something changed; the page is written soon. */
  changed(): void;
  /** Writes what is not written yet and waits for it. */
  flush(): Promise<void>;
}

export interface ViewSettings {
  readonly github: GitHub;
  readonly issue: number;
  readonly render: () => string;
  readonly log: Log;
  /** Seconds between writes: the first, growing by half to the most, so that a long night stays within GitHub's limits. */
  readonly gap?: { readonly first: number; readonly most: number };
}

/** For a process that does without GitHub. */
export const noView: View = { changed() {}, async flush() {} };

/** Seconds that one write may take. */
const patience = 5;

export function openView({ github, issue, render, log, gap = { first: 4, most: 30 } }: ViewSettings): View {
  let dirty = false;
  let wait = gap.first;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let written = "";
  let failures = 0;

  const write = async () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      const body = render();
      dirty = false;
      if (body === written) return;
      await updateIssue(github, issue, { body }, patience);
      written = body;
      failures = 0;
    } catch (error) {
      // The issue is a view: the launch goes on, and the next write shows everything.
      dirty = true;
      failures++;
      log.warn(
        t`The checklist #${issue} could not be updated: ${errorLine(error)}. The journal has it all; it is tried again.`,
      );
    }
  };
  const enqueue = () => (writing = writing.then(write));
  return {
    changed() {
      dirty = true;
      if (timer !== undefined) return;
      timer = setTimeout(enqueue, wait * 1000);
      timer.unref();
      wait = Math.min(wait * 1.5, gap.most);
    },
    async flush() {
      clearTimeout(timer);
      timer = undefined;
      await writing;
      // Once it failed, the last word is left to the next action: visitors are waiting.
      if (dirty && failures === 0) await enqueue();
    },
  };
}
