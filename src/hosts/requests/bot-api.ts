import { readSettings } from "../settings/settings.ts";
import { callBotApi as callBotApiSh } from "./scripts.ts";

/**
 * One call of the Bot API. The token and the secret go from the settings file through the shell's own memory into curl's
 * standard input, and never come back; the other lines of curl's configuration come on standard input.
 * $1 files, $2 token's setting, $3 secret's setting or nothing, $4 seconds, $5 address, $6 method. What comes after these
 * prints a file that it is given, for whoever may not read it: sudo -n cat --, and no shell of another user.
 */
export const callBotApi = `${readSettings}\n${callBotApiSh}`;

/** What the script printed: a problem before anything was asked, or curl's exit code with status and body. Null: it did not run. */
export function readBotApi(
  stdout: string,
):
  | { readonly problem: string; readonly setting: string }
  | { readonly body: string; readonly status: string; readonly code: string }
  | null {
  const [, problem, setting = ""] = /^problem (\w+) ?(\w*)$/m.exec(stdout) ?? [];
  if (problem !== undefined) return { problem, setting };
  const [, body, status = "", code = ""] = /^([\s\S]*)\n(\d+)\ncurl (\d+)\n$/.exec(stdout) ?? [];
  return body === undefined ? null : { body, status, code };
}
