import { parseDocument, visit } from "yaml";

export type Value = string | number | boolean;
export type Values = ReadonlyMap<string, Value>;

/** A whole value, and nothing beside it: what is put in cannot become a part of a command, an address, another key. */
export const whole = /^\$\{([a-z][a-z0-9-]*)\}$/;

/** The plan of an environment, with the comments of the one that it is made of. */
export function written(text: string, values: Values, file: string, environment: string): string {
  const document = parseDocument(text, { prettyErrors: false });
  document.delete("environments");
  visit(document, {
    Scalar(key, node) {
      const [, name] = typeof node.value === "string" && key !== "key" ? (whole.exec(node.value) ?? []) : [];
      const value = name === undefined ? undefined : values.get(name);
      if (value === undefined) return;
      node.value = value;
      // Quoted, so that a text of digits stays a text.
      node.type = typeof value === "string" ? "QUOTE_DOUBLE" : "PLAIN";
    },
  });
  const source = file.slice(file.lastIndexOf("/") + 1);
  const head = `# Written by "golive environments" of ${source}, for ${environment}. Change that file, and write this one anew.`;
  return `${head}\n${document.toString({ lineWidth: 0 })}`;
}
