package dev.mixpaneldata.testkit.endpoint;

import java.util.List;
import java.util.Map;

/**
 * The entities that people have saved in a project.
 *
 * @param bookmarks further bookmarks as JSON objects
 * @param schemas schemas of the Lexicon as JSON objects
 * @param entities what Mixpanel's web application manages, by kind, as JSON objects
 */
public record SavedEntities(
    List<SavedFunnel> funnels,
    List<SavedInsights> insights,
    List<SavedFlows> flows,
    List<String> bookmarks,
    List<String> schemas,
    Map<String, List<String>> entities) {
  /** Copies the lists. */
  public SavedEntities {
    funnels = List.copyOf(funnels);
    insights = List.copyOf(insights);
    flows = List.copyOf(flows);
    bookmarks = List.copyOf(bookmarks);
    schemas = List.copyOf(schemas);
    entities = Map.copyOf(entities);
  }
}
