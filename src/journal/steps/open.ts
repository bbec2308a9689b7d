import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps } from "./define-step.ts";
import { text } from "./facts.ts";

export const openServers = defineStep("open.servers", { title: msg`Every server behind the balancer is ready` });
export const openOff = defineStep("open.off", {
  title: msg`Take the maintenance page down`,
  facts: z.looseObject({ openedAt: text.nullish() }),
  usual: 0.1,
});
export const openProof = defineStep("open.proof", { title: msg`Proof from outside: visitors reach the new release` });
export const openSilence = defineStep("open.silence", { title: msg`Alerts ring again` });
export const openAnnotation = defineStep("open.annotation", { title: msg`End the mark on Grafana's graphs` });
export const openResume = defineSteps("open.resume-");
