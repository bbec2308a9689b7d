import type { PublicFacts } from "../../core/redact/known.ts";

/** Of a tree nobody reads more than this. */
const mostBytes = 8_000_000;

/**
 * Shell functions that print what a release's tree holds, one thing a line, with a letter in front: `f` a path, `n` what
 * the code gives a name to, `t` the title of a test, `p` a requirement. `tree_of COMMIT` asks git in the current
 * folder, so that nothing counts that a program wrote there; `files_here` looks at the files where there is no git.
 */
export const treeFunctions = `naming='(def|class|func|fun|function|void|from|import)[[:space:]]+[A-Za-z_][A-Za-z0-9_.]*'
titled="(test|it|describe|context|scenario|specify)([.][a-z]+)?[( ][[:space:]]*('[^']{1,200}'|\\"[^\\"]{1,200}\\")"
names() { sed -E 's/.*[[:space:]]/n /'; }
titles() { sed -E "s/^[^'\\"]*['\\"]/t /; s/['\\"]\\$//"; }
requirements() { sed -E 's/[[:space:]]*(#|;).*//; s/^/p /'; }
packages() { sed -nE 's/^[[:space:]]*"([@a-z0-9][a-z0-9@/._-]*)":.*/p \\1/p'; }
tree_of() {
  git ls-tree -r --name-only "$1" | sed 's/^/f /'
  git grep -IhoE "$naming" "$1" -- '*.py' '*.rb' '*.php' '*.go' '*.java' '*.kt' | names
  git grep -IhoE "$titled" "$1" -- '*.js' '*.ts' '*.mjs' '*.cjs' '*.rb' '*.php' | titles
  git grep -IhE '^[A-Za-z0-9][A-Za-z0-9._-]*' "$1" -- '*requirements*.txt' 'requirements/*' | requirements
  git show "$1:package.json" 2>/dev/null | packages
}
files_here() {
  find . -type f -not -path '*/node_modules/*' -not -path '*/.venv/*' -not -path '*/.git/*' | head -n 50000 | sed 's#^\\./#f #'
  grep -rIhoE --include='*.py' --include='*.rb' --include='*.php' "$naming" . | names
  grep -rIhoE --include='*.js' --include='*.ts' --include='*.mjs' --exclude-dir=node_modules "$titled" . | titles
}
bounded() { LC_ALL=C sort -u | head -c ${mostBytes}; }
`;

/** Reads what these printed. */
export function factsOfTree(text: string): Required<Pick<PublicFacts, "files" | "names">> {
  const lines = text.split("\n");
  const of = (letter: string) => lines.flatMap((line) => (line.startsWith(`${letter} `) ? [line.slice(2)] : []));
  const files = of("f");
  const named = of("n").flatMap((name) => [name, ...name.split(".")]);
  const migrations = files.flatMap((file) => /(?:^|\/)([\w-]+)\/migrations\/(\w+)\.py$/.exec(file)?.slice(1) ?? []);
  return { files, names: [...named, ...of("t"), ...migrations, ...of("p").flatMap(packageNames)] };
}

/** `Django==4.2` is told as it stands, as `Django`, and as the module that it mostly is. */
function packageNames(requirement: string): string[] {
  const [name = ""] = requirement.split(/[[\s=<>~!;@]/);
  const bare = name === "" ? requirement : name;
  return [requirement.replaceAll(" ", ""), bare, bare.toLowerCase(), bare.replaceAll("-", "_").replace(/_binary$/, "")];
}
