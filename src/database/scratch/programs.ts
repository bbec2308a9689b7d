import { binaries } from "./shell/scripts.ts";

/** Shell: `binaries MAJOR` prints the folder with PostgreSQL's own programs of that version; Debian has them on no PATH. */
export const binariesText = `${binaries}\n`;
