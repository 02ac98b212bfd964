package dev.mixpaneldata.testkit.dataset;

/** One event before it is written; reused for the next one. Names and details are JSON already. */
final class EventDraft {

  /** The members of the event's own properties, each after a comma. */
  final LineBuffer details = new LineBuffer(1024);

  String name = "";
  long timeMillis;
  long processedMillis;
  boolean identified;
  boolean hasInsertId;
  long insertId;

  /** The revision: 0 for an event as first sent, higher for a corrected copy. */
  int revision;

  /** Resets the draft to a new event. */
  EventDraft begin(String eventName, long time) {
    details.clear();
    name = eventName;
    timeMillis = time;
    processedMillis = time;
    hasInsertId = true;
    revision = 0;
    return this;
  }
}
