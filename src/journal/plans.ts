import { createHash } from "node:crypto";
import { script } from "../core/command.ts";
import type { Host } from "../hosts/host.ts";

// Whole or not at all, and only its owner reads it: a plan may name people.
const keepScript = `umask 077; mkdir -p -m 700 -- "$1/plans" && t=$(mktemp "$1/plans/.plan.XXXXXX") || exit 1
cat > "$t" && sync "$t" && mv -f -- "$t" "$1/plans/$2.yml" && sync "$1/plans"`;
const readScript = '[ ! -e "$1/plans/$2.yml" ] || cat -- "$1/plans/$2.yml"';

/** Keeps the text of a launch's plan beside the journal: from then on nothing that becomes of the repository matters. */
export async function keepPlan(host: Host, directory: string, release: string, text: string): Promise<string> {
  await host.run(script(keepScript, [directory, release], { stdin: text, timeoutSeconds: 60 }));
  return planHash(text);
}

/** The text that was kept; null when there is none, or somebody changed it. */
export async function keptPlan(host: Host, directory: string, release: string, sha256: string): Promise<string | null> {
  const { stdout } = await host.run(script(readScript, [directory, release], { timeoutSeconds: 60 }));
  return planHash(stdout) === sha256 ? stdout : null;
}

function planHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
