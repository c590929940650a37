export const sources: string;
export const files: readonly string[];
export function hasDafny(): boolean;
export function dafny(args: readonly string[]): Promise<{ status: number | null; output: string }>;
