/** Printers of results, one for each output format. */
@NullMarked
package dev.mixpaneldata.cli.output;

import org.jspecify.annotations.NullMarked;
