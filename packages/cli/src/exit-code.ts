/** The exit codes of the command: those of the reference's `cedar` command. */
export const exitCode = {
  /** Done; for `authorize`: allowed. */
  success: 0,
  /** The input is bad, or the command line is. */
  failure: 1,
  /** `authorize`: denied. */
  deny: 2,
} as const;

/** One of the {@link exitCode}s. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
