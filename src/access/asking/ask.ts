import { type Command, type Finished, script } from "../../core/command.ts";
import { saidBy } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type AccessContext, asUser, failed, type Probed, unknown } from "../access.ts";
import { askScript } from "./ask-script.ts";
import { curlTrouble, late, troubleOf } from "./troubles.ts";
import { curlText } from "../../hosts/requests/curl-text.ts";

/** Where the host puts the key, or the login that goes with it, into a line of curl's configuration. */
export const key = Symbol("key");
export const login = Symbol("login");
export type Line = readonly [option: string, ...value: readonly (string | typeof key | typeof login)[]];

export interface Question {
  /** Setting that holds the key. */
  readonly secret: string;
  /** Setting that holds the login. */
  readonly login?: string | undefined;
  readonly within: number;
  /** Lines of curl's configuration file. An option alone has no value. */
  readonly lines: readonly Line[];
  /** Header of the answer to look at, in lower case. */
  readonly header?: string;
  /** The key becomes part of an address, so it must be of characters that mean nothing there. */
  readonly inAddress?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly seconds: number;
  readonly header?: string;
  /** A mail server said no to the login. */
  readonly loginDenied?: boolean;
}

export type Asked = { readonly answer: Answer } | { readonly trouble: Probed };

export async function ask(
  context: AccessContext,
  question: Question,
  which: "right" | "wrong" = "right",
): Promise<Asked> {
  const { secret, within } = question;
  if (context.envFile === undefined) return { trouble: failed(t`no settings file is known that would hold ${secret}`) };
  const values = [
    context.envFile,
    which,
    secret,
    question.login ?? "",
    String(within),
    question.header ?? "",
    question.inAddress === true ? "yes" : "no",
  ];
  const asked = script(askScript, values, {
    stdin: configuration(question),
    timeoutSeconds: Math.ceil(within) + 15,
    label: "curl --config -",
    ...asUser(context),
  });
  return answerOf(context, question, asked, await context.host.attempt(asked));
}

function answerOf(context: AccessContext, { within }: Question, asked: Command, finished: Finished): Asked {
  if (finished.timedOut) return { trouble: unknown(late(within)) };
  const [, problem, name = ""] = /^problem (\w+) ?(\w*)$/m.exec(finished.stdout) ?? [];
  if (problem !== undefined) return { trouble: troubleOf(problem, name, context) };
  const found = /^answer (\d+) (\d+) ([\d.]+)$/m.exec(finished.stdout);
  if (!found) {
    const said = saidBy(asked, { stdout: "", stderr: finished.stderr }, { known: context.host.known });
    const why = said === "" ? "" : `: ${said}`;
    return { trouble: unknown(t`curl could not be run on ${context.host.name} (exit ${finished.code})${why}`) };
  }
  const [code, status, seconds] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const header = /^header (.*)$/m.exec(finished.stdout)?.[1];
  const loginDenied = code === 67;
  if (code !== 0 && !loginDenied) return { trouble: unknown(curlTrouble(code, within)) };
  return {
    answer: { status, seconds, ...(header === undefined ? {} : { header }), ...(loginDenied ? { loginDenied } : {}) },
  };
}

/** One letter before each piece tells the host whose text it is, so no value can be taken for another. */
function configuration({ lines }: Question): string {
  const text = (piece: string) => `+${piece}\n`;
  const put = (piece: string | typeof key | typeof login) => {
    if (piece === key) return "k\n";
    return piece === login ? "i\n" : text(curlText(piece));
  };
  const whole = ([option, ...value]: Line) =>
    value.length === 0 ? text(option) : `${text(`${option} = "`)}${value.map(put).join("")}${text('"')}`;
  return lines.map((line) => `${whole(line)}.\n`).join("");
}
