import { z } from "zod";
import { defineSteps } from "./define-step.ts";
import { number } from "./facts.ts";

export const dnsChangeStep = defineSteps("dns-tls.dns-", { usual: 3 });
export const certificateStep = defineSteps("dns-tls.certificate-", {
  facts: z.looseObject({ tries: number.nullish() }),
  usual: 1,
});
