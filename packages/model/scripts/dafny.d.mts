export const sources: string;
export const files: readonly string[];
export function hasDafny(): boolean;
export function dafny(args: readonly string[]): Promise<{ status: number | null; output: string }>;
export interface Failed {
  readonly name: string;
  readonly refuted: boolean;
}
export function verify(args: readonly string[]): Promise<{
  resolved: boolean;
  verified: number;
  failed: readonly Failed[];
  output: string;
}>;
