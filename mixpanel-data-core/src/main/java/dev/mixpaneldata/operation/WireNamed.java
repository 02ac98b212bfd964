package dev.mixpaneldata.operation;

/** A choice whose name at Mixpanel is not its own in lower case. */
public interface WireNamed {
  /** Returns the name that Mixpanel uses. */
  String wireName();
}
