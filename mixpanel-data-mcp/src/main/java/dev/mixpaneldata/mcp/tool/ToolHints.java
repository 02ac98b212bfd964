package dev.mixpaneldata.mcp.tool;

/**
 * The effects of a call, as MCP's tool annotations report them.
 *
 * @param readOnly whether it changes nothing
 * @param destructive whether its changes cannot be undone
 * @param idempotent whether calling it again with the same arguments changes nothing more
 * @param openWorld whether it reaches beyond this machine
 * @param changesMixpanel whether it changes what Mixpanel keeps, which clients are not told
 */
public record ToolHints(
    boolean readOnly,
    boolean destructive,
    boolean idempotent,
    boolean openWorld,
    boolean changesMixpanel) {
  /** Asks Mixpanel and changes nothing. */
  public static final ToolHints READS_MIXPANEL = new ToolHints(true, false, true, true, false);

  /** Reads local tables or settings and changes nothing. */
  public static final ToolHints READS_LOCAL = new ToolHints(true, false, true, false, false);

  /** Copies from Mixpanel into local tables. */
  public static final ToolHints FETCHES = new ToolHints(false, false, true, true, false);

  /** Changes local files or settings in a way that can be undone. */
  public static final ToolHints WRITES_LOCAL = new ToolHints(false, false, true, false, false);

  /** Removes local tables. */
  public static final ToolHints DROPS = new ToolHints(false, true, true, false, false);

  /** Adds to or changes Mixpanel's data. */
  public static final ToolHints WRITES_MIXPANEL = new ToolHints(false, false, false, true, true);

  /** Changes Mixpanel's data, and nothing more if it is called again. */
  public static final ToolHints SETS_AT_MIXPANEL = new ToolHints(false, false, true, true, true);

  /** Removes data that Mixpanel holds. */
  public static final ToolHints DESTROYS_AT_MIXPANEL = new ToolHints(false, true, true, true, true);

  /** Changes Mixpanel's data in a way that the arguments choose, so the worst may be meant. */
  public static final ToolHints DESTROYS_OR_ADDS_AT_MIXPANEL =
      new ToolHints(false, true, false, true, true);
}
