package dev.mixpaneldata.storage.expression;

/**
 * The name of the segment that a row is in, as SQL; never NULL.
 *
 * @param sql a VARCHAR, or a VARCHAR[] of different names
 * @param isList whether rows may be in several segments
 */
public record SegmentKey(String sql, boolean isList) {}
