import type { PhaseId } from "../core/phases.ts";
import type { ManualMessages } from "./people/messages.ts";
import type { Refusal } from "../core/comments/scenarios.ts";

/** Every text of the checklist; one file per language. */
export interface Messages {
  readonly phases: Readonly<Record<PhaseId, string>>;
  readonly states: {
    readonly planned: string;
    readonly waiting: string;
    readonly closed: string;
    readonly opening: string;
    readonly openingClosed: string;
    readonly rollingBack: string;
    readonly live: string;
    readonly prepared: string;
    readonly rolledBack: string;
    readonly failedOpen: string;
    readonly failedClosed: string;
    readonly stuckClosed: string;
    readonly stuckOpen: string;
    readonly byHand: string;
    readonly halfWay: string;
  };
  readonly facts: {
    readonly release: string;
    readonly window: string;
    readonly digest: string;
    readonly run: string;
    readonly approved: string;
    readonly approve: string;
    readonly unprotected: string;
    readonly unprotectedRollback: string;
    readonly pointOfNoReturn: string;
    readonly maintenance: string;
  };
  readonly waits: string;
  /** `text` as Markdown code: what to write. */
  howToApprove(text: string, starter: string): string;
  readonly mayApprove: string;
  readonly pages: { readonly on: string; readonly off: string };
  readonly loss: {
    title(service: string, tag: string): string;
    readonly codeOnly: string;
    readonly nothing: string;
    /** The site did not open. */
    readonly neverOpen: string;
    unknown(why: string): string;
    countedAt(time: string, why: string): string;
    kept(database: string): string;
    readonly files: string;
    readonly fileColumns: readonly [string, string, string, string, string];
    readonly filesStay: string;
    readonly columns: readonly [string, string, string, string, string];
    notCompared(tables: string): string;
  };
  readonly allItSaid: string;
  noReturn(
    migration: {
      readonly name: string;
      readonly drops: readonly string[];
      readonly rewrites: readonly string[];
    } | null,
  ): string;
  readonly skipped: string;
  readonly since: string;
  readonly planned: string;
  readonly actual: string;
  readonly forecast: string;
  readonly record: string;
  readonly viewOnly: string;
  /** Scheduled work of the service rests, and works again. */
  readonly pause: (what: string) => string;
  readonly resume: (what: string) => string;
  /** The folders of uploads, by the phase in which something is done to them. */
  readonly files: Readonly<Record<"day-before" | "backup" | "rollback", (folder: string) => string>>;
  /** The day before. */
  readonly rehearse: (what: string) => string;
  readonly scenarios: {
    /** `until`: a time of day, or empty. `bypass`: the plan has a way past the page. */
    head(release: string, until: string, bypass: boolean): string;
    broken(scenario: string): string;
    readonly optional: string;
    readonly how: string;
    /** Why a tick was put back or a word not heard; `owners` is empty when nobody is named, `known` are all scenarios. */
    readonly refused: Readonly<Record<Refusal["why"], (scenario: string, owners: string, known: string) => string>>;
    readonly late: string;
    reminder(scenarios: string, until: string): string;
  };
  readonly manual: ManualMessages;
  readonly watch: {
    readonly sev1: (release: string, what: readonly string[]) => string;
    readonly opened: (release: string, what: readonly string[]) => string;
    closed(release: string): string;
    readonly changes: Readonly<Record<"sev1" | "opened" | "changed" | "closed", string>>;
    title(service: string, release: string): string;
    incidentTitle(service: string, release: string): string;
    /** `issue`: number of the checklist. */
    seeChecklist(issue: number): string;
    promised(percent: string): string;
    /** `spent`: percent of what may go wrong. */
    budget(bad: number, all: number, spent: number): string;
    readonly answered: string;
    readonly inTime: string;
    readonly own: string;
    readonly siteClosed: string;
    readonly incidents: string;
    readonly none: string;
    readonly errors: string;
    readonly slow: string;
    readonly feedback: string;
    readonly said: string;
    readonly notKnown: string;
  };
  readonly notices: {
    readonly sev1: string;
    readonly incident: string;
    readonly "incident-over": string;
    readonly "rollback-failed": string;
  };
  readonly people: {
    /** Title of the checklist. */
    title(service: string, tag: string): string;
    /** `long` and `most`: how long it is expected to take, and at most; both empty when that is not known. */
    planned(release: string, when: string, long: string, most: string): string;
    rolledBack(service: string, tag: string): string;
    overrun(what: string, tag: string, until: string): string;
  };
  readonly doubt: {
    ask(release: string, doubts: readonly string[], until: string): string;
    accepted(by: string): string;
  };
  /** Records change, and are put back. */
  readonly dns: (what: string) => string;
  readonly dnsBack: (what: string) => string;
}
