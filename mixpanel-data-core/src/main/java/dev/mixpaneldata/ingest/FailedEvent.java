package dev.mixpaneldata.ingest;

/**
 * An event that was not imported.
 *
 * @param line its number in the source, from 1
 * @param field the part at fault, such as {@code properties.time}; empty where it is unknown
 * @param reason why, in a sentence
 * @param sent whether Mixpanel refused it; otherwise it was found before it was sent
 * @param text the event as it was given
 */
record FailedEvent(long line, String field, String reason, boolean sent, byte[] text) {}
