package dev.mixpaneldata.cli.output;

import java.util.List;

/**
 * The layout of a table.
 *
 * @param terminal whether a person reads it; long cells are then shortened to fit
 * @param width columns of text at a terminal
 * @param colours whether headers may be bold
 * @param ascii whether only ASCII may be drawn
 * @param columns the columns a table shows; empty for all
 */
record Page(boolean terminal, int width, boolean colours, boolean ascii, List<String> columns) {}
