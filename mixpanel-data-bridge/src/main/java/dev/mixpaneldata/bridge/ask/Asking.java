package dev.mixpaneldata.bridge.ask;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.ToolResult;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions in plain words. The question's words choose a report and the project's real
 * names in it; the vendor computes it, behind the policy that only reads.
 */
public final class Asking {
  private static final int LONGEST_TEXT = 300;

  private Asking() {}

  /**
   * Answers a question on events, funnels or retention.
   *
   * @throws MixpanelDataException {@link ErrorCode#INVALID_ARGUMENT} for a server of no known
   *     vendor
   */
  public static Answer ask(Connection connection, String question) {
    return answer(connection, plan(connection, question));
  }

  /**
   * Chooses the call that answers a question, and does not make it.
   *
   * @throws MixpanelDataException {@link ErrorCode#INVALID_ARGUMENT} for a server of no known
   *     vendor
   */
  public static Plan plan(Connection connection, String question) {
    Vendor vendor =
        connection
            .info()
            .vendor()
            .orElseThrow(
                () ->
                    MixpanelDataException.invalidArgument(
                        "Questions can be asked of Mixpanel and Amplitude only.",
                        Hint.of(
                            "Call a tool of {} with {}.",
                            connection.info().name(),
                            Reference.CALL_CONNECTION)));
    Plans plans = Plans.of(vendor.id());
    Names names = plans.names(connection);
    if (names.events().isEmpty()) {
      throw MixpanelDataException.of(
          ErrorCode.NOT_FOUND,
          vendor.title() + " lists no event of the project.",
          Hint.of(
              "Choose a project of {} with {}.",
              connection.info().name(),
              Reference.CONNECTION_PROJECT));
    }
    Reading reading = Reading.of(question, names);
    Plans.Call call = plans.call(reading);
    return new Plan(
        question,
        call.tool(),
        new Json(call.arguments().toString()),
        title(reading),
        reading.assumed(),
        Optional.of(reading));
  }

  /** Makes the call of a plan; the policy checks it as any other. */
  public static Answer answer(Connection connection, Plan plan) {
    ToolResult result = connection.call(plan.tool(), plan.arguments());
    ToolNumbers numbers = ToolNumbers.of(plan.title(), result);
    String vendor = connection.info().vendor().map(Vendor::title).orElse(connection.info().name());
    return new Answer(
        plan.question(),
        connection.info().name(),
        text(plan, numbers, vendor, result),
        result.tool(),
        result.arguments(),
        numbers.columns(),
        numbers.rows(),
        numbers.chart(),
        Optional.empty());
  }

  private static String title(Reading reading) {
    String what =
        switch (reading.kind()) {
          case COUNTS -> "Users of " + String.join(", ", reading.events());
          case FUNNEL -> "From " + String.join(" to ", reading.events());
          case RETENTION -> "Retention after " + reading.events().get(0);
        };
    return what
        + reading.split().map(p -> " by " + p).orElse("")
        + (reading.kind() == Reading.Kind.RETENTION ? "" : ", last " + reading.days() + " days");
  }

  private static String text(Plan plan, ToolNumbers numbers, String vendor, ToolResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(plan.title() + ": the answer of " + vendor + ".");
    if (numbers.rows().isEmpty()) {
      sentences.add("It holds no numbers that can be drawn: " + shortened(result.text()));
    } else {
      Summary.of(plan.question(), numbers).ifPresent(sentences::add);
    }
    sentences.addAll(plan.assumed());
    return String.join(" ", sentences);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
  }
}
