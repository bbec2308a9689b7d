import { parseArgs } from "node:util";
import { errorText } from "../core/errors.ts";
import { logText } from "../core/text/log-text.ts";
import { setLocale, t } from "../core/text/text.ts";
import { languageOf } from "../locale/locale.ts";
import { type Command, commandIn } from "./commands.ts";
import { type Given, type OptionValues, optionTable, type Out, type Output } from "./options.ts";
import { usage, usageOf } from "./usage.ts";

/**
 * The command line; returns the exit code. In a step of a workflow a runner reads what is printed, at a keyboard a
 * terminal does: neither obeys a text.
 */
export function main(args: readonly string[], out: Out, err: Out): Promise<number> {
  return commandLine(args, { out: (text) => out(logText(text)), err: (text) => err(logText(text)) });
}

const asksForHelp = ["help", "--help", "-h"];

async function commandLine(args: readonly string[], output: Output): Promise<number> {
  // Until a plan says otherwise.
  setLocale(languageOf(terminalLanguage()));
  const found = commandIn(args);
  if (found !== null) return run(found.command, found.rest, output);
  const [name] = args;
  if (name !== undefined && !asksForHelp.includes(name)) {
    output.err(t`golive: there is no command "${name}"\n${usage()}`);
    return 2;
  }
  output.out(usage());
  return name === undefined ? 2 : 0;
}

function terminalLanguage(): string | undefined {
  const set = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  return /^[a-z]{2}/.exec(set)?.[0];
}

async function run(command: Command, args: string[], output: Output): Promise<number> {
  try {
    const given = read(command, args);
    if (given === "help") {
      output.out(usageOf(command));
      return 0;
    }
    const work = await command.load();
    return (await work(given, output)) ?? 0;
  } catch (error) {
    const words = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
    output.err(`${words ? (error as Error).message : errorText(error)}\n`);
    return 1;
  }
}

/** The words of a command by its line of the table. */
function read({ options, words }: Command, args: string[]): Given | "help" {
  const known = Object.fromEntries(options.map((name) => [name, optionTable[name]]));
  const { values, positionals } = parseArgs({
    args,
    options: { ...known, help: { type: "boolean", short: "h" } },
    allowPositionals: words,
  });
  const { help, ...given } = values;
  return help ? "help" : { values: given as OptionValues, words: positionals };
}
