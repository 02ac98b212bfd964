/** How far a long command has come, for people at a terminal. */
@NullMarked
package dev.mixpaneldata.cli.progress;

import org.jspecify.annotations.NullMarked;
