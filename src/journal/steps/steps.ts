/** Every step of a launch, by phase. Whoever reads a step's id, facts or title has it from here. */
export * from "./after.ts";
export * from "./backup.ts";
export * from "./day-before.ts";
export * from "./deploy.ts";
export * from "./dns-tls.ts";
export * from "./isolate.ts";
export * from "./open.ts";
export * from "./people.ts";
export * from "./prepare.ts";
export * from "./rollback.ts";
export * from "./verify.ts";
export * from "./watch.ts";
export {
  definitionOf,
  everyStep,
  kindOf,
  type StepFamily,
  type StepKind,
  type StepOn,
  stepTitle,
  usualElsewhere,
} from "./define-step.ts";
