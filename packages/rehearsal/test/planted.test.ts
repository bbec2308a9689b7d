import assert from "node:assert/strict";
import { test } from "node:test";
import { plain as markdown } from "../../../src/checklist/markdown.ts";
import { type Leak, leaksIn, type Planted } from "../planted.ts";

const planted: readonly Planted[] = [
  { where: "database", value: "Marfa Otrepyeva" },
  { where: "database, in Russian", value: "Марфа Отрепьева" },
  { where: "mail", value: "marfa.o@mail.example" },
  { where: "env-file", value: "k3y/with+odd=chars&more" },
  { where: "index address", value: "https://u:p4ssw0rd-77@pypi.example/simple" },
];

const channels = ["log", "annotations", "outputs", "summaries", "issue", "comments", "notices", "artifact", "requests"];

/** How a text may look after a program had it. */
const dresses: readonly (readonly [name: string, dress: (value: string) => string, as: Leak["as"]])[] = [
  ["as it is", (value) => value, "plain"],
  ["in another case", (value) => value.toUpperCase(), "plain"],
  ["over two lines", (value) => value.replace(" ", "\n   "), "plain"],
  ["in JSON", (value) => JSON.stringify({ value }), "plain"],
  ["in JSON that is ASCII", asciiJson, "plain"],
  ["in Markdown that is escaped", (value) => markdown(value), "plain"],
  ["in HTML", (value) => [...value].map((letter) => `&#${letter.codePointAt(0)};`).join(""), "plain"],
  ["in an address", (value) => encodeURIComponent(value), "plain"],
  ["in an address, twice", (value) => encodeURIComponent(encodeURIComponent(value)), "plain"],
  ["in a form", (value) => new URLSearchParams({ value }).toString(), "plain"],
  ["all percent", percents, "plain"],
  ["between zero-width spaces", (value) => [...value].join("\u200b"), "plain"],
  ["in base64", (value) => base64(value), "base64"],
  ["in base64 behind one byte", (value) => base64(`x${value}yz`), "base64"],
  ["in base64 behind two bytes", (value) => base64(`xx${value}y`), "base64"],
  ["in base64 for addresses", (value) => Buffer.from(`a${value}`).toString("base64url"), "base64"],
  ["in base64 over lines", (value) => base64(value.repeat(6)).replaceAll(/(.{20})/g, "$1\n"), "base64"],
  ["in hexadecimal", (value) => Buffer.from(value).toString("hex"), "hexadecimal"],
  ["backwards", (value) => [...value].reverse().join(""), "reversed"],
];

function asciiJson(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function percents(value: string): string {
  return Buffer.from(value).toString("hex").replaceAll(/../g, "%$&");
}

function base64(value: string): string {
  return Buffer.from(value).toString("base64");
}

for (const [name, dress, as] of dresses)
  test(`a planted value is found ${name}, in every channel`, () => {
    for (const channel of channels)
      for (const { where, value } of planted) {
        const text = `deploy.migrate done in 3 s\n{"a": "${dress(value)}"}\nverify …`;
        const found = leaksIn([{ name: channel, text }], planted);
        assert.ok(
          found.some((leak) => leak.channel === channel && leak.where === where && leak.as === as),
          `${where}: ${text}: ${JSON.stringify(found)}`,
        );
      }
  });

test("half of a name is found", () => {
  assert.deepEqual(leaksIn([{ name: "log", text: "client Otrepyeva has no phone" }], planted), [
    { channel: "log", where: "database", as: "plain" },
  ]);
});

test("where nothing was planted nothing is found", () => {
  const text =
    "deploy.migrate@app-1 done in 3 s: 2 migrations, ERROR: 23505 (unique_violation) bWFyZ2U= 6d61726661 marfo";
  assert.deepEqual(leaksIn([{ name: "log", text }], planted), []);
});
