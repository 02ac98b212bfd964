package dev.mixpaneldata.storage.expression;

/** The types of values in Mixpanel's expressions; undefined is the absence of all. */
enum Kind {
  /** SQL VARCHAR. */
  TEXT("NULL::VARCHAR"),
  /** SQL DOUBLE, finite. */
  NUMBER("NULL::DOUBLE"),
  /** SQL BOOLEAN. */
  TRUTH("NULL::BOOLEAN"),
  /** SQL TIMESTAMP, UTC. */
  TIME("NULL::TIMESTAMP"),
  /** SQL VARCHAR with a JSON array. */
  LIST("NULL::VARCHAR"),
  /** SQL VARCHAR with a JSON object. */
  OBJECT("NULL::VARCHAR"),
  /** SQL BOOLEAN, true where the value is JSON's null, never NULL itself. */
  NULL("FALSE");

  private final String absent;

  Kind(String absent) {
    this.absent = absent;
  }

  /** Returns the SQL of this side for a value that is never of this type. */
  String absent() {
    return absent;
  }
}
