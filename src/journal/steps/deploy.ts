import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps } from "./define-step.ts";
import { text } from "./facts.ts";

export const deployFetch = defineStep("deploy.fetch", {
  title: msg`Fetch the release`,
  facts: z.looseObject({
    /** What ran before on that host. */
    previous: z.looseObject({ commit: text, tag: text, directory: text.optional() }).nullish(),
  }),
  usual: 2,
});
export const deployKeep = defineStep("deploy.keep", { title: msg`Keep aside what steps build`, usual: 0.3 });
export const deployCheckout = defineStep("deploy.checkout", { title: msg`Check the release out` });
export const deployEnvironment = defineStep("deploy.environment", { title: msg`Install the requirements`, usual: 20 });
export const deployBuild = defineStep("deploy.build", { title: msg`The release in a directory of its own`, usual: 20 });
export const deploySwitch = defineStep("deploy.switch", { title: msg`Switch the link to the release`, usual: 0.1 });
export const deployMigrate = defineStep("deploy.migrate", {
  title: msg`Run the migrations`,
  facts: z.looseObject({ migrated: z.boolean().nullish() }),
  usual: 5,
});
export const deployStatic = defineStep("deploy.static", { title: msg`Collect the static files`, usual: 3 });
export const deployStart = defineStep("deploy.start", { title: msg`Start the services`, usual: 1.7 });
export const deployHealth = defineStep("deploy.health", {
  title: msg`The new release answers on its health page`,
  usual: 2,
});
export const deployVersions = defineStep("deploy.versions", {
  title: msg`Every host was asked, and has the release`,
  usual: 0.3,
});
export const deployStep = defineSteps("deploy.step-", { usual: 1 });
