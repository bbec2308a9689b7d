import type { Messages } from "./messages.ts";
import { manualEn } from "./people/en.ts";

export const en: Messages = {
  phases: {
    prepare: "Before the window",
    "day-before": "The day before",
    isolate: "Isolate",
    backup: "Back up",
    deploy: "Deploy",
    "dns-tls": "DNS and TLS",
    verify: "Verify",
    open: "Open",
    watch: "Watch",
    rollback: "Rollback",
    after: "Afterwards",
  },
  states: {
    planned: "🗓️ Planned: waiting for approval",
    waiting: "🔏 Waiting for an approval by comment",
    closed: "🚧 In the window: the maintenance page is up",
    opening: "🚪 Verified: the site is being opened",
    openingClosed: "🚪 Verified, about to open: the maintenance page is up",
    rollingBack: "↩️ Rolling back: the maintenance page is up",
    live: "🟢 Live",
    prepared: "🧪 Rehearsed: nothing was launched",
    rolledBack: "↩️ Rolled back: the previous release serves",
    failedOpen: "🔴 Failed before anything was touched",
    failedClosed: "🔴 Failed: the maintenance page is up",
    stuckClosed: "🔴 The way back failed: the maintenance page is up",
    stuckOpen: "🔴 The way back failed: the site is open",
    byHand: "🔓 Opened by hand, as it was",
    halfWay: "🔴 Ended half-way: the site is open",
  },
  facts: {
    release: "Release",
    window: "Window",
    digest: "Plan digest",
    run: "Run",
    approved: "Approved by",
    approve: "To approve",
    unprotectedRollback: "No reviewer required for a rollback",
    unprotected: "No reviewer required",
    pointOfNoReturn: "Point of no return",
    maintenance: "Maintenance page",
  },
  waits: "waits for an approval.",
  howToApprove: (text, starter) =>
    `To approve it, write a comment here that holds ${text} and nothing else. Not ${starter}, who started it. Do \
not edit it afterwards: an edited comment does not count.`,
  mayApprove: "These may:",
  pages: { on: "up since", off: "down since" },
  loss: {
    title: (service, tag) => `Take ${service} back from ${tag}?`,
    codeOnly: "No migration ran: the database stays as it is, and nothing is set aside.",
    nothing: "Nothing was written since the backup: the way back sets nothing aside.",
    neverOpen: "The site did not open since it was closed: nobody could write, and nothing is set aside.",
    unknown: (why) =>
      `**How many rows were written since the backup is not known** (${why}). That is not none. They stay in the \
database that is kept; \`golive recover\` counts them there.`,
    countedAt: (time, why) => `Counted at ${time}, and not anew (${why}).`,
    kept: (database) =>
      `Written since the site was closed for the backup. After the rollback these rows are not in ${database}: they \
stay in the database that is kept beside it, and in a file on the database host (\`golive recover\`).`,
    files:
      "Uploaded files since then. After the rollback those that were there are there again, and newer ones are set \
aside on their host (`golive recover`).",
    fileColumns: ["folder", "uploaded", "changed", "deleted", "size of the newer ones"],
    filesStay: "What people uploaded stays, as the database does.",
    columns: ["table", "inserted", "changed", "deleted", "inserted or changed since the site opened"],
    notCompared: (tables) =>
      `These columns are on one side only, so that they could not be compared: ${tables}. Rows of these tables that \
were written since the site opened count as changed.`,
  },
  allItSaid: "all it said:",
  noReturn: (migration) =>
    migration === null
      ? "none in the database: no migration drops or rewrites. Until the site opens the way back is automatic; \
afterwards a person approves it"
      : `“Run the migrations”, \`${migration.name}\`, which ${migration.drops.length > 0 ? "drops" : "rewrites"} \
(${[...migration.drops, ...migration.rewrites].join(", ")}): from there the way back takes the database of the \
backup. Until the site opens that is automatic and loses nothing; afterwards a person approves it, and newer rows \
are set aside`,
  skipped: "skipped",
  since: "since",
  planned: "planned",
  actual: "actual",
  forecast: "forecast",
  record: "On record",
  viewOnly: "This page is a view of the journal on the control host; editing it changes nothing.",
  pause: (what) => `Pause ${what}`,
  resume: (what) => `Resume ${what}`,
  files: {
    "day-before": (folder) => `Copy the uploaded files beforehand: ${folder}`,
    backup: (folder) => `Keep the uploaded files: ${folder}`,
    rollback: (folder) => `Give the uploaded files back: ${folder}`,
  },
  rehearse: (what) => `Rehearse: ${what}`,
  scenarios: {
    head: (release, until, bypass) =>
      `### Please walk through these: ${release}\n\nTick what works${until === "" ? "" : `, until ${until}`}. The \
site opens only once all of them \
do.${bypass ? " It is still closed to everybody else; `golive bypass` prints what leads past the maintenance page." : ""}`,
    broken: (scenario) => `it does **not** work (and say why in a comment: \`/fail ${scenario} what you saw\`)`,
    optional: "does not hold up the opening",
    how: "Each tick is put on record with who and when. Whoever ticked may untick. Those who cannot edit this \
comment write one of their own: `/pass g1`, `/fail g1 why`, `/undo g1`.",
    refused: {
      "not-yours": (scenario, owners) =>
        owners === ""
          ? `${scenario} is for people with write permission; what you said of it does not count.`
          : `${scenario} is for ${owners}, with write permission to this repository; what you said of it does not count.`,
      "not-yet": (scenario) =>
        `${scenario} is not asked for yet, so what you said of it does not count. Say it once its comment is here.`,
      "not-your-tick": (scenario) =>
        `only whoever ticked ${scenario} may take that back. If it does not work, tick “it does not work”, or write \`/fail\`.`,
      "one-at-a-time": (scenario) =>
        `${scenario} was put back: your page was an older one, so it could not be told whether you meant that box. Please tick it again.`,
      unknown: (scenario, _, known) =>
        `there is no scenario ${scenario} in the plan, so nothing was heard; there are ${known}.`,
      which: (_, __, known) =>
        `it cannot be told which scenario you mean, so nothing was heard. Name it first, each on a line of its own, \
as in \`/fail g1 what you saw\`; there are ${known}.`,
      unclear: () =>
        "a line begins like a command and is none, so it was not heard. Write `/pass g1`, `/fail g1 what you saw` \
or `/undo g1` at the beginning of a line, as plain text.",
      "one-a-line": (scenario) =>
        `only what you said of ${scenario} was heard. Write a line for each scenario, as in \`/pass g1\`.`,
      edited: () =>
        "somebody else edited your comment, so it is not heard any more. If the checklist does not show what you \
said, please write it again as a new comment.",
      unreadable: () =>
        "GitHub does not tell golive who edited comments, so yours does not count. Whoever runs the launch has to give it that right.",
      "no-right": () => "only people with write permission to this repository are heard here.",
      "say-why": (scenario) =>
        `it is on record that ${scenario} does not work. Say what you saw, if you can: \`/fail g1 what you saw\`.`,
    },
    late: "This launch has ended; what is ticked now no longer counts, and was put back.",
    reminder: (scenarios, until) => `the site stays closed and waits for ${scenarios}, until ${until}.`,
  },
  manual: manualEn,
  watch: {
    sev1: (release, what) =>
      `## 🔴 SEV-1: ${release} has to go back\n\n${what.map((one) => `- ${one}`).join("\n")}\n\nThe workflow \
prepares the rollback; what it would set aside is shown before anybody approves it.`,
    opened: (release, what) => `### ⚠️ Incident with ${release}\n\n${what.map((one) => `- ${one}`).join("\n")}`,
    closed: (release) => `### ✅ The incident with ${release} is over: ten good minutes in a row`,
    changes: { sev1: "SEV-1", opened: "incident", changed: "it changed", closed: "over" },
    title: (service, release) => `🟢 ${service} ${release}: the report`,
    incidentTitle: (service, release) => `Incident: ${service} ${release}`,
    seeChecklist: (issue) =>
      `The watch of the launch found this: #${issue}. It keeps this issue up to date, and closes it after ten good minutes.`,
    promised: (percent) => `${percent} % promised`,
    budget: (bad, all, spent) => `${bad} of ${all} bad, ${spent} % of what may be`,
    answered: "Requests answered well",
    inTime: "Answered in time",
    own: "The watch's own requests",
    siteClosed: "The site was closed for",
    incidents: "Incidents",
    none: "none",
    errors: "Bad requests, percent; level: what may be; bar: the opening",
    slow: "Slow requests, percent; level: what may be; bar: the opening",
    feedback: "What users say:",
    said: "Feedback",
    notKnown: "not known",
  },
  notices: {
    sev1: "🔴 SEV-1: it has to go back; a rollback waits for an approval",
    incident: "⚠️ An incident",
    "incident-over": "✅ The incident is over",
    "rollback-failed": "🔴 The way back failed, and somebody has to go on with it; the checklist says how",
  },
  people: {
    title: (service, tag) => `Go-live: ${service} ${tag}`,
    planned: (release, when, long, most) =>
      `**${release}** is planned for ${when}. The site is closed \
meanwhile.${long === "" ? "" : ` We expect it to take ${long}, and at most ${most}.`}`,
    rolledBack: (service, tag) => `↩️ **${service} was rolled back** and serves the release before ${tag} again.`,
    overrun: (what, tag, until) =>
      `⏰ ${what}. The site is closed.\n\nComment \`golive go on\` to go on with ${tag}, or \`golive go back\` to \
roll it back now. Without an answer until ${until} it is rolled back.`,
  },
  doubt: {
    ask: (release, doubts, until) =>
      `❔ It cannot be told whether ${release} works; nothing was seen to fail. The site is \
closed.\n\n${doubts.map((doubt) => `- ${doubt}`).join("\n")}\n\nComment \`golive accept\` to take that on with your \
name and open the site, or \`golive go back\` to roll it back now. Without an answer until ${until} it is rolled back.`,
    accepted: (by) => `${by} takes that on`,
  },
  dns: (what) => `DNS: ${what}`,
  dnsBack: (what) => `DNS as before: ${what} goes`,
};
