package dev.mixpaneldata.value;

/** The units of reports that know hours and days only. */
public enum HourOrDay {
  HOUR(TimeUnit.HOUR),
  DAY(TimeUnit.DAY);

  private final TimeUnit unit;

  HourOrDay(TimeUnit unit) {
    this.unit = unit;
  }

  /** The same among all units. */
  public TimeUnit unit() {
    return unit;
  }
}
