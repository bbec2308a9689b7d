import type { Identity } from "../people/identities.ts";

/** One request, already matched to an operation of GitHub's description and let through. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly accept: string;
  readonly who: Identity;
}

/** `text` is sent as it is, `body` as JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => ApiAnswer | Promise<ApiAnswer>;
export type Handlers = Readonly<Record<string, Handler>>;

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

export function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}
