package dev.mixpaneldata.app.lexicon;

import java.util.List;
import java.util.Optional;

/**
 * The notes of a project's users about an event or a property.
 *
 * @param hidden whether Mixpanel's menus leave it out
 * @param dropped whether Mixpanel no longer ingests it
 */
public record LexiconMetadata(
    Optional<String> source,
    Optional<String> displayName,
    List<String> tags,
    boolean hidden,
    boolean dropped,
    List<String> contacts,
    List<String> teamContacts) {
  public LexiconMetadata {
    tags = List.copyOf(tags);
    contacts = List.copyOf(contacts);
    teamContacts = List.copyOf(teamContacts);
  }
}
