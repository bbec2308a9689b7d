import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { ru } from "./ru.ts";

/** Every language a plan may choose. */
export const locales = { en, ru } as const satisfies Readonly<Record<string, Messages>>;
export const localeNames = ["en", "ru"] as const satisfies readonly (keyof typeof locales)[];

export function messagesOf({ locale }: { readonly locale: keyof typeof locales }): Messages {
  return locales[locale];
}
