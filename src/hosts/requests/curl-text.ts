import { InternalError } from "../../core/errors.ts";
/** Text for between the double quotes of a line of curl's configuration. Throws for what such a line cannot hold. */
export function curlText(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text)) throw new InternalError("a line for curl cannot hold a control character");
  return text.replaceAll(/["\\]/g, "\\$&");
}
