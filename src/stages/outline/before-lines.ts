import { presetOf } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { checksOf } from "../../checks/registry.ts";
import { accessTitle } from "../../access/probe.ts";
import type { Line } from "../../checklist/model.ts";
import {
  dayBeforeAccess,
  dayBeforeBackup,
  dayBeforeBuild,
  dayBeforeCertificate,
  dayBeforeDump,
  dayBeforeForecast,
  dayBeforeKeys,
  dayBeforeMigrate,
  dayBeforeRestore,
  dayBeforeStaging,
  dayBeforeTell,
  dayBeforeTests,
  dayBeforeUntouched,
  dayBeforeWayBack,
  prepareApproval,
  prepareBalancer,
  prepareCertificates,
  prepareCheckout,
  prepareChecks,
  prepareDns,
  prepareFiles,
  prepareHosts,
  prepareMigrations,
  prepareRights,
  prepareServices,
  prepareSmoke,
  prepareTag,
  prepareTonight,
  prepareTools,
  prepareWindow,
} from "../../journal/steps/steps.ts";
import type { Messages } from "../../locale/messages.ts";
import { filesOf } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { certificateTitle } from "../dns-tls/certificate.ts";
import { filesLines } from "../files/files-lines.ts";
import { line, linesOfPeople, optional, when } from "./line.ts";
import { engineLines } from "./engine-lines.ts";

export function prepareLines(plan: Plan): Line[] {
  return [
    line(prepareTag),
    optional(line(prepareWindow)),
    line(prepareApproval),
    ...when(checksOf("smoke", plan.verify.checks).length > 0, line(prepareSmoke)),
    line(prepareHosts),
    line(prepareTools),
    line(prepareRights),
    line(prepareServices),
    optional(line(prepareTonight)),
    line(prepareChecks),
    line(prepareCheckout),
    ...when(plan.database.engine !== "none", line(prepareMigrations)),
    ...engineLines(plan).prepare,
    line(prepareBalancer),
    ...when(plan.certificates.length > 0, line(prepareCertificates)),
    ...when(plan.dns.length > 0, line(prepareDns)),
    ...when(filesOf(plan).length > 0, line(prepareFiles)),
    ...linesOfPeople(plan, "before-window"),
  ];
}

/** Whether the release is built the day before: to be tried, to be switched to, or to see that it can be built at all. */
export function builds({ prepare, deploy, database }: Plan): boolean {
  if (prepare.trial !== undefined || prepare.staging !== undefined) return true;
  if (strategyOf({ deploy }).ownDirectory) return true;
  // Of another database there is no copy to try it on.
  return database.engine !== "postgresql" && presetOf({ deploy }).noPractice() === null;
}

export function dayBeforeLines(plan: Plan, messages: Messages): Line[] {
  return [
    ...linesOfPeople(plan, "day-before"),
    ...accessLines(plan),
    ...rehearsedLines(plan),
    ...filesLines(plan, messages, "day-before"),
    ...plan.certificates
      .filter(({ rehearse }) => rehearse)
      .map((certificate) => ({
        id: dayBeforeCertificate.of(certificate.id).id,
        title: messages.rehearse(certificateTitle(certificate)),
      })),
  ];
}

function accessLines({ prepare }: Plan): Line[] {
  return [
    ...prepare.access.map((probe) => ({ id: dayBeforeAccess.of(probe.id).id, title: accessTitle(probe) })),
    ...when(prepare.keys, line(dayBeforeKeys)),
  ];
}

/** The release, the nightly backup, and the release on that backup. */
function rehearsedLines(plan: Plan): Line[] {
  const { trial, staging, newestBackup, testRestore, tell } = plan.prepare;
  return [
    ...when(builds(plan), line(dayBeforeBuild)),
    ...when(staging, line(dayBeforeStaging)),
    ...when(newestBackup, line(dayBeforeBackup)),
    ...when(testRestore, line(dayBeforeRestore), line(dayBeforeDump)),
    ...when(trial, line(dayBeforeMigrate)),
    ...when(trial && (trial.start || trial.tests.length > 0), line(dayBeforeTests)),
    ...when(trial, line(dayBeforeWayBack)),
    ...when(testRestore, line(dayBeforeUntouched)),
    ...engineLines(plan).byDay,
    line(dayBeforeForecast),
    ...when(tell, line(dayBeforeTell)),
  ];
}
