import { drive, driveWithTemplates } from "./drive.ts";
import { gitHub, gitHubWithTemplates } from "./git-hub.ts";
import { tinyTodo } from "./tiny-todo.ts";
import type { Workload } from "./workload.ts";

/** Makes a workload with `size` entities of each kind and `count` random requests about them. */
export type Application = (size: number, count?: number) => Workload;

/**
 * The three applications of the paper that presented Cedar (Cutler et al., "Cedar: A New Language for Expressive, Fast,
 * Safe, and Analyzable Authorization", OOPSLA 2024, section 5), made anew from its description.
 */
export const applications = { tinyTodo, drive, gitHub } as const satisfies Readonly<Record<string, Application>>;

/** One of the applications by its key, or all of them. */
export function applicationsOf(key: string | undefined): readonly Application[] {
  return Object.entries(applications).flatMap(([each, application]) => (each === (key ?? each) ? [application] : []));
}

/** The variants in which shares and roles are links of templates. */
export const templateApplications = { driveWithTemplates, gitHubWithTemplates } as const satisfies Readonly<
  Record<string, Application>
>;
