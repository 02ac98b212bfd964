package dev.mixpaneldata.storage.expression;

/**
 * A condition as SQL.
 *
 * @param passes true in rows that pass, else false or NULL
 * @param misuse true in rows where {@code and} or {@code or} meets something that is neither a
 *     boolean nor undefined, for which Mixpanel refuses the whole query; never NULL
 * @param canFail whether there may be such rows
 */
public record Condition(String passes, String misuse, boolean canFail) {}
