import { z } from "zod";
import { inWords } from "../../core/text/text.ts";
import type { StepState, StepStates } from "../step-state.ts";

/** What a step usually takes is made of. */
export interface UsualOf {
  /** Seconds to read or write the whole database at so many megabytes a second. */
  readonly database: (megabytesPerSecond: number) => number;
  /** Whether the way back has a copy of the database to change places with. */
  readonly copies: boolean;
  /** Seconds that people take for a scenario. */
  readonly people: number;
}

interface Definition<Facts extends z.ZodType> {
  /** As the checklist shows it: a text of msg`…`. Steps that are named after something of the plan have none. */
  readonly title?: string;
  /** What it leaves for later steps. An entry of the journal that holds something else is refused. */
  readonly facts?: Facts;
  /** Seconds, as long as nothing was measured. */
  readonly usual?: number | ((of: UsualOf) => number);
}

interface States {
  readonly steps: StepStates;
}

/** One line of the checklist: a step of all, or of one host, or of one thing of the plan. */
export interface StepOn<Facts> {
  /** The key in the journal: `backup.copy`, `deploy.fetch@app-1`. */
  readonly id: string;
  state(of: States): StepState | undefined;
  /** What it left, of the last time it was done; empty when it left nothing. */
  facts(of: States): Partial<Facts>;
}

/** A step as every part of golive knows it. */
export interface StepKind<Facts = object> extends StepOn<Facts> {
  readonly title: string;
  readonly usualSeconds: number | ((of: UsualOf) => number);
  readonly factsSchema: z.ZodType | undefined;
  /** The same on one host: `deploy.fetch@app-1`. */
  on(host: string): StepOn<Facts>;
  /** Every one on record, with the name of its host ("" when it has none). */
  all(of: States): readonly (readonly [host: string, step: StepState])[];
  /** Whether it was ever begun, on any host; what it did may be half done. */
  begun(of: States): boolean;
  /** Whether an id is this step's, on whatever host. */
  is(id: string): boolean;
}

/** Steps of one sort, one for each thing of the plan that it names: `dns-tls.dns-www`, `deploy.step-clear@app-1`. */
export interface StepFamily<Facts = object> {
  readonly prefix: string;
  readonly usualSeconds: number | ((of: UsualOf) => number);
  readonly factsSchema: z.ZodType | undefined;
  of(name: string, host?: string): StepOn<Facts>;
  all(of: States): readonly (readonly [name: string, step: StepState])[];
  is(id: string): boolean;
}

/** Seconds of a step of which nothing else is said. */
export const usualElsewhere = 0.5;
const noFacts = z.looseObject({});

const kinds = new Map<string, StepKind>();
const families: StepFamily[] = [];

/** Defines a step that is one line, or one line a host. */
export function defineStep<Facts extends z.ZodType = typeof noFacts>(
  id: string,
  { title = "", facts, usual = usualElsewhere }: Definition<Facts>,
): StepKind<z.output<Facts>> {
  type Left = z.output<Facts>;
  const is = (key: string) => key === id || key.startsWith(`${id}@`);
  const all = ({ steps }: States) =>
    [...steps].flatMap(([key, step]) => (is(key) ? [[key.slice(id.length + 1), step] as const] : []));
  const kind: StepKind<Left> = {
    ...stepOn<Left>(id),
    title,
    usualSeconds: usual,
    factsSchema: facts,
    on: (host) => stepOn<Left>(`${id}@${host}`),
    all,
    begun: (state) => all(state).some(([, { status }]) => status !== "skipped"),
    is,
  };
  kinds.set(id, kind as unknown as StepKind);
  return kind;
}

/** Defines the steps of one sort. `prefix` ends in the mark between the sort and the name: `dns-tls.dns-`. */
export function defineSteps<Facts extends z.ZodType = typeof noFacts>(
  prefix: string,
  { facts, usual = usualElsewhere }: Definition<Facts> = {},
): StepFamily<z.output<Facts>> {
  type Left = z.output<Facts>;
  const is = (key: string) => key.startsWith(prefix);
  const family: StepFamily<Left> = {
    prefix,
    usualSeconds: usual,
    factsSchema: facts,
    of: (name, host) => stepOn<Left>(host === undefined ? `${prefix}${name}` : `${prefix}${name}@${host}`),
    all: ({ steps }) =>
      [...steps].flatMap(([key, step]) => (is(key) ? [[key.slice(prefix.length), step] as const] : [])),
    is,
  };
  families.push(family as unknown as StepFamily);
  return family;
}

function stepOn<Facts>(id: string): StepOn<Facts> {
  const state = ({ steps }: States) => steps.get(id);
  return { id, state, facts: (of) => (state(of)?.facts ?? {}) as Partial<Facts> };
}

/** What is defined for an id of the journal; a step of a newer or an older golive is nobody's. */
export function definitionOf(id: string): StepKind | StepFamily | undefined {
  return kindOf(id) ?? families.find((family) => family.is(id));
}

/** The same of the steps that have a title of their own. */
export function kindOf(id: string): StepKind | undefined {
  // What belongs to a host has its name behind the step's.
  const [own = ""] = id.split("@");
  return kinds.get(own);
}

/** The title of a step that has one of its own, in the language that is spoken. */
export function stepTitle(kind: Pick<StepKind, "title">): string {
  return inWords(kind.title);
}

/** Every step that is defined, for tests and tables. */
export function everyStep(): readonly (StepKind | StepFamily)[] {
  return [...kinds.values(), ...families];
}
