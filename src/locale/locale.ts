import { english, type Language } from "../core/text/text.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { ru } from "./ru.ts";
import { ruTexts } from "./ru-texts.ts";

/** Every language a plan may choose. */
export const locales = { en, ru } as const satisfies Readonly<Record<string, Messages>>;
export const localeNames = ["en", "ru"] as const satisfies readonly (keyof typeof locales)[];

/** What is told beside the checklist's own lines, by the English text. English is what the sources hold. */
const languages: Readonly<Record<keyof typeof locales, Language>> = { en: english, ru: { tag: "ru", texts: ruTexts } };

export function messagesOf({ locale }: { readonly locale: keyof typeof locales }): Messages {
  return locales[locale];
}

/** The language of a plan that may be wrong; English when it names none that there is. */
export function languageOf(locale: unknown): Language {
  return languages[localeNames.find((name) => name === locale) ?? "en"];
}
