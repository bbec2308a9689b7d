import { t } from "../../../core/text/text.ts";

/** How many of a kind are named. */
export const shown = 5;

/** The first few, fit for one line of a page, and how many there are beside them. */
export function some<T>(list: readonly T[], text: (item: T) => string): string {
  const named = list.slice(0, shown).map(text).join(", ");
  return `${named}${list.length > shown ? t` and ${list.length - shown} more` : ""}`;
}

/** Names that others chose, fit for one line of a page. */
export function plain(text: string, length = 80): string {
  return text.replaceAll(/[^\p{L}\p{N} .,:;_/@+='()-]/gu, "").slice(0, length);
}

/** The role that asks, as every row of a look tells it. */
export function askingRole(rows: readonly { readonly me: string }[]): string {
  return plain(rows[0]?.me ?? "");
}
