package dev.mixpaneldata.catalogue;

/** The effect of an operation on the data it works on. */
public enum Effect {
  /** Changes nothing. */
  READ,
  /** Adds or changes. */
  WRITE,
  /** Removes what cannot be restored; surfaces ask before. */
  DESTROY
}
