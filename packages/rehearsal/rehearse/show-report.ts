import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { showDuration } from "../../../src/core/text/figures.ts";
import type { Launched } from "../launch-options.ts";
import type { MachineProduction } from "../production/machine-production.ts";
import type { Production } from "../production/production.ts";
import type { World } from "../world/world.ts";
import { errorsOf } from "./refusal.ts";
import type { Report } from "./report.ts";

/** report.json, the checklist as it ended, and the log of the runs. */
export async function writeReport(
  out: string,
  world: World<Production>,
  launched: Launched,
  report: Report,
): Promise<void> {
  await mkdir(out, { recursive: true });
  const [issue] = await world.issues();
  await writeFile(join(out, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(out, "checklist.md"), `# ${issue?.title ?? "no checklist"}\n\n${issue?.body ?? ""}\n`);
  await writeFile(join(out, "run.log"), `${launched.log.join("\n")}\n`);
}

/** The same for people, on the terminal. */
export async function showReport(
  out: string,
  { production }: World<Production>,
  launched: Launched,
  report: Report,
): Promise<void> {
  const chat = "teamChat" in production ? (production as MachineProduction).teamChat() : [];
  if (chat.length > 0) console.log(`\nWhat the team read in Telegram:\n${chat.map(shownMessage).join("\n")}`);
  const rows = [
    ["Outcome", `${report.outcome} (the run: ${launched.conclusion}), serving ${await production.version()}`],
    ["Downtime", downtimeText(report)],
    ["Writes", writesText(report)],
    ["Forecast", forecastText(report)],
    ...(report.detectionSeconds === null ? [] : [["Detection", detectionText(report, report.detectionSeconds)]]),
    ["GitHub", `${report.apiRequests} requests, at most ${report.writesInBusiestMinute} writes a minute`],
    ["Checklist", join(out, "checklist.md")],
    ["Report", join(out, "report.json")],
    ["Log", join(out, "run.log")],
  ];
  console.log(`\n${rows.map(([name = "", text = ""]) => `${name.padEnd(10)} ${text}`).join("\n")}`);
  if (report.outcome === "refused") console.log(`\nWhy, as the run says it:\n${errorsOf(launched).join("\n")}`);
}

function shownMessage(text: string): string {
  const lines = text.replaceAll(/<\/?b>/g, "").split("\n");
  return lines.map((line, index) => `${index === 0 ? "  ✉ " : "    "}${line}`).join("\n");
}

function downtimeText({ downtimeSeconds, rollbackSeconds }: Report): string {
  const whole = `${showDuration(downtimeSeconds)} as visitors saw it`;
  return rollbackSeconds === null ? whole : `${whole}, of it ${showDuration(rollbackSeconds)} for the rollback`;
}

function writesText({ acknowledgedWrites, lostWrites, writesIn }: Report): string {
  const databases = Object.entries(writesIn).map(([database, count]) => `${count} in ${database}`);
  const where = databases.length > 1 ? ` (${databases.join(", ")})` : "";
  return `${acknowledgedWrites} acknowledged, ${lostWrites} lost${where}`;
}

function forecastText({ forecast }: Report): string {
  if (forecast === null) return "none";
  return `${showDuration(forecast.forecastSeconds)}, it took ${showDuration(forecast.actualSeconds)}`;
}

function detectionText({ approvalToHealthySeconds }: Report, detectionSeconds: number): string {
  const asked = `${showDuration(detectionSeconds)} from the first bad request to the page that asks for the approval`;
  return approvalToHealthySeconds === null
    ? `${asked}; `
    : `${asked}; ${showDuration(approvalToHealthySeconds)} from there to a healthy old release`;
}
