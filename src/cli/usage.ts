import { inWords, t } from "../core/text/text.ts";
import { type Command, commands } from "./commands.ts";
import { optionTable } from "./options.ts";

/** Where the summaries begin. */
const summaryColumn = 45;

/** The usage text of the whole command line. */
export function usage(): string {
  return [
    ...commands.flatMap(linesOf),
    lineOf("help", "", t`this text`),
    "",
    t`All but validate, environments and help take --plan FILE (.github/golive.yml), --ssh-key-file FILE and --by NAME.`,
    t`rollback takes --accept-loss DIGEST, or --yes for whatever it sets aside. checklist takes --repository OWNER/NAME.`,
    "",
  ].join("\n");
}

/** What `golive COMMAND --help` says. */
export function usageOf(command: Command): string {
  const options = command.options.map((name) => {
    const { summary, ...option } = optionTable[name];
    const value = "value" in option ? ` ${inWords(option.value)}` : "";
    return `  ${`--${name}${value}`.padEnd(28)}${inWords(summary)}`;
  });
  return [...linesOf(command), ...(options.length > 0 ? ["", ...options] : []), ""].join("\n");
}

function linesOf({ name, usage: ways }: Command): string[] {
  return ways.map(({ args = "", summary }) => lineOf(name, inWords(args), inWords(summary)));
}

function lineOf(name: string, args: string, summary: string): string {
  return `${`golive ${name} ${args}`.padEnd(summaryColumn)}${summary}`;
}
