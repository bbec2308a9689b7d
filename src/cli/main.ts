import { readFile } from "node:fs/promises";
import { errorLine, errorText, problemText } from "../core/errors.ts";
import { logText } from "../core/text/log-text.ts";
import { setLocale, t } from "../core/text/text.ts";
import { languageOf } from "../locale/locale.ts";
import { parsePlan, setPlanLocale } from "../plan/load.ts";
import { unsaid } from "../plan/rules/unsaid.ts";

const usage = () => t`golive validate FILE...                      check plan files; exit 1 when one does not hold
golive status                                what state the launch and the site are in
golive rollback --because REASON             go back to the release before, without GitHub; says what it sets aside first
golive maintenance off --because REASON      open the site as it is, on record, and end the launch under way
golive bypass                                how a tester gets past the maintenance page while it is up; prints a secret
golive unlock --by NAME --because REASON     break the lock of a run that does nothing any more, on record
golive recover                               list what a rollback set aside, and write the rows to a file on the database host
golive sudoers [--host NAME] [--user NAME]   print the lines that sudoers needs for a plan, host by host
golive clean [--json]                        list what launches left behind: age, size, whether people's data is in it
golive clean --remove ID… --because REASON   remove some of it, on record; or --all-older-than 30d
golive checklist                             tell GitHub what was done while it was gone (GITHUB_TOKEN in the environment)
golive help                                  this text

All but validate and help take --plan FILE (.github/golive.yml), --ssh-key-file FILE and --by NAME.
rollback takes --accept-loss DIGEST, or --yes for whatever it sets aside. checklist takes --repository OWNER/NAME.
`;

type Command = (args: readonly string[], out: (text: string) => void) => Promise<void>;

/** Commands that reach the hosts of a plan; loaded when they are asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  status: async () => (await import("./by-hand.ts")).status,
  recover: async () => (await import("./by-hand.ts")).recover,
  bypass: async () => (await import("./by-hand.ts")).bypass,
  unlock: async () => (await import("./by-hand.ts")).unlock,
  clean: async () => (await import("./clean.ts")).clean,
  sudoers: async () => (await import("./sudoers.ts")).sudoers,
  "maintenance off": async () => (await import("./by-hand.ts")).maintenanceOff,
  rollback: async () => (await import("./rollback.ts")).rollbackByHand,
  checklist: async () => (await import("./checklist.ts")).checklistByHand,
};

/** The command line; returns the exit code. */
/** In a step of a workflow a runner reads what is printed, at a keyboard a terminal does: neither obeys a text. */
export function main(
  args: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<number> {
  return commandLine(
    args,
    (text) => out(logText(text)),
    (text) => err(logText(text)),
  );
}

async function commandLine(
  args: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<number> {
  // Until a plan says otherwise.
  setLocale(
    languageOf(/^[a-z]{2}/.exec(process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "")?.[0]),
  );
  const [name, ...rest] = args;
  if (name === "validate") return validate(rest.length > 0 ? rest : [".github/golive.yml"], out, err);
  const twoWords = name === "maintenance" && rest[0] === "off";
  const key = twoWords ? "maintenance off" : (name ?? "");
  const load = Object.hasOwn(commands, key) ? commands[key] : undefined;
  if (load !== undefined) return run(await load(), twoWords ? rest.slice(1) : rest, out, err);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    out(usage());
    return name === undefined ? 2 : 0;
  }
  err(t`golive: there is no command "${name}"\n${usage()}`);
  return 2;
}

async function run(
  command: Command,
  args: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<number> {
  try {
    await command(args, out);
    return 0;
  } catch (error) {
    const words = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
    err(`${words ? (error as Error).message : errorText(error)}\n`);
    return 1;
  }
}

async function validate(
  files: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<number> {
  let code = 0;
  for (const file of files) {
    let text: string;
    try {
      text = await readFile(file, "utf8");
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
      err(
        `${problemText({ what: missing ? t`there is no such file` : errorLine(error), where: file, mend: missing ? t`start from examples/golive.yml` : t`check its rights` })}\n`,
      );
      code = 1;
      continue;
    }
    const result = parsePlan(text, file);
    setPlanLocale(result);
    const asked = result.ok ? unsaid(result.plan, file) : [];
    if (result.ok && asked.length === 0)
      out(
        t`${file}: the plan holds (${result.plan.service}, ${result.plan.verify.checks.length} {2:check|checks|checks})\n`,
      );
    else {
      const problems = result.ok ? asked : result.problems;
      err(
        `${problems.map(problemText).join("\n")}\n${t`${file}: ${problems.length} problem${problems.length > 1 ? "s" : ""}`}\n`,
      );
      code = 1;
    }
  }
  return code;
}
