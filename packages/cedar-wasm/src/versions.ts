/** The version of the reference whose API and answers this package has. */
export function getCedarVersion(): string {
  return "4.13.0";
}

/** The same as {@link getCedarVersion}. */
export function getCedarSDKVersion(): string {
  return getCedarVersion();
}

/** The version of the Cedar language. */
export function getCedarLangVersion(): string {
  return "4.5";
}
