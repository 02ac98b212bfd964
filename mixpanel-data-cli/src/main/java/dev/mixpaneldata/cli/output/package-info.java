/** Results in the format that was asked for: one printer a format. */
@NullMarked
package dev.mixpaneldata.cli.output;

import org.jspecify.annotations.NullMarked;
