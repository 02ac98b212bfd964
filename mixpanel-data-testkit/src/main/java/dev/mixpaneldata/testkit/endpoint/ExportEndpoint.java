package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Body;
import dev.mixpaneldata.testkit.http.Request;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The endpoint {@code GET /api/2.0/export}: raw events of a range of days as lines of JSON. */
final class ExportEndpoint implements Endpoint {

  private static final int LARGEST_LIMIT = 100_000;

  private final FakeProject world;
  private final ExportBodies bodies;

  ExportEndpoint(FakeProject world) {
    this.world = world;
    this.bodies = new ExportBodies(world);
  }

  @Override
  public Answer answer(Request request) throws Refusal {
    Arguments arguments = Arguments.of(request);
    LocalDate from = arguments.day("from_date");
    LocalDate to = arguments.day("to_date");
    checkRange(from, to);
    int limit = arguments.wholeNumber("limit").orElse(Integer.MAX_VALUE);
    if (arguments.text("limit").isPresent() && (limit < 1 || limit > LARGEST_LIMIT)) {
      throw Refusal.badRequest("limit must be from 1 to " + LARGEST_LIMIT);
    }
    boolean milliseconds = arguments.flag("time_in_ms", false);
    Body body =
        bodies.of(
            new ExportSelection(
                from, to, arguments.texts("event"), where(arguments), limit, milliseconds));
    return new Answer(200, Map.of("Content-Type", "text/plain; charset=utf-8"), body);
  }

  private void checkRange(LocalDate from, LocalDate to) throws Refusal {
    LocalDate today = world.today();
    if (to.isAfter(today)) {
      throw Refusal.badRequest("to_date cannot be later than today");
    }
    if (from.isAfter(to)) {
      throw Refusal.badRequest("from_date cannot be later than to_date");
    }
    if (world.maxDataHistoryDays().isPresent()) {
      int days = world.maxDataHistoryDays().getAsInt();
      if (from.isBefore(today.minusDays(days))) {
        throw new Refusal(403, "Date range exceeds " + days + " days into the past");
      }
    }
  }

  private Optional<Predicate<JsonNode>> where(Arguments arguments) throws Refusal {
    try {
      return arguments.text("where").map(world.where()::parse);
    } catch (IllegalArgumentException notUnderstood) {
      throw Refusal.badRequest("Invalid where: " + notUnderstood.getMessage());
    }
  }
}
