// Ruby's File.fnmatch with FNM_PATHNAME: how GitHub reads the name patterns of an environment.

const special = /[.+^${}()|\\/]/g;

/** `*` and `?` stop at a slash; `**` followed by a slash is any number of folders. */
export function fnmatch(pattern: string, name: string): boolean {
  let source = "";
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at);
    const set = /^\[(!|\^)?([^\]]+)\]/.exec(rest);
    if (rest.startsWith("**/")) {
      source += "(?:[^/]+/)*";
      at += 3;
    } else if (set !== null) {
      source += `[${set[1] === undefined ? "" : "^"}${(set[2] ?? "").replaceAll("\\", "\\\\")}]`;
      at += set[0].length;
    } else if (rest.startsWith("\\") && rest.length > 1) {
      source += rest.charAt(1).replace(/\W/, "\\$&");
      at += 2;
    } else {
      source += one(rest.charAt(0));
      at += 1;
    }
  }
  return new RegExp(`^${source}$`, "u").test(name);
}

function one(character: string): string {
  if (character === "*") return "[^/]*";
  if (character === "?") return "[^/]";
  return character.replace(special, "\\$&").replace(/[[\]]/, "\\$&");
}
