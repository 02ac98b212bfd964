package dev.mixpaneldata.bridge.policy;

/**
 * Whether a call may be made.
 *
 * @param reason why not, as a sentence; empty text when it may
 */
public record Decision(boolean allowed, String reason) {
  static final Decision YES = new Decision(true, "");

  static Decision no(String reason) {
    return new Decision(false, reason);
  }
}
