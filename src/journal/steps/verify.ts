import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps } from "./define-step.ts";
import { number, text } from "./facts.ts";

export const verifyUnitsStill = defineStep("verify.units-still", { title: msg`The units of the service still run` });
/** Until when people are asked, and the comment that they tick. */
export const askedFacts = z.looseObject({ until: text.nullish(), comment: number.nullish(), node: text.nullish() });
export const verifyPeople = defineStep("verify.people", {
  title: msg`People walk through the scenarios`,
  facts: askedFacts,
});
export const verifyScenario = defineSteps("verify.scenario-", { usual: ({ people }) => people });
/** The checks of the plan, by their id. Looked up last: the lines above begin alike. */
export const verifyCheck = defineSteps("verify.");
