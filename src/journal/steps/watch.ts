import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep } from "./define-step.ts";
import { measure } from "./facts.ts";

export const watchLine = defineStep("watch.watch", {
  title: msg`The release is watched while visitors use it`,
  facts: z.looseObject({ totals: z.looseObject({ traffic: measure, latency: measure, probes: measure }).nullish() }),
});
export const watchReport = defineStep("watch.report", { title: msg`Report` });
