package dev.mixpaneldata.jql;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A script and its parameters.
 *
 * @param script JavaScript that defines {@code main()}
 * @param params a JSON object, which the script sees as {@code params}
 */
@WithBuilder
public record JqlRequest(
    @Param(help = "JavaScript that defines main()") String script,
    @Param(help = "JSON object that the script sees as params") Optional<Json> params)
    implements JqlRequestBuilder.With {
  public JqlRequest {
    if (script.isBlank()) {
      throw MixpanelDataException.invalidArgument(
          "The script is empty.", "Give JavaScript that defines a function main().");
    }
    if (params.filter(p -> !p.text().strip().startsWith("{")).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The parameters of the script are not a JSON object.",
          "Write them as {\"name\": value}.");
    }
  }

  /** Creates a request for a script without parameters. */
  public static JqlRequest of(String script) {
    return new JqlRequest(script, Optional.empty());
  }
}
