import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep } from "./define-step.ts";
import { answered, migration, text, words } from "./facts.ts";

export const prepareTag = defineStep("prepare.tag", { title: msg`The tag is there and the plan at its commit holds` });
export const prepareWindow = defineStep("prepare.window", { title: msg`The window may open on that day` });
export const prepareApproval = defineStep("prepare.approval", { title: msg`The window needs a reviewer's approval` });
export const prepareHosts = defineStep("prepare.hosts", {
  title: msg`Every host answers, with the host key of the plan`,
});
export const prepareTools = defineStep("prepare.tools", { title: msg`The programs the launch needs are on the hosts` });
export const prepareRights = defineStep("prepare.rights", {
  title: msg`Every right the window and the way back need is there`,
});
export const prepareServices = defineStep("prepare.services", { title: msg`The services are known and run now` });
export const prepareTonight = defineStep("prepare.tonight", {
  title: msg`What else runs by itself in the window and the hour after it`,
});
export const prepareChecks = defineStep("prepare.checks", {
  title: msg`The release that runs now is healthy, and its settings name the database`,
  facts: z.looseObject({ passed: words.nullish(), versions: z.record(text, text).nullish() }),
});
export const prepareCheckout = defineStep("prepare.checkout", {
  title: msg`The live checkout is clean and knows its remote`,
});
export const prepareMigrations = defineStep("prepare.migrations", {
  title: msg`The migrations the release brings`,
  facts: z.looseObject({ noReturn: migration.nullish(), migrations: z.array(migration).nullish() }),
});
export const prepareDatabase = defineStep("prepare.database", {
  title: msg`The database answers, and the role may do what the way back needs`,
});
export const prepareSpace = defineStep("prepare.space", {
  title: msg`There is room for the copy, the dump and its proof`,
});
export const prepareBalancer = defineStep("prepare.balancer", {
  title: msg`The site is open now, and its page can be switched`,
  facts: z.looseObject({ answered: z.array(answered).nullish() }),
});
export const prepareCertificates = defineStep("prepare.certificates", {
  title: msg`The certificates, and what would renew them`,
});
export const prepareSmoke = defineStep("prepare.smoke", { title: msg`The smoke tests are in the release` });
export const prepareDns = defineStep("prepare.dns", {
  title: msg`Every DNS change is allowed, and what it takes the place of is known`,
});
export const prepareFiles = defineStep("prepare.files", {
  title: msg`The files that people uploaded are known, and can be kept`,
});
