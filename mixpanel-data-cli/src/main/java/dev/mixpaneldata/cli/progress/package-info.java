/** The progress of long commands, for people at a terminal. */
@NullMarked
package dev.mixpaneldata.cli.progress;

import org.jspecify.annotations.NullMarked;
