package dev.mixpaneldata.bridge.ask;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.ToolResult;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions in plain words. The question's words choose a report and the project's real
 * names in it; the vendor computes it, behind the policy that only reads.
 */
public final class Asking {
  private Asking() {}

  /**
   * Answers a question on events, funnels or retention.
   *
   * @throws MixpanelDataException {@link ErrorCode#INVALID_ARGUMENT} for a server of no known
   *     vendor
   */
  public static Answer ask(Connection connection, String question) {
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
    ToolResult result = connection.call(call.tool(), new Json(call.arguments().toString()));
    Numbers numbers =
        result
            .data()
            .map(data -> Numbers.of(title(reading), Mappers.read(data.text())))
            .orElse(Numbers.NONE);
    return new Answer(
        question,
        connection.info().name(),
        text(reading, numbers, vendor, result),
        result.tool(),
        result.arguments(),
        numbers.columns(),
        numbers.rows(),
        numbers.chart());
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

  private static String text(Reading reading, Numbers numbers, Vendor vendor, ToolResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(title(reading) + ", says " + vendor.title() + ".");
    if (numbers.rows().isEmpty()) {
      sentences.add("The answer holds no numbers that can be drawn: " + shortened(result.text()));
    } else {
      greatest(reading, numbers).ifPresent(sentences::add);
    }
    sentences.addAll(reading.assumed());
    return String.join(" ", sentences);
  }

  /** The line with the greatest mean, the row with the greatest last number, or the conversion. */
  private static Optional<String> greatest(Reading reading, Numbers numbers) {
    boolean overTime = numbers.columns().get(0).equals("time");
    if (overTime) {
      return greatestLine(numbers);
    }
    int last = numbers.columns().size() - 1;
    List<@Nullable Object> top = numbers.rows().get(0);
    if (reading.kind() == Reading.Kind.FUNNEL) {
      double first = number(top.get(last));
      double end = number(numbers.rows().get(numbers.rows().size() - 1).get(last));
      return first > 0
          ? Optional.of(
              String.format(java.util.Locale.ROOT, "%.1f %% go all the way.", 100 * end / first))
          : Optional.empty();
    }
    for (List<@Nullable Object> row : numbers.rows()) {
      top = number(row.get(last)) > number(top.get(last)) ? row : top;
    }
    return Optional.of(
        top.get(0)
            + " has the highest "
            + numbers.columns().get(last)
            + ": "
            + top.get(last)
            + ".");
  }

  private static Optional<String> greatestLine(Numbers numbers) {
    int best = 1;
    double most = -1;
    for (int column = 1; column < numbers.columns().size(); column++) {
      double sum = 0;
      for (List<@Nullable Object> row : numbers.rows()) {
        sum += number(row.get(column));
      }
      if (sum > most) {
        most = sum;
        best = column;
      }
    }
    double mean = most / numbers.rows().size();
    return Optional.of(
        String.format(
            java.util.Locale.ROOT,
            numbers.columns().size() > 2
                ? "%s is the greatest, with %.1f a day on average."
                : "%s: %.1f a day on average.",
            numbers.columns().get(best),
            mean));
  }

  private static double number(@Nullable Object cell) {
    return cell instanceof Number number ? number.doubleValue() : 0;
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
