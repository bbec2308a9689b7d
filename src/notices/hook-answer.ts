import { t } from "../core/text/text.ts";
import type { Sent } from "./kind.ts";
import type { Posted } from "./post.ts";

/** What became of a message for a webhook, by the answer's status. */
export function hookAnswer({ status, arrived, error }: Posted, name: string): Sent {
  if (status >= 200 && status < 300) return { status: "sent" };
  if (status === 0) return { status: arrived ? "unknown" : "failed", why: `${name}: ${error}` };
  return { status: status >= 500 ? "unknown" : "failed", why: t`${name} answers ${status}` };
}
