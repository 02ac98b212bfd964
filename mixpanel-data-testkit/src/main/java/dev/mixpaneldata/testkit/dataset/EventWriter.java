package dev.mixpaneldata.testkit.dataset;

import java.nio.charset.StandardCharsets;

/** A writer of one person's events, with the default properties that Mixpanel adds to them. */
final class EventWriter {

  /** The time between the arrival at Mixpanel and the end of processing. */
  private static final int PROCESSING_MILLIS = 487;

  private final byte[] anonymous;
  private final byte[] user;
  private final byte[] rekeyed;
  private final byte[] always;
  private final Person person;

  EventWriter(Person person) {
    this.person = person;
    String device = ",\"$device_id\":\"" + person.deviceId() + "\"";
    String userId = person.userId();
    String identified = "\"distinct_id\":\"" + userId + "\"" + device;
    this.user = bytes(identified + ",\"$user_id\":\"" + userId + "\"");
    this.anonymous = bytes("\"distinct_id\":\"" + person.anonymousId() + "\"" + device);
    this.rekeyed =
        bytes(
            identified
                + ",\"$distinct_id_before_identity\":\""
                + person.anonymousId()
                + "\",\"$is_reshuffled\":true");
    this.always = bytes(always(person));
  }

  /** Returns the person whose events these are. */
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

  /** Returns bytes encoded once for each visit: once for each event would take most of the time. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
