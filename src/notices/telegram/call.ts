import { redactOutput } from "../../core/redact/redact-output.ts";
import { t } from "../../core/text/text.ts";
import type { Way } from "../kind.ts";
import { post, type Posted } from "../post.ts";
import type { Telegram } from "./schema.ts";

export interface Called {
  readonly ok: boolean;
  readonly id: number;
  readonly status: number;
  /** It reads so already. */
  readonly same: boolean;
  /** There is no such message, or none that this bot may edit. */
  readonly gone: boolean;
  /** Trying again would not help. */
  readonly final: boolean;
  readonly arrived: boolean;
  /** Seconds until it may be tried again; 0: that is not what is wrong. */
  readonly wait: number;
  readonly why: string;
}

/** One call of the Bot API. Never throws. */
export async function call(
  { base, chat, proxy }: Telegram,
  { secret, signal }: Way,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Called> {
  const posted = await post(
    `${base.replace(/\/+$/, "")}/bot${secret}/${method}`,
    JSON.stringify({ chat_id: chat, parse_mode: "HTML", link_preview_options: { is_disabled: true }, ...parameters }),
    { proxy, signal },
  );
  return readAnswer(posted, secret);
}

function readAnswer({ status, body, arrived, error, retryAfter }: Posted, secret: string): Called {
  const none = { ok: false, id: 0, status, same: false, gone: false, final: false, arrived, wait: 0 };
  if (status === 0) return { ...none, wait: 1, why: error };
  let json: {
    ok?: unknown;
    result?: { message_id?: unknown };
    description?: unknown;
    parameters?: { retry_after?: unknown };
  } = {};
  try {
    json = JSON.parse(body) as typeof json;
  } catch {
    // Not the Bot API: a proxy's page.
  }
  const said = String(json.description ?? "")
    .replaceAll(secret, "***")
    .slice(0, 120);
  if (status === 200 && json.ok === true && typeof json.result?.message_id === "number")
    return { ...none, ok: true, id: json.result.message_id, why: "" };
  if (status === 429)
    return {
      ...none,
      arrived: false,
      wait: Number(json.parameters?.retry_after ?? retryAfter ?? 5) || 5,
      why: t`too many messages (429)`,
    };
  if (status >= 500) return { ...none, wait: 2, why: t`Telegram answers ${status}` };
  const told = redactOutput(said, { secrets: [secret], lines: 1 });
  const same = /message is not modified/i.test(said);
  const gone = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(said);
  return {
    ...none,
    arrived: false,
    same,
    gone,
    final: !same && !gone,
    why: told === "" ? t`status ${status}` : `${told} (${status})`,
  };
}
