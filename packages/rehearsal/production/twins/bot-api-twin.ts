import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Parameters of the methods as core.telegram.org/bots/api has them; what is not here is no parameter. */
const parameters: Readonly<Record<string, Readonly<Record<string, RegExp | "file">>>> = {
  getMe: {},
  getWebhookInfo: {},
  deleteWebhook: { drop_pending_updates: /^(true|false)$/i },
  setWebhook: {
    url: /^$|^https:\/\//,
    certificate: "file",
    ip_address: /^[\d.]+$/,
    max_connections: /^([1-9]\d?|100)$/,
    allowed_updates: /^\[("[a-z_]+"(,"[a-z_]+")*)?\]$/,
    drop_pending_updates: /^(true|false)$/i,
    secret_token: /^[A-Za-z0-9_-]{1,256}$/,
  },
};

export interface Hook {
  url: string;
  max_connections: number;
  /** Undefined: all that Telegram sends by default. */
  allowed_updates: string[] | undefined;
  secret_token: string | undefined;
  certificate: string | undefined;
}

/** What happens to a call instead. `lost`: it does what it should, and the answer never comes. */
export type BotTrouble = "silence" | "break" | "lost" | { readonly status: number; readonly body: string };

export interface BotState {
  readonly hook: Hook;
  pending: number;
  lastError: number | undefined;
  readonly calls: string[];
  readonly violations: string[];
  /** For the next calls, one each. */
  trouble: (BotTrouble | undefined)[];
  onCall: () => void;
}

/** Telegram, as far as webhooks go. */
export async function startBotApi(
  t: { after(end: () => void): void },
  token: string,
  { address = "127.0.0.1", port = 0 }: { readonly address?: string; readonly port?: number } = {},
) {
  const state: BotState = {
    hook: {
      url: "",
      max_connections: 40,
      allowed_updates: undefined,
      secret_token: undefined,
      certificate: undefined,
    },
    pending: 0,
    lastError: undefined,
    calls: [],
    violations: [],
    trouble: [],
    onCall: () => {},
  };
  const server = createServer((request, response) => void serve(state, token, request, response));
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(state, { base: `http://${address}:${(server.address() as AddressInfo).port}` });
}

async function serve(
  state: BotState,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const method = /^\/bot[^/]+\/(\w+)$/.exec(request.url ?? "")?.[1] ?? "";
  state.calls.push(method);
  state.onCall();
  const trouble = state.trouble.shift();
  if (trouble === "silence") return;
  if (trouble === "break") {
    request.socket.destroy();
    return;
  }
  if (typeof trouble === "object") {
    response.writeHead(trouble.status).end(trouble.body);
    return;
  }
  const known = request.url?.startsWith(`/bot${token}/`) ?? false;
  const answer = known ? await answerTo(state, method, request, parts) : refusal(401, "Unauthorized");
  if (trouble === "lost") request.socket.destroy();
  else response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
}

interface BotAnswer {
  readonly status: number;
  readonly body: object;
}

function refusal(status: number, description: string): BotAnswer {
  return { status, body: { ok: false, error_code: status, description } };
}

async function answerTo(
  state: BotState,
  method: string,
  request: IncomingMessage,
  parts: readonly Buffer[],
): Promise<BotAnswer> {
  const known = parameters[method];
  if (known === undefined) return refusal(404, "Not Found");
  const given = await formOf(request, parts);
  const fields: Record<string, string> = {};
  for (const [name, value] of given) {
    const text = typeof value === "string" ? value : await value.text();
    if (!isAllowed(known[name], value)) state.violations.push(`${method} ${name}=${text}`);
    fields[name] = text;
  }
  if (fields.drop_pending_updates?.toLowerCase() === "true") state.pending = 0;
  if (method === "getMe") return result({ id: 1, is_bot: true, first_name: "Clinic", username: "clinic_bot" });
  if (method === "getWebhookInfo") return result(webhookInfo(state));
  const set = method === "setWebhook";
  if (set && !/^https:/.test(fields.url ?? ""))
    return refusal(400, "Bad Request: bad webhook: HTTPS url must be provided for webhook");
  changeHook(state.hook, fields, set);
  return result(true, set ? "Webhook was set" : "Webhook was deleted");
}

async function formOf(request: IncomingMessage, parts: readonly Buffer[]): Promise<FormData> {
  if (parts.length === 0) return new FormData();
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  return new Response(Buffer.concat(parts), { headers }).formData();
}

function isAllowed(rule: RegExp | "file" | undefined, value: string | object): boolean {
  if (rule === undefined) return false;
  return rule === "file" ? typeof value !== "string" : typeof value === "string" && rule.test(value);
}

function result(value: unknown, description?: string): BotAnswer {
  return { status: 200, body: { ok: true, result: value, ...(description === undefined ? {} : { description }) } };
}

function webhookInfo({ hook, pending, lastError }: BotState): object {
  const { url, max_connections, allowed_updates, certificate } = hook;
  const failed = {
    last_error_date: lastError,
    last_error_message: "Wrong response from the webhook: 503 Service Unavailable",
  };
  return {
    url,
    has_custom_certificate: certificate !== undefined,
    pending_update_count: pending,
    ...(lastError === undefined ? {} : failed),
    ...(url === "" ? {} : { max_connections, ip_address: "203.0.113.10" }),
    ...(allowed_updates === undefined ? {} : { allowed_updates }),
  };
}

function changeHook(hook: Hook, fields: Readonly<Record<string, string>>, set: boolean): void {
  const updates =
    fields.allowed_updates === undefined ? hook.allowed_updates : (JSON.parse(fields.allowed_updates) as string[]);
  Object.assign(hook, {
    url: set ? fields.url : "",
    max_connections: set ? Number(fields.max_connections ?? 40) : 40,
    allowed_updates: updates?.length === 0 ? undefined : updates,
    secret_token: fields.secret_token,
    certificate: fields.certificate,
  });
}
