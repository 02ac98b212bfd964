package dev.mixpaneldata.value;

/** The units of reports that know hours and days only. */
public enum HourOrDay {
  HOUR(BucketUnit.HOUR),
  DAY(BucketUnit.DAY);

  private final BucketUnit unit;

  HourOrDay(BucketUnit unit) {
    this.unit = unit;
  }

  /** The same among all units. */
  public BucketUnit unit() {
    return unit;
  }
}
