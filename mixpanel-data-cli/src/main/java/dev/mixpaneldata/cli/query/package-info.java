/** {@code mp query}: what is written by hand of it. */
@NullMarked
package dev.mixpaneldata.cli.query;

import org.jspecify.annotations.NullMarked;
