import { readSettings } from "../../hosts/settings/settings.ts";
import { lookAtKeys } from "./scripts.ts";

/**
 * Names that speak of a secret, and among them those that only speak about one: how long, how old, where.
 * Of a URL what counts is what stands before the @; a digest is salted afresh in each call and comes in by stdin.
 */
export const lookScript = `${readSettings}\n${lookAtKeys}\n`;
