import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps } from "./define-step.ts";
import { expected, number, rehearsed, text } from "./facts.ts";

export const dayBeforeKeys = defineStep("day-before.keys", {
  title: msg`The service's secrets are its own, and no placeholders`,
});
export const dayBeforeBuild = defineStep("day-before.build", {
  title: msg`Build the release, with an environment of its own`,
});
export const dayBeforeStaging = defineStep("day-before.staging", {
  title: msg`The release's smoke tests pass against staging`,
});
export const dayBeforeBackup = defineStep("day-before.backup", {
  title: msg`The newest nightly backup is there, young enough and whole`,
});
export const dayBeforeRestore = defineStep("day-before.restore", {
  title: msg`That backup is restored beside, and holds what it should`,
});
export const dayBeforeDump = defineStep("day-before.dump", {
  title: msg`Rehearse the window's backup and its proof on it`,
});
export const dayBeforeMigrate = defineStep("day-before.migrate", {
  title: msg`Rehearse the migrations on it`,
  facts: z.looseObject({ rehearsed: z.array(rehearsed).nullish() }),
});
export const dayBeforeTests = defineStep("day-before.tests", {
  title: msg`The release starts on the migrated copy and passes its tests`,
});
export const dayBeforeWayBack = defineStep("day-before.way-back", {
  title: msg`The way back is practised: the release before serves again`,
  facts: z.looseObject({ practised: z.boolean().nullish() }),
});
export const dayBeforeProvider = defineStep("day-before.provider", {
  title: msg`The provider makes a database like the service's`,
  usual: 30,
});
export const dayBeforeUntouched = defineStep("day-before.untouched", {
  title: msg`Production is what it was before the backup was tried`,
});
export const dayBeforeForecast = defineStep("day-before.forecast", {
  title: msg`Forecast of the window`,
  facts: z.looseObject({
    forecast: z
      .looseObject({
        launch: expected,
        rollback: expected,
        steps: z.array(z.looseObject({ id: text, seconds: number, spread: number })),
        phases: z.array(z.looseObject({ id: text, seconds: number })),
      })
      .nullish(),
  }),
});
export const dayBeforeTell = defineStep("day-before.tell", { title: msg`Tell those who have to know` });
export const dayBeforeAccess = defineSteps("day-before.access-");
export const dayBeforeCertificate = defineSteps("day-before.certificate-");
export const dayBeforeFiles = defineSteps("day-before.files-");
