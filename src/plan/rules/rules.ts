import { approvalRules } from "./launch/approval.ts";
import { askingRules } from "./production/asking.ts";
import { certificateRules } from "./production/certificates.ts";
import { checkRules } from "./checks/kinds.ts";
import { databaseRules } from "./production/database.ts";
import { deployRules } from "./launch/deploy.ts";
import { commandsRules } from "./launch/commands.ts";
import { dnsRules } from "./production/dns.ts";
import { filesRules } from "./production/files.ts";
import { hostRules } from "./production/hosts.ts";
import { keyRules } from "./checks/keys.ts";
import { loadBalancerRules } from "./production/load-balancer.ts";
import { manualRules, peopleRolesRules } from "./launch/people.ts";
import { noticeRules } from "./launch/notices.ts";
import { prepareRules } from "./launch/prepare.ts";
import { providerRules } from "./production/provider.ts";
import { roleRules } from "./production/roles.ts";
import { rollbackRules } from "./launch/rollback.ts";
import type { Rule } from "./rule.ts";
import { servicesRules } from "./production/services.ts";
import { verifyRules } from "./launch/verify.ts";
import { watchRules } from "./launch/watch.ts";
import { windowRules } from "./launch/window.ts";
import { engineRules } from "./production/engines.ts";

/** What a schema cannot say: names that have to exist, ids that have to differ, times that have to fit. */
export const rules: readonly Rule[] = [
  ...windowRules,
  ...approvalRules,
  ...hostRules,
  ...loadBalancerRules,
  ...askingRules,
  ...databaseRules,
  ...providerRules,
  ...engineRules,
  ...servicesRules,
  ...filesRules,
  ...prepareRules,
  ...deployRules,
  ...commandsRules,
  ...rollbackRules,
  ...dnsRules,
  ...certificateRules,
  ...verifyRules,
  ...manualRules,
  ...checkRules,
  ...keyRules,
  ...noticeRules,
  ...watchRules,
];

/** Rules about lists of hosts and of people as they are written, before those of a role are put in for it. */
export const rulesAsWritten: readonly Rule[] = [...roleRules, ...peopleRolesRules];
