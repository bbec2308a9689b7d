import { figure } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";

/** A version may be shown when it looks like one: what stands in a label of the wrong name may be anything. */
export function shown(version: string, known: readonly (string | undefined)[] = []): string {
  return known.includes(version) || /^v?\d[\w.+-]{0,40}$/.test(version) || /^[0-9a-f]{7,40}$/.test(version)
    ? version
    : t`another version`;
}

export function percent(share: number): string {
  return `${figure(Number((share * 100).toPrecision(3)))} %`;
}
