package dev.mixpaneldata.store.spi;

import java.nio.file.Path;

/**
 * A line of a part file that could not be stored as it came.
 *
 * @param part the part file
 * @param number the line's number in it, from 1; blank lines are not counted
 * @param repaired whether it was stored, with U+FFFD for what JSON cannot carry; otherwise it could
 *     not be stored at all
 * @param why the fault, as a sentence without its full stop
 * @param bytes the line as it came
 */
public record QuarantinedLine(Path part, long number, boolean repaired, String why, byte[] bytes) {}
