package dev.mixpaneldata.catalogue;

/** What an operation does to the data it works on. */
public enum Effect {
  /** Changes nothing. */
  READ,
  /** Adds or changes. */
  WRITE,
  /** Removes what cannot be had back; surfaces ask before. */
  DESTROY
}
