import type { Line } from "../../checklist/model.ts";
import { inWords, msg } from "../../core/text/text.ts";
import {
  isolateOn,
  isolateProof,
  openOff,
  openProof,
  rollbackOn,
  rollbackOpen,
  rollbackProof,
} from "../../journal/steps/steps.ts";
import { hasPage } from "../../load-balancer/balancer.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { line, optional } from "./line.ts";

/** What is said where there is no page: the stop of the services closes the site, their start opens it. */
const pageless = {
  closes: msg`The site is being closed: there is no page, visitors see errors once the services stop`,
  closed: msg`Proof from outside: visitors see errors, nothing answers for the site`,
  opened: msg`The site is open to visitors, as it has been since the release was started`,
  openedAgain: msg`The site is open to visitors, as it has been since the services were started`,
};

const titled = ({ id }: { readonly id: string }, title: string): Line => ({ id, title: inWords(title) });

/** How the site closes: before the services stop, and behind it. */
export function closingFirst({ loadBalancer }: Plan): Line[] {
  return hasPage(loadBalancer) ? [line(isolateOn), line(isolateProof)] : [titled(isolateOn, pageless.closes)];
}

export function closingLast({ loadBalancer }: Plan): Line[] {
  return hasPage(loadBalancer) ? [] : [titled(isolateProof, pageless.closed)];
}

export function openingItself({ loadBalancer }: Plan): Line[] {
  return [hasPage(loadBalancer) ? line(openOff) : titled(openOff, pageless.opened), line(openProof)];
}

/** The same on the way back. */
export function closingAgainFirst({ loadBalancer }: Plan): Line[] {
  return hasPage(loadBalancer) ? [line(rollbackOn), line(rollbackProof)] : [titled(rollbackOn, pageless.closes)];
}

export function closingAgainLast({ loadBalancer }: Plan): Line[] {
  return hasPage(loadBalancer) ? [] : [optional(titled(rollbackProof, pageless.closed))];
}

export function openedAgain({ loadBalancer }: Plan): Line {
  return hasPage(loadBalancer) ? line(rollbackOpen) : titled(rollbackOpen, pageless.openedAgain);
}
