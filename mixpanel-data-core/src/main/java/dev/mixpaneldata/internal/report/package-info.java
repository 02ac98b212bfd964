/** What live and local reports share in making their results. */
@NullMarked
package dev.mixpaneldata.internal.report;

import org.jspecify.annotations.NullMarked;
