import type { Command } from "../../core/command.ts";
import { CommandError, type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type Right, rightOf } from "../../hosts/sudo/sudo.ts";
import type { Work } from "./kind.ts";

export interface Ways {
  /** Exits 0 when it works, 3 when it is paused, anything else when nobody can tell. */
  readonly status: Command;
  readonly pause: Command;
  readonly resume: Command;
}

export interface ByExitCode extends Ways {
  readonly name: string;
  /** What to look at when nobody can tell how it stands. */
  readonly mend: string;
  /** Run before it is paused, and before it is resumed. */
  readonly before?: { readonly pause: Command; readonly resume: Command };
  problems(): Promise<readonly Problem[]>;
}

/** Work that says how it stands by its exit code. */
export function byExitCode(host: Host, work: ByExitCode): Work {
  return {
    async state() {
      const finished = await host.attempt(work.status);
      if (finished.code === 0) return "working";
      if (finished.code === 3) return "paused";
      throw new UserError(
        {
          code: "work-state-unknown",
          what: t`nobody can tell whether ${work.name} works or is paused`,
          where: host.name,
          mend: work.mend,
        },
        { cause: new CommandError(host, work.status, finished) },
      );
    },
    async pause() {
      if (work.before) await host.run(work.before.pause);
      await host.run(work.pause);
      return undefined;
    },
    async resume() {
      if (work.before) await host.run(work.before.resume);
      await host.run(work.resume);
      return undefined;
    },
    problems: () => work.problems(),
  };
}

/** Those of its commands that begin with sudo. */
export function rightsOf({ status, pause, resume }: Ways): Right[] {
  return [status, pause, resume].flatMap(({ file, args }) => rightOf([file, ...args]) ?? []);
}
