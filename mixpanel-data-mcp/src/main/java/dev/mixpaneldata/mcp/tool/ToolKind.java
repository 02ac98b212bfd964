package dev.mixpaneldata.mcp.tool;

import java.util.Locale;

/** The amount of work in one call. */
public enum ToolKind {
  /** One operation. */
  SINGLE,
  /** Several operations with a conclusion computed here. */
  COMPOSED,
  /** Several operations, and the client's model to plan or to explain. */
  INTELLIGENT,
  /** Asks the user on the way. */
  INTERACTIVE;

  /** Returns the name that clients see. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
