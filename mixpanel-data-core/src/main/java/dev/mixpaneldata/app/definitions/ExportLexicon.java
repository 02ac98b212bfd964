package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request for all definitions of the Lexicon in one answer. */
@WithBuilder
public record ExportLexicon(
    @Param(
            help =
                "What to export: events, event_properties, user_properties, or Mixpanel's own"
                    + " names; all unless given")
        List<String> exportTypes,
    @Param(help = "File that the definitions are written to, as JSON, in place of what it holds")
        Optional<Path> file)
    implements ExportLexiconBuilder.With {
  private static final String EVENTS = "All Events and Properties";
  private static final String PROFILES = "All User Profile Properties";

  /** Mixpanel exports events with their properties alone. */
  private static final Map<String, String> SHORT =
      Map.of("events", EVENTS, "event_properties", EVENTS, "user_properties", PROFILES);

  public ExportLexicon {
    exportTypes = List.copyOf(exportTypes);
  }

  /** Returns a request for all definitions. */
  public static ExportLexicon of() {
    return new ExportLexicon(List.of(), Optional.empty());
  }

  /** Returns the types under Mixpanel's names, each once. */
  List<String> wireTypes() {
    return exportTypes.isEmpty()
        ? List.of(EVENTS, PROFILES)
        : exportTypes.stream().map(type -> SHORT.getOrDefault(type, type)).distinct().toList();
  }
}
