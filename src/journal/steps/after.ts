import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep } from "./define-step.ts";
import { number } from "./facts.ts";

export const afterOffsite = defineStep("after.offsite", { title: msg`Send the backup elsewhere, encrypted` });
export const afterReconcile = defineStep("after.reconcile", {
  title: msg`Reconcile what machines called in vain while the site was closed`,
});
export const afterTidy = defineStep("after.tidy", {
  title: msg`Remove what earlier launches left and the plan does not keep`,
});
export const afterKept = defineStep("after.kept", {
  title: msg`What this launch leaves behind, and until when it is kept`,
});
export const afterForecast = defineStep("after.forecast", {
  title: msg`Forecast and what it took`,
  facts: z.looseObject({ forecastSeconds: number.nullish(), actualSeconds: number.nullish() }),
});
