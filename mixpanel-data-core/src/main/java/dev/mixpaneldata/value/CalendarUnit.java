package dev.mixpaneldata.value;

/** The units of reports that support whole days only. */
public enum CalendarUnit {
  DAY(BucketUnit.DAY),
  WEEK(BucketUnit.WEEK),
  MONTH(BucketUnit.MONTH);

  private final BucketUnit unit;

  CalendarUnit(BucketUnit unit) {
    this.unit = unit;
  }

  /** Returns this unit as one of all units. */
  public BucketUnit unit() {
    return unit;
  }
}
