package dev.mixpaneldata.app.lexicon;

import java.util.List;
import java.util.Optional;

/**
 * What people noted about an event or a property.
 *
 * @param hidden not shown in Mixpanel's menus
 * @param dropped no longer taken in
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
