package dev.mixpaneldata.storage.report;

/** Finds the profiles that stand beside events. */
@FunctionalInterface
interface ProfileTables {
  /** Returns the table of profiles; refuses where there is none or more than one. */
  LocalCopy get();
}
