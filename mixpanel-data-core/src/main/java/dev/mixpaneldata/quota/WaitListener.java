package dev.mixpaneldata.quota;

/** Hears when a call has to wait, in the thread that waits. */
@FunctionalInterface
public interface WaitListener {
  /** A pause begins. Must return quickly. */
  void waiting(Wait wait);

  /** A listener that does nothing. */
  static WaitListener silent() {
    return wait -> {};
  }
}
