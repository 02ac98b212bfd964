package dev.mixpaneldata.storage.shard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A question to the shards of a lake.
 *
 * @param days the days of the lake that can matter
 * @param names the names of the events that can matter; empty for all
 * @param any whether the rows of one shard that has some are enough
 * @param work what each shard does
 */
public record ShardJob(
    Set<LocalDate> days, Optional<Set<String>> names, boolean any, ShardWork work) {}
