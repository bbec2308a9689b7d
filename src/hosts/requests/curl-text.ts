import { InternalError } from "../../core/errors.ts";
import type { Login, Question } from "./question.ts";

/** A control character of ASCII. */
const control = /[^\P{Cc}\u0080-\u009f]/u;

/** Text for between the double quotes of a line of curl's configuration. Throws for what such a line cannot hold. */
export function curlText(text: string): string {
  if (control.test(text)) throw new InternalError("a line for curl cannot hold a control character");
  return text.replaceAll(/["\\]/g, "\\$&");
}

/** Lines of curl's configuration for a request. */
export function curlConfiguration({ url, method = "GET", headers = {}, body, address, include }: Question): string[] {
  return [
    `url = ${quoted(url)}`,
    `request = ${quoted(method)}`,
    ...Object.entries({ "user-agent": "golive", ...headers }).map(
      ([name, value]) => `header = ${quoted(`${name}: ${value}`)}`,
    ),
    ...(address === undefined ? [] : [`connect-to = ${quoted(`::${address}`)}`]),
    ...(include === true ? ["include"] : []),
    ...(body === undefined ? [] : [`data-raw = ${quoted(body)}`]),
  ];
}

/**
 * The same for a host that puts a key into it: each line whole (`+text`, ended by `.`), and last the one that the key
 * (`k`) stands in.
 */
export function withKeyOpen(lines: readonly string[], { user, header, prefix }: Login): string {
  const option = user === undefined ? "header" : "user";
  const open = quoted(user === undefined ? `${header}: ${prefix}` : `${user}:`).slice(0, -1);
  return `${lines.map((line) => `+${line}\n.\n`).join("")}+${option} = ${open}\nk\n+"\n.\n`;
}

function quoted(text: string): string {
  return `"${curlText(text)}"`;
}
