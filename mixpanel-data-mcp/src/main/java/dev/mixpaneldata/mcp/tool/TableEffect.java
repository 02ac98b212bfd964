package dev.mixpaneldata.mcp.tool;

/** The effect of a tool on local tables. */
public enum TableEffect {
  /** It does not use them. */
  NONE,
  /** It reads them. */
  READ,
  /** It makes, fills or replaces them. */
  FILL,
  /** It drops them. */
  DROP
}
