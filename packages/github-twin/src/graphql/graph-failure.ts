/** What GitHub answers for a field it does not give: null there, and this beside the data. */
export class GraphFailure extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = "GraphFailure";
    this.type = type;
  }
}
