import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps } from "./define-step.ts";
import { answered, number, text } from "./facts.ts";

export const isolateOn = defineStep("isolate.on", {
  title: msg`Put the maintenance page up`,
  facts: z.looseObject({ answered: z.array(answered).nullish() }),
  usual: 0.1,
});
export const isolateProof = defineStep("isolate.proof", {
  title: msg`Proof from outside: visitors see the maintenance page`,
  usual: 0.3,
});
export const isolateDrain = defineStep("isolate.drain", { title: msg`Requests that came before it end` });
export const isolateStop = defineStep("isolate.stop", {
  title: msg`Stop the services, so that nothing writes`,
  usual: 1.2,
});
export const isolateOpenPaths = defineStep("isolate.open-paths", {
  title: msg`Paths that machines call stay open beside the page`,
  facts: z.looseObject({ shut: z.array(text).nullish() }),
  usual: 0.2,
});
export const isolateSilence = defineStep("isolate.silence", {
  title: msg`Silence the service's alerts until the site is open`,
  facts: z.looseObject({ silence: text.nullish() }),
});
export const isolateAnnotation = defineStep("isolate.annotation", {
  title: msg`Mark the window on Grafana's graphs`,
  facts: z.looseObject({ annotation: number.nullish() }),
});
export const isolatePause = defineSteps("isolate.pause-", { facts: z.looseObject({ was: text.nullish() }) });
