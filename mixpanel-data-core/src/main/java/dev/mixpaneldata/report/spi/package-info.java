/** The parts of an implementation of {@link dev.mixpaneldata.report.Reports}. */
@NullMarked
package dev.mixpaneldata.report.spi;

import org.jspecify.annotations.NullMarked;
