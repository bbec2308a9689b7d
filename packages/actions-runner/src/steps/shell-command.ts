// The command line behind a `shell:`.

export interface ShellCommand {
  readonly file: string;
  readonly extension: string;
  readonly args: (script: string) => readonly string[];
}

const known: Readonly<Record<string, ShellCommand>> = {
  bash: { file: "bash", extension: ".sh", args: (script) => ["--noprofile", "--norc", "-e", "-o", "pipefail", script] },
  sh: { file: "sh", extension: ".sh", args: (script) => ["-e", script] },
  python: { file: "python", extension: ".py", args: (script) => [script] },
};

/** Without a `shell:` it is bash as well, but a failure inside a pipe does not count. */
const unset: ShellCommand = { file: "bash", extension: ".sh", args: (script) => ["-e", script] };

export function shellCommand(shell: string | undefined): ShellCommand {
  if (shell === undefined) return unset;
  const found = known[shell];
  if (found !== undefined) return found;
  const [file, ...args] = shell.split(/\s+/);
  if (file === undefined || !shell.includes("{0}")) throw new Error(`shell '${shell}' is not supported by this runner`);
  return { file, extension: "", args: (script) => args.map((arg) => arg.replaceAll("{0}", script)) };
}
