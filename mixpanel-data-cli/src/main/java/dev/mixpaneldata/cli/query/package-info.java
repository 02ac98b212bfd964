/** The commands of {@code mp query} that are written by hand. */
@NullMarked
package dev.mixpaneldata.cli.query;

import org.jspecify.annotations.NullMarked;
