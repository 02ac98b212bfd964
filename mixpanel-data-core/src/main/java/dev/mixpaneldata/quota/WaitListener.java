package dev.mixpaneldata.quota;

/** Observes waits, in the thread that waits. */
@FunctionalInterface
public interface WaitListener {
  /** Reports that a pause begins. Must return quickly. */
  void waiting(Wait wait);

  /** Returns a listener that does nothing. */
  static WaitListener silent() {
    return wait -> {};
  }
}
