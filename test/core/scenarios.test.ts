import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Box,
  type Boxes,
  type Command,
  hear,
  type Version,
  type Word,
} from "../../src/core/comments/scenarios.ts";

const anna = "anna";
const boris = "boris";
const all = () => true;
/** `g1 g2!`: g1 works, g2 does not. */
const boxes = (text: string): Boxes => {
  const found = new Map<string, Set<Box>>();
  for (const word of text.split(" ").filter((one) => one !== "")) {
    const id = word.replace("!", "");
    found.set(id, (found.get(id) ?? new Set()).add(word.endsWith("!") ? "fail" : "pass"));
  }
  return found;
};
const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 0, 0, second)).toISOString();
const history = (...texts: readonly (readonly [by: string | null, text: string])[]): Version[] => [
  { at: at(0), by: null, boxes: new Map() },
  ...texts.map(([by, text], index) => ({ at: at(index + 1), by, boxes: boxes(text) })),
];
const heard = (
  versions: readonly Version[],
  may: (login: string, scenario: string) => boolean = all,
  commands: readonly Command[] = [],
  before: readonly Word[] = [],
) => {
  const { words, refused } = hear(["g1", "g2", "g3"], { versions, commands, before }, may);
  return {
    words: [...words.values()].map(({ scenario, mark, by }) => `${scenario} ${mark} ${by}`).toSorted(),
    refused: refused.map(({ by, scenario, why }) => `${by} ${scenario} ${why}`),
  };
};

const cases: readonly {
  name: string;
  versions: Version[];
  may?: (login: string, scenario: string) => boolean;
  commands?: Command[];
  before?: Word[];
  words: string[];
  refused?: string[];
}[] = [
  { name: "nobody said anything", versions: history(), words: [] },
  { name: "a tick is its editor's word", versions: history([anna, "g1"]), words: ["g1 pass anna"] },
  {
    name: "two people, one after the other",
    versions: history([anna, "g1"], [boris, "g1 g2"]),
    words: ["g1 pass anna", "g2 pass boris"],
  },
  {
    name: "who clicked on an old page takes nothing away",
    versions: history([anna, "g1"], [boris, "g2"]),
    words: ["g1 pass anna", "g2 pass boris"],
  },
  {
    name: "nor when the own click was there already",
    versions: history([anna, "g1"], [boris, "g1 g2"], [boris, "g2"]),
    words: ["g1 pass anna", "g2 pass boris"],
    refused: ["boris g1 not-your-tick"],
  },
  { name: "one takes back one's own", versions: history([anna, "g1"], [anna, ""]), words: ["g1 none anna"] },
  {
    name: "not another's",
    versions: history([anna, "g1"], [boris, ""]),
    words: ["g1 pass anna"],
    refused: ["boris g1 not-your-tick"],
  },
  {
    name: "two at a time are an old page, and take nothing back",
    versions: history([anna, "g1"], [anna, "g1 g2"], [anna, ""]),
    words: ["g1 pass anna", "g2 pass anna"],
  },
  { name: "it does not work", versions: history([anna, "g1!"]), words: ["g1 fail anna"] },
  {
    name: "it works, and then it does not",
    versions: history([anna, "g1"], [boris, "g1 g1!"]),
    words: ["g1 fail boris"],
  },
  {
    name: "what came back with an old page is nobody's word",
    versions: history([anna, "g1"], [anna, ""], [boris, "g1 g2"]),
    words: ["g1 none anna", "g2 pass boris"],
    refused: ["boris g1 one-at-a-time"],
  },
  {
    name: "also when it never counted",
    versions: history(["guest", "g1"], [null, ""], [boris, "g1 g2"]),
    may: (login) => login !== "guest",
    words: ["g2 pass boris"],
    refused: ["guest g1 not-yours", "boris g1 one-at-a-time"],
  },
  {
    name: "said again alone, it counts",
    versions: history([anna, "g1"], [anna, ""], [anna, "g1"]),
    words: ["g1 pass anna"],
  },
  {
    name: "not everybody may",
    versions: history(["guest", "g1"]),
    may: () => false,
    words: [],
    refused: ["guest g1 not-yours"],
  },
  {
    name: "each their own",
    versions: history([anna, "g1 g2"]),
    may: (login, scenario) => login === anna && scenario === "g1",
    words: ["g1 pass anna"],
    refused: ["anna g2 not-yours"],
  },
  {
    name: "who may not tick may not untick either",
    versions: history([anna, "g1"], ["guest", ""]),
    may: (login) => login === anna,
    words: ["g1 pass anna"],
    refused: ["guest g1 not-your-tick"],
  },
  {
    name: "what the suite puts back is nobody's word",
    versions: history(["guest", "g1"], [null, ""], [null, "g2"]),
    may: () => false,
    words: [],
    refused: ["guest g1 not-yours"],
  },
  {
    name: "the suite wrote over a click: it counts",
    versions: history([anna, "g1"], [null, ""]),
    words: ["g1 pass anna"],
  },
  {
    name: "and comes back with the next page",
    versions: history([anna, "g1"], [null, ""], [null, "g1"]),
    words: ["g1 pass anna"],
  },
  { name: "a box that the plan does not have", versions: history([anna, "g9"]), words: [] },
  {
    name: "a command",
    versions: history(),
    commands: [{ at: at(5), by: anna, scenario: "g1", mark: "fail", note: "empty page" }],
    words: ["g1 fail anna"],
  },
  {
    name: "a command for what is not there",
    versions: history(),
    commands: [{ at: at(5), by: anna, scenario: "g9", mark: "pass", note: "" }],
    words: [],
    refused: ["anna g9 unknown"],
  },
  {
    name: "a command of one who may not",
    versions: history(),
    commands: [{ at: at(5), by: "guest", scenario: "g1", mark: "pass", note: "" }],
    may: () => false,
    words: [],
    refused: ["guest g1 not-yours"],
  },
  {
    name: "the later of tick and command",
    versions: history([anna, "g1"]),
    commands: [{ at: at(9), by: boris, scenario: "g1", mark: "fail", note: "blank" }],
    words: ["g1 fail boris"],
  },
  {
    name: "also when the command came first",
    versions: [...history(), { at: at(9), by: anna, boxes: boxes("g1") }],
    commands: [{ at: at(2), by: boris, scenario: "g1", mark: "fail", note: "blank" }],
    words: ["g1 pass anna"],
  },
  {
    name: "one that fails counts without a reason, and is asked for it",
    versions: history(),
    commands: [{ at: at(2), by: boris, scenario: "g1", mark: "fail", note: "" }],
    words: ["g1 fail boris"],
    refused: ["boris g1 say-why"],
  },
  {
    name: "of several scenarios on a line only the first was meant for sure",
    versions: history(),
    commands: [{ at: at(2), by: boris, scenario: "g1", mark: "pass", note: "g2, and G3" }],
    words: ["g1 pass boris"],
    refused: ["boris g1 one-a-line"],
  },
  {
    name: "a note may name another scenario",
    versions: history(),
    commands: [{ at: at(2), by: boris, scenario: "g1", mark: "fail", note: "the same as g2" }],
    words: ["g1 fail boris"],
  },
  {
    name: "what was said below an earlier comment",
    versions: history(),
    before: [{ scenario: "g1", mark: "pass", by: anna, said: "2026-11-23T00:00:00Z" }],
    words: ["g1 pass anna"],
  },
];
for (const { name, versions, may, commands, before, words, refused = [] } of cases)
  test(name, () => assert.deepEqual(heard(versions, may, commands, before), { words, refused }));

test("a refusal is the same one when it is heard again", () => {
  const versions = history([anna, "g1"], [boris, ""]);
  const keys = (of: Version[]) => hear(["g1"], { versions: of, commands: [] }, all).refused.map(({ key }) => key);
  assert.deepEqual(keys(versions), keys([...versions, { at: at(50), by: anna, boxes: boxes("g1") }]));
});

test("random clicks on old pages: nobody is told to have said what they did not, and no tick is lost", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const ids = Array.from({ length: 12 }, (_, index) => `s${index}`);
  for (let round = 0; round < 300; round++) {
    const people = ["p0", "p1", "p2", "p3"].map((login) => ({ login, page: new Map<string, Set<Box>>() }));
    const clicks: { by: string; scenario: string; box: Box; on: boolean }[] = [];
    const versions: Version[] = [{ at: at(0), by: null, boxes: new Map() }];
    const copy = (of: Boxes) => new Map([...of].map(([id, set]) => [id, new Set(set)]));
    for (let step = 1; step <= 60; step++) {
      const person = people[random(people.length)];
      if (!person) continue;
      if (random(3) > 0) person.page = copy(versions.at(-1)?.boxes ?? new Map());
      const scenario = ids[random(ids.length)] ?? "";
      const box: Box = random(6) === 0 ? "fail" : "pass";
      const set = person.page.get(scenario) ?? new Set<Box>();
      const on = !set.has(box);
      // Pages that show a tick of one's own may be unticked now and then.
      if (!on && random(3) > 0) continue;
      if (on) set.add(box);
      else set.delete(box);
      person.page.set(scenario, set);
      clicks.push({ by: person.login, scenario, box, on });
      versions.push({ at: at(step), by: person.login, boxes: copy(person.page) });
    }
    const { words, refused } = hear(ids, { versions, commands: [] }, all);
    for (const { scenario, mark, by } of words.values()) {
      assert.ok(
        clicks.some(
          (click) =>
            click.by === by &&
            click.scenario === scenario &&
            (mark === "none" ? !click.on : click.on && click.box === mark),
        ),
        `round ${round}: ${by} never said ${mark} of ${scenario}`,
      );
    }
    for (const scenario of ids) {
      const of = clicks.filter((click) => click.scenario === scenario);
      if (of.length === 0 || !of.every(({ on, box }) => on && box === "pass")) continue;
      assert.equal(words.get(scenario)?.mark, "pass", `round ${round}: the tick of ${scenario} is lost`);
    }
    // What does not count is never passed over in silence.
    for (const { by, scenario, box, on } of clicks) {
      const counted = clicks.some(() => words.get(scenario) !== undefined);
      if (on)
        assert.ok(
          counted || refused.some((one) => one.by === by && one.scenario === scenario),
          `round ${round}: ${by} ${scenario} ${box} vanished`,
        );
    }
  }
});
