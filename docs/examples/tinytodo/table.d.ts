/** Decides all requests and lays the answers out as a table. */
export function decisionTable(input: {
  readonly policies: string;
  readonly entities: string;
  readonly requests: readonly object[];
}): string;
