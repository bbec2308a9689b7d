import { t } from "../../../core/text/text.ts";
import type { CaaRecord, Found } from "./ask-servers.ts";

const knownProperties = ["issue", "issuewild", "iodef", "contactemail", "contactphone", "issuemail", "issuevmc"];

/** Whether the records let a CA issue; where there is none, every CA may. */
export function caaProblem({ records, denied }: Found<CaaRecord>, ca: string): string | null {
  if (denied !== undefined) return t`answers ${denied} when asked for CAA, and no CA issues then`;
  if (records.some(isForeign)) return t`has a critical CAA record that CAs may not know`;
  const issuers = records.flatMap((record) =>
    typeof record.issue === "string" ? [record.issue.split(";")[0]?.trim().toLowerCase() ?? ""] : [],
  );
  if (issuers.length === 0 || issuers.includes(ca.toLowerCase())) return null;
  return t`CAA does not allow ${ca}: ${issuers.map((issuer) => issuer || t`nobody`).join(", ")}`;
}

/** Critical, and of a property that is not known. Node gives each record's property as a key of its own. */
function isForeign(record: CaaRecord): boolean {
  return (record.critical & 128) !== 0 && !Object.keys(record).some((key) => knownProperties.includes(key));
}
