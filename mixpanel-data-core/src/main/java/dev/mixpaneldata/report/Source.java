package dev.mixpaneldata.report;

<<<<<<< HEAD
/** Who computes a report. */
public enum Source {
  /** Mixpanel, with a call of its API. */
  LIVE,
  /** A local table that has the days and events asked for; without one the report is refused. */
  LOCAL,
  /** Such a local table if there is one, else Mixpanel; a listener hears which. */
  AUTO
=======
/** Who answers a report. */
public enum Source {
  /** A local table that has all the report is about, or else Mixpanel. */
  AUTO,
  /** Mixpanel, at the cost of one of the 60 queries an hour. */
  LIVE,
  /** A local table; refused where none has all the report is about. */
  LOCAL
>>>>>>> local
}
