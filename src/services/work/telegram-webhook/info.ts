import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Field } from "./bot-api.ts";

/** What the Bot API says of a webhook, as far as it can be set again. */
export interface Info {
  readonly url: string;
  readonly has_custom_certificate: boolean;
  readonly pending_update_count: number;
  readonly max_connections?: number;
  readonly allowed_updates?: readonly string[];
}

/** `drop_pending_updates` is said, so that no default ever decides over what people wrote. An empty list is the default of Telegram. */
export function fieldsOf(was: Info): Field[] {
  return [
    ["url", was.url],
    ["allowed_updates", JSON.stringify(was.allowed_updates ?? [])],
    ...(was.max_connections === undefined ? [] : [["max_connections", String(was.max_connections)] as const]),
    ["drop_pending_updates", "false"],
  ];
}

export function sameWebhook(a: Info, b: Info): boolean {
  const told = ({
    url,
    has_custom_certificate: custom,
    max_connections: most = 40,
    allowed_updates: types = [],
  }: Info) => JSON.stringify([url, custom, most, types.toSorted()]);
  return told(a) === told(b);
}

export function infoOf(result: unknown, where: string): Info {
  const { url, has_custom_certificate, pending_update_count, max_connections, allowed_updates } = (
    typeof result === "object" && result !== null ? result : {}
  ) as Partial<Info>;
  if (typeof url !== "string")
    throw new UserError({
      code: "webhook-info-unknown",
      what: t`this is not what the Bot API says of a webhook`,
      where,
      mend: t`is base: the address of a Bot API?`,
    });
  return {
    url,
    has_custom_certificate: has_custom_certificate === true,
    pending_update_count: typeof pending_update_count === "number" ? pending_update_count : 0,
    ...(typeof max_connections === "number" ? { max_connections } : {}),
    ...(Array.isArray(allowed_updates) ? { allowed_updates: allowed_updates.map(String) } : {}),
  };
}
