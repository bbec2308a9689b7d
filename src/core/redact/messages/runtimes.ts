/** What Ruby, PHP, Java and make say. */
export const runtimes: readonly string[] = [
  "Could not find gem '{package}' in locally installed gems.",
  "Could not locate Gemfile or .bundle/ directory",
  "Could not find {package} in locally installed gems",
  "rake aborted!",
  "rails aborted!",
  "bin/rails aborted!",
  "Don't know how to build task '{name}' (See the list of available tasks with `rake --tasks`)",
  "Your lock file does not contain a compatible set of packages. Please run composer update.",
  "Could not open input file: {file}",
  "Unable to access jarfile {file}",
  "Error: Could not find or load main class {module}",
  "Migration checksum mismatch for migration version {any}",
  "make: *** No rule to make target '{name}'.  Stop.",
  "make: *** [{file}:{line}: {name}] Error {code}",
  "make: *** No targets specified and no makefile found.  Stop.",
];
