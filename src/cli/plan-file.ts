import { readFile } from "node:fs/promises";
import { errorLine, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";

/** The text of a plan that a person named; `mend`: what to do when there is no such file. */
export async function planText(file: string, mend: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new UserError({ code: "plan-file-missing", what: t`there is no such file`, where: file, mend });
    throw new UserError({
      code: "plan-file-unreadable",
      what: errorLine(error),
      where: file,
      mend: t`check its rights`,
    });
  }
}
