package dev.mixpaneldata.mcp.tool;

/** The code behind a tool. Its thread is interrupted when the call is cancelled. */
@FunctionalInterface
public interface ToolHandler {
  /**
   * Answers a call.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException if the call fails; the chain makes an
   *     answer of it
   */
  ToolAnswer call(ToolCall call);
}
