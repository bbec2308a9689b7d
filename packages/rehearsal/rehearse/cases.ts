import type { PlanChange } from "../plan/plan-for.ts";
import { addForeignTag } from "./refusal.ts";
import type { Ending } from "./report.ts";
import type { Production } from "../production/production.ts";
import type { RehearsedService } from "../services/kind.ts";
import { stubbornChange, type Trouble, troubles } from "./stubborn.ts";

type ServiceChange = (...of: [...Parameters<PlanChange>, service: RehearsedService]) => void;

/** A step that builds a file git does not know, which the service reads; and a check that sees whether it could. */
const builds: ServiceChange = (plan, _tag, service) => {
  plan.deploy.steps.push(service.builds);
  const url = new URL("/", plan.health.url).href;
  plan.verify.checks.push({
    kind: "http",
    id: "front",
    title: "The front page shows",
    from: "app-1",
    url,
    contains: "Book a talk",
  });
};

/** One launch to rehearse, and how it has to end. */
export interface RehearsalCase {
  readonly tag: string;
  readonly about: string;
  /** How it has to end; the rehearsal fails when it does not. */
  readonly outcome: Ending;
  /** Why it is refused, as the run says it; the launch may leave no trace then. */
  readonly says?: RegExp;
  /** What somebody does before the launch is started. */
  readonly before?: (production: Production, tag: string) => Promise<void>;
  /** Once it is live, people take it back for this reason. */
  readonly recall?: string;
  /** What its plan says beyond the usual. */
  readonly change?: ServiceChange;
  /** What the front page has to hold when all is over. */
  readonly front?: string;
  /** What makes the way back fail, one after the other; the same run is run again after each. */
  readonly troubles?: readonly Trouble[];
  /** The plan does not rehearse it the day before, which would find what is wrong with it. */
  readonly untried?: true;
}

export const cases: Readonly<Record<string, RehearsalCase>> = {
  success: { tag: "v1.1.0", about: "a release with a migration goes live", outcome: "live" },
  "broken-release": {
    tag: "v1.1.0-broken",
    about: "its smoke tests fail before the site opens",
    outcome: "rolled-back",
    untried: true,
  },
  "bad-migration": {
    tag: "v1.1.0-bad-migration",
    about: "its migration fails half-way",
    outcome: "rolled-back",
    untried: true,
  },
  "bad-data": {
    tag: "v1.1.0-unique",
    about: "its migration fails on real data; the day before stops it",
    outcome: "failed",
  },
  sev1: {
    tag: "v1.1.0-sev1",
    about: "bookings fail once visitors come back; the watch sees it, and people approve the way back",
    outcome: "rolled-back",
  },
  recall: {
    tag: "v1.1.0",
    about: "a release goes live, and people take it back",
    outcome: "rolled-back",
    recall: "the doctors cannot work with it",
  },
  "built-files": {
    tag: "v1.1.0",
    about:
      "a step builds a file that the service reads; a check fails at night, and the release before gets its own file back",
    outcome: "rolled-back",
    front: "Book a talk</h1>",
    change(plan, tag, service) {
      builds(plan, tag, service);
      const url = new URL("/", plan.health.url).href;
      plan.verify.checks.push({
        kind: "http",
        id: "never",
        title: "What no page holds",
        from: "app-1",
        url,
        contains: "never",
      });
    },
  },
  "built-files-recall": {
    tag: "v1.1.0",
    about: "the same, and people take it back once it is live",
    outcome: "rolled-back",
    front: "Book a talk</h1>",
    recall: "the doctors cannot work with it",
    change: builds,
  },
  stubborn: {
    tag: "v1.1.0-broken",
    about:
      "the way back itself fails, once at each of its steps and once for a full disk; each time the run is run again",
    outcome: "rolled-back",
    front: "Book a talk</h1>",
    untried: true,
    troubles,
    change(plan, tag, service) {
      plan.deploy.steps.push({ ...service.builds, "on-rollback": "again" });
      stubbornChange(plan, tag);
    },
  },
  "foreign-tag": {
    tag: "v1.2.0",
    about: "a tag that is on no branch, with a policy of its own that lets whoever pushed it launch alone",
    outcome: "refused",
    says: /v1\.2\.0 \([0-9a-f]{12}\) is not part of main/,
    before: (production, tag) => addForeignTag(production, tag),
  },
  "code-only": { tag: "v1.0.1", about: "a release without a migration goes live", outcome: "live" },
};
