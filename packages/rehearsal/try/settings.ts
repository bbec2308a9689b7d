import { resolve } from "node:path";
import { script } from "../../../src/core/command.ts";
import type { Host } from "../../../src/hosts/host.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { readSettings } from "../../../src/hosts/settings/settings.ts";
import { settingsOf } from "../../../src/hosts/settings/settings-file.ts";
import { settingsProblem, withSettings } from "../../../src/presets/environment-file.ts";
import { type Front, TryProblem } from "./front.ts";

/** What commands get of a settings file, by golive's own ways of reading it: no value is told to anybody but the caller. */
export const settings: Front = {
  usage: "[-]FILE ...",
  about:
    "what commands get of an env-file (of several, with - before one that may be missing): values, skipped names, problems",

  async run(words) {
    if (words.length === 0) throw new TryProblem("a file is wanted");
    return look(words.map((word) => (word.startsWith("-") ? `-${resolve(word.slice(1))}` : resolve(word))).join("\n"));
  },
};

async function look(file: string): Promise<Readonly<Record<string, unknown>>> {
  const host = localHost("here");
  const problem = await settingsProblem(host, file, {});
  if (problem !== null) return { values: {}, skipped: [], problems: [`${problem.code}: ${problem.problem}`] };
  const { names, skipped } = await namesIn(host, file);
  const inEnvironment = await environmentWith(host, file);
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = inEnvironment.get(name);
    if (value === undefined) problems.push(`settings-not-set: the shell does not let ${name} be set`);
    else values[name] = value;
    // Keys are read by another way, which has to find the same.
    const key = await keyOf(host, file, name);
    if (value !== undefined && key !== value) problems.push(`settings-differ: ${name} is another value as a key`);
  }
  return { values, skipped, problems };
}

async function namesIn(host: Host, file: string): Promise<{ names: string[]; skipped: string[] }> {
  const { stdout } = await host.run(script(`${settingsOf}settings_of "$1"`, [file]));
  const lines = stdout.split("\n");
  const names = lines.filter((line) => line.startsWith("=")).map((line) => line.slice(1, line.indexOf("=", 1)));
  const skipped = lines.filter((line) => line.startsWith("-")).map((line) => line.slice(line.indexOf(" ") + 1));
  return { names: [...new Set(names)], skipped: [...new Set(skipped)] };
}

/** All that a command with these settings has in its environment. */
async function environmentWith(host: Host, file: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await host.run(withSettings(file, ["/usr/bin/env", "-0"], {}));
  return new Map(
    stdout
      .split("\0")
      .filter((pair) => pair !== "")
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

/** A value as the scripts read it that put a key into a request. */
async function keyOf(host: Host, file: string, name: string): Promise<string> {
  const text = `${readSettings}readable "$1" && setting "$2" && printf '%s.' "$v"`;
  return (await host.attempt(script(text, [file, name]))).stdout.slice(0, -1);
}
