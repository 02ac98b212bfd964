package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mixpaneldata.testkit.dataset.EventLine;
import dev.mixpaneldata.testkit.dataset.Lines;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The endpoint {@code GET /api/query/events/names}: the names of all events, in descending
 * alphabetical order.
 */
final class EventNamesEndpoint implements Endpoint {

  private static final int DEFAULT_LIMIT = 255;

  private final FakeProject world;

  /** Collected at the first request, because large files take a while. */
  private final NavigableSet<String> names = new TreeSet<>();

  private long version;

  EventNamesEndpoint(FakeProject world) {
    this.world = world;
  }

  @Override
  public Answer answer(Request request) throws Refusal {
    int limit = Arguments.of(request).wholeNumber("limit").orElse(DEFAULT_LIMIT);
    ArrayNode listed = JsonNodeFactory.instance.arrayNode();
    names().descendingSet().stream().limit(limit).forEach(listed::add);
    return Answer.json(200, listed.toString());
  }

  private synchronized NavigableSet<String> names() {
    long now = world.events().version();
    if (names.isEmpty() || version != now) {
      version = now;
      world.events().days().forEach(this::collect);
    }
    return names;
  }

  private void collect(LocalDate day) {
    try (Lines lines = new Lines(world.events().openPlain(day))) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        new EventLine(line.get()).eventName().ifPresent(names::add);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
