/** What an implementation of {@link dev.mixpaneldata.report.Reports} is made of. */
@NullMarked
package dev.mixpaneldata.report.spi;

import org.jspecify.annotations.NullMarked;
