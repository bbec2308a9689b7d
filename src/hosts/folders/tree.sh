# See tree.ts for what these functions print.
naming='(def|class|func|fun|function|void|from|import)[[:space:]]+[A-Za-z_][A-Za-z0-9_.]*'
titled="(test|it|describe|context|scenario|specify)([.][a-z]+)?[( ][[:space:]]*('[^']{1,200}'|\"[^\"]{1,200}\")"
names() { sed -E 's/.*[[:space:]]/n /'; }
titles() { sed -E "s/^[^'\"]*['\"]/t /; s/['\"]\$//"; }
requirements() { sed -E 's/[[:space:]]*(#|;).*//; s/^/p /'; }
packages() { sed -nE 's/^[[:space:]]*"([@a-z0-9][a-z0-9@/._-]*)":.*/p \1/p'; }
tree_of() {
  git ls-tree -r --name-only "$1" | sed 's/^/f /'
  git grep -IhoE "$naming" "$1" -- '*.py' '*.rb' '*.php' '*.go' '*.java' '*.kt' | names
  git grep -IhoE "$titled" "$1" -- '*.js' '*.ts' '*.mjs' '*.cjs' '*.rb' '*.php' | titles
  git grep -IhE '^[A-Za-z0-9][A-Za-z0-9._-]*' "$1" -- '*requirements*.txt' 'requirements/*' | requirements
  git show "$1:package.json" 2>/dev/null | packages
}
files_here() {
  find . -type f -not -path '*/node_modules/*' -not -path '*/.venv/*' -not -path '*/.git/*' | head -n 50000 | sed 's#^\./#f #'
  grep -rIhoE --include='*.py' --include='*.rb' --include='*.php' "$naming" . | names
  grep -rIhoE --include='*.js' --include='*.ts' --include='*.mjs' --exclude-dir=node_modules "$titled" . | titles
}
# Of a tree nobody reads more than this.
bounded() { LC_ALL=C sort -u | head -c 8000000; }
