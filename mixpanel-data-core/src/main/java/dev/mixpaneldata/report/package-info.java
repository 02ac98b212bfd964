/**
 * Reports on events: the questions, their answers, and {@link dev.mixpaneldata.report.Reports},
 * which Mixpanel and the local copy both answer. Start there.
 */
@NullMarked
package dev.mixpaneldata.report;

import org.jspecify.annotations.NullMarked;
