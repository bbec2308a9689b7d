import { getExecOutput } from "@actions/exec";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { sshEnvironment } from "./environment.ts";

export interface RunnerProgram {
  /** Seen by whoever lists this machine's processes: no word of them may be secret. */
  readonly words: readonly string[];
  readonly timeoutSeconds: number;
}

export interface RunnerAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const notFound = 127;

/**
 * One of the runner's own short programs, to its end: nothing of it gets into the log, its input is empty, and it sees
 * of golive's environment what the OpenSSH client may. Resolves for any exit code, 124 when its time was over; throws a
 * UserError when it is not installed. What a launch runs on hosts needs a signal and process groups: execute.ts.
 */
export async function runnerProgram({ words, timeoutSeconds }: RunnerProgram): Promise<RunnerAnswer> {
  const [program = ""] = words;
  // exec of the toolkit has no limit, and dies of an input that a program leaves unread: even of an empty one.
  const limited = ["--kill-after=2", String(timeoutSeconds), "sh", "-c", 'exec "$@" </dev/null', "sh", ...words];
  const { exitCode, stdout, stderr } = await getExecOutput("timeout", limited, {
    silent: true,
    ignoreReturnCode: true,
    env: sshEnvironment(process.env),
    // Whoever it left in the background may hold its output open.
    delay: 1000,
  });
  if (exitCode === notFound) throw missing(program);
  return { code: exitCode, stdout, stderr };
}

function missing(program: string): UserError {
  return new UserError({
    code: "program-missing",
    what: t`${program} is not installed on the runner`,
    mend: t`install it there, or add its folder to the PATH of the job`,
  });
}
