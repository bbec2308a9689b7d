import type { Message } from "../kind.ts";

/** Telegram counts UTF-16 units after it has read the entities. */
const mostUnits = 4096;

/** Telegram's own HTML, in which only three letters mean anything. Cut by whole lines, so that no tag is left open. */
export function htmlOf({ headline, service, tag, lines, link }: Message): string {
  const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const head = [`<b>${safe(`${service} ${tag}`.slice(0, 200))}</b>`, safe(headline.slice(0, 500))];
  const foot = safe(link);
  const body: string[] = [];
  let left = mostUnits - [...head, foot].join("\n").length - 8;
  for (const line of lines) {
    const short = line.length > 600 ? `${line.slice(0, 599)}…` : line;
    if (safe(short).length + 1 > left) {
      body.push("…");
      break;
    }
    body.push(safe(short));
    left -= safe(short).length + 1;
  }
  return [...head, ...body, foot].join("\n");
}
