import { t } from "../../core/text/text.ts";

/** Nobody reads a whole page of what they wrote themselves; where it stands is told. */
export function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** A value as it is written. */
export function spelled(value: unknown): string {
  return short(JSON.stringify(value) ?? String(value));
}

/** A place as people read it: verify.checks[0].url. */
export function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? short(String(key)) : `${text}.${short(String(key))}`;
  }, "");
}

export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

/** What kind of value it is. */
export function kindOf(value: unknown): string {
  if (value === null) return t`empty`;
  if (Array.isArray(value)) return t`a list`;
  return typeof value === "object" ? t`a mapping` : article(typeof value);
}

/** A kind that the schema names, in words. */
export function article(kind: string): string {
  const words: Record<string, string> = {
    object: t`a mapping`,
    array: t`a list`,
    record: t`a mapping`,
    string: t`a text`,
    number: t`a number`,
    int: t`a whole number`,
    boolean: t`true or false`,
  };
  return words[kind] ?? kind;
}
