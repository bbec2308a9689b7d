import { settingsOf as settingsOfSh } from "./scripts.ts";

/**
 * How a settings file is read, everywhere: with the grammar of systemd's EnvironmentFile= (parse_env_file in its
 * src/basic/env-file.c), so that commands get what the service gets. Nothing in the file is evaluated.
 *
 * The bytes come as decimal numbers, so that no awk, locale or missing line end changes them. Printed are lines that a
 * shell can split without looking into them: `=NAME=value`, `+` and the next line of a value of several lines,
 * `-LINE NAME` for what systemd skips, and last `!LINE nul|utf8` for a file that systemd reads nothing of.
 *
 * A backslash at the end of a comment took the next line with it until systemd 254, and no longer does. Only a file that
 * has such a comment makes the host be asked which one it has.
 */
const grammar = String.raw`
function blank(c) { return c == 32 || c == 9 || c == 10 || c == 13 }
function newline(c) { return c == 10 || c == 13 }
function refuse(why) { print "!" line " " why; over = 1; exit 1 }
function utf8(bytes, n,   i, c, more, code, least) {
  for (i = 1; i <= n; i++) {
    c = bytes[i]
    if (c < 128) continue
    if (c >= 194 && c <= 223) { more = 1; code = c - 192; least = 128 }
    else if (c >= 224 && c <= 239) { more = 2; code = c - 224; least = 2048 }
    else if (c >= 240 && c <= 244) { more = 3; code = c - 240; least = 65536 }
    else return 0
    for (; more > 0; more--) {
      if (++i > n || bytes[i] < 128 || bytes[i] > 191) return 0
      code = code * 64 + bytes[i] - 128
    }
    if (code < least || code > 1114111 || (code >= 55296 && code <= 57343)) return 0
    if ((code >= 64976 && code <= 65007) || code % 65536 >= 65534) return 0
  }
  return 1
}
function named(  i, c) {
  for (i = 1; i <= keys; i++) {
    c = key[i]
    if (c == 95 || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (i > 1 && c >= 48 && c <= 57)) continue
    return 0
  }
  return keys > 0
}
function put(bytes, n,   i) {
  for (i = 1; i <= n; i++) if (bytes[i] == 10) printf "\n+"; else printf "%c", bytes[i]
}
function push() {
  if (keyEnd >= 0) keys = keyEnd
  if (!utf8(key, keys) || !utf8(value, values)) refuse("utf8")
  if (named()) { printf "="; put(key, keys); printf "="; put(value, values); print "" }
  else { printf "-%d ", line; put(key, keys); print "" }
  keys = 0; values = 0
}
function commentsGoOn(  told) {
  if (release == "") {
    "systemctl --version 2>/dev/null" | getline told
    split(told, words, " ")
    release = words[2] + 0
    if (release == 0) release = 254
  }
  return release < 254
}
function endOfLine() { state = "before key"; line++; keys = 0 }
function step(c) {
  if (state == "before key") {
    if (c == 35 || c == 59) state = "comment"
    else if (!blank(c)) { state = "key"; keyEnd = -1; keys = 1; key[1] = c }
    else if (newline(c)) line++
  } else if (state == "key") {
    if (newline(c)) endOfLine()
    else if (c == 61) { state = "before value"; valueEnd = -1; values = 0 }
    else {
      if (!blank(c)) keyEnd = -1; else if (keyEnd < 0) keyEnd = keys
      key[++keys] = c
    }
  } else if (state == "before value") {
    if (newline(c)) { push(); endOfLine() }
    else if (c == 39) state = "single"
    else if (c == 34) state = "double"
    else if (c == 92) state = "escaped"
    else if (!blank(c)) { state = "value"; value[++values] = c }
  } else if (state == "value") {
    if (newline(c)) { if (valueEnd >= 0) values = valueEnd; push(); endOfLine() }
    else if (c == 92) { state = "escaped"; valueEnd = -1 }
    else {
      if (!blank(c)) valueEnd = -1; else if (valueEnd < 0) valueEnd = values
      value[++values] = c
    }
  } else if (state == "escaped") {
    state = "value"
    if (!newline(c)) value[++values] = c; else line++
  } else if (state == "single") {
    if (c == 39) state = "before value"; else value[++values] = c
    if (c == 10) line++
  } else if (state == "double") {
    if (c == 34) state = "before value"
    else if (c == 92) state = "double escaped"
    else value[++values] = c
    if (c == 10) line++
  } else if (state == "double escaped") {
    state = "double"
    if (c == 34 || c == 92 || c == 96 || c == 36) value[++values] = c
    else if (c != 10) { value[++values] = 92; value[++values] = c }
    else line++
  } else if (state == "comment") {
    if (c == 92) state = "comment escaped"; else if (newline(c)) endOfLine()
  } else if (!newline(c)) state = "comment"
  else if (commentsGoOn()) { state = "comment"; line++ }
  else endOfLine()
}
BEGIN { state = "before key"; line = 1; keyEnd = -1; valueEnd = -1 }
$1 == "end" { whole = 1; next }
{ for (f = 1; f <= NF; f++) all[++count] = $f }
END {
  if (over || !whole) exit 1
  for (b = 1; b <= count; b++) { if (all[b] == 10) line++; if (all[b] == 0) refuse("nul") }
  line = 1
  for (b = 1; b <= count; b++) { step(all[b] + 0); if (over) exit 1 }
  if (state == "value" && valueEnd >= 0) values = valueEnd
  if (state !~ /key|comment/) push()
  if (over) exit 1
}`;

/** Programs that have to be where a settings file is read. */
export const settingsPrograms: readonly string[] = ["od", "awk"];

/**
 * Shell function `settings_of FILES`: prints the lines above of one file after the other, of which the last to name a
 * setting counts. `.` is the last line, and nothing else says that they are all; `@FILE` names the one that ended it.
 * FILES are paths or patterns, one a line, with `-` before one that may be missing, as systemd has it. With more words
 * they are a program that prints the file it is given. The contents are in no argument and no environment.
 */
export const settingsOf = `settings_grammar() {
  LC_ALL=C awk '${grammar}'
}
${settingsOfSh}
`;

/** The paths in `deploy.env-file`. */
export function settingsPaths(files: string | undefined): readonly { path: string; optional: boolean }[] {
  return (files ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ path: line.replace(/^-/, ""), optional: line.startsWith("-") }));
}

/** As people are told of them. */
export function settingsTitle(files: string): string {
  return settingsPaths(files)
    .map(({ path }) => path)
    .join(", ");
}
