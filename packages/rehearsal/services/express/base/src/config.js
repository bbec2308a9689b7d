import { readFileSync } from "node:fs";

/** The environment, and the lines of the file that ENV_FILE names, which systemd would read itself. */
export function settings() {
  const file = process.env.ENV_FILE;
  const lines = file === undefined ? [] : readFileSync(file, "utf8").split("\n");
  const read = lines
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
  return { ...Object.fromEntries(read), ...process.env };
}

export const version = readFileSync(new URL("../VERSION", import.meta.url), "utf8").trim();
