import type { Plan } from "./schema/schema.ts";

/** A folder of files that people uploaded, and where what is kept of it lies. */
export interface Place {
  readonly id: string;
  readonly host: string;
  readonly directory: string;
  /** Folder on the same host in which each launch has one of its own. */
  readonly keepIn: string;
  readonly keep: "copy" | "link" | "count";
  readonly user: string | undefined;
}

/** The folders of uploads that the plan names, with everything said. */
export function filesOf({ files, deploy }: Pick<Plan, "files" | "deploy">): readonly Place[] {
  if (files === undefined || files === "none") return [];
  return files.map(({ id, host, directory, keep, ...said }, index) => ({
    id: id ?? String(index + 1),
    host,
    directory: withoutEnd(directory),
    keepIn: withoutEnd(said.keepIn ?? `${withoutEnd(directory)}.golive`),
    keep,
    user: said.runAs ?? deploy.runAs,
  }));
}

/** One way to write a path: no slash at its end, none twice, and no dot. */
function withoutEnd(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return `/${parts.join("/")}`;
}
