export function verifyAll(options?: {
  seed?: number | undefined;
  report?: ((line: string) => void) | undefined;
  only?: readonly string[] | undefined;
}): Promise<readonly string[]>;
export function findHoles(): readonly string[];
export function holesIn(file: string, text: string): readonly string[];
export function findHolesByCompiling(paths?: readonly string[]): Promise<readonly string[]>;
export function sabotageAll(options?: {
  report?: ((line: string) => void) | undefined;
  only?: readonly string[] | undefined;
}): Promise<readonly string[]>;
