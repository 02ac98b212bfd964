package dev.mixpaneldata.store.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events of a local table between two times.
 *
 * @param table the table
 * @param from the first time, inclusive; empty for all before {@code to} and those without a time
 * @param to the last time, exclusive; empty for all from {@code from} on
 * @param columns the promoted columns to write beside the fixed ones
 */
public record EventSlice(
    String table, Optional<Instant> from, Optional<Instant> to, List<PromotedColumn> columns) {}
