package dev.mixpaneldata.testkit.dataset;

/** Writes the events of one person, with the default properties which Mixpanel adds to them. */
final class EventWriter {

  /** Between the arrival at Mixpanel and the end of processing. */
  private static final int PROCESSING_MILLIS = 487;

  private final String anonymous;
  private final String user;
  private final String rekeyed;
  private final String always;
  private final Person person;

  EventWriter(Person person) {
    this.person = person;
    String device = ",\"$device_id\":\"" + person.deviceId() + "\"";
    String identified = "\"distinct_id\":\"" + person.userId() + "\"" + device;
    this.user = identified + ",\"$user_id\":\"" + person.userId() + "\"";
    this.anonymous = "\"distinct_id\":\"" + person.anonymousId() + "\"" + device;
    this.rekeyed =
        identified
            + ",\"$distinct_id_before_identity\":\""
            + person.anonymousId()
            + "\",\"$is_reshuffled\":true";
    this.always = always(person);
  }

  /** The person whose events these are. */
  Person person() {
    return person;
  }

  /**
   * Adds one line.
   *
   * @param rekeyed whether an event from before the sign-up carries the user's id
   */
  void write(EventDraft draft, boolean rekeyed, LineBuffer out) {
    out.add("{\"event\":\"").add(draft.name).add("\",\"properties\":{\"time\":");
    out.add(draft.timeMillis).add(",");
    out.add(draft.identified ? user : rekeyed ? this.rekeyed : anonymous);
    if (draft.hasInsertId) {
      out.add(",\"$insert_id\":\"").addHexadecimal(draft.insertId).add("\"");
    }
    out.add(always);
    out.add("\"$mp_api_timestamp_ms\":").add(draft.processedMillis - PROCESSING_MILLIS);
    out.add(",\"mp_processing_time_ms\":").add(draft.processedMillis);
    if (draft.revision > 0) {
      out.add(",\"revision\":").add(draft.revision);
    }
    out.add(draft.details).add("}}");
    out.endLine();
  }

  private static String always(Person person) {
    return ",\"$city\":\""
        + person.city()
        + "\",\"$region\":\""
        + person.country().region
        + "\",\"mp_country_code\":\""
        + person.country().code
        + "\","
        + person.platform().properties
        + ",\"$mp_api_endpoint\":\"api.mixpanel.com\",\"plan\":\""
        + person.plan()
        + "\",\"experiment.variant\":\""
        + (person.index() % 3 == 0 ? "B" : "A")
        + "\",\"is member\":"
        + (person.index() % 4 == 0)
        + ",\"cart \\\"size\\\"\":"
        + person.index() % 5
        + ",";
  }
}
