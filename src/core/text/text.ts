/** A language that people are told things in. `texts` is by the English text, with {0}, {1} … for what is put in. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly texts: Readonly<Record<string, string>>;
}

export const english: Language = { tag: "en", texts: {} };
let spoken = english;

/** From here on this process tells people in this language: that of the plan it works for. English until then. */
export function setLocale(language: Language): void {
  spoken = language;
}

/** What `work` tells is told in this language, whatever the process speaks before and after. */
export function withLocale<T>(language: Language, work: () => T): T {
  const before = spoken;
  spoken = language;
  try {
    return work();
  } finally {
    spoken = before;
  }
}

/** BCP 47 tag of the language that is spoken, for `Intl`. */
export function spokenTag(): string {
  return spoken.tag;
}

/**
 * A text for people: written in English where it is needed, told in the language of the plan. A text that the
 * language lacks is told in English (a test sees to it that none is lacking).
 */
export function t(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return filled(
    parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`),
    values,
  );
}

/** A text that is told later, with `inWords`: it is written where no language is spoken yet, as the rules of a schema are. */
export function msg(parts: TemplateStringsArray): string {
  return parts.join("");
}

export function inWords(text: string): string {
  return filled(text, []);
}

function filled(text: string, values: readonly unknown[]): string {
  const own = spoken.texts[text] ?? text;
  return own.replaceAll(/\{(\d)(?::([^{}|]*\|[^{}|]*\|[^{}|]*))?\}/g, (_, index: string, forms?: string) => {
    const value = values[Number(index)];
    return forms === undefined ? String(value) : formFor(value, forms.split("|"));
  });
}

/** The form of a word that goes with a number: one file, two files; of languages with a third form, five of them. */
function formFor(value: unknown, [one = "", few = "", many = ""]: readonly string[]): string {
  // A number may come as text, as the language writes it: 12 345 or 1,5.
  const number = Number(String(value).replaceAll(/\s/g, "").replace(",", "."));
  const form = new Intl.PluralRules(spoken.tag).select(number);
  if (form === "one") return one;
  // Half a day goes with the word of two.
  return form === "few" || form === "other" ? few : many;
}
