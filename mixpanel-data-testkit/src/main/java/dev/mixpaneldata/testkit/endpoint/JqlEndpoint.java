package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.live.JqlScript;
import java.util.Arrays;
import java.util.Optional;

/**
 * The endpoint {@code POST /jql}. There is no JavaScript here: core's own scripts are recognised by
 * their text and answered by {@link StatisticsScripts}; all others go to the world's runner.
 */
final class JqlEndpoint {
  private final FakeProject world;
  private final StatisticsScripts statistics;

  JqlEndpoint(ReportSource source) {
    this.world = source.world();
    this.statistics = new StatisticsScripts(source);
  }

  JsonNode run(Arguments arguments) throws Refusal {
    String script = arguments.required("script");
    String params = arguments.text("params").orElse("{}");
    Optional<JqlScript> known =
        Arrays.stream(JqlScript.values()).filter(s -> s.text().equals(script)).findFirst();
    return known.isPresent()
        ? statistics.run(known.get(), Mappers.read(params))
        : Mappers.read(world.jql().run(script, params));
  }
}
