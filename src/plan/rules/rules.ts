import { approvalRules } from "./approval.ts";
import { certificateRules } from "./certificates.ts";
import { checkRules } from "./checks.ts";
import { databaseRules } from "./database.ts";
import { deployRules } from "./deploy.ts";
import { dnsRules } from "./dns.ts";
import { filesRules } from "./files.ts";
import { hostRules } from "./hosts.ts";
import { keyRules } from "./keys.ts";
import { loadBalancerRules } from "./load-balancer.ts";
import { noticeRules } from "./notices.ts";
import { pastThePageRules } from "./past-the-page.ts";
import { prepareRules } from "./prepare.ts";
import { roleRules } from "./roles.ts";
import { rollbackRules } from "./rollback.ts";
import type { Rule } from "./rule.ts";
import { servicesRules } from "./services.ts";
import { verifyRules } from "./verify.ts";
import { windowRules } from "./window.ts";

/** What a schema cannot say: names that have to exist, ids that have to differ, times that have to fit. */
export const rules: readonly Rule[] = [
  ...windowRules,
  ...approvalRules,
  ...hostRules,
  ...loadBalancerRules,
  ...databaseRules,
  ...servicesRules,
  ...filesRules,
  ...prepareRules,
  ...deployRules,
  ...rollbackRules,
  ...dnsRules,
  ...certificateRules,
  ...verifyRules,
  ...checkRules,
  ...pastThePageRules,
  ...keyRules,
  ...noticeRules,
];

/** Rules about lists of hosts as they are written, before roles are put in for hosts. */
export const rulesAsWritten: readonly Rule[] = roleRules;
