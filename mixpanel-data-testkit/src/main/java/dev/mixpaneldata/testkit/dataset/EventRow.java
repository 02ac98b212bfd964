package dev.mixpaneldata.testkit.dataset;

import java.util.Optional;

/**
 * One event that a correct copy of the data holds.
 *
 * @param event its name
 * @param timeMillis since 1970, UTC
 * @param distinctId whose it is; empty text where the line has none
 * @param insertId empty where the line has none
 * @param processedMillis when Mixpanel processed it; 0 where the line does not tell
 * @param line the whole line as exported with {@code time_in_ms=true}
 */
public record EventRow(
    String event,
    long timeMillis,
    String distinctId,
    Optional<String> insertId,
    long processedMillis,
    String line) {}
