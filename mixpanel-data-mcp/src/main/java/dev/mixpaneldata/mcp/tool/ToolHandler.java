package dev.mixpaneldata.mcp.tool;

/** The code behind a tool. Its thread is interrupted when the call is cancelled. */
@FunctionalInterface
public interface ToolHandler {
  /** Answers, or throws a {@link dev.mixpaneldata.error.MixpanelDataException}. */
  ToolAnswer call(ToolCall call);
}
