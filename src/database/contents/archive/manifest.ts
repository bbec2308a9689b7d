import type { Finished } from "../../../core/command.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";

/** What the manifest that may lie beside an archive says against it. */
export function manifestProblems({ code, stdout }: Finished, systemIdentifier: string | undefined): Problem[] {
  if (code === 0 && stdout.trim() === "") return [];
  const found = code === 0 ? identifierIn(stdout) : null;
  if (found === null)
    return [
      {
        code: "archive-unreadable",
        what: t`the manifest beside it cannot be read`,
        mend: t`look who changed manifest.json, or offer another dump`,
      },
    ];
  if (systemIdentifier === undefined || found === undefined || found === systemIdentifier) return [];
  return [
    {
      code: "archive-other-system",
      what: t`its manifest says that it comes from another PostgreSQL cluster (${found.slice(0, 40)} instead of ${systemIdentifier})`,
      mend: t`offer a dump of this cluster`,
    },
  ];
}

/** Undefined when the manifest does not tell, null when it is none. */
function identifierIn(text: string): string | undefined | null {
  try {
    const { systemIdentifier } = JSON.parse(text) as { systemIdentifier?: unknown };
    return typeof systemIdentifier === "string" ? systemIdentifier : undefined;
  } catch {
    return null;
  }
}
