/**
 * Commands on data lakes that show their progress. Start at {@link
 * dev.mixpaneldata.cli.lake.ExportLakeCommand}.
 */
@NullMarked
package dev.mixpaneldata.cli.lake;

import org.jspecify.annotations.NullMarked;
