/** The last identifier of a name: `Album` of `Photos::Album`. */
export function basename(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
