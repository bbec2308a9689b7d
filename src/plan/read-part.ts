import { parseDocument } from "yaml";
import type { z } from "zod";

/** A part of a plan's text, whatever else of the plan holds; null when it is no YAML, or the part does not hold. */
export function readPart<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> | null {
  try {
    const value: unknown = parseDocument(text, { prettyErrors: false }).toJS({ maxAliasCount: 50 });
    const found = schema.safeParse(value);
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
