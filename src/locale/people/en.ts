import type { ManualMessages } from "./messages.ts";

const by = (until: string) => (until === "" ? "" : `, until ${until}`);

export const manualEn: ManualMessages = {
  head: {
    "day-before": (release, until) =>
      `### What is yours before the launch: ${release}\n\nTick what is done${by(until)}. The site is not closed before \
all of it is; without it the launch ends, and nothing was touched.`,
    "before-window": (release, until) =>
      `### What is yours before the site closes: ${release}\n\nTick what is done${by(until)}. The site is not closed \
before all of it is; without it the launch ends, and nothing was touched.`,
    closed: (release, until) =>
      `### The site is closed, and this is yours now: ${release}\n\nTick what is done${by(until)}. The backup waits for \
it; what nobody did by then takes the launch back.`,
    "after-opening": (release, until) =>
      `### The site is open, and this is yours now: ${release}\n\nTick what is done${by(until)}. What could not be done \
is told to people; nothing goes back by itself. The checklist stays open until all of it is ticked.`,
    rollback: (release, until) =>
      `### The launch goes back, and this is yours: ${release}\n\nTick what is done${by(until)}. The rest of the way \
back goes on meanwhile; the site opens again once all of it is.`,
  },
  reminder: {
    "day-before": (lines, until) => `the window waits for ${lines}, until ${until}; then the launch ends, untouched.`,
    "before-window": (lines, until) =>
      `the window waits for ${lines}, until ${until}; then the launch ends, untouched.`,
    closed: (lines, until) => `the site is closed, and the backup waits for ${lines}, until ${until}.`,
    "after-opening": (lines, until) => `${lines} waits to be done and ticked, until ${until}.`,
    rollback: (lines, until) => `the site stays closed, and the way back waits for ${lines}, until ${until}.`,
  },
  optional: "holds nothing up",
  broken: (line) => `it could **not** be done (and say why in a comment: \`/fail ${line} what you saw\`)`,
  askBack: (release, lines, until) =>
    `the way back of ${release} is through but for what people do:\n\n${lines}\n\n\
The site stays closed. Write \`golive accept\` as a comment to open it without that; until ${until}. Without an answer \
the way back stops here, and *Roll back* asks again.`,
  failedOpen: (lines) =>
    `⚠️ What could not be done since the site opened:\n\n${lines}\n\nNothing goes \
back by itself. Whoever wants it back starts the workflow *Roll back*.`,
};
