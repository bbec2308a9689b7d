import { feed, unpack } from "./shell/scripts.ts";

/** awk: the database that a `\connect` of pg_dump names. */
const namedText = `function named(line) {
  sub(/^\\\\connect (-reuse-previous=on )?/, "", line)
  if (line ~ /^"dbname='.*'"$/) { line = substr(line, 10, length(line) - 11); gsub(/\\\\/, "", line); return line }
  if (line ~ /^".*"$/) { line = substr(line, 2, length(line) - 2); gsub(/""/, "\\"", line) }
  return line
}
`;

/**
 * awk: what psql is fed of a plain dump. Only lines of pg_dump's own are left out, and only where it writes them:
 * - its own `\restrict` pair, as golive's stands around everything;
 * - `\connect` to the service's database, and what makes, drops or changes that database: the scratch one is made already;
 * - of a pg_dumpall, what belongs to the roles and to other databases.
 * Until the first object stands, errors are no reason to stop: `--clean` without `--if-exists` drops what is not there,
 * and a newer pg_dump sets what an older server does not know. From there on each is.
 */
export const filterText = `${namedText}# Whether the statement goes on behind this line: within quotes, or without its semicolon.
function unfinished(line) {
  quotes += gsub(/'/, "'", line)
  return quotes % 2 == 1 || line !~ /;[ \\t]*$/
}
function tell(kind, what) { print "golive-" kind "|" what > "/dev/stderr" }
BEGIN {
  cut = 1
  key = ENVIRON["GOLIVE_RESTRICT"]; wanted = ENVIRON["GOLIVE_DATABASE"]
  state = "head"; strict = 0; ended = 1
}
NR == 1 { sub(/^\\357\\273\\277/, "") }
NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1; state = "skip" }
/^\\\\(un)?restrict [A-Za-z0-9]+$/ {
  if (/^\\\\restrict/ && (state == "head" || ended)) keys[$2] = 1
  if ($2 in keys) next
}
state == "skip" {
  if (/^\\\\connect / && ended) { if (named($0) == wanted) { state = "head"; found = 1 } ended = 0 }
  else if (/^-- PostgreSQL database dump complete/) ended = 1
  next
}
state == "head" {
  if (open) { open = unfinished($0); if (!dropping) print; next }
  if ($0 == "" || /^--/) { print; next }
  if (/^\\\\connect /) {
    if (named($0) == wanted) { found = 1; next }
    tell("other", named($0)); state = "skip"; ended = 0; cut = 0; next
  }
  dropping = /^(DROP|CREATE|ALTER|COMMENT ON|SECURITY LABEL ON) DATABASE / || /^(GRANT|REVOKE) .* ON DATABASE / ||
    /^ALTER ROLE .* IN DATABASE / || /^UPDATE pg_catalog\\.pg_database /
  if (dropping || /^SET / || /^SELECT pg_catalog\\.(set_config|lo_unlink)\\(/ || /^DROP / || /^ALTER .* DROP / ||
    /^CREATE OR REPLACE VIEW /) {
    quotes = 0; open = unfinished($0)
    if (!dropping) print
    next
  }
  state = "body"
  if (!strict) { strict = 1; print "\\\\unrestrict " key; print "\\\\set ON_ERROR_STOP on"; print "\\\\restrict " key }
}
copying { if ($0 == "\\\\.") copying = 0; print; next }
/^COPY .* FROM stdin;$/ { copying = 1; print; next }
/^-- PostgreSQL database dump complete/ { cut = 0; if (cluster) { state = "skip"; ended = 1; next } }
!names && /^(ALTER SYSTEM|(CREATE|DROP|ALTER) (DATABASE|ROLE|USER|TABLESPACE)) / { names = 1; tell("names", NR "|" $1 " " $2) }
{ print }
END { if (cluster && !found) tell("other", ""); else if (cut) tell("cut", "") }`;

/** What is in a plain dump, found in one reading: a line `connects|NAME` for the database it connects to, `complete` once it ends. */
export const lookText = `${namedText}NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1 }
NR <= 5 && /^-- PostgreSQL database (cluster )?dump/ { known = 1 }
copying { if ($0 == "\\\\.") copying = 0; next }
/^\\\\restrict / && (cluster || !begun) { if (key == "") key = $2 }
/^\\\\unrestrict / { if ($2 == key) key = "" }
/^\\\\connect / && (cluster || !begun) { name = named($0); if (name != last) print "connects|" name; last = name }
/^(COPY|INSERT|CREATE (TABLE|TYPE|FUNCTION|EXTENSION|SCHEMA|SEQUENCE|VIEW)) / { begun = 1 }
/^COPY .* FROM stdin;$/ { copying = 1; next }
/^-- PostgreSQL database (cluster )?dump complete/ { at = NR }
END {
  if (!known) print "unknown"
  if (cluster) print "cluster"
  if (at && NR - at < 12 && key == "") print "complete"
}`;

/** Shell: `unpack KIND` as a filter; one that is not installed exits 127. */
export const unpackText = `${unpack}\n`;

/**
 * Shell, as the user of the scratch server: the backup on standard input into the database $1. $2 what it is, $3 how it
 * is packed, $4 a folder to work in, $5 the filter. What a backup tells psql itself (`\!`, `\copy`, `\connect`) psql
 * refuses between a pair that no backup can know.
 */
export const feedText = `${unpackText}${feed}`;
