import { createServer } from "node:http";
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

/** Telegram, as far as webhooks go. `trouble` answers the next calls in its stead, one each; `lost`: it does what it should, and the answer never comes. */
export async function startBotApi(t: { after(end: () => void): void }, token: string) {
  const hook: Hook = {
    url: "",
    max_connections: 40,
    allowed_updates: undefined,
    secret_token: undefined,
    certificate: undefined,
  };
  const state = {
    hook,
    pending: 0,
    lastError: undefined as number | undefined,
    calls: [] as string[],
    violations: [] as string[],
    trouble: [] as ("silence" | "break" | "lost" | undefined | { status: number; body: string })[],
    onCall: () => {},
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const method = /^\/bot[^/]+\/(\w+)$/.exec(request.url ?? "")?.[1] ?? "";
    state.calls.push(method);
    state.onCall();
    const trouble = state.trouble.shift();
    if (trouble === "silence") return;
    if (trouble === "break") return void request.socket.destroy();
    const reply = (status: number, answer: object) =>
      trouble === "lost"
        ? request.socket.destroy()
        : response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    if (typeof trouble === "object") return void response.writeHead(trouble.status).end(trouble.body);
    if (!request.url?.startsWith(`/bot${token}/`))
      return void reply(401, { ok: false, error_code: 401, description: "Unauthorized" });
    const known = parameters[method];
    if (known === undefined) return void reply(404, { ok: false, error_code: 404, description: "Not Found" });
    const form =
      parts.length === 0
        ? new FormData()
        : await new Response(Buffer.concat(parts), {
            headers: { "content-type": request.headers["content-type"] ?? "" },
          }).formData();
    const fields: Record<string, string> = {};
    for (const [name, value] of form) {
      const rule = known[name];
      const text = typeof value === "string" ? value : await value.text();
      if (
        rule === undefined ||
        (rule === "file" ? typeof value === "string" : typeof value !== "string" || !rule.test(text))
      )
        state.violations.push(`${method} ${name}=${text}`);
      fields[name] = text;
    }
    if (fields.drop_pending_updates?.toLowerCase() === "true") state.pending = 0;
    if (method === "getMe")
      return void reply(200, {
        ok: true,
        result: { id: 1, is_bot: true, first_name: "Clinic", username: "clinic_bot" },
      });
    if (method === "getWebhookInfo") {
      const { url, max_connections, allowed_updates, certificate } = hook;
      return void reply(200, {
        ok: true,
        result: {
          url,
          has_custom_certificate: certificate !== undefined,
          pending_update_count: state.pending,
          ...(state.lastError === undefined
            ? {}
            : {
                last_error_date: state.lastError,
                last_error_message: "Wrong response from the webhook: 503 Service Unavailable",
              }),
          ...(url === "" ? {} : { max_connections, ip_address: "203.0.113.10" }),
          ...(allowed_updates === undefined ? {} : { allowed_updates }),
        },
      });
    }
    if (method === "setWebhook" && !/^https:/.test(fields.url ?? ""))
      return void reply(400, {
        ok: false,
        error_code: 400,
        description: "Bad Request: bad webhook: HTTPS url must be provided for webhook",
      });
    const list =
      fields.allowed_updates === undefined ? hook.allowed_updates : (JSON.parse(fields.allowed_updates) as string[]);
    const set = method === "setWebhook";
    Object.assign(hook, {
      url: set ? fields.url : "",
      max_connections: set ? Number(fields.max_connections ?? 40) : 40,
      allowed_updates: list?.length === 0 ? undefined : list,
      secret_token: fields.secret_token,
      certificate: fields.certificate,
    });
    reply(200, { ok: true, result: true, description: set ? "Webhook was set" : "Webhook was deleted" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return Object.assign(state, { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
