// What GitHub's runner takes for a command in a line of a step's output, after its ActionCommand.cs: the newer form
// `::name key=value,key=value::message` at the beginning of a line, the older `##[name key=value;key=value]message`
// anywhere in it. Only names that it knows are commands.

export interface LogCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export const commandNames: ReadonlySet<string> = new Set(
  (
    "stop-commands set-env set-output save-state add-mask add-path add-matcher remove-matcher debug warning error notice " +
    "group endgroup echo"
  ).split(" "),
);

/** `known`: the names that are commands now; a runner that was stopped also waits for the word that starts it again. */
export function parseLogCommand(line: string, known: ReadonlySet<string> = commandNames): LogCommand | undefined {
  return newer(line, known) ?? older(line, known);
}

/**
 * .NET compares by the rules of a language when it looks for `::` and `##[`: characters that these ignore may stand
 * in between, or in front.
 */
const ignored = "[\\p{Cc}\\p{Cf}\\u034f\\ufe00-\\ufe0f]*";
const newerForm = new RegExp(`^[\\s\\u0085]*${ignored}:${ignored}:(.*?):${ignored}:(.*)$`, "su");
const olderForm = new RegExp(`#${ignored}#${ignored}\\[([^\\]]*)\\](.*)$`, "su");

function newer(line: string, known: ReadonlySet<string>): LogCommand | undefined {
  const [, info, data = ""] = newerForm.exec(line) ?? [];
  if (info === undefined) return undefined;
  return commandOf(info, known, { between: ",", unescapeValue: unescapeProperty, message: unescapeMessage(data) });
}

function older(line: string, known: ReadonlySet<string>): LogCommand | undefined {
  const [, info, data = ""] = olderForm.exec(line) ?? [];
  if (info === undefined) return undefined;
  return commandOf(info, known, { between: ";", unescapeValue: unescapeOlder, message: unescapeOlder(data) });
}

interface Form {
  /** What stands between two properties. */
  readonly between: string;
  readonly unescapeValue: (text: string) => string;
  readonly message: string;
}

function commandOf(info: string, known: ReadonlySet<string>, form: Form): LogCommand | undefined {
  const [word = ""] = info.split(" ", 1);
  const name = word.toLowerCase();
  if (!known.has(name)) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of info.slice(word.length).trim().split(form.between)) {
    const at = pair.indexOf("=");
    if (at > 0) properties[pair.slice(0, at).trim().toLowerCase()] = form.unescapeValue(pair.slice(at + 1));
  }
  return { name, properties, message: form.message };
}

// %25 last: "%250A" is the text "%0A", not a line break.
function unescapeMessage(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

function unescapeOlder(text: string): string {
  return text
    .replaceAll("%3B", ";")
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%5D", "]")
    .replaceAll("%25", "%");
}
