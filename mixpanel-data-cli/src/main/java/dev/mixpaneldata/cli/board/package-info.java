/** {@code mp board}: answers kept with their questions. */
@NullMarked
package dev.mixpaneldata.cli.board;

import org.jspecify.annotations.NullMarked;
