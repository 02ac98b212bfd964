package dev.mixpaneldata.testkit.naive;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/** A day on which clocks change, or might. */
enum ClockChange {
  NONE("UTC", "2026-03-01"),
  HALF_HOUR_ZONE("Asia/Kolkata", "2026-02-28"),
  SPRING("Europe/Berlin", "2026-03-29"),
  AUTUMN("Europe/Berlin", "2026-10-25"),
  SPRING_WEST("America/New_York", "2026-03-08"),
  AUTUMN_WEST("America/Los_Angeles", "2026-11-01"),
  HALF_AN_HOUR("Australia/Lord_Howe", "2026-04-05"),
  /** The day begins at 1:00. */
  AT_MIDNIGHT("Africa/Cairo", "2026-04-24");

  private final String zone;
  private final String day;

  ClockChange(String zone, String day) {
    this.zone = zone;
    this.day = day;
  }

  static ClockChange any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  ZoneId zone() {
    return ZoneId.of(zone);
  }

  LocalDate day() {
    return LocalDate.parse(day);
  }
}
