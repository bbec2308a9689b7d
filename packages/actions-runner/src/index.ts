/** What is used of the runner from outside. */
export { type LogCommand, parseLogCommand } from "./commands/parse-log-command.ts";
export { evaluateCondition, type Evaluation } from "./expressions/evaluate.ts";
export { type Concurrency, concurrency, type Turn, type TurnRequest } from "./jobs/concurrency.ts";
export { type LocalRun, localRun } from "./local-run.ts";
export { runWorkflow } from "./run-workflow.ts";
export { WorkflowRefused } from "./workflow-refused.ts";
export type * from "./workflow-run.ts";
