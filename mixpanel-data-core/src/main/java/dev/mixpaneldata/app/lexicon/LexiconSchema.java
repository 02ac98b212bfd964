package dev.mixpaneldata.app.lexicon;

/**
 * A schema of an event or of profiles.
 *
 * @param entityType {@code event}, {@code profile}, or another that Mixpanel names
 * @param name the event's name; {@code $user} for user profiles
 */
public record LexiconSchema(String entityType, String name, LexiconDefinition schemaJson) {}
