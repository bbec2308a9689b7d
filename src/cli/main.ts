import { readFile } from "node:fs/promises";
import { errorText, problemText } from "../core/errors.ts";
import { speak, t } from "../core/text.ts";
import { languageOf } from "../locale/locale.ts";
import { parsePlan } from "../plan/load.ts";

const usage = () => t`golive validate FILE...                      check plan files; exit 1 when one does not hold
golive status                                what state the launch and the site are in
golive maintenance off --because REASON      open the site as it is, on record, and end the launch under way
golive bypass                                how a tester gets past the maintenance page while it is up; prints a secret
golive unlock --by NAME --because REASON     break the lock of a run that does nothing any more, on record
golive recover                               list what a rollback set aside, and write the rows to a file on the database host
golive help                                  this text

status, maintenance, bypass, unlock and recover take --plan FILE (.github/golive.yml) and --ssh-key-file FILE.
`;

const sudoersUsage =
  () => t`golive sudoers [--host NAME] [--user NAME]   print the lines that sudoers needs for a plan (--plan FILE), host by host
`;

/** The command line; returns the exit code. */
export async function main(
  args: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<number> {
  // Until a plan says otherwise.
  speak(
    languageOf(/^[a-z]{2}/.exec(process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "")?.[0]),
  );
  const [name, ...rest] = args;
  if (name === "validate") return validate(rest.length > 0 ? rest : [".github/golive.yml"], out, err);
  if (name === "sudoers") return exitCode(err, async () => (await import("./sudoers.ts")).sudoers(rest, out));
  if (
    name === "status" ||
    name === "recover" ||
    name === "bypass" ||
    name === "unlock" ||
    (name === "maintenance" && rest[0] === "off")
  ) {
    const { status, recover, unlock, bypass, maintenanceOff } = await import("./by-hand.ts");
    return exitCode(err, () =>
      name === "status"
        ? status(rest, out)
        : name === "recover"
          ? recover(rest, out)
          : name === "unlock"
            ? unlock(rest, out)
            : name === "bypass"
              ? bypass(rest, out)
              : maintenanceOff(rest.slice(1), out),
    );
  }
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    out(`${usage()}${sudoersUsage()}`);
    return name === undefined ? 2 : 0;
  }
  err(t`golive: there is no command "${name}"\n${`${usage()}${sudoersUsage()}`}`);
  return 2;
}

async function exitCode(err: (text: string) => void, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    const misused = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
    err(`${misused ? (error as Error).message : errorText(error)}\n`);
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
        `${problemText({ what: missing ? t`there is no such file` : errorText((error as Error).message), where: file, mend: missing ? t`start from examples/golive.yml` : t`check its rights` })}\n`,
      );
      code = 1;
      continue;
    }
    const result = parsePlan(text, file);
    if (result.ok)
      out(t`${file}: the plan holds (${result.plan.service}, ${result.plan.verify.checks.length} checks)\n`);
    else {
      err(
        `${result.problems.map(problemText).join("\n")}\n${t`${file}: ${result.problems.length} problem${result.problems.length > 1 ? "s" : ""}`}\n`,
      );
      code = 1;
    }
  }
  return code;
}
