package dev.mixpaneldata.value;

/** The units of reports that know whole days only. */
public enum CalendarUnit {
  DAY(TimeUnit.DAY),
  WEEK(TimeUnit.WEEK),
  MONTH(TimeUnit.MONTH);

  private final TimeUnit unit;

  CalendarUnit(TimeUnit unit) {
    this.unit = unit;
  }

  /** The same among all units. */
  public TimeUnit unit() {
    return unit;
  }
}
