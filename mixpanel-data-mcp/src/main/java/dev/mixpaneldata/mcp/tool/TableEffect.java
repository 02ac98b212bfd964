package dev.mixpaneldata.mcp.tool;

/** What a tool does to local tables. */
public enum TableEffect {
  /** It has nothing to do with them. */
  NONE,
  /** It reads them. */
  READ,
  /** It makes, fills or replaces them. */
  FILL,
  /** It drops them. */
  DROP
}
