package dev.mixpaneldata.testkit.endpoint;

import java.util.List;

/**
 * The entities that people have saved in a project.
 *
 * @param bookmarks further bookmarks as JSON objects
 * @param schemas schemas of the Lexicon as JSON objects
 */
public record SavedEntities(
    List<SavedFunnel> funnels,
    List<SavedInsights> insights,
    List<SavedFlows> flows,
    List<String> bookmarks,
    List<String> schemas) {
  /** Copies the lists. */
  public SavedEntities {
    funnels = List.copyOf(funnels);
    insights = List.copyOf(insights);
    flows = List.copyOf(flows);
    bookmarks = List.copyOf(bookmarks);
    schemas = List.copyOf(schemas);
  }
}
