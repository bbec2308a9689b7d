/** The workflow, or an action it uses, is wrong or asks for something this runner does not do. */
export class WorkflowRefused extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "WorkflowRefused";
    this.problems = problems;
  }
}
