/**
 * Measurements, each against a yardstick in the same run. Start at {@link
 * dev.mixpaneldata.benchmarks.FetchBenchmark}.
 */
@NullMarked
package dev.mixpaneldata.benchmarks;

import org.jspecify.annotations.NullMarked;
