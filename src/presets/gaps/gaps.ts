import { type CommandOptions, script } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { settingsOf, settingsPaths } from "../../hosts/settings/settings-file.ts";
import { loadSettings } from "../scripts.ts";
import { unitSettings } from "./scripts.ts";

const look = `${settingsOf}\n${loadSettings}\n${unitSettings}\n`;

/** What a unit of systemd has of settings; names alone. */
interface UnitSettings {
  readonly unit: string;
  readonly has: readonly string[];
  readonly passes: readonly string[];
  readonly unset: readonly string[];
  readonly reads: readonly string[];
}

export interface Asked {
  /** `deploy.env-file`. */
  readonly files: string | undefined;
  readonly units: readonly string[];
}

/**
 * Where the release's commands on a host do not get what the service has, in sentences: a migration may then do
 * something else than the service would. The host is asked for names; no value leaves it.
 */
export async function settingsGaps(host: Host, { files, units }: Asked, options: CommandOptions): Promise<string[]> {
  const label = t`look at what the service has of settings`;
  const asked = script(look, [files ?? "", ...units], { ...options, timeoutSeconds: 60, label });
  const rows = (await host.attempt(asked)).stdout.split("\n").map(row);
  const of = (kind: string) => rows.filter((one) => one.kind === kind).map(({ rest }) => rest);
  const kept = of("kept").toSorted();
  const names = new Set(of("name").filter((name) => !kept.includes(name)));
  const paths = settingsPaths(files).map(({ path }) => path);
  const told = together(unitsIn(rows), names, paths);
  if (kept.length === 0) return told;
  const name = kept.join(", ");
  return [t`commands of the release do not get ${name} as deploy.env-file has it: the shell keeps that name`, ...told];
}

interface Row {
  readonly kind: string;
  readonly rest: string;
}

function row(line: string): Row {
  const [kind = "", ...rest] = line.split(" ");
  return { kind, rest: rest.join(" ") };
}

function unitsIn(rows: readonly Row[]): UnitSettings[] {
  const starts = rows.flatMap(({ kind }, at) => (kind === "unit" ? [at] : []));
  return starts.map((start, index) => {
    const own = rows.slice(start, starts[index + 1]);
    const of = (kind: string) => own.filter((one) => one.kind === kind).map(({ rest }) => rest);
    return {
      unit: own[0]?.rest ?? "",
      has: of("has"),
      passes: of("passes"),
      unset: of("unset"),
      reads: of("reads"),
    };
  });
}

type Gap = "reads" | "sets" | "takes away";

/** Units that differ in the same way are told together. */
function together(units: readonly UnitSettings[], names: ReadonlySet<string>, paths: readonly string[]): string[] {
  const found = new Map<string, { readonly gap: Gap; readonly what: string; readonly units: string[] }>();
  for (const unit of units)
    for (const [gap, all] of Object.entries(gapsOf(unit, names, paths)) as [Gap, readonly string[]][]) {
      const what = all.join(", ");
      const same = found.get(`${gap} ${what}`);
      if (same !== undefined) same.units.push(unit.unit);
      else if (what !== "") found.set(`${gap} ${what}`, { gap, what, units: [unit.unit] });
    }
  return [...found.values()].map(({ gap, what, units: who }) => gapText(gap, what, who.join(", ")));
}

function gapsOf(unit: UnitSettings, names: ReadonlySet<string>, paths: readonly string[]): Record<Gap, string[]> {
  const set = new Set([...unit.has, ...unit.passes]);
  return {
    reads: unit.reads.filter((path) => !paths.includes(path)),
    sets: [...set].filter((name) => !names.has(name) && !unit.unset.includes(name)),
    "takes away": unit.unset.filter((name) => names.has(name)),
  };
}

function gapText(gap: Gap, what: string, units: string): string {
  switch (gap) {
    case "reads":
      return t`${units} reads ${what}, which deploy.env-file does not name: commands of the release do not get what is in it`;
    case "sets":
      return t`${units} sets ${what} in its unit file: commands of the release do not get that (put it into deploy.env-file)`;
    case "takes away":
      return t`${units} takes ${what} away (UnsetEnvironment=): commands of the release get it`;
  }
}
