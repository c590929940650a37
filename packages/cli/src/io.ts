/** What the command reads from and writes to, so that tests can stand in for the process. */
export interface Io {
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  /** The text of a file as UTF-8; rejects if it cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
  /** All of standard input as UTF-8; rejects if it cannot be read. */
  readonly readStdin: () => Promise<string>;
  /** Whether standard output understands ANSI colours and wants them. */
  readonly outColor: boolean;
  /** The same for standard error. */
  readonly errColor: boolean;
}
