import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { httpRequest, type Login, type Question } from "../hosts/requests/http-request.ts";
import type { Host } from "../hosts/host.ts";

export interface Api {
  readonly name: string;
  readonly url: string;
  /** Null: the runner asks. */
  readonly host: Host | null;
  readonly within: number;
  readonly login?: Login | undefined;
}

/** The JSON of an answer of status 2xx; null for an empty one. Throws a UserError in words for all else. */
export async function call(
  { name, url, host, within, login }: Api,
  method: NonNullable<Question["method"]>,
  path: string,
  body?: object,
): Promise<unknown> {
  const {
    status,
    body: text,
    error,
  } = await httpRequest(host, {
    url: `${url.replace(/\/+$/, "")}${path}`,
    method,
    within,
    login,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const where = host?.name ?? t`the runner`;
  if (status === 0) throw new UserError({ code: "api-silent", what: `${name}: ${error ?? t`no answer`}`, where });
  if (status < 200 || status > 299)
    throw new UserError({ code: "api-refuses", what: `${name}: ${refusal(status, method, path)}`, where });
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError({ code: "api-no-json", what: `${name}: ${t`the answer is no JSON`}`, where });
  }
}

function refusal(status: number, method: string, path: string): string {
  return t`${reason(status, method, path)} (status ${status})`;
}

function reason(status: number, method: string, path: string): string {
  if (status === 401 || status === 403) return t`refuses the key, or wants one`;
  if (status >= 300 && status < 400) return t`leads elsewhere`;
  return t`says no to ${method} ${path.split("?")[0]}`;
}
