/** What is used of the runner from outside. */
export { parseLogCommand } from "./commands/parse-log-command.ts";
export { evaluateCondition } from "./expressions/evaluate.ts";
export { type Concurrency, concurrency } from "./jobs/concurrency.ts";
export { type JobStatus, type RunResult, runWorkflow, WorkflowRefused, type WorkflowRun } from "./run-workflow.ts";
