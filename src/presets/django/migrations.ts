import type { NewMigration } from "../kind.ts";

const drops = new Set(["DeleteModel", "RemoveField"]);
/** Change what rows or names already hold; of the last three nobody can tell from outside. */
const rewrites = new Set([
  "AlterField",
  "RenameField",
  "RenameModel",
  "AlterModelTable",
  "AlterOrderWithRespectTo",
  "RunPython",
  "RunSQL",
  "SeparateDatabaseAndState",
]);

/** What a migration file does to data that is there, by the operations it names; the file is read, never run. */
export function readMigration(path: string, text: string): NewMigration {
  const [, app = "", file = ""] = /([^/]+)\/migrations\/([^/]+)\.py$/.exec(path) ?? [];
  const code = text.replaceAll(/("""|''')[\s\S]*?\1/g, "").replaceAll(/#.*$/gm, "");
  const named = [...new Set([...code.matchAll(/\b([A-Z][A-Za-z]+)\s*\(/g)].map(([, name = ""]) => name))];
  return {
    name: `${app}.${file}`,
    drops: named.filter((name) => drops.has(name)),
    rewrites: named.filter((name) => rewrites.has(name)),
  };
}

/** Whether a path of the repository is a migration of Django's. */
export function isMigration(path: string): boolean {
  return /(?:^|\/)migrations\/(?!__init__\.py$)[^/]+\.py$/.test(path);
}
