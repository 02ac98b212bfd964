package dev.mixpaneldata.mcp.tool;

/** What runs when a tool is called. A thread is interrupted when its call is cancelled. */
@FunctionalInterface
public interface ToolHandler {
  /** Answers, or throws a {@link dev.mixpaneldata.error.MixpanelDataException}. */
  ToolAnswer call(ToolCall call);
}
