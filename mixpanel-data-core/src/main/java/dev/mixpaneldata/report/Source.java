package dev.mixpaneldata.report;

/** Who computes a report. */
public enum Source {
  /** Mixpanel, with a call of its API. */
  LIVE,
  /** A local table that has the days and events asked for; without one the report is refused. */
  LOCAL,
  /** Such a local table if there is one, else Mixpanel; a listener hears which. */
  AUTO
}
