import type { Twin } from "@golive/github-twin";

/** Prints each line of the checklist once it is decided. */
export function showChecklist(twin: Twin): void {
  const shown = new Set<string>();
  twin.onEvent((event) => {
    const body = (event.payload as { issue?: { body?: string } }).issue?.body ?? "";
    for (const line of body.split("\n")) {
      if (!isDecided(line) || shown.has(line)) continue;
      shown.add(line);
      console.log(`  ${line}`);
    }
  });
}

/** Ticked, or failed; not one that waits or is under way. */
function isDecided(line: string): boolean {
  if (!line.startsWith("- [") || line.startsWith("- [ ] ⏳")) return false;
  return !line.startsWith("- [ ]") || /❌|❔/.test(line);
}
