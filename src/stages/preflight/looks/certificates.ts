import { prepareCertificates } from "../../../journal/steps/steps.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { certificateFinding } from "../../dns-tls/certificate-needs.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";

export async function certificatesFinding(plan: Plan, reached: Connections): Promise<Finding> {
  return { step: prepareCertificates.id, ...(await certificateFinding(plan, reached)) };
}
