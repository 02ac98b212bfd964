package dev.mixpaneldata.value;

/** The units of reports that support hours and days only. */
public enum HourOrDay {
  HOUR(BucketUnit.HOUR),
  DAY(BucketUnit.DAY);

  private final BucketUnit unit;

  HourOrDay(BucketUnit unit) {
    this.unit = unit;
  }

  /** Returns this unit as one of all units. */
  public BucketUnit unit() {
    return unit;
  }
}
